/** What XLSX, CSV and JSON hold, read back. */
import { unzipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { tablesOf } from '../../services/documents/document.ts'
import type { Document } from '../../services/documents/document.ts'
import { writeDocument } from '../../services/documents/write-document.ts'
import { HOSTILE, richDocument } from './rich-document.ts'

const document = richDocument()
const unzipped = async (format: 'xlsx' | 'csv', of: Document = document): Promise<Map<string, string>> => {
  const { body } = await writeDocument(of, format)
  return new Map(Object.entries(unzipSync(body)).map(([name, bytes]) => [name, new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)]))
}
/** What XML cannot hold, marked. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const marked = (text: string): string => text.replace(/\p{Surrogate}/gu, '□').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '□')
const plain = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replace(/&#(x?[\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number(code.startsWith('x') ? `0${code}` : code))).replaceAll('&amp;', '&')
interface Sheet { cells: Map<string, { type: string | undefined, value: string }>, xml: string }

/** Sheets by name, read from the parts of the package. */
async function sheetsOf (of: Document = document): Promise<Map<string, Sheet>> {
  const files = await unzipped('xlsx', of)
  const strings = [...files.get('xl/sharedStrings.xml')!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner]) => plain([...inner!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(match => match[1]).join('')))
  const names = [...files.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(match => plain(match[1]!))
  return new Map(names.map((name, i): [string, Sheet] => {
    const xml = files.get(`xl/worksheets/sheet${i + 1}.xml`)!
    const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)>(?:<v>(.*?)<\/v>)?/gs)].filter(match => match[3] !== undefined).map(([, at, attributes, value]): [string, { type: string | undefined, value: string }] => {
      const type = /\bt="(\w+)"/.exec(attributes!)?.[1]
      return [at!, { type, value: type === 's' ? strings[Number(value)]! : value! }]
    })
    return [name, { cells: new Map(cells), xml }]
  }))
}

t.test('XLSX: a sheet for each table after one that says what they are', async t => {
  const sheets = await sheetsOf()
  t.strictSame([...sheets.keys()], ['About', ...tablesOf(document).map(({ id }) => id)])
  const about = [...sheets.get('About')!.cells.values()].map(({ value }) => value)
  for (const said of [document.title, 'Nobody in particular, CC0 1.0', 'All clusters of 20 or more organisations, largest first. Across a border: share of the work between countries.']) t.ok(about.includes(said), said)
  t.ok(about.some(value => value.startsWith('Missing is not absent. Computed on recorded links only')), 'cautions')
  const everybody = sheets.get('everybody')!
  t.equal([...everybody.cells.keys()].filter(at => at.startsWith('A')).length, 501, 'all rows, not those of the page alone')
  t.match(everybody.xml, /<pane [^>]*ySplit="1"[^>]*state="frozen"/)
})

t.test('XLSX: numbers are numbers, shares per cent, text is text and no cell a formula', async t => {
  const files = await unzipped('xlsx')
  t.notOk([...files].some(([name, xml]) => name.startsWith('xl/worksheets/') && /<f[ >/]/.test(xml)), 'no formula')
  const sheets = await sheetsOf()
  const clusters = sheets.get('clusters')!
  t.strictSame(clusters.cells.get('C2'), { type: undefined, value: '1155' })
  t.equal(clusters.cells.get('E2')!.value, '0.4')
  t.notOk(clusters.cells.has('E9'), 'what was withheld is an empty cell')
  t.match(files.get('xl/styles.xml'), 'formatCode="0.0%"')
  t.match(files.get('xl/styles.xml'), 'formatCode="#,##0"')
  const hostile = sheets.get('hostile')!
  for (const [i, text] of HOSTILE.entries()) t.strictSame(hostile.cells.get(`B${i + 2}`), { type: 's', value: marked(text).replaceAll('_x0041_', '_x005F_x0041_') }, JSON.stringify(text.slice(0, 30)))
  t.strictSame(hostile.cells.get('C1'), { type: 's', value: '=1+1' }, 'heads too')
})

t.test('XLSX: names of sheets are legal and each stands once', async t => {
  const [first] = tablesOf(document)
  const of = (ids: string[], about: string): Document => ({ ...document, words: { ...document.words, about }, sections: [{ id: 'only', title: 'Only', blocks: ids.map(id => ({ ...first!, id, rows: [] })) }] })
  const names = [...(await sheetsOf(of(['history', 'a'.repeat(40), `${'a'.repeat(31)}b`, 'Members', 'members', 'about'], "Co to jest? [*]:/\\'"))).keys()]
  t.equal(names.length, 7)
  t.equal(new Set(names.map(name => name.toLowerCase())).size, 7)
  for (const name of names) t.match(name, /^[^[\]:*?/\\']{1,31}$/)
  t.notOk(names.includes('history'))
  t.strictSame(names.slice(2, 4), ['a'.repeat(31), `${'a'.repeat(29)}-2`])
})

t.test('CSV: one file for each table, all rows, and a file that says what they are', async t => {
  const files = await unzipped('csv')
  t.strictSame([...files.keys()], ['About.csv', ...tablesOf(document).map(({ id }) => `${id}.csv`)])
  for (const [name, text] of files) t.ok(text.startsWith('\uFEFF') && text.endsWith('\r\n'), name)
  for (const { id, columns, rows } of tablesOf(document)) {
    const read: string[][] = parse(files.get(`${id}.csv`)!, { bom: true })
    t.strictSame(read[0], columns.map(({ key }) => key), id)
    t.strictSame(read.slice(1), rows.map(row => row.map(({ value }) => value === null ? '' : typeof value === 'number' ? String(value) : /^[=+\-@\t\r\n＝]/.test(value) ? `'${marked(value)}` : marked(value))), id)
  }
  t.match(files.get('About.csv'), 'Nobody in particular')
})

t.test('CSV: a table called like the file about the tables keeps its name', async t => {
  const [first] = tablesOf(document)
  const files = await unzipped('csv', { ...document, words: { ...document.words, about: 'O danych' }, sections: [{ id: 'only', title: 'Only', blocks: [{ ...first!, id: 'o-danych', rows: [] }] }] })
  t.strictSame([...files.keys()], ['O-danych-0.csv', 'o-danych.csv'])
})

t.test('JSON: the document as it was given, in one order of keys', async t => {
  const { body } = await writeDocument(document, 'json')
  t.strictSame(JSON.parse(body.toString()), JSON.parse(JSON.stringify(document)))
  const backwards = (value: unknown): unknown => Array.isArray(value) ? value.map(backwards) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, backwards(inner)])) : value
  t.ok(body.equals((await writeDocument(backwards(document) as Document, 'json')).body))
})
