import { beginOwnedUpload } from '@/lib/evidence/owned/commands'
import { beginOwnedUploadSchema } from '@/lib/evidence/schema'
import { parseInput } from '@/lib/platform/action'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { answer, isSameOrigin, readJson } from '@/lib/platform/route'
import { KEEPERS } from './_components/keepers'

/** Begins an upload beside a pledge, a paper, an activity … */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return answer(fail('forbidden'))
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const body = await readJson(request)
  if (!body.ok) return answer(body)
  const input = parseInput(beginOwnedUploadSchema, body.value)
  return answer(input.ok ? await beginOwnedUpload(actor, KEEPERS, input.value) : input)
}
