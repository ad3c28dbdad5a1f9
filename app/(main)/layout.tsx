import type { ReactNode } from 'react'
import { signOutAction } from '@/lib/accounts/actions'
import { roleInWords, workplace } from '@/lib/accounts/labels'
import type { Actor } from '@/lib/platform/auth/actor'
import { getActor } from '@/lib/platform/auth/current'
import type { NavItem } from './_components/nav-links'
import { Shell } from './_components/shell'

export default async function MainLayout({ children }: { children: ReactNode }) {
  const actor = await getActor()
  // The page itself leads to the sign-in page: only it knows where to come back to.
  if (!actor) return children
  return (
    <Shell nav={placesOf(actor)} person={personOf(actor)} signOut={<SignOut />}>
      {children}
    </Shell>
  )
}

function placesOf(actor: Actor): NavItem[] {
  const places: NavItem[] = [
    { href: '/my-work', label: 'Việc của tôi' },
    { href: '/clusters', label: 'Cụm thi đua' },
    actor.homeUnit
      ? { href: `/units/${actor.homeUnit.slug}`, label: 'Đơn vị của tôi' }
      : { href: '/units', label: 'Đơn vị' },
    { href: '/national', label: 'Toàn quốc' },
  ]
  if (actor.isOffice) places.push({ href: '/setup', label: 'Thiết lập năm', apart: true })
  if (actor.isAdmin) places.push({ href: '/admin/accounts', label: 'Quản trị', apart: !actor.isOffice })
  return places
}

/** Demo accounts bear their role as a name; then the role is not said twice. */
function personOf(actor: Actor) {
  const role = roleInWords(actor)
  const place = workplace(actor)
  const said = actor.name.toLowerCase()
  const about = [role, place].filter((words) => !said.includes(words.toLowerCase()))
  return { name: actor.name, unit: about.join(', '), accountHref: '/account' }
}

function SignOut() {
  return (
    <form action={signOutAction}>
      <button type="submit" className="link text-ink pointer-coarse:py-2">
        Đăng xuất
      </button>
    </form>
  )
}
