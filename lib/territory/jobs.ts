import { describeError, logger } from '@/lib/platform/logger'
import { onShutdown } from '@/lib/platform/shutdown'
import { handOverAddresses } from './addresses/commands'

const AN_HOUR_MS = 60 * 60 * 1000

/** Hands addresses over to units whose day has come, now and once an hour, as long as this server runs. */
export function keepAddressesCurrent(): void {
  const handOver = () =>
    handOverAddresses().then(
      (moved) => (moved > 0 ? logger.info({ moved }, 'addresses handed over to new units') : undefined),
      (error: unknown) => logger.warn({ error: describeError(error) }, 'addresses were not handed over'),
    )
  void handOver()
  const timer = setInterval(() => void handOver(), AN_HOUR_MS)
  timer.unref()
  onShutdown('territory.addresses', async () => clearInterval(timer))
}
