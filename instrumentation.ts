import type { Instrumentation } from 'next'
import type { Handler } from '@/lib/platform/doors'

/** Called by Next once, when a server starts. */
export async function register(): Promise<void> {
  // All within the condition: only so does the bundler leave it out where there is no Node.js.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { keepUploadsSwept } = await import('@/lib/evidence/jobs')
    keepUploadsSwept()
    const { keepAddressesCurrent } = await import('@/lib/territory/jobs')
    keepAddressesCurrent()
    const { readSessionsEarly } = await import('@/lib/platform/auth/session')
    readSessionsEarly()
    const { askClusterPagesEarly } = await import('@/app/(main)/clusters/[slug]/[year]/_components/ask-early')
    askClusterPagesEarly()
    // The small handlers that are asked most, or by a whole hall at once: the server reaches them without Next's router.
    await Promise.all([
      openDoor(
        'PUT',
        '/api/app/v1/reports/[id]/figures/[indicatorId]',
        import('@/app/api/app/v1/reports/[id]/figures/[indicatorId]/route'),
      ),
      openDoor(
        'GET',
        '/api/v1/clusters/[slug]/years/[year]/summary',
        import('@/app/api/v1/clusters/[slug]/years/[year]/summary/route'),
      ),
      openDoor(
        'GET',
        '/api/v1/national/years/[year]/summary',
        import('@/app/api/v1/national/years/[year]/summary/route'),
      ),
      openDoor('POST', '/api/app/v1/ballots/[id]/issue', import('@/app/api/app/v1/ballots/[id]/issue/route')),
      openDoor(
        'POST',
        '/api/app/v1/ballots/[id]/papers',
        import('@/app/api/app/v1/ballots/[id]/papers/route'),
      ),
      openDoor(
        'GET',
        '/api/app/v1/meetings/[id]/scene',
        import('@/app/api/app/v1/meetings/[id]/scene/route'),
      ),
      openDoor('GET', '/api/app/v1/search', import('@/app/api/app/v1/search/route')),
    ])
  }
}

async function openDoor(method: string, path: string, route: Promise<object>): Promise<void> {
  const { openDoor: open } = await import('@/lib/platform/doors')
  const handler = ((await route) as Record<string, Handler | undefined>)[method]
  if (!handler) throw new Error(`The route of ${path} has no ${method}`)
  open(method, path, handler)
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
