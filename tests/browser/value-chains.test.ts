/** Value chains in a real Chromium on a small table whose numbers other packages print: with the keyboard, on a phone, in both themes and languages. No organisation is in the store. */
import AxeBuilder from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { Test } from 'tap'
import type { TableDetail, ValueChainProfile } from '../../services/contract/value-chains.ts'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { startService } from '../support/start-service.ts'

const LEATHER = ['Z', 'Y', 'X'].map(name => readFileSync(`tests/datasets/value-chains/leather.${name}.csv`, 'utf8'))
const ROLES = ['table', 'final', 'output']

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService({ SEED: 'none' })
  t.teardown(() => service.stop())
  const open = (query: string, width = 1440, height = 900): Promise<Page> => pages.open(`${service.address}/?view=value-chains${query}`, { width, height })
  const get = async <Value>(path: string): Promise<Value> => await (await fetch(`${service.address}/api/v1/value-chains/${path}`)).json() as Value
  const load = async (files: string[], options: Record<string, unknown>): Promise<TableDetail> => {
    const form = new FormData()
    form.set('options', JSON.stringify(options))
    files.forEach((content, i) => form.append(ROLES[i], new Blob([content]), `${ROLES[i]}.csv`))
    const answer = await fetch(`${service.address}/api/v1/value-chains/tables`, { method: 'POST', body: form })
    t.equal(answer.status, 201)
    return await answer.json() as TableDetail
  }
  const axe = async (t: Test, page: Page, name: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    t.strictSame(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`), [], name)
  }
  const cells = (page: Page, caption: string): Promise<string[][]> => page.getByRole('table', { name: caption }).locator('tbody tr').evaluateAll(rows => rows.map(row => Array.from(row.querySelectorAll('td'), cell => (cell as HTMLElement).innerText.trim())))
  const percent = (share: number | null): string => share === null ? 'not defined' : `${(share * 100).toFixed(1)}\u00a0%`

  await t.test('without a table the page says what one is and how to bring one', async t => {
    const page = await open('')
    await page.getByRole('heading', { name: 'No input-output table has been imported yet' }).waitFor()
    t.strictSame(await page.locator('.empty code').allInnerTexts(), ['npx amber-road import-table --help', 'npx amber-road seed'])
    await axe(t, page, 'empty')
    await page.goto(`${service.address}/?view=value-chains&table=0123456789ab`)
    await page.getByText('The table of this address is not kept here (any more).').waitFor()
    t.notMatch(page.url(), /table=/)
    for (const [i, label] of ['The table, or its intermediate inputs', 'Final demand, if in a file of its own', 'Output and value added, if in a file of their own'].entries()) await page.getByLabel(label).setInputFiles({ name: `${ROLES[i]}.csv`, mimeType: 'text/csv', buffer: Buffer.from(LEATHER[i]!) })
    await page.getByLabel('Title').fill('First')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('status').getByText('Imported: First, 3 countries, 3 sectors.').waitFor()
    await page.getByRole('table', { name: 'Countries of this table' }).waitFor()
    await page.getByRole('link', { name: 'Tables kept here' }).click()
    await page.getByRole('button', { name: 'Remove First' }).click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByRole('status').getByText(/First was removed.*amber-road seed/).waitFor()
    await page.getByRole('heading', { name: 'No input-output table has been imported yet' }).waitFor()
    t.notMatch(page.url(), /table=/, 'the address does not keep the table that is gone')
    await page.context().close()
  })

  await t.test('from the countries to a profile, a sector and back, by the keyboard alone; every figure is the one of the API', async t => {
    const table = await load(LEATHER, { title: 'Leather', year: 2010, unit: 'million USD', source: 'decompr' })
    const page = await open('')
    await page.getByRole('table', { name: 'Countries of this table' }).waitFor()
    t.match(page.url(), `table=${table.hash.slice(0, 12)}`, 'the address names the table')
    t.strictSame((await cells(page, 'Countries of this table')).map(row => row.slice(0, 3)), [['Germany', '148', '39.5\u00a0%'], ['Turkey', '114', '42.3\u00a0%'], ['Argentina', '64.3', '45.9\u00a0%']], 'as icio prints GVC by GEXP')
    await page.getByRole('link', { name: 'Turkey', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/economy=Turkey/)
    const head = page.locator('.profile-name')
    await head.waitFor()
    t.equal(await head.innerText(), 'Turkey')
    t.ok(await head.evaluate(element => element === document.activeElement), 'the focus goes on at the top of the profile')

    const profile = await get<ValueChainProfile>('tables/latest/profiles/Turkey')
    const { participation, position, exportParts, kww, partners, sectors } = profile
    t.strictSame(await page.locator('.measures dd strong').allInnerTexts(), [...[participation.gvc, participation.gvcBackward, participation.gvcForward, participation.backward, participation.forward].map(percent), position.upstreamness!.toFixed(2), position.downstreamness!.toFixed(2)])
    t.strictSame((await cells(page, 'What its exports are made of')).map(row => row[2]), exportParts.filter(({ part }) => part !== 'taxes').map(({ share }) => percent(share)))
    t.strictSame((await cells(page, 'The same exports in nine terms')).map(row => row[2]), kww.filter(({ term }) => term !== 'taxes' && term !== 'imbalance').map(({ share }) => percent(share)))
    t.strictSame((await cells(page, 'Its partners by value added')).map(row => row[0]), partners.map(({ country }) => country), 'greatest first')
    t.strictSame((await cells(page, 'Its sectors')).map(row => [row[0], row[4], row[7]]), sectors.map(row => [row.name, percent(row.gvc), row.upstreamness!.toFixed(2)]))
    t.equal(await page.locator('.stacked-bar').first().locator('span').count(), exportParts.filter(({ value }) => value > 0).length, 'the bar has the parts of its table')
    for (const [what, part] of [['What its exports are made of', 'exportParts'], ['Its sectors', 'sectors']] as const) {
      const file = await page.getByRole('link', { name: `${what} as CSV` }).getAttribute('href')
      t.equal(parse(await (await fetch(service.address + file)).text(), { columns: true }).length, profile[part].length, 'the file has the same rows')
    }
    await axe(t, page, 'profile')

    await page.getByRole('button', { name: 'Gross exports' }).last().focus()
    await page.keyboard.press('Enter')
    t.equal((await cells(page, 'Its sectors'))[0][0], [...sectors].sort((a, b) => b.exports - a.exports)[0].name, 'sorted')
    await page.getByRole('link', { name: 'Agriculture', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sector=Agriculture/)
    await page.getByRole('heading', { name: 'Turkey: Agriculture' }).waitFor()
    t.equal(await page.getByRole('heading', { name: 'The same exports in nine terms' }).count(), 0, 'the terms are of countries')
    t.equal(await page.getByText(/^World, all sectors \d/).count(), 2)
    const shared = page.url()
    await page.locator('.profile-name').focus()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Turkey', exact: true }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { name: 'Turkey: Agriculture' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { name: 'Turkey', exact: true }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Turkey: Agriculture' }).waitFor()
    await page.goto(shared)
    await page.getByRole('heading', { name: 'Turkey: Agriculture' }).waitFor()
    await page.locator('.identities summary').click()
    t.match(await page.locator('.identities').innerText(), /checks hold[\s\S]*= E\s+holds/)
    await page.context().close()
  })

  await t.test('the matrix is a table: every flow is the one of the API, by row and in amounts', async t => {
    const page = await open('')
    await page.getByRole('link', { name: 'Who adds value for whom' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/part=matrix/)
    const caption = 'Value added of each country in what each country uses'
    await page.getByRole('table', { name: caption }).waitFor()
    const { items } = await get<{ items: Array<{ country: string, partner: string, FD_VA: number }> }>('tables/latest/measures/tiva?result=pair')
    const flow = (row: string, column: string): number => items.find(({ country, partner }) => country === row && partner === column)!.FD_VA
    const names = ['Argentina', 'Turkey', 'Germany']
    const abroad = (row: string): number => names.filter(name => name !== row).reduce((sum, name) => sum + flow(row, name), 0)
    t.strictSame(await cells(page, caption), names.map(row => [...names.map(column => row === column ? 'home' : (100 * flow(row, column) / abroad(row)).toFixed(1)), abroad(row).toPrecision(3)]))
    t.equal(await page.getByRole('table', { name: caption }).locator('thead th').last().innerText(), 'Abroad in all, million USD')
    await axe(t, page, 'matrix')
    await page.getByRole('combobox', { name: 'Colour and figures' }).selectOption('all')
    await page.waitForURL(/scale=all/)
    t.strictSame((await cells(page, caption))[0], ['home', flow('Argentina', 'Turkey').toPrecision(3), flow('Argentina', 'Germany').toPrecision(3), abroad('Argentina').toPrecision(3)])
    await page.getByRole('combobox', { name: 'Show' }).selectOption('exports')
    const gross = 'Gross exports of each country to each country'
    await page.getByRole('table', { name: gross }).waitFor()
    t.equal((await cells(page, gross))[1]!.at(-1), '114', 'all exports of Turkey, 113.6')
    t.equal(parse(await (await fetch(service.address + await page.getByRole('link', { name: `${gross} as CSV` }).getAttribute('href'))).text()).length, 7, 'six pairs and the heading')
    await page.keyboard.press('Control+z')
    await page.getByRole('region', { name: caption }).focus()
    await page.getByRole('link', { name: 'Germany', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Germany', exact: true }).waitFor()
    t.equal(await page.locator('.value-map .partner').count(), 2, 'both partners are in the picture')
    t.match(await page.locator('.value-map svg').getAttribute('aria-label'), /Turkey 59\.7.%, Argentina 40\.3.%/)
    t.match(await page.locator('figcaption').innerText(), /Without a place on a map: Turkey/, 'a name that is no country of the reference is said to have no place')
    await page.getByRole('combobox', { name: 'In the picture' }).selectOption('supplied')
    await page.waitForURL(/side=supplied/)
    const { partners } = await get<ValueChainProfile>('tables/latest/profiles/Germany')
    t.strictSame((await cells(page, 'Its partners by value added')).map(row => row[0]), [...partners].sort((a, b) => b.valueAddedSupplied - a.valueAddedSupplied).map(({ country }) => country))
    await page.context().close()
  })

  await t.test('a table is checked, refused with file, row, column and value, imported, and removed, by the keyboard', async t => {
    const page = await open('&part=tables')
    await page.getByRole('heading', { name: 'Import a table' }).waitFor()
    const doubled = LEATHER.map(text => text.replace(/,(\d*\.?\d+)/g, (_, value: string) => `,${Number(value) * 2}`))
    const choose = async (files: string[]): Promise<void> => {
      for (const [i, label] of ['The table, or its intermediate inputs', 'Final demand, if in a file of its own', 'Output and value added, if in a file of their own'].entries()) await page.getByLabel(label).setInputFiles({ name: `${ROLES[i]}.csv`, mimeType: 'text/csv', buffer: Buffer.from(files[i]!) })
    }
    const press = async (name: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
    }
    const outcome = page.locator('.import-outcome')
    await choose([doubled[0]!.replace(',16,', ',sixteen,'), doubled[1]!, doubled[2]!])
    await press('Check only')
    await outcome.getByText('It was not imported; nothing was kept.').waitFor()
    t.match(await outcome.innerText(), /table\.csv[\s\S]*row \d+[\s\S]*"sixteen"/, 'file, row and value')
    t.match(await outcome.innerText(), /Argentina|Turkey|Germany|column/, 'and the column')
    await axe(t, page, 'refused')
    await choose([doubled[0]!, doubled[1]!, LEATHER[2]!])
    await press('Import')
    await outcome.getByText(/The table is refused/).waitFor()
    t.equal(await outcome.locator('tbody tr').count(), 9, 'each cell whose sum misses what is stated')
    t.equal((await get<{ total: number }>('tables')).total, 1, 'nothing was kept')

    await choose(doubled)
    await page.getByLabel('Title').fill('Leather, later')
    await page.getByLabel('Year').fill('2015')
    await press('Check only')
    await outcome.getByText('It can be imported: 3 countries, 3 sectors. Nothing was kept.').waitFor()
    await press('Import')
    await outcome.getByText('Imported: Leather, later, 2015, 3 countries, 3 sectors.').waitFor()
    t.equal((await get<{ total: number }>('tables')).total, 2)
    t.strictSame((await cells(page, 'Tables kept here')).map(row => row[0]), ['Leather, later', 'Leather'], 'newest first')
    await page.getByLabel('Title').fill('Another title')
    await press('Import')
    await outcome.getByText('The same content was kept here already, as “Leather, later, 2015”. It stays as it is; the title given now was not taken.').waitFor()

    await page.goto(`${service.address}/?view=value-chains&part=comparison&economy=Turkey&with=Turkey&withTable=${(await get<{ items: TableDetail[] }>('tables')).items[1]!.hash.slice(0, 12)}`)
    await page.getByRole('table', { name: 'All figures' }).waitFor()
    const figures = await cells(page, 'All figures')
    t.strictSame(figures.filter(row => /^(Gross exports|In global value chains|Steps to final use)\b/.test(row[0]!)).map(row => row.slice(1)), [['227', '114', '–'], ['42.3\u00a0%', '42.3\u00a0%', '0.0 points'], ['2.10', '2.10', '0.00']], 'twice the amounts, the same shares; units differ')
    t.strictSame([...new Set(await page.getByRole('table', { name: 'All figures' }).locator('.bar-mark').allInnerTexts())], ['1', '2', '3', '4', '5', '6'], 'rows have the numbers of the bars')
    t.match(await page.locator('.chains').innerText(), /different units[\s\S]*prices of their years/)
    await page.getByRole('combobox', { name: 'Country' }).nth(1).selectOption('Germany')
    await page.waitForURL(/with=Germany/)
    await axe(t, page, 'comparison')
    await page.getByRole('region', { name: 'Second' }).getByRole('combobox', { name: 'Table' }).selectOption({ label: 'Leather, later, 2015' })
    await page.getByRole('button', { name: 'Swap the two sides' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/economy=Germany.*with=Turkey/)
    const [germany, turkey] = await Promise.all(['Germany', 'Turkey'].map(country => get<ValueChainProfile>(`tables/latest/profiles/${country}`)))
    await page.getByText('Second less first').first().waitFor()
    const row = async (name: string): Promise<string[]> => (await cells(page, 'All figures')).find(row => row[0]!.split('\n')[0] === name)!.slice(1)
    t.strictSame(await row('Foreign content'), [percent(germany!.participation.backward), percent(turkey!.participation.backward), `−${(100 * (germany!.participation.backward! - turkey!.participation.backward!)).toFixed(1)} points`])
    t.strictSame((await cells(page, 'By partner')).find(row => row[0] === 'Turkey')!.slice(1), [germany!.partners.find(({ country }) => country === 'Turkey')!.valueAddedAbsorbed.toPrecision(3), 'itself', '–'])

    await page.goto(`${service.address}/?view=value-chains&part=tables`)
    await page.waitForURL(/table=/)
    const removed = page.url()
    await press('Remove Leather, later, 2015')
    await page.getByRole('dialog', { name: 'Remove this table?' }).waitFor()
    await axe(t, page, 'asked before it is removed')
    await page.keyboard.press('Escape')
    t.equal((await get<{ total: number }>('tables')).total, 2, 'kept')
    await press('Remove Leather, later, 2015')
    await press('Remove it')
    await page.getByText('Leather, later, 2015 was removed.').waitFor()
    const [left] = (await get<{ items: TableDetail[] }>('tables')).items
    await page.waitForURL(new RegExp(`table=${left!.hash.slice(0, 12)}`))
    await page.getByRole('link', { name: 'Profiles' }).click()
    await page.getByRole('table', { name: 'Countries of this table' }).waitFor()
    await page.goto(removed)
    await page.getByText('The table of this address is not kept here (any more). Shown is the newest: Leather, 2010.').waitFor()
    t.match(page.url(), `table=${left!.hash.slice(0, 12)}`)
    await page.context().close()
  })

  await t.test('what is not in the table is said in place, with a way on', async t => {
    const page = await open('&economy=Atlantis')
    await page.getByRole('alert').getByText('The table has no country "Atlantis"; it has Argentina, Turkey, Germany.').waitFor()
    await axe(t, page, 'problem')
    await page.getByRole('combobox', { name: 'Country' }).selectOption('Argentina')
    await page.getByRole('heading', { name: 'Argentina', exact: true }).waitFor()
    await page.goto(`${service.address}/?view=value-chains&table=0123456789ab&economy=Turkey`)
    await page.getByText(/not kept here \(any more\)/).waitFor()
    await page.getByRole('heading', { name: 'Turkey', exact: true }).waitFor()
    await page.context().close()
  })

  await t.test('the bar of places has room at the width of a small screen, in either language', async t => {
    for (const [lang, width] of [['en', 1024], ['pl', 1024], ['pl', 768], ['pl', 1280]] as const) {
      const page = await open(`&lang=${lang}`, width, 768)
      await page.locator('.chains table').first().waitFor()
      t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${lang} ${width}`)
      await page.context().close()
    }
  })

  await t.test('dark, Polish and narrow: no fault, nothing scrolls sideways, however long the words of the table', async t => {
    const words = 'Input-output table of the leather trade between three countries, aggregated for a small screen'
    await load(LEATHER.map(text => text.replace(/,(\d*\.?\d+)/g, (_, value: string) => `,${Number(value) * 3}`)), { title: words, year: 2012, unit: 'million USD at current prices', source: words })
    for (const [query, wait] of [['', '.chains table'], ['&economy=Germany', '.value-map'], ['&part=matrix', '.heat'], ['&part=tables', '.table-import'], ['&part=communities', 'form.analysis'], ['&part=comparison&economy=Germany&with=Turkey', '.stacked-bar'], ['&economy=Germany&sector=Agriculture', '.profile-name']]) {
      const page = await open(`${query}&theme=dark&lang=pl`, 390, 844)
      await page.locator(wait).first().waitFor()
      await axe(t, page, `dark ${query}`)
      t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${query} stays in its width`)
      await page.screenshot({ path: `${OUTPUT}/value-chains-phone${query.replace(/\W/g, '-')}.png`, fullPage: true })
      await page.context().close()
    }
  })
}
