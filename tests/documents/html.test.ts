/** The HTML file opened in a real Chromium without a network. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import t from 'tap'
import { HTML_POLICY } from '../../services/documents/html/write-html.ts'
import { writeDocument } from '../../services/documents/write-document.ts'
import { launchChromium } from '../support/chromium.ts'
import { HOSTILE, NAMES, richDocument } from './rich-document.ts'

const launched = await launchChromium()
if (!launched.available) {
  t.comment(launched.reason)
  t.plan(0, launched.reason)
} else {
  const folder = await mkdtemp(join(tmpdir(), 'document-'))
  t.teardown(async () => {
    await launched.browser.close()
    await rm(folder, { recursive: true })
  })
  const { body } = await writeDocument(richDocument(), 'html')
  const file = join(folder, 'report.html')
  await writeFile(file, body)

  const open = async (options: object = {}, path = file) => {
    const context = await launched.browser.newContext({ viewport: { width: 1440, height: 900 }, offline: true, reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    const said: string[] = []
    const asked: string[] = []
    page.on('console', message => said.push(message.text()))
    page.on('pageerror', error => said.push(error.message))
    page.on('request', request => { if (!request.url().startsWith('data:')) asked.push(request.url()) })
    await page.goto(pathToFileURL(path).href)
    return { page, said, asked }
  }

  await t.test('needs nothing but itself, and says nothing on the console', async t => {
    const { page, said, asked } = await open()
    t.strictSame(said, [])
    t.strictSame(asked, [pathToFileURL(file).href])
    t.ok(body.length < 700_000, `${body.length} bytes`)
    t.equal(await page.locator('h1').count(), 1)
    t.equal(await page.locator('html').getAttribute('lang'), 'en')
    t.ok(await page.evaluate(async () => { await document.fonts.ready; return document.fonts.check('16px "Source Serif 4"') && [...document.fonts].filter(({ status }) => status === 'loaded').length >= 3 }), 'its own typefaces')
  })

  await t.test('names and hostile texts are text', async t => {
    const { page } = await open()
    const rows = await page.locator('#hostile tbody tr').evaluateAll(rows => rows.map(row => row.children[1]!.textContent))
    t.equal(rows.length, HOSTILE.length)
    t.strictSame(rows.slice(0, 4), HOSTILE.slice(0, 4))
    t.ok(rows.includes('<script>alert(1)</script>') && rows.includes('</title><img src=x onerror=alert(1)>'))
    t.strictSame(await page.locator('#clusters tbody th').allTextContents(), ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'])
    t.equal(await page.locator('main img, main iframe, main script').count(), 0)
    t.ok((await page.locator('#clusters').textContent())!.includes(NAMES[0]!))
    t.equal(await page.locator('#hostile bdi').count() >= 6, true, 'right to left stays by itself')
  })

  await t.test('nothing that is put in can run or leave', async t => {
    const attacked = join(folder, 'attacked.html')
    await writeFile(attacked, body.toString().replace('<main', '<script>window.attacked = 1</script><img src="x" onerror="window.attacked = 2"><style>h1 { display: none }</style><img src="https://example.org/seen.png"><main'))
    const { page, said } = await open({}, attacked)
    t.equal(await page.evaluate(() => 'attacked' in window), false)
    t.ok(await page.locator('h1').isVisible())
    t.ok(said.length >= 3 && said.every(message => /Content Security Policy/i.test(message)), 'refused by the policy')
    t.match(HTML_POLICY, /default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';.*frame-ancestors 'self'/)
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    await t.test(`no barrier that axe knows: ${colorScheme}`, async t => {
      const { page } = await open({ colorScheme })
      await page.locator('details').evaluateAll(all => all.forEach(details => { (details as HTMLDetailsElement).open = true }))
      const { violations } = await new AxeBuilder({ page: page as never }).analyze()
      t.strictSame(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')}`), [])
    })
  }

  await t.test('fits a phone and a page at twice the size', async t => {
    for (const width of [390, 720]) {
      const { page } = await open({ viewport: { width, height: 800 } })
      t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width} px`)
    }
  })

  await t.test('a picture by the keyboard alone', async t => {
    const { page, said } = await open()
    const box = () => page.locator('#map svg').getAttribute('viewBox')
    t.equal(await box(), '0 0 800 420')
    await page.locator('#map .plate').focus()
    await page.keyboard.press('+')
    const zoomed = (await box())!.split(' ').map(Number)
    t.ok(zoomed[2]! < 800 && zoomed[0]! > 0, 'nearer, the middle stays')
    await page.keyboard.press('ArrowRight')
    t.ok(Number((await box())!.split(' ')[0]) > zoomed[0]!, 'moved')
    await page.keyboard.press('-')
    await page.keyboard.press('0')
    t.equal(await box(), '0 0 800 420')
    await page.getByRole('button', { name: 'Zoom in' }).press('Enter')
    t.not(await box(), '0 0 800 420')
    await page.getByRole('button', { name: 'Whole picture' }).press('Enter')
    t.equal(await box(), '0 0 800 420')
    const node = page.getByRole('list', { name: 'Clusters in the picture' }).getByRole('button', { name: `C2 ${NAMES[1]}` })
    await node.focus()
    t.equal(await page.locator('#map svg.pointing').count(), 1)
    t.equal(await page.locator('#map [data-node="C2"].near').count(), 1)
    const links = await page.locator('#map [data-ends].near').evaluateAll(lines => lines.map(line => line.getAttribute('data-ends')))
    t.ok(links.length > 0 && links.every(ends => ends!.split(' ').includes('C2')), 'its links stay, others fade')
    await page.keyboard.press('Enter')
    t.match(page.url(), /#cluster-2$/)
    t.strictSame(said, [])
  })

  await t.test('a picture by the pointer', async t => {
    const { page } = await open()
    const plate = (await page.locator('#map .plate').boundingBox())!
    await page.locator('#map [data-node="C1"] circle').hover()
    t.equal(await page.locator('#map [data-node="C1"].near').count(), 1)
    await page.mouse.move(plate.x + plate.width / 2, plate.y + plate.height / 2)
    await page.mouse.wheel(0, -100)
    t.equal(await page.locator('#map svg').getAttribute('viewBox'), '0 0 800 420', 'a wheel alone turns the page')
    await page.keyboard.down('Control')
    const now = (await page.locator('#map .plate').boundingBox())!
    await page.mouse.move(now.x + now.width / 2, now.y + now.height / 2)
    await page.mouse.wheel(0, -100)
    await page.keyboard.up('Control')
    await page.waitForFunction(() => document.querySelector('#map svg')!.getAttribute('viewBox') !== '0 0 800 420')
    const before = await page.locator('#map svg').getAttribute('viewBox')
    await page.mouse.down()
    await page.mouse.move(now.x + now.width / 2 + 60, now.y + now.height / 2, { steps: 4 })
    await page.mouse.up()
    t.not(await page.locator('#map svg').getAttribute('viewBox'), before, 'held and moved')
  })

  await t.test('what leads into a closed annex opens it', async t => {
    const { page } = await open()
    t.equal(await page.locator('#hostile').isVisible(), false)
    await page.evaluate(() => { window.location.hash = '#hostile' })
    await page.locator('#hostile').waitFor({ state: 'visible' })
    await page.locator('.skip').focus()
    await page.keyboard.press('Enter')
    t.match(page.url(), /#_main$/)
  })

  await t.test('without its script everything is there but the tools', async t => {
    const { page } = await open({ javaScriptEnabled: false })
    t.equal(await page.locator('.tools').count(), 0)
    t.ok(await page.locator('#map svg').isVisible())
    t.equal(await page.locator('.actions').isVisible(), false)
    t.equal(await page.locator('#map .twin a').getAttribute('href'), '#clusters')
    t.equal(await page.locator('#map svg').getAttribute('role'), 'img')
    t.match(await page.locator('#everybody').textContent(), '40 of 500 rows; the others are in the XLSX and CSV files.')
    t.equal(await page.locator('#everybody tbody tr').count(), 40)
  })

  await t.test('printed it is a paper: A4, light, the annex open', async t => {
    const { page } = await open({ colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    t.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    t.match(pdf, /\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/)
    t.ok(await page.locator('#hostile').isVisible())
  })
}
