import { isRealDay } from '@/lib/platform/dates'
import { capitalise, foldVietnamese } from '@/lib/platform/vietnamese'
import { codeLabel, KIND_LABELS, placeOf, whenOf } from './labels'
import {
  SEARCH_KINDS,
  type CodeQuestion,
  type FoundRow,
  type Hit,
  type Run,
  type SearchAnswer,
} from './types'

const MOST_WORDS = 12
/** Characters of a long text that show around the first word found. */
const SHOWN = 220

/** The words of a question as the index keeps them: folded, letters and digits only. */
export function wordsOf(question: string): string[] {
  return foldVietnamese(question)
    .replace(/ð/g, 'd')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
}

/** A question as PostgreSQL reads it: every word, the last one perhaps not yet typed to its end. */
export function tsqueryOf(words: readonly string[]): string {
  return words.map((word, index) => (index < words.length - 1 ? word : `${word}:*`)).join(' & ')
}

/** The same of names alone (weight A), with the last word unfinished or whole. */
export function namesQueryOf(words: readonly string[], whole: boolean): string {
  return words.map((word, index) => `${word}:${whole || index < words.length - 1 ? '' : '*'}A`).join(' & ')
}

const CODE =
  /^(?:ma (?:so |tinh |don vi )*)?(\d{2,5})(?:[\s,]+(?:vao |ngay |nam |luc |thang |truoc |tai )*(.+))?$/
const two = (text: string) => text.padStart(2, '0')

function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** "2024", "6/2025" or "30/6/2025" as the days it spans; null for anything else, such as 30/2. */
function spanOf(text: string): { from: string; to: string } | null {
  const year = /^([12]\d{3})$/.exec(text)
  if (year) return { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` }
  const month = /^(\d{1,2})[/.-]([12]\d{3})$/.exec(text)
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return { from: `${month[2]}-${two(month[1]!)}-01`, to: lastDayOf(Number(month[2]), Number(month[1])) }
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-]([12]\d{3})$/.exec(text)
  const iso = day ? `${day[3]}-${two(day[2]!)}-${two(day[1]!)}` : /^[12]/.test(text) ? text : ''
  return isRealDay(iso) ? { from: iso, to: iso } : null
}

/** An official code of a unit with or without a date ("24", "mã 24 năm 2020", "24 30/6/2025"); null for other questions. */
export function codeQuestion(question: string): CodeQuestion | null {
  const match = CODE.exec(foldVietnamese(question))
  if (!match) return null
  const code = match[1]!
  if (match[2] === undefined) return { code, from: null, to: null }
  const span = spanOf(match[2].trim())
  return span && { code, ...span }
}

/** Each character of a text folded by itself, so that places in the folded text are places in the text. */
function foldedUnits(text: string): string[] {
  return [...text].map((character) => foldVietnamese(character).replace(/ð/g, 'd'))
}

/** The text in runs, those apart that are one of the words, or begin with the last of them; a long text is cut around the first of them. */
export function markWords(text: string, words: readonly string[]): Run[] {
  const characters = [...text.normalize('NFC')]
  const folded = foldedUnits(text.normalize('NFC'))
  const isLetter = (index: number) => /^[a-z0-9]/.test(folded[index] ?? '')
  const last = words.at(-1)
  const hits: boolean[] = characters.map(() => false)
  for (let at = 0; at < characters.length; at++) {
    if (!isLetter(at) || isLetter(at - 1)) continue
    let end = at
    while (isLetter(end)) end += 1
    const word = folded.slice(at, end).join('')
    const found = words.includes(word) ? word : last && word.startsWith(last) ? last : undefined
    if (found) for (let marked = at; marked < Math.min(end, at + found.length); marked++) hits[marked] = true
  }
  const [from, to] = windowOf(characters, hits.indexOf(true))
  const runs: Run[] = from > 0 ? [{ text: '… ', hit: false }] : []
  for (let at = from; at < to; at++) {
    const run = runs.at(-1)
    if (run && run.hit === hits[at] && !(at === from && from > 0)) run.text += characters[at]!
    else runs.push({ text: characters[at]!, hit: hits[at]! })
  }
  if (to < characters.length) runs.push({ text: ' …', hit: false })
  return runs
}

function windowOf(characters: string[], first: number): [number, number] {
  if (characters.length <= SHOWN) return [0, characters.length]
  let from = first > SHOWN / 2 ? first - Math.floor(SHOWN / 3) : 0
  while (from > 0 && !/\s/.test(characters[from - 1]!)) from -= 1
  let to = Math.min(characters.length, from + SHOWN)
  while (to < characters.length && !/\s/.test(characters[to]!)) to -= 1
  return [from, to > from ? to : Math.min(characters.length, from + SHOWN)]
}

function hrefOf(row: FoundRow): string {
  switch (row.kind) {
    case 'unit':
      return `/units/${row.slug}`
    case 'cluster':
      return `/clusters/${row.slug}`
    case 'indicator':
      return `/compare?chi-tieu=${row.slug}`
    case 'pledge':
      return `/clusters/${row.slug}/${row.year}/pledge`
    case 'person':
      return `/meetings/${row.meetingId}`
    case 'activity':
      return `/activities/${row.id}`
    case 'campaign':
      return `/campaigns/${row.slug}`
    case 'practice':
      return `/practices/${row.id}`
    case 'meeting':
      return `/meetings/${row.id}`
    case 'award':
      return row.year ? `/awards?nam=${row.year}` : '/awards'
    case 'document':
      return `/documents/${row.id}`
    case 'source':
      return `/sources/${row.slug}`
    case 'statement':
      return `/sources/${row.source?.slug}#${row.id}`
  }
}

function toHit(row: FoundRow, words: readonly string[]): Hit {
  return {
    id: row.id,
    href: hrefOf(row),
    title: markWords(capitalise(row.title), words),
    place: placeOf(row),
    when: whenOf(row),
    detail: row.detail ? markWords(row.detail, words) : [],
    illustrative: row.illustrative,
  }
}

/** What was found, in groups; units that bear an asked code come before those whose words match. */
export function answerOf(
  question: string,
  rows: readonly FoundRow[],
  byCode: { question: CodeQuestion; rows: readonly FoundRow[] } | null,
): SearchAnswer {
  const words = wordsOf(question)
  const coded = byCode?.rows ?? []
  const known = new Set(coded.map(({ id }) => id))
  const groups = SEARCH_KINDS.flatMap((kind) => {
    const others = rows.filter((row) => row.kind === kind && !known.has(row.id))
    const own = kind === 'unit' ? [...coded, ...others] : others
    if (own.length === 0) return []
    const repeated = rows.filter((row) => row.kind === kind && known.has(row.id)).length
    const found = rows.find((row) => row.kind === kind)?.total ?? 0
    const total = kind === 'unit' ? Math.max(found - repeated + coded.length, own.length) : found
    return [{ kind, label: KIND_LABELS[kind], total, hits: own.map((row) => toHit(row, words)) }]
  })
  return {
    words: question,
    groups,
    total: groups.reduce((sum, group) => sum + group.total, 0),
    near: coded.length === 0 && rows.length > 0 && rows.every(({ near }) => near),
    code: byCode && codeLabel(byCode.question),
  }
}
