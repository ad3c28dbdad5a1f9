import { downloadDocument } from '@/lib/documents/life/queries'
import { contentDisposition, evidenceName } from '@/lib/evidence/rules'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { FORMAT_MEDIA, PAPER_FORMATS, type PaperFormat } from '@/lib/platform/files/render'
import { answer } from '@/lib/platform/route'

type Props = { params: Promise<{ id: string; format: string }> }

/** A document as a Word or PDF file: as issued, or as it stands now. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id, format } = await params
  if (!(PAPER_FORMATS as readonly string[]).includes(format)) return answer(fail('not_found'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const found = await downloadDocument(actor, id, format as PaperFormat)
  if (!found.ok) return answer(found)
  const { bytes, name } = found.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': FORMAT_MEDIA[format as PaperFormat],
      'content-length': String(bytes.length),
      'content-disposition': contentDisposition('attachment', evidenceName(name)),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
