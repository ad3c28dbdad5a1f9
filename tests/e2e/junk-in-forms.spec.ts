import type { Page } from '@playwright/test'
import { storable } from '@/lib/platform/fields'
import { expect, signIn, test } from '../support/browser'
import { openDemoMeeting } from '../support/demo-hall'
import { demoSql } from '../support/demo-reports'
import { formsToTypeIn, sendJunk } from '../support/junk-forms'

const NORTH = 'mien-nui-bien-gioi-phia-bac'
const CENTRAL = '/clusters/duyen-hai-mien-trung-tay-nguyen/2026'

const idOf = async (sql: string): Promise<string> => (await demoSql<{ id: string }>(sql))[0]!.id

/** Pages with forms of each area, with how many forms of each are filled: rows of a list have the same one each. */
const WALKS: { who: string; pages: () => Promise<[address: string, most: number][]> }[] = [
  {
    who: 'central-office',
    pages: async () => [
      ['/adoptions', 1],
      ['/setup', 1],
      ['/setup/years/2026', 2],
      [`/setup/years/2026/clusters/${NORTH}`, 2],
      [
        `/setup/sets/${await idOf(`SELECT s.id FROM indicator_sets s JOIN emulation_years y ON y.id = s.emulation_year_id
           WHERE y.year = 2026 AND s.scope = 'NATIONAL'`)}`,
        1,
      ],
      ['/setup/clusters', 1],
      ['/setup/units', 1],
      ['/terms', 1],
      ['/awards', 1],
      ['/meetings', 1],
      ['/campaigns', 1],
    ],
  },
  {
    who: 'leader.khanh-hoa',
    pages: async () => {
      const meeting = await openDemoMeeting(['khanh-hoa', 'dak-lak', 'gia-lai', 'da-nang'])
      return [
        [`${CENTRAL}/pledge/edit`, 1],
        [`${CENTRAL}/activities`, 1],
        [`${CENTRAL}/scores/khanh-hoa`, 1],
        [`/meetings/${meeting}/control`, 2],
        [`${CENTRAL}/awards`, 1],
        [`${CENTRAL}/documents`, 1],
        ['/compare', 1],
        [`/meetings/${meeting}/ballots`, 2],
        ['/practices', 1],
        ['/account', 3],
      ]
    },
  },
  { who: 'admin', pages: async () => [['/admin/accounts/new', 1]] },
]

/** What zod says of itself, which nobody may see. */
const ENGLISH = /invalid|expected|required|too (small|big|long)|undefined|\bnull\b/i
const VIETNAMESE = /[à-ỹđ]/iu

const normal = (text = '') => storable(text).replace(/\r\n?/g, '\n')

async function tryForms(page: Page, address: string, most: number): Promise<number> {
  await page.goto(address)
  const forms = (await formsToTypeIn(page)).slice(0, most)
  expect(forms.length, `forms of ${address}`).toBeGreaterThan(0)
  for (const [index, form] of forms.entries()) {
    const mark = `rac${Date.now()}${index}`
    const { name, typed, kept, beside, alert } = await sendJunk(form, mark)
    const where = `${address}, ${name || `form ${index + 1}`}`
    expect.soft(alert, `${where} says that something is wrong`).toMatch(VIETNAMESE)
    expect.soft(alert, where).not.toMatch(/Hệ thống đang bận/)
    expect.soft(Object.keys(beside), `${where} says beside which field`).not.toEqual([])
    for (const [field, sentence] of Object.entries(beside)) {
      expect.soft(sentence, `${where}, ${field}`).toMatch(VIETNAMESE)
      expect.soft(sentence, `${where}, ${field}`).not.toMatch(ENGLISH)
    }
    for (const [field, text] of Object.entries(typed))
      expect.soft(normal(kept[field]) === normal(text), `${where} keeps ${field}`).toBe(true)
    const [row] = await demoSql<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entries a WHERE a::text LIKE $1`,
      [`%${mark}%`],
    )
    expect.soft(row?.n, `${where} writes nothing`).toBe(0)
  }
  return forms.length
}

for (const { who, pages } of WALKS)
  test(`M9 junk in every box of the forms ${who} meets: a sentence beside the field, what was typed still there, nothing written`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await signIn(page, `${who}@demo.test`)
    let tried = 0
    for (const [address, most] of await pages()) tried += await tryForms(page, address, most)
    expect(tried).toBeGreaterThan(0)
  })
