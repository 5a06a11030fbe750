/** Factors, products and solves: the kernel against the definition, both against exact fractions and against what must hold of any solution. */
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { openKernel } from '../../services/kernels/kernel.ts'
import type { Kernel } from '../../services/kernels/kernel.ts'
import { from, whole } from '../../services/value-chains/linear-algebra/block.ts'
import { factoriseByDefinition } from '../../services/value-chains/linear-algebra/factorise-by-definition.ts'
import { factorise, factoriseByKernel, KERNEL_ROWS_MIN } from '../../services/value-chains/linear-algebra/factorise.ts'
import { factorsOf, SingularMatrix, SLAB } from '../../services/value-chains/linear-algebra/factors.ts'
import type { Factors } from '../../services/value-chains/linear-algebra/factors.ts'
import { KERNEL_PRODUCT_MIN, multiply, multiplyByDefinition, multiplyByKernel } from '../../services/value-chains/linear-algebra/multiply.ts'
import { exactInverse } from './exact-inverse.ts'

/** On both sides of leaves, strips, tiles and of what is packed at a time. */
const SIZES = [1, 2, 7, 8, 9, 17, 63, 64, 65, 130, 257]

const kernel = (): Kernel => {
  const opened = openKernel(UNWATCHED)
  if (opened === null) throw new Error('the kernels are not compiled: nothing would be compared')
  return opened
}
const WAYS: [name: string, factors: (matrix: Float64Array, n: number) => Factors][] = [
  ['kernel', (matrix, n) => factorsOf(factoriseByKernel(kernel(), n, into => into.set(matrix)))],
  ['definition', (matrix, n) => factorsOf(factoriseByDefinition(matrix.slice(), n, UNWATCHED))]
]
const [[, byKernel], [, byDefinition]] = WAYS

/** Uniform in [-1/2, 1/2): no diagonal to rely on, so that rows change places all the time. */
const chance = (length: number, seed: number): Float64Array => {
  const { next } = createRandom(seed)
  return Float64Array.from({ length }, () => next() - 0.5)
}
const apart = (found: Float64Array, expected: ArrayLike<number>): number => found.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i]) / Math.max(1, Math.abs(expected[i]))), found.length === expected.length ? 0 : Infinity)
/** Sums as they are written, which is all that a product is. */
function slowProduct (a: ArrayLike<number>, b: ArrayLike<number>, rows: number, inner: number, columns: number): Float64Array {
  return Float64Array.from({ length: rows * columns }, (_, at) => {
    let sum = 0
    for (let k = 0; k < inner; k++) sum += a[Math.floor(at / columns) * inner + k] * b[k * columns + at % columns]
    return sum
  })
}
const transposed = (matrix: Float64Array, n: number): Float64Array => matrix.map((_, at) => matrix[(at % n) * n + Math.floor(at / n)])

t.test('kernel and definition give the same', async t => {
  for (const n of SIZES) {
    const matrix = chance(n * n, n)
    const columns = n < 65 ? n + 2 : SLAB + 5
    const right = chance(n * columns, n + 1)
    const fast = byKernel(matrix, n)
    const slow = byDefinition(matrix, n)
    t.ok(apart(fast.solve(right, columns), slow.solve(right, columns)) <= 1e-12, `solve, ${n}`)
    t.ok(apart(fast.solveTransposed(right, columns), slow.solveTransposed(right, columns)) <= 1e-12, `transposed, ${n}`)
    t.ok(apart(fast.inverse(), slow.inverse()) <= 1e-12, `inverse, ${n}`)
  }
})

t.test('what is solved solves: the matrix times it is the right-hand side, by a slow product', async t => {
  for (const [name, factors] of WAYS) {
    for (const n of [9, 65, 130, 257]) {
      const matrix = chance(n * n, n)
      const right = chance(n * 3, n + 1)
      const { solve, solveTransposed, inverse } = factors(matrix, n)
      const found = solve(right, 3)
      // Backward stable: the residual goes by the size of the solution.
      const bound = (x: Float64Array): number => 1e-13 * x.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
      t.ok(apart(slowProduct(matrix, found, n, n, 3), right) < bound(found), `${name}, ${n}`)
      const turned = solveTransposed(right, 3)
      t.ok(apart(slowProduct(transposed(matrix, n), turned, n, n, 3), right) < bound(turned), `${name}, transposed, ${n}`)
      const inverted = inverse()
      t.ok(apart(slowProduct(matrix, inverted, n, n, n), Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0))) < bound(inverted), `${name}, inverse, ${n}`)
      t.ok(apart(solve(right.filter((_, i) => i % 3 === 1), 1), found.filter((_, i) => i % 3 === 1)) <= 1e-12, `${name}, one right-hand side, ${n}`)
    }
  }
})

t.test('exact fractions', async t => {
  const { below } = createRandom(5)
  for (const n of [1, 2, 3, 5, 8, 12]) {
    // Whole numbers with zeros all along the diagonal: without changes of rows the first pivot would be 0.
    const matrix = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => i === j && n > 1 ? 0 : 1 + below(19) - (i > j ? 10 : 0)))
    const exact = exactInverse(matrix)
    const flat = Float64Array.from(matrix.flat())
    const right = Float64Array.from({ length: n * 2 }, () => below(9) - 4)
    for (const [name, factors] of WAYS) {
      const { solve, solveTransposed, inverse } = factors(flat, n)
      t.ok(apart(inverse(), exact) < 1e-13, `${name}, inverse, ${n}`)
      t.ok(apart(solve(right, 2), slowProduct(exact, right, n, n, 2)) < 1e-12, `${name}, solve, ${n}`)
      t.ok(apart(solveTransposed(right, 2), slowProduct(transposed(Float64Array.from(exact), n), right, n, n, 2)) < 1e-12, `${name}, transposed, ${n}`)
    }
  }
})

