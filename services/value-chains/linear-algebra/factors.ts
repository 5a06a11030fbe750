/** LU factors of a square matrix, and what is solved with them. Matrices are float64 by rows. */
export interface Factors {
  n: number
  /** X of M X = R, for R of n x columns; R stays as it is. */
  solve: (right: Float64Array, columns: number) => Float64Array
  /** X of M' X = R, M' the transpose. */
  solveTransposed: (right: Float64Array, columns: number) => Float64Array
  /** n x n. */
  inverse: () => Float64Array
}

/** The matrix has no inverse: its column `column` depends on those before it. */
export class SingularMatrix extends Error {
  override name = 'SingularMatrix'
  readonly column: number
  constructor (column: number) {
    super(`column ${column} depends on the columns before it`)
    this.column = column
  }
}
