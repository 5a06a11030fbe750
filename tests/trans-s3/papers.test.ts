/** The policy paper and the summary: all that a group did and nothing else, the same bytes again. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import { checkDocument } from '../../services/documents/check-document.ts'
import { blocksOf, figuresOf, tablesOf } from '../../services/documents/document.ts'
import type { Document } from '../../services/documents/document.ts'
import { writeDocument } from '../../services/documents/write-document.ts'
import type { ContentOf } from '../../services/contract/workspace-items.ts'
import { PRIORITY_STATES, STAGES, WORKSPACE_LANGUAGES } from '../../services/contract/workspace.ts'
import { ROWS_IN_ANNEX_MAX } from '../../services/trans-s3/documents/exhibit-blocks.ts'
import { ROWS_FIRST, ROWS_WHOLE_MAX } from '../../services/trans-s3/documents/in-the-text.ts'
import { PARTS_NAMED_MAX } from '../../services/trans-s3/documents/frame.ts'
import { buildPolicyPaper } from '../../services/trans-s3/documents/policy-paper.ts'
import { buildSummary } from '../../services/trans-s3/documents/summary.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import { sectionsOf, textsOf } from '../reports/made-run.ts'
import { emptyState, evidenceMade, HOSTILE, idOf, item, paperInput, PERSON, richState } from './made-workspace.ts'

const rich = (): Document => buildPolicyPaper(paperInput(richState()))
const empty = (): Document => buildPolicyPaper(paperInput(emptyState(), 'en', new Map()))
const section = (document: Document, id: string) => sectionsOf(document.sections).find(section => section.id === id)!
const said = (document: Document, id: string): string => textsOf({ ...document, title: '', subtitle: '', facts: [], footer: '', attribution: [], sections: [section(document, id)] }).join(' | ')
const table = (document: Document, id: string) => tablesOf(document).find(table => table.id === id)!

interface Node { role?: string, alt?: string, children?: Node[] }
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)]
async function pdfOf (document: Document) {
  const { body } = await writeDocument(document, 'pdf')
  const pdf = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise
  const pages = []
  for (let i = 1; i <= pdf.numPages; i++) {
    const page = await pdf.getPage(i)
    pages.push({ text: (await page.getTextContent()).items.map(item => 'str' in item ? item.str : '').join(''), nodes: nodesOf(await page.getStructTree() as Node) })
  }
  return { body, pdf, pages, text: pages.map(({ text }) => text).join('\n') }
}

t.test('the same version in the same language is the same bytes, in every format', async t => {
  for (const format of ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const) {
    for (const build of [buildPolicyPaper, buildSummary]) {
      const [first, second] = [await writeDocument(build(paperInput(richState())), format), await writeDocument(build(paperInput(richState())), format)]
      t.ok(first.body.equals(second.body), `${build.name} ${format}`)
    }
  }
  t.equal(rich().createdAt, richState().changedAt, 'its time is that of the version')
  t.equal(rich().fileName, 'trans-s3-policy-paper-wsp-000000000002-57-en')
})

t.test('both stand in every language, without a gap left open', async t => {
  for (const language of WORKSPACE_LANGUAGES) {
    for (const [state, evidence] of [[richState(), evidenceMade()], [emptyState(), new Map()]] as const) {
      for (const build of [buildPolicyPaper, buildSummary]) {
        const document = build(paperInput(state, language, evidence))
        checkDocument(document)
        t.equal(document.language, language)
        t.strictSame(textsOf(document).filter(text => /\{[a-z]\w*\}|undefined|NaN|\[object/.test(text.replaceAll(HOSTILE, ''))), [], `${language} ${build.name}`)
      }
    }
  }
})

t.test('what people wrote is text, whatever it looks like', async t => {
  const { text } = await pdfOf(rich())
  const bare = (text: string): string => text.replace(/[\s\u200B\u00AD\u2060]+/g, '')
  t.ok(bare(text).split(bare(HOSTILE)).length > 3, 'in the PDF')
  const html = (await writeDocument(rich(), 'html')).body.toString()
  t.notMatch(html, '<script>alert')
  t.match(html, '&lt;script&gt;alert(1)')
  const [first, second] = section(rich(), 'charter-governance').blocks
  t.match([first, second], [{ line: [{ text: 'The regions decide together.' }] }, { line: [{ text: 'Each has one voice.' }] }], 'a blank line begins a paragraph')
  t.match(said(rich(), 'trends-notes'), 'Old page (http://example.org/a)', 'no link to what is not https')
  t.ok(blocksOf(rich()).some(block => block.type === 'paragraph' && block.line.some(({ link }) => link === 'https://example.org/report')))
})

t.test('nobody is named, no comment of a rating is told, no candidate', async t => {
  for (const document of [rich(), buildSummary(paperInput(richState()))]) {
    const json = (await writeDocument(document, 'json')).body.toString()
    for (const secret of [PERSON, 'Only for the group.', 'org-000000000003']) t.notMatch(json, secret)
  }
  t.match(said(rich(), 'consultation-decisions'), 'Decided by: regional authority, Vidzeme, 2 March 2026.')
})

t.test('each step: state, what is to be reviewed, evidence, notes, decisions', async t => {
  const document = rich()
  t.strictSame(sectionsOf(document.sections).filter(({ id }) => id.startsWith('step-')).map(({ id, kicker }) => [id.slice(5), kicker]), [
    ['general', 'State: closed · Points of the checklist done: 5 of 5.'], ['common-sets', 'State: closed · Points of the checklist done: 4 of 4.'], ['profiling', 'State: open · Points of the checklist done: 1 of 4.'], ['trends', 'State: in review · To be reviewed · Points of the checklist done: 4 of 4.'],
    ['consultation', 'State: open · To be reviewed · Points of the checklist done: 0 of 4.'], ['internationalisation', 'State: open · Points of the checklist done: 0 of 3.'], ['strategy', 'State: open · Points of the checklist done: 0 of 4.']
  ])
  t.match(said(document, 'step-trends'), 'To be reviewed, because the step “Review and profiles” was opened again. Reason: The consultation named firms that the profile lacks.')
  t.match(said(document, 'profiling-decisions'), 'this decision is older than the re-opening')
  t.match(said(document, 'profiling-decisions'), 'Kept: a priority that has been removed. Dropped: Space mining.')
  t.notMatch(said(document, 'common-sets-decisions'), 'older than')
  t.match(said(document, 'trends-notes'), 'Source: Market report, 2025-11')
  t.match(said(document, 'step-trends'), 'Nothing has been decided in this step yet.')
  t.equal(section(document, 'trends-decisions'), undefined, 'no heading without a text')
  t.match(said(document, 'step-internationalisation'), 'No evidence has been computed for this step.')
  t.match(said(document, 'disagreements'), 'It asks for a limit on felling.')
  const links = blocksOf(document).flatMap(block => block.type === 'paragraph' ? block.line.flatMap(({ text, link }) => link === undefined ? [] : [`${text} ${link}`]) : [])
  t.ok(links.includes('Regions and priorities #common-sets-common-sets-matrix'), 'evidence of a decision leads to the exhibit')
  t.match(said(document, 'method'), 'What is marked as to be reviewed builds on a step that was opened again.')
})

t.test('each table stands whole once: in the text where it is short, else in the annex, to which its picture or its first rows lead', async t => {
  const document = rich()
  const annex = sectionsOf(document.sections.filter(({ annex }) => annex === true))[0]!.blocks
  const whole = table(document, 'common-sets-common-sets-matrix-table')
  t.equal(whole.rows.length, 40)
  t.ok(annex.includes(whole))
  t.strictSame(figuresOf(document).map(({ table }) => table), [whole.id, 'profiling-profiling-sizes-table'])
  t.match(said(document, 'common-sets-common-sets-matrix'), 'All values stand in a table of the annex. | Only what was entered is compared.')
  t.match(said(document, 'common-sets-common-sets-none'), 'No set is shared yet.')
  t.notMatch(textsOf(document).join(), 'Confirm the mappings first.')
  t.notOk(annex.includes(table(document, 'consultation-consultation-results-table')), 'five rows stand in the text')

  const [first] = evidenceMade().get('profiling')!
  const rows = Array.from({ length: ROWS_IN_ANNEX_MAX + 1 }, () => first!.rows[0]!)
  const longer = buildPolicyPaper(paperInput(richState(), 'en', new Map([['profiling', [{ ...first!, figure: null, rows, rowsShown: 50 }]]])))
  t.equal(table(longer, 'profiling-profiling-sizes-table-first').rows.length, ROWS_FIRST)
  t.match(said(longer, 'profiling-profiling-sizes'), `${ROWS_FIRST} of ${ROWS_IN_ANNEX_MAX + 1} rows. The whole table stands in the annex.`)
  t.match((await pdfOf(longer)).text, `${ROWS_IN_ANNEX_MAX} of ${ROWS_IN_ANNEX_MAX + 1} rows; the others are in the XLSX, CSV and JSON files of this document.`)
  const apart = buildPolicyPaper(paperInput(richState(), 'en', new Map([['profiling', [{ ...first!, key: 'size-classes', title: 'Organisations by size' }]]])))
  t.match(said(apart, 'step-profiling'), 'In the annex: Organisations by size.')
  t.match(table(apart, 'profiling-size-classes-table').note, 'What Sizes shows.')
})

t.test(`a table of ${ROWS_WHOLE_MAX} rows stands whole in the text, of a longer one the first ${ROWS_FIRST}, or as many as the page shows where these are fewer`, async t => {
  const [first] = evidenceMade().get('profiling')!
  const tablesWith = (count: number, more: object = {}) => {
    const rows = Array.from({ length: count }, (_, i) => [{ value: `R${i}`, text: `Row ${i} of it` }, ...first!.rows[0]!.slice(1)])
    const document = buildPolicyPaper(paperInput(richState(), 'en', new Map([['profiling', [{ ...first!, figure: null, rows, ...more }]]])))
    const annex = document.sections.find(({ annex }) => annex === true)!
    return { document, text: tablesOf({ sections: [section(document, 'profiling-profiling-sizes')] }).map(({ rows }) => rows.length), annex: tablesOf({ sections: [annex] }).filter(({ id }) => id.startsWith('profiling-')).map(({ rows }) => rows.length) }
  }
  t.match(tablesWith(ROWS_WHOLE_MAX), { text: [ROWS_WHOLE_MAX], annex: [] })
  t.match(tablesWith(ROWS_WHOLE_MAX + 1), { text: [ROWS_FIRST], annex: [ROWS_WHOLE_MAX + 1] })
  t.match(tablesWith(ROWS_WHOLE_MAX + 1, { rowsShown: ROWS_FIRST - 2 }), { text: [ROWS_FIRST - 2], annex: [ROWS_WHOLE_MAX + 1] })
  const oneOfEach = buildPolicyPaper(paperInput(richState(), 'en', new Map([['profiling', [{ ...first!, key: 'complementarity', figure: null, rows: Array.from({ length: ROWS_WHOLE_MAX + 1 }, (_, i) => [{ value: `R${i}`, text: `R${i}` }, ...first!.rows[0]!.slice(1)]) }]]])))
  t.equal(table(oneOfEach, 'profiling-complementarity-table-first').rows.length, ROWS_WHOLE_MAX, 'one of each, but no more than a whole table has')
  const times = async (document: Document, i: number) => (await pdfOf(document)).text.split(`Row ${i} of it`).length - 1
  t.strictSame([await times(tablesWith(ROWS_WHOLE_MAX).document, 0), await times(tablesWith(ROWS_WHOLE_MAX + 1).document, 0), await times(tablesWith(ROWS_WHOLE_MAX + 1).document, ROWS_WHOLE_MAX)], [1, 2, 1], 'on the pages too')
})

t.test(`the cover names ${PARTS_NAMED_MAX} parts of the group, and counts more`, async t => {
  const [settings, ...items] = emptyState().items
  const subtitle = (regions: string[]): string => buildPolicyPaper(paperInput({ ...emptyState(), items: [{ ...settings!, content: { ...settings!.content, group: { ...(settings!.content as ContentOf<'settings'>).group, regions } } as ContentOf<'settings'> }, ...items] })).subtitle
  const countries = ['DE', 'DK', 'EE', 'FI', 'LT', 'LV', 'PL', 'SE', 'NO', 'AT', 'BE']
  t.match(subtitle(countries.slice(0, PARTS_NAMED_MAX)), /Group: .*Austria/)
  t.match(subtitle(countries.slice(0, PARTS_NAMED_MAX + 1)), `Group: ${PARTS_NAMED_MAX + 1} regions and countries`)
})

t.test('of some exhibits the text has the columns that say the most, and the rows that differ', async t => {
  const cell = (value: string | number) => ({ value, text: String(value) })
  const columns = ['region', 'partner', 'adds'].map(key => ({ key, head: key, kind: 'text' as const }))
  const shown = (key: string, rows: Array<Array<string | number>>, more = columns) => tablesOf(buildPolicyPaper(paperInput(richState(), 'en', new Map([['profiling', [{ ...evidenceMade().get('profiling')![0]!, key, figure: null, columns: more, rows: rows.map(row => row.map(cell)) }]]])))).find(({ id }) => id.endsWith('-first'))!
  t.strictSame(shown('complementarity', [['A', 'B', 1], ['A', 'C', 2], ['B', 'A', 3]]).rows.map(row => row.map(({ value }) => value)), [['A', 'B', 1], ['B', 'A', 3]], 'one of each region')
  t.strictSame(shown('declared-and-revealed', [['A', 'revealed only', 1], ['B', 'matched', 2]]).rows.map(row => row[0]!.value), ['B'], 'what is both declared and revealed')
  t.strictSame(shown('clusters', [['C1', 3, 40]], ['cluster', 'LT', 'verdict'].map(key => ({ key, head: key, kind: 'text' as const }))).columns.map(({ key }) => key), ['cluster', 'verdict'])
})

t.test('rows and columns of which every figure is withheld are left out, and that is said once', async t => {
  const { t: words } = sayIn('en')
  const withheld = { value: null, text: words('cell.withheld') }
  const columns = [{ key: 'region', head: 'Region', kind: 'text' as const }, ...['a', 'b'].map(key => ({ key, head: `Head ${key}`, kind: 'number' as const }))]
  const of = (rows: Array<Array<{ value: string | number | null, text: string }>>) => table(buildPolicyPaper(paperInput(richState(), 'en', new Map([['profiling', [{ ...evidenceMade().get('profiling')![0]!, figure: null, columns, rows }]]]))), 'profiling-profiling-sizes-table')
  const name = (text: string) => ({ value: text, text })
  const one = { value: 1, text: '1' }
  const shown = of([[name('A'), one, withheld], [name('B'), withheld, withheld], [name('C'), withheld, withheld], [name('D'), one, withheld]])
  t.strictSame(shown.rows.map(row => row.map(({ text }) => text)), [['A', '1'], ['D', '1']])
  t.equal(shown.note, '2 rows are left out: all their figures are withheld. Left out, because withheld in every row: Head b.')
  t.strictSame(of([[name('A'), withheld, one], [name('B'), one, withheld]]).rows.length, 2, 'what is told in part stays')
  t.strictSame(of([[name('A'), withheld, withheld]]).rows.length, 1, 'a table of which nothing would be left stays too')
})

t.test('the states of priorities are explained once, early', async t => {
  const texts = textsOf(rich())
  const { t: words } = sayIn('en')
  for (const state of PRIORITY_STATES) t.equal(texts.filter(text => text.includes(words(`state.${state}.means`))).length, 1, state)
  t.strictSame(table(rich(), 'states-table').rows.map(row => row[3]!.value), [0, 1, 0, 1, 0])
  t.equal(sectionsOf(rich().sections)[0]!.id, 'overview')
})

t.test('a caution of several exhibits of a step stands once', async t => {
  const [sizes] = evidenceMade().get('profiling')!
  const exhibits = [{ ...sizes!, cautions: ['Of all.', 'Of one.'] }, { ...sizes!, key: 'profiling.kinds', cautions: ['Of all.'] }]
  const document = buildPolicyPaper(paperInput(richState(), 'en', new Map([['profiling', exhibits]])))
  const cautionsIn = (id: string): string[] => blocksOf({ sections: [section(document, id)] }).flatMap(block => block.type === 'paragraph' && block.tone === 'caution' ? block.line.map(({ text }) => text) : block.type === 'list' ? block.lines.flat().map(({ text }) => text) : [])
  t.strictSame(cautionsIn('profiling-profiling-sizes'), ['Of one.'])
  t.strictSame(cautionsIn('profiling-cautions'), ['Of all.'])
  t.equal(section(rich(), 'profiling-cautions'), undefined, 'no section without one')
})

t.test('priorities with what they combine, the furthest first; columns that none fills are left out', async t => {
  const shown = table(rich(), 'priorities-table')
  t.strictSame(shown.rows.map(row => row.slice(0, 2).map(({ text }) => text.replace(HOSTILE, '').trim())), [['Circular bioeconomy of forest and food', 'final; To be reviewed'], ['Smart health', 'verified'], ['Space mining', 'dropped']])
  t.strictSame(shown.rows[0]!.slice(3).map(({ text }) => text), ['fermentation; membranes', 'Bioeconomy', shown.rows[0]![5]!.text, 'Podlaskie; Vidzeme'])
  t.match(shown.rows[0]![2]!.text, /^10 .+; 16 /)
  const told = blocksOf({ sections: [section(rich(), 'priorities')] }).map(block => block.type === 'paragraph' ? block.line.map(({ text }) => text).join('') : block.type === 'list' ? block.lines.map(line => line.map(({ text }) => text).join('')) : block.type)
  t.match(told[0], /^Circular bioeconomy of forest and food.* \(final; To be reviewed\)$/s)
  t.ok(told.some(each => Array.isArray(each) && each.includes('Themes: Bioeconomy') && each.some(line => /^Sectors: 10 .+; 16 /.test(line)) && each.some(line => /^Declared by: Podlaskie \(.+\); Vidzeme \(/.test(line))), 'each with what it combines')
  t.ok(told.some(each => typeof each === 'string' && /^Dropped: Space mining/.test(each)))
  const state = { ...emptyState(), items: [...emptyState().items, item(40, { type: 'priority', title: 'Bare' })] }
  t.strictSame(table(buildPolicyPaper(paperInput(state)), 'priorities-table').columns.map(({ key }) => key), ['priority', 'state'])
})

t.test('indicators: baseline, target, change, and whether it is more than the uncertainty', async t => {
  const { rows } = table(rich(), `${idOf(90)}-indicators`)
  t.strictSame(rows.map(row => row.slice(1).map(({ text }) => text.replaceAll('\u00a0', ' '))), [
    ['share of work across borders (Bioeconomy)', '41 % (38 %–44 %), 15 January 2026', '50 %', '31 December 2027', '45 % (43 %–48 %), 15 May 2026', '+4 percentage points. The intervals overlap: it may be chance.'],
    ['organisations', '100, 15 January 2026', '120', '31 December 2027', '96, 15 May 2026', '−4. No interval is known: a count of what the sources record.'],
    ['E-I index: work across borders against work within', '−0.40 (−0.45–−0.35), 15 January 2026', '0.10', '31 December 2027', '−0.10 (−0.20–0.00), 15 May 2026', '+0.30. The intervals do not overlap: more than the uncertainty.']
  ])
  t.equal(table(rich(), 'measurements').rows.length, 6)
  const changed = (measurements: unknown[]): string => {
    const state = { ...emptyState(), items: [...emptyState().items, item(90, { type: 'objective', title: 'O', priorities: [idOf(40)] }), item(92, { type: 'indicator', objective: idOf(90), title: 'I', measure: 'clusters', target: 1, date: '2027-12-31', measurements })] }
    return table(buildPolicyPaper(paperInput(state)), `${idOf(90)}-indicators`).rows[0]![6]!.text
  }
  const at = { run: 'run-1', at: '2026-01-01T00:00:00.000Z', lower: null, upper: null }
  t.strictSame([changed([]), changed([{ ...at, value: 3 }]), changed([{ ...at, value: null }, { ...at, value: 3 }]), changed([{ ...at, value: 3 }, { ...at, value: 3 }])],
    ['Not measured yet.', 'Measured once.', 'The measure is not defined in one of the two runs.', '0. No interval is known: a count of what the sources record.'])
})

t.test('a target that the baseline has already is questioned in each language', t => {
  const indicator = (target: number): string[] => WORKSPACE_LANGUAGES.map(language => {
    const state = { ...emptyState(), items: [...emptyState().items, item(90, { type: 'objective', title: 'O', priorities: [idOf(40)] }), item(92, { type: 'indicator', objective: idOf(90), title: 'Openness', measure: 'crossBorderShare', target, date: '2027-12-31', measurements: [{ run: 'run-1', at: '2026-01-01T00:00:00.000Z', value: 0.41, lower: null, upper: null }] })] }
    return JSON.stringify(buildPolicyPaper(paperInput(state, language))).replaceAll('\u00a0', ' ')
  })
  for (const text of indicator(0.4)) t.match(text, /Openness[^"]{1,4} ?[^"]*\(40 ?%\)[^"]*\(41 ?%\)[^"]*\."/)
  for (const text of indicator(0.42)) t.notMatch(text, /Openness[^"]{1,4} ?[^"]*\(42 ?%\)[^"]*\(41 ?%\)/)
  t.end()
})

t.test('strategies of enterprises, and the record of decisions', async t => {
  const document = rich()
  t.strictSame(table(document, `${idOf(100)}-missing`).rows.map(row => row.map(({ text }) => text)), [['certification', 'tests', 'a candidate'], ['machines', '–', 'nobody']])
  t.match(said(document, idOf(100)), 'Packaging that can be composted.')
  t.match(said(document, idOf(95)), 'Serves: a priority that has been removed.')
  t.strictSame(table(document, 'log').rows.map(row => [row[1]!.text, row[3]!.text]), [['Common sets', 'coordinator, Podlaskie'], ['Review and profiles', 'coordinator, Podlaskie'], ['Consultation', 'regional authority, Vidzeme']])
  t.match(said(document, 'group'), 'coordinator: 1 | stakeholder: 1', 'an invitation that has expired does not count')
})

t.test('where nothing was done, that is said', async t => {
  const document = empty()
  const texts = textsOf(document)
  const { t: words } = sayIn('en')
  for (const key of ['text', 'evidence', 'notes', 'decisions', 'disagreements', 'priorities', 'final', 'objectives', 'sme', 'followed', 'consultation', 'log'] as const) t.ok(texts.some(text => text.includes(words(`paper.none.${key}`))), key)
  t.ok(texts.includes('Nobody has been invited yet.'))
  t.notOk(texts.some(text => text.includes('marked as to be reviewed builds')))
  for (const stage of STAGES) t.match(said(document, `step-${stage}`), 'Nothing has been decided in this step yet.', stage)
})

t.test('a consultation that nobody has answered shows no result, whatever its page holds', async t => {
  const document = buildPolicyPaper(paperInput(emptyState()))
  t.match(said(document, 'step-consultation'), 'The consultation has not begun.')
  t.equal(table(document, 'consultation-consultation-results-table'), undefined)
  t.ok(table(rich(), 'consultation-consultation-results-table'))
})

t.test('a demonstration says what it is, in both documents', async t => {
  for (const build of [buildPolicyPaper, buildSummary]) {
    t.ok(textsOf(build(paperInput(emptyState({ demonstration: true })))).some(text => text.startsWith('This workspace was made to show the method')), build.name)
    t.notOk(textsOf(build(paperInput(emptyState()))).some(text => text.startsWith('This workspace was made to show the method')), build.name)
  }
})

t.test('the PDF is tagged, has bookmarks and says what figures show', async t => {
  const { body, pdf, pages } = await pdfOf(rich())
  t.match(body.toString('latin1'), /<pdfuaid:part>1<\/pdfuaid:part>/)
  t.match(await pdf.getMarkInfo(), { Marked: true })
  t.strictSame((await pdf.getOutline()).map(({ title }) => title), ['In brief', 'Part one: how it is done', 'Part two: how this group did it', 'Method and cautions', 'Annex'])
  const nodes = pages.flatMap(({ nodes }) => nodes)
  for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Figure', 'L', 'Link', 'Caption']) t.ok(nodes.some(node => node.role === role), role)
  t.ok(nodes.some(({ role, alt }) => role === 'Figure' && alt === 'Hamburg is the largest.'))
})
