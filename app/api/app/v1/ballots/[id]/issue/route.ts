import { issueBallotPaper } from '@/lib/ballots/issue/commands'
import { blindedSchema } from '@/lib/ballots/schema'
import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail, type Result } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'
import { inTurn } from '@/lib/platform/turns'

/**
 * A voter receives her paper: her blinded token is signed. A whole hall asks in the same moment; one after the other, so
 * that the hall's other screens need not wait for all of it.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  // Read before the turn: a voter on a bad line keeps nobody waiting but herself.
  const body = await readJson(request)
  return inTurn(`issue ${id}`, () => issue(request, id, body))
}

async function issue(request: Request, id: string, body: Result<unknown>): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  if (!body.ok) return answer(body)
  const input = parseInput(blindedSchema, body.value)
  if (!input.ok) return answer(input)
  return answer(await issueBallotPaper(actor, id, input.value))
}
