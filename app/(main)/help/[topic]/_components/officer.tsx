import Link from 'next/link'
import { Refusals, Shot, Steps } from '../../_components/parts'

export function OfficerHelp() {
  return (
    <>
      <Steps title="Nhập số liệu một kỳ">
        <li>
          Mở <b>Việc của tôi</b>, chọn báo cáo đến hạn. Mỗi dòng là một chỉ tiêu, bên cạnh có số năm trước và
          chỉ tiêu đăng ký.
        </li>
        <li>
          Gõ như vẫn viết: <b>13.577</b>, <b>7,5 tỷ</b>, <b>1.418/1.418</b>, <b>82,6%</b>,{' '}
          <b>trên 600 nghìn</b>. Dưới ô hiện điều phần mềm đã hiểu.
        </li>
        <li>
          Rời ô là số liệu được lưu; không có nút Lưu. Ô trống là trống, không phải 0: không phát sinh thì
          chọn <b>Không phát sinh</b>.
        </li>
        <li>
          Chỉ tiêu có dấu cần minh chứng: chọn <b>Minh chứng</b>, thêm ảnh, PDF, Word hoặc Excel.
        </li>
        <li>
          Viết các phần thuyết minh: kết quả nổi bật, mô hình, khó khăn, nguyên nhân, kiến nghị, phương hướng.
        </li>
        <li>
          Bấm <b>Trình lãnh đạo</b>. Từ đó lãnh đạo đọc, gửi lên hoặc trả lại bạn kèm lý do.
        </li>
      </Steps>
      <Shot name="my-work" alt="Việc của tôi: việc đến hạn trước đứng trên" />
      <Shot name="entry" alt="Trang nhập số liệu: số năm trước, chỉ tiêu đăng ký và điều phần mềm đã hiểu" />
      <Steps title="Đăng ký chỉ tiêu và điều chỉnh">
        <li>Đăng ký chỉ tiêu là một kỳ như các kỳ khác: nhập, trình, gửi, được xác nhận.</li>
        <li>
          Muốn đổi chỉ tiêu đã đăng ký giữa năm: mở báo cáo, chọn <b>Đề nghị điều chỉnh chỉ tiêu đăng ký</b>,
          nêu lý do và văn bản đồng ý. Số cũ vẫn hiện bên số mới.
        </li>
      </Steps>
      <Steps title="Khi có đề nghị bổ sung">
        <li>
          Việc trở lại <b>Việc của tôi</b> với câu đề nghị và hạn riêng. Sửa đúng chỗ được nêu, trả lời trao
          đổi bên chỉ tiêu, rồi trình lại.
        </li>
        <li>Những gì đổi so với lần gửi trước được tô rõ cho người rà soát; bạn không phải kể lại.</li>
      </Steps>
      <Steps title="Chia việc trong đơn vị">
        <li>
          Ở <Link href="/duties">Phân công chỉ tiêu</Link>, giao từng nhóm chỉ tiêu cho từng người; thay người
          thì dùng <b>Bàn giao khi thay người</b>.
        </li>
      </Steps>
      <Refusals
        rows={[
          [
            'Phần mềm hỏi lại, ví dụ “1.500?”',
            'Số vừa gõ có thể hiểu hai cách. Chọn cách đúng; phần mềm không đoán thay.',
          ],
          [
            '“Các phần cộng lại thiếu …”',
            'Số chia theo cấp không bằng tổng. Sửa một trong hai, hoặc ghi chú nếu báo cáo gốc đúng là như vậy.',
          ],
          [
            '“Người khác vừa thay đổi nội dung này”',
            'Hai người cùng sửa một ô. Xem cả hai bản rồi chọn bản giữ lại.',
          ],
          [
            '“Nội dung này đã khóa”',
            'Báo cáo đã trình, đã gửi hoặc kỳ đã chốt. Xin lãnh đạo trả lại, hoặc chờ đề nghị bổ sung.',
          ],
          [
            'Lũy kế 9 tháng nhỏ hơn 6 tháng',
            'Số 9 tháng tính từ đầu năm. Kiểm tra lại; nếu đúng thì ghi chú lý do.',
          ],
        ]}
      />
    </>
  )
}
