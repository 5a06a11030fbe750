/** Products of blocks of matrices that stand by rows in typed arrays. */

/** A block of a matrix: its first row and column, and the width of the matrix it lies in. */
export interface Block { values: Float64Array, width: number, row: number, column: number }

export const whole = (values: Float64Array, width: number): Block => ({ values, width, row: 0, column: 0 })

/** The product of a block of rows x inner and one of inner x columns: rows x columns. */
export function multiply (a: Block, b: Block, rows: number, inner: number, columns: number): Float64Array {
  const product = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) {
    const ofA = (a.row + i) * a.width + a.column
    for (let k = 0; k < inner; k++) {
      const factor = a.values[ofA + k]
      if (factor === 0) continue
      const ofB = (b.row + k) * b.width + b.column
      for (let j = 0; j < columns; j++) product[i * columns + j] += factor * b.values[ofB + j]
    }
  }
  return product
}
