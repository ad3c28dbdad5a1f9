import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { importReportForm } from '@/lib/documents/sheets/commands'
import { getReportForm, previewReportForm } from '@/lib/documents/sheets/queries'
import type { ImportPreview } from '@/lib/documents/sheets/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { readWorkbook } from '@/lib/platform/files/read'
import { saveFigure } from '@/lib/reports/figures/commands'
import { getReport } from '@/lib/reports/queries'
import { saveFigureSchema } from '@/lib/reports/schema'
import { countRows, prisma, tableChecksums } from '../../support/database'
import { runMatrix } from '../../support/matrix'
import { actorOf, arrangeReports, createReport, PEOPLE, type Person } from '../../support/reports'
import { withCells, type Put } from '../../support/workbook'

const NAME = 'bieu.xlsx'
const entry = (raw: string, version = 0, more: object = {}) =>
  saveFigureSchema.parse({ raw, version, idempotencyKey: randomUUID(), ...more })

/** Every kind of figure beside the scene's own. */
async function moreKinds(set: { id: string }) {
  const group = await prisma.indicatorGroup.findFirstOrThrow({ where: { setId: set.id } })
  const rows = [
    ['ty-le', 'PERCENTAGE', '%', []],
    ['co-khong', 'YES_NO', '', []],
    ['chu', 'TEXT', '', []],
    ['ghep', 'COMPOSITE', 'người', ['Năm 2025', 'Năm 2026', 'Nhiệm kỳ']],
  ] as const
  const ids: Record<string, string> = {}
  for (const [index, [code, kind, measureUnit, parts]] of rows.entries()) {
    const { id } = await prisma.indicator.create({
      data: {
        setId: set.id,
        groupId: group.id,
        code,
        name: `Chỉ tiêu ${code}`,
        shortName: code,
        measureUnit,
        aggregation: 'NONE',
        kind,
        position: 5 + index,
        parts: [...parts],
      },
    })
    ids[code] = id
  }
  return ids
}

async function arrange(kind: 'SIX_MONTHS' | 'YEAR_ESTIMATE' = 'SIX_MONTHS') {
  const scene = await arrangeReports()
  const kinds = await moreKinds(scene.indicatorSet)
  const report = await createReport(scene, { filled: false, kind })
  const officer = await actorOf('officer', scene)
  const { count, money, ratio, breakdown } = scene.indicators
  const save = async (id: string, raw: string, more: object = {}) =>
    expect(await saveFigure(officer, report.id, id, entry(raw, 0, more))).toMatchObject({ ok: true })
  await save(count.id, 'trên 600 nghìn', { note: '=1+1 ghi chú' })
  await save(money.id, '7,5 tỷ đồng')
  await save(ratio.id, '122/281')
  await save(breakdown.id, '745', { breakdown: ['02', '38', '705'] })
  await save(kinds['ty-le']!, '82,6%')
  await save(kinds['co-khong']!, 'Có')
  await save(kinds.chu!, '@Mô hình mới')
  await save(kinds.ghep!, '33.500; 17.000; 350')
  return { scene, report, officer, kinds }
}

async function formOf(actor: Actor, reportId: string): Promise<Uint8Array> {
  const form = await getReportForm(actor, reportId)
  if (!form.ok) throw new Error(form.message)
  return form.value.bytes
}

async function previewOf(actor: Actor, reportId: string, bytes: Uint8Array): Promise<ImportPreview> {
  const preview = await previewReportForm(actor, reportId, { name: NAME, bytes })
  if (!preview.ok) throw new Error(preview.message)
  return preview.value
}

/** The row in which the form asks for an indicator, by its code. */
async function rowOf(bytes: Uint8Array, code: string): Promise<number> {
  const book = await readWorkbook(bytes)
  if (!book.ok) throw new Error(book.problem)
  return book.sheets[0]!.cells.find(({ column, value }) => column === 2 && value === code)!.row
}

const bring = (
  actor: Actor,
  reportId: string,
  bytes: Uint8Array,
  plan: string,
  idempotencyKey: string = randomUUID(),
) => importReportForm(actor, reportId, { name: NAME, bytes }, { plan, idempotencyKey })

