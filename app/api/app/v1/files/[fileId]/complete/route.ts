import { completeOwnedUpload } from '@/lib/evidence/owned/commands'
import { KEEPERS } from '../../_components/keepers'
import { actOnFile } from '../../_components/upload'

type Context = { params: Promise<{ fileId: string }> }

export function POST(request: Request, { params }: Context): Promise<Response> {
  return actOnFile(request, params, (actor, fileId) => completeOwnedUpload(actor, KEEPERS, fileId))
}
