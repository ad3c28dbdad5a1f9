import type { Run } from '@/lib/search/types'

/** A text with the words that were searched marked in it. */
export function Runs({ runs }: { runs: Run[] }) {
  return runs.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))
}
