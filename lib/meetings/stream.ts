import { listen } from '@/lib/platform/live'
import { readLiveVersions } from './queries'

const HEARTBEAT_MS = 15_000
/** A stream ends after this long; the screen comes back by itself and is asked anew who it is. */
const LONGEST_MS = 15 * 60_000
/** How long a screen waits before it comes back. */
const RETRY_MS = 1_000

type Follower = (version: number) => void
type Hub = {
  meetings: Map<string, { version: number; followers: Set<Follower> }>
  ends: Set<() => void>
  deaf: (() => void) | null
}

const KEY = Symbol.for('cum-thi-dua.meeting-streams')
const shared = globalThis as typeof globalThis & { [KEY]?: Hub }
const hub = (shared[KEY] ??= { meetings: new Map(), ends: new Set(), deaf: null })

function reached(meetingId: string, version: number): void {
  const meeting = hub.meetings.get(meetingId)
  if (!meeting || version <= meeting.version) return
  meeting.version = version
  for (const follower of meeting.followers) follower(version)
}

/** Compares every followed meeting with the database in one statement: whatever was missed is made up for. */
async function compareAll(): Promise<void> {
  const versions = await readLiveVersions([...hub.meetings.keys()]).catch(() => new Map<string, number>())
  for (const [meetingId, version] of versions) reached(meetingId, version)
}

function follow(meetingId: string, follower: Follower): () => void {
  hub.deaf ??= listen({
    changed: reached,
    recheck: () => void compareAll(),
    stopping: () => {
      for (const end of hub.ends) end()
    },
  })
  const meeting = hub.meetings.get(meetingId) ?? { version: 0, followers: new Set<Follower>() }
  hub.meetings.set(meetingId, meeting)
  meeting.followers.add(follower)
  return () => {
    meeting.followers.delete(follower)
    if (meeting.followers.size === 0) hub.meetings.delete(meetingId)
    if (hub.meetings.size > 0) return
    hub.deaf?.()
    hub.deaf = null
  }
}

/**
 * Server-sent events of one meeting: a `version` event whenever the meeting has passed the version the screen holds.
 * Only the number travels; the screen reads the scene with it. Who may follow is asked before.
 */
export function meetingStream(meetingId: string, since: number, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let sent = since
      const send = (text: string) => {
        // A screen that stopped reading is let go; it comes back and catches up.
        if ((controller.desiredSize ?? 0) < -64) return stop()
        controller.enqueue(encoder.encode(text))
      }
      const tell = (version: number) => {
        if (version <= sent) return
        sent = version
        send(`event: version\ndata: ${version}\n\n`)
      }
      const unfollow = follow(meetingId, tell)
      const heart = setInterval(() => send(': \n\n'), HEARTBEAT_MS)
      const limit = setTimeout(() => stop(), LONGEST_MS)
      stop = () => {
        stop = () => {}
        clearInterval(heart)
        clearTimeout(limit)
        unfollow()
        hub.ends.delete(end)
        signal.removeEventListener('abort', end)
        try {
          controller.close()
        } catch {
          // Already closed from the other side.
        }
      }
      const end = () => stop()
      hub.ends.add(end)
      signal.addEventListener('abort', end)
      send(`retry: ${RETRY_MS}\n\n`)
      readLiveVersions([meetingId]).then(
        (versions) => {
          const version = versions.get(meetingId)
          if (version === undefined) return
          reached(meetingId, version)
          tell(version)
        },
        () => stop(),
      )
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that buffer would hold back what must arrive within a second.
      'x-accel-buffering': 'no',
    },
  })
}
