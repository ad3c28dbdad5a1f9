'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** A text ready to be sent by other means, with a button that copies it. */
export function CopyText({ text }: { text: string }) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  return (
    <>
      <textarea
        ref={box}
        readOnly
        aria-label="Nội dung để sao chép"
        rows={text.split('\n').length + 1}
        defaultValue={text}
        className="box mt-2"
      />
      <p className="mt-2 flex items-center gap-4">
        <Button
          onClick={() => {
            box.current?.select()
            navigator.clipboard?.writeText(text).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }}
        >
          Sao chép lời nhắc
        </Button>
        <span role="status" className="text-mute">
          {copied ? 'Đã sao chép.' : ''}
        </span>
      </p>
    </>
  )
}
