import { castBallotPaper } from '@/lib/ballots/paper/commands'
import { paperSchema } from '@/lib/ballots/schema'
import { parseInput } from '@/lib/platform/action'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'

const NAMED = 'Phiếu kín không đi cùng tài khoản. Hãy tải lại trang rồi bỏ phiếu lại.'

/** Takes a secret paper. A request that says who sends it is turned away before it is read. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  if (request.headers.has('cookie') || request.headers.has('authorization'))
    return answer(fail('invalid', NAMED))
  const body = await readJson(request)
  if (!body.ok) return answer(body)
  const input = parseInput(paperSchema, body.value)
  if (!input.ok) return answer(input)
  return answer(await castBallotPaper((await params).id, input.value.paper))
}
