/** A cluster in an input-output table, with the keyboard alone; in a real Chromium against a real service. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { Look } from '../support/open-pages.ts'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { oecdCsv } from '../support/oecd-csv.ts'
import { startService } from '../support/start-service.ts'

/** A ring of sixteen firms in four countries of the table and one that it has inside a group. */
const FIRMS = Array.from({ length: 16 }, (_, i) => i)
const COUNTRIES = ['PL', 'LV', 'SE', 'DE', 'EE']
const SECTORS = ['10.1', '28.4', '62.0', '49.4', '']
const ORGANISATIONS = ['key,name,country,sectors', ...FIRMS.map(i => `f${i},Firm ${i},${COUNTRIES[i % 5]},${SECTORS[i % 3 === 0 ? 4 : i % 4]}`)].join('\n')
const LINKS = ['kind,source,target', ...FIRMS.flatMap(i => [1, 2, 3].map(step => `COLLABORATES,f${i},f${(i + step) % 16}`))].join('\n')
const TABLE = oecdCsv(['POL', 'LVA', 'SWE', 'DEU', 'FRA', 'REU', 'ROW'], ['A', 'C10T12', 'C28', 'H49', 'OTU'], 3)

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService({ SEED: 'none' })
  t.teardown(() => service.stop())
  const send = async (path: string, options: object, content: string): Promise<unknown> => {
    const form = new FormData()
    form.set('options', JSON.stringify(options))
    form.set('file', new Blob([content], { type: 'text/csv' }), 'file.csv')
    const answer = await fetch(`${service.address}/api/v1/${path}`, { method: 'POST', body: form })
    if (!answer.ok) throw new Error(await answer.text())
    return await answer.json()
  }
  await send('imports', { format: 'organisations-csv', source: 'test' }, ORGANISATIONS)
  await send('imports', { format: 'links-csv', source: 'test' }, LINKS)
  const run = await (await fetch(`${service.address}/api/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ options: { repeats: 2, resolution: 0.2 } }) })).json() as { id: string }
  await (await fetch(`${service.address}/api/v1/runs/${run.id}/events`)).text()
  const open = (path: string, look?: Look): Promise<Page> => pages.open(service.address + path, look)
  const faults = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).include('.industry-context').analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`)

  await t.test('where no table is kept, nothing is said of one', async t => {
    const page = await open('/?view=cluster&of=C1')
    await page.getByRole('heading', { name: 'Bridges out of this cluster' }).waitFor()
    t.equal(await page.getByRole('region', { name: 'In value chains', exact: true }).count(), 0)
  })

  await t.test('place, partners and links, with what they cannot tell, by keyboard', async t => {
    await send('value-chains/tables', { title: 'Made up', year: 2014, unit: 'units', source: 'made up' }, TABLE.csv)
    const page = await open('/?view=cluster&of=C1')
    const card = page.getByRole('region', { name: 'In value chains', exact: true })
    await card.getByRole('heading', { name: 'Partners by value added' }).waitFor()
    await card.getByText(/of 16 members have a sector and a country that the table has/).waitFor()
    for (const caution of [/No sector of the table holds these NACE codes.*62.0/, /Estonia → REU \(3\)/, /The table is of 2014/]) await card.getByText(caution).waitFor()
    const position = card.getByRole('region', { name: 'Place in value chains' })
    t.equal(await position.getByRole('row').count(), 6)
    const picture = card.getByRole('img', { name: /Links between two countries/ })
    const drawn = await picture.locator('text.name').allTextContents()
    await card.getByRole('button', { name: 'Table' }).focus()
    await page.keyboard.press('Enter')
    const table = card.getByRole('region', { name: 'Links across borders against flows' })
    await table.waitFor()
    t.strictSame(await table.locator('tbody td:first-child').allTextContents(), drawn, 'the table has the rows of the picture, in its order')
    await card.locator('summary', { hasText: 'industries, one by one' }).focus()
    await page.keyboard.press('Enter')
    await card.getByRole('columnheader', { name: 'Industry of the table' }).waitFor()
    t.strictSame(await faults(page), [])
    await card.screenshot({ path: `${OUTPUT}/industry-context.png` })
  })

  await t.test('a newer table is what the card begins with, the older one can be chosen, and the address keeps the choice; sectors that cannot be read make it tell of countries', async t => {
    const older = (await (await fetch(`${service.address}/api/v1/value-chains/tables`)).json() as { items: Array<{ hash: string }> }).items[0].hash
    await send('value-chains/tables', { title: 'Later', year: 2016, unit: 'units', source: 'made up' }, oecdCsv(['POL', 'LVA', 'SWE', 'DEU', 'FRA', 'REU', 'ROW'], ['X1', 'X2'], 4).csv)
    const page = await open('/?view=cluster&of=C1')
    const card = page.getByRole('region', { name: 'In value chains', exact: true })
    await card.getByRole('heading', { name: 'In value chains Later, 2016' }).waitFor()
    await card.getByText('With this data the card tells of the countries of its members, not of the cluster').waitFor()
    t.notMatch(await card.innerText(), /these industries|industries of its members|same industries/)
    await card.getByRole('combobox', { name: 'Table' }).selectOption({ label: 'Made up, 2014' })
    await card.getByRole('heading', { name: 'In value chains Made up, 2014' }).waitFor()
    await page.waitForURL(new RegExp(`table=${older.slice(0, 12)}`))
    await card.getByText(/members have a sector and a country that the table has/).waitFor()
    await page.goto(page.url().replace(older.slice(0, 12), '0123456789ab'))
    await card.getByText('The table of this address is not kept here (any more). Shown is the newest: Later, 2016.').waitFor()
    t.strictSame(await faults(page), [])
  })

  await t.test('in Polish, dark, and on a narrow screen', async t => {
    const page = await open('/?view=cluster&of=C1&lang=pl', { width: 390, dark: true })
    const card = page.getByRole('region', { name: 'W łańcuchach wartości', exact: true })
    await card.getByRole('heading', { name: 'Partnerzy według wartości dodanej' }).waitFor()
    t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'nothing sticks out')
    t.strictSame(await faults(page), [])
    await card.screenshot({ path: `${OUTPUT}/industry-context-pl.png` })
  })
}
