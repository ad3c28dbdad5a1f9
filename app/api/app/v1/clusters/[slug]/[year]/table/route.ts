import { readView, readYear } from '@/app/(main)/clusters/[slug]/[year]/_components/address'
import { viewClusterTable } from '@/app/(main)/clusters/[slug]/[year]/_components/cluster-view'
import { getClusterYear } from '@/lib/clusters/queries'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'

const HEADERS = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' }

/** The inside of the cluster table, for a page that was reached without loading it anew. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; year: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const { slug, year: yearText } = await params
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return answer(fail('not_found'))
  const view = readView(Object.fromEntries(new URL(request.url).searchParams))
  const { html } = await viewClusterTable(actor, clusterYear, view)
  return new Response(html, { headers: HEADERS })
}
