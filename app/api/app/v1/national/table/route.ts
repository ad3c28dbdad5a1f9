import { viewNationalTable } from '@/app/(main)/national/_components/national-view'
import { readView, readYear } from '@/app/(main)/clusters/[slug]/[year]/_components/address'
import { openingPeriod } from '@/lib/periods/rules'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'
import { getNationalYear } from '@/lib/summaries/national/queries'

/** The inside of the national table, for a page that was reached without loading it anew. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const national = await getNationalYear(actor, readYear(search.nam ?? ''))
  if (!national) return answer(fail('not_found'))
  const { html } = await viewNationalTable(
    actor,
    national,
    readView(search).period ?? openingPeriod(national.periods),
  )
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
