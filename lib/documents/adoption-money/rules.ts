import type { ReadSheet } from '@/lib/platform/files/types'
import { MONEY_UNITS, type MoneyUnit } from '@/lib/platform/numbers/types'
import { foldVietnamese } from '@/lib/platform/vietnamese'
import type { Grid } from '../adoption/rules'
import type { AdoptionLayout } from '../adoption/types'

const UNIT = /^(nghin|ngan|trieu|tr|ty|ti)?[\s.]*(dong|d|vnd)?$/
const SCALES: Record<string, MoneyUnit> = {
  nghin: 'nghìn đồng',
  ngan: 'nghìn đồng',
  trieu: 'triệu đồng',
  tr: 'triệu đồng',
  ty: 'tỷ đồng',
  ti: 'tỷ đồng',
}

/** "triệu đồng", "Tr.đ", "tỷ": a unit of money and nothing else. */
function moneyUnit(text: string): MoneyUnit | null {
  const [whole, scale, currency] = UNIT.exec(foldVietnamese(text).trim()) ?? []
  if (!whole) return null
  return scale ? (SCALES[scale] ?? null) : currency ? 'đồng' : null
}

const LABELLED = /(?:đvt|đơn vị(?: tính)?)\s*:\s*([\p{L}\p{M}\s.]+)/iu
const SAID_LAST = /((?:tỷ|tỉ|triệu|nghìn|ngàn)\s+đồng)$/iu
const BRACKETED = /\(([^()]+)\)/gu

/** The unit a heading states: "Kinh phí (triệu đồng)", "ĐVT: triệu đồng", or a part that is the unit alone. */
function statedIn(heading: string): MoneyUnit | null {
  const parts = [
    ...heading.split(' – '),
    ...[...heading.matchAll(BRACKETED)].map(([, inside = '']) => inside.replace(/^tính bằng\s+/iu, '')),
    LABELLED.exec(heading)?.[1] ?? '',
    SAID_LAST.exec(heading)?.[1] ?? '',
    heading.includes(',') ? (heading.split(',').at(-1) ?? '') : '',
  ]
  return parts.map(moneyUnit).find((unit) => unit !== null) ?? null
}

const UNIT_COLUMN = /^(?:dvt|don vi tinh)$/

/**
 * The unit of money a sheet gives for a place: in its heading, in its own line of units ("ĐVT"), or over the whole table
 * ("ĐVT: triệu đồng"); null where it says nothing.
 */
export function statedMoney(
  sheet: ReadSheet,
  grid: Grid,
  layout: AdoptionLayout,
  { place, name }: { place: number; name: string },
): MoneyUnit | null {
  const inHeading = statedIn(name)
  if (inHeading) return inHeading
  for (let line = 1; line <= grid.lines; line++) {
    const headed = [layout.unitPlace, layout.unitPlace - 1, layout.unitPlace - 2].some((at) =>
      UNIT_COLUMN.test(foldVietnamese(grid.text(line, at))),
    )
    const unit = headed ? moneyUnit(grid.text(line, place)) : null
    if (unit) return unit
  }
  for (const { kind, value } of sheet.cells) {
    const labelled = kind === 'text' && value.length < 80 ? LABELLED.exec(value)?.[1] : undefined
    const unit = labelled ? moneyUnit(labelled) : null
    if (unit) return unit
  }
  return null
}

/** The unit in which a bare amount of a place is meant: what a person chose, else what the sheet states. */
export function chosenMoney(chosen: string | undefined, stated: MoneyUnit | null): MoneyUnit | null {
  return MONEY_UNITS.find((unit) => unit === chosen) ?? stated
}
