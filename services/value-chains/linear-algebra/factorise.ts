/** PA = LU with the largest pivot of each column (Golub & Van Loan 2013, algorithm 3.4.1); the definition of what the kernel computes. */
import type { Context } from '../../analysis/context.ts'
import { SingularMatrix } from './factors.ts'
import type { Factors } from './factors.ts'

/** Of a copy of `matrix`, n x n by rows. Throws SingularMatrix. */
export function factorise (matrix: Float64Array, n: number, context: Context): Factors {
  const lu = matrix.slice()
  const row = Int32Array.from({ length: n }, (_, i) => i)
  for (let k = 0; k < n; k++) {
    context.check()
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) pivot = i
    if (lu[pivot * n + k] === 0) throw new SingularMatrix(k)
    if (pivot !== k) {
      for (let j = 0; j < n; j++) [lu[k * n + j], lu[pivot * n + j]] = [lu[pivot * n + j], lu[k * n + j]];
      [row[k], row[pivot]] = [row[pivot], row[k]]
    }
    for (let i = k + 1; i < n; i++) {
      const factor = lu[i * n + k] /= lu[k * n + k]
      if (factor !== 0) for (let j = k + 1; j < n; j++) lu[i * n + j] -= factor * lu[k * n + j]
    }
  }
  const solve: Factors['solve'] = (right, columns) => {
    const x = new Float64Array(n * columns)
    for (let i = 0; i < n; i++) x.set(right.subarray(row[i] * columns, (row[i] + 1) * columns), i * columns)
    const take = (i: number, j: number): void => { for (let c = 0; c < columns; c++) x[i * columns + c] -= lu[i * n + j] * x[j * columns + c] }
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) take(i, j)
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) take(i, j)
      for (let c = 0; c < columns; c++) x[i * columns + c] /= lu[i * n + i]
    }
    return x
  }
  const solveTransposed: Factors['solveTransposed'] = (right, columns) => {
    const x = right.slice()
    const take = (i: number, j: number): void => { for (let c = 0; c < columns; c++) x[i * columns + c] -= lu[j * n + i] * x[j * columns + c] }
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) take(i, j)
      for (let c = 0; c < columns; c++) x[i * columns + c] /= lu[i * n + i]
    }
    for (let i = n - 1; i >= 0; i--) for (let j = i + 1; j < n; j++) take(i, j)
    const placed = new Float64Array(n * columns)
    for (let i = 0; i < n; i++) placed.set(x.subarray(i * columns, (i + 1) * columns), row[i] * columns)
    return placed
  }
  const inverse = (): Float64Array => {
    const unit = new Float64Array(n * n)
    for (let i = 0; i < n; i++) unit[i * n + i] = 1
    return solve(unit, n)
  }
  return { n, solve, solveTransposed, inverse }
}
