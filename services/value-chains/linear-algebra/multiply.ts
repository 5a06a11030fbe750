/** Products of matrices, by the kernel where it is compiled and worth opening, else by the definition: the same sums in the same order. */
import { UNWATCHED } from '../../analysis/context.ts'
import type { Context } from '../../analysis/context.ts'
import { openKernel } from '../../kernels/kernel.ts'
import type { Kernel } from '../../kernels/kernel.ts'
import { addProduct } from './add-product.ts'
import { whole } from './block.ts'
import type { Block } from './block.ts'

/** Multiplications from which a kernel is opened: below, the definition takes some milliseconds. */
export const KERNEL_PRODUCT_MIN = 1e7
/** Rows of the product that the kernel makes at a time: no more than these are held twice. */
const SLAB = 256

/** The product of a block of rows x inner and one of inner x columns, both by rows: rows x columns. */
export function multiply (a: Block, b: Block, rows: number, inner: number, columns: number, context: Context = UNWATCHED): Float64Array {
  const kernel = rows * inner * columns < KERNEL_PRODUCT_MIN ? null : openKernel(context)
  return kernel === null ? multiplyByDefinition(a, b, rows, inner, columns, context) : multiplyByKernel(kernel, a, b, rows, inner, columns)
}

export function multiplyByDefinition (a: Block, b: Block, rows: number, inner: number, columns: number, context: Context): Float64Array {
  const product = new Float64Array(rows * columns)
  addProduct(whole(product, columns), a, b, rows, inner, columns, 1, context)
  return product
}

export function multiplyByKernel ({ call, reserve, window }: Kernel, a: Block, b: Block, rows: number, inner: number, columns: number): Float64Array {
  const scratch = reserve(call.linearAlgebraScratch())
  const places = { a: reserve(8 * SLAB * inner), b: reserve(8 * inner * columns), product: reserve(8 * SLAB * columns) }
  const left = window(places.a, SLAB * inner)
  const right = window(places.b, inner * columns)
  const slab = window(places.product, SLAB * columns)
  const product = new Float64Array(rows * columns)
  const rowOf = ({ values, at, down }: Block, row: number, length: number): Float64Array => values.subarray(at + row * down, at + row * down + length)
  for (let k = 0; k < inner; k++) right.set(rowOf(b, k, columns), k * columns)
  for (let first = 0; first < rows; first += SLAB) {
    const high = Math.min(SLAB, rows - first)
    for (let i = 0; i < high; i++) left.set(rowOf(a, first + i, inner), i * inner)
    slab.fill(0)
    call.addMatrixProduct(high, inner, columns, places.a, places.b, places.product, first / rows, scratch)
    product.set(slab.subarray(0, high * columns), first * columns)
  }
  return product
}
