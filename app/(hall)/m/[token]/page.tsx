import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hallSceneJson } from '@/app/(main)/meetings/[id]/_components/hall-scene'
import type { HallScene } from '@/components/meetings/hall-scene'
import { HallScreen } from '@/components/meetings/hall-screen'
import { findMeetingByLink, readPulse } from '@/lib/meetings/hall/queries'

export const metadata: Metadata = { title: 'Theo dõi hội nghị', referrer: 'no-referrer' }

export default async function GuestPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await findMeetingByLink(token)
  const pulse = found && (await readPulse(found.meetingId))
  if (!found || !pulse) notFound()
  const scene = JSON.parse(await hallSceneJson(found.meetingId, pulse.version)) as HallScene
  return <HallScreen address={`/api/app/v1/m/${token}`} first={{ ...pulse, scene }} />
}
