import type { Form } from './form.ts'
import type { Paper, SignaturePlace } from './paper.ts'
import { cell, paragraph, plainTable, type SetItem } from './shapes.ts'

/** Room for a signature by hand, millimetres. */
const SIGNING_ROOM = 24

function setPlace(place: SignaturePlace, form: Form): SetItem[] {
  return [
    ...place.lines.map((line) =>
      paragraph(line, form.authority, { align: 'center', bold: true, keep: true }),
    ),
    ...(place.note ? [paragraph(place.note, 13, { align: 'center', italic: true, keep: true })] : []),
  ]
}

const setName = (place: SignaturePlace, form: Form) =>
  cell([paragraph(place.name ?? '', form.signer, { align: 'center', bold: true })])

/** Places to sign, `perRow` side by side over `width` mm, each row kept on one page. */
export function setPlaces(
  places: readonly SignaturePlace[],
  perRow: number,
  form: Form,
  width: number,
): SetItem[] {
  const tables: SetItem[] = []
  for (let at = 0; at < places.length; at += perRow) {
    const row = places.slice(at, at + perRow)
    const widths = row.map(() => width / row.length)
    tables.push(
      plainTable(
        widths,
        [
          { height: 0, cells: row.map((place) => cell(setPlace(place, form))) },
          { height: SIGNING_ROOM, cells: row.map(() => cell([])) },
          { height: 0, cells: row.map((place) => setName(place, form)) },
        ],
        { before: 6, after: 6, padding: 1 },
      ),
    )
  }
  return tables
}

/** "Nơi nhận" with one signature beside it, or the signatures of a biên bản with "Nơi nhận" below. */
export function setEnd(paper: Paper, form: Form, width: number): SetItem[] {
  const { signatures } = paper
  const recipients = setRecipients(paper.recipients, form)
  if (signatures.length === 1) {
    const place = signatures[0]!
    const left = Math.round(width * 0.45)
    return [
      plainTable(
        [left, width - left],
        [
          { height: 0, cells: [cell(recipients, { rows: 3 }), cell(setPlace(place, form))] },
          { height: SIGNING_ROOM, cells: [cell([])] },
          { height: 0, cells: [setName(place, form)] },
        ],
        { before: 6 },
      ),
    ]
  }
  return [...setPlaces(signatures, Math.min(3, signatures.length || 1), form, width), ...recipients]
}

function setRecipients(recipients: readonly string[], form: Form): SetItem[] {
  if (recipients.length === 0) return []
  return [
    paragraph('Nơi nhận:', form.recipientsTitle, { bold: true, italic: true, keep: true }),
    ...recipients.map((line, index) =>
      paragraph(
        `- ${line.replace(/[;.]+$/, '')}${index === recipients.length - 1 ? '.' : ';'}`,
        form.recipients,
        { keep: index < recipients.length - 1 },
      ),
    ),
  ]
}
