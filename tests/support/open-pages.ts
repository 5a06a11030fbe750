/** How tests in a browser open their pages: one Chromium for a file of tests, one look of its pages, closed after the last. */
import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { launchChromium } from './chromium.ts'

/** Where pictures of pages are put. */
export const OUTPUT = 'tests/output'

/** How long a page is waited for: an analysis takes half a minute on a machine that does something else too. */
const WAIT_MS = 120_000

export interface Look {
  width?: number
  height?: number
  dark?: boolean
  /** Called before the page is gone to. */
  prepare?: (page: Page) => void
}

export interface Pages { open: (address: string, look?: Look) => Promise<Page> }

/** Null where no Chromium can be started: the test is then skipped, with the reason. */
export async function openPages (t: Test): Promise<Pages | null> {
  const launched = await launchChromium()
  if (!launched.available) {
    t.comment(launched.reason)
    t.plan(0, launched.reason)
    return null
  }
  const { browser } = launched
  t.teardown(() => browser.close())
  await mkdir(OUTPUT, { recursive: true })
  const open = async (address: string, { width = 1440, height = 900, dark = false, prepare = () => {} }: Look = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', acceptDownloads: true, reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light' })
    const page = await context.newPage()
    page.setDefaultTimeout(WAIT_MS)
    prepare(page)
    await page.goto(address)
    return page
  }
  return { open }
}
