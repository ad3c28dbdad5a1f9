import { randomUUID } from 'node:crypto'
import { DEFAULT_RULES } from '@/lib/ballots/rules'
import type { BallotMethod, BallotState } from '@/lib/ballots/types'
import { demoSql } from './demo-reports'

const CLUSTER = 'duyen-hai-mien-trung-tay-nguyen'

/**
 * A meeting of the demo's central cluster of 2026 that has just opened, with the leader of each of `units` on her seat,
 * each with the vote of her unit; answers its id. The names on the seats are "Đại biểu <slug>".
 */
export async function openDemoMeeting(units: readonly string[]): Promise<string> {
  const id = randomUUID()
  await demoSql(
    `INSERT INTO meetings (id, cluster_year_id, kind, title, state, held_on, place, check_in_secret, opened_at,
                           projector, illustrative)
     SELECT $1::uuid, cy.id, 'ANNUAL_REVIEW', $3, 'OPEN', (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
            'Hội trường', $4, app_now(), '{"kind":"WELCOME"}', true
       FROM cluster_years cy JOIN clusters c ON c.id = cy.cluster_id
      WHERE c.slug = $2 AND cy.year = 2026`,
    [id, CLUSTER, `Hội nghị bình bầu thử ${id.slice(0, 8)}`, randomUUID()],
  )
  await demoSql(
    `WITH seated AS (
       INSERT INTO delegates (meeting_id, role, unit_id, account_id, name, votes)
       SELECT $1::uuid, 'DELEGATE', u.id, a.id, 'Đại biểu ' || u.slug, true
         FROM units u JOIN accounts a ON a.email = 'leader.' || u.slug || '@demo.test'
        WHERE u.slug = ANY($2::text[]) RETURNING id)
     INSERT INTO presence_events (delegate_id, kind, by_self) SELECT id, 'ARRIVED', true FROM seated`,
    [id, units],
  )
  return id
}

/** A ballot of that meeting among `candidates`, put into a state as if it had come there by itself; answers its id. */
export async function writeDemoBallot(
  meetingId: string,
  {
    method,
    state,
    candidates,
    choose,
    publicKey = null,
  }: {
    method: BallotMethod
    state: BallotState
    candidates: readonly string[]
    choose: number
    publicKey?: string | null
  },
): Promise<string> {
  const id = randomUUID()
  await demoSql(
    `INSERT INTO ballots (id, meeting_id, purpose, title, method, state, choose, quota, rules, public_key, key_number, illustrative)
     VALUES ($1, $2, 'FLAG', 'Đề nghị tặng Cờ thi đua', $3::"BallotMethod", $4::"BallotState", $5, 2, $6, $7, $8, true)`,
    [id, meetingId, method, state, choose, JSON.stringify(DEFAULT_RULES), publicKey, publicKey ? 1 : 0],
  )
  if (publicKey) await demoSql(`INSERT INTO ballot_papers (ballot_id, papers) VALUES ($1, '{}')`, [id])
  for (const [position, label] of candidates.entries())
    await demoSql(`INSERT INTO ballot_candidates (ballot_id, label, position) VALUES ($1, $2, $3)`, [
      id,
      label,
      position,
    ])
  return id
}
