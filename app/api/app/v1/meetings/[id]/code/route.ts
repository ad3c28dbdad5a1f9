import { getCheckInCode } from '@/lib/meetings/hall/queries'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { idSchema } from '@/lib/platform/fields'
import { answer } from '@/lib/platform/route'

/** The check-in code on the projector now, for those who run the meeting. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = idSchema.safeParse((await params).id)
  return answer(id.success ? await getCheckInCode(actor, id.data) : fail('not_found'))
}
