import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { buildContext } from '../../services/value-chains/context/build-context.ts'
import type { ContextQuestion } from '../../services/value-chains/context/build-context.ts'
import { readTable } from '../../services/value-chains/formats/read-table.ts'
import { measureTable } from '../../services/value-chains/measure-table.ts'
import { seedTable } from '../../services/value-chains/seed-table.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'
import { cells, column, deviation, leather, numbers, systemOf, tableOf } from './example-tables.ts'
import { syntheticTable } from './synthetic-table.ts'

/** The leather table, its sectors under the codes that they would have. */
const coded = (table: InputOutputTable, sectors: string[]): InputOutputTable => ({ ...table, labels: { ...table.labels, sectors } })
const LEATHER = coded(leather(), ['A', 'C13T15', 'C29T30'])

function contextOf (table: InputOutputTable, question: Partial<ContextQuestion>) {
  const system = systemOf(table)
  const { identities, ...context } = buildContext(system, name => measureTable(system, name, {}, UNWATCHED), { members: [], links: [], abroad: [], ...question })
  for (const { says, residual, tolerance } of identities) t.ok(residual < tolerance, says)
  return context
}

t.test('one organisation stands where its industry does, in the numbers of others', async t => {
  for (const [country, sector, code] of [[0, 0, '01.1'], [1, 1, '14'], [2, 2, '29.1']] as const) {
    const { basis, scheme, industries, mean, partners } = contextOf(LEATHER, { members: [{ country, sectors: [code], organisations: 2 }] })
    const i = country * 3 + sector
    t.strictSame([basis, scheme, industries.length, industries[0].country, industries[0].sector, industries[0].organisations], ['industries', 'codes', 1, country, sector, 2])
    t.ok(deviation([industries[0].upstreamness, industries[0].downstreamness], [column('leather.ref_upstream_downstream.csv', 'U_upstreamness')[i], column('leather.ref_upstream_downstream.csv', 'D_downstreamness')[i]]) < 1e-12)
    const backward = column('leather.ref_sector_HIY.csv', 'VS_share')[i]
    t.ok(deviation([industries[0].backward, industries[0].forward], [backward, column('leather.ref_sector_HIY.csv', 'VS1_share')[i]]) < 1e-12)
    t.ok(deviation([industries[0].gvc], [column('leather.bm_source_sector.csv', 'GVC')[i] / column('leather.bm_source_sector.csv', 'GEXP')[i]]) < 1e-9)
    for (const key of ['upstreamness', 'downstreamness', 'backward', 'forward', 'gvc'] as const) t.ok(deviation([mean!.here[key]], [industries[0][key]]) < 1e-15, `the mean of one ${key}`)
    // Foreign value added in exports, by origin, from V B E; own value added abroad, by country of demand, from V B Y.
    const origin = numbers('leather.ref_VBE.csv')
    const exports = origin.reduce((sum, row) => sum + row[i], 0)
    const demand = numbers('leather.ref_FDVA_VBY.csv')
    for (const { country: c, supplied, absorbed } of partners) {
      t.ok(deviation([supplied], [[0, 1, 2].reduce((sum, k) => sum + origin[c * 3 + k][i], 0) / exports]) < 1e-12, 'supplied')
      t.ok(deviation([absorbed], [demand[i][c] / demand[i].reduce((sum, value) => sum + value, 0)]) < 1e-9, 'absorbed')
    }
    t.strictSame(partners.map(({ country: c }) => c).sort(), [0, 1, 2].filter(c => c !== country))
    t.ok(deviation([partners.reduce((sum, { supplied }) => sum + supplied, 0)], [backward]) < 1e-12, 'all partners together are what is from abroad')
  }
})

