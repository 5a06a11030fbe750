/** A broker's way, with the keyboard alone: describe a need, find partners, look at one, in a real Chromium against a real service with planted value chains. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import t from 'tap'
import { RunRequest } from '../../services/contract/run.ts'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { buildService, SMALL_CHAINS } from '../support/build-service.ts'
import { openPages, OUTPUT } from '../support/open-pages.ts'

const pages = await openPages(t)
if (pages !== null) {
  const { app, store, runs, call } = await buildService(t)
  const chains = generateValueChains(SMALL_CHAINS)
  await loadValueChains(store, chains)
  const { body: newcomer } = await call('POST', '/api/v1/organisations', { name: 'Nowa', kind: 'company', country: 'PL' })
  await runs.wait((await runs.start(RunRequest.parse({}))).id)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const open = (path: string, width?: number, height?: number): Promise<Page> => pages.open(`${address}${path}`, { width, height })
  const violations = async (page: Page): Promise<string[]> =>
    (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(', ')}`)
  /** Tab until this has the focus. */
  const tabTo = async (page: Page, selector: string, key = 'Tab'): Promise<void> => {
    for (let i = 0; i < 120; i++) {
      if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
      await page.keyboard.press(key)
    }
    throw new Error(`${selector} cannot be reached with ${key}`)
  }
  const [firm] = chains.organisations

  await t.test('a need is described, refused beside its field, and kept', async t => {
    const page = await open(`/?view=organisation&of=${firm.id}`)
    await page.locator('#needs').waitFor()
    await page.locator('#needs', { hasText: 'Nothing is recorded yet' }).waitFor()
    await tabTo(page, '#needs .actions > button')
    await page.keyboard.press('Enter')
    await page.locator('.need-editor').waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'need-type')
    await tabTo(page, '.need-editor button[type=submit]')
    await page.keyboard.press('Enter')
    await page.locator('.need-editor [aria-invalid=true]').first().waitFor()
    // The first field at fault has the focus.
    await page.waitForFunction(() => document.activeElement?.id === 'need-title')
    t.match(await page.locator('#need-title-hint').textContent(), /must not be empty/)
    t.match(await page.locator('#need-domains-hint').textContent(), /name at least one field/)
    t.strictSame(await violations(page), [])
    await page.keyboard.type('Barrier coating')
    await tabTo(page, '#need-description')
    await page.keyboard.type('Line one')
    await page.keyboard.press('Backspace')
    t.equal(await page.locator('.need-editor').count(), 1, 'Backspace in a text leaves the page where it is')
    await tabTo(page, '#need-domains')
    await page.keyboard.type('Bio')
    await page.locator('.need-editor .chosen-word').first().waitFor()
    await tabTo(page, '.need-editor button[type=submit]')
    await page.keyboard.press('Enter')
    await page.locator('.needs h3').waitFor()
    t.equal(await page.locator('.needs h3').textContent(), 'Barrier coating')
    t.match(await page.locator('#needs').textContent(), /Saved\./)
    t.match((await call('GET', `/api/v1/organisations/${firm.id}/profiles`)).body.items, [{ title: 'Barrier coating', description: 'Line on', domains: ['s3:bioeconomy'], confidentiality: 'brokers' }])
    await page.close()
  })

  await t.test('from the need to a candidate, its route and what a link would change', async t => {
    const page = await open('/?view=partners')
    await page.getByRole('heading', { name: 'Choose an organisation to begin' }).waitFor()
    t.strictSame(await violations(page), [])
    await tabTo(page, '#partner-whom')
    await page.keyboard.type(firm.name)
    await page.locator('#partner-whom-list [role=option]').first().filter({ hasText: firm.name }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: `Partners for ${firm.name}` }).waitFor()
    await page.locator('.match').first().waitFor()
    t.match(page.url(), `of=${firm.id}`, 'the address follows')
    await page.waitForURL(/need=prf-/)
    await page.locator('#partner-need:not([disabled])').waitFor()
    t.match(await page.locator('#partner-need').inputValue(), /^prf-/, 'its one need is chosen')
    await page.locator('.match .sentence').filter({ hasText: /wanted fields|same fields|related to/ }).first().waitFor()
    await tabTo(page, '#partner-need')
    await page.keyboard.type('No particular')
    await page.waitForURL(/need=none/)
    await page.locator('.gaps').filter({ hasText: 'Nothing particular is wanted' }).waitFor()
    // Letters typed soon after others would be read as one word with them.
    await page.keyboard.press('ArrowDown')
    await page.waitForURL(/need=prf-/)
    await tabTo(page, '.tick input')
    await tabTo(page, '.match h2 button')
    await page.keyboard.press('Enter')
    await page.locator('.panel.candidate .what-if').waitFor()
    await page.locator('#route-title').waitFor()
    t.match(page.url(), 'selected=org-')
    const chain = page.locator('.chain').first()
    await chain.waitFor()
    const steps = await page.locator('.chain-figure').first().locator('tbody tr').count()
    t.equal(await chain.locator('li').count(), steps + 1, 'the table has a row for each link of the picture')
    t.match(await page.locator('.what-if tbody tr').first().textContent(), /^Steps between them\D*[2-9]1$/)
    t.strictSame(await violations(page), [])
    await page.screenshot({ path: `${OUTPUT}/partners.png` })
    await page.evaluate(() => { document.documentElement.dataset.theme = 'dark' })
    t.strictSame(await violations(page), [], 'in the dark too')
    await tabTo(page, '.panel-close')
    await page.keyboard.press('Enter')
    await page.locator('.panel.candidate').waitFor({ state: 'detached' })
    const shared = await open(new URL(page.url()).search)
    await shared.locator('.match').first().waitFor()
    t.strictSame(await shared.locator('.match h2').allTextContents(), await page.locator('.match h2').allTextContents(), 'a shared address shows the same list')
    await shared.close()
    await page.close()
  })

  await t.test('of several needs none is chosen, and the page says so', async t => {
    const { body: other } = await call('POST', `/api/v1/organisations/${firm.id}/profiles`, { type: 'business-request', title: 'Paper pulp', domains: ['s3:bioeconomy'] })
    const page = await open(`/?view=partners&of=${firm.id}`)
    const unchosen = page.locator('.needs-unchosen')
    await unchosen.waitFor()
    t.match(await unchosen.textContent(), /2 needs are recorded, and none of them is chosen/)
    t.notMatch(page.url(), /need=/)
    t.strictSame(await violations(page), [])
    await unchosen.getByRole('button', { name: 'Paper pulp' }).click()
    await page.waitForURL(new RegExp(`need=${other.id}`))
    await unchosen.waitFor({ state: 'detached' })
    await call('DELETE', `/api/v1/organisations/${firm.id}/profiles/${other.id}?basedOn=1`)
    await page.close()
  })

  await t.test('in Polish on a phone, without scrolling sideways', async t => {
    const page = await open(`/?view=partners&of=${firm.id}&lang=pl`, 390, 844)
    await page.locator('.match').first().waitFor()
    t.match(await page.locator('h1').textContent(), `Partnerzy: ${firm.name}`)
    t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    t.strictSame(await violations(page), [])
    await page.screenshot({ path: `${OUTPUT}/partners-phone.png` })
    await page.close()
  })

  await t.test('an organisation without fields or links says what is missing', async t => {
    const page = await open(`/?view=partners&of=${newcomer.id}`)
    await page.locator('.gaps').waitFor()
    t.match(await page.locator('.gaps').textContent(), /no field or sector/)
    t.match(await page.locator('.gaps').textContent(), /no recorded link/)
    await page.getByRole('heading', { name: 'No candidate passes' }).waitFor()
    await page.close()
  })

  await t.test('a need is withdrawn, after a question', async t => {
    const page = await open(`/?view=organisation&of=${firm.id}`)
    await page.locator('.needs h3').waitFor()
    await tabTo(page, '.needs .actions button:last-child')
    await page.keyboard.press('Enter')
    await page.locator('.sure').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.needs h3').waitFor({ state: 'detached' })
    t.match(await page.locator('#needs').textContent(), /Withdrawn\./)
    t.strictSame((await call('GET', `/api/v1/organisations/${firm.id}/profiles`)).body.items, [])
    await page.close()
  })
}
