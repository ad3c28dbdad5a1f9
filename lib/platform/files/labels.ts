import type { ReadProblem } from './types'

/** Why an uploaded spreadsheet is not read, and what to do about it. */
export const READ_PROBLEM_LABELS: Record<ReadProblem, string> = {
  EMPTY: 'Tệp rỗng, không có nội dung.',
  TOO_BIG: 'Tệp lớn hơn 10 MB. Hãy bỏ ảnh và các trang không cần rồi lưu lại.',
  OLD_FORMAT:
    'Tệp là Excel đời cũ (.xls) hoặc có đặt mật khẩu. Hãy mở trong Excel, lưu thành .xlsx không mật khẩu.',
  NOT_XLSX:
    'Tệp không phải bảng tính Excel (.xlsx). Hãy lưu lại trong Excel với kiểu “Excel Workbook (.xlsx)”.',
  BROKEN: 'Tệp bị hỏng hoặc chưa tải đủ. Hãy mở lại tệp trên máy, lưu lại rồi gửi.',
  ENCRYPTED: 'Tệp có đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
  MACROS: 'Tệp có macro nên không nhận. Hãy lưu lại với kiểu “Excel Workbook (.xlsx)”.',
  EXTERNAL:
    'Tệp có liên kết hoặc đối tượng nhúng từ nơi khác nên không nhận. Hãy ngắt liên kết (Edit Links) rồi lưu lại.',
  ACTIVE_FORMULA:
    'Tệp có công thức gọi ra ngoài bảng tính nên không nhận. Hãy dán thành giá trị rồi lưu lại.',
  UNPACKS_TOO_BIG:
    'Nội dung tệp bung ra quá lớn nên không nhận. Hãy bỏ ảnh và các trang không cần rồi lưu lại.',
  TOO_MANY_ROWS: 'Tệp có quá nhiều dòng hoặc cột. Hãy xóa các dòng, cột trống ở cuối trang tính rồi lưu lại.',
  TOO_MANY_CELLS: 'Tệp có quá nhiều ô. Hãy chỉ giữ trang tính có số liệu cần lấy.',
  TOO_SLOW: 'Tệp đọc quá lâu nên bị dừng. Hãy chỉ giữ trang tính có số liệu cần lấy.',
}
