/** T X = B for a triangular T, by halves: what the first half of X makes of the rest is one product of matrices. */
import type { Context } from '../../analysis/context.ts'
import { addProduct } from './add-product.ts'
import { from } from './block.ts'
import type { Block } from './block.ts'

/** Rows of a triangle, or columns of a matrix, that are worked off one by one. */
export const LEAF = 8

/** The first half of so many, in whole leaves. */
export const halfOf = (size: number): number => Math.ceil(size / (2 * LEAF)) * LEAF

/** X by rows, in place of B. T has nothing above its diagonal (`forward`), or nothing below; `unit`: its diagonal is 1 and not read. */
export function solveTriangle (t: Block, x: Block, size: number, columns: number, forward: boolean, unit: boolean, context: Context): void {
  if (size <= LEAF) return solveLeaf(t, x, size, columns, forward, unit)
  const half = halfOf(size)
  const rest = size - half
  const second = from(x, half, 0)
  if (forward) {
    solveTriangle(t, x, half, columns, true, unit, context)
    addProduct(second, from(t, half, 0), x, rest, half, columns, -1, context)
    solveTriangle(from(t, half, half), second, rest, columns, true, unit, context)
  } else {
    solveTriangle(from(t, half, half), second, rest, columns, false, unit, context)
    addProduct(x, from(t, 0, half), second, half, rest, columns, -1, context)
    solveTriangle(t, x, half, columns, false, unit, context)
  }
}

function solveLeaf (t: Block, { values, at, down }: Block, size: number, columns: number, forward: boolean, unit: boolean): void {
  for (let step = 0; step < size; step++) {
    const i = forward ? step : size - 1 - step
    const row = at + i * down
    for (let j = forward ? 0 : i + 1, end = forward ? i : size; j < end; j++) {
      const factor = t.values[t.at + i * t.down + j * t.along]
      for (let c = 0, other = at + j * down; c < columns; c++) values[row + c] -= factor * values[other + c]
    }
    if (unit) continue
    const pivot = t.values[t.at + i * (t.down + t.along)]
    for (let c = 0; c < columns; c++) values[row + c] /= pivot
  }
}
