import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { makePaper, prepareToken, unblind, type HeldToken, type PendingToken } from '@/lib/ballots/client'
import { DEFAULT_RULES } from '@/lib/ballots/rules'
import { makeSigningKeys } from '@/lib/ballots/signing/commands'
import { LAST_YEAR } from './data'
import { askOnce, get, median, post } from './load'

const VOTERS = 100
const AT_ONCE = 30
const CANDIDATES = 5

export type BallotFigures = {
  /** Milliseconds until the last of {@link AT_ONCE} voters who ask together has her paper; the worst of the rounds. */
  issueMs: number
  /** How much longer than usual the slowest other request took meanwhile. */
  waitMs: number
  /** Milliseconds until the last of {@link VOTERS} papers is acknowledged. */
  castMs: number
  refused: number
  /** Papers stored in the end. */
  stored: number
}

type Voting = { meetingId: string; ballotId: string; publicKey: string; sessions: string[] }

/** A meeting with a secret electronic ballot under way, a paper a delegate, written straight into the database. */
async function writeVoting(client: pg.Client): Promise<Voting> {
  const sessions = Array.from({ length: VOTERS }, () => randomBytes(32).toString('base64url'))
  const hashes = sessions.map((session) => createHash('sha256').update(session).digest())
  const { publicKey, privateKey } = await makeSigningKeys()
  const { rows } = await client.query<{ meetingId: string; ballotId: string }>(
    `WITH cy AS (
       SELECT id FROM cluster_years WHERE year = ${LAST_YEAR} ORDER BY id LIMIT 1
     ), place AS (
       SELECT unit_id, row_number() OVER (ORDER BY unit_id) - 1 AS n, count(*) OVER () AS units
         FROM cluster_memberships WHERE cluster_year_id = (SELECT id FROM cy)
     ), voter AS (
       INSERT INTO accounts (email, name) SELECT 'voter-' || n || '@bench.test', 'Đại biểu ' || n
         FROM generate_series(1, ${VOTERS}) n RETURNING id, name
     ), numbered AS (
       SELECT voter.id, voter.name, row_number() OVER (ORDER BY voter.id) AS n FROM voter
     ), seated AS (
       SELECT v.id, v.name, v.n, p.unit_id FROM numbered v JOIN place p ON p.n = v.n % p.units
     ), granted AS (
       INSERT INTO role_grants (account_id, role, unit_id) SELECT id, 'PROVINCE_STAFF', unit_id FROM seated
     ), signed AS (
       INSERT INTO sessions (token_hash, account_id, expires_at)
       SELECT ($1::bytea[])[n], id, now() + interval '1 day' FROM seated
     ), m AS (
       INSERT INTO meetings (cluster_year_id, kind, title, state, opened_at, check_in_secret)
       SELECT id, 'ANNUAL_REVIEW', 'Hội nghị bỏ phiếu', 'OPEN', now(), 'voting' FROM cy RETURNING id
     ), d AS (
       INSERT INTO delegates (meeting_id, role, unit_id, account_id, name, votes)
       SELECT m.id, 'DELEGATE', s.unit_id, s.id, s.name, true FROM m, seated s RETURNING id, unit_id, name
     ), here AS (
       INSERT INTO presence_events (delegate_id, kind, by_self) SELECT id, 'ARRIVED', true FROM d
     ), b AS (
       INSERT INTO ballots (meeting_id, purpose, title, method, state, choose, quota, rules, rules_frozen_at, public_key,
                            key_number, private_key)
       SELECT id, 'FLAG', 'Đề nghị tặng Cờ thi đua', 'SECRET_ELECTRONIC', 'ISSUING', 2, 2, $2, now(), $3, 1, $4 FROM m
       RETURNING id
     ), c AS (
       INSERT INTO ballot_candidates (ballot_id, unit_id, label, position)
       SELECT b.id, place.unit_id, 'Đơn vị ' || place.n, place.n FROM b, place WHERE place.n < ${CANDIDATES}
     ), r AS (
       INSERT INTO ballot_voters (ballot_id, unit_id, delegate_id, label) SELECT b.id, d.unit_id, d.id, d.name FROM b, d
     )
     SELECT m.id AS "meetingId", b.id AS "ballotId" FROM m, b`,
    [hashes, JSON.stringify({ ...DEFAULT_RULES, roll: 'DELEGATE' }), publicKey, Buffer.from(privateKey)],
  )
  return { ...rows[0]!, publicKey, sessions }
}

