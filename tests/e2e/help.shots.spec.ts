import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test, signIn } from '../support/browser'
import type { Page } from '@playwright/test'

// `npm run help:shots` walks the demo and writes what the guide shows. Every page is opened as its own reader opens it.
const FOLDER = path.resolve(import.meta.dirname, '../../public/help')
mkdirSync(FOLDER, { recursive: true })

const NORTH = '/clusters/mien-nui-bien-gioi-phia-bac/2026'
const WIDE = { width: 1200, height: 750 }
const PHONE = { width: 390, height: 700 }

type Shot = {
  name: string
  /** Account before @demo.test; nobody for the sign-in page. */
  who?: string
  path: string
  /** From there to the page itself. */
  then?: (page: Page) => Promise<unknown>
  phone?: boolean
}

/** The first link in the page's body whose address matches. */
const follow = (pattern: RegExp) => async (page: Page) => {
  const hrefs = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const found = hrefs.find((href) => pattern.test(href))
  expect(found, `a link like ${pattern} on ${page.url()}`).toBeTruthy()
  await page.goto(found!)
}
const scrollTo = (id: string) => (page: Page) =>
  page.locator(`#${id}`).evaluate((element) => element.scrollIntoView({ block: 'start' }))

const REPORT = /^\/reports\/[0-9a-f-]{36}$/

const SHOTS: Shot[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'my-work', who: 'staff.lai-chau', path: '/my-work' },
  { name: 'phone-my-work', who: 'staff.lai-chau', path: '/my-work', phone: true },
  { name: 'entry', who: 'staff.lai-chau', path: '/my-work', then: follow(REPORT) },
  {
    name: 'excel',
    who: 'staff.lai-chau',
    path: '/my-work',
    then: async (page) => {
      await follow(REPORT)(page)
      await page.goto(`${new URL(page.url()).pathname}/excel`)
    },
  },
  { name: 'tokens', who: 'staff.lai-chau', path: '/account', then: scrollTo('tokens') },
  { name: 'leader', who: 'leader.lai-chau', path: '/my-work' },
  { name: 'submissions', who: 'leader.tuyen-quang', path: `${NORTH}/submissions` },
  {
    name: 'review',
    who: 'leader.tuyen-quang',
    path: `${NORTH}/submissions`,
    then: follow(/^\/reports\/[0-9a-f-]{36}(\/review)?$/),
  },
  { name: 'pledge', who: 'leader.tuyen-quang', path: `${NORTH}/pledge` },
  {
    name: 'meeting',
    who: 'leader.tuyen-quang',
    path: '/meetings',
    then: follow(/^\/meetings\/[0-9a-f-]{36}$/),
  },
  { name: 'scores', who: 'leader.tuyen-quang', path: `${NORTH}/scores` },
  { name: 'handover', who: 'leader.tuyen-quang', path: `${NORTH}/handover` },
  { name: 'cluster', who: 'reviewer.north', path: NORTH },
  { name: 'setup', who: 'central-office', path: '/setup', then: follow(/^\/setup\/years\/2026$/) },
  { name: 'national', who: 'central-office', path: '/national' },
  { name: 'awards', who: 'central-office', path: '/awards' },
  { name: 'admin', who: 'admin', path: '/admin/accounts' },
]

for (const { name, who, path: address, then, phone } of SHOTS) {
  test(`photograph ${name}`, async ({ page }) => {
    await page.setViewportSize(phone ? PHONE : WIDE)
    if (who) await signIn(page, `${who}@demo.test`)
    await page.goto(address)
    await then?.(page)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' })
  })
}
