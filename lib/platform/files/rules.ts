import { canonicalDecimal } from '../numbers/decimal'

/** "C" for 3, "AA" for 27. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** "C7" of a row and a column from 1. */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row}`

/** A spreadsheet keeps 15 digits: a longer number stays text, to the last digit. */
export const fitsNumber = (decimal: string): boolean =>
  canonicalDecimal(decimal).replace(/^-?0*\.?0*|\D/g, '').length <= 15
