import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** The width of a sheet of A4 between its margins (px). */
const SHEET = 690

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
  return printing ? SHEET : '100%'
}