t.test('means are of organisations, the world by output and exports', async t => {
  const members = [{ country: 0, sectors: ['01'], organisations: 1 }, { country: 2, sectors: ['29', '13'], organisations: 2 }]
  const { mean, industries, partners } = contextOf(LEATHER, { members })
  const U = column('leather.ref_upstream_downstream.csv', 'U_upstreamness')
  const X = column('leather.X.csv', 'output')
  t.ok(deviation([mean!.here.upstreamness], [(U[0] + U[7] + U[8]) / 3]) < 1e-12)
  const world = [0, 1, 2].map(k => [0, 3, 6].reduce((sum, c) => sum + X[c + k] * U[c + k], 0) / [0, 3, 6].reduce((sum, c) => sum + X[c + k], 0))
  t.ok(deviation([mean!.world.upstreamness, industries[0].world.upstreamness], [(world[0] + world[1] + world[2]) / 3, world[0]]) < 1e-12)
  // Shares of exports count by what is exported of a unit of output.
  const E = column('leather.ref_sector_HIY.csv', 'E')
  const sold = [0, 7, 8].map(i => E[i] / X[i])
  const VS1 = column('leather.ref_sector_HIY.csv', 'VS1')
  t.ok(deviation([mean!.here.forward], [[0, 7, 8].reduce((sum, i) => sum + VS1[i] / X[i], 0) / sold.reduce((sum, value) => sum + value, 0)]) < 1e-12)
  const total = (of: number[], k: number): number => [0, 3, 6].reduce((sum, c) => sum + of[c + k], 0)
  t.ok(deviation([mean!.world.forward], [[0, 1, 2].reduce((sum, k) => sum + total(VS1, k) / total(X, k), 0) / [0, 1, 2].reduce((sum, k) => sum + total(E, k) / total(X, k), 0)]) < 1e-12)
  const VS = column('leather.ref_sector_HIY.csv', 'VS_share')
  t.ok(deviation([industries[0].world.backward], [[0, 3, 6].reduce((sum, i) => sum + E[i] * VS[i], 0) / [0, 3, 6].reduce((sum, i) => sum + E[i], 0)]) < 1e-12)
  // Argentina is home to one and abroad to two; Turkey is home to none.
  t.strictSame(partners.map(({ country }) => country).sort(), [0, 1, 2])
  t.ok(deviation([partners.reduce((sum, { supplied }) => sum + supplied, 0)], [[0, 7, 8].reduce((sum, i) => sum + VS[i], 0) / 3]) < 1e-12, 'of what they make')
})

t.test('without sectors: whole economies, and links against all flows', async t => {
  const table = coded(syntheticTable(5, 4, 3), ['A', 'B', 'C', 'DTU'])
  const members = [0, 1, 2, 3].map(country => ({ country, sectors: [], organisations: 10 }))
  const links = [{ a: 0, b: 1, links: 50 }, { a: 2, b: 1, links: 20 }, { a: 2, b: 3, links: 30 }, { a: 0, b: 3, links: 10 }, { a: 3, b: 0, links: 5 }, { a: 0, b: 4, links: 99 }, { a: 1, b: 1, links: 99 }]
  const { basis, industries, mean, pairs } = contextOf(table, { members, links })
  t.strictSame([basis, industries.length], ['countries', 0])
  const system = systemOf(table)
  const { U } = measureTable(system, 'upstreamness', {}, UNWATCHED).tables.sector.columns
  const ofCountry = (c: number): number => [0, 1, 2, 3].reduce((sum, k) => sum + table.output[c * 4 + k] * U[c * 4 + k], 0) / [0, 1, 2, 3].reduce((sum, k) => sum + table.output[c * 4 + k], 0)
  t.ok(deviation([mean!.here.upstreamness], [(ofCountry(0) + ofCountry(1) + ofCountry(2) + ofCountry(3)) / 4]) < 1e-12)
  // Flows by VAX, a measure of its own, both ways.
  const VAX = measureTable(system, 'vax', {}, UNWATCHED).tables.pair.columns.VAX
  const flow = (a: number, b: number): number => VAX[a * 5 + b] + VAX[b * 5 + a]
  const all = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]].reduce((sum, [a, b]) => sum + flow(a, b), 0)
  t.equal(pairs.length, 6)
  for (const { a, b, share, expected, observed } of pairs) {
    t.ok(deviation([share, expected], [flow(a, b) / all, 115 * flow(a, b) / all]) < 1e-12)
    t.equal(observed, links.filter(link => (link.a === a && link.b === b) || (link.a === b && link.b === a)).reduce((sum, link) => sum + link.links, 0))
  }
})

