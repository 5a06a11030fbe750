/** Matrices that stand in typed arrays, and blocks of them. */

/** Where a block begins in `values`, and how far apart its rows and its columns stand: by rows `along` is 1, and of the transpose the two change places. */
export interface Block { values: Float64Array, at: number, down: number, along: number }

/** A matrix by rows. */
export const whole = (values: Float64Array, width: number): Block => ({ values, at: 0, down: width, along: 1 })

/** What begins so many rows and columns further on. */
export const from = (block: Block, row: number, column: number): Block => ({ ...block, at: block.at + row * block.down + column * block.along })
