import type { Instrumentation } from 'next'

/** Called by Next once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepUploadsSwept } = await import('@/lib/evidence/jobs')
  keepUploadsSwept()
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
