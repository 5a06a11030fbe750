/** What a broker does with introductions on the page, with the keyboard alone; in a real Chromium against a real service on three small value chains. */
import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { Look } from '../support/open-pages.ts'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { startService } from '../support/start-service.ts'

const TABS_MAX = 200
const TOKEN = 'a-token-of-24-characters'
/** Two rings of six firms in two countries, joined by one link: two clusters. */
const RING = [0, 1, 2, 3, 4, 5]
const FIRMS = ['key,name,country', ...RING.map(i => `a${i},Amber ${i},PL`), ...RING.map(i => `b${i},Birch ${i},LV`)].join('\n')
const LINKS = ['kind,source,target', ...['a', 'b'].flatMap(ring => RING.flatMap(i => [1, 2].map(step => `COLLABORATES,${ring}${i},${ring}${(i + step) % 6}`))), 'COLLABORATES,a0,b0'].join('\n')

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService({ SEED: 'none' })
  t.teardown(() => service.stop())
  const send = async (path: string, body: object): Promise<any> => await (await fetch(`${service.address}/api/v1/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()
  const importCsv = async (format: string, content: string, address = service.address, headers: Record<string, string> = {}): Promise<void> => {
    const form = new FormData()
    form.set('options', JSON.stringify({ format, source: 'test' }))
    form.set('file', new Blob([content], { type: 'text/csv' }), `${format}.csv`)
    const answer = await fetch(`${address}/api/v1/imports`, { method: 'POST', body: form, headers })
    if (!answer.ok) throw new Error(await answer.text())
  }
  await importCsv('organisations-csv', FIRMS)
  await importCsv('links-csv', LINKS)
  const run = await send('runs', { options: { repeats: 2 } })
  await (await fetch(`${service.address}/api/v1/runs/${run.id}/events`)).text()
  const { items } = await (await fetch(`${service.address}/api/v1/organisations?limit=20`)).json() as { items: Array<{ id: string, name: string }> }
  const idOf = (name: string): string => items.find(each => each.name === name)!.id

  const open = (path: string, look?: Look): Promise<Page> => pages.open(service.address + path, look)
  const faults = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
  /** Tab until what has the focus says this. */
  const tabTo = async (page: Page, name: string): Promise<void> => {
    for (let i = 0; i < TABS_MAX; i++) {
      await page.keyboard.press('Tab')
      const said = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }
        return element.getAttribute('aria-label') ?? element.labels?.[0]?.firstChild?.textContent?.trim() ?? element.textContent?.trim() ?? ''
      })
      if (said === name) return
    }
    throw new Error(`"${name}" was not reached with the Tab key`)
  }

  await t.test('from a suggestion to an outcome, with the keyboard alone', async t => {
    const page = await open(`/?view=organisation&of=${idOf('Amber 1')}&selected=${idOf('Birch 1')}&as=table`)
    await page.getByRole('button', { name: 'Not relevant' }).waitFor()
    await tabTo(page, 'Not relevant')
    await page.keyboard.press('Enter')
    await page.getByText('Marked as not relevant').waitFor()
    t.strictSame(await faults(page), [])
    await page.getByRole('button', { name: 'Take back “not relevant”' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Taken back.').waitFor()
    await page.getByRole('button', { name: 'Start an introduction' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Amber 1 and Birch 1' }).waitFor()
    await tabTo(page, 'State')
    await page.keyboard.type('Contacted')
    await tabTo(page, 'Note')
    await page.keyboard.type('wrote to both')
    await tabTo(page, 'Next step')
    await page.keyboard.type('call Birch')
    await tabTo(page, 'Your initials')
    await page.keyboard.type('KN')
    await page.keyboard.press('Enter')
    await page.getByText('Identified → Contacted').waitFor()
    t.match(await page.locator('.timeline').textContent(), /KN.*wrote to both/)
    await page.screenshot({ path: `${OUTPUT}/introduction-case.png`, fullPage: true })
    t.strictSame(await faults(page), [])
    await page.getByLabel('State').selectOption('outcome')
    await page.getByLabel('What came of it').selectOption('COLLABORATES')
    await page.getByLabel('Put this link into the data').check()
    await page.getByRole('button', { name: 'Save' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('they collaborate (recorded in the data)').waitFor()
    t.strictSame(await faults(page), [])
    await page.close()
  })

  await t.test('what is overdue stands first, and says so in words', async t => {
    await send('introductions', { of: idOf('Amber 2'), candidate: idOf('Birch 2'), followUp: '2020-01-31' })
    await send('introductions', { of: idOf('Amber 3'), candidate: idOf('Birch 3') })
    for (const [width, dark] of [[1440, false], [1440, true], [390, false]] as const) {
      const page = await open('/?view=introductions', { width, dark })
      await page.getByText('3 introductions.').waitFor()
      t.match(await page.locator('tbody tr').first().textContent(), /Amber 2 and Birch 2.*31 Jan 2020 \(overdue\)/)
      t.strictSame(await faults(page), [])
      t.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing runs out of the page')
      await page.screenshot({ path: `${OUTPUT}/introductions-${width}${dark ? '-dark' : ''}.png`, fullPage: true })
      await page.close()
    }
    const page = await open('/?view=introductions&due=overdue&lang=pl')
    await page.getByText('1 sprawa.').waitFor()
    await page.close()
  })

  await t.test('a change that somebody else was faster with is told', async t => {
    const { items: [{ id, version }] } = await (await fetch(`${service.address}/api/v1/introductions?overdue=true`)).json() as { items: Array<{ id: string, version: number }> }
    const page = await open(`/?view=introductions&of=${id}`)
    await page.getByLabel('Note').fill('mine')
    await send(`introductions/${id}/changes`, { basedOn: version, to: 'meeting', by: 'JS' })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').filter({ hasText: 'by JS it is now meeting' }).waitFor()
    t.equal(await page.getByLabel('Note').inputValue(), 'mine', 'what was written is not lost')
    await page.close()
  })

  await t.test('with a token: it is asked for, held in the tab, sent with files, and forgotten', async t => {
    const guarded = await startService({ SEED: 'none', ACCESS_TOKEN: TOKEN })
    t.teardown(guarded.stop)
    const authorization = `Bearer ${TOKEN}`
    await importCsv('organisations-csv', FIRMS, guarded.address, { authorization })
    await importCsv('links-csv', LINKS, guarded.address, { authorization })
    const { id } = await (await fetch(`${guarded.address}/api/v1/runs`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ options: { repeats: 2 } }) })).json() as { id: string }
    await (await fetch(`${guarded.address}/api/v1/runs/${id}/events`)).text()
    for (const [lang, label, use, forget, wrong, csv] of [['en', 'Access token', 'Use this token', 'Forget the token', 'The token in use was not accepted.', 'Download as CSV'], ['pl', 'Token dostępu', 'Użyj tego tokenu', 'Usuń token', 'Używany token nie został przyjęty.', 'Pobierz jako CSV']] as const) {
      const page = await pages.open(`${guarded.address}/?view=introductions&lang=${lang}`, { width: 390, height: 844 })
      const field = page.getByLabel(label, { exact: true }).and(page.locator('input'))
      await field.fill(`${TOKEN}x`)
      await page.keyboard.press('Enter')
      await page.getByText(wrong).waitFor()
      t.strictSame(await faults(page), [])
      t.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing runs out of the page')
      await page.screenshot({ path: `${OUTPUT}/token-${lang}.png`, fullPage: true })
      await field.fill(TOKEN)
      await page.getByRole('button', { name: use }).click()
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: csv }).click()])
      t.match(await readFile(await file.path(), 'utf8'), /^.?id,/, 'the file came with the token')
      t.match(file.suggestedFilename(), /\.csv$/)
      await page.reload()
      await page.getByRole('button', { name: forget }).click()
      await field.waitFor()
      t.equal(await page.evaluate(() => sessionStorage.getItem('token')), null)
      await page.context().close()
    }
  })

  await t.test('one started from a match list names those of the route that is shown', async t => {
    const page = await open(`/?view=partners&of=${idOf('Amber 4')}&selected=${idOf('Birch 4')}`)
    await page.locator('.candidate .chain').first().waitFor()
    const shown = await page.locator('.candidate .chain').first().locator('.chain-node').allTextContents()
    await page.getByRole('button', { name: 'Start an introduction' }).click()
    await page.getByRole('heading', { level: 1, name: /Amber 4.*Birch 4/ }).waitFor()
    const { items: [{ id }] } = await (await fetch(`${service.address}/api/v1/introductions?organisation=${idOf('Birch 4')}`)).json() as { items: Array<{ id: string }> }
    const { through } = await (await fetch(`${service.address}/api/v1/introductions/${id}`)).json() as { through: Array<{ name: string }> }
    t.ok(through.length > 0)
    t.strictSame(through.map(({ name }) => name), shown.slice(1, -1))
  })

  await t.test('the effect and the lists that were shown', async t => {
    await (await fetch(`${service.address}/api/v1/runs/latest/organisations/${idOf('Amber 4')}/partners`)).json()
    const page = await open('/?view=introductions&part=effect')
    await page.getByRole('heading', { name: 'States and times' }).waitFor()
    await page.getByText('too few (under 10 pairs)').first().waitFor()
    t.strictSame(await faults(page), [])
    await page.screenshot({ path: `${OUTPUT}/broker-effect.png`, fullPage: true })
    await page.getByRole('button', { name: 'Lists shown' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('1 list.').waitFor()
    await page.locator('tbody .text-button').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /A list as it was shown/ }).waitFor()
    t.strictSame(await faults(page), [])
    await page.screenshot({ path: `${OUTPUT}/rankings-shown.png`, fullPage: true })
    await page.close()
  })
}
