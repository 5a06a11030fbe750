/** One right-hand side by iteration, and what systems work out with the factors alone: against LU factors, the inverse, and a closed form. */
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { ITERATIONS_MAX, RESIDUAL_MAX, residualOf, solveIteratively } from '../../services/value-chains/linear-algebra/solve-iteratively.ts'
import type { Equations } from '../../services/value-chains/linear-algebra/solve-iteratively.ts'
import { spectralBound } from '../../services/value-chains/linear-algebra/spectral-bound.ts'
import { ITERATED_ROWS_MIN, openSystem, SingularSystem } from '../../services/value-chains/system.ts'
import type { System } from '../../services/value-chains/system.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'
import { deviation, tableOf } from './example-tables.ts'
import { syntheticTable } from './synthetic-table.ts'

const open = (table: InputOutputTable): System => openSystem(table, 'stated', UNWATCHED)
const ones = (n: number): Float64Array => new Float64Array(n).fill(1)
/** The greatest difference by the expected value itself, however small that is. */
const worst = (found: Float64Array, expected: Float64Array): number => found.reduce((most, value, i) => Math.max(most, Math.abs(value / expected[i] - 1)), 0)

t.test('by iteration the same as with LU factors, for the smallest country-sectors too', async t => {
  const system = open(syntheticTable(7, 9, 3))
  const { n, coefficients, output, factors } = system
  for (const [transposed, right] of [[false, output], [true, ones(n)], [false, system.exports]] as const) {
    const equations: Equations = { coefficients, n, transposed, scale: transposed ? ones(n) : output }
    const found = solveIteratively(equations, right, UNWATCHED)
    const expected = transposed ? factors().solveTransposed(right, 1) : factors().solve(right, 1)
    t.ok(found !== null && worst(found.x, expected) < 1e-11)
    t.ok(found !== null && found.residual <= RESIDUAL_MAX)
    t.ok(residualOf(equations, expected, right) < 1e-14)
    t.ok(Math.abs(residualOf(equations, expected.map(value => 1.5 * value), right) - 0.5) < 1e-12, 'half as much again is half of the right-hand side too much')
  }
})

t.test('nothing asked for, nothing needed; without inputs the answer is the question', async t => {
  const none = { coefficients: new Float64Array(9), n: 3, transposed: false, scale: ones(3) }
  t.strictSame(solveIteratively(none, new Float64Array(3), UNWATCHED), { x: new Float64Array(3), residual: 0 })
  t.strictSame(solveIteratively(none, Float64Array.of(1, 2, 3), UNWATCHED), { x: Float64Array.of(1, 2, 3), residual: 0 })
})

/** One country in which each sector buys .9 of its output from the next and the last from the first: a chain as long as there are sectors. */
function ring (n: number): InputOutputTable {
  const flows = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j === (i + 1) % n ? 90 : 0))
  return tableOf(['A'], flows.map((_, i) => `S${i}`), flows, flows.map(() => [10]), flows.map(() => 100))
}
/** x_i = b_i + .9 x_(i+1), all the way round. */
function ringSolved (b: Float64Array): Float64Array {
  const n = b.length
  const x = new Float64Array(n)
  for (let k = 0, weight = 1 / (1 - 0.9 ** n); k < n; k++, weight *= 0.9) for (let i = 0; i < n; i++) x[i] += weight * b[(i + k) % n]
  return x
}

t.test('what does not converge is solved with the factors', async t => {
  const n = ITERATED_ROWS_MIN
  const system = open(ring(n))
  const { next } = createRandom(1)
  const right = Float64Array.from({ length: n }, () => next())
  const equations = { coefficients: system.coefficients, n, transposed: false, scale: system.output }
  let checks = 0
  t.equal(solveIteratively(equations, right, { ...UNWATCHED, check: () => checks++ }), null)
  t.equal(checks, ITERATIONS_MAX)
  const single = Float64Array.from({ length: n }, (_, i) => Number(i === 7))
  t.equal(solveIteratively(equations, single, UNWATCHED), null, 'the iteration breaks down by a division by 0')
  t.ok(deviation(system.solveOnce(single, false).x, [...ringSolved(single)]) < 1e-12)
  const { x, residual } = system.solveOnce(right, false)
  t.ok(deviation(x, [...ringSolved(right)]) < 1e-12)
  t.ok(residual < 1e-14)
  // Read backwards the ring is a ring.
  const turned = system.solveOnce(right, true)
  t.ok(deviation(turned.x.reverse(), [...ringSolved(right.slice().reverse())]) < 1e-12)
})

t.test('large tables are solved without factors, small ones with them, whatever was asked before', async t => {
  const counted = (table: InputOutputTable): { system: System, checks: () => number } => {
    let checks = 0
    return { system: openSystem(table, 'stated', { ...UNWATCHED, check: () => checks++ }), checks: () => checks }
  }
  const large = counted(syntheticTable(20, ITERATED_ROWS_MIN / 20, 1))
  const iterated = large.system.solveOnce(large.system.output, false)
  t.ok(large.checks() < ITERATIONS_MAX, 'a check for each iteration')
  t.ok(iterated.residual > 0 && iterated.residual <= RESIDUAL_MAX)
  t.ok(worst(iterated.x, large.system.factors().solve(large.system.output, 1)) < 1e-11)
  large.system.inverse()
  t.strictSame(large.system.solveOnce(large.system.output, false), iterated, 'to the last bit')
  const small = counted(syntheticTable(2, 4, 1))
  t.strictSame(small.system.solveOnce(small.system.output, true).x, small.system.factors().solveTransposed(small.system.output, 1))
})

