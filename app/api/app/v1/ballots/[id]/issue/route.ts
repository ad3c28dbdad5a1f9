import { issueBallotPaper } from '@/lib/ballots/issue/commands'
import { blindedSchema } from '@/lib/ballots/schema'
import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'

/** A voter receives her paper: her blinded token is signed. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const body = await readJson(request)
  if (!body.ok) return answer(body)
  const input = parseInput(blindedSchema, body.value)
  if (!input.ok) return answer(input)
  return answer(await issueBallotPaper(actor, (await params).id, input.value))
}
