'use client'

import { useEffect, useRef, useState } from 'react'
import type { LiveScene } from './hall-scene'

/** Without a working stream a screen asks for itself this often. */
const POLL_MS = 2_000
const LONGEST_RETRY_MS = 10_000

/** Spreads what many screens do at once. */
const jitter = (ms: number) => ms * (0.75 + Math.random() * 0.5)

/**
 * Calls `onVersion` with each version the meeting reaches, and says whether the stream is connected. The browser comes
 * back by itself after a cut; where it gives up (the server was away), this opens a new stream.
 */
export function useVersions(
  stream: string,
  since: number,
  onVersion: (version: number) => void,
): { connected: boolean } {
  const [connected, setConnected] = useState(true)
  const heard = useRef(onVersion)
  const latest = useRef(since)
  useEffect(() => {
    heard.current = onVersion
  }, [onVersion])

  useEffect(() => {
    let source: EventSource | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    let wait = 500
    function open() {
      source = new EventSource(`${stream}?since=${latest.current}`)
      source.addEventListener('open', () => {
        wait = 500
        setConnected(true)
      })
      source.addEventListener('version', (event) => {
        const version = Number((event as MessageEvent<string>).data)
        if (version > latest.current) latest.current = version
        heard.current(version)
      })
      source.addEventListener('error', () => {
        setConnected(false)
        if (source?.readyState !== EventSource.CLOSED) return
        clearTimeout(again)
        again = setTimeout(open, jitter(wait))
        wait = Math.min(wait * 2, LONGEST_RETRY_MS)
      })
    }
    open()
    return () => {
      clearTimeout(again)
      source?.close()
    }
  }, [stream])
  return { connected }
}

/** The scene as it is now, kept up by the stream and by asking where there is no stream; `offset` sets clocks to the server's. */
export function useLiveScene(
  address: string,
  first: LiveScene,
): { live: LiveScene; connected: boolean; lost: boolean; offset: number } {
  const [live, setLive] = useState(first)
  const [offset, setOffset] = useState(() => Date.parse(first.now) - Date.now())
  const [lost, setLost] = useState(false)
  const held = useRef(first.version)
  const wanted = useRef(first.version)
  const busy = useRef(false)

  const refresh = useRef(async (_always: boolean) => {})
  useEffect(() => {
    refresh.current = async (always) => {
      if (busy.current) return
      busy.current = true
      try {
        // A version announced while the answer was under way is fetched at once after it.
        for (let tries = 0; tries < 5 && (always || wanted.current > held.current); tries++) {
          always = false
          const answer = await fetch(`${address}/scene`, { cache: 'no-store' })
          if (answer.status === 401 || answer.status === 404) return setLost(true)
          if (!answer.ok) return
          const next = (await answer.json()) as LiveScene
          setLost(false)
          setOffset(Date.parse(next.now) - Date.now())
          if (next.version < held.current) continue
          held.current = next.version
          setLive(next)
        }
      } catch {
        // No network: the stream or the next round of asking brings it.
      } finally {
        busy.current = false
      }
    }
  }, [address])

  const { connected } = useVersions(`${address}/stream`, first.version, (version) => {
    wanted.current = Math.max(wanted.current, version)
    void refresh.current(false)
  })

  useEffect(() => {
    if (connected) return
    let timer: ReturnType<typeof setTimeout>
    const ask = () => {
      void refresh.current(true)
      timer = setTimeout(ask, jitter(POLL_MS))
    }
    timer = setTimeout(ask, jitter(POLL_MS))
    return () => clearTimeout(timer)
  }, [connected])

  useEffect(() => {
    const back = () => {
      if (!document.hidden) void refresh.current(true)
    }
    document.addEventListener('visibilitychange', back)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', back)
      window.removeEventListener('online', back)
    }
  }, [])

  return { live, connected, lost, offset }
}

/** The server's clock, ticking once a second; null until the page lives, so that both sides paint the same first. */
export function useServerClock(offset: number): Date | null {
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    const tick = () => setNow(new Date(Date.now() + offset))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [offset])
  return now
}
