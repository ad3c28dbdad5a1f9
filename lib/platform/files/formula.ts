/** What a spreadsheet may take for a formula, full-width forms and leading space included. */
const RUNS = /^[\s\u00a0]*[=+\-@|%＝＋－＠％｜\t\r\n]/u

/** Whether a text would run, or turn into a number, if it were typed into a cell. */
export const looksLikeFormula = (text: string): boolean => RUNS.test(text)
