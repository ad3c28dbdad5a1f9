import Link from 'next/link'
import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { Logo } from '@/components/ui/logo'
import { OfflineBanner } from '@/components/ui/offline-banner'
import { PrintDate } from '@/components/ui/print-date'
import { ToastRegion } from '@/components/ui/toast'
import { NavLinks, type NavItem } from './nav-links'

export type ShellPerson = { name: string; unit: string; accountHref: string }

/**
 * The frame of every signed-in page: places at the left (a menu at the top on a phone, JavaScript or not), the person at
 * the foot, the woven band over the page. `signOut` is the sign-out form; `notice` a line above the page.
 */
export function Shell({
  nav,
  person,
  signOut,
  notice,
  children,
}: {
  nav: NavItem[]
  person: ShellPerson
  signOut?: ReactNode
  notice?: ReactNode
  children: ReactNode
}) {
  const who = <Person person={person} signOut={signOut} />
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[204px_minmax(0,1fr)] print:block">
      <a
        href="#noi-dung"
        className="skip bg-cham text-on-cham sr-only z-50 rounded px-4 py-2 focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Tới nội dung chính
      </a>
      <header className="no-print border-line bg-wash max-lg:sticky max-lg:top-0 max-lg:z-20 max-lg:border-b lg:border-r">
        <div className="sticky top-0 hidden h-dvh flex-col overflow-y-auto px-3 py-[18px] lg:flex">
          <Home />
          <nav aria-label="Các phần" className="mt-[18px] mb-6">
            <NavLinks items={nav} />
          </nav>
          <div className="mt-auto px-2.5">{who}</div>
        </div>
        <Disclosure
          className="px-4 lg:hidden"
          summaryClass="flex min-h-[52px] items-center justify-between gap-3"
          summary={
            <>
              <span className="flex items-center gap-2.5 text-lg font-semibold">
                <Logo />
                Cụm Thi Đua
              </span>
              <span className="flex items-center gap-1.5 font-semibold">
                Mục lục <Icon name="menu" />
              </span>
            </>
          }
        >
          <div className="max-h-[calc(100dvh-52px)] overflow-y-auto pb-5">
            <nav aria-label="Các phần">
              <NavLinks items={nav} />
            </nav>
            <div className="border-line mt-4 border-t px-2.5 pt-4">{who}</div>
          </div>
        </Disclosure>
      </header>
      <div className="flex min-w-0 flex-col print:block">
        <div className="band shrink-0" aria-hidden="true" />
        <OfflineBanner />
        {notice}
        <main id="noi-dung" tabIndex={-1} className="grow outline-none">
          {children}
        </main>
        <PrintDate />
      </div>
      <ToastRegion />
    </div>
  )
}

function Home() {
  return (
    <Link
      prefetch={false}
      href="/"
      className="text-ink flex items-center gap-2.5 px-2 text-lg font-semibold no-underline"
    >
      <Logo />
      Cụm Thi Đua
    </Link>
  )
}

function Person({ person, signOut }: { person: ShellPerson; signOut?: ReactNode }) {
  return (
    <div className="text-mute text-xs">
      <b className="text-ink block">{person.name}</b>
      {person.unit}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <Link prefetch={false} href={person.accountHref} className="link text-ink pointer-coarse:py-2">
          Tài khoản
        </Link>
        {signOut}
      </div>
    </div>
  )
}
