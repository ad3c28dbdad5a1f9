import Link from 'next/link'
import { Refusals, Shot, Steps } from '../../_components/parts'

export function ExcelHelp() {
  return (
    <>
      <Steps title="Điền báo cáo bằng Excel">
        <li>
          Trong báo cáo, chọn <b>Tải biểu Excel, nhập từ Excel</b>. Biểu đã có sẵn số đang có, số năm trước,
          chỉ tiêu đăng ký và cách hiểu từng chỉ tiêu.
        </li>
        <li>Điền vào các ô nền vàng; phần còn lại được khóa. Không thêm, xóa, đổi chỗ dòng và cột.</li>
        <li>
          Tải biểu lên. Trước khi lưu, trang liệt kê từng ô: mới, thay đổi, giữ nguyên, bị từ chối kèm địa chỉ
          ô và lý do.
        </li>
        <li>Đồng ý thì mọi thay đổi được lưu cùng lúc; chưa đồng ý thì không có gì thay đổi.</li>
      </Steps>
      <Shot name="excel" alt="Tải biểu Excel của một báo cáo và nhập lại" />
      <Steps title="Tải bảng về">
        <li>Các bảng lớn tải được về Excel (XLSX) và CSV. CSV mở đúng tiếng Việt trong Excel.</li>
        <li>
          Muốn bảng tự cập nhật mỗi lần mở Excel, dùng{' '}
          <Link href="/help/api">mã truy cập và Power Query</Link>.
        </li>
      </Steps>
      <Steps title="Nhận số liệu từ tệp Excel cũ">
        <li>
          Biểu tổng hợp của những năm trước khi dùng phần mềm được nhận vào lịch sử ở{' '}
          <Link href="/adoptions">Số liệu từ tệp cũ</Link>: chọn nơi và kỳ, tải tệp .xlsx lên.
        </li>
        <li>
          Chỉ dòng nào là đơn vị nào, cột nào là chỉ tiêu nào. Đơn vị tiền lấy theo tệp (“triệu đồng”, cột
          ĐVT); tệp không ghi thì chọn. Chỗ hiểu được hai cách bị từ chối kèm ô và lý do, không đoán.
        </li>
        <li>Xem trước từng ô rồi mới nhận. Tệp được giữ làm nguồn; số liệu đã có không bị ghi đè.</li>
      </Steps>
      <Refusals
        rows={[
          [
            'Biểu của đơn vị, năm hoặc bộ chỉ tiêu khác',
            'Tải lại đúng biểu từ báo cáo đang mở; đừng dùng biểu cũ của kỳ trước.',
          ],
          [
            'Ô bị từ chối vì có số mới hơn',
            'Sau khi tải biểu, ai đó đã sửa ô ấy trong phần mềm. Xem số mới; muốn thay thì sửa trên trang.',
          ],
          [
            'Tệp quá lớn, có macro hoặc liên kết ngoài',
            'Chỉ nhận biểu .xlsx do phần mềm cấp. Chép số sang biểu ấy.',
          ],
        ]}
      />
    </>
  )
}
