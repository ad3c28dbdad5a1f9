'use client'

import { useId } from 'react'
import { CopyBox } from '@/components/ui/copy-box'
import { useFormAnswer } from '@/components/ui/form-context'

/** The token just made, shown this once; nothing before that. */
export function NewToken() {
  const made = useFormAnswer<{ token: string; name: string }>()
  const id = useId()
  if (!made) return null
  return (
    <div role="status" className="border-cham bg-wash my-4 border-l-3 px-3.5 py-3">
      <label htmlFor={id}>
        <b>Mã truy cập “{made.name}”</b>
        <span className="text-mute mt-1 mb-2 block">
          Mã chỉ hiện một lần này. Hãy sao chép ngay và giữ như mật khẩu.
        </span>
      </label>
      <CopyBox id={id} value={made.token} what="Mã" />
    </div>
  )
}
