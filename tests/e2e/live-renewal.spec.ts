import { expect, signIn, test } from '../support/browser'
import { startCuttingProxy } from '../support/cutting-proxy'
import { openDemoMeeting } from '../support/demo-hall'
import { demoSql } from '../support/demo-reports'

test.use({ expectedTrouble: [/ERR_INCOMPLETE_CHUNKED_ENCODING/] })

/** Renames the meeting, as another instance would: the screens of this one are told. */
const rename = (meetingId: string, title: string) =>
  demoSql(
    `WITH renamed AS (
       UPDATE meetings SET title = $2, live_version = live_version + 1 WHERE id = $1::uuid
       RETURNING id, live_version)
     SELECT pg_notify('live', id || ' ' || live_version) FROM renamed`,
    [meetingId, title],
  )

test('T2 a page whose renewal is cut on the way stays, with what was chosen on it, and is renewed', async ({
  page,
  baseURL,
}) => {
  const meetingId = await openDemoMeeting(['khanh-hoa', 'dak-lak'])
  const proxy = await startCuttingProxy(baseURL!)
  try {
    await signIn(page, 'leader.khanh-hoa@demo.test')
    await page.goto(`${proxy.url}/meetings/${meetingId}/ballots`)
    const typed = page.getByLabel('Nội dung, như in trên phiếu')
    await typed.fill('Đang gõ dở')
    for (const [turn, bytes] of [1_500, 5_000, 8_000].entries()) {
      proxy.cutNextAfter(bytes)
      await rename(meetingId, `Hội nghị đổi tên lần ${turn + 1}`)
      await expect.poll(proxy.cuts).toBe(turn + 1)
      await expect(page.getByRole('link', { name: `Hội nghị đổi tên lần ${turn + 1}` })).toBeVisible()
      await expect(typed).toHaveValue('Đang gõ dở')
    }
  } finally {
    await page.close()
    await proxy.close()
  }
})
