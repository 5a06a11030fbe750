/** A group of regions on its way to a joint strategy: the operator, a regional authority and a stakeholder, each in a browser of their own, on a real service with a small data set. */
import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import t from 'tap'
import type { Look } from '../support/open-pages.ts'
import { openPages, OUTPUT } from '../support/open-pages.ts'
import { startService } from '../support/start-service.ts'

/** Two rings of six firms in two regions, joined by two links: two clusters. */
const RING = [0, 1, 2, 3, 4, 5]
const FIRMS = ['key,name,country,region,domains,sectors', ...RING.map(i => `a${i},Amber ${i},PL,PL843,h2020:SC2,10`), ...RING.map(i => `b${i},Birch ${i},LV,LV008,h2020:SC2,16`)].join('\n')
const LINKS = ['kind,source,target', ...['a', 'b'].flatMap(ring => RING.flatMap(i => [1, 2].map(step => `COLLABORATES,${ring}${i},${ring}${(i + step) % 6}`))), 'COLLABORATES,a0,b0', 'COLLABORATES,a1,b1'].join('\n')
const DECLARED = 'region,title,domains,sectors\nPL84,Agri-food,s3:bioeconomy,C10\nPL84,Smart health for all ages,,\nLV008,Timber and the bioeconomy,s3:bioeconomy,16\n'
/** Between two keys, as people type: what was chosen before has closed its list by then. */
const KEY_MS = 40
/** A page that is open elsewhere looks for changes every 20 seconds. */
const LOOK_MS = 40_000
const TITLE = 'Smart specialisation of two regions'

