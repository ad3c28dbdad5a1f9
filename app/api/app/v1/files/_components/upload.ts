import 'server-only'
import { chunkPositionSchema, fileIdSchema } from '@/lib/evidence/schema'
import { EVIDENCE_CHUNK_BYTES } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail, type Result } from '@/lib/platform/errors'
import { answer, isSameOrigin, readBytes } from '@/lib/platform/route'

/** What someone does to one file: the frame of every handler that changes one. */
export async function actOnFile(
  request: Request,
  params: Promise<{ fileId: string }>,
  act: (actor: Actor, fileId: string) => Promise<Result<unknown>>,
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = fileIdSchema.safeParse((await params).fileId)
  return answer(id.success ? await act(actor, id.data) : fail('not_found'))
}

/** Takes the bytes of one chunk, as they are; no more than a chunk has, whatever length the request states. */
export function receiveChunk(
  request: Request,
  params: Promise<{ fileId: string; position: string }>,
  store: (
    actor: Actor,
    fileId: string,
    position: number,
    bytes: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<unknown>>,
): Promise<Response> {
  return actOnFile(request, params, async (actor, fileId) => {
    const position = chunkPositionSchema.safeParse((await params).position)
    if (!position.success) return fail('not_found')
    const body = await readBytes(request, EVIDENCE_CHUNK_BYTES)
    return body.ok ? store(actor, fileId, position.data, new Uint8Array(body.value)) : body
  })
}
