import { constants, createPrivateKey, privateDecrypt } from 'node:crypto'
import { request } from 'node:http'
import { encodePaper } from '@/lib/ballots/paper/rules'
import { expect, test } from '../support/browser'
import { blindVoter, SIMULATION_KEY } from '../support/blind-voters'
import { openDemoMeeting, writeDemoBallot } from '../support/demo-hall'
import { demoSql } from '../support/demo-reports'
import { startApp, type App } from '../support/server'

const KEY = createPrivateKey({
  key: Buffer.from(SIMULATION_KEY.privateKey, 'base64'),
  format: 'der',
  type: 'pkcs8',
})
const CANDIDATES = ['Khánh Hòa', 'Đắk Lắk', 'Gia Lai', 'Đà Nẵng']
const CHOOSE = 3

/** An electronic ballot of the demo whose papers the tests sign themselves. */
const writeBallot = (meetingId: string) =>
  writeDemoBallot(meetingId, {
    method: 'SECRET_ELECTRONIC',
    state: 'ISSUING',
    candidates: CANDIDATES,
    choose: CHOOSE,
    publicKey: SIMULATION_KEY.publicKey,
  })

const setState = (ballotId: string, state: string) =>
  demoSql(`UPDATE ballots SET state = $2::"BallotState" WHERE id = $1`, [ballotId, state])

const storedPapers = async (ballotId: string) =>
  (
    await demoSql<{ n: number }>(`SELECT cardinality(papers) AS n FROM ballot_papers WHERE ballot_id = $1`, [
      ballotId,
    ])
  )[0]?.n

/** A token with the signature that the ballot's key gives it. */
function receive(name: string) {
  const voter = blindVoter(name)
  const signed = privateDecrypt({ key: KEY, padding: constants.RSA_NO_PADDING }, voter.blinded)
  return { token: voter.token, signature: voter.finish(signed) }
}

type Answer = {
  status: number
  body: { ok: boolean; code?: string; value?: { receipt: string } }
  sent: number
  received: number
}

/** Sends a paper over a connection of its own; answers what came back and how many bytes went either way. */
function post(url: string, paper: Uint8Array, headers: Record<string, string> = {}): Promise<Answer> {
  const body = JSON.stringify({ paper: Buffer.from(paper).toString('base64') })
  return new Promise((resolve, reject) => {
    const out = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (response) => {
        const { socket } = response
        let text = ''
        response.on('data', (data: Buffer) => (text += data.toString()))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: JSON.parse(text) as Answer['body'],
            sent: socket.bytesWritten,
            received: socket.bytesRead,
          }),
        )
      },
    )
    out.on('error', reject)
    out.end(body)
  })
}

test.describe('T3 the door for secret papers', () => {
  let app: App
  let ballotId: string
  let door: string

  test.beforeAll(async () => {
    process.env.E2E_LOG_LEVEL = 'debug'
    app = await startApp(process.env.E2E_DATABASE_URL!)
    delete process.env.E2E_LOG_LEVEL
    ballotId = await writeBallot(await openDemoMeeting(['khanh-hoa', 'dak-lak']))
    door = `${app.url}/api/app/v1/ballots/${ballotId}/papers`
  })
  test.afterAll(async () => app.stop())

  test('T3 T4 papers are taken in their phase alone, nameless, of one size, and leave no line in the log', async () => {
    test.setTimeout(90_000)
    const [first, second, third, late] = ['a', 'b', 'c', 'd'].map(receive)
    const paperOf = (one: typeof first, choices: number[]) => encodePaper({ ...one!, choices })

    for (const state of ['ISSUING', 'ISSUE_CLOSED']) {
      await setState(ballotId, state)
      expect(await post(door, paperOf(first, [0])), state).toMatchObject({ status: 409, body: { ok: false } })
    }
    await setState(ballotId, 'CASTING')

    // Whoever can be told by her request is turned away, and her paper stays her own.
    for (const named of [{ cookie: 'anything=1' }, { authorization: 'Bearer x' }] as Record<string, string>[])
      expect(await post(door, paperOf(first, [0]), named)).toMatchObject({
        status: 422,
        body: { code: 'invalid' },
      })
    expect(await post(door, paperOf(first, [0]), { origin: 'https://elsewhere.example' })).toMatchObject({
      status: 403,
    })
    expect(await storedPapers(ballotId)).toBe(0)

    const forged = { token: crypto.getRandomValues(new Uint8Array(32)), signature: first!.signature }
    expect(await post(door, paperOf(forged, [0]))).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    const foreign = await writeBallot(await openDemoMeeting(['khanh-hoa']))
    await demoSql(`UPDATE ballots SET public_key = $2, state = 'CASTING' WHERE id = $1`, [
      foreign,
      (await otherKey()).toString('base64'),
    ])
    expect(await post(`${app.url}/api/app/v1/ballots/${foreign}/papers`, paperOf(first, [0]))).toMatchObject({
      status: 403,
    })
    expect(await storedPapers(foreign)).toBe(0)
    expect(await post(door, new Uint8Array(10))).toMatchObject({ status: 422 })
    expect(await post(door, paperOf(first, [0, 1, 2, 3]))).toMatchObject({ status: 422 })

    // A blank paper, one choice and all choices look alike on the wire, there and back.
    const answers = [
      await post(door, paperOf(first, [])),
      await post(door, paperOf(second, [3])),
      await post(door, paperOf(third, [0, 1, 2])),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ sent }) => sent)).size, 'bytes sent').toBe(1)
    expect(new Set(answers.map(({ received }) => received)).size, 'bytes received').toBe(1)
    expect(await storedPapers(ballotId)).toBe(3)

    // The same paper again is the same paper; its token with another is refused.
    const again = await post(door, paperOf(second, [3]))
    expect(again.body.value?.receipt).toBe(answers[1]!.body.value?.receipt)
    expect(await post(door, paperOf(second, [2]))).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await storedPapers(ballotId)).toBe(3)

    for (const state of ['COUNTING', 'COUNTED', 'ANNOUNCED', 'SEALED']) {
      await setState(ballotId, state)
      expect(await post(door, paperOf(late, [0])), state).toMatchObject({ status: 423 })
    }
    expect(await storedPapers(ballotId)).toBe(3)

    // Other requests stand in the log; of these there is neither path nor ballot nor address.
    await fetch(`${app.url}/sign-in`)
    await expect.poll(() => app.log()).toContain('/sign-in')
    expect(app.log()).not.toContain(ballotId)
    expect(app.log()).not.toContain('/papers')
    expect(app.log()).not.toMatch(/127\.0\.0\.1(?!:\d)/)
  })
})

async function otherKey(): Promise<Buffer> {
  const { publicKey } = await crypto.subtle.generateKey(
    { name: 'RSA-PSS', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-384' },
    true,
    ['sign', 'verify'],
  )
  return Buffer.from(await crypto.subtle.exportKey('spki', publicKey))
}
