import { Refusals, Shot, Steps } from '../../_components/parts'

export function CentralHelp() {
  return (
    <>
      <Steps title="Hiểu một cụm trong một phút">
        <li>
          Mở cụm được phân công. Câu đầu trang nói bao nhiêu đơn vị đã có số liệu, bao nhiêu chỉ tiêu cả cụm
          đạt, chỗ nào hụt.
        </li>
        <li>
          Bảng: mỗi ô có kết quả, chỉ tiêu đăng ký, phần trăm và vạch dệt (đầy là đạt, thêm hoa là vượt). Bấm
          một số để xem lời văn, minh chứng, lịch sử.
        </li>
        <li>Đổi kỳ, nhóm chỉ tiêu, hoặc so với năm trước ở đầu bảng. Nút in cho bản A4 nằm ngang.</li>
        <li>
          Dòng “cụm báo cáo” là số do cụm nêu, không chia theo tỉnh; phần mềm để bên cạnh tổng, không cộng
          lẫn.
        </li>
      </Steps>
      <Shot name="cluster" alt="Bảng kết quả của một cụm" />
      <Steps title="Chuyên viên Trung ương: thẩm định">
        <li>
          Xem các báo cáo đã rà soát, ghi ý kiến bên chỉ tiêu. Thấy cần sửa thì <b>Đề nghị bổ sung</b>.
        </li>
        <li>Chấm điểm: nhập điểm thẩm định; khác điểm tự chấm hay chấm chéo thì nêu lý do.</li>
      </Steps>
      <Steps title="Phó Chủ tịch: xác nhận">
        <li>
          Trong <b>Việc của tôi</b>, mở báo cáo cụm trưởng đã rà soát; những gì đổi từ lần xem trước được tô
          rõ.
        </li>
        <li>
          <b>Xác nhận</b>, hoặc <b>Đề nghị bổ sung</b> với một câu. Số đã xác nhận hiện với mọi người; số chưa
          xác nhận luôn mang dấu.
        </li>
        <li>Xét đề nghị điều chỉnh chỉ tiêu: xem lý do, văn bản, số cũ và mới, rồi đồng ý hoặc không.</li>
        <li>Tại hội nghị, kết luận của bà vào biên bản; từng ý có thể giao thành việc.</li>
      </Steps>
      <Steps title="Ủy quyền">
        <li>
          <b>Tài khoản</b>, mục <b>Ủy quyền</b>: cho Phó Chủ tịch khác, chuyên viên hoặc thường trực thi đua,
          trong những ngày định trước.
        </li>
      </Steps>
      <Refusals
        rows={[
          ['Không thấy số của một tỉnh', 'Tỉnh chưa gửi. Bản nháp chỉ người của tỉnh đọc được.'],
          [
            'Không có nút Xác nhận',
            'Báo cáo chưa được cụm trưởng rà soát, hoặc cụm không thuộc phân công năm nay.',
          ],
          [
            'Cần sửa báo cáo đã xác nhận',
            'Thường trực thi đua mở lại báo cáo, nêu lý do; việc mở lại được ghi sổ.',
          ],
        ]}
      />
    </>
  )
}
