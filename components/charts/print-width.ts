import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** The width of a sheet of A4 between its margins, upright and across (px). */
const SHEET = { portrait: 690, landscape: 1030 }

/** How wide a drawing is: as wide as its place on the screen, and as its sheet while it is printed. */
export function usePrintWidth(): number | '100%' {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const media = matchMedia('print')
    // The sheet is laid out as soon as this returns: nothing may be left for later.
    const onChange = () => flushSync(() => setPrinting(media.matches))
    media.addEventListener('change', onChange)
    return () => media.removeEventListener('change', onChange)
  }, [])
  if (!printing) return '100%'
  return document.querySelector('.print-landscape') ? SHEET.landscape : SHEET.portrait
}
