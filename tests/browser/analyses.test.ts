/** What a person does with analyses on the page: start, stop, tell apart, open, compare; in a real Chromium against a real service on the real seed. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import t from 'tap'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { startService } from '../support/start-service.ts'

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService()
  t.teardown(() => service.stop())
  const open = (path: string, width?: number, height?: number): Promise<Page> => pages.open(service.address + path, { width, height })
  const start = async (request: object): Promise<string> => {
    const answer = await fetch(`${service.address}/api/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })
    return (await answer.json() as { id: string }).id
  }
  const ended = async (id: string): Promise<string> => {
    // The stream of events closes when the run has ended.
    await (await fetch(`${service.address}/api/v1/runs/${id}/events`)).text()
    return id
  }
  const overflow = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  const faults = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  const QUICK = { repeats: 0, betweennessSources: 10 }

  await t.test('before it starts the form says what it takes, what is wrong, and what cannot be measured', async t => {
    const page = await open('/?view=data')
    await page.getByText(/at most [\d,]+ links.*about \d+ % of the time/).waitFor()
    await page.getByLabel('Repetitions').fill('0')
    await page.getByLabel('Starting points for routes').fill('10')
    await page.getByText(/less than 1 % of the time/).waitFor()
    await page.getByLabel('Repetitions').fill('300')
    await page.getByLabel('Repetitions').press('Tab')
    t.match(await page.locator('.field-problem').textContent(), 'This does not fit. A whole number from 0 to 200.')
    await page.getByLabel('What to find out').selectOption('hits')
    await page.getByText('there are none in the data').waitFor()
    t.equal(await page.getByRole('button', { name: 'Start the analysis' }).isDisabled(), true)
    t.match(await page.getByLabel('What to find out').locator('option:checked').textContent(), 'needs supply links')
    t.ok((await page.locator('form.analysis .hint').allTextContents()).every(hint => hint.trim() !== ''), 'every field has its help')
    t.strictSame(await faults(page), [])
    await page.close()
  })

  await t.test('a trial does not become the picture that everybody opens', async t => {
    const page = await open('/?view=data')
    await page.getByLabel('Resolution').fill('2')
    await page.getByLabel('Repetitions').fill('0')
    await page.getByLabel('Starting points for routes').fill('10')
    await page.getByText('These are not the usual settings: Resolution: 2; no repetitions').waitFor()
    t.equal(await page.getByLabel('Only a trial').isChecked(), true)
    await page.getByRole('button', { name: 'Start the analysis' }).click()
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.getByText('This picture is of a trial').waitFor()
    await page.locator('.status strong', { hasText: 'unusual settings: Resolution: 2' }).waitFor()
    await page.screenshot({ path: `${OUTPUT}/trial.png` })
    t.strictSame(await faults(page), [])
    await page.getByRole('button', { name: 'Back to the one everybody opens' }).click()
    await page.locator('.status').waitFor()
    t.notMatch(page.url(), 'run=')
    await page.locator('.status strong').waitFor({ state: 'detached' })
    await page.close()
  })

  await t.test('runs under way stand in the list and are stopped there', async t => {
    const [working, waiting] = [await start({ seed: 7 }), await start({ algorithm: 'betweenness', seed: 8 })]
    const page = await open('/?view=data')
    const row = (id: string): ReturnType<Page['locator']> => page.getByRole('region', { name: 'Analyses' }).locator('tr', { hasText: id })
    await row(working).locator('progress').waitFor()
    t.match(await row(waiting).textContent(), 'waiting')
    t.match(await row(waiting).textContent(), 'seed 8')
    await page.screenshot({ path: `${OUTPUT}/runs.png`, fullPage: true })
    t.strictSame(await faults(page), [])
    await page.getByRole('button', { name: 'Stop Betweenness' }).click()
    await row(waiting).getByText('stopped').waitFor()
    await page.getByRole('button', { name: 'Stop Clusters by Leiden' }).click()
    await row(working).getByText('stopped').waitFor()
    await page.close()
  })

  await t.test('tables of pairs are shown, with names, the interesting end first; whoever opens a run is brought to it', async t => {
    const [pairs, links, roles] = [await start({ algorithm: 'groupPairs', options: { shuffles: 10 } }), await start({ algorithm: 'linkPrediction' }), await start({ algorithm: 'brokerageRoles' })]
    for (const id of [pairs, links, roles]) await ended(id)
    const page = await open('/?view=data')
    await page.getByRole('button', { name: 'Links between countries' }).click()
    await page.getByRole('region', { name: 'Pairs' }).locator('tbody tr').first().waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'values-title')
    t.match(page.url(), `values=${pairs}`, 'the address follows')
    const lifts = (await page.getByRole('region', { name: 'Pairs' }).locator('tbody tr td:nth-child(5)').allTextContents()).map(Number)
    t.strictSame(lifts, [...lifts].sort((a, b) => b - a))
    t.match(await page.getByRole('region', { name: 'Pairs' }).locator('tbody').textContent(), 'Lithuania')
    await page.goto(`${service.address}/?view=data&values=${links}`)
    await page.getByRole('region', { name: 'Pairs' }).locator('tbody a').first().waitFor()
    t.notMatch(await page.getByRole('region', { name: 'Pairs' }).locator('tbody').textContent(), /org-[0-9a-z]{12}/, 'names, not ids')
    await page.goto(`${service.address}/?view=data&values=${roles}`)
    const values = page.getByRole('region', { name: 'Values of organisations' })
    await values.locator('th[aria-sort=descending]', { hasText: 'Brokerages in all' }).waitFor()
    await values.getByRole('button', { name: 'Liaison: between two other groups' }).click()
    await values.locator('th[aria-sort=descending]', { hasText: 'Liaison' }).waitFor()
    t.equal(await values.locator('tbody tr').first().locator('td').nth(2).textContent(), '1', 'all were sorted, not those that were listed')
    t.strictSame(await faults(page), [])
    await page.close()

    const phone = await open(`/?view=data&values=${roles}&lang=pl`, 400, 800)
    const frame = phone.getByRole('region', { name: 'Wartości organizacji' })
    await frame.locator('tbody tr').first().waitFor()
    t.equal(await overflow(phone), false, 'nothing scrolls sideways but the tables')
    const before = await frame.locator('tbody td').first().boundingBox()
    await frame.evaluate(element => { element.scrollLeft = 600 })
    t.equal((await frame.locator('tbody td').first().boundingBox())?.x, before?.x, 'the first column stays')
    await phone.close()
  })

  await t.test('a newer analysis is said, not mixed in; and any earlier one is there to compare with', async t => {
    const page = await open('/')
    await page.locator('.status').waitFor()
    const first = await page.evaluate(async () => (await (await fetch('/api/v1/runs/latest')).json() as { id: string }).id)
    const [second, third] = [await ended(await start({ seed: 2, options: QUICK })), await ended(await start({ seed: 3, options: QUICK }))]
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await page.getByText('A newer analysis is ready.').waitFor()
    t.match(await page.locator('.status').textContent(), 'seed 42')
    await page.getByRole('button', { name: 'Show it' }).click()
    await page.locator('.status', { hasText: 'seed 3' }).waitFor()
    // The settings are asked for when the run is known: a moment later.
    await page.locator('.status', { hasText: 'unusual settings: no repetitions' }).waitFor()
    t.match(await page.locator('.status').textContent(), 'seed 3', 'whoever made it the picture of all')
    await page.goto(`${service.address}/?view=data`)
    await page.locator(`#compare-${third}`).click()
    const choice = page.getByLabel('Compared with')
    t.equal(await choice.inputValue(), second, 'the one before it first')
    await choice.selectOption(first)
    await page.waitForURL(new RegExp(`since=${first}`))
    await page.getByRole('region', { name: 'What became of the clusters' }).last().waitFor()
    await page.close()
  })
}
