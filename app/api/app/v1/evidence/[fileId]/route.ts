import { contentDisposition } from '@/lib/evidence/rules'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin } from '@/lib/platform/route'
import { removeEvidence } from '@/lib/reports/evidence/commands'
import { readEvidence } from '@/lib/reports/evidence/queries'
import { idSchema } from '@/lib/reports/schema'

type Context = { params: Promise<{ fileId: string }> }

/** The file itself: PDF and images to look at, everything else (and all with ?download) to keep. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const found = await readEvidence(actor, (await params).fileId)
  if (!found) return answer(fail('not_found'))
  const { file, bytes } = found
  const download = new URL(request.url).searchParams.has('download')
  const inline = file.display === 'inline' && !download
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', file.name),
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = idSchema.safeParse((await params).fileId)
  return answer(id.success ? await removeEvidence(actor, id.data) : fail('not_found'))
}
