import { completeOwnedUpload } from '@/lib/evidence/owned/commands'
import { fileIdSchema } from '@/lib/evidence/schema'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin } from '@/lib/platform/route'
import { KEEPERS } from '../../_components/keepers'

export async function POST(
  request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = fileIdSchema.safeParse((await params).fileId)
  return answer(id.success ? await completeOwnedUpload(actor, KEEPERS, id.data) : fail('not_found'))
}
