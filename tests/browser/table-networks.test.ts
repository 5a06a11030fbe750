/** Value-chain communities in a real Chromium: started with the keyboard from the screen of value chains, then looked at from the map down to one link. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import t from 'tap'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { plantedTable } from '../support/keep-table.ts'
import { startService } from '../support/start-service.ts'

/** The planted table as three files with labels. */
function filesOf (): Record<string, string> {
  const { labels: { countries, sectors }, intermediate, finalDemand, output } = plantedTable()
  const nodes = countries.flatMap(country => sectors.map(sector => `${country}.${sector}`))
  const rows = (heading: string[], values: Float64Array): string => [['', ...heading].join(), ...nodes.map((node, i) => [node, ...values.subarray(i * heading.length, (i + 1) * heading.length)].join())].join('\n')
  return { table: rows(nodes, intermediate), final: rows([...countries], finalDemand), output: ['node,output', ...nodes.map((node, i) => `${node},${output[i]}`)].join('\n') }
}

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService({ SEED: 'none' })
  t.teardown(() => service.stop())
  const form = new FormData()
  form.set('options', JSON.stringify({ title: 'Planted chains', year: 2020, unit: 'million USD', source: 'made up' }))
  for (const [role, content] of Object.entries(filesOf())) form.append(role, new Blob([content]), `${role}.csv`)
  const answer = await fetch(`${service.address}/api/v1/value-chains/tables`, { method: 'POST', body: form })
  t.equal(answer.status, 201, await answer.text())
  const notice = (page: Page) => page.locator('.notice.of-table')
  const axe = async (page: Page, name: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    t.strictSame(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`), [], name)
  }

  await t.test('from the form to the map, a cluster, a node and a link; nowhere is it said that they are organisations', async t => {
    const page = await pages.open(`${service.address}/?view=value-chains&part=communities&lang=en`, { width: 1440, height: 900 })
    await page.getByRole('heading', { name: 'Find value-chain communities' }).waitFor()
    await axe(page, 'form')
    await page.getByLabel('Links kept').selectOption('all')
    await page.getByRole('button', { name: 'Find communities' }).focus()
    await page.keyboard.press('Enter')
    await notice(page).waitFor({ timeout: 60_000 })
    t.match(await notice(page).innerText(), /Nodes are sectors of countries, not organisations; a link is value added of one in the exports of the other, in million USD\. 720 of 720 links are kept, with 100\s% of their amount\./)
    await page.getByRole('heading', { name: 'Who gives value to whom' }).waitFor()
    const run = new URL(page.url()).searchParams.get('run')
    t.match(run, /^run-/, 'the address names the run')
    t.match(await page.locator('.status').innerText(), /3 clusters hold 30 of 30 nodes/)
    await axe(page, 'map')
    await page.screenshot({ path: `${OUTPUT}/table-network-map.png` })

    await page.goto(`${service.address}/?view=cluster&of=C1&run=${run}&lang=en`)
    await page.getByRole('heading', { level: 1, name: /^Around / }).waitFor()
    await page.getByRole('cell', { name: /: [MP]\d/ }).first().waitFor()
    await notice(page).waitFor()
    const words = (await page.locator('main').innerText()).replaceAll('not organisations', '')
    t.notMatch(words, /organisation/i, 'country-sectors are not called organisations')
    t.match(words, /[MP]\d/, 'sectors by name')
    await axe(page, 'cluster')
    await page.getByRole('cell', { name: /^Poland: M/ }).getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: /^Poland: M/ }).waitFor()
    await page.getByRole('table', { name: 'Partners' }).waitFor()
    t.notMatch(await page.locator('main').innerText(), /organisation/i)
    t.equal(await page.getByRole('heading', { name: 'Needs and offers' }).count(), 0)
    await page.getByRole('table', { name: 'Partners' }).locator('tbody tr').first().getByRole('button').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/Poland: M/).waitFor()
    await dialog.locator('tbody tr').first().waitFor()
    t.equal(await dialog.locator('tbody tr').count(), 2, 'what each gives to the other')
    await page.keyboard.press('Escape')
    await page.context().close()
  })

  await t.test('in Polish, and back on the screen it was started from', async t => {
    const page = await pages.open(`${service.address}/?view=value-chains&part=communities&lang=pl`, { width: 1440, height: 900 })
    await page.getByRole('button', { name: /Leiden/ }).click()
    await notice(page).waitFor()
    t.match(await notice(page).innerText(), /Węzłami są branże krajów, nie organizacje/)
    t.match(await page.locator('.status').innerText(), /węzły: 30 z 30/)
    await page.context().close()
  })
}
