/** LU factors of a matrix, by the kernel where it is compiled and worth opening, else by the definition: the same steps in the same order. */
import type { Context } from '../../analysis/context.ts'
import { openKernel } from '../../kernels/kernel.ts'
import type { Kernel } from '../../kernels/kernel.ts'
import { factoriseByDefinition } from './factorise-by-definition.ts'
import { factorsOf, SingularMatrix, SLAB } from './factors.ts'
import type { Factorised, Factors } from './factors.ts'

/** Rows from which a kernel is opened: below, factors take some milliseconds, and each kernel reserves gigabytes of addresses, of which a process cannot have hundreds. */
export const KERNEL_ROWS_MIN = 200

/** Of a copy of `matrix`, n x n by rows. Throws SingularMatrix. */
export const factorise = (matrix: Float64Array, n: number, context: Context): Factors => factoriseFilled(n, into => into.set(matrix), context)

/** Of the matrix that `fill` puts into zeros, n x n by rows: a large one is never there twice. Throws SingularMatrix. */
export function factoriseFilled (n: number, fill: (into: Float64Array) => void, context: Context): Factors {
  const kernel = n < KERNEL_ROWS_MIN ? null : openKernel(context)
  if (kernel !== null) return factorsOf(factoriseByKernel(kernel, n, fill))
  const matrix = new Float64Array(n * n)
  fill(matrix)
  return factorsOf(factoriseByDefinition(matrix, n, context))
}

/** Throws SingularMatrix. */
export function factoriseByKernel ({ call, reserve, window, ints }: Kernel, n: number, fill: (into: Float64Array) => void): Factorised {
  const scratch = reserve(call.linearAlgebraScratch())
  const order = reserve(4 * n)
  const matrix = reserve(8 * n * n)
  const x = reserve(8 * n * SLAB)
  fill(window(matrix, n * n))
  const column = call.factorise(n, matrix, order, scratch)
  if (column >= 0) throw new SingularMatrix(column)
  return {
    n,
    order: ints(order, n),
    room: window(x, n * SLAB),
    solveRoom: (first, columns, transposed, share) => call.solveFactored(n, matrix, first, x, columns, Number(transposed), share, scratch)
  }
}
