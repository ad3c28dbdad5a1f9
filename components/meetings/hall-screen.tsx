'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { BallotScene } from '@/components/ballots/ballot-scene'
import { fingerprintOf } from '@/lib/ballots/client'
import type { BallotDto } from '@/lib/ballots/types'
import './hall.css'
import type { LiveScene } from './hall-scene'
import { HallView } from './hall-view'
import { useLiveScene, useServerClock } from './live'

/** A screen that follows the meeting at `address`: the projector, a delegate's or a guest's phone. */
export function HallScreen({
  address,
  first,
  welcome,
}: {
  address: string
  first: LiveScene
  welcome?: ReactNode
}) {
  const { live, connected, lost, offset } = useLiveScene(address, first)
  const now = useServerClock(offset)
  if (lost)
    return (
      <div className="hall night">
        <div className="band" aria-hidden="true" />
        <main className="hall-mid" style={{ gridRow: 3 }}>
          <div>
            <h1>Không còn xem được hội nghị</h1>
            <p>Phiên làm việc đã hết hoặc liên kết đã được thu lại. Hãy tải lại trang.</p>
          </div>
        </main>
      </div>
    )
  return (
    <HallView
      scene={live.scene}
      now={now}
      connected={connected}
      welcome={welcome}
      ballot={live.scene.ballot ? <Ballot ballot={live.scene.ballot} /> : undefined}
    />
  )
}

/** The ballot with the fingerprint of its key, which every voter compares with the one on her own screen. */
function Ballot({ ballot }: { ballot: BallotDto }) {
  const [shown, setShown] = useState<{ key: string; fingerprint: string } | null>(null)
  const { publicKey } = ballot
  useEffect(() => {
    if (publicKey === null) return
    let gone = false
    fingerprintOf(publicKey).then(
      (fingerprint) => {
        if (!gone) setShown({ key: publicKey, fingerprint })
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [publicKey])
  return (
    <div className="hall-ballot">
      <BallotScene ballot={ballot} fingerprint={shown?.key === publicKey ? shown?.fingerprint : undefined} />
    </div>
  )
}
