'use client'

import { useRef, useState } from 'react'
import { Button } from './button'

/**
 * Copies the text of a box, and says so. Offices on plain http have no clipboard: the text is selected for them to copy, and
 * `selected` says what to do.
 */
export function useCopy<Box extends HTMLInputElement | HTMLTextAreaElement>(text: string, selected: string) {
  const box = useRef<Box>(null)
  const [said, setSaid] = useState('')
  async function copy() {
    box.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Đã sao chép.')
    } catch {
      setSaid(selected)
    }
  }
  return { box, said, copy }
}

/** One line to take away, with a button that copies it. `what` names it at the head of a sentence: "Mã", "Liên kết". */
export function CopyBox({ id, value, what }: { id: string; value: string; what: string }) {
  const { box, said, copy } = useCopy<HTMLInputElement>(
    value,
    `${what} đã được chọn; bấm Ctrl+C để sao chép.`,
  )
  return (
    <>
      <div className="flex max-w-[760px] flex-wrap gap-3">
        <input
          ref={box}
          id={id}
          className="box min-w-0 flex-1 basis-[260px]"
          value={value}
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
    </>
  )
}