const pages = await openPages(t)
if (pages !== null) {
  const service = await startService({ SEED: 'none' })
  t.teardown(() => service.stop())
  const importCsv = async (format: string, content: string): Promise<void> => {
    const form = new FormData()
    form.set('options', JSON.stringify({ format, source: 'test' }))
    form.set('file', new Blob([content], { type: 'text/csv' }), `${format}.csv`)
    const answer = await fetch(`${service.address}/api/v1/imports`, { method: 'POST', body: form })
    if (!answer.ok) throw new Error(await answer.text())
  }
  await importCsv('organisations-csv', FIRMS)
  await importCsv('links-csv', LINKS)
  const { id: run } = await (await fetch(`${service.address}/api/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ options: { repeats: 2 } }) })).json() as { id: string }
  await (await fetch(`${service.address}/api/v1/runs/${run}/events`)).text()

  const open = (path: string, look?: Look): Promise<Page> => pages.open(service.address + path, look)
  const faults = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
  const button = (where: Page | Locator, name: string | RegExp): Locator => where.getByRole('button', { name, exact: true })
  const stage = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: 'Pages of the method' }).getByRole('link', { name }).click()
  const card = (page: Page, name: string): Locator => page.locator('section.card').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })
  const heading = (page: Page, name: string | RegExp, level: number): Promise<void> => page.getByRole('heading', { level, name }).first().waitFor()

  /** Every line of the checklist, one after the other without waiting for the page. */
  async function closeStage (page: Page): Promise<void> {
    const lines = card(page, 'Checklist').getByRole('checkbox', { checked: false })
    for (let left = await lines.count(); left > 0; left--) {
      await lines.first().click()
      await page.waitForFunction(most => document.querySelectorAll('.checklist input:not(:checked)').length < most, left)
    }
    await button(page, 'Close this page').click()
    await page.getByText('This page is closed.').waitFor()
  }

  async function decide (page: Page, what: string, keep: string | null): Promise<void> {
    await button(page, /Write down a decision|Go on with the decision/).click()
    const form = page.getByRole('form', { name: 'Write down a decision' })
    await form.getByLabel('What is decided').fill(what)
    await form.getByLabel('Why', { exact: true }).fill('Because the evidence says so.')
    if (keep !== null) await form.locator('fieldset.verdict').filter({ hasText: keep }).getByLabel('keep').check()
    const named = await form.getByRole('group', { name: 'Evidence' }).getByRole('checkbox', { checked: true }).count()
    await button(form, 'Save').click()
    if (named === 0) await button(form, 'Save without evidence').click()
    await page.locator('.entry-title').filter({ hasText: what }).waitFor()
  }

  /** The address that somebody is sent. */
  async function invite (page: Page, name: string, fields: Record<string, string>): Promise<string> {
    await button(page, 'Add a participant').click()
    const form = page.getByRole('form', { name: 'Add a participant' })
    await form.getByLabel('Name').fill(name)
    for (const [label, option] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).selectOption({ label: option })
    await button(form, 'Add').click()
    await button(page, `Copy the link of ${name}`).click()
    return await page.getByRole('textbox', { name: `Link of ${name}` }).inputValue()
  }

  const operator = await open('/?view=workspaces')
  let authority: Page
  let stakeholder: Page
  let workspace = ''

  await t.test('a workspace is begun; what was typed survives a refusal', async t => {
    await heading(operator, 'No workspace yet', 2)
    t.strictSame(await faults(operator), [])
    await button(operator, 'Begin a workspace').click()
    await operator.getByLabel('Title').fill(TITLE)
    await operator.getByLabel('Edition of NUTS').selectOption('2016')
    const regions = operator.getByRole('combobox', { name: /Add a region/ })
    for (const words of ['Lithuania', 'Litwa', 'LT', 'Lietuva']) {
      await regions.fill(words)
      await operator.locator('.region-picker [role=option]').first().filter({ hasText: /^Lithuania\s*LT ·/ }).waitFor()
    }
    await regions.press('Enter')
    await regions.fill('LT')
    await operator.locator('.region-picker [role=option]').first().filter({ hasText: /LT0 ·/ }).waitFor()
    await regions.press('Escape')
    await button(operator, 'Remove Lithuania (LT)').click()
    await regions.fill('PL84')
    await operator.getByRole('option', { name: /Podlaskie/ }).first().waitFor()
    await regions.press('Enter')
    await button(operator, 'Begin').click()
    await operator.getByRole('alert').filter({ hasText: 'at least two regions' }).first().waitFor()
    t.equal(await operator.getByLabel('Title').inputValue(), TITLE)
    await operator.reload()
    t.equal(await operator.getByLabel('Title').inputValue(), TITLE, 'a reload loses nothing either')
    await regions.fill('Vidzeme')
    await operator.getByRole('option', { name: /LV008/ }).click()
    t.strictSame(await faults(operator), [])
    await operator.screenshot({ path: `${OUTPUT}/workspace-begin.png`, fullPage: true })
    await button(operator, 'Begin').click()
    await heading(operator, TITLE, 1)
    workspace = new URL(operator.url()).searchParams.get('of') ?? ''
    t.match(workspace, /^wsp-/)
    await operator.locator('.workspace-facts').getByText('Podlaskie · Vidzeme').waitFor()
    await operator.locator('.workspace-facts').getByText('operator of the service').waitFor()
  })

  await t.test('participants come by a link of their own, which leaves the address at once', async t => {
    await heading(operator, 'General component', 2)
    const authorityLink = await invite(operator, 'Marshal’s Office', { Role: 'regional authority', Region: 'Podlaskie' })
    const stakeholderLink = await invite(operator, 'Timber firm', { Role: 'stakeholder', Region: 'Vidzeme', 'Stakeholder group': 'industry' })
    authority = await pages.open(authorityLink)
    await heading(authority, TITLE, 1)
    t.notMatch(authority.url(), /invitation/)
    await authority.locator('.workspace-facts').getByText('Marshal’s Office (regional authority, Podlaskie)').waitFor()
    t.equal(await button(authority, 'Add a participant').count(), 0, 'what the role may not do is not offered')
    t.equal(await authority.getByRole('checkbox', { name: /shared vision/ }).isDisabled(), true)
    await authority.reload()
    await authority.getByText('Marshal’s Office (regional authority').first().waitFor()
    stakeholder = await pages.open(stakeholderLink)
    await heading(stakeholder, '4 Consultation', 2)
    t.equal(await stakeholder.title(), `4 Consultation · ${TITLE} · Joint strategy · Amber Road`)
    await stakeholder.getByText('There is nothing to rate yet').waitFor()
    t.equal(await button(stakeholder, 'Write down a decision').count(), 0)
    t.strictSame(await faults(stakeholder), [])
  })

  await t.test('a link that is altered or missing says what to do', async t => {
    const altered = await open(`/?view=workspaces&of=${workspace}#invitation=abc.def`)
    await altered.getByText('Your invitation link does not work any more').waitFor()
    t.strictSame(await faults(altered), [])
    await altered.context().close()
  })

  await t.test('step 1: declared priorities from a file, a suggestion confirmed, a joint priority made of two, and a decision on evidence', async t => {
    await stage(operator, '1 Common sets')
    await operator.getByLabel('From a CSV file').setInputFiles({ name: 'declared.csv', mimeType: 'text/csv', buffer: Buffer.from(DECLARED) })
    await operator.getByText('Taken over: Podlaskie, Vidzeme.').waitFor()
    await button(operator, 'Confirm: Smart health for all ages').click()
    await operator.locator('.entry').filter({ hasText: 'Smart health for all ages' }).getByText('codes confirmed').waitFor()
    await button(operator, 'Use in a joint priority: Agri-food').click()
    await operator.locator('summary').filter({ hasText: 'Vidzeme' }).click()
    await button(operator, 'Use in a joint priority: Timber and the bioeconomy').click()
    await operator.getByText('made of 2 declared priorities so far').waitFor()
    await button(operator, 'Go on with the joint priority').click()
    const form = operator.getByRole('form', { name: 'Make a joint priority' })
    await form.getByLabel('Title').fill('Circular bioeconomy')
    await form.getByLabel('Technologies').fill('Fermentation\nFibre composites')
    t.match(await form.textContent(), /10 .*16 /s, 'sectors of both came along')
    t.strictSame(await faults(operator), [])
    await operator.screenshot({ path: `${OUTPUT}/workspace-priority-form.png`, fullPage: true })
    await button(form, 'Save').click()
    await heading(operator, 'Circular bioeconomy', 3)
    const exhibit = operator.locator('.exhibit').first()
    await exhibit.waitFor()
    await button(exhibit, /^Use as evidence/).click()
    await operator.getByText('1 piece of evidence picked').waitFor()
    await decide(operator, 'We work on the circular bioeconomy', 'Circular bioeconomy')
    await operator.locator('.priority-cards').getByText('initial', { exact: true }).waitFor()
    for (const [width, dark, lang] of [[1440, true, 'en'], [390, false, 'pl'], [1024, false, 'en']] as const) {
      const page = await open(`/?view=workspaces&of=${workspace}&part=common-sets&lang=${lang}`, { width, dark })
      await page.locator('.exhibit').first().waitFor()
      t.strictSame(await faults(page), [], `${width} ${lang}`)
      t.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `nothing runs out of a page of ${width}`)
      await page.screenshot({ path: `${OUTPUT}/workspace-common-sets-${width}${dark ? '-dark' : ''}.png`, fullPage: true })
      await page.context().close()
    }
  })

  await t.test('two people change one priority: the second sees both and chooses; a service that does not answer loses nothing', async t => {
    await stage(authority, '1 Common sets')
    for (const page of [operator, authority]) await button(page, 'Change: Circular bioeconomy').click()
    await operator.getByLabel('Description').fill('As the operator has it.')
    await button(operator, 'Save').click()
    await operator.getByText('As the operator has it.').waitFor()
    await authority.getByLabel('Description').fill('As the authority has it.')
    await authority.getByLabel('Technologies').fill('Fermentation')
    await button(authority, 'Save').click()
    const conflict = authority.locator('.conflict')
    await conflict.getByText('operator of the service saved another version').waitFor()
    t.match(await conflict.textContent(), /As the authority has it\..*As the operator has it\./)
    t.strictSame(await faults(authority), [])
    await authority.screenshot({ path: `${OUTPUT}/workspace-conflict.png`, fullPage: true })
    await conflict.locator('fieldset').filter({ hasText: 'Description' }).getByText('As the operator has it.').click()
    await button(conflict, 'Put the choice into the form').click()
    t.equal(await authority.getByLabel('Description').inputValue(), 'As the operator has it.')
    t.equal(await authority.getByLabel('Technologies').inputValue(), 'Fermentation', 'what only one of them changed stays')
    await authority.getByLabel('Description').fill('As the operator has it, and the authority too.')
    await authority.route('**/api/v1/workspaces/**', route => route.request().method() === 'PUT' ? route.abort() : route.continue())
    await button(authority, 'Save').click()
    await authority.getByText('nothing was saved. What you typed stays here').waitFor()
    await authority.reload()
    t.equal(await authority.getByLabel('Description').inputValue(), 'As the operator has it, and the authority too.', 'not even by a reload')
    await authority.unroute('**/api/v1/workspaces/**')
    await button(authority, 'Save').click()
    await authority.locator('.priority-cards').getByText('As the operator has it, and the authority too.').waitFor()
  })

  await t.test('a closed page is read alone, until it is re-opened', async t => {
    await closeStage(operator)
    await operator.getByText('This page is closed; re-open it below').waitFor()
    await authority.getByText('whoever coordinates can re-open it').waitFor({ timeout: LOOK_MS })
    for (const page of [operator, authority]) t.equal(await page.locator('.stage-page').getByRole('button', { name: /^(Change|Remove|Confirm|Use |Write down|Make a|Go on|Add a)/ }).count(), 0)
    t.equal(await card(operator, 'Checklist').getByRole('checkbox').first().isDisabled(), true)
    t.equal(await button(operator, 'Re-open').count(), 1)
    t.strictSame(await faults(operator), [])
  })

  await t.test('step 2: the authority decides and notes, the operator closes', async t => {
    await stage(authority, '2 Review and profiles')
    await decide(authority, 'Both regions are strong in it', 'Circular bioeconomy')
    await button(authority, 'Add a note').click()
    await authority.getByLabel('Text').fill('<b>Seen</b> in the region’s own report.')
    await stage(authority, '3 Markets and technology')
    await heading(authority, '3 Markets and technology', 2)
    t.equal(await authority.evaluate(() => document.activeElement?.textContent), '3 Markets and technology')
    await stage(authority, '2 Review and profiles')
    t.match(await authority.getByLabel('Text').inputValue(), /^<b>Seen/, 'a look at another page loses nothing')
    await authority.getByLabel('Source: title').fill('Report of 2025')
    await authority.getByLabel('Website').fill('example.org')
    await button(authority, 'Save').click()
    await authority.getByText('Nothing was saved yet. Correct what is marked above.').waitFor()
    t.equal(await authority.locator('.item-form .field-problem').count(), 1, 'what is wrong is said once, at its field')
    await authority.getByLabel('Website').fill('https://example.org/report')
    t.equal(await authority.getByText('Nothing was saved yet.').count(), 0, 'and no more once it is changed')
    await button(authority, 'Save').click()
    t.match(await authority.locator('.entry').filter({ hasText: 'Report of 2025' }).textContent(), /<b>Seen<\/b> in the region/, 'markup is text')
    t.strictSame(await faults(authority), [])
    await stage(operator, '2 Review and profiles')
    await operator.locator('.entry-title').filter({ hasText: 'Both regions are strong in it' }).waitFor()
    t.equal(await operator.locator('.entry b').count(), 0)
    await operator.screenshot({ path: `${OUTPUT}/workspace-profiling.png`, fullPage: true })
    await closeStage(operator)
  })

  await t.test('step 3 is decided and closed; step 4: a stakeholder rates with the keyboard alone', async t => {
    await stage(operator, '3 Markets and technology')
    await decide(operator, 'The field grows', 'Circular bioeconomy')
    await closeStage(operator)
    await stakeholder.goto(`${service.address}/?view=workspaces&of=${workspace}`)
    await stakeholder.waitForFunction(() => document.activeElement?.textContent === 'Your view')
    await button(stakeholder, 'Rate: Circular bioeconomy').focus()
    await stakeholder.keyboard.press('Enter')
    await stakeholder.locator('.scale').first().waitFor()
    await stakeholder.keyboard.press('Tab')
    for (const step of [4, 2, 5]) {
      // The first of the group has the focus, or none is chosen yet: Space takes it, arrows go on.
      await stakeholder.keyboard.press('Space')
      for (let i = 1; i < step; i++) await stakeholder.keyboard.press('ArrowRight')
      await stakeholder.keyboard.press('Tab')
    }
    await stakeholder.keyboard.type('We could begin with residues.')
    await stakeholder.screenshot({ path: `${OUTPUT}/workspace-rating.png`, fullPage: true })
    t.strictSame(await faults(stakeholder), [])
    await stakeholder.keyboard.press('Tab')
    await stakeholder.keyboard.press('Enter')
    await stakeholder.getByText('You have rated 1 of 1.').waitFor()
    t.match(await stakeholder.locator('.rating').textContent(), /Importance 4 · Readiness 2 · Own commitment 5/)
    await stage(operator, '4 Consultation')
    await operator.getByText(/Answered so far: 1 /).waitFor()
    await decide(operator, 'Stakeholders carry it', 'Circular bioeconomy')
    await card(operator, 'Joint priorities').getByText('final', { exact: true }).waitFor()
  })

  await t.test('from step 4 back to step 2: what was built on it is marked, and is confirmed', async t => {
    await stage(operator, '2 Review and profiles')
    await button(operator, 'Re-open').click()
    await operator.getByText(/is marked as to be reviewed.*3 Markets and technology, 4 Consultation/).waitFor()
    await operator.getByLabel('Reason').fill('Stakeholders named firms that the data lacks.')
    await button(operator, 'Re-open').click()
    await operator.getByText('This page is open.').waitFor()
    const steps = operator.getByRole('navigation', { name: 'Pages of the method' })
    t.match(await steps.getByRole('link', { name: '3 Markets' }).textContent(), /in review.*to be reviewed/)
    t.match(await steps.getByRole('link', { name: '4 Consultation' }).textContent(), /to be reviewed/)
    t.notMatch(await steps.getByRole('link', { name: '5 Inter' }).textContent(), /to be reviewed/, 'nobody has worked on it yet')
    await stage(operator, '4 Consultation')
    await operator.getByText('To be reviewed: 2 Review and profiles was re-opened').waitFor()
    await operator.getByText('Stakeholders named firms that the data lacks.').waitFor()
    await operator.getByText('1 decision is to be reviewed').waitFor()
    await operator.screenshot({ path: `${OUTPUT}/workspace-to-review.png`, fullPage: true })
    t.strictSame(await faults(operator), [])
    for (const name of ['2 Review and profiles', '3 Markets and technology', '4 Consultation']) {
      await stage(operator, name)
      await heading(operator, name, 2)
      const confirm = button(card(operator, 'Decisions'), 'Confirm')
      while (await confirm.count() > 0) {
        await confirm.first().click()
        await operator.waitForFunction(() => document.querySelector('.entry.reviewed') === null)
      }
      await closeStage(operator)
    }
    t.equal(await steps.getByText('to be reviewed').count(), 0)
  })

  await t.test('step 5: weights of the group, and the last state', async t => {
    await stage(operator, '5 Internationalisation')
    await button(operator, 'Change the weights').click()
    await operator.getByLabel('E-I index').fill('3')
    await button(operator, 'Save').click()
    // Of 1 + 1 + 3 + 1; the position in value chains counts nothing until a group wants it to.
    await operator.locator('.weights').getByText('50').waitFor()
    await decide(operator, 'It reaches across the border', 'Circular bioeconomy')
    await card(operator, 'Joint priorities').getByText('assessed', { exact: true }).waitFor()
    await operator.screenshot({ path: `${OUTPUT}/workspace-internationalisation.png`, fullPage: true })
    t.strictSame(await faults(operator), [])
    await closeStage(operator)
  })

  await t.test('the strategy: an objective, an action, an indicator with its baseline, and a joint strategy of firms', async t => {
    await stage(operator, 'Joint strategy')
    await button(operator, 'Add an objective').click()
    await operator.getByLabel('Title').fill('Residues find a buyer')
    await operator.getByRole('checkbox', { name: 'Circular bioeconomy' }).check()
    await button(operator, 'Save').click()
    await heading(operator, 'Residues find a buyer', 3)
    await button(operator, 'Add a joint action to Residues find a buyer').click()
    const action = operator.getByRole('form', { name: 'Add a joint action' })
    await action.getByLabel('Title').fill('A joint test site')
    await action.getByLabel('Lead region').selectOption({ label: 'Vidzeme' })
    await action.getByLabel('Podlaskie').check()
    await button(action, 'Save').click()
    await operator.getByRole('status').filter({ hasText: 'Joint action made: A joint test site' }).waitFor()
    t.equal(await operator.evaluate(() => document.activeElement?.textContent), 'Joint actions', 'the focus stays at the list')
    await button(operator, 'Add an indicator to Residues find a buyer').click()
    const indicator = operator.getByRole('form', { name: 'Add an indicator' })
    await indicator.getByLabel('Title').fill('Links across the border')
    t.equal(await indicator.getByLabel('Target', { exact: true }).inputValue(), '', 'nobody’s target is zero by default')
    await indicator.getByLabel('What is measured').selectOption({ label: 'Share of work across a border' })
    await indicator.getByLabel('Target, in per cent').fill('140')
    await button(indicator, 'Save').click()
    t.equal(await indicator.getByLabel('Target, in per cent').evaluate((input: HTMLInputElement) => input.validity.rangeOverflow), true)
    await indicator.getByLabel('What is measured').selectOption({ label: 'Links across a border' })
    await indicator.getByLabel('To be reached by').fill('2020-01-01')
    await indicator.getByText('This day has passed already.').waitFor()
    await indicator.getByLabel('To be reached by').fill('2099-01-01')
    await indicator.getByLabel('Target', { exact: true }).fill('5')
    await button(indicator, 'Save').click()
    const measured = operator.getByRole('region', { name: 'Measurements of Links across the border' })
    await measured.waitFor()
    t.match(await measured.textContent(), new RegExp(`analysis of .*\\(${run}\\)2`), 'two links were recorded between the regions')
    await button(operator, 'Change: Links across the border').click()
    await operator.getByText('Measured last: 2, on').waitFor()
    await button(operator, 'Cancel').click()
    await button(operator, 'Add an SME joint strategy').click()
    const sme = operator.getByRole('form', { name: 'Add an SME joint strategy' })
    await sme.getByLabel('Title').fill('Boards from straw')
    await sme.getByLabel('Shared need').fill('A binder without formaldehyde')
    for (const [i, name] of ['Amber 3', 'Birch 3'].entries()) {
      await sme.getByRole('combobox', { name: 'Add a member' }).pressSequentially(name, { delay: KEY_MS })
      await sme.getByRole('option', { name }).click()
      await sme.getByLabel('Role').nth(i).fill(i === 0 ? 'raw material' : 'processing')
    }
    await button(sme, 'Add a missing role').click()
    await sme.getByLabel('Role').nth(2).fill('food laboratory')
    await button(sme, 'Save').click()
    await heading(operator, 'Boards from straw', 3)
    await button(operator, 'Look for candidates: food laboratory').click()
    await button(operator, /^Choose (Amber|Birch)/).first().click()
    await button(operator, 'Start an introduction').click()
    await operator.getByRole('link', { name: 'To the introduction' }).waitFor()
    for (const [width, dark] of [[1440, false], [390, true]] as const) {
      const page = await open(`/?view=workspaces&of=${workspace}&part=strategy`, { width, dark })
      await heading(page, 'Boards from straw', 3)
      t.strictSame(await faults(page), [])
      t.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing runs out of the page')
      await page.screenshot({ path: `${OUTPUT}/workspace-strategy-${width}.png`, fullPage: true })
      await page.context().close()
    }
  })

  await t.test('history: an earlier version is read and not changed, two versions are compared', async t => {
    await operator.getByRole('link', { name: 'History' }).click()
    await operator.getByLabel('From version').fill('1')
    await operator.getByRole('button', { name: 'Compare' }).click()
    await heading(operator, 'Joint priority made: Circular bioeconomy', 3)
    t.strictSame(await faults(operator), [])
    await operator.screenshot({ path: `${OUTPUT}/workspace-history.png`, fullPage: true })
    await operator.getByRole('link', { name: 'Read version 1', exact: true }).click()
    await operator.getByText('You read version 1, as it stood then.').waitFor()
    t.equal(await button(operator, 'Write the charter').count(), 0)
    await button(operator, 'Go to the newest version').click()
    await button(operator, 'Write the charter').waitFor()
  })

  await t.test('the policy paper, in two languages; everything as one file, which comes back as a workspace', async t => {
    await operator.getByRole('link', { name: 'Documents' }).click()
    for (const [language, kept] of [['English', 'Circular bioeconomy'], ['German', 'Circular bioeconomy']] as const) {
      await operator.getByLabel('Language of the documents').selectOption({ label: language })
      const [paper] = await Promise.all([operator.waitForEvent('download'), button(operator, 'Policy paper as HTML').click()])
      const text = await readFile(await paper.path(), 'utf8')
      t.match(text, kept)
      t.match(text, 'Both regions are strong in it')
      t.notMatch(text, 'Timber firm', 'nobody is named')
    }
    const [pdf] = await Promise.all([operator.waitForEvent('download'), button(operator, 'Policy paper as PDF').click()])
    t.match((await readFile(await pdf.path())).subarray(0, 5).toString(), '%PDF-')
    const [file] = await Promise.all([operator.waitForEvent('download'), button(operator, 'Save as JSON').click()])
    const content = await readFile(await file.path())
    t.strictSame(await faults(operator), [])
    const page = await open('/?view=workspaces')
    await page.getByLabel('Open a workspace from a file').setInputFiles({ name: 'workspace.json', mimeType: 'application/json', buffer: content })
    await heading(page, TITLE, 1)
    await page.getByText('Opened as a copy').waitFor()
    t.not(new URL(page.url()).searchParams.get('of'), workspace, 'a copy has an id of its own')
    await page.goto(`${service.address}/?view=workspaces`)
    await page.getByRole('list', { name: 'Workspaces' }).waitFor()
    t.equal(await page.getByRole('listitem').filter({ hasText: TITLE }).count(), 2)
    t.strictSame(await faults(page), [])
    await page.screenshot({ path: `${OUTPUT}/workspaces.png` })
    await page.context().close()
  })

  await t.test('a revoked link opens nothing, and says whom to ask', async t => {
    await operator.goto(`${service.address}/?view=workspaces&of=${workspace}`)
    await button(operator, 'Revoke the link of Timber firm').click()
    await button(operator, 'Really revoke: Timber firm').click()
    await operator.getByText('The link of Timber firm does not work any more.').waitFor()
    await stakeholder.reload()
    await stakeholder.getByText('ask the coordinator for a new one').waitFor()
    t.match(await stakeholder.locator('.problem').textContent(), /revoked/)
    await stakeholder.screenshot({ path: `${OUTPUT}/workspace-revoked.png` })
  })
}
