/** What XLSX, CSV and JSON hold, read back. */
import { unzipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { contentOf, tablesOf } from '../../services/documents/document.ts'
import type { Document } from '../../services/documents/document.ts'
import { ANSWERS_LENGTH_MAX } from '../../services/documents/tables/write-xlsx.ts'
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
  t.strictSame([...sheets.keys()], ['About', ...tablesOf(document).map(({ name }) => name)])
  const about = [...sheets.get('About')!.cells.values()].map(({ value }) => value)
  for (const said of [document.title, 'Nobody in particular, CC0 1.0', 'All clusters of 20 or more organisations, largest first. Across a border: share of the work between countries.']) t.ok(about.includes(said), said)
  t.ok(about.some(value => value.startsWith('Missing is not absent. Computed on recorded links only')), 'cautions')
  t.ok(about.includes('Words in place of values: few.'), 'and what stands where there is no value')
  const everybody = sheets.get('Members of everybody')!
  t.equal([...everybody.cells.keys()].filter(at => at.startsWith('A')).length, 501, 'all rows, not those of the page alone')
  t.match(everybody.xml, /<pane [^>]*ySplit="1"[^>]*state="frozen"/)
})

t.test('XLSX: heads and long texts have room, and can be filtered', async t => {
  const sheets = await sheetsOf()
  const long = 'Ein sehr langer Kopf aus vielen Wörtern, den keine Spalte fasst'
  const wordy = (await sheetsOf({ ...document, sections: [{ id: 'only', title: 'Only', blocks: [{ type: 'table', id: 'wordy', name: 'Wordy', caption: 'Wordy', columns: [{ key: 'a', head: long, kind: 'number' }, { key: 'b', head: 'B', kind: 'text' }], rows: [[{ value: 1, text: '1' }, { value: 'word '.repeat(40), text: '' }], [{ value: 2, text: '2' }, { value: 'short', text: '' }]] }] }] })).get('Wordy')!
  const heights = [...wordy.xml.matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map(match => Number(match[1]))
  t.ok(heights[0]! >= 3 * 13 && heights[0]! <= 4 * 13, `the head on three lines: ${heights[0]}`)
  t.ok(heights[1]! >= 4 * 13, `200 characters of a text: ${heights[1]}`)
  t.equal(heights[2], 13)
  t.match(wordy.xml, '<autoFilter ref="A1:B3"/>')
  t.match(sheets.get('Clusters')!.xml, /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>[^]*<autoFilter ref="A1:G9"\/>[^]*<pageSetup fitToHeight="0"/)
  t.notMatch(sheets.get('About')!.xml, /autoFilter/)
  const about = [...sheets.get('About')!.xml.matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map(match => Number(match[1]))
  t.ok(Math.max(...about) > 13, 'a caution has more than a line')
})

t.test('XLSX: cells of a form are framed, and offer their answers where a program takes them', async t => {
  const formOf = async (answers: readonly string[]) => (await sheetsOf({ ...document, sections: [{ id: 'only', title: 'Only', blocks: [{ type: 'table', id: 'form', name: 'Form', caption: 'Form', columns: [{ key: 'a', head: 'Question', kind: 'text' }, { key: 'b', head: 'Answer', kind: 'text' }], rows: [[{ value: 'How?', text: 'How?' }, { value: null, text: '', answers }], [{ value: 'Why?', text: 'Why?' }, { value: null, text: '', answers }], [{ value: 'Who?', text: 'Who?' }, { value: null, text: '', answers: [] }]] }] }] })).get('Form')!
  const form = await formOf(['well & "good"', '<b>'])
  t.match(form.xml, '</sheetData><dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B2 B3"><formula1>"well &amp; ""good"",&lt;b>"</formula1></dataValidation></dataValidations>')
  t.match(form.xml, /<col min="2" max="2" width="45"/, 'room for writing')
  t.notMatch(form.xml, /autoFilter/, 'nobody filters a form')
  t.strictSame([...form.cells.keys()], ['A1', 'B1', 'A2', 'A3', 'A4'], 'nothing is filled in')
  t.equal([...form.xml.matchAll(/<c r="B[2-4]" s="\d+"/g)].length, 3, 'all three are framed')
  t.match((await formOf(['x'.repeat(ANSWERS_LENGTH_MAX)])).xml, /dataValidations/)
  for (const answers of [['x'.repeat(ANSWERS_LENGTH_MAX + 1)], ['yes, indeed']]) t.notMatch((await formOf(answers)).xml, /dataValidations/, answers[0]!.slice(0, 20))
})

t.test('XLSX: numbers are numbers, shares per cent, text is text and no cell a formula', async t => {
  const files = await unzipped('xlsx')
  t.notOk([...files].some(([name, xml]) => name.startsWith('xl/worksheets/') && /<f[ >/]/.test(xml)), 'no formula')
  const sheets = await sheetsOf()
  const clusters = sheets.get('Clusters')!
  t.strictSame(clusters.cells.get('C2'), { type: undefined, value: '1155' })
  t.equal(clusters.cells.get('E2')!.value, '0.4')
  t.strictSame(clusters.cells.get('E9'), { type: 's', value: 'few' }, 'what was withheld says so')
  t.notOk(clusters.cells.has('G9'), 'what is not there is an empty cell')
  t.match(files.get('xl/styles.xml'), 'formatCode="0.0%"')
  t.match(files.get('xl/styles.xml'), 'formatCode="#,##0"')
  const hostile = sheets.get('Texts as they came')!
  for (const [i, text] of HOSTILE.entries()) t.strictSame(hostile.cells.get(`B${i + 2}`), { type: 's', value: marked(text).replaceAll('_x0041_', '_x005F_x0041_') }, JSON.stringify(text.slice(0, 30)))
  t.strictSame(hostile.cells.get('C1'), { type: 's', value: '=1+1' }, 'heads too')
})

t.test('XLSX: names of sheets are legal and each stands once', async t => {
  const [first] = tablesOf(document)
  const of = (names: string[], about: string): Document => ({ ...document, words: { ...document.words, about }, sections: [{ id: 'only', title: 'Only', blocks: names.map((name, i) => ({ ...first!, id: `t${i}`, name, rows: [] })) }] })
  const names = [...(await sheetsOf(of(['history', 'a'.repeat(40), `${'a'.repeat(31)}b`, 'Members', 'members', 'about', "'?*'", `${'b'.repeat(30)}👩`], "Co to jest? [*]:/\\'"))).keys()]
  t.equal(names.length, 9)
  t.equal(new Set(names.map(name => name.toLowerCase())).size, 9)
  t.strictSame(names.slice(-2), ['table', 'b'.repeat(30)], 'a name of nothing, and no half of a character')
  for (const name of names) t.match(name, /^[^[\]:*?/\\']{1,31}$/)
  t.notOk(names.includes('history'))
  t.strictSame(names.slice(2, 4), ['a'.repeat(31), `${'a'.repeat(29)}-2`])
})

t.test('CSV: one file for each table, all rows, and a file that says what they are', async t => {
  const files = await unzipped('csv')
  t.strictSame([...files.keys()], ['About.csv', 'Clusters.csv', 'Members-of-members-1.csv', 'Members-of-members-2.csv', 'Members-of-members-3.csv', 'Texts-as-they-came.csv', 'Members-of-everybody.csv'])
  for (const [name, text] of files) t.ok(text.startsWith('\uFEFF') && text.endsWith('\r\n'), name)
  for (const { id, name, columns, rows } of tablesOf(document)) {
    const read: string[][] = parse(files.get(`${name.replaceAll(' ', '-')}.csv`)!, { bom: true })
    t.strictSame(read[0], columns.map(({ key }) => key), id)
    t.strictSame(read.slice(1), rows.map(row => row.map(contentOf).map(value => value === null ? '' : typeof value === 'number' ? String(value) : /^[=+\-@\t\r\n＝]/.test(value) ? `'${marked(value)}` : marked(value))), id)
    if (id === 'clusters') t.strictSame(read[8]!.slice(4), ['few', 'Field 7', ''], 'withheld is not missing')
  }
  t.match(files.get('About.csv'), 'Nobody in particular')
})

t.test('CSV: names of files are legal and each stands once', async t => {
  const [first] = tablesOf(document)
  const files = await unzipped('csv', { ...document, words: { ...document.words, about: 'O danych' }, sections: [{ id: 'only', title: 'Only', blocks: ['o danych', 'Żółć: a/b', '../..', 'Żółć: A/B'].map((name, i) => ({ ...first!, id: `t${i}`, name, rows: [] })) }] })
  t.strictSame([...files.keys()], ['O-danych.csv', 'o-danych-2.csv', 'Żółć-a-b.csv', 'table.csv', 'Żółć-A-B-2.csv'])
})

t.test('JSON: the document as it was given, in one order of keys', async t => {
  const { body } = await writeDocument(document, 'json')
  t.strictSame(JSON.parse(body.toString()), JSON.parse(JSON.stringify(document)))
  const backwards = (value: unknown): unknown => Array.isArray(value) ? value.map(backwards) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, backwards(inner)])) : value
  t.ok(body.equals((await writeDocument(backwards(document) as Document, 'json')).body))
})
