import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh">
      <div className="band" aria-hidden="true" />
      <div className="mx-auto max-w-[920px] px-4 pt-10 pb-16 lg:pt-16">
        <p className="mb-8 flex items-center gap-2.5 text-lg font-semibold">
          <Logo />
          Cụm Thi Đua
        </p>
        <main>{children}</main>
      </div>
    </div>
  )
}
