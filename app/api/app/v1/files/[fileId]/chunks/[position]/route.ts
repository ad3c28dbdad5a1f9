import { storeOwnedChunk } from '@/lib/evidence/owned/commands'
import { chunkPositionSchema, fileIdSchema } from '@/lib/evidence/schema'
import { EVIDENCE_CHUNK_BYTES } from '@/lib/evidence/types'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin } from '@/lib/platform/route'
import { KEEPERS } from '../../../_components/keepers'

/** The bytes of one chunk, as they are. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ fileId: string; position: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const { fileId, position } = await params
  const id = fileIdSchema.safeParse(fileId)
  const at = chunkPositionSchema.safeParse(position)
  if (!id.success || !at.success) return answer(fail('not_found'))
  if (Number(request.headers.get('content-length') ?? 0) > EVIDENCE_CHUNK_BYTES)
    return answer(fail('too_large'))
  const bytes = new Uint8Array(await request.arrayBuffer())
  return answer(await storeOwnedChunk(actor, KEEPERS, id.data, at.data, bytes))
}
