/** The bridge finder in a real Chromium on the real seed: by the keyboard alone, on a phone, in both themes. */
import AxeBuilder from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import t from 'tap'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { startService } from '../support/start-service.ts'

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService()
  t.teardown(() => service.stop())
  const open = (path: string, width?: number, height?: number): Promise<Page> => pages.open(service.address + path, { width, height })
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
  const sides = '/?view=bridges&a=cluster:C6&b=cluster:C5'

  await t.test('from an empty start to a reason, and back, by the keyboard alone', async t => {
    const page = await open('/?view=bridges')
    await page.getByRole('heading', { name: 'Choose two sides' }).waitFor()
    await page.getByRole('combobox', { name: 'First side' }).focus()
    await page.keyboard.type('C6')
    await page.locator('.side-picker [role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/a=cluster:C6/)
    await page.keyboard.press('Tab')
    await page.getByRole('combobox', { name: 'Second side' }).focus()
    await page.keyboard.type('cluster:C5')
    await page.keyboard.press('Enter')
    await page.waitForURL(/b=cluster:C5/)
    await page.locator('.link-columns svg').waitFor()
    t.match(await page.locator('.bridge-side [role=status]').textContent(), /^\d+ organisations link the two$/)

    const rows = page.locator('.shortlist .bridge-open')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    t.equal(await focused(page), await rows.nth(1).textContent(), 'arrows go through the list')
    await page.keyboard.press('End')
    t.equal(await focused(page), await rows.last().textContent())
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: 'Why a bridge' })
    await panel.locator('.lengths').waitFor()
    t.match(page.url(), 'selected=org-', 'the address follows')
    const sentence = await panel.locator('.sentence').textContent() ?? ''
    const [, k, of] = /^It joins .+ with .+: (\d+) of the (\d+) links between them end here\./.exec(sentence) ?? []
    t.match(await rows.first().textContent(), `${k} of ${of} links`, 'the list and the sentence say the same')
    t.match(await panel.locator('.loss').first().textContent(), `${of} → ${Number(of) - Number(k)}`, 'and so does what would be left')
    t.equal(await page.locator('.link-chosen').count(), Number(k), 'and the picture')
    t.equal(await page.locator('.diamond').count(), Number(/the only one for (\d+)/.exec(await rows.first().textContent() ?? '')?.[1] ?? 0), 'a diamond for whom it is the only one')
    await page.screenshot({ path: `${OUTPUT}/bridges.png` })

    const name = await panel.locator('.panel-title').textContent()
    await panel.getByRole('button', { name: 'Remove from list' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('1 removed from this list.').waitFor()
    t.match(page.url(), 'hidden=org-')
    const inList = page.locator('.shortlist .bridge-name').getByText(name ?? '', { exact: true })
    await inList.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await page.getByText('1 removed from this list.').waitFor({ state: 'detached' })
    await inList.waitFor()
    t.equal(await rows.first().locator('.bridge-name').textContent(), name, 'undone')

    await page.locator('.panel-close').focus()
    await page.keyboard.press('Enter')
    await panel.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Swap the two sides' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/a=cluster:C5&b=cluster:C6/)
    await page.close()
  })

  await t.test('two are picked and compared; the table has the rows of the picture; the file follows the list', async t => {
    const page = await open(`${sides}&order=links`)
    await page.locator('.link-columns svg').waitFor()
    for (const at of [0, 1]) await page.locator('.shortlist input').nth(at).check()
    await page.getByRole('button', { name: 'Compare' }).click()
    const compared = page.getByRole('region', { name: 'Picked organisations compared' })
    await compared.locator('tbody tr').nth(1).waitFor()
    t.match(page.url(), /picked=org-\w+,org-\w+.*comparing=yes/)
    await page.getByRole('button', { name: 'Back to the picture' }).click()
    const drawn = await page.locator('.link-columns path.link').count()
    await page.locator('.bridge-stage').getByRole('button', { name: 'Table' }).click()
    await page.locator('.bridge-stage tbody tr').first().waitFor()
    const more = page.locator('.bridge-stage').getByRole('button', { name: /more/ })
    while (await more.count() > 0) await more.click()
    t.equal(await page.locator('.bridge-stage tbody tr').count(), drawn)
    await page.getByRole('button', { name: 'Export' }).click()
    const href = await page.getByRole('link', { name: 'CSV: bridge organisations' }).getAttribute('href') ?? ''
    const rows: Array<Record<string, string>> = parse(await (await fetch(service.address + href)).text(), { columns: true, bom: true })
    await page.keyboard.press('Escape')
    t.strictSame(rows.map(({ name }) => name).slice(0, 5), (await page.locator('.shortlist .bridge-name').allTextContents()).slice(0, 5))
    await page.close()
  })

  await t.test('third parties, regions, and sides nobody stands between', async t => {
    const page = await open(`${sides}&who=third-parties`)
    await page.locator('.shortlist .bridge-open').first().click()
    const sentence = page.locator('.bridge-panel .sentence')
    await sentence.waitFor()
    t.match(await sentence.textContent(), /^It deals with both: \d+ of .+ and \d+ of /)
    await page.goto(`${service.address}/?view=bridges&a=region:PL9&b=country:DE;kind:company`)
    await page.locator('.shortlist .bridge-open').first().waitFor()
    t.match(await page.getByRole('combobox', { name: 'First side' }).inputValue(), /PL9/)
    t.equal(await page.getByRole('combobox', { name: 'Second side' }).inputValue(), 'Germany; companies')
    await page.goto(`${service.address}/?view=bridges&a=cluster:C6&b=cluster:C6`)
    await page.getByRole('alert').getByText(/hold the same \d+ organisations/).waitFor()
    for (const typed of ['a=foo&b=country:LT', 'a=country:LT&b=cluster:', 'a=foo&b=country:LT&selected=org-000000000000']) {
      await page.goto(`${service.address}/?view=bridges&${typed}`)
      await page.getByRole('alert').getByText(/is no key of a side|names no value/).first().waitFor()
      t.equal(await page.getByRole('combobox', { name: 'First side' }).count(), 1, `${typed} can be mended where it stands`)
    }
    await page.goto(`${service.address}/?view=bridges&between=C6~C5`)
    await page.locator('.link-columns svg').waitFor()
    t.pass('a link of an earlier version opens the same pair')
    await page.close()
  })

  await t.test('no serious fault of accessibility in either theme; a phone shows all of it', async t => {
    const chosen = `${sides}&selected=${await (await open(sides)).evaluate(async () => (await (await fetch('/api/v1/runs/latest/bridges?a=cluster:C6&b=cluster:C5&limit=1')).json() as { items: Array<{ organisation: string }> }).items[0].organisation)}`
    for (const theme of ['light', 'dark']) {
      for (const path of ['/?view=bridges', chosen, `${sides}&as=table`]) {
        const page = await open(`${path}&theme=${theme}`)
        await page.locator(path === chosen ? '.bridge-panel .lengths' : path === '/?view=bridges' ? '.offers button' : '.bridge-stage tbody').first().waitFor()
        const { violations } = await new AxeBuilder({ page }).analyze()
        t.same(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`), [], `${path} ${theme}`)
        await page.close()
      }
    }
    for (const lang of ['en', 'pl']) {
      const page = await open(`${chosen}&lang=${lang}`, 390, 844)
      await page.locator('.bridge-panel .lengths').waitFor()
      t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing scrolls sideways')
      await page.screenshot({ path: `${OUTPUT}/bridges-phone-${lang}.png`, fullPage: true })
      await page.close()
    }
    const page = await open(`${sides}&country=DE`, 390, 844)
    await page.getByText('Only this list is narrowed, to: Germany.').waitFor()
    t.ok((await page.locator('.bridge-query').boundingBox())!.height < 220, 'the question leaves room for the list')
    await page.locator('.bridge-open').nth(2).click()
    const panel = page.getByRole('complementary', { name: 'Why a bridge' })
    await panel.locator('.lengths').waitFor()
    t.ok(await panel.evaluate(element => element === document.activeElement), 'the reasons have the focus')
    t.ok(Math.abs((await panel.boundingBox())!.y) < 200, 'and are in view')
    await panel.getByRole('button', { name: 'Close' }).click()
    await page.waitForFunction(() => document.activeElement?.classList.contains('bridge-open'))
    await page.close()
  })
}
