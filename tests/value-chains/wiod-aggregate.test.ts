/** A table of the world that does not balance, against numpy (with-numpy.py), which on the whole table gives what decompr gives. */
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { readTable } from '../../services/value-chains/formats/read-table.ts'
import type { ValueChainResult } from '../../services/value-chains/measure.ts'
import { VALUE_CHAIN_MEASURES } from '../../services/value-chains/registry.ts'
import { seedTable } from '../../services/value-chains/seed-table.ts'
import { overSectors } from '../../services/value-chains/sums.ts'
import { openSystem } from '../../services/value-chains/system.ts'
import { cells, column, numbers } from './example-tables.ts'

const TOLERANCE = 1e-10
const NINE = ['DVA_FIN', 'DVA_INT', 'DVA_INTrex', 'RDV_FIN', 'RDV_INT', 'DDC', 'FVA_FIN', 'FVA_INT', 'FDC']
const { files, options } = seedTable('seeds')
const { table } = await readTable(files, options, UNWATCHED)
const system = openSystem(table, 'residual', UNWATCHED)
const { countries, sectors } = system.labels
const G = countries.length

const compute = (name: string, given: object = {}): ValueChainResult['tables'] => {
  const measure = VALUE_CHAIN_MEASURES.get(name)!
  const { tables, identities } = measure.compute(system, measure.options.parse(given) as never, UNWATCHED)
  for (const { says, residual, at } of identities) t.ok(residual < 1e-11, `${name}: ${says}: ${residual} at ${at}`)
  return tables
}
/** The greatest difference by the expected value itself, or by a billionth of the greatest. */
function worst (found: ArrayLike<number>, expected: readonly number[]): number {
  if (found.length !== expected.length) throw new Error(`${found.length} values, expected ${expected.length}`)
  const scale = Math.max(...expected.map(value => Math.abs(value) || 0)) * 1e-9
  return Math.max(...expected.map((value, i) => Number.isNaN(value) && Number.isNaN(found[i]) ? 0 : Math.abs(found[i] - value) / Math.max(Math.abs(value), scale)))
}
const file = (name: string): string => `wiod-aggregate.${name}.csv`

t.test('KWW: the nine terms, and what decompr calls FDC is FDC and imbalance', async t => {
  const { columns } = compute('kww').country
  t.strictSame(cells(file('kww')).slice(1).map(([country]) => country), countries)
  for (const term of ['E', ...NINE]) t.ok(worst(columns[term], column(file('kww'), term)) < TOLERANCE, term)
  const rest = column(file('kww'), 'FDC_rest')
  t.ok(worst(columns.FDC.map((value, s) => value + columns.imbalance[s]), rest) < TOLERANCE)
  t.ok(rest.filter((value, s) => Math.abs(value / columns.FDC[s] - 1) > 1e-3).length > 10, 'FDC alone is another number')
})

t.test('WWZ: the sixteen terms of each pair of countries', async t => {
  const { columns } = compute('wwz').pair
  const [heading, ...rows] = cells(file('wwz'))
  const at = rows.map(([country, partner]) => countries.indexOf(country) * G + countries.indexOf(partner))
  for (const [k, term] of heading.entries()) if (k > 1) t.ok(worst(at.map(row => columns[term][row]), rows.map(row => Number(row[k]))) < TOLERANCE, term)
})

t.test('what a country exports and takes, by every perspective', async t => {
  const source = compute('bmSource').country.columns
  const sink = compute('bmSink').country.columns
  const tripartite = compute('tripartiteTrade').country.columns
  const vax = compute('vax').country.columns
  const found = {
    DC: source.DC,
    FC: source.FC,
    DVA: source.DVA,
    FVA: source.FVA,
    DAVAX: source.DAVAX,
    sink_DVA: sink.DVA,
    sink_FVA: sink.FVA,
    world_source_FVA: compute('bmWorld').country.columns.FVA,
    world_sink_FVA: compute('bmWorld', { foreign: 'sink' }).country.columns.FVA,
    PF: tripartite.PF,
    TS: tripartite.TS,
    PB: tripartite.PB,
    VAX: vax.VAX,
    LTV_DVA: vax.LTV_DVA,
    DFD_FVA: compute('tiva').country.columns.DFD_FVA,
    VS1: compute('verticalSpecialisation').country.columns.VS1
  }
  t.strictSame(Object.keys(found).sort(), cells(file('country'))[0].slice(1).sort(), 'every column is compared')
  for (const [name, values] of Object.entries(found)) t.ok(worst(values, column(file('country'), name)) < TOLERANCE, name)
})

t.test('value added of each country in the exports of each', async t => {
  t.ok(worst(overSectors(system, compute('leontiefDecomposition').sectorPair.columns.VA), numbers(file('va-in-exports')).flat()) < TOLERANCE)
})

t.test('steps up and down, and lengths, of each country-sector', async t => {
  t.strictSame(cells(file('sector')).slice(1).map(row => row.slice(0, 2)), countries.flatMap(country => sectors.map(sector => [country, sector])))
  const { U, D } = compute('upstreamness').sector.columns
  const { PLv, PLy } = compute('productionLength').sector.columns
  for (const [name, values] of Object.entries({ U, D, PLv, PLy })) t.ok(worst(values, column(file('sector'), name)) < TOLERANCE, name)
  t.ok(worst(PLv, [...U]) > 1e-4, 'where rows miss output, PLv is not U')
})

t.test('every other measure keeps its identities too', async () => {
  const given: Record<string, object> = { demandShock: { shocks: [{ country: 'DEU', change: -0.1 }] }, supplyShock: { shocks: [{ country: 'RUS', sector: 'B', change: 0.5 }] }, hypotheticalExtraction: { extracted: [{ country: 'LVA' }] }, structuralPaths: { country: 'POL', sector: 'C29T30' } }
  for (const name of VALUE_CHAIN_MEASURES.keys()) compute(name, given[name])
  for (const of of ['output', 'finalDemand', 'unit']) compute('leontiefDecomposition', { of })
  compute('upstreamness', { netInventories: true })
})
