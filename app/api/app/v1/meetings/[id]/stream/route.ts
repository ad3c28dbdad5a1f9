import { getPulse } from '@/lib/meetings/hall/queries'
import { meetingStream } from '@/lib/meetings/stream'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { idSchema } from '@/lib/platform/fields'
import { answer } from '@/lib/platform/route'

/** Server-sent events of a meeting; `since` is the version the screen holds. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = idSchema.safeParse((await params).id)
  const pulse = id.success ? await getPulse(actor, id.data) : null
  if (!id.success || !pulse) return answer(fail('not_found'))
  const since = Number(new URL(request.url).searchParams.get('since'))
  return meetingStream(id.data, Number.isSafeInteger(since) ? since : -1, request.signal)
}
