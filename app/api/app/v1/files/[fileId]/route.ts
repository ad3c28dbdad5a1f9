import { removeOwnedFile } from '@/lib/evidence/owned/commands'
import { readOwnedFile } from '@/lib/evidence/owned/queries'
import { fileHeaders } from '@/lib/evidence/rules'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'
import { KEEPERS } from '../_components/keepers'
import { actOnFile } from '../_components/upload'

type Context = { params: Promise<{ fileId: string }> }

/** The file itself: PDF and images to look at, everything else (and all with ?download) to keep. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const found = await readOwnedFile(actor, KEEPERS, (await params).fileId)
  if (!found) return answer(fail('not_found'))
  const download = new URL(request.url).searchParams.has('download')
  return new Response(new Uint8Array(found.bytes), { headers: fileHeaders(found.file, download) })
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return actOnFile(request, params, (actor, fileId) => removeOwnedFile(actor, KEEPERS, fileId))
}
