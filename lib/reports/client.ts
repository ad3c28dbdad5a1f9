import type { IndicatorDto } from '@/lib/indicators/types'
import type { Result } from '@/lib/platform/errors'
import { inputOf, partsOfKey } from './entry/rules'
import type { Answer, Draft, Sending, SlotKey, Theirs } from './entry/types'
import type { FigureConflict, NarrativeConflict } from './types'

/**
 * What has been typed and is not yet acknowledged, kept on this machine. One item a slot, so that a keystroke writes
 * little and two tabs do not overwrite each other; named by account, so that the next person at a shared machine neither
 * sees nor sends it.
 */
export type DraftStore = {
  list: () => [SlotKey, Draft][]
  put: (key: SlotKey, draft: Draft) => void
  drop: (key: SlotKey) => void
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'input' in value && 'version' in value

export function openDrafts(accountId: string, reportId: string): DraftStore {
  const prefix = `thidua:${accountId}:${reportId}:`
  return {
    list() {
      const drafts: [SlotKey, Draft][] = []
      for (let at = 0; at < localStorage.length; at++) {
        const name = localStorage.key(at)
        if (!name?.startsWith(prefix)) continue
        try {
          const draft: unknown = JSON.parse(localStorage.getItem(name) ?? '')
          if (isDraft(draft)) drafts.push([name.slice(prefix.length) as SlotKey, draft])
        } catch {
          localStorage.removeItem(name)
        }
      }
      return drafts
    },
    put(key, draft) {
      try {
        localStorage.setItem(prefix + key, JSON.stringify(draft))
      } catch {
        // A full or forbidden store: the page still holds it, and warns before it is closed.
      }
    },
    drop(key) {
      localStorage.removeItem(prefix + key)
    },
  }
}

const TIMEOUT_MS = 20_000
/** What a browser still sends for a page that is going away. */
const KEEPALIVE_CHARS = 10_000

/** Sends one save and says how it ended. Never throws for what a network or a server may do. */
export async function sendSlot(
  reportId: string,
  key: SlotKey,
  { key: idempotencyKey, input, version }: Sending,
  indicators: ReadonlyMap<string, IndicatorDto>,
): Promise<Answer> {
  const figure = partsOfKey(key)
  const path = figure ? `figures/${figure.indicatorId}` : `narrative/${key.slice(2)}`
  const body = JSON.stringify({ ...input, measure: figure?.measure, version, idempotencyKey })
  let result: Result<{ version: number }>
  let status: number
  try {
    const response = await fetch(`/api/app/v1/reports/${reportId}/${path}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < KEEPALIVE_CHARS,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    status = response.status
    result = (await response.json()) as Result<{ version: number }>
  } catch {
    return { kind: 'later' }
  }
  if (result.ok) return { kind: 'saved', version: result.value.version }
  if (result.code === 'unauthenticated') return { kind: 'signed-out' }
  if (status >= 500 || result.code === 'rate_limited') return { kind: 'later' }
  if (result.code === 'conflict') {
    const theirs = theirsOf(result.current, figure ? indicators.get(figure.indicatorId) : undefined)
    if (theirs) return { kind: 'conflict', theirs }
  }
  return { kind: 'refused', message: Object.values(result.fields ?? {})[0] ?? result.message }
}

function theirsOf(current: unknown, indicator: IndicatorDto | undefined): Theirs | null {
  if (indicator) {
    const { current: figure } = current as FigureConflict
    return {
      input: inputOf(figure, indicator),
      version: figure?.version ?? 0,
      by: figure?.updatedBy ?? null,
      at: figure?.updatedAt ?? null,
    }
  }
  const section = current as Partial<NarrativeConflict> | undefined
  if (typeof section?.text !== 'string') return null
  return {
    input: { text: section.text },
    version: section.version ?? 0,
    by: section.updatedBy ?? null,
    at: section.updatedAt ?? null,
  }
}
