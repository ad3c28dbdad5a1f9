import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { saveFigure } from '@/lib/reports/figures/commands'
import { getReport } from '@/lib/reports/queries'
import { getChangesSince, getFigureHistory } from '@/lib/reports/history/queries'
import { saveFigureSchema } from '@/lib/reports/schema'
import type { FigureConflict, FigureQuestion } from '@/lib/reports/types'
import { countRows, prisma, sql, tableChecksums } from '../../support/database'
import { actorOf, arrangeReports, createReport } from '../../support/reports'

const FULL = process.env.FULL === '1'

const entry = (raw: string, version = 0, more: object = {}) =>
  saveFigureSchema.parse({ raw, version, idempotencyKey: randomUUID(), ...more })

async function arrange() {
  const scene = await arrangeReports()
  const report = await createReport(scene, { filled: false })
  const officer = await actorOf('officer', scene)
  return { scene, report, officer, indicator: scene.indicators.count }
}

describe('saving a figure', () => {
  test('stores what was typed and what was understood, with history, audit, projection and versions', async () => {
    const { report, officer, indicator } = await arrange()
    const first = await saveFigure(officer, report.id, indicator.id, entry('1.520', 0, { note: 'ghi chú' }))
    expect(first).toMatchObject({
      ok: true,
      value: {
        version: 1,
        dataVersion: 1,
        raw: '1.520',
        value: { kind: 'COUNT', amount: '1520' },
        echo: '1.520 hộ',
      },
    })
    const second = await saveFigure(officer, report.id, indicator.id, entry('trên 600 nghìn', 1))
    expect(second).toMatchObject({ ok: true, value: { version: 2, dataVersion: 2 } })
    const [projection] = await sql<{ cells: unknown }>('SELECT cells FROM report_projections')
    expect(projection?.cells).toEqual({ [indicator.id]: { m: { a: '600000', q: 'OVER', v: 2 } } })
    expect(await countRows('figure_revisions')).toBe(2)
    expect(await countRows('audit_entries', `action = 'saveFigure'`)).toBe(2)
    const history = await getFigureHistory(officer, report.id, indicator.id)
    expect(history.map((h) => [h.before?.raw ?? null, h.after.raw])).toEqual([
      ['1.520', 'trên 600 nghìn'],
      [null, '1.520'],
    ])
    const changes = await getChangesSince(officer, report.id, 1)
    expect(changes?.figures).toMatchObject([{ before: { raw: '1.520' }, after: { raw: 'trên 600 nghìn' } }])
    const dto = await getReport(officer, report.id)
    expect(dto?.cells[0]?.figure).toMatchObject({ raw: 'trên 600 nghìn', version: 2, note: null })
    const set = await prisma.indicatorSet.findFirstOrThrow()
    expect(set.frozenAt).not.toBeNull()
  })

  test('takes a whole cell: breakdown, ratio, blank with reason, both measures', async () => {
    const { scene, report, officer } = await arrange()
    const { breakdown, ratio, money } = scene.indicators
    expect(
      await saveFigure(officer, report.id, breakdown.id, entry('745', 0, { breakdown: ['02', '38', '705'] })),
    ).toMatchObject({ ok: true })
    expect(await saveFigure(officer, report.id, ratio.id, entry('122/281'))).toMatchObject({
      ok: true,
      value: { value: { kind: 'RATIO', numerator: '122', denominator: '281' } },
    })
    expect(
      await saveFigure(officer, report.id, money.id, entry('', 0, { blankReason: 'NOT_ARISEN' })),
    ).toMatchObject({ ok: true, value: { value: null } })
    const dto = await getReport(officer, report.id)
    expect(dto?.cells.map((cell) => [cell.figure?.raw, cell.figure?.blankReason])).toEqual([
      [undefined, undefined],
      ['', 'NOT_ARISEN'],
      ['122/281', null],
      ['745', null],
    ])
    expect(dto?.cells[3]?.figure?.breakdown).toEqual([
      { label: 'cấp tỉnh', amount: '2' },
      { label: 'cấp huyện', amount: '38' },
      { label: 'cấp cơ sở', amount: '705' },
    ])
    expect(dto?.progress).toEqual({ assigned: 4, filled: 2, blank: 1, empty: 1, toMend: 0 })
    expect(
      await saveFigure(officer, report.id, ratio.id, entry('5', 0, { measure: 'TO_DATE' })),
    ).toMatchObject({
      ok: false,
      code: 'invalid',
    })
  })

  test('asks about an unclear figure and stores nothing', async () => {
    const { report, officer, indicator } = await arrange()
    const before = await tableChecksums()
    const asked = await saveFigure(officer, report.id, indicator.id, entry('1.5'))
    expect(asked).toMatchObject({ ok: false, code: 'invalid', fields: { raw: expect.any(String) } })
    const { choices } = (asked.ok ? null : asked.current) as FigureQuestion
    expect(choices.length).toBeGreaterThan(0)
    expect(await saveFigure(officer, report.id, indicator.id, entry('9'.repeat(60)))).toMatchObject({
      ok: false,
    })
    expect(await tableChecksums()).toEqual(before)
    const chosen = await saveFigure(officer, report.id, indicator.id, entry(choices[0]?.raw ?? ''))
    expect(chosen).toMatchObject({ ok: true })
  })

  test('a stale version is a conflict that shows both values', async () => {
    const { report, officer, indicator } = await arrange()
    await saveFigure(officer, report.id, indicator.id, entry('10'))
    for (const version of [0, 5]) {
      const late = await saveFigure(officer, report.id, indicator.id, entry('20', version))
      expect(late).toMatchObject({ ok: false, code: 'conflict' })
      expect((late.ok ? null : late.current) as FigureConflict).toMatchObject({
        mine: '20',
        current: { raw: '10', version: 1, value: { amount: '10' } },
      })
    }
    const other = await saveFigure(officer, report.id, indicator.id, entry('30', 3))
    expect(other).toMatchObject({ ok: false, code: 'conflict' })
    expect(await countRows('figure_revisions')).toBe(1)
  })

  test('the same key saves once, even when sent together', async () => {
    const { report, officer, indicator } = await arrange()
    const input = entry('10')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => saveFigure(officer, report.id, indicator.id, input)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(sorted(answer)))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true, value: { version: 1, dataVersion: 1 } })
    expect(await countRows('figure_revisions')).toBe(1)
    expect(await countRows('audit_entries')).toBe(1)
  })

  test('is locked once the report has left the unit, or the period is closed', async () => {
    const { report, officer, indicator } = await arrange()
    await prisma.report.update({ where: { id: report.id }, data: { state: 'SENT' } })
    expect(await saveFigure(officer, report.id, indicator.id, entry('10'))).toMatchObject({ code: 'locked' })
    await prisma.report.update({ where: { id: report.id }, data: { state: 'DRAFT' } })
    await prisma.reportingPeriod.updateMany({ data: { lockedAt: new Date() } })
    expect(await saveFigure(officer, report.id, indicator.id, entry('10'))).toMatchObject({ code: 'locked' })
    expect(await countRows('figures')).toBe(0)
  })

  test('an indicator of another year or cluster is not found', async () => {
    const { report, officer } = await arrange()
    expect(await saveFigure(officer, report.id, randomUUID(), entry('10'))).toMatchObject({
      code: 'not_found',
    })
    expect(await saveFigure(officer, 'không phải id', 'x', entry('10'))).toMatchObject({ code: 'not_found' })
  })

  test('M7 two officers edit one figure: no silent overwrite', async () => {
    const { scene, report, officer, indicator } = await arrange()
    const rival = await actorOf('officer', scene)
    const races = FULL ? 200 : 20
    let version = 0
    for (let race = 0; race < races; race += 1) {
      const [mine, theirs] = await Promise.all([
        saveFigure(officer, report.id, indicator.id, entry(`${race}1`, version)),
        saveFigure(rival, report.id, indicator.id, entry(`${race}2`, version)),
      ])
      const [won, lost] = mine.ok ? [mine, theirs] : [theirs, mine]
      if (!won.ok || lost.ok) throw new Error(`race ${race}: ${JSON.stringify([mine, theirs])}`)
      expect(lost.code).toBe('conflict')
      expect((lost.current as FigureConflict).current).toMatchObject({
        raw: won.value.raw,
        version: version + 1,
      })
      version = won.value.version
    }
    expect(version).toBe(races)
    expect(await countRows('figure_revisions')).toBe(races)
    const [report2] = await sql<{ data_version: number }>('SELECT data_version FROM reports')
    expect(report2?.data_version).toBe(races)
  })

  test('saves of different figures at once lose nothing: every data version once, projection whole', async () => {
    const { scene, report, officer } = await arrange()
    const { count, breakdown } = scene.indicators
    const rounds = 10
    for (let version = 0; version < rounds; version += 1) {
      const saves = await Promise.all(
        [count, breakdown].flatMap(({ id }) => [
          saveFigure(officer, report.id, id, entry(`${version + 1}`, version)),
        ]),
      )
      expect(saves.every((save) => save.ok)).toBe(true)
    }
    const revisions = await sql<{ data_version: number }>(
      'SELECT data_version FROM figure_revisions ORDER BY 1',
    )
    expect(revisions.map((r) => r.data_version)).toEqual(Array.from({ length: 2 * rounds }, (_, i) => i + 1))
    const [projection] = await sql<{ cells: Record<string, unknown> }>('SELECT cells FROM report_projections')
    expect(projection?.cells).toEqual({
      [count.id]: { m: { a: '10', v: 10 } },
      [breakdown.id]: { m: { a: '10', v: 10 } },
    })
  })
})

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