t.test('a singular table is not answered, though what is asked for could be made in some way', async t => {
  const n = ITERATED_ROWS_MIN
  /** Each sector buys the same of all, in all a share of its output. */
  const alike = (share: number): InputOutputTable => ({
    ...tableOf(['A'], Array.from({ length: n }, (_, i) => `S${i}`), [], Array.from({ length: n }, () => [0]), new Array(n).fill(1000)), intermediate: new Float64Array(n * n).fill(1000 * share / n), valueAdded: new Float64Array(n)
  })
  const system = open(alike(1))
  const pair = Float64Array.from({ length: n }, (_, i) => i === 3 ? 1 : i === 4 ? -1 : 0)
  t.ok(solveIteratively({ coefficients: system.coefficients, n, transposed: true, scale: ones(n) }, pair, UNWATCHED) !== null, 'the iteration alone would answer')
  for (const transposed of [true, false]) t.throws(() => system.solveOnce(pair, transposed), SingularSystem)
  // One unit in 10^14 is left over: rounding of what is solved would be as great as the answer.
  t.throws(() => open(alike(1 - 1e-14)).solveOnce(pair, true), SingularSystem)
  t.ok(Math.abs(open(alike(1 - 1e-3)).solveOnce(ones(n), true).x[0] / 1000 - 1) < 1e-9)
  const small = tableOf(['A'], ['x', 'y'], [[50, 50], [50, 50]], [[0], [0]], [100, 100])
  t.throws(() => open(small).solveOnce(Float64Array.of(1, 1), false), /cannot be inverted/)
})

t.test('where a buyer takes more than it makes, an inverse is sure if the world as a whole leaves something over', async t => {
  const n = ITERATED_ROWS_MIN
  const table = syntheticTable(20, n / 20, 1)
  // The inputs of one column are 1.2 of its output: there is no longer a bound by sums, but by multipliers.
  const inputs = table.intermediate.reduce((sum, value, at) => at % n === 7 ? sum + value : sum, 0)
  const intermediate = table.intermediate.map((value, at) => at % n === 7 ? value * 1.2 * table.output[7] / inputs : value)
  let checks = 0
  const system = openSystem({ ...table, intermediate }, 'stated', { ...UNWATCHED, check: () => checks++ })
  t.ok(spectralBound(system.coefficients, ones(n)) > 1)
  const { x } = system.solveOnce(ones(n), true)
  t.ok(checks < 2 * ITERATIONS_MAX, 'without factors')
  t.ok(worst(x, system.factors().solveTransposed(ones(n), 1)) < 1e-10)
  t.ok(spectralBound(system.coefficients, x) < 1)
})

t.test('the spectral radius is bounded', async t => {
  // Eigenvalues 0.7 and 0.1.
  const a = Float64Array.of(0.3, 0.4, 0.2, 0.5)
  t.ok(spectralBound(a, Float64Array.of(1, 1)) > 0.7)
  t.ok(Math.abs(spectralBound(Float64Array.of(0.5, 0.2, 0.2, 0.5), Float64Array.of(1, 1)) - 0.7) < 1e-15, 'exact where x is the eigenvector')
  t.equal(spectralBound(a, Float64Array.of(1, 0)), Infinity)
  t.equal(spectralBound(Float64Array.of(-0.1, 0, 0, 0), Float64Array.of(1, 1)), Infinity)
})

t.test('value added by origin and output by demand are the same from the factors and from the inverse', async t => {
  const table = syntheticTable(5, 6, 2)
  const [direct, inverted] = [open(table), open(table)]
  const b = inverted.inverse()
  const { n, countryCount, sectorCount, valueAddedShare, finalDemand } = direct
  const expected = Array.from({ length: countryCount * n }, (_, at) => {
    let sum = 0
    for (let s = 0, i = Math.floor(at / n) * sectorCount; s < sectorCount; s++, i++) sum += valueAddedShare[i] * b[i * n + at % n]
    return sum
  })
  const demanded = Array.from({ length: n * countryCount }, (_, at) => {
    let sum = 0
    for (let j = 0; j < n; j++) sum += b[Math.floor(at / countryCount) * n + j] * finalDemand[j * countryCount + at % countryCount]
    return sum
  })
  for (const [name, system] of Object.entries({ direct, inverted })) {
    t.ok(deviation(system.valueAddedByOrigin(), expected) < 1e-13, name)
    t.ok(deviation(system.outputByDemand(), demanded) < 1e-13, name)
  }
  t.strictSame([inverted.valueAddedByOrigin(), inverted.outputByDemand()], [direct.valueAddedByOrigin(), direct.outputByDemand()], 'to the last bit')
  // Whose parts come to 1: the rest of a unit of final output is nobody's, as the value added stated is all that inputs leave over.
  for (let j = 0; j < n; j++) t.ok(Math.abs(Array.from({ length: countryCount }, (_, c) => direct.valueAddedByOrigin()[c * n + j]).reduce((sum, value) => sum + value, 0) - 1) < 1e-13)
})
