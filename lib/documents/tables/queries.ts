import 'server-only'
import { listAccounts } from '@/lib/accounts/admin/queries'
import { accountFilterSchema } from '@/lib/accounts/admin/schema'
import { getRegisteredTargets } from '@/lib/activities/pledge/queries'
import { listPractices } from '@/lib/activities/practices/queries'
import { practiceFilterSchema } from '@/lib/activities/practices/schema'
import { listUnitAwards } from '@/lib/awards/book/queries'
import { listAwards, listAwardTypes } from '@/lib/awards/queries'
import { getClusterYear } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import { listMyTasks } from '@/lib/meetings/outcomes/queries'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import { isCollected, openingPeriod } from '@/lib/periods/rules'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { printDateTime } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import type { Table } from '@/lib/platform/files/types'
import { getCompleteness } from '@/lib/reports/overview/queries'
import { getScoreBoard } from '@/lib/scoring/rubric/queries'
import { getNationalTable, getNationalYear } from '@/lib/summaries/national/queries'
import { nationalInput } from '@/lib/summaries/national/rules'
import type { NationalYear } from '@/lib/summaries/national/types'
import { getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import { getUnitYear } from '@/lib/summaries/unit-years/queries'
import { summariseUnitYear } from '@/lib/summaries/unit-years/rules'
import { findUnitOfYear, getUnit } from '@/lib/units/queries'
import { clusterTable, nationalTable } from '../sheet-cluster'
import {
  accountTable,
  awardTable,
  completenessTables,
  practiceTable,
  scoreTable,
  taskTable,
} from '../sheet-lists'
import { targetTable } from '../sheet-targets'
import { unitTable } from '../sheet-unit'
import type { ExportInput } from './schema'
import type { Export } from './types'

type Made = { fileName: string; title: string; tables: Table[] } | null
type Context = { actor: Actor; input: ExportInput; notes: string[] }

const clusterYearOf = ({ actor, input }: Context): Promise<ClusterYearDto | null> | null =>
  input.year === null ? null : getClusterYear(actor, input.slug, input.year)

async function cluster(context: Context): Promise<Made> {
  const clusterYear = await clusterYearOf(context)
  if (!clusterYear) return null
  const period = context.input.period ?? clusterYear.openingPeriod
  const { cluster: of, year, illustrative } = clusterYear
  const table = clusterTable(
    summariseClusterYear(await getClusterTable(context.actor, clusterYear, period)),
    {
      name: of.name,
      year,
      period,
      illustrative,
      notes: context.notes,
    },
  )
  return { fileName: `${of.slug}-${year}-${PERIOD_SLUGS[period]}`, title: table.title, tables: [table] }
}

async function nationalPeriod(context: Context, national: NationalYear, period: PeriodKind): Promise<Table> {
  const { table } = await getNationalTable(context.actor, national.emulationYearId, period)
  const content = table()
  const { clusters } = content
  return nationalTable(summariseClusterYear(nationalInput(national, period, content)), {
    year: national.year,
    period,
    clusterOf: new Map(clusters.flatMap(({ name, units: of }) => of.map(({ id }) => [id, name]))),
    illustrative: clusters.some(({ illustrative }) => illustrative),
    notes: context.notes,
  })
}

async function national(context: Context): Promise<Made> {
  const year = await getNationalYear(context.actor, context.input.year)
  if (!year) return null
  const results = year.periods.filter(({ kind }) => kind !== 'REGISTRATION')
  const asked = context.input.period
  const known = results
    .filter(({ kind, hasData }) => (asked ? kind === asked : hasData))
    .map(({ kind }) => kind)
  const kinds = known.length > 0 ? known : [openingPeriod(results)]
  const tables: Table[] = []
  for (const kind of kinds) tables.push(await nationalPeriod(context, year, kind))
  return { fileName: `toan-quoc-${year.year}`, title: `Kết quả toàn quốc năm ${year.year}`, tables }
}

async function completeness(
  { actor, notes }: Context,
  scope: { clusterYearId: string } | { national: true },
  periods: readonly { id: string; dueAt: string | null }[],
  about: { fileName: string; title: string },
): Promise<Made> {
  const due = periods.filter(isCollected).map(({ id }) => id)
  const tables = await getCompleteness(actor, scope, due)
  return tables.length > 0
    ? { ...about, tables: completenessTables(tables, { title: about.title, notes }) }
    : null
}

async function submissions(context: Context): Promise<Made> {
  const clusterYear = await clusterYearOf(context)
  if (!clusterYear) return null
  const { cluster: of, year, periods, id } = clusterYear
  return completeness(context, { clusterYearId: id }, periods, {
    fileName: `tien-do-${of.slug}-${year}`,
    title: `Tiến độ gửi báo cáo, ${of.name}`,
  })
}

async function nationalSubmissions(context: Context): Promise<Made> {
  const year = await getNationalYear(context.actor, context.input.year)
  if (!year) return null
  return completeness(context, { national: true }, year.periods, {
    fileName: `tien-do-toan-quoc-${year.year}`,
    title: 'Tiến độ gửi báo cáo toàn quốc',
  })
}

async function unit({ actor, input, notes }: Context): Promise<Made> {
  const found = input.year === null ? null : await findUnitOfYear(actor, input.slug, input.year)
  if (!found || input.year === null) return null
  const unitYear = await getUnitYear(actor, found.id, input.year)
  const illustrative = unitYear.reports.some((report) => report.illustrative)
  const table = unitTable(found.name, input.year, summariseUnitYear(found, unitYear), { notes, illustrative })
  return { fileName: `${found.slug}-${input.year}`, title: table.title, tables: [table] }
}

async function unitAwards({ actor, input, notes }: Context): Promise<Made> {
  const found = await getUnit(actor, input.slug)
  if (!found) return null
  const title = `Sổ khen thưởng của ${found.name}`
  const awards = await listUnitAwards(actor, found.id, { withPredecessors: true })
  return { fileName: `khen-thuong-${found.slug}`, title, tables: [awardTable(awards, { title, notes })] }
}

async function scores(context: Context): Promise<Made> {
  const clusterYear = await clusterYearOf(context)
  const board = clusterYear && (await getScoreBoard(context.actor, clusterYear.id))
  if (!clusterYear || !board?.rubric) return null
  const title = `Chấm điểm ${clusterYear.cluster.name}, năm ${clusterYear.year}`
  return {
    fileName: `cham-diem-${clusterYear.cluster.slug}-${clusterYear.year}`,
    title,
    tables: [scoreTable(board, { title, notes: context.notes })],
  }
}

async function awards({ actor, input, notes }: Context): Promise<Made> {
  const types = await listAwardTypes(actor)
  const type = types.find(({ code }) => code === input.filter.loai)
  const found = await listAwards(actor, { year: input.year ?? undefined, typeCode: type?.code })
  const title = ['Khen thưởng đã tặng', type?.name, input.year ? `năm ${input.year}` : '']
    .filter(Boolean)
    .join(', ')
  return { fileName: 'khen-thuong', title, tables: [awardTable(found, { title, notes })] }
}

async function targets(context: Context): Promise<Made> {
  const clusterYear = await clusterYearOf(context)
  if (!clusterYear) return null
  const found = await getRegisteredTargets(context.actor, clusterYear.id)
  const title = `Chỉ tiêu các đơn vị đăng ký, ${clusterYear.cluster.name}, năm ${clusterYear.year}`
  return {
    fileName: `dang-ky-${clusterYear.cluster.slug}-${clusterYear.year}`,
    title,
    tables: [targetTable(found, clusterYear.members, { title, notes: context.notes })],
  }
}

/** All pages of a list, up to `most`. */
async function wholeList<T>(
  page: (number: number) => Promise<{ rows: T[]; pages: number } | null>,
): Promise<T[] | null> {
  const most = 200
  const rows: T[] = []
  for (let number = 1; number <= most; number++) {
    const found = await page(number)
    if (!found) return null
    rows.push(...found.rows)
    if (number >= found.pages) break
  }
  return rows
}

async function practices({ actor, input, notes }: Context): Promise<Made> {
  const filter = practiceFilterSchema.parse({ words: input.filter.tim, year: input.year, page: 1 })
  const rows = await wholeList((page) => listPractices(actor, { ...filter, page }))
  const title = ['Mô hình, cách làm hay', filter.year ? `năm ${filter.year}` : ''].filter(Boolean).join(', ')
  return { fileName: 'mo-hinh', title, tables: [practiceTable(rows ?? [], { title, notes })] }
}

async function tasks({ actor, notes }: Context): Promise<Made> {
  const title = 'Việc giao từ hội nghị'
  return { fileName: 'viec-giao', title, tables: [taskTable(await listMyTasks(actor), { title, notes })] }
}

async function accounts({ actor, input, notes }: Context): Promise<Made> {
  const filter = accountFilterSchema.parse(input.filter)
  const rows = await wholeList((page) => listAccounts(actor, { ...filter, page }))
  const title = 'Danh sách tài khoản'
  return rows && { fileName: 'tai-khoan', title, tables: [accountTable(rows, { title, notes })] }
}

const MAKERS: Record<ExportInput['table'], (context: Context) => Promise<Made>> = {
  cluster,
  national,
  submissions,
  'national-submissions': nationalSubmissions,
  unit,
  'unit-awards': unitAwards,
  scores,
  awards,
  targets,
  practices,
  tasks,
  accounts,
}

/** A table as its page shows it to the actor, from the page's own queries; `not_found` where she has no such page. */
export async function getExport(actor: Actor, input: ExportInput): Promise<Result<Export>> {
  const madeAt = (await databaseNow()).toISOString()
  const said = `Nguồn: phần mềm Cụm Thi Đua, xuất lúc ${printDateTime(madeAt)}`
  const made = await MAKERS[input.table]({
    actor,
    input,
    notes: [`${said}. Ô trống: chưa có hoặc chưa mở cho người xuất.`],
  })
  return made ? ok({ ...made, madeAt, footer: `${made.title}. ${said}` }) : fail('not_found')
}
