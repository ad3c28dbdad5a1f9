import Link from 'next/link'
import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'
import { getActor } from '@/lib/platform/auth/current'

/** The guide is open to whoever has no account yet: the first page is for her. */
export default async function HelpLayout({ children }: { children: ReactNode }) {
  if (await getActor()) return children
  return (
    <div className="min-h-dvh">
      <div className="band" aria-hidden="true" />
      <header className="no-print flex flex-wrap items-center justify-between gap-4 px-4 pt-5 lg:px-7">
        <span className="flex items-center gap-2.5 text-lg font-semibold">
          <Logo />
          Cụm Thi Đua
        </span>
        <Link href="/sign-in" className="link">
          Đăng nhập
        </Link>
      </header>
      <main>{children}</main>
    </div>
  )
}
