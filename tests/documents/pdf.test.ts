/** The PDF read back by pdf.js: text, structure, fonts, metadata. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import type { Block, Document, Section } from '../../services/documents/document.ts'
import { writeDocument } from '../../services/documents/write-document.ts'
import { SIZE_LEAST } from '../../services/documents/fit-table.ts'
import { LEADING_LETTERS_MAX, WHOLE_LETTERS_MAX, WHOLE_ROWS_MAX } from '../../services/documents/pdf/pdf-content.ts'
import { ENGLISH, HOSTILE, members, NAMES, richDocument, wideTable } from './rich-document.ts'

interface Node { role?: string, alt?: string, lang?: string, children?: Node[] }
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)]

async function read (document: Document) {
  const { body } = await writeDocument(document, 'pdf')
  const pdf = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise
  const pages = []
  for (let i = 1; i <= pdf.numPages; i++) {
    const page = await pdf.getPage(i)
    const shown = (await page.getTextContent()).items.filter(item => 'str' in item)
    const items = shown.map(item => item.str + (item.hasEOL ? '\n' : ''))
    pages.push({ text: items.join(''), strings: shown.map(({ str }) => str), sizes: shown.filter(({ str }) => str.trim() !== '').map(({ transform }) => Math.hypot(transform[2], transform[3])), nodes: nodesOf(await page.getStructTree() as Node), links: await page.getAnnotations(), view: page.view })
  }
  return { body, pdf, pages, text: pages.map(({ text }) => text).join('\n') }
}

t.test('one of everything', async t => {
  const { body, pdf, pages, text } = await read(richDocument())
  const metadata = await pdf.getMetadata()
  const latin = body.toString('latin1')
  t.match(latin, /<pdfuaid:part>1<\/pdfuaid:part>/, 'says that it is PDF/UA-1')
  t.match(latin, /\/DisplayDocTitle true/)
  t.match(await pdf.getMarkInfo(), { Marked: true })
  t.match(metadata.info, { Title: 'Food & bioeconomy across the Baltic Sea', Language: 'en', CreationDate: 'D:20261123102030Z' })
  t.ok(pages.every(({ view }) => Math.round(view[2]!) === 595 && Math.round(view[3]!) === 842), 'A4')
  t.strictSame((await pdf.getOutline()).map(({ title }) => title).slice(0, 3), ['Key facts', 'The clusters among their peers', 'Zażółć gęślą jaźń'])

  t.strictSame([...new Set([...latin.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(match => match[1]!.replace('-Identity-H', '')))].sort(),
    ['Inter-Medium', 'Inter-Regular', 'Inter-SemiBold', 'NotoSansSymbols2-Regular', 'SourceSerif4-Regular', 'SourceSerif4-SemiBold'], 'no font of the machine')
  t.notMatch(latin, /\/Subtype \/Type3/)

  t.match(pages[1]!.text, /Contents[^]*Key facts[\s\u2060]*3[^]*The clusters among their peers[\s\u2060]*4/, 'contents with page numbers')
  t.match(pages[3]!.text, /4\s*$/, 'the number of the page at its foot')
  t.notMatch(pages[0]!.text, /Invented data to/, 'a cover has no foot')
  for (const name of NAMES.slice(0, 8)) t.match(pages[3]!.text, name, name)
  t.match(pages[3]!.text, '◐ Field 0, 1.9×')
  const roles = pages.flatMap(({ nodes }) => nodes.map(({ role }) => role))
  for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure', 'L', 'LI', 'TOC', 'TOCI', 'Caption', 'Link', 'P']) t.ok(roles.includes(role), role)
  t.ok(pages[2]!.nodes.some(({ role, alt }) => role === 'Figure' && alt === 'Eight clusters on a ring; the widest line joins C3 and C6.'), 'the picture says what it shows')
  t.ok(pages[3]!.links.some(({ url }) => url === 'https://example.org/field'), 'a link to the web')
  t.ok(pages[3]!.links.some(({ dest, url }) => dest !== undefined && dest !== null && url === undefined), 'a link inside')
  t.match(text, '40 of 500 rows; the others are in the XLSX and CSV files.')
  t.match(text, ENGLISH.missingCharacters!)
})

t.test('no text is markup, none breaks the file, none vanishes', async t => {
  const { text } = await read(richDocument())
  const read1 = text.normalize('NFC').replace(/[\s\u200B\u00AD]+/g, '')
  for (const hostile of HOSTILE) {
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    const expected = hostile.normalize('NFC').replace(/\p{Surrogate}/gu, '□').replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, '□').replace(/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}＝]/gu, '□').replace(/[\s\u200D\u202E]+/g, '')
    t.ok(/[\u200D\u202E]/.test(hostile) || read1.includes(expected), JSON.stringify(hostile.slice(0, 40)))
  }
})

t.test('a long table says its heads on every page and a short document has no cover', async t => {
  const document = richDocument()
  const { pages } = await read({ ...document, cover: false, language: 'pl', sections: [{ id: 'all', title: 'Wszyscy', blocks: [members('everybody', 200)] }] })
  t.ok(pages.length >= 4)
  t.ok(pages.every(({ text }) => /Organisation\s*Country\s*Partners\s*Of runs/.test(text)), 'heads repeated')
  t.match(pages[0]!.text, /Food & bioeconomy[^]*Wszyscy/)
  t.notMatch(pages[0]!.text, 'Contents')
})

t.test('what a table is about stands on the page where it begins', async t => {
  const tables = Array.from({ length: 60 }, (_, i) => members(`t${i}`, 1 + i % 5))
  const { pages } = await read({ ...richDocument(), cover: false, sections: [{ id: 'many', title: 'Many', blocks: tables }] })
  t.ok(pages.length > 5)
  for (const [i, { text }] of pages.entries()) t.ok(text.lastIndexOf('Members of t') < text.lastIndexOf('Of runs'), `page ${i + 1}`)
})

/** Tables of these rows, at every height of a page: which of them stand on more than one. */
async function broken (rows: readonly string[]): Promise<number> {
  const COUNT = 24
  const tables = Array.from({ length: COUNT }, (_, i): Block[] => [
    ...Array.from({ length: i % 6 }, (_, j): Block => ({ type: 'paragraph', tone: 'text', line: [{ text: `Between ${j}.` }] })),
    { type: 'table', id: `t${i}`, name: `T${i}`, caption: `Table of ${i}`, columns: [{ key: 'row', head: 'Row', kind: 'text' }], rows: rows.map((text, j) => [{ value: null, text: `t${i}r${j};`.padEnd(8, '.') + text }]) }
  ])
  const { pages } = await read({ ...richDocument(), cover: false, sections: [{ id: 'tables', title: 'Tables', blocks: tables.flat() }] })
  const pageOf = (i: number, j: number): number => pages.findIndex(({ text }) => text.includes(`t${i}r${j};`))
  return Array.from({ length: COUNT }, (_, i) => new Set(rows.map((_, j) => pageOf(i, j))).size).filter(size => size > 1).length
}

