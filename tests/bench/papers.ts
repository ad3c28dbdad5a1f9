import { renderPaper } from '@/lib/platform/files/render'
import { samplePaper } from '@/tests/support/sample-paper'
import { median } from './load'
import type { Line } from './report'

const mb = () => process.memoryUsage().rss / 2 ** 20

/** The report of a cluster of ten provinces with 21 indicators and their narratives, drawn as DOCX and as PDF. */
export async function measurePapers(rounds: number): Promise<Line[]> {
  const paper = samplePaper({ units: 10, indicators: 21, paragraphs: 40 })
  const times = async (format: 'docx' | 'pdf') => {
    // The first one loads libraries and fonts.
    await renderPaper(paper, format)
    const taken: number[] = []
    for (let round = 0; round < rounds; round++) {
      const began = performance.now()
      await renderPaper(paper, format)
      taken.push(performance.now() - began)
    }
    return median(taken)
  }
  const before = mb()
  const docx = await times('docx')
  const extra = mb() - before
  const pdf = await times('pdf')
  return [
    {
      name: 'cluster report as DOCX (10 provinces, 21 indicators), p50',
      figure: docx,
      unit: 'ms',
      limit: { atMost: 300 },
    },
    {
      name: 'memory it takes beside (the whole thread, libraries included)',
      figure: extra,
      unit: 'MB',
      limit: { atMost: 60 },
    },
    { name: 'the same report as PDF, p50', figure: pdf, unit: 'ms', limit: { atMost: 600 } },
  ]
}