/**
 * A hundred delegates receive their papers, thirty at the same moment, and cast them all at the same moment, each twice,
 * as a device does whose first answer was lost. Beside the issue one screen goes on asking for its scene.
 */
export async function measureBallots(port: number, databaseUrl: string): Promise<BallotFigures> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { meetingId, ballotId, publicKey, sessions } = await writeVoting(client)
  const address = `/api/app/v1/ballots/${ballotId}`
  const tokens: PendingToken[] = []
  for (const _ of sessions) tokens.push(await prepareToken(publicKey, 1))
  const scene = get(`/api/app/v1/meetings/${meetingId}/scene`, sessions[0])
  const askScene = async () => {
    const { status, ms } = await askOnce(port, scene)
    if (status !== 200) throw new Error(`The meeting's scene answers ${status}.`)
    return ms
  }
  const usual: number[] = []
  for (let warm = 0; warm < 60; warm++) usual.push(await askScene())

  const signatures: string[] = []
  async function receive(voter: number) {
    const { keyNumber, blinded } = tokens[voter]!
    const input = { keyNumber, blinded: Buffer.from(blinded).toString('base64') }
    const { body } = await askOnce(port, post(`${address}/issue`, input, sessions[voter]))
    const answer = JSON.parse(body.toString()) as { ok: boolean; value?: { signature: string } }
    if (!answer.value) throw new Error(`A voter did not receive her paper: ${body.toString()}`)
    signatures[voter] = answer.value.signature
  }
  // The last ten first: they warm what the others are timed on.
  for (let voter = VOTERS - 1; voter >= 3 * AT_ONCE; voter--) await receive(voter)
  const rounds: { ms: number; others: number[] }[] = []
  for (let first = 0; first < 3 * AT_ONCE; first += AT_ONCE) {
    const others: number[] = []
    const asked = performance.now()
    let busy = true
    const issue = Promise.all(Array.from({ length: AT_ONCE }, (_, index) => receive(first + index))).then(
      () => {
        busy = false
        return performance.now() - asked
      },
    )
    while (busy) others.push(await askScene())
    rounds.push({ ms: await issue, others })
  }

  await client.query(`UPDATE ballots SET state = 'CASTING', private_key = NULL WHERE id = $1`, [ballotId])
  await client.query(`INSERT INTO ballot_papers (ballot_id, papers) VALUES ($1, '{}')`, [ballotId])
  const held: HeldToken[] = []
  for (const [voter, token] of tokens.entries())
    held.push(await unblind(token, Uint8Array.from(Buffer.from(signatures[voter]!, 'base64'))))
  const papers = held.map((token, voter) => makePaper(token, [voter % CANDIDATES, (voter + 1) % CANDIDATES]))
  const began = performance.now()
  const answers = await Promise.all(
    [...papers, ...papers].map((paper) =>
      askOnce(port, post(`${address}/papers`, { paper: Buffer.from(paper).toString('base64') })),
    ),
  )
  const castMs = performance.now() - began
  const { rows } = await client.query<{ n: number }>(
    'SELECT cardinality(papers) AS n FROM ballot_papers WHERE ballot_id = $1',
    [ballotId],
  )
  await client.end()
  return {
    issueMs: Math.max(...rounds.map(({ ms }) => ms)),
    waitMs: Math.max(...rounds.flatMap(({ others }) => others)) - median(usual),
    castMs,
    refused: answers.filter(({ status }) => status !== 200).length,
    stored: rows[0]!.n,
  }
}