t.test('only a change of rows makes these solvable, and each comes back exactly', async t => {
  for (const n of [2, 9, 64, 257]) {
    // Ones one place right of the diagonal, the last row beginning with one: its inverse is its transpose.
    const shift = Float64Array.from({ length: n * n }, (_, at) => Number((Math.floor(at / n) + 1) % n === at % n))
    for (const [name, factors] of WAYS) t.strictSame([...factors(shift, n).inverse()], [...transposed(shift, n)], `${name}, ${n}`)
  }
})

t.test('a matrix without an inverse is refused with the first column that depends on those before it', async t => {
  for (const [name, factors] of WAYS) {
    const column = (matrix: number[][]): number => {
      try {
        factors(Float64Array.from(matrix.flat()), matrix.length)
      } catch (error) {
        if (error instanceof SingularMatrix) return error.column
        throw error
      }
      return -1
    }
    t.equal(column([[0]]), 0, name)
    t.equal(column([[1, 2, 4], [2, 4, 8], [3, 6, 1]]), 1, `${name}: the second column is twice the first`)
    t.equal(column([[1, 2, 3], [2, 3, 5], [4, 1, 5]]), 2, `${name}: the third is the sum of the others`)
    t.equal(column([[1, 0], [0, NaN]]), 1, `${name}: not a number`)
    t.equal(column([[2, 1], [Infinity, 1]]), 0, `${name}: not finite`)
    t.equal(column(Array.from({ length: 100 }, (_, i) => Array.from({ length: 100 }, (_, j) => Number(i === j && i !== 70)))), 70, `${name}: a column of zeros in a later block`)
    t.equal(column([[1e-300, 1], [1, 1]]), -1, `${name}: a small number that is no pivot`)
  }
})

t.test('nearly singular: as exact as the condition of the matrix lets it be', async t => {
  // Hilbert's matrix, of condition 1.5e10 with 8 rows, by the least common multiple of its denominators so that its entries are whole and hence exact.
  const scale = 360360
  const hilbert = Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => scale / (i + j + 1)))
  const exact = exactInverse(hilbert)
  const greatest = Math.max(...exact.map(Math.abs))
  for (const [name, factors] of WAYS) {
    const found = factors(Float64Array.from(hilbert.flat()), 8).inverse()
    const error = found.reduce((most, value, at) => Math.max(most, Math.abs(value - exact[at])), 0) / greatest
    t.ok(error < 1.5e10 * 2 ** -52, `${name}: ${error}`)
    // 1 and 1 + 2^-40: the difference is exact, and so is the inverse but for its last place.
    const close = 1 + 2 ** -40
    t.ok(apart(factors(Float64Array.of(1, 1, 1, close), 2).inverse(), [2 ** 40 * close, -(2 ** 40), -(2 ** 40), 2 ** 40]) < 1e-15, name)
  }
})

t.test('products of blocks', async t => {
  for (const [rows, inner, columns] of [[1, 1, 1], [3, 5, 2], [65, 130, 7], [130, 257, 64], [257, 63, 300]]) {
    const a = chance(rows * inner, rows)
    const b = chance(inner * columns, columns)
    const fast = multiplyByKernel(kernel(), whole(a, inner), whole(b, columns), rows, inner, columns)
    const slow = multiplyByDefinition(whole(a, inner), whole(b, columns), rows, inner, columns, UNWATCHED)
    t.ok(apart(fast, slow) <= 1e-12)
    t.ok(apart(slow, slowProduct(a, b, rows, inner, columns)) <= 1e-12)
  }
  const wide = chance(40 * 40, 1)
  const inner = from(whole(wide, 40), 3, 5)
  const cut = Float64Array.from({ length: 9 * 9 }, (_, at) => wide[(3 + Math.floor(at / 9)) * 40 + 5 + at % 9])
  const expected = slowProduct(cut, cut, 9, 9, 9)
  t.ok(apart(multiplyByDefinition(inner, inner, 9, 9, 9, UNWATCHED), expected) <= 1e-14)
  t.ok(apart(multiplyByKernel(kernel(), inner, inner, 9, 9, 9), expected) <= 1e-14)
})

t.test('large matrices go to the kernel, which tells how far it is and stops when asked; so does the definition', async t => {
  const shares = (work: (context: { check: () => void, progress: (share: number) => void }) => void): number[] => {
    const told: number[] = []
    work({ check: () => {}, progress: share => told.push(share) })
    return told
  }
  const n = KERNEL_ROWS_MIN
  const matrix = chance(n * n, 1)
  const told = shares(context => factorise(matrix, n, context))
  t.ok(told.length > 50 && told.at(-1) === 1 && told.every((share, i) => i === 0 || share >= told[i - 1]))
  let checks = 0
  const stopping = { progress: () => {}, check: () => { if (++checks === 9) throw new Error('stopped') } }
  t.throws(() => factorise(matrix, n, stopping), { message: 'stopped' })
  checks = 0
  t.throws(() => factoriseByDefinition(matrix.slice(), n, stopping), { message: 'stopped' })
  const side = Math.ceil(Math.cbrt(KERNEL_PRODUCT_MIN))
  const factor = chance(side * side, 2)
  t.ok(shares(context => multiply(whole(factor, side), whole(factor, side), side, side, side, context)).length > 0)
  t.ok(apart(multiply(whole(factor, side), whole(factor, side), side, side, side), multiplyByDefinition(whole(factor, side), whole(factor, side), side, side, side, UNWATCHED)) <= 1e-12)
})
