import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'
import { getFigureDetail } from '@/lib/summaries/figures/queries'
import { describeFigure } from '@/lib/summaries/figures/rules'

/** What stands behind one figure of a table: words as typed, target, last year, note, proof, source. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; indicatorId: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const { id, indicatorId } = await params
  const detail = await getFigureDetail(actor, id, indicatorId)
  if (!detail) return answer(fail('not_found'))
  return Response.json(describeFigure(detail), { headers: { 'cache-control': 'private, no-store' } })
}
