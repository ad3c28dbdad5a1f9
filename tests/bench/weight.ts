import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findBrowser } from '../support/browser-path'

export type Weight = {
  /** kB after gzip, as a proxy in front of the product sends them. */
  scriptsKb: number
  htmlKb: number
  /** Some script of the page draws charts. */
  charts: boolean
}

/** Loads a page in a browser without a cache and weighs what came, until the network is quiet. */
export async function weighPages(origin: string, pages: Record<string, { path: string; session: string }>) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
  const weights: Record<string, Weight> = {}
  try {
    for (const [name, { path, session }] of Object.entries(pages)) {
      const context = await browser.newContext()
      await context.addCookies([{ name: 'session', value: session, url: origin }])
      const page = await context.newPage()
      const bodies: Promise<{ type: string; body: Buffer }>[] = []
      page.on('response', (response) => {
        const type = response.request().resourceType()
        if (type === 'script' || type === 'document')
          bodies.push(response.body().then((body) => ({ type, body })))
      })
      await page.goto(origin + path, { waitUntil: 'networkidle', timeout: 120_000 })
      const files = await Promise.all(bodies)
      const kb = (wanted: string) =>
        files.reduce((sum, { type, body }) => sum + (type === wanted ? gzipSync(body).length : 0), 0) / 1024
      weights[name] = {
        scriptsKb: kb('script'),
        htmlKb: kb('document'),
        charts: files.some(({ type, body }) => type === 'script' && body.includes('recharts-')),
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return weights
}
