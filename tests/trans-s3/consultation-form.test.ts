/** The form as a workbook: written, filled in as programs do it, read back; and what is refused. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import t from 'tap'
import { FORM_PEOPLE_MAX } from '../../services/contract/workspace.ts'
import { checkDocument } from '../../services/documents/check-document.ts'
import type { Document } from '../../services/documents/document.ts'
import { writeDocument } from '../../services/documents/write-document.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { chooseRegions } from '../../services/trans-s3/choose-regions.ts'
import { consultationForm, FORM_ERRORS_MAX, readConsultationForm } from '../../services/trans-s3/consultation/consultation-form.ts'
import { readWorkbook, WORKBOOK_CELLS_MAX, WORKBOOK_SHEETS_MAX } from '../../services/trans-s3/workbook/read-workbook.ts'
import { readXml, XML_DEPTH_MAX } from '../../services/trans-s3/workbook/read-xml.ts'
import { WORKBOOK_BYTES_MAX, WORKBOOK_PARTS_MAX, WORKBOOK_UNPACKED_MAX } from '../../services/trans-s3/workbook/unpack-workbook.ts'
import { namesIn } from '../../services/trans-s3/exhibits/exhibit.ts'
import { settingsOf } from '../../services/trans-s3/workspace-state.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import { consultationState, itemId } from './consultation-state.ts'
import { person, workbook, xmlOf } from './filled-workbook.ts'
import type { Row } from './filled-workbook.ts'

const HOSTILE = ['=1+1', '<b>&"\'', '_x0041_', ' Bioökonomie – żółć ']
const state = consultationState({ priorities: ['Bioeconomy', ...HOSTILE], people: [] })
const reference = loadReference()
const parts = chooseRegions(settingsOf(state).group, reference)
const documentOf = (people: number, language: 'en' | 'pl' = 'en'): Document => consultationForm(state, parts, { say: sayIn(language), names: namesIn(sayIn(language), reference), people })
const formOf = async (people: number): Promise<Uint8Array> => (await writeDocument(documentOf(people), 'xlsx')).body
const read = (bytes: Uint8Array) => readConsultationForm(bytes, state, parts)

t.test('the form is a document that holds, with a sheet for each person', async t => {
  checkDocument(documentOf(3))
  t.match(JSON.stringify(documentOf(1, 'pl')), 'LT (Litwa)')
  const sheets = readWorkbook(await formOf(3))
  t.strictSame(sheets.map(({ name }) => name), ['How to fill in', 'Person 1', 'Person 2', 'Person 3'])
  const { cells } = sheets[1]
  t.strictSame([cells.get('A2'), cells.get('A3'), cells.get('A4')].map(cell => cell?.kind === 'text' && cell.text), ['helix', 'region', itemId(1)])
  t.match(cells.get('B3'), { text: /LT .*PL84 \(Podlaskie\)/ })
  t.strictSame(HOSTILE.map((_, i) => cells.get(`B${5 + i}`)).map(cell => cell?.kind === 'text' ? cell.text : cell), HOSTILE, 'titles come back as they are')
  t.notOk([...cells.keys()].some(at => /^[C-F]([2-9])$/.test(at)), 'nothing is filled in')
  const about = [...sheets[0].cells.values()].map(cell => cell.kind === 'text' ? cell.text : '')
  t.ok(about.some(text => /no names/.test(text)) && about.some(text => /from 1 \(very low\) to 5/.test(text)))
})

t.test('without priorities there is no form', async t => {
  t.throws(() => consultationForm(consultationState({ priorities: [], people: [] }), parts, { say: sayIn('en'), names: namesIn(sayIn('en'), reference), people: 1 }), { code: 'CONFLICT', message: /no priority to rate yet: add one/ })
})

t.test('cells to fill in offer their answers', async t => {
  const xml = new TextDecoder().decode(unzipSync(await formOf(1))['xl/worksheets/sheet2.xml'])
  const offered = new Map([...xml.matchAll(/sqref="(\w+)[^"]*"><formula1>"([^"]*)"/g)].map(([, first, list]) => [first, list]))
  t.strictSame(offered, new Map([['C2', 'industry,science,administration,society'], ['C3', 'LT,PL84'], ['C4', '1,2,3,4,5']]))
})

t.test('an empty form says so', async t => {
  t.match(read(await formOf(2)), { people: [], errors: [{ path: 'file', message: /not filled in/ }] })
})

t.test('filled into the written form itself, in both ways programs keep texts', async t => {
  const files = unzipSync(await formOf(1))
  const name = 'xl/worksheets/sheet2.xml'
  const fill = (xml: string, cell: string, inner: string): string => xml.includes(`<c r="${cell}"`)
    ? xml.replace(new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`), `<c r="${cell}"${inner}</c>`)
    : xml.replace(new RegExp(`(<row r="${cell.slice(1)}"[^>]*>.*?)(</row>)`), `$1<c r="${cell}"${inner}</c>$2`)
  const shared = new TextDecoder().decode(files['xl/sharedStrings.xml'])
  const count = [...shared.matchAll(/<si>/g)].length
  let xml = new TextDecoder().decode(files[name])
  for (const [cell, inner] of [['C2', ` t="s"><v>${count}</v>`], ['C3', ' t="inlineStr"><is><t>lt</t></is>'], ['C4', '><v>5</v>'], ['D4', ' t="str"><v> 3 </v>'], ['E4', '><v>1.0</v>'], ['F4', ` t="s"><v>${count + 1}</v>`]]) xml = fill(xml, cell, inner)
  const filled = zipSync({ ...files, [name]: strToU8(xml), 'xl/sharedStrings.xml': strToU8(shared.replace('</sst>', '<si><t>Science</t></si><si><r><t>good &amp; </t></r><r><t>cheap</t></r><rPh sb="0" eb="1"><t>not this</t></rPh></si></sst>')) })
  t.strictSame(read(filled), { people: [{ sheet: 'Person 1', helix: 'science', region: 'LT', ratings: [{ priority: itemId(1), importance: 5, readiness: 3, commitment: 1, comment: 'good & cheap' }] }], errors: [], errorsTotal: 0 })
})

t.test('several people, sheets that nobody filled in, other sheets, rows in any order', async t => {
  const rate = (id: number, ...rates: number[]): Row => ({ A: itemId(id), C: rates[0], D: rates[1], E: rates[2] })
  const { people, errors } = read(workbook({ Notes: xmlOf([{ A: 'anything', C: 99 }]), Anna: person([rate(2, 1, 2, 3), rate(1, 3, 3, 3)]), Copy: person([{ A: itemId(1) }]), Jan: person([rate(1, 5, 5, 5)], 'Administration', 'Lithuania') }))
  t.strictSame(errors, [])
  t.strictSame(people.map(({ sheet, helix, region, ratings }) => [sheet, helix, region, ratings.length]), [['Anna', 'industry', 'PL84', 2], ['Jan', 'administration', 'LT', 1]])
})

t.test('everything wrong is named by sheet and cell', async t => {
  const { people, errors } = read(workbook({
    Anna: person([{ A: itemId(1), C: 6, D: 2.5, E: 'high' }, { A: itemId(2), C: 3 }, { A: itemId(60), C: 3, D: 3, E: 3 }, { A: itemId(1), C: 1, D: 1, E: 1 }], 'farmers', 'PL22'),
    Jan: person([{ A: itemId(1), C: { raw: '><f>1+1</f><v>2</v>' }, D: { raw: ' t="e"><v>#REF!</v>' }, E: 3, F: { raw: '><f>A1</f><v>x</v>' } }]),
    Ewa: person([{ A: itemId(1), C: 1, D: 1, E: 1, F: 'x'.repeat(7000) }])
  }))
  t.strictSame(people, [])
  t.strictSame(errors.map(({ path, value }) => [path, value]), [
    ['Anna!A7', itemId(1)], ['Anna!C2', 'farmers'], ['Anna!C3', 'PL22'], ['Anna!C4', '6'], ['Anna!D4', '2.5'], ['Anna!E4', 'high'], ['Anna!D5', undefined], ['Anna!E5', undefined], ['Anna!A6', itemId(60)],
    ['Jan!C4', 'a formula'], ['Jan!D4', 'an error'], ['Jan!F4', 'a formula'], ['Ewa!F4', 'x'.repeat(60)]
  ])
  t.match(errors.map(({ message }) => message).join(' '), /stands in row 4 too.*expected one of industry, science, administration, society.*expected a region of the group: LT, PL84.*whole number from 1 to 5.*no priority that can be rated/s)
})

t.test('errors above the limit are counted', async t => {
  const wrong = Object.fromEntries(Array.from({ length: FORM_ERRORS_MAX / 2 + 1 }, (_, n) => [`P${n}`, person([{ A: itemId(1), C: 9, D: 9, E: 3 }])]))
  const { errors, errorsTotal } = read(workbook(wrong))
  t.strictSame([errors.length, errorsTotal], [FORM_ERRORS_MAX, FORM_ERRORS_MAX + 2])
})

t.test('more people than a form takes', async t => {
  const of = (count: number) => read(workbook(Object.fromEntries(Array.from({ length: count }, (_, n) => [`P${n}`, person([{ A: itemId(1), C: 1, D: 2, E: 3 }])]))))
  t.strictSame(of(FORM_PEOPLE_MAX).errors, [])
  t.match(of(FORM_PEOPLE_MAX + 1).errors, [{ path: 'file', message: new RegExp(`above ${FORM_PEOPLE_MAX}`) }])
})

t.test('what is no form', async t => {
  const saying = (bytes: Uint8Array): string => read(bytes).errors.map(({ path, message }) => `${path}: ${message}`).join()
  const good = { P: person([{ A: itemId(1), C: 1, D: 2, E: 3 }]) }
  t.match(saying(strToU8('helix,region')), /file: .*no XLSX workbook/)
  t.match(saying(Uint8Array.of(0xD0, 0xCF, 0x11, 0xE0, 1, 2)), /password/)
  t.match(saying(zipSync({ 'content.xml': strToU8('<office/>') })), /no workbook/)
  t.match(saying(workbook(good).subarray(0, 300)), /damaged or cut short/)
  t.match(saying(workbook({ P: good.P.replace('</sheetData>', '') })), /damaged: <\/worksheet> closes nothing/)
  t.match(saying(workbook(good, { 'xl/vbaProject.bin': Uint8Array.of(1) })), /macros/)
  t.match(saying(workbook({ P: xmlOf([{ A: 'key' }]) })), /no sheet of this form/)
  t.match(saying(workbook({ P: good.P.replace('<?xml version="1.0"?>', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>') })), /document type/)
  t.match(saying(workbook({ P: good.P.replace('industry', '&b;') })), /stands for nothing/)
  t.match(saying(workbook({ P: good.P.replace('<c r="A2"', '<c r="../A2"') })), /address/)
  t.match(saying(workbook({ P: good.P.replace('<c r="C4" s="1">', '<c r="C4" t="s">') })), /names a text that the file does not have/)
})

t.test('sizes are limited before anything is unpacked', async t => {
  const saying = (bytes: Uint8Array): string => read(bytes).errors.map(({ message }) => message).join()
  t.match(saying(new Uint8Array(WORKBOOK_BYTES_MAX + 1)), new RegExp(`above ${WORKBOOK_BYTES_MAX}`))
  const bomb = workbook({}, { 'xl/sharedStrings.xml': new Uint8Array(WORKBOOK_UNPACKED_MAX + 1) })
  t.ok(bomb.length < WORKBOOK_UNPACKED_MAX / 500, 'it is a bomb')
  t.match(saying(bomb), new RegExp(`unpacks to more than ${WORKBOOK_UNPACKED_MAX}`))
  t.match(saying(workbook({}, Object.fromEntries(Array.from({ length: WORKBOOK_PARTS_MAX }, (_, n): [string, Uint8Array] => [`p${n}`, new Uint8Array(0)])))), new RegExp(`more than ${WORKBOOK_PARTS_MAX};`))
  t.match(saying(workbook(Object.fromEntries(Array.from({ length: WORKBOOK_SHEETS_MAX + 1 }, (_, n) => [`S${n}`, '<worksheet/>'])))), new RegExp(`above ${WORKBOOK_SHEETS_MAX}`))
  const filled = (cells: number): string => `<worksheet>${Array.from({ length: cells }, (_, n) => `<c r="A${n + 1}"><v>1</v></c>`).join('')}</worksheet>`
  t.match(saying(workbook({ S: filled(WORKBOOK_CELLS_MAX) })), /no sheet of this form/)
  t.match(saying(workbook({ S: filled(WORKBOOK_CELLS_MAX - 1), T: filled(2) })), new RegExp(`more than ${WORKBOOK_CELLS_MAX} cells`))
})

t.test('XML as deep as a sheet never is', async t => {
  const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth)
  const ignore = { open: () => {}, close: () => {}, text: () => {} }
  t.doesNotThrow(() => readXml(nested(XML_DEPTH_MAX), ignore))
  t.throws(() => readXml(nested(XML_DEPTH_MAX + 1), ignore), { message: /deep/ })
  const texts: string[] = []
  readXml('<x:a b=\'1 &gt; 0\'>A&#x141;&#322;<!-- <c> --><![CDATA[<&]]></x:a>', { open: (name, attributes) => texts.push(name, attributes.get('b') ?? ''), close: name => texts.push(name), text: text => texts.push(text) })
  t.strictSame(texts, ['a', '1 > 0', 'AŁł', '<&', 'a'])
  for (const wrong of ['<a', '<a></b>', '<a>&nbsp;</a>', 'x<a/>', '<a b="<"/>', '<a/><!-- ', '<a>&</a>']) t.throws(() => readXml(wrong, ignore), { name: 'XmlProblem' }, wrong)
})
