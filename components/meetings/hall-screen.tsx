'use client'

import type { ReactNode } from 'react'
import { BallotScene } from '@/components/ballots/ballot-scene'
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
      ballot={
        live.scene.ballot ? (
          <div className="hall-ballot">
            <BallotScene ballot={live.scene.ballot} />
          </div>
        ) : undefined
      }
    />
  )
}
