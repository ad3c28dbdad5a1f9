import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'
import { markSeen } from '@/lib/reports/commands'
import { markSeenSchema } from '@/lib/reports/schema'

export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const body = await readJson(request)
  if (!body.ok) return answer(body)
  const input = parseInput(markSeenSchema, { ...(body.value as object), reportId: (await params).id })
  if (!input.ok) return answer(input)
  return answer(await markSeen(actor, input.value))
}
