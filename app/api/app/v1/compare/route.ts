import { viewComparison } from '@/app/(main)/compare/_components/compare-view'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail, ok } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'
import { readComparison } from '@/lib/summaries/compare/schema'

/** The comparison of an address as data, for a page whose filters change without loading it anew. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const comparison = await viewComparison(actor, readComparison(search))
  return answer(comparison ? ok(comparison) : fail('not_found'))
}
