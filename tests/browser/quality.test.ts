/** The data quality screen with the keyboard alone, in a real Chromium against a real service. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { Test } from 'tap'
import { openPages } from '../support/open-pages.ts'
import { startService } from '../support/start-service.ts'

/** Presses of Tab after which something is not to be reached. */
const TABS_MAX = 120

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService({ SEED: 'none' })
  t.teardown(() => service.stop())
  const post = async (path: string, body: unknown): Promise<{ id: string }> => {
    const answer = await fetch(`${service.address}/api/v1/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(await answer.text())
    return await answer.json() as { id: string }
  }
  const get = async (path: string): Promise<{ total: number, status?: string }> => await (await fetch(`${service.address}/api/v1/${path}`)).json() as { total: number, status?: string }
  const add = (name: string, city: string): Promise<{ id: string }> => post('organisations', { name, city, country: 'PL', kind: 'university' })
  const ids = [await add('Politechnika Gdańska', 'Gdańsk'), await add('POLITECHNIKA GDANSKA', 'GDANSK'), await add('Klaster Morski Pomorze Gdynia', 'Gdynia'), await add('Fundacja Klaster Morski Pomorze Gdynia', 'Gdynia')].map(({ id }) => id)
  for (const target of ids.slice(1)) await post('links', { kind: 'COLLABORATES', source: ids[0], target })
  const run = await post('runs', {})
  while (!['completed', 'failed'].includes((await get(`runs/${run.id}`)).status ?? '')) await new Promise(resolve => setTimeout(resolve, 200))

  const open = async (query: string, width = 1440): Promise<Page> => {
    const page = await pages.open(`${service.address}/?view=quality${query}`, { width })
    await page.waitForSelector('.quality h1')
    return page
  }
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
  const tabTo = async (page: Page, wanted: RegExp): Promise<void> => {
    for (let i = 0; i < TABS_MAX; i++) {
      if (wanted.test(await focused(page))) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`${wanted.source} is not reached; the focus is on "${await focused(page)}"`)
  }
  const said = async (page: Page, words: RegExp): Promise<void> => { await page.waitForFunction(text => new RegExp(text).test(document.querySelector('.quality [aria-live]')?.textContent ?? ''), words.source) }
  const axe = async (t: Test, page: Page, name: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    t.strictSame(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], name)
  }

  await t.test('coverage says what is missing, in numbers', async t => {
    const page = await open('')
    await page.waitForSelector('.share-bar')
    t.match(await page.locator('.page').innerText(), /What organisations lack[\s\S]*Coordinates[\s\S]*Poland/)
    await axe(t, page, 'coverage')
    const dark = await open('&theme=dark&lang=pl', 390)
    await dark.waitForSelector('.share-bar')
    await axe(t, dark, 'dark, Polish, narrow')
    t.ok(await dark.evaluate(() => document.documentElement.scrollWidth) <= 390, 'no sideways scrolling')
  })

  await t.test('a pair is merged, undone and called different, without a mouse', async t => {
    const page = await open('')
    await page.waitForSelector('.share-bar')
    await tabTo(page, /^Duplicates$/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.pair')
    await axe(t, page, 'duplicates')
    t.match(await page.locator('.pair').first().innerText(), /very likely[\s\S]*same city[\s\S]*Name[\s\S]*differs/)
    await tabTo(page, /^Same: merge: Politechnika/i)
    await page.keyboard.press('Enter')
    await said(page, /is now part of/)
    // The focus is not lost.
    await page.waitForFunction(() => document.activeElement?.className === 'list-head')
    t.equal((await get('merges')).total, 1)

    await page.keyboard.press('Shift+Tab')
    await tabTo(page, /^Undo$/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.pair').length === 2)
    // The pairs are read again while the list of merges is still being written on a busy machine.
    for (let i = 0; i < 50 && (await get('merges')).total > 0; i++) await page.waitForTimeout(100)
    t.equal((await get('merges')).total, 0)

    await tabTo(page, /^Different: .*Morski/)
    await page.keyboard.press('Enter')
    await said(page, /are kept as two/)
    t.equal((await get('duplicates?state=different')).total, 1)

    await tabTo(page, /^Merge 1 chosen pair$/)
    await page.keyboard.press('Enter')
    await said(page, /1 pair was merged/)
    await page.waitForFunction(() => document.activeElement?.className === 'list-head')
    t.match(await page.locator('.quality [aria-live]').innerText(), /Politechnika Gdańska|POLITECHNIKA GDANSKA \(no identifier, .*, Poland\) into /, 'each is told, with what tells it apart')
    await axe(t, page, 'what was merged')
    await page.keyboard.press('Shift+Tab')
    await tabTo(page, /^Undo: /)
    await page.keyboard.press('Enter')
    await said(page, /Undone: /)
    t.equal((await get('merges')).total, 0)
    await tabTo(page, /^Merge 1 chosen pair$/)
    await page.keyboard.press('Enter')
    await said(page, /1 pair was merged/)
    const merged = await open('&part=merges')
    await merged.waitForSelector('table')
    await axe(t, merged, 'merged')
    await tabTo(merged, /^Undo the merge of/)
    await merged.keyboard.press('Enter')
    await said(merged, /stands by itself again/)
    t.equal((await get('merges')).total, 0)
  })
}
