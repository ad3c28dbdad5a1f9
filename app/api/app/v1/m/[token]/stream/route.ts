import { findMeetingByLink } from '@/lib/meetings/hall/queries'
import { meetingStream } from '@/lib/meetings/stream'
import { fail } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'

/** Server-sent events of the meeting a guest's link leads to. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const found = await findMeetingByLink((await params).token)
  if (!found) return answer(fail('not_found'))
  const since = Number(new URL(request.url).searchParams.get('since'))
  return meetingStream(found.meetingId, Number.isSafeInteger(since) ? since : -1, request.signal)
}
