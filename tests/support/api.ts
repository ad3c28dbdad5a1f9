import { GET as getAwards } from '@/app/api/v1/awards/route'
import { GET as getClusters } from '@/app/api/v1/clusters/route'
import { GET as getSummary } from '@/app/api/v1/clusters/[slug]/years/[year]/summary/route'
import { GET as getIndicators } from '@/app/api/v1/indicators/route'
import { GET as getNation } from '@/app/api/v1/national/years/[year]/summary/route'
import { GET as getReport } from '@/app/api/v1/units/[slug]/years/[year]/report/route'
import { GET as getUnits } from '@/app/api/v1/units/route'
import { createToken } from '@/lib/accounts/tokens/commands'
import type { CreateTokenInput } from '@/lib/accounts/tokens/schema'
import type { EndpointName } from '@/lib/api/rules'
import { openSessionIn, readSession } from '@/lib/platform/auth/session'
import { prisma } from './database'
import { must } from './must'

/** A token of an account, made the way its holder makes it. */
export async function tokenFor(accountId: string, input: Partial<CreateTokenInput> = {}): Promise<string> {
  const session = await openSessionIn(prisma, accountId, { address: null, userAgent: null })
  const actor = await readSession(session)
  if (!actor) throw new Error('No such account')
  const { token } = must(
    await createToken(actor, {
      name: 'Thử',
      scopes: ['REFERENCE', 'SUMMARY', 'REPORT', 'AWARDS'],
      reading: 'ALL',
      days: 30,
      ...input,
    }),
  )
  return token
}

type Asked = { token?: string; headers?: Record<string, string> }

/** Asks one address of the API, as a caller over HTTP does. */
export function askApi(path: string, { token, headers = {} }: Asked = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  })
  const parts = new URL(request.url).pathname.split('/').slice(3)
  const name = nameOf(parts)
  const params: Record<string, string> =
    name === 'nation' ? { year: parts[2] ?? '' } : { slug: parts[1] ?? '', year: parts[3] ?? '' }
  return HANDLERS[name](request, { params: Promise.resolve(params) })
}

const HANDLERS: Record<
  EndpointName,
  (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
> = {
  units: getUnits,
  clusters: getClusters,
  indicators: getIndicators,
  awards: getAwards,
  summary: getSummary,
  nation: getNation,
  report: getReport,
}

function nameOf(parts: string[]): EndpointName {
  if (parts.length === 1) return parts[0] as EndpointName
  return parts[0] === 'clusters' ? 'summary' : parts[0] === 'national' ? 'nation' : 'report'
}
