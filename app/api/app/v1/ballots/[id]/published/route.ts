import { readPublishedPapers } from '@/lib/ballots/paper/queries'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail, ok } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'

/** The published list of papers, for a receipt to be looked for and the count to be made again. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const list = await readPublishedPapers(actor, (await params).id)
  return answer(list ? ok(list) : fail('not_found'))
}
