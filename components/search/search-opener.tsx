'use client'

import { usePathname } from 'next/navigation'
import { type ComponentType, useEffect, useState } from 'react'

type DialogProps = { onClose: () => void }

const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Opens search under the `/` key and under links marked `data-search` (which lead to its page without JavaScript). The
 * dialog's code is fetched the first time it is asked for; where that fails the page of search opens instead.
 */
export function SearchOpener() {
  const path = usePathname()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const [Dialog, setDialog] = useState<ComponentType<DialogProps> | null>(null)

  useEffect(() => {
    const open = (event: Event) => {
      event.preventDefault()
      setOpenAt(window.location.pathname)
      import('./search-dialog').then(
        (loaded) => setDialog(() => loaded.SearchDialog),
        // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- its code could not be fetched: the server makes the page
        () => window.location.assign('/search'),
      )
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.defaultPrevented || typesInto(event.target) || document.querySelector('dialog[open]')) return
      open(event)
    }
    const onClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      if ((event.target as Element).closest('a[data-search]')) open(event)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick)
    }
  }, [])

  // Another page was opened: what was found has been followed.
  return Dialog && openAt === path ? <Dialog onClose={() => setOpenAt(null)} /> : null
}