describe('P5 the form of a report', () => {
  test('brought in without an edit writes nothing, all kinds of figure', async () => {
    const { officer, report } = await arrange('YEAR_ESTIMATE')
    const bytes = await formOf(officer, report.id)
    const before = await tableChecksums(['idempotency_keys'])
    const preview = await previewOf(officer, report.id, bytes)
    expect(preview.counts).toEqual({ NEW: 0, CHANGED: 0, CONFLICT: 0, REFUSED: 0, UNCHANGED: 16 })
    expect(await bring(officer, report.id, bytes, preview.plan)).toMatchObject({
      ok: true,
      value: { saved: 0, left: 0 },
    })
    expect(await tableChecksums(['idempotency_keys'])).toEqual(before)
  })

  test('brings in what was edited once, in one transaction, and says where it does not understand', async () => {
    const { officer, report, scene } = await arrange()
    const form = await formOf(officer, report.id)
    const at = async (code: string) => rowOf(form, code)
    const [count, money, share, yes, text, ratio, parts] = [
      await at('ho'),
      await at('tien'),
      await at('ty-le'),
      await at('co-khong'),
      await at('chu'),
      await at('co-so'),
      await at('hanh-dong'),
    ]
    const cells: Record<string, Put> = {
      [`H${count}`]: 'gần',
      [`I${count}`]: 13_577,
      [`I${money}`]: 'khoảng 8,25 tỷ',
      [`I${share}`]: 91.5,
      [`I${yes}`]: null,
      [`J${yes}`]: 'Không phát sinh',
      [`I${text}`]: { formula: '1+1', value: 2 },
      [`I${ratio}`]: '130/281',
      [`K${ratio}`]: 'thêm tám cơ sở',
      [`I${parts}`]: 1.5,
    }
    const bytes = withCells(form, cells)
    const before = await countRows('figure_revisions')
    const preview = await previewOf(officer, report.id, bytes)
    expect(await countRows('figure_revisions')).toBe(before)
    expect(preview.counts).toEqual({ NEW: 0, CHANGED: 5, CONFLICT: 0, REFUSED: 2, UNCHANGED: 1 })
    const refused = preview.items.filter(({ status }) => status === 'REFUSED')
    expect(refused.map(({ address, reason }) => [address, reason])).toEqual([
      [`I${parts}`, expect.stringContaining('?') as string],
      [`I${text}`, expect.stringContaining('công thức') as string],
    ])
    const key = randomUUID()
    const first = await bring(officer, report.id, bytes, preview.plan, key)
    expect(first).toEqual({ ok: true, value: { saved: 5, left: 2 } })
    expect(await countRows('audit_entries', `action = 'importReport'`)).toBe(1)
    const now = await getReport(officer, report.id)
    const raws = Object.fromEntries(now!.cells.map(({ indicator, figure }) => [indicator.code, figure]))
    expect(raws.ho).toMatchObject({
      raw: 'gần 13.577',
      value: { amount: '13577', qualifier: 'NEARLY' },
      note: '=1+1 ghi chú',
    })
    expect(raws.tien).toMatchObject({ value: { amount: '8250000000', qualifier: 'ABOUT' } })
    expect(raws['ty-le']).toMatchObject({ value: { amount: '91.5' } })
    expect(raws['co-khong']).toMatchObject({ value: null, blankReason: 'NOT_ARISEN' })
    expect(raws['co-so']).toMatchObject({ raw: '130/281', note: 'thêm tám cơ sở' })
    expect(raws['hanh-dong']).toMatchObject({ raw: '745', version: 1 })
    // Sent again with its key it is the same answer; with another, the preview is another one by now.
    const rows = await countRows('figure_revisions')
    expect(await bring(officer, report.id, bytes, preview.plan, key)).toEqual(first)
    expect(await bring(officer, report.id, bytes, preview.plan)).toMatchObject({
      ok: false,
      code: 'conflict',
    })
    const again = await previewOf(officer, report.id, bytes)
    expect(again.counts).toMatchObject({ NEW: 0, CHANGED: 0, CONFLICT: 0, UNCHANGED: 6 })
    expect(await bring(officer, report.id, bytes, again.plan)).toMatchObject({
      ok: true,
      value: { saved: 0 },
    })
    expect(await countRows('figure_revisions')).toBe(rows)
    expect(scene.indicators.count.id).toBeTruthy()
  })

  test('never writes over a newer figure, and shows both', async () => {
    const { officer, report, scene } = await arrange()
    const form = await formOf(officer, report.id)
    const row = await rowOf(form, 'ho')
    await saveFigure(officer, report.id, scene.indicators.count.id, entry('700.000', 1))
    await saveFigure(officer, report.id, scene.indicators.ratio.id, entry('140/281', 1))
    const bytes = withCells(form, { [`I${row}`]: 650_000 })
    const preview = await previewOf(officer, report.id, bytes)
    expect(preview.counts).toMatchObject({ CONFLICT: 1, CHANGED: 0, REFUSED: 0 })
    const conflict = preview.items.find(({ status }) => status === 'CONFLICT')
    expect(conflict).toMatchObject({
      address: `I${row}`,
      before: '700.000 hộ',
      after: expect.stringContaining('trên 650.000') as string,
    })
    expect(await bring(officer, report.id, bytes, preview.plan)).toMatchObject({
      ok: true,
      value: { saved: 0, left: 1 },
    })
    const now = await getReport(officer, report.id)
    expect(now!.cells.map(({ figure }) => figure?.raw)).toEqual(
      expect.arrayContaining(['700.000', '140/281']),
    )
  })

  test('is undone whole when a figure changes between preview and writing', async () => {
    const { officer, report, scene } = await arrange()
    const form = await formOf(officer, report.id)
    const bytes = withCells(form, {
      [`I${await rowOf(form, 'ho')}`]: 1,
      [`I${await rowOf(form, 'co-so')}`]: '1/2',
    })
    const preview = await previewOf(officer, report.id, bytes)
    await saveFigure(officer, report.id, scene.indicators.ratio.id, entry('140/281', 1))
    expect(await bring(officer, report.id, bytes, preview.plan)).toMatchObject({
      ok: false,
      code: 'conflict',
    })
    expect(await countRows('audit_entries', `action = 'importReport'`)).toBe(0)
  })

  test('of another unit, year, period or set is refused with one sentence, a forged stamp too', async () => {
    const { officer, report, scene } = await arrange()
    const mine = await formOf(officer, report.id)
    const theirs = await createReport(scene, { filled: false, unit: scene.units.deputy })
    const other = await actorOf('officer', scene, scene.units.deputy)
    const refusalOf = async (bytes: Uint8Array) => {
      const preview = await previewReportForm(officer, report.id, { name: NAME, bytes })
      return preview.ok ? null : preview.message
    }
    expect(await refusalOf(await formOf(other, theirs.id))).toContain('đơn vị khác')
    const targets = await createReport(scene, { filled: false, kind: 'REGISTRATION' })
    expect(await refusalOf(await formOf(officer, targets.id))).toContain('kỳ báo cáo khác')
    expect(await refusalOf(withCells(mine, { A1: 'x'.repeat(43) }, 3))).toContain(
      'không phải biểu tải từ phần mềm',
    )
    await prisma.indicatorSet.update({ where: { id: scene.indicatorSet.id }, data: { version: 2 } })
    expect(await refusalOf(mine)).toContain('Bộ chỉ tiêu đã thay đổi')
    await prisma.emulationYear.update({ where: { id: scene.year.id }, data: { year: 2027 } })
    expect(await refusalOf(mine)).toContain('năm 2026')
  })

  test('the role matrix: only the unit brings in its figures, while it may enter them', async () => {
    await runMatrix<
      Person,
      { scene: Awaited<ReturnType<typeof arrangeReports>>; reportId: string; bytes: Uint8Array; plan: string }
    >(
      {
        roles: PEOPLE,
        arrange: async () => {
          const scene = await arrangeReports()
          const report = await createReport(scene, { filled: false })
          const officer = await actorOf('officer', scene)
          const form = await formOf(officer, report.id)
          const bytes = withCells(form, { [`I${await rowOf(form, 'ho')}`]: 12 })
          const { plan } = await previewOf(officer, report.id, bytes)
          return { scene, reportId: report.id, bytes, plan }
        },
        actorFor: (person, { scene }) => actorOf(person, scene),
      },
      [
        {
          command: 'importReport',
          run: (actor, { reportId, bytes, plan }) => bring(actor, reportId, bytes, plan),
          expected: { officer: 'ok', leader: 'ok' },
          otherwise: 'not_found',
        },
      ],
    )
  })
})
