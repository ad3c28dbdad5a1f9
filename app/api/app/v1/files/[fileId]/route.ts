import { removeOwnedFile } from '@/lib/evidence/owned/commands'
import { readOwnedFile } from '@/lib/evidence/owned/queries'
import { fileHeaders } from '@/lib/evidence/rules'
import { fileIdSchema } from '@/lib/evidence/schema'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin } from '@/lib/platform/route'
import { KEEPERS } from '../_components/keepers'

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

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = fileIdSchema.safeParse((await params).fileId)
  return answer(id.success ? await removeOwnedFile(actor, KEEPERS, id.data) : fail('not_found'))
}
