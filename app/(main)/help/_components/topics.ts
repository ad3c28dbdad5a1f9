export const TOPICS = [
  {
    slug: 'first-sign-in',
    title: 'Đăng nhập lần đầu',
    about: 'Nhận liên kết mời, đặt mật khẩu, dùng trên điện thoại, ủy quyền.',
  },
  {
    slug: 'officer',
    title: 'Chuyên viên nhập số liệu',
    about: 'Đăng ký chỉ tiêu, nhập kết quả kèm minh chứng, trình lãnh đạo, bổ sung.',
  },
  {
    slug: 'leader',
    title: 'Lãnh đạo Hội tỉnh',
    about: 'Đọc bức tranh của tỉnh, gửi báo cáo, thống nhất giao ước, ủy quyền.',
  },
  {
    slug: 'cluster-head',
    title: 'Cụm trưởng, cụm phó',
    about: 'Đôn đốc, rà soát, giao ước, hội nghị, bỏ phiếu, bàn giao.',
  },
  {
    slug: 'central',
    title: 'Chuyên viên và Phó Chủ tịch Trung ương',
    about: 'Theo dõi cụm, thẩm định, xác nhận hoặc đề nghị bổ sung.',
  },
  {
    slug: 'office',
    title: 'Thường trực thi đua Trung ương',
    about: 'Mở năm, đặt chỉ tiêu, cụm, hạn gửi; khen thưởng; khép năm.',
  },
  {
    slug: 'admin',
    title: 'Quản trị hệ thống',
    about: 'Tài khoản, vai trò, nhật ký, sao lưu.',
  },
  { slug: 'guest', title: 'Khách mời', about: 'Theo dõi hội nghị trên điện thoại, không cần tài khoản.' },
  { slug: 'excel', title: 'Excel', about: 'Điền báo cáo bằng biểu Excel rồi nhập lại; tải bảng về.' },
  {
    slug: 'api',
    title: 'Nối Excel, Power BI',
    about: 'Mã truy cập, ví dụ Power Query, giới hạn.',
  },
] as const

export type Topic = (typeof TOPICS)[number]['slug']
