'use client'

import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { Logo } from '@/components/ui/logo'
import { OfflineBanner } from '@/components/ui/offline-banner'
import { PrintDate } from '@/components/ui/print-date'
import { SoftLinks } from '@/components/ui/soft-links'
import { ToastRegion } from '@/components/ui/toast'
import { SearchOpener } from '@/components/search/search-opener'
import { NavLinks, type NavItem } from './nav-links'

export type ShellPerson = { name: string; unit: string; accountHref: string }

/**
 * The frame of every signed-in page, sent as its few facts rather than as elements: places at the left (a menu at the top on a phone, JavaScript or not), the person at
 * the foot, the woven band over the page. `waiting` is how many reports wait behind the first place; `signOut` the
 * sign-out form; `notice` a line above the page.
 */
export function Shell({
  nav,
  waiting,
  person,
  signOut,
  notice,
  children,
}: {
  nav: NavItem[]
  waiting: Promise<number>
  person: ShellPerson
  signOut?: ReactNode
  notice?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[204px_minmax(0,1fr)] print:block">
      <a
        href="#noi-dung"
        className="skip bg-cham text-on-cham sr-only z-50 rounded px-4 py-2 focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Tới nội dung chính
      </a>
      <header className="no-print border-line bg-wash max-lg:sticky max-lg:top-0 max-lg:z-20 max-lg:border-b lg:border-r">
        <Disclosure
          className="peer px-4 lg:hidden"
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
        />
        <a
          data-search
          href="/search"
          className="text-ink absolute top-0 right-[120px] flex h-[52px] items-center gap-1.5 px-2 font-semibold no-underline lg:hidden"
        >
          <Icon name="search" /> Tìm
        </a>
        {/* Beside the menu and not in it: so it stands in the page once, open on wide screens. */}
        <div className="overflow-y-auto max-lg:hidden max-lg:max-h-[calc(100dvh-52px)] max-lg:px-4 max-lg:pb-5 max-lg:peer-open:block lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:px-3 lg:py-[18px]">
          <Home />
          <a
            data-search
            href="/search"
            className="border-line bg-paper text-mute hover:text-ink mt-4 flex items-center gap-2 rounded border px-2.5 py-1.5 no-underline max-lg:hidden"
          >
            <Icon name="search" /> Tìm kiếm
            <kbd className="border-line ml-auto rounded border px-1.5 text-xs" aria-hidden="true">
              /
            </kbd>
          </a>
          <nav aria-label="Các phần" className="lg:mt-[18px] lg:mb-6">
            <NavLinks items={nav} waiting={waiting} />
          </nav>
          <Person person={person} signOut={signOut} />
        </div>
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
      <SoftLinks />
      <SearchOpener />
    </div>
  )
}

function Home() {
  return (
    // eslint-disable-next-line @next/next/no-html-link-for-pages -- SoftLinks opens it as Link would
    <a
      data-soft
      href="/"
      className="text-ink flex items-center gap-2.5 px-2 text-lg font-semibold no-underline max-lg:hidden"
    >
      <Logo />
      Cụm Thi Đua
    </a>
  )
}

function Person({ person, signOut }: { person: ShellPerson; signOut?: ReactNode }) {
  return (
    <div className="text-mute max-lg:border-line px-2.5 text-xs max-lg:mt-4 max-lg:border-t max-lg:pt-4 lg:mt-auto">
      <b className="text-ink block">{person.name}</b>
      {person.unit}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <a data-soft href={person.accountHref} className="link text-ink pointer-coarse:py-3.5">
          Tài khoản
        </a>
        {signOut}
      </div>
    </div>
  )
}
