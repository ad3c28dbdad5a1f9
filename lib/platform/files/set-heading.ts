import { dayInWords } from '../dates.ts'
import { FORMS, type Form } from './form.ts'
import { plain, type PaperHeading, type PaperPreset } from './paper.ts'
import { cell, paragraph, plainTable, rule, type SetItem } from './shapes.ts'

/** Heading of the first page: two columns, type name and summary below, then whom it is addressed to. */
export function setHeading(heading: PaperHeading, preset: PaperPreset, width: number): SetItem[] {
  const form = FORMS[preset]
  const right = preset === 'HOI' ? 82 : 92
  const left = width - right
  return [
    plainTable(
      [left, right],
      [
        {
          height: 0,
          cells: [cell(issuerOf(heading, preset, form)), cell(mottoOf(heading, preset, form))],
        },
        ...(preset === 'HOI'
          ? []
          : [
              {
                height: 0,
                cells: [
                  cell(numberOf(heading, preset, form)),
                  cell([paragraph(placeOf(heading), form.place, { ...centred, italic: true, before: 6 })]),
                ],
              },
            ]),
      ],
      { after: 6 },
    ),
    ...nameOf(heading, form),
    ...addresseesOf(heading, form),
  ]
}

const centred = { align: 'center' } as const

/** Lines as they are broken by hand; a renderer breaks further where they are too long. */
const linesOf = (text: string) => text.split('\n').map((line) => line.trim())

function issuerOf(heading: PaperHeading, preset: PaperPreset, form: Form): SetItem[] {
  const issuer = linesOf(heading.issuer)
  return [
    ...(heading.superior
      ? linesOf(heading.superior).map((line) => paragraph(line, form.superior, centred))
      : []),
    ...issuer.map((line) => paragraph(line, form.issuer, { ...centred, bold: true })),
    preset === 'ND30' ? rule(issuer, form.issuer, 0.4) : paragraph('*', form.issuer, centred),
    ...(preset === 'HOI' ? numberOf(heading, preset, form) : []),
  ]
}

function mottoOf(heading: PaperHeading, preset: PaperPreset, form: Form): SetItem[] {
  switch (preset) {
    case 'ND30':
      return [
        paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', form.motto.nation, { ...centred, bold: true }),
        paragraph('Độc lập - Tự do - Hạnh phúc', form.motto.words, { ...centred, bold: true }),
        rule(['Độc lập - Tự do - Hạnh phúc'], form.motto.words, 1),
      ]
    case 'DANG':
      return [
        paragraph('ĐẢNG CỘNG SẢN VIỆT NAM', form.motto.nation, { ...centred, bold: true }),
        rule(['ĐẢNG CỘNG SẢN VIỆT NAM'], form.motto.nation, 1),
      ]
    case 'HOI':
      return [paragraph(placeOf(heading), form.place, { ...centred, italic: true })]
  }
}

/** "Số: 15/BC-CTĐ"; of the Party "Số 15-BC/CTĐ". A number below 10 has a leading 0. */
function numberInWords(
  { number, symbol }: Pick<PaperHeading, 'number' | 'symbol'>,
  preset: PaperPreset,
): string {
  const shown = number === null || number === '' ? '       ' : /^\d$/.test(number) ? `0${number}` : number
  if (preset !== 'DANG') return `Số: ${shown}/${symbol}`
  const [kind = '', ...rest] = symbol.split('-')
  return rest.length > 0 ? `Số ${shown}-${kind}/${rest.join('-')}` : `Số ${shown}/${kind}`
}

function numberOf(heading: PaperHeading, preset: PaperPreset, form: Form): SetItem[] {
  const isLetter = heading.typeName === null
  return [
    ...(heading.symbol || heading.number
      ? [paragraph(numberInWords(heading, preset), form.number, { ...centred, before: 6 })]
      : []),
    ...(isLetter && heading.summary
      ? [
          paragraph(`V/v ${plain(heading.summary).replace(/^V\/v\s+/i, '')}`, form.subject, {
            ...centred,
            before: 3,
          }),
        ]
      : []),
  ]
}

function placeOf({ place, day, year }: PaperHeading): string {
  const words = dayInWords(day, year)
  return place ? `${place}, ${words}` : words.replace(/^n/, 'N')
}

function nameOf({ typeName, summary, notes = [] }: PaperHeading, form: Form): SetItem[] {
  const marks = notes.map((note) => paragraph(note, 13, { ...centred, italic: true, after: 6 }))
  // A công văn has its summary under its number, but is a draft as much as any other.
  if (typeName === null) return marks
  const title = { ...centred, bold: true, keep: true }
  const text = summary ? plain(summary) : ''
  return [
    paragraph(typeName, form.typeName, { ...title, before: 12 }),
    ...(summary ? linesOf(text).map((line) => paragraph(line, form.summary, title)) : []),
    rule(summary ? linesOf(text) : [typeName], form.summary, 0.4, { after: 6 }),
    ...marks,
  ]
}

function addresseesOf({ to = [] }: PaperHeading, form: Form): SetItem[] {
  const gap = { before: 6, after: 12 }
  if (to.length === 0) return []
  if (to.length === 1) return [paragraph(`Kính gửi: ${to[0]}`, form.body, { ...centred, ...gap })]
  return [
    paragraph('Kính gửi:', form.body, { before: 6, left: 35, keep: true }),
    ...to.map((line, index) =>
      paragraph(`- ${line.replace(/[;.]+$/, '')}${index === to.length - 1 ? '.' : ';'}`, form.body, {
        left: 45,
        after: index === to.length - 1 ? 12 : 0,
      }),
    ),
  ]
}
