'use client'

import { type ReactNode, useEffect, useRef } from 'react'

const same = (text: string) => text.replaceAll('\r\n', '\n').trim()

/** Keeps what is typed in the fields inside from being lost: asks before the page is left or another form is sent. */
export function UnsavedTexts({ children }: { children: ReactNode }) {
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isUnsaved = () =>
      [...(inside.current?.querySelectorAll('textarea') ?? [])].some(
        ({ value, defaultValue }) => same(value) !== same(defaultValue),
      )
    function onSubmit(event: SubmitEvent) {
      if (inside.current?.contains(event.target as Node) || !isUnsaved()) return
      if (confirm('Lời thêm vào văn bản chưa được lưu và sẽ mất. Vẫn tiếp tục?')) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    function onLeave(event: BeforeUnloadEvent) {
      if (isUnsaved()) event.preventDefault()
    }
    window.addEventListener('submit', onSubmit, { capture: true })
    window.addEventListener('beforeunload', onLeave)
    return () => {
      window.removeEventListener('submit', onSubmit, { capture: true })
      window.removeEventListener('beforeunload', onLeave)
    }
  }, [])
  return <div ref={inside}>{children}</div>
}
