/** P M = L U with the largest pivot of each column (Golub & Van Loan 2013, algorithm 3.4.1), by halves of the columns (Toledo 1997, SIAM Journal on Matrix Analysis 18(4)). */
import type { Context } from '../../analysis/context.ts'
import { addProduct } from './add-product.ts'
import { from, whole } from './block.ts'
import { SingularMatrix, SLAB } from './factors.ts'
import type { Factorised } from './factors.ts'
import { halfOf, LEAF, solveTriangle } from './solve-triangle.ts'

/** In place of `matrix`. Throws SingularMatrix. */
export function factoriseByDefinition (matrix: Float64Array, n: number, context: Context): Factorised {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  const lu = whole(matrix, n)
  const factoriseColumns = (first: number, width: number): void => {
    if (width <= LEAF) return factoriseLeaf(matrix, n, order, first, width, context)
    const half = halfOf(width)
    const second = first + half
    factoriseColumns(first, half)
    const beside = from(lu, first, second)
    solveTriangle(from(lu, first, first), beside, half, width - half, true, true, context)
    addProduct(from(lu, second, second), from(lu, second, first), beside, n - second, half, width - half, -1, context)
    factoriseColumns(second, width - half)
  }
  factoriseColumns(0, n)
  const room = new Float64Array(n * SLAB)
  return {
    n,
    order,
    room,
    solveRoom: (first, columns, transposed, share) => {
      context.progress(share)
      const x = whole(room, columns)
      if (transposed) {
        const turned = { ...lu, down: 1, along: n }
        solveTriangle(turned, x, n, columns, true, false, context)
        solveTriangle(turned, x, n, columns, false, true, context)
      } else {
        solveTriangle(from(lu, first, first), from(x, first, 0), n - first, columns, true, true, context)
        solveTriangle(lu, x, n, columns, false, false, context)
      }
    }
  }
}

/** Columns from `first` on, one by one. */
function factoriseLeaf (matrix: Float64Array, n: number, order: Int32Array, first: number, width: number, context: Context): void {
  const end = first + width
  for (let j = first; j < end; j++) {
    let pivot = j
    for (let i = j + 1; i < n; i++) if (Math.abs(matrix[i * n + j]) > Math.abs(matrix[pivot * n + j])) pivot = i
    const divisor = matrix[pivot * n + j]
    if (divisor === 0 || !Number.isFinite(divisor)) throw new SingularMatrix(j)
    if (pivot !== j) swap(matrix, n, order, j, pivot)
    for (let i = j + 1; i < n; i++) {
      const factor = matrix[i * n + j] /= divisor
      for (let k = j + 1; k < end; k++) matrix[i * n + k] -= factor * matrix[j * n + k]
    }
  }
  context.check()
  context.progress(1 - ((n - end) / n) ** 3)
}

function swap (matrix: Float64Array, n: number, order: Int32Array, i: number, j: number): void {
  for (let k = 0; k < n; k++) [matrix[i * n + k], matrix[j * n + k]] = [matrix[j * n + k], matrix[i * n + k]];
  [order[i], order[j]] = [order[j], order[i]]
}
