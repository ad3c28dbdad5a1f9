import { useId } from 'react'
import { CopyBox } from '@/components/ui/copy-box'

/** The link to hand over, with a button that copies it. */
export function InvitationLink({ link, name }: { link: string; name: string }) {
  const id = useId()
  return (
    <section className="border-cham bg-wash my-4 border-l-3 px-3.5 py-3" aria-labelledby={`${id}t`}>
      <h2 id={`${id}t`}>Liên kết đặt mật khẩu cho {name}</h2>
      <label htmlFor={id} className="text-mute mt-1 mb-2 block">
        Dùng một lần, trong 7 ngày. Trang này chỉ hiện liên kết trong 10 phút; mất thì cấp lại.
      </label>
      <CopyBox id={id} value={link} what="Liên kết" />
    </section>
  )
}
