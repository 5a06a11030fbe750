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

/** P M = L U, by the kernel or by the definition. */
export interface Factorised {
  n: number
  /** Row of M that stands in each row of L U. */
  order: Int32Array
  /** For right-hand sides, n x SLAB at most, and for what is solved in their place. */
  room: Float64Array
  /** For as many columns in the room, rows of which before `first` are 0 (of the transpose: `first` is 0). `share`: done of all. */
  solveRoom: (first: number, columns: number, transposed: boolean, share: number) => void
}

/** Right-hand sides that are solved at a time: no more than these are held twice. */
export const SLAB = 256

export function factorsOf ({ n, order, room: x, solveRoom }: Factorised): Factors {
  /** In slabs of columns: `fill` brings the right-hand sides into the room, and answers before which row they are 0; `fetch` takes away what is solved. */
  const inSlabs = (columns: number, transposed: boolean, fill: (first: number, width: number) => number, fetch: (first: number, width: number) => void): void => {
    for (let first = 0; first < columns; first += SLAB) {
      const width = Math.min(SLAB, columns - first)
      solveRoom(fill(first, width), width, transposed, first / columns)
      fetch(first, width)
    }
  }
  const solveAll = (right: Float64Array, columns: number, transposed: boolean): Float64Array => {
    const found = new Float64Array(n * columns)
    const placeIn = (i: number): number => transposed ? i : order[i]
    const placeOut = (i: number): number => transposed ? order[i] : i
    inSlabs(columns, transposed, (first, width) => {
      for (let i = 0; i < n; i++) for (let c = 0, at = placeIn(i) * columns + first; c < width; c++) x[i * width + c] = right[at + c]
      return 0
    }, (first, width) => {
      for (let i = 0; i < n; i++) for (let c = 0, at = placeOut(i) * columns + first; c < width; c++) found[at + c] = x[i * width + c]
    })
    return found
  }
  return {
    n,
    solve: (right, columns) => solveAll(right, columns, false),
    solveTransposed: (right, columns) => solveAll(right, columns, true),
    inverse: () => {
      const found = new Float64Array(n * n)
      // (L U)^-1, whose columns change places to make it M^-1: a column of the unit matrix is 0 down to its 1, which saves a third of the work.
      inSlabs(n, false, (first, width) => {
        x.fill(0)
        for (let c = 0; c < width; c++) x[(first + c) * width + c] = 1
        return first
      }, (first, width) => {
        for (let i = 0; i < n; i++) for (let c = 0; c < width; c++) found[i * n + order[first + c]] = x[i * width + c]
      })
      return found
    }
  }
}
