import t from 'tap'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { clusterColour } from '../../services/contract/palette.ts'
import { CAUTION } from '../../services/exports/about.ts'
import type { Column } from '../../services/exports/csv.ts'
import { csvStream, csvText } from '../../services/exports/csv.ts'
import { exportList } from '../../services/exports/export-list.ts'
import { exportView } from '../../services/exports/export-view.ts'
import { MEASURES } from '../../services/contract/run.ts'
import { BRIDGE_COLUMNS, clusterColumns, ORGANISATION_COLUMNS, resultColumns } from '../../services/exports/list-tables.ts'
import { listBridges } from '../../services/views/bridges/list-bridges.ts'
import { listResults } from '../../services/views/results.ts'
import { toyRun } from '../support/loaded-run.ts'
import { contextOf, HARD_NAMES, viewsToExport } from './views-to-export.ts'

type Line = Record<string, string>
const read = (text: string): Line[] => parse(text, { columns: true, bom: true })
const headers = (text: string): string[] => parse(text, { bom: true })[0]
/** The apostrophe that keeps a spreadsheet from running a cell. */
const guarded = (text: string) => /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text

for (const { name, view, context } of await viewsToExport()) {
  t.test(`nodes and edges read again are the view's: ${name}`, async t => {
    const nodes = exportView(view, { format: 'csv', table: 'nodes', context })
    const edges = exportView(view, { format: 'csv', table: 'edges', context })
    t.match(nodes.fileName, /^amber-road-[A-Za-z0-9-]+-nodes\.csv$/)
    t.match(edges.fileName, /-edges\.csv$/)
    t.match(nodes.contentType, /^text\/csv; charset=utf-8/)
    t.strictSame(headers(nodes.body).slice(0, 2), ['Id', 'Label'])
    t.strictSame(headers(edges.body).slice(0, 4), ['Source', 'Target', 'Type', 'Weight'])
    t.strictSame(read(edges.body).map(({ Source, Target, Type, Weight }) => [Source, Target, Type, Number(Weight)]),
      view.edges.map(({ source, target, directed, weight }) => [source, target, directed ? 'Directed' : 'Undirected', weight]))
    const lines = read(nodes.body)
    t.strictSame(lines.map(({ Id, x, y, colour }) => [Id, Number(x), Number(y), colour]), view.nodes.map(node => [node.id, node.x, node.y, clusterColour('cluster' in node ? node.cluster : node.id).fill]))
    if (view.level !== 'clusters') {
      t.strictSame(lines.map(({ Label, country, bridgeScore }) => [Label, country, bridgeScore]), view.nodes.map(({ name, country, scores }) => [guarded(name), country, scores.bridgeScore === null ? '' : String(scores.bridgeScore)]))
    }
  })
}

t.test('names that break files come back whole, and no cell is a formula', async t => {
  const { view, context } = (await viewsToExport()).find(({ name }) => name === 'names that break files')!
  const { body } = exportView(view, { format: 'csv', table: 'nodes', context })
  const lines = read(body)
  t.strictSame(lines.map(({ Label }) => Label), HARD_NAMES.map(guarded))
  t.strictSame(lines.map(({ city }) => city), [...HARD_NAMES].reverse().map(guarded))
  const formulas = lines.flatMap(line => Object.values(line)).filter(cell => /^[=+@\t\r\n]/.test(cell) || (cell.startsWith('-') && Number.isNaN(Number(cell))))
  t.strictSame(formulas, [])
  t.ok(lines.some(({ y }) => Number(y) < 0), 'a negative number is left a number')
})

t.test('the file says what it is in the last column of the first row', async t => {
  const [{ view, context }] = await viewsToExport()
  for (const table of ['nodes', 'edges'] as const) {
    const { body } = exportView(view, { format: 'csv', table, context })
    t.equal(headers(body).at(-1), 'about')
    const [first, ...others] = read(body)
    for (const said of [CAUTION, 'run-000000000001', 'seed: 42', 'revision: 7', 'CC BY 4.0', 'filter: none']) t.match(first.about, said)
    t.ok(others.every(({ about }) => about === ''))
  }
  t.equal(exportView(view, { format: 'csv', context }).fileName, 'amber-road-clusters-run-000000000001-nodes.csv', 'the nodes unless asked for the edges')
})

