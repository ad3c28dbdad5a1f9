import type { Result } from '@/lib/platform/errors'

/** The value of a success; a refusal fails loudly, with its code, sentence and fields. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.code}: ${result.message} ${JSON.stringify(result.fields ?? {})}`)
}
