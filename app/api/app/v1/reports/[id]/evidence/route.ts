import { beginUploadSchema } from '@/lib/evidence/schema'
import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail, ok } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'
import { beginUpload } from '@/lib/reports/evidence/commands'
import { listEvidence } from '@/lib/reports/evidence/queries'
import { idSchema, sectionSchema } from '@/lib/reports/schema'

type Context = { params: Promise<{ id: string }> }

/** The files of ?owner=, an indicator's id or a narrative section. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const { id } = await params
  const owner = new URL(request.url).searchParams.get('owner') ?? ''
  const section = sectionSchema.safeParse(owner)
  return answer(
    ok(await listEvidence(actor, id, section.success ? { section: section.data } : { indicatorId: owner })),
  )
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const id = idSchema.safeParse((await params).id)
  if (!id.success) return answer(fail('not_found'))
  const body = await readJson(request)
  if (!body.ok) return answer(body)
  const input = parseInput(beginUploadSchema, body.value)
  if (!input.ok) return answer(input)
  return answer(await beginUpload(actor, id.data, input.value))
}
