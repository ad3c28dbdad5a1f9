import { storeChunk } from '@/lib/reports/evidence/commands'
import { receiveChunk } from '../../../../files/_components/upload'

type Context = { params: Promise<{ fileId: string; position: string }> }

/** The bytes of one chunk, as they are. */
export function PUT(request: Request, { params }: Context): Promise<Response> {
  return receiveChunk(request, params, storeChunk)
}
