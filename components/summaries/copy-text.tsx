'use client'

import { Button } from '@/components/ui/button'
import { useCopy } from '@/components/ui/copy-box'

/** A text ready to be sent by other means, with a button that copies it. */
export function CopyText({ text }: { text: string }) {
  const { box, said, copy } = useCopy<HTMLTextAreaElement>(
    text,
    'Lời nhắc đã được chọn; bấm Ctrl+C để sao chép.',
  )
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
        <Button onClick={copy}>Sao chép lời nhắc</Button>
        <span role="status" className="text-mute">
          {said}
        </span>
      </p>
    </>
  )
}
