import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hallSceneJson } from '@/app/(main)/meetings/[id]/_components/hall-scene'
import { CheckInCode } from '@/components/meetings/check-in-code'
import type { HallScene } from '@/components/meetings/hall-scene'
import { HallScreen } from '@/components/meetings/hall-screen'
import { getPulse } from '@/lib/meetings/hall/queries'
import { canRunMeeting } from '@/lib/meetings/policy'
import { getMeetingFacts } from '@/lib/meetings/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { idSchema } from '@/lib/platform/fields'

export const metadata: Metadata = { title: 'Màn chiếu hội nghị' }

export default async function ProjectorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/meetings/${id}/projector`)
  if (!idSchema.safeParse(id).success) notFound()
  const meeting = await getMeetingFacts(actor, id)
  const pulse = meeting && (await getPulse(actor, id))
  if (!meeting || !pulse) notFound()
  const scene = JSON.parse(await hallSceneJson(id, pulse.version)) as HallScene
  return (
    <HallScreen
      address={`/api/app/v1/meetings/${id}`}
      first={{ ...pulse, scene }}
      welcome={canRunMeeting(actor, meeting) ? <CheckInCode meetingId={id} /> : undefined}
    />
  )
}
