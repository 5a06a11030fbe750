import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import type { ValueChainMeasure, ValueChainResult } from '../../services/value-chains/measure.ts'
import { SHOCKS_MAX, demandShock, supplyShock } from '../../services/value-chains/scenarios/demand-and-supply-shocks.ts'
import { EXTRACTED_MAX, hypotheticalExtraction } from '../../services/value-chains/scenarios/hypothetical-extraction.ts'
import { cells, deviation, leather, numbers, systemOf, twoCountries } from './example-tables.ts'

const found = ({ compute, options }: ValueChainMeasure, given: object, table = leather()): ValueChainResult['tables'] => {
  const result = compute(systemOf(table), options.parse(given) as never, UNWATCHED)
  for (const { says, residual, tolerance } of result.identities) t.ok(residual < tolerance, says)
  return result.tables
}

t.test('extraction is what inverting again gives', async t => {
  for (const [name, ...expected] of cells('leather.ref_hypothetical_extraction.csv').slice(1)) {
    const [country, sector] = name.split('.')
    const { columns } = found(hypotheticalExtraction, { extracted: [sector === undefined ? { country } : { country, sector }] }).world
    t.ok(deviation(['total_dX', 'total_dVA', 'backward_dX', 'backward_dVA', 'forward_dX', 'forward_dVA'].map(each => columns[each][0]), expected.map(Number)) < 1e-10, name)
  }
})

t.test('a share of what is bought or sold less is the table made with that much less', async t => {
  const { intermediate, finalDemand, output } = twoCountries()
  const A = [0, 1].map(i => [0, 1].map(j => intermediate[i * 2 + j] / output[j]))
  const y = [0, 1].map(i => finalDemand[i * 2] + finalDemand[i * 2 + 1])
  const made = ([[a, b], [c, d]]: number[][]): number[] => { const det = (1 - a) * (1 - d) - b * c; return [((1 - d) * y[0] + b * y[1]) / det, (c * y[0] + (1 - a) * y[1]) / det] }
  const { columns } = found(hypotheticalExtraction, { extracted: [{ country: 'country1' }], share: 0.25 }, twoCountries()).sector
  t.ok(deviation(columns.backward_dX, made([[A[0][0] * 0.75, A[0][1]], [A[1][0] * 0.75, A[1][1]]]).map((value, i) => output[i] - value)) < 1e-12)
  t.ok(deviation(columns.forward_dX, made([[A[0][0] * 0.75, A[0][1] * 0.75], A[1]]).map((value, i) => output[i] - value)) < 1e-12)
  t.ok(deviation(columns.total_dX, [25, 0.25 * 100 * A[1][0] / (1 - A[1][1])]) < 1e-12)
})

t.test('a change in final demand goes through the inverse of decompr', async t => {
  const B = numbers('leather.decompr_B.csv')
  const Y = numbers('leather.Y.csv')
  const { sector } = found(demandShock, { shocks: [{ country: 'Germany', sector: 'Agriculture', change: -0.1 }, { country: 'Turkey', change: 0.05 }] })
  const change = Y.map((row, i) => (i % 3 === 0 ? -0.1 * row[2] : 0) + 0.05 * row[1])
  t.ok(deviation(sector.columns.dX, B.map(row => row.reduce((sum, value, j) => sum + value * change[j], 0))) < 1e-10)
  // All final demand a tenth greater: all output a tenth greater.
  const tenth = found(demandShock, { shocks: ['country1', 'country2'].map(country => ({ country, change: 0.1 })) }, twoCountries())
  t.ok(deviation(tenth.sector.columns.dX_share, [0.1, 0.1]) < 1e-13)
  t.ok(deviation(tenth.country.columns.dVA, [6.5, 11]) < 1e-13)
})

t.test('a change in primary costs goes through the inverse of decompr', async t => {
  const B = numbers('leather.decompr_B.csv')
  const v = Array.from(systemOf(leather()).valueAddedShare)
  const { sector } = found(supplyShock, { shocks: [{ country: 'Argentina', sector: 'Textile_and_Leather', change: 0.2 }] })
  t.ok(deviation(sector.columns.dp, B[1].map(value => 0.2 * v[1] * value)) < 1e-10)
  const tenth = found(supplyShock, { shocks: ['country1', 'country2'].map(country => ({ country, change: 0.1 })) }, twoCountries())
  t.ok(deviation(tenth.sector.columns.dp, [0.1, 0.1]) < 1e-13, 'all primary costs a tenth greater: all prices a tenth greater')
  t.ok(deviation(tenth.country.columns.dearer, [7.5, 10]) < 1e-13)
})

t.test('names the table does not have are refused', async t => {
  t.throws(() => found(hypotheticalExtraction, { extracted: [{ country: 'German' }] }), /no country "German", which the option "extracted.0.country" names; there is "Germany"/)
  t.throws(() => found(supplyShock, { shocks: [{ country: 'Turkey', sector: 'Textile', change: 1 }] }), /no sector "Textile".*"Textile_and_Leather"/)
  t.throws(() => found(demandShock, { shocks: [{ country: 'France', change: 1 }] }), /no country "France"/)
})

t.test('limits', async t => {
  t.notOk(demandShock.options.safeParse({ shocks: Array.from({ length: SHOCKS_MAX + 1 }, () => ({ country: 'a', change: 0 })) }).success)
  t.notOk(hypotheticalExtraction.options.safeParse({ extracted: Array.from({ length: EXTRACTED_MAX + 1 }, () => ({ country: 'a' })) }).success)
})

t.test('each measure gives the columns it describes', async t => {
  for (const [each, options] of [[hypotheticalExtraction, { extracted: [{ country: 'Turkey' }] }], [demandShock, { shocks: [{ country: 'Turkey', change: 1 }] }], [supplyShock, { shocks: [{ country: 'Turkey', change: 1 }] }]] as const) {
    for (const [name, { columns }] of Object.entries(found(each, options))) t.strictSame(Object.keys(columns).sort(), Object.keys(each.gives[name]!.columns).sort(), `${each.name} ${name}`)
  }
})
