'use client'

import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** The link to hand over, with a button that copies it. */
export function InvitationLink({ link, name }: { link: string; name: string }) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')

  async function copy() {
    box.current?.select()
    try {
      // Offices on plain http have no clipboard: the text is selected for them to copy.
      await navigator.clipboard.writeText(link)
      setSaid('Đã sao chép.')
    } catch {
      setSaid('Liên kết đã được chọn; bấm Ctrl+C để sao chép.')
    }
  }

  return (
    <section className="border-cham bg-wash my-4 border-l-3 px-3.5 py-3" aria-labelledby={`${id}t`}>
      <h2 id={`${id}t`}>Liên kết đặt mật khẩu cho {name}</h2>
      <label htmlFor={id} className="text-mute mt-1 mb-2 block">
        Dùng một lần, trong 7 ngày. Trang này chỉ hiện liên kết trong 10 phút; mất thì cấp lại.
      </label>
      <div className="flex max-w-[760px] flex-wrap gap-3">
        <input
          ref={box}
          id={id}
          className="box min-w-0 flex-1 basis-[260px]"
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button kind="primary" onClick={copy}>
          Sao chép
        </Button>
      </div>
      <p role="status" className="text-mute mt-1 text-sm">
        {said}
      </p>
    </section>
  )
}
