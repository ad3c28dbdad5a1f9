import { hallSceneJson } from '@/app/(main)/meetings/[id]/_components/hall-scene'
import { findMeetingByLink, readPulse } from '@/lib/meetings/hall/queries'
import { fail } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'

/** What the hall sees now, for a guest. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const found = await findMeetingByLink((await params).token)
  const pulse = found && (await readPulse(found.meetingId))
  if (!pulse) return answer(fail('not_found'))
  const scene = await hallSceneJson(found.meetingId, pulse.version)
  return new Response(`{"version":${pulse.version},"now":"${pulse.now}","scene":${scene}}`, {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  })
}
