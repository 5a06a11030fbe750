/**
 * C += A B, or C -= A B: the definition of what the kernel computes, in the same order.
 *
 * Four by four values of the product are summed at a time, over up to 128 of the inner dimension, from copies that lie side by side (Goto & van de Geijn 2008,
 * ACM Transactions on Mathematical Software 34(3):12).
 */
import type { Context } from '../../analysis/context.ts'
import type { Block } from './block.ts'

/** Rows of B that are packed at a time, and columns: what is packed stays in the cache of a core. */
const DEEP = 128
const WIDE = 256
/** Rows and columns of C that are summed together. */
const TILE = 4

const columnsPacked = new Float64Array(DEEP * WIDE)
const rowsPacked = new Float64Array(DEEP * TILE)
const tile = new Float64Array(TILE * TILE)

/** C, of rows x columns, and B, of inner x columns, by rows; A, of rows x inner, may be a transpose. */
export function addProduct (c: Block, a: Block, b: Block, rows: number, inner: number, columns: number, sign: 1 | -1, context: Context): void {
  for (let j = 0; j < columns; j += WIDE) {
    const wide = Math.min(WIDE, columns - j)
    for (let k = 0; k < inner; k += DEEP) {
      context.check()
      const deep = Math.min(DEEP, inner - k)
      packColumns(b, k, j, deep, wide)
      for (let i = 0; i < rows; i += TILE) {
        const high = Math.min(TILE, rows - i)
        packRows(a, i, k, high, deep, sign)
        for (let strip = 0; strip < wide; strip += TILE) {
          sumTile(strip * deep, deep)
          const across = Math.min(TILE, wide - strip)
          for (let y = 0; y < high; y++) for (let x = 0, at = c.at + (i + y) * c.down + j + strip; x < across; x++) c.values[at + x] += tile[y * TILE + x]
        }
      }
    }
  }
}

/** Columns in strips of four, one strip after the other, with zeros where there are no four. */
function packColumns ({ values, at, down }: Block, k: number, j: number, deep: number, wide: number): void {
  let to = 0
  for (let strip = 0; strip < wide; strip += TILE) {
    for (let row = 0, from = at + k * down + j + strip; row < deep; row++, from += down) for (let x = 0; x < TILE; x++) columnsPacked[to++] = strip + x < wide ? values[from + x] : 0
  }
}

/** Four rows side by side, with their sign. */
function packRows ({ values, at, down, along }: Block, i: number, k: number, high: number, deep: number, sign: number): void {
  for (let y = 0; y < TILE; y++) for (let row = 0, from = at + (i + y) * down + k * along; row < deep; row++, from += along) rowsPacked[row * TILE + y] = y < high ? sign * values[from] : 0
}

function sumTile (strip: number, deep: number): void {
  let p00 = 0; let p01 = 0; let p02 = 0; let p03 = 0
  let p10 = 0; let p11 = 0; let p12 = 0; let p13 = 0
  let p20 = 0; let p21 = 0; let p22 = 0; let p23 = 0
  let p30 = 0; let p31 = 0; let p32 = 0; let p33 = 0
  for (let at = 0, end = deep * TILE; at < end; at += TILE, strip += TILE) {
    const b0 = columnsPacked[strip]
    const b1 = columnsPacked[strip + 1]
    const b2 = columnsPacked[strip + 2]
    const b3 = columnsPacked[strip + 3]
    const a0 = rowsPacked[at]
    const a1 = rowsPacked[at + 1]
    const a2 = rowsPacked[at + 2]
    const a3 = rowsPacked[at + 3]
    p00 += a0 * b0; p01 += a0 * b1; p02 += a0 * b2; p03 += a0 * b3
    p10 += a1 * b0; p11 += a1 * b1; p12 += a1 * b2; p13 += a1 * b3
    p20 += a2 * b0; p21 += a2 * b1; p22 += a2 * b2; p23 += a2 * b3
    p30 += a3 * b0; p31 += a3 * b1; p32 += a3 * b2; p33 += a3 * b3
  }
  tile[0] = p00; tile[1] = p01; tile[2] = p02; tile[3] = p03
  tile[4] = p10; tile[5] = p11; tile[6] = p12; tile[7] = p13
  tile[8] = p20; tile[9] = p21; tile[10] = p22; tile[11] = p23
  tile[12] = p30; tile[13] = p31; tile[14] = p32; tile[15] = p33
}
