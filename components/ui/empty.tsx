import type { ReactNode } from 'react'

/** What stands where nothing stands yet: says what is missing, why, and what to do about it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="pt-7 pb-6">
      <div className="band mb-4 w-16" aria-hidden="true" />
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="prose text-mute mt-1 max-w-[68ch]">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  )
}
