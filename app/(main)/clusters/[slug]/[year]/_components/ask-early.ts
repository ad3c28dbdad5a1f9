import 'server-only'
import { countWaiting } from '@/app/(main)/_components/waiting'
import { askEarly } from '@/lib/platform/early'
import { readView } from './address'
import { viewClusterYear } from './cluster-view'

/** From now on what the page of a cluster-year shows is asked for as soon as it is known who asks. */
export function askClusterPagesEarly(): void {
  askEarly('/clusters/[slug]/[year]', async (actor, { slug = '', year = '' }, search) => {
    const [view, waiting] = await Promise.all([
      viewClusterYear(actor, slug, year, readView(Object.fromEntries(search))),
      countWaiting(actor),
    ])
    return view && [view.clusterYear, view.period, view.table.id, waiting]
  })
}
