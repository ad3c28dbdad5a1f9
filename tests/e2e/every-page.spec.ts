import { globSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '../support/browser'
import { openDemoMeeting, writeDemoBallot } from '../support/demo-hall'
import { demoSql } from '../support/demo-reports'

async function idOf(text: string): Promise<string> {
  const [row] = await demoSql<{ id: string }>(text)
  if (!row) throw new Error(`the demonstration has no row for: ${text}`)
  return row.id
}

const reportOf = (unit: string, period: string) =>
  idOf(`SELECT r.id FROM reports r JOIN units u ON u.id = r.unit_id JOIN reporting_periods p ON p.id = r.period_id
         JOIN emulation_years y ON y.id = p.emulation_year_id
        WHERE u.slug = '${unit}' AND p.kind = '${period}' AND y.year = 2026`)

/** A nomination of the demo's open year under public notice, as if it had come there by itself. */
const proposedNomination = () =>
  idOf(`INSERT INTO nominations (award_type_id, year, cluster_year_id, recipient_kind, unit_id, state, notice_from,
                                 notice_to, illustrative)
        SELECT (SELECT id FROM award_types WHERE is_flag ORDER BY position LIMIT 1), cy.year, cy.id, 'UNIT', m.unit_id,
               'PUBLIC_NOTICE', (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
               (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 7, true
          FROM cluster_years cy JOIN clusters c ON c.id = cy.cluster_id
          JOIN cluster_memberships m ON m.cluster_year_id = cy.id JOIN units u ON u.id = m.unit_id
         WHERE c.slug = 'duyen-hai-mien-trung-tay-nguyen' AND cy.year = 2026 AND u.slug = 'gia-lai'
        RETURNING id`)

const CENTRAL_2026 = `(SELECT cy.id FROM cluster_years cy JOIN clusters c ON c.id = cy.cluster_id
  WHERE c.slug = 'duyen-hai-mien-trung-tay-nguyen' AND cy.year = 2026)`

const ISSUED_PAPER = {
  title: 'Quy chế hoạt động cụm (minh họa)',
  preset: 'ND30',
  heading: null,
  blocks: [{ kind: 'paragraph', text: 'Nội dung minh họa.' }],
  signatures: [],
  recipients: [],
  annexes: [],
}

/** A paper of the demo's central cluster as if it had been issued; its files are empty. */
const issuedDocument = () =>
  idOf(`WITH document AS (
          INSERT INTO official_documents (kind, subject_kind, subject_id, cluster_year_id, state, number, symbol, dated_on,
                                          signatory, created_by_id)
          SELECT 'regulation', 'cluster_year', ${CENTRAL_2026}, ${CENTRAL_2026}, 'ISSUED', '3', 'QC-CTĐ', '2026-02-02',
                 '{"collective":"","authority":"","authorityOf":"","title":"Cụm trưởng","name":""}', a.id
            FROM accounts a WHERE a.email = 'leader.khanh-hoa@demo.test'
          RETURNING id, created_by_id)
        INSERT INTO document_issues (document_id, paper, docx, docx_sha256, pdf, pdf_sha256, data_digest, by_id)
        SELECT id, '${JSON.stringify(ISSUED_PAPER)}', '', sha256(''), '', sha256(''), sha256(''), created_by_id FROM document
        RETURNING document_id AS id`)

/** Step two of merging two provinces; an address that changes nothing. */
async function mergerPreview(): Promise<string> {
  const query = new URLSearchParams({
    kind: 'MERGER',
    effectiveOn: '2026-12-01',
    decision: 'Nghị quyết minh họa',
    names: 'Tây Bắc',
    kinds: 'tỉnh',
    codes: '13',
    reports: 'CARRY',
  })
  for (const slug of ['lai-chau', 'son-la'])
    query.append('predecessorIds', await idOf(`SELECT id FROM units WHERE slug = '${slug}'`))
  return `/setup/territory/preview?${query}`
}

/** Pages each role meets on her way, as addresses. */
const WALKS: { who: string; pages: () => Promise<string[]> }[] = [
  {
    who: 'staff.lao-cai',
    pages: async () => {
      const [entry, targets] = [
        await reportOf('lao-cai', 'YEAR_ESTIMATE'),
        await reportOf('lao-cai', 'REGISTRATION'),
      ]
      return [
        '/my-work',
        `/reports/${entry}`,
        `/reports/${entry}/history`,
        `/reports/${entry}/excel`,
        `/reports/${targets}/review`,
      ].concat([
        `/reports/${targets}/adjustments`,
        '/duties',
        '/units/lao-cai',
        '/units/lao-cai/2026',
        '/units/lao-cai/terms',
        '/units/lao-cai-cu/terms/2021-2026',
        '/units/lao-cai-cu/terms/2021-2026/so-ket',
        '/account',
      ])
    },
  },
  {
    who: 'reviewer.central',
    pages: async () => [
      '/my-work',
      `/reports/${await reportOf('lam-dong', 'YEAR_ESTIMATE')}/review`,
      '/clusters',
      '/clusters/duyen-hai-mien-trung-tay-nguyen',
      '/clusters/duyen-hai-mien-trung-tay-nguyen/2026',
      '/clusters/duyen-hai-mien-trung-tay-nguyen/2026/submissions',
      '/clusters/duyen-hai-mien-trung-tay-nguyen/2026/charts',
      '/clusters/duyen-hai-mien-trung-tay-nguyen/2026/members',
      '/clusters/duyen-hai-mien-trung-tay-nguyen/2023',
      '/clusters/duyen-hai-mien-trung-tay-nguyen/2023/members',
      '/clusters/mien-nui-bien-gioi-phia-bac/2020/members',
      '/units',
      '/units/bac-giang/2020',
      '/units/lam-dong/2026/documents',
      '/units/lao-cai-cu',
      '/sources',
    ],
  },
  {
    who: 'central-office',
    pages: async () => [
      '/national',
      '/national/overview',
      '/national/honours',
      '/quality',
      '/quality?nam=2023',
      '/search?q=lang%20son',
      '/compare',
      '/compare?xem=ban-do',
      '/compare?xem=bang-mau',
      '/compare?xem=dang-chu-y&theo=cum',
      '/setup',
      '/setup/years/2026',
      '/setup/years/2026/clusters/mien-nui-bien-gioi-phia-bac',
      `/setup/sets/${await idOf(`SELECT s.id FROM indicator_sets s JOIN emulation_years y ON y.id = s.emulation_year_id WHERE y.year = 2026 AND s.scope = 'NATIONAL'`)}`,
      '/setup/clusters',
      '/adoptions',
      '/setup/units',
      '/setup/territory',
      '/setup/territory/new?kind=MERGER',
      await mergerPreview(),
      '/units/as-of?ngay=2020-12-05',
      '/units/as-of?ngay=2025-06-30&tim=24',
      '/terms',
      '/terms/2022-2027',
      '/units/lai-chau/terms/2021-2026',
      `/units/lai-chau/terms/2021-2026/targets/${await idOf(`SELECT t.id FROM term_targets t JOIN terms e ON e.id = t.term_id JOIN units u ON u.id = e.unit_id WHERE u.slug = 'lai-chau' AND t.position = 2`)}`,
      '/units/lai-chau/terms/2021-2026/so-ket/edit',
      '/units/bac-giang/2020/documents',
      `/documents/new/unit_report/${await idOf(`SELECT id FROM units WHERE slug = 'bac-giang'`)}?nam=2020`,
    ],
  },
  {
    who: 'leader.khanh-hoa',
    pages: async () => {
      const year = '/clusters/duyen-hai-mien-trung-tay-nguyen/2026'
      const meeting = await openDemoMeeting(['khanh-hoa', 'dak-lak', 'gia-lai', 'da-nang'])
      const candidates = ['Gia Lai', 'Lâm Đồng', 'Quảng Ngãi']
      const [draft, paper, electronic] = [
        await writeDemoBallot(meeting, { method: 'SHOW_OF_HANDS', state: 'DRAFT', candidates, choose: 2 }),
        await writeDemoBallot(meeting, {
          method: 'SECRET_PAPER',
          state: 'RULES_READ',
          candidates,
          choose: 2,
        }),
        await writeDemoBallot(meeting, {
          method: 'SECRET_ELECTRONIC',
          state: 'COMMITTEE_APPROVED',
          candidates,
          choose: 2,
        }),
      ]
      return [
        '/my-work',
        '/meetings',
        `${year}/meetings`,
        `/meetings/${meeting}`,
        `/meetings/${meeting}/control`,
        `/meetings/${meeting}/check-in`,
        `/meetings/${meeting}/minutes`,
        `/meetings/${meeting}/ballots`,
        ...[draft, paper, electronic].map((id) => `/meetings/${meeting}/ballots/${id}`),
        `/meetings/${meeting}/ballots/${paper}/papers`,
        `/ballots/${electronic}`,
        '/tasks',
        `${year}/pledge`,
        `${year}/pledge/edit`,
        `${year}/activities`,
        `/activities/${await idOf(`SELECT id FROM joint_activities ORDER BY illustrative LIMIT 1`)}`,
        `${year}/awards`,
        '/awards',
        `/awards/nominations/${await proposedNomination()}`,
        `${year}/handover`,
        `${year}/scores`,
        `${year}/scores/rubric`,
        `${year}/scores/khanh-hoa`,
        `/documents/${await issuedDocument()}`,
        `${year}/documents`,
        `/documents/new/plan/${await idOf(`SELECT ${CENTRAL_2026} AS id`)}`,
        `/documents/new/invitation/${meeting}`,
        '/units/khanh-hoa/2026/documents',
      ]
    },
  },
  {
    who: 'central-staff.north',
    pages: async () => [
      '/my-work',
      `/reports/${await reportOf('lang-son', 'YEAR_ESTIMATE')}/review`,
      '/clusters/mien-nui-bien-gioi-phia-bac/2026/scores',
    ],
  },
  { who: 'admin', pages: async () => ['/admin/accounts', '/admin/accounts/new', '/admin/audit'] },
]

for (const { who, pages } of WALKS) {
  test(`M10 axe finds nothing serious on the pages of ${who}, and a phone scrolls one way only @mobile`, async ({
    page,
  }) => {
    test.setTimeout(420_000)
    await signIn(page, `${who}@demo.test`)
    for (const address of await pages()) {
      const answer = await page.goto(address)
      expect(answer?.status(), address).toBe(200)
      await expect(page.locator('h1')).toHaveCount(1)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await expect(page.locator('body')).not.toContainText(/undefined|\[object |NaN/)
    }
  })
}

const FULL = process.env.FULL === '1'

/** Every page of the product as a pattern, `[name]` where an address has a parameter. */
const patterns = globSync('app/**/page.tsx').map(
  (file) =>
    `/${path
      .dirname(file)
      .split(path.sep)
      .slice(1)
      .filter((part) => !part.startsWith('('))
      .join('/')}`,
)
const withParameters = patterns.filter((pattern) => pattern.includes('['))

const junk = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '..',
    '%00',
    "'",
    '0',
    '-1',
    '99999999999999999999',
    '2026',
    'null',
    'lao-cai',
    '\u0000',
    '💥',
    '%',
  ),
  fc.uuid(),
)

