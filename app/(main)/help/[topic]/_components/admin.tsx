import { Code, Refusals, Shot, Steps } from '../../_components/parts'

export function AdminHelp() {
  return (
    <>
      <p className="mt-4 max-w-[80ch]">
        Quản trị giữ tài khoản và nhật ký, không nhập, không sửa, không xác nhận số liệu, không xem lá phiếu.
      </p>
      <Steps title="Mở tài khoản">
        <li>
          <b>Quản trị</b>, <b>Mở tài khoản</b>: họ tên, email, vai trò, đơn vị hoặc cụm và năm.
        </li>
        <li>
          Sao chép liên kết mời và gửi tận tay. Liên kết dùng một lần, trong 7 ngày; trang chỉ hiện trong 10
          phút, mất thì cấp lại.
        </li>
        <li>
          Người thôi việc: <b>Khóa tài khoản</b>. Mọi phiên đăng nhập và mã truy cập ngừng ngay ở yêu cầu kế
          tiếp.
        </li>
      </Steps>
      <Shot name="admin" alt="Danh sách tài khoản" />
      <Steps title="Nhật ký">
        <li>
          <b>Nhật ký</b>: ai làm gì, lúc nào, làm thay ai, trước và sau. Nhật ký chỉ thêm, không sửa được, kể
          cả quản trị.
        </li>
      </Steps>
      <Steps title="Sao lưu và khôi phục">
        <li>Mỗi ngày một bản, giữ ở máy khác. Chạy trên máy chủ:</li>
      </Steps>
      <Code label="Lệnh sao lưu và khôi phục">{`npm run backup -- sao-luu.ctd.gz
npm run restore -- sao-luu.ctd.gz`}</Code>
      <p className="mt-2 max-w-[80ch]">
        Khôi phục vào một cơ sở dữ liệu trống. Thử khôi phục định kỳ: bản chưa thử là bản chưa có.
      </p>
      <Refusals
        rows={[
          [
            'Không giao được vai trò khác cho tài khoản quản trị',
            'Vai trò quản trị đứng một mình. Người ấy cần một tài khoản khác cho việc khác.',
          ],
          ['“Tài khoản này đã có”', 'Email đã dùng. Tìm tài khoản ấy, mở lại và giao thêm vai trò.'],
        ]}
      />
    </>
  )
}

export function GuestHelp() {
  return (
    <>
      <Steps title="Theo dõi hội nghị">
        <li>Quét mã trên màn chiếu hoặc mở liên kết trong giấy mời. Không cần tài khoản.</li>
        <li>
          Điện thoại hiện đúng những gì màn chiếu hiện: chương trình, người phát biểu, bảng đang xem, kết quả
          công bố.
        </li>
        <li>Trang tự cập nhật. Mất mạng thì khi có lại, trang tự bắt kịp.</li>
      </Steps>
      <Refusals
        rows={[
          [
            'Liên kết không mở được',
            'Mã thay đổi theo hội nghị và hết hạn khi bế mạc. Xin mã mới ở bàn đón tiếp.',
          ],
          ['Không thấy số liệu trước hội nghị', 'Khách chỉ xem những gì hội nghị đưa lên màn chiếu.'],
        ]}
      />
    </>
  )
}
