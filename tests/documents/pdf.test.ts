/** The PDF read back by pdf.js: text, structure, fonts, metadata. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import type { Document } from '../../services/documents/document.ts'
import { writeDocument } from '../../services/documents/write-document.ts'
import { SIZE_LEAST } from '../../services/documents/fit-table.ts'
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
