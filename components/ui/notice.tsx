import type { ReactNode } from 'react'

export type NoticeKind = 'info' | 'warning' | 'error' | 'success'

const KINDS: Record<NoticeKind, { edge: string; word: string }> = {
  info: { edge: 'border-cham2', word: 'Lưu ý' },
  warning: { edge: 'border-amber text-amber', word: 'Cần xem' },
  error: { edge: 'border-co text-co', word: 'Lỗi' },
  success: { edge: 'border-cham', word: 'Đã xong' },
}

/** A message in the page. `error` is announced at once, `success` politely. The word before it spares colour-blind readers a guess. */
export function Notice({
  kind = 'info',
  title,
  children,
  id,
}: {
  kind?: NoticeKind
  title?: string
  children?: ReactNode
  id?: string
}) {
  const { edge, word } = KINDS[kind]
  return (
    <div
      id={id}
      role={kind === 'error' ? 'alert' : kind === 'success' ? 'status' : undefined}
      className={`bg-wash my-3 border-l-3 px-3.5 py-2.5 ${edge}`}
    >
      <p className="font-semibold">{title ?? word}</p>
      {children ? <div className="prose text-ink max-w-[88ch]">{children}</div> : null}
    </div>
  )
}
