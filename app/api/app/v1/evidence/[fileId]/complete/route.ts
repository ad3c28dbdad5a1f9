import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin } from '@/lib/platform/route'
import { completeUpload } from '@/lib/reports/evidence/commands'
import { idSchema } from '@/lib/reports/schema'

export async function POST(
  request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = idSchema.safeParse((await params).fileId)
  return answer(id.success ? await completeUpload(actor, id.data) : fail('not_found'))
}
