import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { env } from '@/lib/platform/env'
import { unitRefSql } from '@/lib/units/queries'
import { quorumOf } from '../rules'
import type { DelegateDto, Quorum } from '../types'

/** Delegates as they stand now; who is present follows from the last event of each. `$1` is the meeting. */
const DELEGATES = `
select d.id, d.role::text, d.account_id as "accountId", d.name, d.title, d.votes, d.authorisation,
  case when u.id is null then null else ${unitRefSql('u', 'cy.year')} end as unit,
  case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end as "substitutesFor",
  coalesce(last.kind = 'ARRIVED', false) as present,
  to_json(first.at)#>>'{}' as "arrivedAt",
  case when last.kind = 'LEFT' then to_json(last.at)#>>'{}' end as "leftAt",
  coalesce(first.at > m.opened_at, false) as late,
  coalesce(last.by_self, false) as "bySelf"
from delegates d
join meetings m on m.id = d.meeting_id
join cluster_years cy on cy.id = m.cluster_year_id
left join units u on u.id = d.unit_id
left join delegates s on s.id = d.substitutes_for_id
left join lateral (select e.kind, e.at, e.by_self from presence_events e where e.delegate_id = d.id order by e.id desc limit 1) last on true
left join lateral (select e.at from presence_events e where e.delegate_id = d.id and e.kind = 'ARRIVED' order by e.id limit 1) first on true
where d.meeting_id = $1::uuid and d.removed_at is null
order by array_position(array['CENTRAL','CHAIR','SECRETARY','DELEGATE','GUEST'], d.role::text),
  (case when u.id is null then '' else u.slug end), d.votes desc, d.name, d.id`

/** Who is expected and who is present, for the caller's transaction. */
export async function presenceIn(
  db: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  meetingId: string,
): Promise<DelegateDto[]> {
  return db.$queryRawUnsafe<DelegateDto[]>(DELEGATES, meetingId)
}

/**
 * The quorum at this moment. A member unit is present when somebody who may speak for it in a vote is: a delegate with
 * the vote or her authorised substitute; where the roll gives a unit no vote-bearer, any delegate of it.
 */
export async function quorumIn(
  db: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  meetingId: string,
): Promise<Quorum> {
  const [row] = await db.$queryRawUnsafe<
    { share: number; of: number; basis: string | null; members: number; present: number }[]
  >(
    `with m as (select * from meetings where id = $1::uuid),
      members as (
        select distinct cm.unit_id from cluster_memberships cm, m
         where cm.cluster_year_id = m.cluster_year_id
            or cm.cluster_year_id in (select cluster_year_id from meeting_cluster_years where meeting_id = m.id)),
      expected as (
        select d.unit_id, d.votes, coalesce(
            (select e.kind from presence_events e where e.delegate_id = d.id order by e.id desc limit 1) = 'ARRIVED', false) as here
          from delegates d, m where d.meeting_id = m.id and d.removed_at is null and d.role <> 'GUEST')
     select m.quorum_share as share, m.quorum_of as of, m.quorum_basis as basis,
       (select count(*)::int from members) as members,
       (select count(*)::int from members u where exists (
          select from expected e where e.unit_id = u.unit_id and e.here
            and (e.votes or not exists (select from expected v where v.unit_id = u.unit_id and v.votes)))) as present
     from m`,
    meetingId,
  )
  if (!row) throw new Error('there is no such meeting')
  return quorumOf(row, row.members, row.present)
}

/** How long one code is shown; the one before it is still taken, so that nobody types in vain. */
const CODE_SECONDS = 60

/** Letters and digits that are not mistaken for one another when read from the back of a hall. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 6

const turnOf = (now: Date) => Math.floor(now.getTime() / (CODE_SECONDS * 1000))

function codeOf(secret: string, turn: number): string {
  const digest = createHmac('sha256', secret).update(`check-in:${turn}`).digest()
  let code = ''
  for (let at = 0; at < LENGTH; at++) code += ALPHABET[digest.readUInt16BE(at * 2) % ALPHABET.length]
  return code
}

export function checkInCode(secret: string, now: Date): string {
  return codeOf(secret, turnOf(now))
}

export function codeExpiresAt(now: Date): Date {
  return new Date((turnOf(now) + 1) * CODE_SECONDS * 1000)
}

/** Whether the code typed or scanned was shown in the hall within the last two turns. */
export function codeFits(secret: string, typed: string, now: Date): boolean {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return plain === codeOf(secret, turnOf(now)) || plain === codeOf(secret, turnOf(now) - 1)
}

/**
 * The secret part of a guest's link. Derived, so that the runners may show it again and the database holds only its hash.
 */
export function guestToken(delegateId: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`meeting-guest:${delegateId}`).digest('base64url')
}

export const hashOfLink = (token: string) => createHash('sha256').update(token).digest()
