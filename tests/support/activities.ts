import type { Actor } from '@/lib/platform/auth/actor'
import { savePledgeText, openPledge, agreeToPledge } from '@/lib/activities/pledge/commands'
import { pledgeTextSchema, type PledgeTextInput } from '@/lib/activities/pledge/schema'
import { prisma } from '@/lib/platform/db'
import { actorOf, arrangeReports, type ReportScene } from './reports'

/** A pledge's text as its form posts it. */
export function pledgeText(scene: ReportScene, version: number, tasks: string): PledgeTextInput {
  return pledgeTextSchema.parse({
    clusterYearId: scene.north.id,
    version: String(version),
    theme: 'An toàn cho phụ nữ và trẻ em',
    preamble: 'Các đơn vị thống nhất.',
    tasks,
    activities: 'Một mái ấm',
    closing: '',
  })
}

/** The northern cluster with a pledge that its head has drafted, and opened for agreement where `open`. */
export async function arrangePledge({ open = true }: { open?: boolean } = {}) {
  const scene = await arrangeReports()
  const head = await actorOf('head', scene)
  const saved = await savePledgeText(head, pledgeText(scene, 0, '1. Giảm nghèo\n2. Bảo vệ trẻ em'))
  if (!saved.ok) throw new Error(saved.message)
  const { id } = await prisma.pledge.findUniqueOrThrow({ where: { clusterYearId: scene.north.id } })
  if (open) {
    const opened = await openPledge(head, { pledgeId: id, version: 1 })
    if (!opened.ok) throw new Error(opened.message)
  }
  return { ...scene, pledgeId: id, head }
}

/** Agrees to the text as it stands. */
export async function agree(actor: Actor, pledgeId: string, unitId: string) {
  const pledge = await prisma.pledge.findUniqueOrThrow({
    where: { id: pledgeId },
    include: { texts: { orderBy: { version: 'desc' }, take: 1 } },
  })
  const [text] = pledge.texts
  if (!text) throw new Error('no text')
  return agreeToPledge(actor, { pledgeId, unitId, textVersion: text.version, textHash: text.hash })
}
