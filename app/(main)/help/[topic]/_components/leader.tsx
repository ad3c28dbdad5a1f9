import { Refusals, Shot, Steps } from '../../_components/parts'

export function LeaderHelp() {
  return (
    <>
      <Steps title="Gửi báo cáo của tỉnh">
        <li>
          Trong <b>Việc của tôi</b>, chọn báo cáo chuyên viên đã trình. Câu đầu trang nói ngay bao nhiêu chỉ
          tiêu vượt, đạt, chưa đạt.
        </li>
        <li>Đọc bảng; bấm một con số để xem lời văn gốc, minh chứng và số năm trước.</li>
        <li>
          Đúng thì bấm <b>Gửi báo cáo</b>. Chưa đúng thì <b>Trả lại chuyên viên</b> kèm một câu nêu chỗ cần
          sửa.
        </li>
        <li>Gửi sau hạn vẫn được; báo cáo mang dấu “Gửi chậm … ngày”.</li>
      </Steps>
      <Shot name="leader" alt="Việc của tôi của lãnh đạo: báo cáo chờ xem và gửi" />
      <Steps title="Giao ước thi đua">
        <li>
          Khi cụm trưởng lấy ý kiến, giao ước hiện trong <b>Việc của tôi</b>. Đọc toàn văn và chỉ tiêu của
          tỉnh.
        </li>
        <li>
          Bấm <b>Xác nhận thống nhất</b>. Đây không phải chữ ký: bản có chữ ký và dấu được quét, đính kèm sau.
        </li>
      </Steps>
      <Steps title="Hội nghị và bỏ phiếu">
        <li>Điểm danh bằng mã trên màn chiếu. Phiếu của đơn vị phát cho đúng một người trong danh sách.</li>
        <li>
          Với phiếu kín điện tử: <b>Nhận phiếu</b> khi được phát, bỏ phiếu sau khi khóa phát. Đừng đổi máy ở
          giữa: phiếu nằm trên máy đã nhận.
        </li>
        <li>Giữ biên nhận để đối chiếu trong danh sách công bố.</li>
      </Steps>
      <Steps title="Ủy quyền khi đi vắng">
        <li>
          Vào <b>Tài khoản</b>, mục <b>Ủy quyền</b>: chọn người cùng đơn vị, từ ngày, đến hết ngày, lý do.
        </li>
        <li>Mọi việc người ấy làm đều ghi “làm thay”. Thu hồi lúc nào cũng được, có hiệu lực ngay.</li>
      </Steps>
      <Refusals
        rows={[
          [
            'Không thấy nút Gửi báo cáo',
            'Báo cáo chưa được trình, còn chỉ tiêu bắt buộc chưa có, hoặc kỳ đã chốt. Dòng chữ dưới tiêu đề nói rõ lý do.',
          ],
          ['“Kỳ này đã chốt số liệu”', 'Chỉ thường trực thi đua Trung ương mở lại được, và phải có lý do.'],
          [
            '“Phiếu của bạn đã nhận trên một máy khác”',
            'Dùng đúng máy đã nhận. Máy hỏng thì báo ban kiểm phiếu ghi mất máy trước khi mở bỏ phiếu.',
          ],
        ]}
      />
    </>
  )
}
