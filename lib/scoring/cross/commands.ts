import 'server-only'
import { delegatorFor, type Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import type { Prisma } from '@/prisma/generated/client'
import { mayAgreeMinutes, mayDraftRubric, mayReadMinutes, mayReadRubric, mayWriteMinutes } from '../policy'
import { rubricRecord, runIn, scoringFacts } from '../queries'
import { openStage } from '../rules'
import type { AgreeMinutesInput, MinutesInput, SubGroupInput, TeamActInput, TeamInput } from '../schema'
import { lockSheetIn, refuseWhileBlank } from '../sheets/commands'

type Tx = Prisma.TransactionClient

const PUBLISHED = 'Điểm đã công bố, lịch chấm chéo không thay đổi nữa.'

/** The rubric for those who plan the checking, held until the transaction ends. */
async function lockPlanIn(tx: Tx, actor: Actor, rubricId: string) {
  await tx.$queryRaw`SELECT id FROM rubrics WHERE id = ${rubricId}::uuid FOR UPDATE`
  const rubric = await rubricRecord(runIn(tx), 'rubric', rubricId)
  const facts = rubric && (await scoringFacts(runIn(tx), rubric.clusterYearId))
  if (!rubric || !facts || !mayReadRubric(actor, rubric.clusterYearId, rubric.state)) return fail('not_found')
  if (!mayDraftRubric(actor, facts)) return fail('forbidden')
  if (facts.closed || rubric.state === 'PUBLISHED') return fail('locked', PUBLISHED)
  return ok({ rubric, facts })
}

/** Names the unit that checks another, and the day. The same pair again changes the day. */
export function assignTeam(actor: Actor, input: TeamInput, key?: string): Promise<Result<{ id: string }>> {
  return perform(actor, 'assignTeam', key, async (tx) => {
    const found = await lockPlanIn(tx, actor, input.rubricId)
    if (!found.ok) return found
    const { rubric, facts } = found.value
    const { rubricId, checkingUnitId, checkedUnitId, scheduledOn } = input
    if (!facts.memberIds.includes(checkingUnitId) || !facts.memberIds.includes(checkedUnitId))
      return fail('invalid', 'Cả hai đơn vị phải là thành viên của cụm.')
    if (checkingUnitId === checkedUnitId)
      return wrongField('checkedUnitId', 'Đơn vị không tự chấm chéo cho chính mình.')
    const sheet = await tx.scoreSheet.findUnique({
      where: { rubricId_unitId: { rubricId, unitId: checkedUnitId } },
    })
    if (sheet?.crossDoneAt || sheet?.appraisedAt)
      return fail('locked', 'Đơn vị này đã chấm chéo xong hoặc đã được thẩm định.')
    const pair = { rubricId, checkingUnitId, checkedUnitId }
    const day = dayToStore(scheduledOn)
    const { id } = await tx.crossTeam.upsert({
      where: { rubricId_checkingUnitId_checkedUnitId: pair },
      create: { ...pair, scheduledOn: day },
      update: { scheduledOn: day, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'assignTeam',
      entity: 'cross_team',
      entityId: id,
      unitId: checkedUnitId,
      clusterYearId: rubric.clusterYearId,
      after: { checkingUnitId, checkedUnitId, scheduledOn },
    })
    return ok({ id })
  })
}

/** Takes a team away, as long as its minutes bind nobody. */
export function removeTeam(actor: Actor, input: TeamActInput, key?: string): Promise<Result> {
  return perform(actor, 'removeTeam', key, async (tx) => {
    const team = await tx.crossTeam.findUnique({ where: { id: input.teamId } })
    if (!team) return fail('not_found')
    const found = await lockPlanIn(tx, actor, team.rubricId)
    if (!found.ok) return found
    const now = await tx.crossTeam.findUniqueOrThrow({ where: { id: team.id } })
    if (now.version !== input.version) return fail('conflict')
    if (now.minutes || now.checkingAgreedAt || now.checkedAgreedAt)
      return fail('locked', 'Tổ chấm chéo này đã có biên bản.')
    await tx.crossTeam.delete({ where: { id: team.id } })
    await recordAuditIn(tx, actor, {
      action: 'removeTeam',
      entity: 'cross_team',
      entityId: team.id,
      unitId: team.checkedUnitId,
      clusterYearId: found.value.rubric.clusterYearId,
      before: { checkingUnitId: team.checkingUnitId, checkedUnitId: team.checkedUnitId },
    })
    return ok()
  })
}

/** The sub-group within which a unit is ranked; none ranks it among all that have none. */
export function setSubGroup(actor: Actor, input: SubGroupInput, key?: string): Promise<Result> {
  return perform(actor, 'setSubGroup', key, async (tx) => {
    const found = await lockPlanIn(tx, actor, input.rubricId)
    if (!found.ok) return found
    const { rubricId, unitId, subGroup } = input
    const sheet = await tx.scoreSheet.findUnique({ where: { rubricId_unitId: { rubricId, unitId } } })
    if (!sheet) return fail('invalid', 'Hãy mở chấm điểm trước khi chia nhóm xếp hạng.')
    await tx.scoreSheet.update({ where: { id: sheet.id }, data: { subGroup, version: { increment: 1 } } })
    await recordAuditIn(tx, actor, {
      action: 'setSubGroup',
      entity: 'score_sheet',
      entityId: sheet.id,
      unitId,
      clusterYearId: found.value.rubric.clusterYearId,
      before: { subGroup: sheet.subGroup },
      after: { subGroup },
    })
    return ok()
  })
}

/** A team with its sheet, both held until the transaction ends. */
async function lockTeamIn(tx: Tx, actor: Actor, input: TeamActInput) {
  const known = await tx.crossTeam.findUnique({ where: { id: input.teamId } })
  const sheet =
    known &&
    (await tx.scoreSheet.findUnique({
      where: { rubricId_unitId: { rubricId: known.rubricId, unitId: known.checkedUnitId } },
    }))
  const found = sheet && (await lockSheetIn(tx, actor, sheet.id))
  if (!found || !mayReadMinutes(actor, found.sheet, known.checkingUnitId)) return fail('not_found')
  const team = await tx.crossTeam.findUniqueOrThrow({ where: { id: known.id } })
  return ok({ ...found, team })
}

/** Minutes of a cross-check by the unit that checks; a changed text voids the agreements of both sides. */
export function writeMinutes(actor: Actor, input: MinutesInput, key?: string): Promise<Result> {
  return perform(actor, 'writeMinutes', key, async (tx) => {
    const found = await lockTeamIn(tx, actor, input)
    if (!found.ok) return found
    const { team, sheet } = found.value
    if (openStage(sheet) !== 'CROSS' || sheet.closed)
      return fail('locked', 'Biên bản được ghi trong bước chấm chéo.')
    if (!mayWriteMinutes(actor, sheet, team.checkingUnitId)) return fail('forbidden')
    if (team.version !== input.version)
      return fail('conflict', undefined, { current: { minutes: team.minutes } })
    await tx.crossTeam.update({
      where: { id: team.id },
      data: {
        minutes: input.minutes,
        checkingAgreedAt: null,
        checkedAgreedAt: null,
        version: { increment: 1 },
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'writeMinutes',
      entity: 'cross_team',
      entityId: team.id,
      unitId: sheet.unitId,
      clusterYearId: sheet.clusterYearId,
    })
    return ok()
  })
}

/**
 * A side's leader agrees to the minutes as they are, with the scores they are about. When both sides of every team agree,
 * the cross-check of the unit is done.
 */
export function agreeMinutes(
  actor: Actor,
  input: AgreeMinutesInput,
  key?: string,
): Promise<Result<{ done: boolean }>> {
  return perform(actor, 'agreeMinutes', key, async (tx) => {
    const found = await lockTeamIn(tx, actor, input)
    if (!found.ok) return found
    const { team, sheet } = found.value
    if (openStage(sheet) !== 'CROSS' || sheet.closed)
      return fail('locked', 'Bước chấm chéo đã khép hoặc chưa tới.')
    const unitId = input.side === 'CHECKING' ? team.checkingUnitId : team.checkedUnitId
    if (!mayAgreeMinutes(actor, sheet, unitId)) return fail('forbidden')
    if (team.version !== input.version) return fail('conflict')
    if (!team.minutes) return fail('invalid', 'Biên bản chưa có nội dung.')
    const refusal = refuseWhileBlank(found.value, 'CROSS')
    if (refusal) return refusal
    const column = input.side === 'CHECKING' ? 'checkingAgreedAt' : 'checkedAgreedAt'
    if (team[column]) return fail('conflict', 'Bên này đã xác nhận thống nhất biên bản.')
    const now = await databaseNow(tx)
    await tx.crossTeam.update({
      where: { id: team.id },
      data: { [column]: now, version: { increment: 1 } },
    })
    const open = await tx.crossTeam.count({
      where: {
        rubricId: team.rubricId,
        checkedUnitId: team.checkedUnitId,
        OR: [{ checkingAgreedAt: null }, { checkedAgreedAt: null }],
      },
    })
    if (open === 0)
      await tx.scoreSheet.update({
        where: { id: sheet.id },
        data: { crossDoneAt: now, version: { increment: 1 } },
      })
    await recordAuditIn(tx, actor, {
      action: 'agreeMinutes',
      entity: 'cross_team',
      entityId: team.id,
      unitId,
      clusterYearId: sheet.clusterYearId,
      onBehalfOfId: delegatorFor(actor, 'PROVINCE_LEADER', unitId),
      after: { side: input.side, done: open === 0 },
    })
    return ok({ done: open === 0 })
  })
}
