import Link from 'next/link'
import { Refusals, Shot, Steps } from '../../_components/parts'

export function OfficeHelp() {
  return (
    <>
      <Steps title="Mở một năm">
        <li>
          <b>Thiết lập năm</b>, chọn <b>Mở năm mới từ một năm trước</b>: cụm, bộ chỉ tiêu, kỳ báo cáo được sao
          sang, đợi bạn sửa.
        </li>
        <li>Đặt chủ đề, hạn gửi từng kỳ, số lượng khen thưởng của từng cụm.</li>
        <li>Với từng cụm: thành viên, cụm trưởng, cụm phó, chuyên viên theo dõi, Phó Chủ tịch phụ trách.</li>
        <li>
          Bộ chỉ tiêu: nhóm, tên, loại số liệu, chiều đánh giá, cách cộng, cách hiểu. Giao TW giao và “không
          giao” cho từng đơn vị.
        </li>
        <li>
          Bấm <b>Mở năm cho các đơn vị nhập</b>. Khi đơn vị đầu tiên đăng ký, bộ chỉ tiêu khóa; sửa sau đó
          phải có lý do và giữ bản trước.
        </li>
      </Steps>
      <Shot name="setup" alt="Thiết lập một năm thi đua" />
      <Steps title="Theo dõi toàn quốc">
        <li>
          <b>Toàn quốc</b>: mọi đơn vị × chỉ tiêu của một kỳ. Ô trống phân biệt chưa gửi với nguồn không nêu.
        </li>
        <li>
          Số liệu trước và sau sắp xếp đơn vị hành chính không bị trộn: mỗi số thuộc đơn vị của thời điểm đó.
        </li>
      </Steps>
      <Shot name="national" alt="Bảng toàn quốc" />
      <Steps title="Khen thưởng">
        <li>Nhận đề nghị của cụm, công khai lấy ý kiến, trả lời từng ý kiến, ghi ý kiến xét.</li>
        <li>
          <b>Ghi quyết định</b>: số, ngày, nơi ban hành. Tiền thưởng tính theo mức lương cơ sở của ngày quyết
          định, nêu rõ căn cứ. Đề nghị và quyết định đều được giữ, khác nhau thì nói rõ.
        </li>
      </Steps>
      <Shot name="awards" alt="Khen thưởng đã tặng và đề nghị" />
      <Steps title="Chốt và khép năm">
        <li>
          <b>Chốt số liệu</b> từng kỳ: từ đó không ai sửa được. Trước khi chốt, xem danh sách đơn vị chưa gửi.
        </li>
        <li>
          <b>Khép năm</b> sau khi mọi cụm đã bàn giao. Năm mới mở từ năm vừa khép.
        </li>
        <li>
          Phân cụm thay đổi: <b>Khép bộ cũ, mở bộ mới</b>. Cụm cũ còn nguyên trong lịch sử.
        </li>
      </Steps>
      <Steps title="Đưa số liệu các năm cũ vào">
        <li>
          <b>Thiết lập năm</b>, chọn <Link href="/adoptions">Nhận số liệu từ tệp cũ</Link>: tải biểu tổng hợp
          của một cụm hoặc một đơn vị, khớp đơn vị và chỉ tiêu, xem trước rồi nhận.
        </li>
        <li>Cụm trưởng nhận tệp của cụm mình, Hội tỉnh nhận tệp của tỉnh mình theo cùng cách.</li>
      </Steps>
      <Refusals
        rows={[
          [
            'Không xóa được chỉ tiêu',
            'Đã có đơn vị đăng ký. Ngừng dùng chỉ tiêu kèm lý do; số cũ vẫn đọc được.',
          ],
          [
            'Chưa khép được năm',
            'Trang nêu những việc còn lại: báo cáo chưa xác nhận, cụm chưa bàn giao. Làm hết rồi khép.',
          ],
          [
            'Quá số lượng đề nghị',
            'Số lượng đặt theo năm, cụm và hình thức. Đổi ở phần thiết lập của cụm, có ghi chú.',
          ],
        ]}
      />
    </>
  )
}
