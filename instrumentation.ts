import type { Instrumentation } from 'next'
import type { Handler } from '@/lib/platform/doors'

/** Called by Next once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepUploadsSwept } = await import('@/lib/evidence/jobs')
  keepUploadsSwept()
  await openDoors()
}

/** The small handlers that are asked most, or by a whole hall at once: the server reaches them without Next's router. */
async function openDoors(): Promise<void> {
  const [{ openDoor }, figure, summary, issue, papers, scene, search] = await Promise.all([
    import('@/lib/platform/doors'),
    import('@/app/api/app/v1/reports/[id]/figures/[indicatorId]/route'),
    import('@/app/api/v1/clusters/[slug]/years/[year]/summary/route'),
    import('@/app/api/app/v1/ballots/[id]/issue/route'),
    import('@/app/api/app/v1/ballots/[id]/papers/route'),
    import('@/app/api/app/v1/meetings/[id]/scene/route'),
    import('@/app/api/app/v1/search/route'),
  ])
  openDoor('PUT', '/api/app/v1/reports/[id]/figures/[indicatorId]', figure.PUT as Handler)
  openDoor('GET', '/api/v1/clusters/[slug]/years/[year]/summary', summary.GET as Handler)
  openDoor('POST', '/api/app/v1/ballots/[id]/issue', issue.POST as Handler)
  openDoor('POST', '/api/app/v1/ballots/[id]/papers', papers.POST as Handler)
  openDoor('GET', '/api/app/v1/meetings/[id]/scene', scene.GET as Handler)
  openDoor('GET', '/api/app/v1/search', search.GET as Handler)
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
