import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'
import { saveNarrative } from '@/lib/reports/commands'
import { idSchema, saveNarrativeSchema, sectionSchema } from '@/lib/reports/schema'

export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string; section: string }> },
): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const { id, section } = await params
  const address = { id: idSchema.safeParse(id), section: sectionSchema.safeParse(section) }
  if (!address.id.success || !address.section.success) return answer(fail('not_found'))
  const body = await readJson(request)
  if (!body.ok) return answer(body)
  const input = parseInput(saveNarrativeSchema, body.value)
  if (!input.ok) return answer(input)
  return answer(await saveNarrative(actor, address.id.data, address.section.data, input.value))
}
