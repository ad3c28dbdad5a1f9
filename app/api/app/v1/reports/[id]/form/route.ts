import { FORM_MAX_BYTES } from '@/lib/documents/sheets/types'
import { importReportForm } from '@/lib/documents/sheets/commands'
import { getReportForm, previewReportForm } from '@/lib/documents/sheets/queries'
import { formUploadSchema } from '@/lib/documents/sheets/schema'
import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, download, isSameOrigin, readBytes } from '@/lib/platform/route'

type Context = { params: Promise<{ id: string }> }

const TOO_LARGE = 'Biểu lớn hơn 1 MB, không phải biểu tải từ phần mềm. Hãy tải biểu mới.'

/** The form of the report, to be filled in offline. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const form = await getReportForm(actor, (await params).id)
  return form.ok ? download(form.value.name, 'xlsx', form.value.bytes) : answer(form)
}

/** A form that was filled in: previewed, or with `plan` and `key` brought in as previewed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const search = new URL(request.url).searchParams
  const input = parseInput(formUploadSchema, {
    name: search.get('name') ?? '',
    plan: search.get('plan'),
    key: search.get('key'),
  })
  if (!input.ok) return answer(input)
  const bytes = await readBytes(request, FORM_MAX_BYTES)
  if (!bytes.ok) return answer(bytes.code === 'too_large' ? fail('too_large', TOO_LARGE) : bytes)
  const { id } = await params
  const { name, plan, key } = input.value
  const file = { name, bytes: bytes.value }
  return answer(
    plan && key
      ? await importReportForm(actor, id, file, { plan, idempotencyKey: key })
      : await previewReportForm(actor, id, file),
  )
}
