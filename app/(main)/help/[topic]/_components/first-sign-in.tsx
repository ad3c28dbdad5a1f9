import Link from 'next/link'
import { Refusals, Shot, Steps } from '../../_components/parts'

export function FirstSignInHelp() {
  return (
    <>
      <Steps title="Từ liên kết mời đến trang đầu tiên">
        <li>
          Quản trị gửi bạn một liên kết. Liên kết dùng một lần, trong 7 ngày. Mở liên kết trên máy bạn hay
          dùng.
        </li>
        <li>
          Đặt mật khẩu từ 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất; đừng dùng tên Hội, “thidua”, hay dãy số
          liền nhau.
        </li>
        <li>
          Đăng nhập bằng email và mật khẩu vừa đặt. Trang <b>Việc của tôi</b> mở ra: việc nào đến hạn trước
          đứng trên.
        </li>
        <li>
          Muốn ai đó làm thay trong những ngày đi vắng, lãnh đạo vào <b>Tài khoản</b>, mục <b>Ủy quyền</b>.
        </li>
      </Steps>
      <Shot name="sign-in" alt="Trang đăng nhập" />
      <Steps title="Trên điện thoại">
        <li>
          Mở cùng địa chỉ bằng trình duyệt của điện thoại. Các phần nằm ở <b>Mục lục</b>, góc trên bên phải.
        </li>
        <li>Mất mạng giữa chừng: cứ nhập tiếp. Có mạng trở lại, số liệu tự gửi đi, không mất chữ nào.</li>
      </Steps>
      <Shot name="phone-my-work" alt="Việc của tôi trên điện thoại" size="phone" />
      <Refusals
        rows={[
          [
            '“Email hoặc mật khẩu không đúng”',
            'Kiểm tra chữ hoa, bộ gõ tiếng Việt. Quên hẳn thì xin quản trị cấp lại.',
          ],
          [
            '“Hãy chờ … rồi thử lại”',
            'Đã nhập sai nhiều lần. Chờ hết thời gian ghi trên màn hình; nhập thêm trong lúc chờ không có tác dụng.',
          ],
          [
            '“Liên kết này đã dùng hoặc đã hết hạn”',
            'Xin quản trị liên kết mới. Liên kết cũ không dùng lại được.',
          ],
          [
            'Đang làm thì phải đăng nhập lại',
            <>
              Ai đó đã đổi mật khẩu hoặc đăng xuất thiết bị này. Xem các thiết bị ở{' '}
              <Link href="/account">Tài khoản</Link>.
            </>,
          ],
        ]}
      />
    </>
  )
}
