import type { ReactNode } from 'react'
import { NOT_STATED } from '@/lib/clusters/labels'

/** A list of terms and what is known of them, as two columns where there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid max-w-[104ch] gap-x-8 gap-y-2 lg:grid-cols-[190px_minmax(0,1fr)]">{children}</dl>
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-mute max-lg:mt-1">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What a source leaves open, and what nobody has entered yet, said in different words. */
export function Unstated({ fromSource }: { fromSource: boolean }) {
  return <span className="text-mute">{fromSource ? NOT_STATED : 'chưa ghi'}</span>
}
