import type { Instrumentation } from 'next'
import type { Handler } from '@/lib/platform/doors'

/** Called by Next once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepUploadsSwept } = await import('@/lib/evidence/jobs')
  keepUploadsSwept()
  await openDoors()
}

/** The small handlers that are asked most: the server reaches them without Next's router. */
async function openDoors(): Promise<void> {
  const [{ openDoor }, figure] = await Promise.all([
    import('@/lib/platform/doors'),
    import('@/app/api/app/v1/reports/[id]/figures/[indicatorId]/route'),
  ])
  openDoor('PUT', '/api/app/v1/reports/[id]/figures/[indicatorId]', figure.PUT as Handler)
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
