import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail, HTTP_STATUS, type ErrorCode } from '@/lib/platform/errors'
import { getFigureDetail } from '@/lib/summaries/figures/queries'
import { describeFigure } from '@/lib/summaries/figures/rules'

const refuse = (code: ErrorCode) =>
  Response.json({ error: { code, message: fail(code).message } }, { status: HTTP_STATUS[code] })

/** What stands behind one figure of a table: words as typed, target, last year, note, proof, source. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; indicatorId: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return refuse('unauthenticated')
  const { id, indicatorId } = await params
  const detail = await getFigureDetail(actor, id, indicatorId)
  if (!detail) return refuse('not_found')
  return Response.json(describeFigure(detail), { headers: { 'cache-control': 'private, no-store' } })
}
