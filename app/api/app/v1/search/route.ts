import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail, ok } from '@/lib/platform/errors'
import { answer } from '@/lib/platform/route'
import { searchEverything } from '@/lib/search/queries'
import { searchSchema } from '@/lib/search/schema'

const PER_KIND = 4

/** What holds the words of `q`, a few of each kind, for the dialog. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const asked = searchSchema.parse({ words: new URL(request.url).searchParams.get('q'), kind: null })
  return answer(ok(await searchEverything(actor, asked, PER_KIND)))
}
