'use client'

import { Button } from './button'

/** Prints the page as it stands. */
export function PrintButton() {
  return (
    <Button kind="quiet" onClick={() => print()}>
      In
    </Button>
  )
}
