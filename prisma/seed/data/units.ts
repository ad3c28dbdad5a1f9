/** [official code, name]; thành phố trực thuộc trung ương are named in CITIES. */
type CodedName = readonly [code: string, name: string]

/** Units that 1/7/2025 left as they were, Huế apart (its name and kind changed on 1/1/2025). */
export const UNCHANGED: CodedName[] = [
  ['01', 'Hà Nội'],
  ['04', 'Cao Bằng'],
  ['11', 'Điện Biên'],
  ['12', 'Lai Châu'],
  ['14', 'Sơn La'],
  ['20', 'Lạng Sơn'],
  ['22', 'Quảng Ninh'],
  ['38', 'Thanh Hóa'],
  ['40', 'Nghệ An'],
  ['42', 'Hà Tĩnh'],
  ['46', 'Huế'],
]

/** Units that began on 1/7/2025, each with those whose territory it took over. The code is that of the seat's province. */
export const MERGED: { code: string; name: string; from: CodedName[] }[] = [
  {
    code: '08',
    name: 'Tuyên Quang',
    from: [
      ['02', 'Hà Giang'],
      ['08', 'Tuyên Quang'],
    ],
  },
  {
    code: '15',
    name: 'Lào Cai',
    from: [
      ['15', 'Yên Bái'],
      ['10', 'Lào Cai'],
    ],
  },
  {
    code: '19',
    name: 'Thái Nguyên',
    from: [
      ['06', 'Bắc Kạn'],
      ['19', 'Thái Nguyên'],
    ],
  },
  {
    code: '24',
    name: 'Bắc Ninh',
    from: [
      ['24', 'Bắc Giang'],
      ['27', 'Bắc Ninh'],
    ],
  },
  {
    code: '25',
    name: 'Phú Thọ',
    from: [
      ['26', 'Vĩnh Phúc'],
      ['17', 'Hòa Bình'],
      ['25', 'Phú Thọ'],
    ],
  },
  {
    code: '31',
    name: 'Hải Phòng',
    from: [
      ['31', 'Hải Phòng'],
      ['30', 'Hải Dương'],
    ],
  },
  {
    code: '33',
    name: 'Hưng Yên',
    from: [
      ['34', 'Thái Bình'],
      ['33', 'Hưng Yên'],
    ],
  },
  {
    code: '37',
    name: 'Ninh Bình',
    from: [
      ['35', 'Hà Nam'],
      ['36', 'Nam Định'],
      ['37', 'Ninh Bình'],
    ],
  },
  {
    code: '44',
    name: 'Quảng Trị',
    from: [
      ['44', 'Quảng Bình'],
      ['45', 'Quảng Trị'],
    ],
  },
  {
    code: '48',
    name: 'Đà Nẵng',
    from: [
      ['48', 'Đà Nẵng'],
      ['49', 'Quảng Nam'],
    ],
  },
  {
    code: '51',
    name: 'Quảng Ngãi',
    from: [
      ['62', 'Kon Tum'],
      ['51', 'Quảng Ngãi'],
    ],
  },
  {
    code: '52',
    name: 'Gia Lai',
    from: [
      ['52', 'Bình Định'],
      ['64', 'Gia Lai'],
    ],
  },
  {
    code: '56',
    name: 'Khánh Hòa',
    from: [
      ['58', 'Ninh Thuận'],
      ['56', 'Khánh Hòa'],
    ],
  },
  {
    code: '66',
    name: 'Đắk Lắk',
    from: [
      ['54', 'Phú Yên'],
      ['66', 'Đắk Lắk'],
    ],
  },
  {
    code: '68',
    name: 'Lâm Đồng',
    from: [
      ['67', 'Đắk Nông'],
      ['60', 'Bình Thuận'],
      ['68', 'Lâm Đồng'],
    ],
  },
  {
    code: '75',
    name: 'Đồng Nai',
    from: [
      ['70', 'Bình Phước'],
      ['75', 'Đồng Nai'],
    ],
  },
  {
    code: '79',
    name: 'Hồ Chí Minh',
    from: [
      ['79', 'Hồ Chí Minh'],
      ['77', 'Bà Rịa - Vũng Tàu'],
      ['74', 'Bình Dương'],
    ],
  },
  {
    code: '80',
    name: 'Tây Ninh',
    from: [
      ['80', 'Long An'],
      ['72', 'Tây Ninh'],
    ],
  },
  {
    code: '82',
    name: 'Đồng Tháp',
    from: [
      ['82', 'Tiền Giang'],
      ['87', 'Đồng Tháp'],
    ],
  },
  {
    code: '86',
    name: 'Vĩnh Long',
    from: [
      ['83', 'Bến Tre'],
      ['84', 'Trà Vinh'],
      ['86', 'Vĩnh Long'],
    ],
  },
  {
    code: '91',
    name: 'An Giang',
    from: [
      ['91', 'Kiên Giang'],
      ['89', 'An Giang'],
    ],
  },
  {
    code: '92',
    name: 'Cần Thơ',
    from: [
      ['92', 'Cần Thơ'],
      ['94', 'Sóc Trăng'],
      ['93', 'Hậu Giang'],
    ],
  },
  {
    code: '96',
    name: 'Cà Mau',
    from: [
      ['95', 'Bạc Liêu'],
      ['96', 'Cà Mau'],
    ],
  },
]

export const CITIES = ['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ']

/** Spellings and short names met in documents, by the unit's plain name; they hold for an ended namesake too. */
export const ALIASES: Record<string, string[]> = {
  'Khánh Hòa': ['Khánh Hoà'],
  'Thanh Hóa': ['Thanh Hoá'],
  'Hòa Bình': ['Hoà Bình'],
  'Đắk Nông': ['Đắc Nông', 'Đăk Nông', 'Dak Nong'],
  'Đắk Lắk': ['Đắc Lắc', 'Đăk Lăk', 'Đắc Lắk', 'Dak Lak', 'Daklak'],
  'Kon Tum': ['Kontum', 'Công Tum'],
  'Gia Lai': ['Gialai'],
  'Bà Rịa - Vũng Tàu': ['BR-VT', 'BRVT', 'Bà Rịa-Vũng Tàu', 'Bà Rịa Vũng Tàu'],
  'Hồ Chí Minh': ['TP.HCM', 'TPHCM', 'TP HCM', 'TP. Hồ Chí Minh', 'TP Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
  'Hà Nội': ['TP Hà Nội'],
  'Hải Phòng': ['TP Hải Phòng'],
  'Đà Nẵng': ['TP Đà Nẵng'],
  'Cần Thơ': ['TP Cần Thơ'],
  Huế: ['Thừa Thiên Huế', 'Thừa Thiên - Huế', 'Thừa Thiên-Huế', 'TT-Huế', 'TP Huế'],
  'Bắc Kạn': ['Bắc Cạn'],
}

export const MERGER_DAY = '2025-07-01'
export const MERGER_DECISION = 'Nghị quyết 202/2025/QH15 ngày 12/6/2025'
export const CODE_SOURCE = 'Quyết định 19/2025/QĐ-TTg ngày 30/6/2025'
export const OLD_CODE_SOURCE = 'Danh mục mã đơn vị hành chính trước 1/7/2025'
export const HUE_SOURCE = 'Thành phố trực thuộc trung ương từ 1/1/2025; trước đó là tỉnh Thừa Thiên Huế'
export const DONG_NAI_CITY_SOURCE = 'Nghị quyết 30/2026/QH16, hiệu lực từ 30/4/2026'
