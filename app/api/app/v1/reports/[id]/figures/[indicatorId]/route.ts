import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'
import { saveFigure } from '@/lib/reports/figures/commands'
import { saveFigureSchema } from '@/lib/reports/schema'

export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string; indicatorId: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const body = await readJson(request)
  if (!body.ok) return answer(body)
  const input = parseInput(saveFigureSchema, body.value)
  if (!input.ok) return answer(input)
  const { id, indicatorId } = await params
  return answer(await saveFigure(actor, id, indicatorId, input.value))
}
