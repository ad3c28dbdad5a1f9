import type { Instrumentation } from 'next'

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
