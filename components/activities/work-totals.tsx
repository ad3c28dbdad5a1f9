import type { WorkTotals } from '@/lib/activities/campaigns/types'
import { printNumber } from '@/lib/platform/numbers/print'

/** Done over registered, "745/745", as the documents write it; a blank says that it is one. */
export function WorkCount({ counts: { registered, done } }: { counts: WorkTotals }) {
  if (registered === null && done === null) return <span className="text-mute">không nêu số</span>
  const print = (count: number | null) => (count === null ? null : printNumber(String(count)))
  if (registered === null)
    return (
      <>
        {print(done)} <span className="text-mute text-xs">(không nêu số đăng ký)</span>
      </>
    )
  return (
    <>
      {print(done) ?? '—'}/{print(registered)}
    </>
  )
}
