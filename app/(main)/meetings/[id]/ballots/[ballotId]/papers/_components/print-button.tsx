'use client'

import { Button } from '@/components/ui/button'

export function PrintButton() {
  return (
    <Button kind="quiet" onClick={() => print()}>
      In
    </Button>
  )
}
