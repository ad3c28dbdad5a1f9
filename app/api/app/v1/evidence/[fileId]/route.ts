import { fileHeaders } from '@/lib/evidence/rules'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'
import { removeEvidence } from '@/lib/reports/evidence/commands'
import { readEvidence } from '@/lib/reports/evidence/queries'
import { actOnFile } from '../../files/_components/upload'

type Context = { params: Promise<{ fileId: string }> }

/** The file itself: PDF and images to look at, everything else (and all with ?download) to keep. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const found = await readEvidence(actor, (await params).fileId)
  if (!found) return answer(fail('not_found'))
  const download = new URL(request.url).searchParams.has('download')
  return new Response(new Uint8Array(found.bytes), { headers: fileHeaders(found.file, download) })
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return actOnFile(request, params, removeEvidence)
}
