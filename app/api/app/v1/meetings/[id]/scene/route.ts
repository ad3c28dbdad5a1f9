import { hallSceneJson } from '@/app/(main)/meetings/[id]/_components/hall-scene'
import { getPulse } from '@/lib/meetings/hall/queries'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { idSchema } from '@/lib/platform/fields'
import { answer } from '@/lib/platform/route'

/** What the hall sees now, with its version and the business clock. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = idSchema.safeParse((await params).id)
  const pulse = id.success ? await getPulse(actor, id.data) : null
  if (!id.success || !pulse) return answer(fail('not_found'))
  const scene = await hallSceneJson(id.data, pulse.version)
  return new Response(`{"version":${pulse.version},"now":"${pulse.now}","scene":${scene}}`, {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  })
}