test('M9 junk in every part of every address is answered with a page or 404, never 5xx', async ({
  page,
  request,
}) => {
  test.setTimeout(FULL ? 3_600_000 : 240_000)
  expect(withParameters.length).toBeGreaterThan(8)
  await signIn(page, 'central-office@demo.test')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const base = new URL(page.url()).origin
  const runs = FULL ? 5000 : 300
  const addresses = fc.sample(
    fc.record({
      pattern: fc.constantFrom(...patterns),
      junk: fc.array(junk, { minLength: 6, maxLength: 6 }),
    }),
    { numRuns: runs, seed: 20261122 },
  )
  for (const { pattern, junk: parts } of addresses) {
    let next = 0
    const filled = pattern.replace(/\[[^\]]+\]/g, () => encodeURIComponent(wellFormed(parts[next++] ?? 'x')))
    const query = new URLSearchParams(
      [
        'ky',
        'nhom',
        'so-sanh',
        'loc',
        'unit',
        'q',
        'page',
        'next',
        'chi-tieu',
        'xem',
        'theo',
        'tu',
        'den',
        'loai',
        'cum',
        'nam',
      ].map((name) => [name, wellFormed(parts[next++ % parts.length] ?? '')]),
    )
    const answer = await request.get(`${base}${filled}?${query}`, { headers: { cookie }, maxRedirects: 0 })
    expect(answer.status(), `${filled}?${query}`).toBeLessThan(500)
  }
})

/** An address cannot carry half of a surrogate pair. */
const wellFormed = (text: string) => text.replace(/[\ud800-\udfff]/g, '\ufffd')

test('M10 forms post before JavaScript has loaded', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: 'vi-VN' })
  const page = await context.newPage()
  await signIn(page, 'central-office@demo.test')
  await page.goto('/setup/years/2026')
  const theme = page.getByRole('textbox', { name: 'Chủ đề' })
  const before = await theme.inputValue()
  await theme.fill(`${before} `.repeat(40).slice(0, 520))
  await page.getByRole('button', { name: 'Lưu chủ đề' }).click()
  await expect(page.getByText('Chủ đề dài quá 500 chữ.')).toBeVisible()
  await theme.fill(before)
  await page.getByRole('button', { name: 'Lưu chủ đề' }).click()
  await expect(page.getByText('Đã lưu chủ đề.')).toBeVisible()
  await context.close()
})
