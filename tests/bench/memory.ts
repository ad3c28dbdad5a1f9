import type { ChildProcess } from 'node:child_process'
import { residentMb } from './build'
import { LAST_YEAR, type BenchData } from './data'
import { get, load, put, type Target } from './load'
import { check, CLUSTER_PAGE, lines, MIXED, PORTS } from './settings'

/** Resident memory after mixed requests, and after as many again. */
export async function memory(
  app: ChildProcess,
  { entries, reviewer, office, sentReportId, indicators }: BenchData,
) {
  console.log('memory …')
  const officer = (n: number) => entries[n % entries.length]!
  const year = (n: number) => LAST_YEAR - (n % 10)
  const kinds: ((n: number) => string)[] = [
    (n) => get(`/clusters/cum-${(n % 6) + 1}/${year(n)}`, reviewer),
    (n) => get(`/clusters/cum-${(n % 6) + 1}/${year(n)}?so-sanh=1&ky=6-thang`, office),
    (n) => get(`/units/${officer(n).unit}/${year(n)}`, office),
    (n) => get(`/reports/${officer(n).reportId}`, officer(n).session),
    () => get('/my-work', reviewer),
    (n) => get(n % 4 === 0 ? '/national' : '/clusters', office),
    (n) =>
      get(
        `/api/app/v1/reports/${sentReportId}/figures/${indicators[n % indicators.length]!}/words`,
        reviewer,
      ),
    (n) => get(`${CLUSTER_PAGE}/${['members', 'charts', 'submissions'][n % 3]!}`, reviewer),
    (n) =>
      put(`/api/app/v1/reports/${officer(n).reportId}/narrative/RESULTS`, officer(n).session, {
        text: `Kết quả ${n}`,
        version: 0,
        idempotencyKey: `bench-memory-${process.pid}-${n}`,
      }),
  ]
  let n = 0
  const mixed: Target = {
    name: 'mixed',
    port: PORTS.app,
    request: () => {
      n += 1
      return kinds[n % kinds.length]!(Math.floor(n / kinds.length))
    },
    // A narrative that is there already answers with a conflict: work all the same.
    check: ({ status }) => status === 200 || status === 409 || status === 404,
  }
  const turn = async () => {
    const slice = await load(mixed, { connections: 16, requests: MIXED })
    check('mixed requests', [slice])
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return { mb: residentMb(app), rate: slice.answers / slice.seconds }
  }
  const first = await turn()
  const second = await turn()
  lines.push(
    {
      name: `resident memory after ${MIXED} mixed requests`,
      figure: first.mb,
      unit: 'MB',
      limit: { atMost: 600 },
      note: `${first.rate.toFixed(0)} requests/s`,
    },
    {
      name: `resident memory after ${MIXED} more`,
      figure: second.mb,
      unit: 'MB',
      floor: { name: 'before them', figure: first.mb },
      ratio: second.mb / first.mb,
      limit: { atMost: 1.1 },
    },
  )
}
