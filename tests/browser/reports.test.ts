/** A policymaker's way to a report, by keyboard and by mouse, in a real Chromium against a real service on the real seed. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import t from 'tap'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { startService } from '../support/start-service.ts'

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService()
  t.teardown(() => service.stop())
  const complaints: string[] = []
  const open = async (path: string, width = 1440, height = 900): Promise<Page> => {
    const page = await pages.open(service.address + path, { width, height, prepare: page => page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) }) })
    await page.locator('.reports h1').waitFor()
    return page
  }
  const tabTo = async (page: Page, name: RegExp, most = 80): Promise<void> => {
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> }
        return element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText
      })
      if (name.test(focused)) return
    }
    throw new Error(`${String(name)} cannot be reached by Tab`)
  }
  /** Of the page; the report inside the frame is a document with tests of its own. */
  const axe = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).exclude('iframe').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`)

  await t.test('a report by the keyboard alone: countries, a region, the preview, a file', async t => {
    const page = await open('/?view=reports')
    await tabTo(page, /^Which cross-border clusters/)
    await page.keyboard.press('Enter')
    t.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'combobox', 'the question leads to its field')
    await page.keyboard.type('podla')
    await page.locator('[role=option]', { hasText: 'Podlaskie' }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    t.equal(await page.locator('[role=option][aria-selected=true]').count(), 1)
    await page.keyboard.press('Enter')
    await page.locator('.picked button', { hasText: 'Podlaskie' }).waitFor()
    t.match(page.url(), /reportRegions=PL84/, 'the address follows')
    await page.locator('.report-countries input').first().focus()
    await tabTo(page, /^Lithuania/)
    await page.keyboard.press('Space')
    t.match(page.url(), /reportCountries=LT/)
    await page.locator('iframe').waitFor()
    t.match(await page.locator('.report-preview [role=status]').textContent(), /The report is ready: [\d.]+ MB/)
    const frame = page.frameLocator('iframe')
    await frame.locator('h1').waitFor()
    t.match(await frame.locator('h1').textContent(), /Podlaskie/)
    t.notOk(await frame.locator('.actions').first().getAttribute('hidden'), 'the script of the report runs')
    await tabTo(page, /^CSV/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    t.match(download.suggestedFilename(), /\.zip$/)
    t.equal((await readFile(await download.path())).subarray(0, 2).toString(), 'PK')
    t.match(await page.locator('#report-file-csv').textContent(), /^saved, /)
    await page.screenshot({ path: `${OUTPUT}/report-preview.png` })
    t.strictSame(await axe(page), [])
    await page.keyboard.press('Control+z')
    t.notMatch(page.url(), /reportCountries/, 'a choice can be undone')
    await page.close()
  })

  await t.test('without a choice it says what to do, and a refusal says what was wrong', async t => {
    const page = await open('/?view=reports')
    await page.getByRole('heading', { name: 'No report yet' }).waitFor()
    t.strictSame(await axe(page), [])
    await page.goto(`${service.address}/?view=reports&reportRegions=PL48`)
    await page.locator('.problem').waitFor()
    t.match(await page.locator('.problem').textContent(), /PL48/)
    await page.close()
  })

  await t.test('from a cluster to the report on it', async t => {
    const page = await open('/?view=reports')
    await page.goto(`${service.address}/?view=cluster&of=C4`)
    await page.getByRole('link', { name: 'Report on this cluster' }).click()
    await page.locator('#report-cluster').waitFor()
    t.equal(await page.locator('#report-cluster').inputValue(), 'C4')
    await page.locator('iframe').waitFor()
    await page.close()
  })

  await t.test('declared priorities: a wrong file, a right one, edited and removed by the keyboard', async t => {
    const page = await open('/?view=reports&reportPart=priorities')
    const wrong = join(service.folder, 'wrong.csv')
    await writeFile(wrong, 'region,title,sectors\nPL84,Wood,99.99\n')
    await page.locator('input[type=file]').setInputFiles(wrong)
    await page.getByRole('button', { name: 'Check only' }).click()
    await page.locator('td', { hasText: '99.99' }).waitFor()
    await page.locator('input[type=file]').setInputFiles('seeds/declared-priorities/hamburg.csv')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.locator('td', { hasText: 'Maritime industry' }).waitFor()
    await page.locator('#priorities-title').focus()
    await tabTo(page, /^Enter the priorities of a region/)
    await page.keyboard.type('PL84')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Podlaskie (PL84)' }).waitFor()
    t.match(page.url(), /declared=PL84/)
    await tabTo(page, /^Title/)
    await page.keyboard.type('Agrożywność')
    await tabTo(page, /^Sectors/)
    await page.keyboard.type('C10, 99.99')
    await page.keyboard.press('Enter')
    await page.locator('.field-problem').waitFor()
    t.match(await page.locator('.field-problem').textContent(), /99\.99/, 'the error stands at its field')
    t.strictSame(await axe(page), [])
    await page.getByLabel('Sectors', { exact: true }).fill('C10')
    await tabTo(page, /^Save$/)
    await page.keyboard.press('Enter')
    await page.locator('td', { hasText: 'Agrożywność' }).waitFor()
    await tabTo(page, /^Remove the priorities of Podlaskie/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => /Remove those of Podlaskie/.test((document.activeElement as HTMLElement).innerText))
    await page.keyboard.press('Enter')
    await page.locator('td', { hasText: 'Agrożywność' }).waitFor({ state: 'detached' })
    await page.close()
  })

  await t.test('a form has the focus as soon as it stands: no letter typed at once goes astray', async t => {
    const page = await open('/?view=reports&reportPart=priorities')
    await page.locator('.region-picker input').focus()
    await page.keyboard.type('PL84')
    await page.locator('[role=option]').first().waitFor()
    await page.evaluate(() => new MutationObserver((_, observer) => {
      if (document.querySelector('.priorities-editor') === null) return
      observer.disconnect()
      document.body.dataset.firstFocus = document.activeElement?.id
    }).observe(document.body, { childList: true, subtree: true }))
    await page.keyboard.press('Enter')
    await page.locator('.priorities-editor').waitFor()
    t.equal(await page.evaluate(() => document.body.dataset.firstFocus), 'priorities-editor-title')
    await page.close()
  })

  await t.test('narrow, dark and Polish', async t => {
    for (const part of ['', '&reportPart=priorities&declared=PL84']) {
      const page = await open(`/?view=reports&lang=pl&theme=dark${part}`, 390, 844)
      await page.locator('.picked, .report-form, .priorities-editor').first().waitFor()
      t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, 'nothing scrolls sideways')
      t.strictSame(await axe(page), [])
      await page.close()
    }
  })

  t.strictSame(complaints.filter(text => /Content Security Policy|Refused/.test(text)), [], 'no policy was broken on the way')
}
