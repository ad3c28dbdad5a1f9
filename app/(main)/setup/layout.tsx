import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { requireActor } from '@/lib/platform/auth/current'
import { canConfigure } from '@/lib/periods/policy'

/** Set-up belongs to the emulation office; for everybody else it does not exist. */
export default async function SetupLayout({ children }: { children: ReactNode }) {
  if (!canConfigure(await requireActor())) notFound()
  return children
}
