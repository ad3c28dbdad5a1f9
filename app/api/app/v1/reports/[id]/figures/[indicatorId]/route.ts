import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'
import { saveFigureFor } from '@/lib/reports/figures/commands'
import { saveFigureSchema } from '@/lib/reports/schema'

export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string; indicatorId: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const who = () => actorFromRequest(request)
  const body = await readJson(request)
  const input = body.ok ? parseInput(saveFigureSchema, body.value) : body
  if (!input.ok) return answer((await who()) ? input : fail('unauthenticated'))
  const { id, indicatorId } = await params
  return answer(await saveFigureFor(who, id, indicatorId, input.value))
}
