/** Tables whose rows do not add up to their output: what that makes is told, and identities hold with it and break without it. */
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { IDENTITY_TOLERANCE } from '../../services/value-chains/identity.ts'
import type { ValueChainResult } from '../../services/value-chains/measure.ts'
import { VALUE_CHAIN_MEASURES } from '../../services/value-chains/registry.ts'
import { openSystem } from '../../services/value-chains/system.ts'
import type { System, ValueAddedFrom } from '../../services/value-chains/system.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'
import { deviation, leather, tableOf } from './example-tables.ts'
import { syntheticTable } from './synthetic-table.ts'

const COUNTRIES = 4
const SECTORS = 3
const N = COUNTRIES * SECTORS
/** Options of the measures that need some. */
const GIVEN: Record<string, object[]> = {
  bmWorld: [{}, { foreign: 'sink' }],
  demandShock: [{ shocks: [{ country: 'C1', change: 0.1 }] }],
  hypotheticalExtraction: [{ extracted: [{ country: 'C1' }] }],
  leontiefDecomposition: ['exports', 'output', 'finalDemand', 'unit'].map(of => ({ of })),
  structuralPaths: [{ country: 'C0', sector: 'S1', count: 5 }],
  supplyShock: [{ shocks: [{ country: 'C1', change: 0.1 }] }]
}
const compute = (system: System, name: string, options: object = {}): ValueChainResult => {
  const measure = VALUE_CHAIN_MEASURES.get(name)!
  return measure.compute(system, measure.options.parse(options) as never, UNWATCHED)
}

/** Outputs are up to a twentieth off, a part of value added is taxes, and sector S2 of C2 has no output, and buys and sells all the same. */
function unbalanced (seed: number): InputOutputTable {
  const { next } = createRandom(seed)
  const table = syntheticTable(COUNTRIES, SECTORS, seed)
  const idle = 2 * SECTORS + 2
  const output = table.output.map((value, i) => i === idle ? 0 : value * (1 + 0.1 * (next() - 0.5)))
  return { ...table, output, valueAdded: table.valueAdded.map((value, i) => i === idle ? 0 : value * 0.9) }
}

for (const seed of [1, 2]) {
  for (const from of ['residual', 'stated'] satisfies ValueAddedFrom[]) {
    t.test(`identities of every measure hold, table ${seed}, value added ${from}`, async t => {
      const system = openSystem(unbalanced(seed), from, UNWATCHED)
      t.ok(system.imbalance.some(value => value > 0) && system.imbalance.some(value => value < 0))
      t.ok(system.exportsToIdle.some(value => value > 0))
      for (const name of VALUE_CHAIN_MEASURES.keys()) {
        for (const options of GIVEN[name] ?? [{}]) for (const { says, residual, at } of compute(system, name, options).identities) t.ok(residual < 1e-11, `${name} ${JSON.stringify(options)}: ${says}: ${residual} at ${at}`)
      }
    })
  }
}

t.test('the column is not what is left over: an error elsewhere still breaks the identity', async t => {
  const system = openSystem(unbalanced(1), 'residual', UNWATCHED)
  const none = { ...system, imbalance: new Float64Array(N), outputOfImbalance: () => new Float64Array(N) }
  const wrong = { ...system, exports: system.exports.map((value, i) => i === 0 ? value * 1.01 : value) }
  for (const name of ['kww', 'wwz', 'bmSource', 'bmSink', 'bmWorld', 'tiva', 'tripartiteTrade', 'vax']) t.ok(compute(none, name).identities.some(({ residual }) => residual > 1e3 * IDENTITY_TOLERANCE), `${name} without it`)
  for (const name of ['kww', 'wwz', 'tripartiteTrade', 'vax']) t.ok(compute(wrong, name).identities.some(({ residual }) => residual > 1e3 * IDENTITY_TOLERANCE), `${name} with exports that are not those of the table`)
})

t.test('output that no demand accounts for is what a country more would demand that takes it', async t => {
  const table = unbalanced(2)
  const delta = openSystem(table, 'residual', UNWATCHED).imbalance
  const { countries, sectors } = table.labels
  const wider = N + SECTORS
  const cell = (i: number, j: number): number => i < N && j < N ? table.intermediate[i * N + j] : 0
  const balanced = tableOf(
    [...countries, 'untold'], [...sectors],
    Array.from({ length: wider }, (_, i) => Array.from({ length: wider }, (_, j) => cell(i, j))),
    Array.from({ length: wider }, (_, i) => Array.from({ length: COUNTRIES + 1 }, (_, r) => i >= N ? 0 : r === COUNTRIES ? delta[i] : table.finalDemand[i * COUNTRIES + r])),
    [...table.output, ...new Array(SECTORS).fill(0)]
  )
  const { sectorPair } = compute(openSystem(balanced, 'residual', UNWATCHED), 'tiva').tables
  const { sector } = compute(openSystem(table, 'residual', UNWATCHED), 'tiva').tables
  t.ok(deviation(sector.columns.imbalance, Array.from({ length: N }, (_, i) => sectorPair.columns.FD_VA[i * (COUNTRIES + 1) + COUNTRIES])) < 1e-12)
})

t.test('where rows add up there is none, to the last bit', async t => {
  const { intermediate } = syntheticTable(COUNTRIES, SECTORS, 3)
  t.ok(intermediate.some(value => value !== Math.round(value)), 'sums are rounded')
  for (const table of [leather(), syntheticTable(COUNTRIES, SECTORS, 3)]) {
    const system = openSystem(table, 'residual', UNWATCHED)
    for (const name of ['kww', 'wwz', 'bmSource', 'bmSink', 'bmWorld', 'tiva', 'tripartiteTrade', 'vax']) {
      const { tables } = compute(system, name)
      const columns = Object.values(tables).flatMap(({ columns }) => columns.imbalance === undefined ? [] : [...columns.imbalance])
      t.ok(columns.length > 0 && columns.every(value => value === 0 || Number.isNaN(value)), name)
    }
  }
})

t.test('one sector a country, counted by hand', async t => {
  // A makes 100 and sells 90: 20 to itself as an input, 10 as an input to B, 40 to its own demand, 20 to that of B; B makes 100 and sells 100.
  const { tables } = compute(openSystem(tableOf(['A', 'B'], ['all'], [[20, 10], [30, 20]], [[40, 20], [20, 30]], [100, 100]), 'residual', UNWATCHED), 'tripartiteTrade')
  // Exports of B to A for what A made and did not sell: 0.3 x 10 / (1 - 0.2).
  t.ok(deviation(tables.country.columns.imbalance, [0, 3.75]) < 1e-14)
})
