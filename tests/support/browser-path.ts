import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/**
 * A Chromium to test with: CHROMIUM_PATH, then Playwright's own, then the system's, then (as root on Debian) the one
 * apt installs. Throws one sentence when there is none.
 */
export function findBrowser(): string {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM_PATH names ${given}, where there is no file.`)
  }
  const found = playwrightsOwn() ?? onPath() ?? installed()
  if (!found)
    throw new Error(
      'No browser found: run "npx playwright install chromium", or install Chromium or Chrome, or set CHROMIUM_PATH.',
    )
  // Worker processes read this configuration again and inherit the answer.
  process.env.CHROMIUM_PATH = found
  return found
}

function playwrightsOwn(): string | undefined {
  const own = chromium.executablePath()
  return own && existsSync(own) ? own : undefined
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '')
    .split(path.delimiter)
    .concat('/usr/bin', '/usr/local/bin', '/snap/bin')
  const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return folders
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .concat(applications)
    .find((candidate) => existsSync(candidate))
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      stdio: 'ignore',
    })
  } catch {
    return undefined
  }
  return onPath()
}