t.test(`a table of ${WHOLE_ROWS_MAX} rows and ${WHOLE_LETTERS_MAX} letters stands on one page, a larger one begins where there is room`, async t => {
  const rows = (count: number, letters: number): string[] => Array.from({ length: count }, (_, j) => 'word '.repeat(400).slice(0, Math.floor((letters + j) / count) - 8))
  t.equal(rows(WHOLE_ROWS_MAX, WHOLE_LETTERS_MAX).reduce((sum, text) => sum + text.length + 8, 0), WHOLE_LETTERS_MAX, 'as many letters as may be')
  t.equal(await broken(rows(WHOLE_ROWS_MAX, 80)), 0)
  t.ok(await broken(rows(WHOLE_ROWS_MAX + 1, 90)) > 0, 'one row more')
  t.equal(await broken(rows(WHOLE_ROWS_MAX, WHOLE_LETTERS_MAX)), 0)
  t.ok(await broken(rows(WHOLE_ROWS_MAX, WHOLE_LETTERS_MAX + 1)) > 0, 'one letter more')
})

/** Sections at every height of a page: in how many the words under the heading stand on another page than what follows them. */
async function alone (section: (i: number) => Section, under: (i: number) => string, follows: (i: number) => string): Promise<number> {
  const COUNT = 90
  const between = (i: number): Block[] => Array.from({ length: i % 11 }, (_, j) => ({ type: 'paragraph', tone: j % 2 === 0 ? 'text' : 'small', line: [{ text: `Between ${j}.` }] }))
  const { pages } = await read({ ...richDocument(), cover: false, sections: [{ id: 'all', title: 'All', blocks: [], sections: Array.from({ length: COUNT }, (_, i) => [{ id: `b${i}`, title: `Other ${i}`, blocks: between(i) }, section(i)]).flat() }] })
  const pageOf = (text: string): number => pages.findIndex(page => page.text.includes(text))
  return Array.from({ length: COUNT }, (_, i) => [pageOf(under(i)), pageOf(follows(i))]).filter(([under, follows]) => under !== follows).length
}