t.test('links of members of one industry are compared with its flows alone', async t => {
  const table = coded(syntheticTable(4, 3, 11), ['A', 'B', 'C'])
  const { pairs } = contextOf(table, { members: [0, 1, 2, 3].map(country => ({ country, sectors: ['05'], organisations: 5 - country })), links: [{ a: 0, b: 1, links: 5 }, { a: 2, b: 3, links: 5 }] })
  const VAX = measureTable(systemOf(table), 'vax', {}, UNWATCHED).tables.sectorPair.columns.VAX
  const flow = (a: number, b: number): number => VAX[(a * 3 + 1) * 4 + b] + VAX[(b * 3 + 1) * 4 + a]
  const all = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]].reduce((sum, [a, b]) => sum + flow(a, b), 0)
  for (const { a, b, share } of pairs) t.ok(deviation([share], [flow(a, b) / all]) < 1e-12)
})

t.test('links of members of one country are compared with its flows to each other country', async t => {
  const table = coded(syntheticTable(5, 3, 11), ['A', 'B', 'C'])
  const { pairs } = contextOf(table, { members: [{ country: 2, sectors: [], organisations: 5 }], links: [{ a: 2, b: 1, links: 50 }, { a: 2, b: 3, links: 5 }], abroad: [0, 1, 3] })
  const VAX = measureTable(systemOf(table), 'vax', {}, UNWATCHED).tables.pair.columns.VAX
  const flow = (b: number): number => VAX[2 * 5 + b] + VAX[b * 5 + 2]
  t.strictSame(pairs.map(({ a, b }) => [a, b].filter(c => c !== 2)).flat().sort(), [0, 1, 3], 'each with country 2, and with one that has no link')
  for (const { a, b, share, givenTotals } of pairs) {
    t.ok(deviation([share], [flow(a === 2 ? b : a) / (flow(0) + flow(1) + flow(3))]) < 1e-12)
    t.equal(givenTotals, null)
  }
})

t.test('nobody placed, no industry read', async t => {
  const empty = contextOf(LEATHER, { members: [{ country: null, sectors: ['01'], organisations: 4 }] })
  t.strictSame([empty.mean, empty.industries, empty.partners, empty.pairs, empty.organisations, empty.inIndustries], [null, [], [], [], 4, 0])
  const named = contextOf(leather(), { members: [{ country: 0, sectors: ['01'], organisations: 4 }] })
  t.match(named, { scheme: 'none', unread: [0, 1, 2], basis: 'countries', missing: [{ code: '01', organisations: 4 }] })
  const closed = contextOf(coded(tableOf(['x', 'y'], ['A', 'B'], [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], [[9, 0], [0, 0], [0, 9], [0, 0]], [10, 0, 10, 0]), ['A', 'B']), { members: [{ country: 0, sectors: ['01', '05'], organisations: 1 }] })
  t.match(closed, { industries: [{ sector: 0, organisations: 1, backward: NaN }], partners: [] }, 'nothing crosses a border, and nothing is made of B')
})

t.test('in the table to start with, against numpy', async t => {
  const { files, options } = seedTable('seeds')
  const { table } = await readTable(files, options, UNWATCHED)
  const at = (code: string): number => table.labels.countries.indexOf(code)
  const { industries, partners, missing } = contextOf(table, { members: [{ country: at('POL'), sectors: ['29.1'], organisations: 3 }, { country: at('DEU'), sectors: ['62.0', '99'], organisations: 1 }, { country: at('LVA'), sectors: ['C'], organisations: 2 }] })
  const rows = new Map(cells('wiod-aggregate.sector.csv').slice(1).map(([country, sector, ...values]) => [`${country} ${sector}`, values.map(Number)]))
  const label = ({ country, sector }: { country: number, sector: number }): string => `${table.labels.countries[country]} ${table.labels.sectors[sector]}`
  t.strictSame(industries.slice(0, 2).map(label), ['POL C29T30', 'DEU J62_63_MTN'])
  t.equal(industries.filter(({ country }) => country === at('LVA')).length, 9, 'all manufacturing of Latvia')
  for (const industry of industries) t.ok(deviation([industry.upstreamness, industry.downstreamness], rows.get(label(industry))!.slice(0, 2)) < 1e-9, label(industry))
  t.strictSame(missing, [{ code: '99', organisations: 1 }])
  t.equal(partners.length, 17)
})
