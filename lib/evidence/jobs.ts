import { describeError, logger } from '@/lib/platform/logger'
import { onShutdown } from '@/lib/platform/shutdown'
import { sweepUploads } from './commands'

const A_DAY_MS = 24 * 60 * 60 * 1000

/** Sweeps unfinished uploads now and once a day, as long as this server runs. */
export function keepUploadsSwept(): void {
  const sweep = () =>
    sweepUploads().then(
      (swept) => (swept > 0 ? logger.info({ swept }, 'unfinished uploads swept') : undefined),
      (error: unknown) => logger.warn({ error: describeError(error) }, 'unfinished uploads were not swept'),
    )
  void sweep()
  const timer = setInterval(() => void sweep(), A_DAY_MS)
  timer.unref()
  onShutdown('evidence.sweep', async () => clearInterval(timer))
}
