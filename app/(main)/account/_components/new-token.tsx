'use client'

import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useFormAnswer } from '@/components/ui/form-context'

/** The token just made, shown this once; nothing before that. */
export function NewToken() {
  const made = useFormAnswer<{ token: string; name: string }>()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  if (!made) return null

  async function copy() {
    box.current?.select()
    try {
      // Offices on plain http have no clipboard: the text is selected for them to copy.
      await navigator.clipboard.writeText(made!.token)
      setSaid('Đã sao chép.')
    } catch {
      setSaid('Mã đã được chọn; bấm Ctrl+C để sao chép.')
    }
  }

  return (
    <div role="status" className="border-cham bg-wash my-4 border-l-3 px-3.5 py-3">
      <label htmlFor={id}>
        <b>Mã truy cập “{made.name}”</b>
        <span className="text-mute mt-1 mb-2 block">
          Mã chỉ hiện một lần này. Hãy sao chép ngay và giữ như mật khẩu.
        </span>
      </label>
      <div className="flex max-w-[760px] flex-wrap gap-3">
        <input
          ref={box}
          id={id}
          className="box min-w-0 flex-1 basis-[260px]"
          value={made.token}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button kind="primary" onClick={copy}>
          Sao chép
        </Button>
      </div>
      <p className="text-mute mt-1 text-sm">{said}</p>
    </div>
  )
}
