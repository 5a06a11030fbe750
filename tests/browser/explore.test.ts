/** A person's way through the page, in a real Chromium against a real service on the real seed. */
import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import Graph from 'graphology'
import gexf from 'graphology-gexf'
import type { Page } from 'playwright-core'
import t from 'tap'
import { launchChromium, NO_WEBGL_FLAGS } from '../support/chromium.ts'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { startService } from '../support/start-service.ts'

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService()
  t.teardown(() => service.stop())
  const open = (path = '/', width?: number, height?: number): Promise<Page> => pages.open(service.address + path, { width, height })
  const drawn = (page: Page, nodes = 1): Promise<unknown> => page.waitForFunction(least => (window.amberRoad?.counts()?.nodes ?? 0) >= least && (window.amberRoad?.counts()?.labels ?? 0) > 0, nodes)
  const clickNode = async (page: Page, node: string): Promise<void> => {
    const place = await page.evaluate(id => window.amberRoad?.place(id), node)
    const box = await page.locator('.stage').boundingBox()
    if (place === null || place === undefined || box === null) throw new Error(`${node} is not on screen`)
    await page.mouse.click(box.x + place.x, box.y + place.y)
  }

  await t.test('from the map to a cluster, to an organisation, and back through a shared link', async t => {
    const page = await open()
    await drawn(page, 15)
    t.ok(await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null), 'WebGL 2 draws it')
    await page.screenshot({ path: `${OUTPUT}/map.png` })
    await clickNode(page, 'C4')
    await page.getByRole('link', { name: 'Open cluster' }).waitFor()
    t.match(page.url(), 'selected=C4', 'the address follows')
    t.match(await page.locator('.panel .sentence').textContent(), /^\d+ of \d+ members work in /)
    await page.screenshot({ path: `${OUTPUT}/map-selected.png` })
    await page.getByRole('link', { name: 'Open cluster' }).click()
    await page.locator('.page-head h1').waitFor()
    await drawn(page, 50)
    await page.screenshot({ path: `${OUTPUT}/cluster.png`, fullPage: true })
    const member = page.locator('.card.full', { has: page.getByRole('heading', { name: /^Members/ }) }).locator('tbody a').first()
    const name = await member.textContent()
    await member.click()
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
    await drawn(page)
    await page.screenshot({ path: `${OUTPUT}/organisation.png`, fullPage: true })
    const shared = page.url()
    const other = await open(new URL(shared).search)
    await other.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
    t.pass('the link opens the same organisation elsewhere')
    await other.close()
    await page.goBack()
    await page.locator('.page-head .tests').waitFor()
    await page.goBack()
    await page.locator('.map-title').waitFor()
    t.match(page.url(), 'selected=C4')
    await page.close()
  })

  await t.test('an analysis is started from the form; its values are a table and files', async t => {
    const page = await open('/?view=data')
    await page.getByLabel('What to find out').selectOption('pagerank')
    await page.getByLabel('Damping').fill('3')
    await page.getByRole('button', { name: 'Start the analysis' }).click()
    await page.locator('.field-problem').waitFor()
    t.equal(await page.getByLabel('Damping').getAttribute('aria-invalid'), 'true', 'the error stands beside its field')
    await page.getByLabel('What to find out').selectOption('structuralHoles')
    await page.getByLabel('What to find out').press('Tab')
    await page.getByLabel('Seed').press('Enter')
    await page.locator('#values table').waitFor()
    await page.screenshot({ path: `${OUTPUT}/values.png`, fullPage: true })
    t.match(await page.locator('#values thead').textContent(), /constraint/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#values').getByRole('link', { name: 'CSV', exact: true }).click()])
    const rows = parse(await readFile(await download.path(), 'utf8'), { columns: true }) as Array<Record<string, string>>
    t.equal(rows.length, 7754, 'the file holds everybody')
    await page.locator('#values tbody button').first().click()
    await page.locator('.page-head h1').waitFor()
    t.match(page.url(), 'view=organisation')
    await page.close()
  })

  await t.test('GEXF and CSV are downloaded and reopened', async t => {
    const page = await open('/?view=cluster&of=C4')
    await drawn(page, 50)
    await page.getByRole('button', { name: 'Export' }).click()
    const file = async (label: string, part = 'This network for other tools'): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('region', { name: part }).getByRole('link', { name: label }).click()])
      return await readFile(await download.path(), 'utf8')
    }
    const graph = gexf.parse(Graph, await file('GEXF (Gephi)'))
    const rows = parse(await file('CSV: nodes'), { bom: true, columns: true }) as Array<Record<string, string>>
    t.ok(graph.order > 50)
    t.equal(rows.length, graph.order, 'the same organisations in both')
    t.same(rows.map(row => row.Id).sort(), graph.nodes().sort())
    await page.getByText('All 7,754 organisations, also those that no picture shows.').waitFor()
    t.equal(parse(await file('CSV: nodes', 'The whole network of organisations'), { bom: true, columns: true }).length, 7754)
    const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /svg/ }).click()])
    t.match(await readFile(await svg.path(), 'utf8'), /<svg[\s\S]*European Union, CORDIS/, 'the picture carries its source')
    await page.close()
  })

  await t.test('the keyboard alone', async t => {
    const page = await open()
    await drawn(page, 15)
    await page.keyboard.press('/')
    await page.keyboard.type('tartu ulikool')
    await page.locator('#suggestions [role=option]').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.stage-list').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.waitForURL(/selected=C1/)
    await page.keyboard.press('Enter')
    await page.locator('.page-head h1').waitFor()
    await page.locator('body').press('Escape')
    await page.locator('.map-title').waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('.page-head h1').waitFor()
    t.pass('search, select, open, up, undo')
    await page.close()
  })

  await t.test('filters change counts, and an empty result says what to do', async t => {
    const page = await open('/?country=LV,EE')
    await drawn(page)
    t.match(await page.locator('.rail-count').textContent(), /367 of 7,754 pass/)
    await page.goto(`${service.address}/?country=LV&kind=cluster-organisation`)
    await page.getByRole('heading', { name: 'No organisation passes these filters' }).waitFor()
    await page.locator('.empty').getByRole('button', { name: 'Clear all filters' }).click()
    await drawn(page, 15)
    t.pass()
    await page.close()
  })

  await t.test('what narrows a page is said on it', async t => {
    const page = await open('/?view=cluster&of=C4&as=table')
    await page.locator('tbody a').first().waitFor()
    const address = await page.locator('tbody a').first().getAttribute('href')
    await page.goto(`${service.address}/${address}&country=FI,EE`)
    await page.locator('.notice', { hasText: 'Finland, Estonia' }).getByRole('button', { name: 'Clear all filters' }).click()
    await page.locator('.notice', { hasText: 'Finland' }).waitFor({ state: 'detached' })
    t.notMatch(page.url(), 'country=')
    await page.close()
  })

  await t.test('no serious fault of accessibility on any screen, in both themes', async t => {
    for (const theme of ['light', 'dark']) {
      for (const path of ['/?selected=C4', '/?as=table', '/?view=cluster&of=C4', '/?view=data']) {
        const page = await open(`${path}&theme=${theme}`)
        await page.locator('main').waitFor()
        await page.locator('table, .stage').first().waitFor()
        const { violations } = await new AxeBuilder({ page }).analyze()
        t.same(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`), [], `${path} ${theme}`)
        await page.close()
      }
    }
  })

  await t.test('an analysis compared with the one before it, by the keyboard', async t => {
    const page = await open('/?view=data')
    await page.getByRole('heading', { name: 'Analyses' }).waitFor()
    const run = await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' }
      const { id } = await (await fetch('/api/v1/runs', { method: 'POST', headers, body: JSON.stringify({ options: { repeats: 0, betweennessSources: 10, resolution: 2 } }) })).json() as { id: string }
      const events = new EventSource(`/api/v1/runs/${id}/events`)
      await new Promise<void>(resolve => events.addEventListener('run', message => { if ((JSON.parse((message as MessageEvent<string>).data) as { status: string }).status === 'completed') resolve() }))
      events.close()
      return id
    })
    await page.reload()
    await page.locator(`#compare-${run}`).focus()
    await page.keyboard.press('Enter')
    const table = page.getByRole('region', { name: 'What became of the clusters' })
    await table.getByText(/^Fell apart$/).first().waitFor()
    t.match(page.url(), `compare=${run}`, 'the address follows')
    t.match(await page.locator('.comparison .sentence').textContent(), /Both analyses read the same data/)
    // Who asked reads on from here.
    await page.waitForFunction(() => document.activeElement?.id === 'comparison-title')
    await page.screenshot({ path: `${OUTPUT}/comparison.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page }).include('.comparison').analyze()
    t.same(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id), [])
    await page.keyboard.press('Escape')
    await table.waitFor({ state: 'detached' })
    await page.waitForFunction(id => document.activeElement?.id === id, `compare-${run}`)
    await page.close()
  })

  await t.test('Polish words and a phone', async t => {
    const page = await open('/?lang=pl&selected=C4', 390, 844)
    await page.getByRole('link', { name: /Otwórz klaster/ }).waitFor()
    t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing scrolls sideways')
    await page.screenshot({ path: `${OUTPUT}/phone.png`, fullPage: true })
    await page.close()
  })

  await t.test('an unknown run is a problem with a way out, an unknown key is kept and said', async t => {
    const page = await open('/?run=run-000000000000&colourr=x')
    await page.getByText('Nothing has this id').first().waitFor()
    t.match(await page.locator('.notice.bar').textContent(), 'colourr')
    await page.close()
  })

  await t.test('without WebGL the tables stand in', async t => {
    const without = await launchChromium(NO_WEBGL_FLAGS)
    if (!without.available) throw new Error(without.reason)
    const page = await without.browser.newPage()
    await page.goto(service.address)
    await page.getByText('WebGL 2 is missing').waitFor()
    t.ok(await page.locator('tbody tr').count() > 10)
    await page.screenshot({ path: `${OUTPUT}/no-webgl.png` })
    await without.browser.close()
  })
}