t.test('a heading with a line or two under it is never alone at the foot of a page', async t => {
  const words = (i: number, letters: number): string => `Under ${i};`.padEnd(letters, ' some words')
  const text = (text: string, strong = false): Block => ({ type: 'paragraph', tone: 'text', line: [{ text, strong }] })
  const before = async (letters: number, block: (i: number) => Block): Promise<number> =>
    await alone(i => ({ id: `s${i}`, title: `Section ${i}`, blocks: [text(words(i, letters)), block(i)] }), i => `Under ${i};`, i => `Follows ${i};`)
  const long = (i: number): Block => ({ type: 'table', id: `t${i}`, name: `T${i}`, caption: `Follows ${i};`, columns: [{ key: 'row', head: 'Row', kind: 'text' }], rows: Array.from({ length: WHOLE_ROWS_MAX + 4 }, (_, j) => [{ value: null, text: `Row ${j}` }]) })
  const prose = (i: number): Block => text(`Follows ${i}; ${'and so on '.repeat(60)}`)
  t.equal(await before(60, long), 0, 'a long table')
  t.equal(await before(LEADING_LETTERS_MAX, long), 0, 'after two lines')
  t.equal(await before(LEADING_LETTERS_MAX, prose), 0, 'a text')
  const two = async (letters: number): Promise<number> => await alone(i => ({ id: `s${i}`, title: `Section ${i}`, blocks: [text(words(i, 90)), text(`Then ${i};`.padEnd(letters - 90, ' some words')), long(i)] }), i => `Then ${i};`, i => `Follows ${i};`)
  t.equal(await two(LEADING_LETTERS_MAX), 0, 'in two paragraphs')
  t.ok(await two(LEADING_LETTERS_MAX + 1) > 0, 'and more than two lines in these')
  t.ok(await before(LEADING_LETTERS_MAX + 1, long) > 0, 'more than two lines are enough')
  t.equal(await alone(i => ({ id: `s${i}`, title: `Section ${i}`, blocks: [{ ...text(words(i, 60)), tone: 'small' } as Block], sections: [{ id: `i${i}`, title: `Follows ${i};`, blocks: [prose(1000 + i)] }] }), i => `Under ${i};`, i => `Follows ${i};`), 0, 'a section within')
  t.equal(await alone(i => ({ id: `s${i}`, title: `Section ${i}`, blocks: [prose(1000 + i), text(`Under ${i};`, true), prose(i)] }), i => `Under ${i};`, i => `Follows ${i};`), 0, 'a title in bold type')
})

t.test(`a table of any number of columns is set in ${SIZE_LEAST} points or more, and no head of it is broken`, async t => {
  const document = richDocument()
  const { pages } = await read({ ...document, cover: false, sections: [{ id: 'wide', title: 'Wide', blocks: [wideTable('one', 60)] }] })
  const sizes = pages.flatMap(({ sizes }) => sizes)
  t.ok(sizes.length > 240 && sizes.every(size => size > SIZE_LEAST - 0.01), `${Math.min(...sizes)}`)
  const strings = pages.flatMap(({ strings }) => strings)
  for (let i = 0; i < 59; i++) t.equal(strings.filter(text => text === `Województwo${i}`).length, 1, `Województwo${i}`)
  const parts = strings.filter(text => text === 'Organisation').length
  t.ok(parts > 5, `${parts} parts, each with its first column`)
  t.match(strings.join(' '), new RegExp(`Table 1\\.[^]*\\(1/${parts}\\)[^]*\\(${parts}/${parts}\\)`), 'and each says which it is')
  t.equal(strings.filter(text => text === 'Said once.').length, 1)
})

t.test('a word without end stays on the page', async t => {
  const document = richDocument()
  const { text } = await read({ ...document, cover: false, title: 'y'.repeat(200), sections: [{ id: 'long', title: 'x'.repeat(300), kicker: 'z'.repeat(300), blocks: [{ type: 'facts', facts: [{ value: 'v'.repeat(90), text: 'w'.repeat(300) }] }] }] })
  for (const [letter, count] of [['x', 300], ['y', 200], ['z', 300], ['v', 90], ['w', 300]] as const) t.ok(text.split(letter).length > count, letter)
})
