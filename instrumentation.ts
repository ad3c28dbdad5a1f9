import type { Instrumentation } from 'next'
import type { Handler } from '@/lib/platform/doors'

/** Called by Next once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepUploadsSwept } = await import('@/lib/evidence/jobs')
  keepUploadsSwept()
  const { keepAddressesCurrent } = await import('@/lib/territory/jobs')
  keepAddressesCurrent()
  await openDoors()
}

/** The small handlers that are asked most, or by a whole hall at once: the server reaches them without Next's router. */
const DOORS: readonly [method: string, path: string, load: () => Promise<object>][] = [
  [
    'PUT',
    '/api/app/v1/reports/[id]/figures/[indicatorId]',
    () => import('@/app/api/app/v1/reports/[id]/figures/[indicatorId]/route'),
  ],
  [
    'GET',
    '/api/v1/clusters/[slug]/years/[year]/summary',
    () => import('@/app/api/v1/clusters/[slug]/years/[year]/summary/route'),
  ],
  [
    'GET',
    '/api/v1/national/years/[year]/summary',
    () => import('@/app/api/v1/national/years/[year]/summary/route'),
  ],
  ['POST', '/api/app/v1/ballots/[id]/issue', () => import('@/app/api/app/v1/ballots/[id]/issue/route')],
  ['POST', '/api/app/v1/ballots/[id]/papers', () => import('@/app/api/app/v1/ballots/[id]/papers/route')],
  ['GET', '/api/app/v1/meetings/[id]/scene', () => import('@/app/api/app/v1/meetings/[id]/scene/route')],
  ['GET', '/api/app/v1/search', () => import('@/app/api/app/v1/search/route')],
]

async function openDoors(): Promise<void> {
  const { openDoor } = await import('@/lib/platform/doors')
  await Promise.all(
    DOORS.map(async ([method, path, load]) => {
      const handlers = (await load()) as Record<string, Handler | undefined>
      const handler = handlers[method]
      if (!handler) throw new Error(`The route of ${path} has no ${method}`)
      openDoor(method, path, handler)
    }),
  )
}

/** Called by Next for every error a page, action or route handler threw. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { describeError, logger } = await import('@/lib/platform/logger')
  logger.error(
    {
      error: describeError(error),
      method: request.method,
      route: context.routePath,
      kind: context.routeType,
    },
    'a route failed',
  )
}
