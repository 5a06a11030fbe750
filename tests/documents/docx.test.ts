/** The DOCX taken apart: its XML is parsed by Chromium where there is one, its promises looked up in it. */
import { unzipSync } from 'fflate'
import t from 'tap'
import { writeDocument } from '../../services/documents/write-document.ts'
import { launchChromium } from '../support/chromium.ts'
import { NAMES, richDocument, wideTable } from './rich-document.ts'

const { body } = await writeDocument(richDocument(), 'docx')
const files = unzipSync(body)
const part = (name: string): string => Buffer.from(files[name]!).toString('utf8')
const main = part('word/document.xml')

t.test('headings, contents, tables, pictures, language', async t => {
  t.match(main, /<w:pStyle w:val="Title"\/>/)
  t.match(main, /<w:pStyle w:val="Contents1"\/>[^]*?<w:hyperlink [^>]*w:anchor="key-facts"[^]*?>Key facts<\/w:t><w:tab\/>[^]*?PAGEREF key-facts /, 'contents that are links, with the page of each')
  t.match(main, /<w:pStyle w:val="Contents2"\/>[^]*?PAGEREF bridges-1 /)
  for (const level of [1, 2]) t.match(main, `<w:pStyle w:val="Heading${level}"/>`)
  const tables = main.match(/<w:tbl>/g)!.length
  t.equal(main.match(/<w:tblHeader\/>/g)!.length, tables, 'one head row that is repeated for each table')
  t.match(part('word/styles.xml'), '<w:lang w:val="en"/>')
  for (const name of NAMES.slice(0, 8)) t.match(main, name)
  t.match(main, 'descr="Eight clusters on a ring; the widest line joins C3 and C6."')
  t.match(main, '40 of 500 rows; the others are in the XLSX and CSV files.')
  t.match(part('word/_rels/document.xml.rels'), 'Target="https://example.org/?a=1&amp;b=2"')
  const anchors = [...main.matchAll(/w:anchor="([^"]*)"/g)].map(match => match[1]!)
  for (const anchor of new Set(anchors)) t.match(main, `w:name="${anchor}"`, `a place for ${anchor}`)
  const pictures = Object.keys(files).filter(name => name.startsWith('word/media/'))
  t.ok(pictures.some(name => name.endsWith('.svg')) && pictures.some(name => name.endsWith('.png')))
  for (const name of pictures.filter(name => name.endsWith('.png'))) t.ok(files[name]!.length > 5000, `${name} is a picture`)
})

t.test('a table of many columns is shown in parts whose heads are not broken', async t => {
  const document = richDocument()
  const { body } = await writeDocument({ ...document, cover: false, sections: [{ id: 'wide', title: 'Wide', blocks: [wideTable('one', 30)] }] }, 'docx')
  const xml = Buffer.from(unzipSync(body)['word/document.xml']!).toString('utf8')
  const tables = [...xml.matchAll(/<w:tbl>[^]*?<\/w:tbl>/g)].map(match => match[0])
  t.ok(tables.length > 2)
  for (const table of tables) {
    t.match(table, />Organisation<\/w:t>/)
    t.ok([...table.matchAll(/<w:sz w:val="(\d+)"/g)].every(match => Number(match[1]) >= 14), 'seven points or more')
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(match => Number(match[1]))
    t.ok(widths.every(width => width >= 13 * 4 * 20 + 120), `room for thirteen letters of four points: ${Math.min(...widths)}`)
  }
})

t.test('dates are those of the document, entries have none', async t => {
  t.match(part('docProps/core.xml'), /<dcterms:created[^>]*>2026-11-23T10:20:30Z<[^]*<dcterms:modified[^>]*>2026-11-23T10:20:30Z</)
  t.match(part('docProps/core.xml'), 'Food &amp; bioeconomy across the Baltic Sea')
})

const launched = await launchChromium()
if (!launched.available) {
  t.test('the parts are XML', { skip: launched.reason }, async () => {})
} else {
  t.teardown(() => launched.browser.close())
  t.test('the parts are XML', async t => {
    const page = await launched.browser.newPage()
    for (const name of Object.keys(files).filter(name => /\.(xml|rels|svg)$/.test(name))) {
      const problem = await page.evaluate(xml => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? null, part(name))
      t.equal(problem, null, name)
    }
    const texts = await page.evaluate(xml => [...new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName('w:t')].map(node => node.textContent), main)
    for (const hostile of ['=1+1', '<script>alert(1)</script>', ']]>', 'control □□□□ end', 'half □ pair', ' lead and trail ']) t.ok(texts.includes(hostile), hostile)
  })
}
