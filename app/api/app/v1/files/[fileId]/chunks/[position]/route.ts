import { storeOwnedChunk } from '@/lib/evidence/owned/commands'
import { KEEPERS } from '../../../_components/keepers'
import { receiveChunk } from '../../../_components/upload'

type Context = { params: Promise<{ fileId: string; position: string }> }

/** The bytes of one chunk, as they are. */
export function PUT(request: Request, { params }: Context): Promise<Response> {
  return receiveChunk(request, params, (actor, fileId, position, bytes) =>
    storeOwnedChunk(actor, KEEPERS, fileId, position, bytes),
  )
}
