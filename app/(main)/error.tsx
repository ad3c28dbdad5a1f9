'use client'

import { FailurePage } from '@/components/ui/failure-page'

export default function MainError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FailurePage error={error} retry={retry} />
}
