import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

export const DEMO_PASSWORD = 'ThiDua@2026'

type Options = {
  /** What this test provokes on purpose: console messages and addresses of 5xx answers that match are let pass. */
  expectedTrouble: RegExp[]
}

type Fixtures = {
  /** A page of somebody else's: a browser context of its own, signed in as `email` (or not signed in). */
  openAs: (email?: string) => Promise<Page>
}

/** `test` fails on any console error, page error or 5xx answer the test did not say it expects. */
export const test = base.extend<Options & Fixtures & { trouble: string[] }>({
  expectedTrouble: [[], { option: true }],

  baseURL: async ({}, use) => {
    await use(appUrl())
  },

  trouble: async ({ expectedTrouble }, use) => {
    const trouble: string[] = []
    await use(trouble)
    const unexpected = trouble.filter((line) => !expectedTrouble.some((pattern) => pattern.test(line)))
    expect(unexpected, 'unexpected console errors and failed answers').toEqual([])
  },

  context: async ({ context, trouble }, use) => {
    watch(context, trouble)
    await use(context)
  },

  openAs: async ({ browser, contextOptions, viewport, isMobile, hasTouch, trouble }, use) => {
    const opened: BrowserContext[] = []
    await use(async (email) => {
      const context = await browser.newContext({
        ...contextOptions,
        viewport,
        isMobile,
        hasTouch,
        baseURL: appUrl(),
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
      })
      opened.push(context)
      watch(context, trouble)
      const page = await context.newPage()
      if (email !== undefined) await signIn(page, email)
      return page
    })
    for (const context of opened) await context.close()
  },
})

export { expect }

function appUrl(): string {
  const url = process.env.E2E_BASE_URL
  if (!url) throw new Error('The application under test was not started')
  return url
}

function watch(context: BrowserContext, trouble: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) =>
    trouble.push(`page error: ${error.error().stack ?? error.error().message}`),
  )
  context.on('response', (response) => {
    if (response.status() >= 500)
      trouble.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
}

/** Signs in through the form, as a person does, and waits until the first page after it stands. */
export async function signIn(page: Page, email: string, password: string = DEMO_PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** No serious or critical violation of WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`)
  expect(grave, `accessibility of ${page.url()}`).toEqual([])
}

/** Nothing on the page is wider than the screen: a phone scrolls up and down only. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(screen!)
}
