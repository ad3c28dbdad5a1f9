import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/browser'
import { demoSql, emptyReport, registeredTargets } from '../support/demo-reports'
import { startApp } from '../support/server'

const TIMES = process.env.FULL === '1' ? 30 : 3
const AT_ONCE = 4
// The papers of Đà Nẵng are read by another test at the same time.
const UNIT = 'dak-lak'

type Save = { key: string; raw: string; version: number }
type Cell = { id: string; version: number; next: number; pending: Save | null; acknowledged: Save[] }

/** Saves one cell after another until the server is gone; an unanswered save is sent again under its key. */
async function saveUntilKilled(
  url: string,
  reportId: string,
  cookie: string,
  cell: Cell,
  alive: () => boolean,
) {
  while (alive()) {
    const save = (cell.pending ??= {
      key: randomUUID(),
      raw: String(1_000 + cell.next++),
      version: cell.version,
    })
    const answer = await fetch(`${url}/api/app/v1/reports/${reportId}/figures/${cell.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ raw: save.raw, version: save.version, idempotencyKey: save.key }),
    })
      .then((response) => response.json() as Promise<{ ok: boolean; value: { version: number } }>)
      .catch(() => null)
    if (!answer) continue
    expect(answer, 'an honest save is taken').toMatchObject({ ok: true })
    expect(answer.value.version).toBe(save.version + 1)
    cell.acknowledged.push(save)
    cell.version = answer.value.version
    cell.pending = null
  }
}

test(`M11 killed ${TIMES} times during saves, every acknowledged save is kept, and none twice`, async ({
  openAs,
}) => {
  test.setTimeout(TIMES * 45_000)
  const reportId = await emptyReport(UNIT, 'YEAR_FINAL')
  const page = await openAs(`staff.${UNIT}@demo.test`)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const counts = (await registeredTargets(UNIT)).filter(({ raw }) => /^[\d.]+$/.test(raw)).slice(0, AT_ONCE)
  const cells = counts.map(({ id }): Cell => ({ id, version: 0, next: 1, pending: null, acknowledged: [] }))
  for (let time = 0; time < TIMES; time++) {
    const app = await startApp(process.env.E2E_DATABASE_URL!)
    let alive = true
    const saving = cells.map((cell) => saveUntilKilled(app.url, reportId, cookie, cell, () => alive))
    const before = cells.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
    // Not before the first save is through, and then at no moment in particular.
    await expect
      .poll(() => cells.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0), { timeout: 30_000 })
      .toBeGreaterThan(before)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
    await app.kill()
    alive = false
    await Promise.all(saving)
  }
  for (const { id, acknowledged, pending, version } of cells) {
    const kept = await demoSql<{ raw: string; n: number }>(
      `SELECT after ->> 'raw' AS raw, count(*)::int AS n FROM figure_revisions
        WHERE report_id = $1 AND indicator_id = $2 GROUP BY 1`,
      [reportId, id],
    )
    const times = new Map(kept.map(({ raw, n }) => [raw, n]))
    for (const { raw } of acknowledged) expect(times.get(raw), `save of ${raw}`).toBe(1)
    expect([...times.values()].every((n) => n === 1)).toBe(true)
    // Beside the acknowledged ones there is at most the one that was under way when the last server died.
    const unasked = [...times.keys()].filter((raw) => !acknowledged.some((save) => save.raw === raw))
    expect(unasked.every((raw) => raw === pending?.raw)).toBe(true)
    const [figure] = await demoSql<{ version: number }>(
      `SELECT version FROM figures WHERE report_id = $1 AND indicator_id = $2`,
      [reportId, id],
    )
    expect(figure?.version).toBe(version + unasked.length)
  }
})
