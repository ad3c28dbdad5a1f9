import { Mark } from '@/components/ui/table'
import { COMPLETION_MARKS } from '@/lib/indicators/labels'
import { printedPercent } from '@/lib/indicators/rules'
import type { Completion } from '@/lib/indicators/types'

/** The class in weave, words and percentage: "Vượt, 112%"; nothing where no class can be given. */
export function CompletionMark({ completion }: { completion: Completion }) {
  if (completion.class === null) return null
  const percent = printedPercent(completion)
  return (
    <Mark kind={COMPLETION_MARKS[completion.class]} share={completion.share}>
      {completion.label}
      {percent ? `, ${percent}` : null}
    </Mark>
  )
}