t.test('a byte order mark on demand', async t => {
  const [{ view, context }] = await viewsToExport()
  t.notOk(exportView(view, { format: 'csv', context }).body.startsWith('\uFEFF'))
  const marked = exportView(view, { format: 'csv', byteOrderMark: true, context }).body
  t.ok(marked.startsWith('\uFEFFId,'))
  t.strictSame(read(marked).map(({ Id }) => Id), ['C1', 'C2'])
})

t.test('RFC 4180: any text comes back, the guard aside', async t => {
  const columns: Array<Column<[string, number]>> = [{ header: 'text', value: ([text]) => text }, { header: 'number', value: ([, number]) => number }]
  fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '=', '-', 'a', 'Ł', ' ', '\'', ';') }), fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 5 }), rows => {
    const body = csvText(rows, { columns, about: [] })
    const found = parse(body, { columns: true, record_delimiter: '\r\n' }) as Line[]
    const expected = rows.map(([text, number]) => [guarded(text), number === 0 ? 0 : number])
    if (JSON.stringify(found.map(({ text, number }) => [text, Number(number)])) !== JSON.stringify(expected)) throw new Error(body)
  }), { numRuns: 300, seed: 6 })
  t.equal(csvText([['a', 1]], { columns, about: [{ key: 'k', value: 'v' }] }), 'text,number,about\r\na,1,k: v\r\n')
})

t.test('lists are written as they arrive', async t => {
  const made = toyRun()
  const context = contextOf(made)
  const once = async function * <Row> (rows: Row[]) { for (const row of rows) yield [row] }
  const text = async (body: AsyncIterable<string>) => {
    let whole = ''
    for await (const part of body) whole += part
    return whole
  }

  const organisations = exportList({ list: 'organisations', columns: ORGANISATION_COLUMNS, batches: once([...made.organisations.values()]), context })
  t.equal(organisations.fileName, 'amber-road-organisations-run-000000000001.csv')
  const lines = read(await text(organisations.body))
  t.equal(lines.length, 13)
  t.match(lines.find(({ name }) => name === 'Alfa'), { city: 'Gdańsk', kind: 'university', region: 'PL633', domains: 'h2020:SC2' })
  t.match(lines.find(({ name }) => name === 'PIC 997989351'), { identifiers: 'pic:997989351' })
  t.equal(lines.filter(({ about }) => about !== '').length, 1)

  const page = { offset: 0, limit: 100 }
  const bridges = await listBridges(made.loaded, page, made.lookup)
  t.strictSame(read(await text(exportList({ list: 'bridges', columns: BRIDGE_COLUMNS, batches: once(bridges.items), context }).body)).slice(0, 2).map(({ name, rank, outside, countriesReached }) => [name, rank, outside, countriesReached]),
    [['Beta', '1', 'C2 0.667', 'LT'], ['Alfa', '2', 'C2 0.333', 'LT']])
  const results = await listResults(made.loaded, { ...page, sort: 'strength' }, made.lookup)
  t.match(read(await text(exportList({ list: 'results', columns: resultColumns(MEASURES), batches: once(results.items), context }).body)).at(-1), { name: 'Zeta', cluster: '', bridgeScore: '', bridgeScoreRank: '', degree: '0' })
  t.match(read(await text(exportList({ list: 'clusters', columns: clusterColumns(context.clusterLabel), batches: once(made.loaded.clusters), context }).body)), [{ code: 'C1', name: 'Field C1', organisations: '5', crossBorderShare: '0.5', stability: '' }, { code: 'C2' }])

  const nothing = await text(csvStream(once([]), { columns: BRIDGE_COLUMNS, about: [{ key: 'run', value: 'x' }] }))
  t.strictSame(parse(nothing), [headers(nothing)], 'the header alone')
})
