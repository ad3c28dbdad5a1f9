/** What was typed or pasted as plain NFC text: full-width forms, exotic spaces, dashes and invisible characters evened out. */
export function cleanFigureText(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .normalize('NFC')
    .replace(/^[\s"'“”‘’«»]+/, '')
    .replace(/[\s"'“”‘’«».,;:!…]+$/, '')
}

/** Free text as it is stored: NFC, no control characters but line breaks and tabs, no half characters. */
export function cleanFreeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .normalize('NFC')
    .trim()
}

/** The typed text inside a message: short, in Vietnamese quotation marks. */
export function quoteTyped(text: string): string {
  const points = [...text]
  return `“${points.length > 40 ? `${points.slice(0, 40).join('')}…` : text}”`
}
