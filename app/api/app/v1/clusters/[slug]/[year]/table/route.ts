import { readView } from '@/app/(main)/clusters/[slug]/[year]/_components/address'
import { viewClusterYear } from '@/app/(main)/clusters/[slug]/[year]/_components/cluster-view'
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
  const { slug, year } = await params
  const view = readView(Object.fromEntries(new URL(request.url).searchParams))
  const found = await viewClusterYear(actor, slug, year, view)
  return found ? new Response(found.table.html, { headers: HEADERS }) : answer(fail('not_found'))
}
