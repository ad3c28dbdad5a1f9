import { Refusals, Shot, Steps } from '../../_components/parts'

export function ClusterHeadHelp() {
  return (
    <>
      <p className="mt-4 max-w-[80ch]">
        Cụm trưởng, cụm phó là đơn vị, không phải chức danh của tài khoản: người của đơn vị đang giữ vai có
        quyền này, và hết quyền ngay khi bàn giao. Báo cáo của chính cụm trưởng do cụm phó rà soát.
      </p>
      <Steps title="Đôn đốc">
        <li>
          Mở cụm, thẻ <b>Tiến độ gửi</b>: ai đã gửi, ai chậm, ai chưa bắt đầu.
        </li>
        <li>
          <b>Lời nhắc gửi các đơn vị chưa gửi</b> soạn sẵn lời văn nêu tên và hạn; bấm sao chép rồi gửi qua
          nhóm của cụm.
        </li>
      </Steps>
      <Shot name="submissions" alt="Tiến độ gửi báo cáo của các đơn vị" />
      <Steps title="Rà soát số liệu">
        <li>
          Trong <b>Việc của tôi</b> mở từng báo cáo đã gửi. Số lệch nhiều so với năm trước và chỗ đổi từ lần
          xem trước được đánh dấu.
        </li>
        <li>
          Cần hỏi một con số: mở ý kiến bên chỉ tiêu. Cần sửa: <b>Đề nghị bổ sung</b>, một câu và một hạn.
        </li>
        <li>
          Đã ổn: <b>Đã rà soát</b>. Báo cáo chuyển tới Phó Chủ tịch phụ trách cụm.
        </li>
      </Steps>
      <Shot name="review" alt="Trang rà soát một báo cáo" />
      <Steps title="Giao ước thi đua">
        <li>
          Thẻ <b>Giao ước</b>, bấm <b>Soạn giao ước</b>: chủ đề, nhiệm vụ chung, hoạt động chung. Chỉ tiêu các
          đơn vị đăng ký tự vào phụ lục.
        </li>
        <li>
          <b>Mở lấy ý kiến các đơn vị</b>, chờ lãnh đạo từng đơn vị xác nhận thống nhất, rồi{' '}
          <b>Chốt bản chính thức</b>.
        </li>
        <li>In ra ký, đóng dấu; quét và đính kèm, ghi số và ngày ký.</li>
      </Steps>
      <Shot name="pledge" alt="Giao ước thi đua và tình trạng thống nhất của từng đơn vị" />
      <Steps title="Hội nghị">
        <li>
          <b>Lên lịch hội nghị</b>: loại, thời gian, nơi, chương trình, đại biểu. Giấy mời và kế hoạch lấy từ
          đây.
        </li>
        <li>
          Trong hội nghị dùng <b>Bảng điều khiển</b>: điểm danh, mời phát biểu, chọn điều hiện trên màn chiếu.
          Mở <b>Màn chiếu</b> trên máy nối máy chiếu.
        </li>
        <li>
          Ghi từng ý kết luận; <b>Giao thành việc</b> cho đơn vị kèm hạn. Biên bản tự lập từ những gì diễn ra.
        </li>
      </Steps>
      <Shot name="meeting" alt="Trang của một hội nghị" />
      <Steps title="Bỏ phiếu, suy tôn">
        <li>
          <b>Nhập thể lệ theo quy chế</b> của cụm: túc số, tỷ lệ, số vòng, cách xử khi bằng phiếu. Thể lệ khóa
          khi bắt đầu phát phiếu.
        </li>
        <li>
          <b>Chuẩn bị lần bỏ phiếu</b>: phiếu kín điện tử, phiếu giấy (<b>In phiếu bầu</b>, bốn phiếu một
          trang A4), biểu quyết giơ tay, hoặc thống nhất.
        </li>
        <li>Phát phiếu, bỏ phiếu, kiểm phiếu, công bố, niêm phong: mỗi bước có đúng một nút.</li>
        <li>
          Kết quả của cụm là <b>đề nghị</b>. Khen thưởng là quyết định của cấp trên, có số và ngày riêng.
        </li>
      </Steps>
      <Steps title="Chấm điểm và bàn giao">
        <li>
          Đơn vị tự chấm, tổ chấm chéo, Trung ương thẩm định; chỗ khác nhau phải có lý do. Điểm công bố một
          lần.
        </li>
        <li>
          Cuối năm mở thẻ <b>Bàn giao</b>: cụm trưởng, cụm phó mới, ngày, nơi, người giao, người nhận, Cờ luân
          lưu. Xác nhận xong, quyền chuyển ngay.
        </li>
      </Steps>
      <Shot name="scores" alt="Bảng điểm của cụm" />
      <Shot name="handover" alt="Bàn giao cụm trưởng và luân phiên qua các năm" />
      <Refusals
        rows={[
          [
            '“Chưa cân, không xác nhận được”',
            'Số phiếu phát, thu, hợp lệ, không hợp lệ chưa khớp. Đếm lại; phần mềm không tự sửa số.',
          ],
          [
            'Không sửa được thể lệ',
            'Đã phát phiếu. Hủy đợt phát (có lý do, ghi vào biên bản) rồi mới sửa được.',
          ],
          [
            'Chưa đủ túc số',
            'Điểm danh còn thiếu. Thể lệ của cụm định túc số; mặc định là hai phần ba số đơn vị.',
          ],
          [
            'Chưa chốt được giao ước',
            'Còn đơn vị chưa thống nhất. Chờ, hoặc chốt kèm lý do; lý do được in cùng giao ước.',
          ],
        ]}
      />
    </>
  )
}
