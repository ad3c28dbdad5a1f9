import { escapeHtml } from '@/components/ui/html'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'
import { previewEvidence } from '@/lib/reports/evidence/queries'

const POLICY = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'"
const STYLE = `body{margin:16px;font:14px/1.5 system-ui,sans-serif;color:#161c3a;background:#fff}
table{border-collapse:collapse}td,th{border:1px solid #d9dce8;padding:3px 8px;vertical-align:top}
img{max-width:100%}h1,h2,h3{font-size:16px}`

/** A Word or Excel file as a page without scripts, for a sandboxed frame. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const found = await previewEvidence(actor, (await params).fileId)
  if (!found) return answer(fail('not_found'))
  const body =
    found.html ?? '<p>Không mở xem được tệp này trên trang. Hãy tải về để xem bằng phần mềm trên máy.</p>'
  return new Response(
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escapeHtml(found.file.name)}</title><style>${STYLE}</style>${body}</html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    },
  )
}
