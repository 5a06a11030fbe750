/** Closed forms by Woodbury against plain re-inversion, and identities, on tables of random numbers with taxes. */
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { factorise } from '../../services/value-chains/linear-algebra/factorise.ts'
import { VALUE_CHAIN_MEASURES } from '../../services/value-chains/registry.ts'
import { openSystem } from '../../services/value-chains/system.ts'
import type { System } from '../../services/value-chains/system.ts'
import { deviation, tableOf } from './example-tables.ts'

const G = 4
const N = 3
const n = G * N

/** A tenth of what is left after inputs is taxes. */
function randomSystem (seed: number): System {
  const { next } = createRandom(seed)
  const square = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => next() * (Math.floor(i / N) === Math.floor(j / N) ? 8 : 2)))
  const demand = Array.from({ length: n }, (_, i) => Array.from({ length: G }, (_, r) => next() * (Math.floor(i / N) === r ? 60 : 10)))
  const output = square.map((row, i) => [...row, ...demand[i]].reduce((sum, value) => sum + value, 0))
  const valueAdded = output.map((value, j) => 0.9 * (value - square.reduce((sum, row) => sum + row[j], 0)))
  const countries = Array.from({ length: G }, (_, k) => `C${k}`)
  return openSystem(tableOf(countries, ['a', 'b', 'c'], square, demand, output, valueAdded), 'stated', UNWATCHED)
}

const countryOf = (i: number): number => Math.floor(i / N)
const range = (length: number): number[] => Array.from({ length }, (_, i) => i)
/** (I - A)^-1 with some coefficients left out. */
const inverseWithout = ({ coefficients }: System, left: (i: number, j: number) => boolean): Float64Array =>
  factorise(Float64Array.from({ length: n * n }, (_, at) => Number(Math.floor(at / n) === at % n) - (left(Math.floor(at / n), at % n) ? 0 : coefficients[at])), n, UNWATCHED).inverse()
const results = (system: System, name: string) => VALUE_CHAIN_MEASURES.get(name)?.compute(system, VALUE_CHAIN_MEASURES.get(name)?.options.parse({}) as never, UNWATCHED) ?? t.fail(name) as never

/** Of measures that cannot be asked without. */
const NEEDED: Record<string, unknown> = {
  demandShock: { shocks: [{ country: 'C1', sector: 'a', change: -0.2 }] },
  supplyShock: { shocks: [{ country: 'C1', change: 0.1 }] },
  hypotheticalExtraction: { extracted: [{ country: 'C0', sector: 'b' }, { country: 'C2' }] },
  structuralPaths: { country: 'C3', sector: 'c' }
}

for (const seed of [7, 41, 1999]) {
  const system = randomSystem(seed)
  const { coefficients: a, valueAddedShare: v, exportsTo, finalDemand } = system

  t.test(`identities of every measure, table ${seed}`, async t => {
    for (const entry of VALUE_CHAIN_MEASURES.values()) {
      const { identities } = entry.compute(system, entry.options.parse(NEEDED[entry.name] ?? {}) as never, UNWATCHED)
      for (const { says, residual, tolerance, at } of identities) t.ok(residual < tolerance, `${entry.name}: ${says}: ${residual} at ${at}`)
    }
  })

  t.test(`exporters, table ${seed}`, async t => {
    const source = results(system, 'bmSource').tables.sectorPair.columns
    const sink = results(system, 'bmSink').tables.sectorPair.columns
    const b = system.inverse()
    const local = range(G).map(s => system.localInverse(s))
    for (const s of range(G)) {
      const without = inverseWithout(system, (i, j) => countryOf(i) === s && countryOf(j) !== s)
      const demand = finalDemand.map((value, at) => countryOf(Math.floor(at / G)) === s && at % G !== s ? 0 : value)
      const made = (q: number): number[] => range(n).map(j => range(n).reduce((sum, k) => sum + without[j * n + k] * demand[k * G + q], 0))
      const outputs = range(G).map(made)
      for (const r of range(G).filter(r => r !== s)) {
        for (const i of range(N).map(k => s * N + k)) {
          const at = i * G + r
          const foreign = range(n).filter(j => countryOf(j) !== s).reduce((sum, j) => sum + v[j] * without[j * n + i], 0)
          // As the paper writes it: what r makes of the goods, with everything r sells to others after them.
          const phi = (q: number): number => Number(q === r) * finalDemand[at] + range(N).reduce((sum, k) => sum + a[i * n + r * N + k] * range(N).reduce((inner, m) => {
            const sold = finalDemand[(r * N + m) * G + q] + range(n).filter(j => countryOf(j) !== r).reduce((all, j) => all + a[(r * N + m) * n + j] * outputs[q][j], 0)
            return inner + local[r][k * N + m] * sold
          }, 0), 0)
          const home = range(N).reduce((sum, k) => sum + v[s * N + k] * b[(s * N + k) * n + i], 0)
          const expected = [foreign * exportsTo[at], home * range(G).reduce((sum, q) => sum + phi(q), 0), home * phi(s), home * phi(r)]
          t.ok(deviation([source.FVA[at], sink.DVA[at], sink.REF[at], sink.VAXIM[at]], expected) < 1e-10, `${i} to ${r}`)
        }
      }
    }
  })

  t.test(`a flow itself, table ${seed}`, async t => {
    const { sectorPair, sectorItself } = results(system, 'bmSelf').tables
    const content = (without: Float64Array, i: number): number => range(n).reduce((sum, k) => countryOf(k) === countryOf(i) ? sum + v[k] * without[k * n + i] : sum, 0)
    for (const i of range(n)) {
      const noExports = inverseWithout(system, (row, j) => row === i && countryOf(j) !== countryOf(i))
      t.ok(deviation([sectorItself.columns.DVA[i]], [content(noExports, i) * system.exports[i]]) < 1e-10)
      for (const r of range(G).filter(r => r !== countryOf(i))) {
        const noneToPartner = inverseWithout(system, (row, j) => row === i && countryOf(j) === r)
        t.ok(deviation([sectorPair.columns.DVA[i * G + r]], [content(noneToPartner, i) * exportsTo[i * G + r]]) < 1e-10)
      }
    }
  })

  t.test(`importers, table ${seed}`, async t => {
    const { VA, DC } = results(system, 'bmImporter').tables.sectorPair.columns
    const b = system.inverse()
    for (const r of range(G)) {
      const without = inverseWithout(system, (i, j) => countryOf(j) === r && countryOf(i) !== r)
      const made = (matrix: Float64Array, goods: number[]): number[] => range(n).map(j => goods.reduce((sum, value, k) => sum + matrix[j * n + k] * value, 0))
      const bought = range(n).map(j => exportsTo[j * G + r])
      const all = made(b, bought)
      const again = range(n).map(i => countryOf(i) === r ? 0 : range(N).reduce((sum, k) => sum + a[i * n + r * N + k] * all[r * N + k], 0))
      t.ok(deviation(range(n).map(j => VA[j * G + r]), made(without, bought).map((value, j) => v[j] * value)) < 1e-10)
      t.ok(deviation(range(n).map(j => DC[j * G + r]), made(without, again).map((value, j) => v[j] * value)) < 1e-10)
    }
  })
}
