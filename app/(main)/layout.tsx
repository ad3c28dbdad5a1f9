import type { ReactNode } from 'react'
import { signOutAction } from '@/lib/accounts/actions'
import { nameWithout, roleInWords, workplace } from '@/lib/accounts/labels'
import type { Actor } from '@/lib/platform/auth/actor'
import { getActor } from '@/lib/platform/auth/current'
import type { NavItem } from './_components/nav-links'
import { Shell } from './_components/shell'
import { countWaiting } from './_components/waiting'

export default async function MainLayout({ children }: { children: ReactNode }) {
  const actor = await getActor()
  // The page itself leads to the sign-in page: only it knows where to come back to.
  if (!actor) return children
  return (
    <Shell
      nav={placesOf(actor)}
      // Not waited for here, so that the page need not wait for the count.
      waiting={countWaiting(actor)}
      person={personOf(actor)}
      signOut={<SignOut />}
    >
      {children}
    </Shell>
  )
}

function placesOf(actor: Actor): NavItem[] {
  const places: NavItem[] = [
    { href: '/my-work', label: 'Việc của tôi' },
    { href: '/clusters', label: 'Cụm thi đua' },
    { href: '/meetings', label: 'Hội nghị' },
    actor.homeUnit
      ? { href: `/units/${actor.homeUnit.slug}`, label: 'Đơn vị của tôi' }
      : { href: '/units', label: 'Đơn vị' },
    { href: '/national', label: 'Toàn quốc' },
    { href: '/terms', label: 'Nhiệm kỳ' },
    { href: '/compare', label: 'So sánh' },
    { href: '/campaigns', label: 'Phong trào' },
    { href: '/practices', label: 'Cách làm hay' },
    { href: '/awards', label: 'Khen thưởng' },
  ]
  if (actor.isOffice) places.push({ href: '/setup', label: 'Thiết lập năm', apart: true })
  if (actor.isAdmin) places.push({ href: '/admin/accounts', label: 'Quản trị', apart: !actor.isOffice })
  places.push({ href: '/help', label: 'Hướng dẫn', apart: !actor.isOffice && !actor.isAdmin })
  return places
}

/** Demo accounts bear role and place as a name; then neither is said twice. */
function personOf(actor: Actor) {
  const place = workplace(actor)
  const name = nameWithout(actor.name, place)
  return {
    name,
    unit: name === actor.name ? `${roleInWords(actor)}, ${place}` : place,
    accountHref: '/account',
  }
}

function SignOut() {
  return (
    <form action={signOutAction}>
      <button type="submit" className="link text-ink pointer-coarse:py-3.5">
        Đăng xuất
      </button>
    </form>
  )
}
