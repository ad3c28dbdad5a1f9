/** Text as it is searched: no diacritics, đ as d, lower case, single spaces. "Đắk  Lắk" → "dak lak". */
export function foldVietnamese(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim()
}

let collator: Intl.Collator | undefined

/** Order of the Vietnamese alphabet (a ă â … d đ …), numbers inside names by value: "Cụm 2" before "Cụm 10". */
export function compareVietnamese(a: string, b: string): number {
  collator ??= new Intl.Collator('vi', { numeric: true })
  return collator.compare(a, b)
}

/** The first letter in capital, the rest as it is: for a phrase that opens a line. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** The first letter small, the rest as it is: for a phrase that stands within a sentence. */
export function uncapitalise(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

/** Text as it stands in an address or a code: "Bà Rịa - Vũng Tàu" → "ba-ria-vung-tau"; '' for what has no letter or digit. */
export function slugOf(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
