/**
 * Products of matrices, LU factors and what is solved with them, as value-chains/linear-algebra defines them: the same products and sums in the same order, two to a vector.
 *
 * Matrices are f64 by rows. A part of one is an address, with steps counted in values: `down` to the next row, `along` to the next column (1 where it is not named).
 */
import { getFloat, getInt, report, setFloat, setInt, startScratch, takeFloats } from './memory'

/** Rows of the right factor that are packed at a time: a strip of four columns stays in the nearest cache. */
const DEEP: i32 = 128
/** Columns of it, so that what is packed stays in the second. */
const WIDE: i32 = 256
/** Rows and columns of the product that are summed in registers. */
const TILE: i32 = 4
/** Columns, or rows of a triangle, that are worked off one by one: halves are halved down to it. */
const LEAF: i32 = 8

let rowsPacked: usize = 0
let columnsPacked: usize = 0
let tile: usize = 0
/** Share to report. */
let done: f64 = 0

@inline function placeOf (array: usize, i: i32): usize { return array + (<usize>i << 3) }

/** Scratch of all that is exported here, bytes. */
export function linearAlgebraScratch (): usize { return (<usize>(DEEP * (WIDE + TILE) + TILE * TILE) << 3) + 64 * 4 }

function start (scratch: usize, share: f64): void {
  startScratch(scratch)
  columnsPacked = takeFloats(DEEP * WIDE)
  rowsPacked = takeFloats(DEEP * TILE)
  tile = takeFloats(TILE * TILE)
  done = share
}

/** Columns in strips of four, one strip after the other, with zeros where there are no four. */
function packColumns (b: usize, down: i32, deep: i32, wide: i32): void {
  let to = columnsPacked
  for (let j = 0; j < wide; j += TILE) {
    let from = placeOf(b, j)
    const there = min(TILE, wide - j)
    for (let k = 0; k < deep; k++, to += 32, from = placeOf(from, down)) {
      if (there === TILE) {
        v128.store(to, v128.load(from))
        v128.store(to, v128.load(from, 16), 16)
      } else {
        for (let x = 0; x < TILE; x++) setFloat(to, x, x < there ? getFloat(from, x) : 0)
      }
    }
  }
}

/** Four rows side by side, times `sign`. */
function packRows (a: usize, down: i32, along: i32, high: i32, deep: i32, sign: f64): void {
  for (let y = 0; y < TILE; y++) {
    let from = placeOf(a, y * down)
    let to = placeOf(rowsPacked, y)
    for (let k = 0; k < deep; k++, to += 32, from = placeOf(from, along)) setFloat(to, 0, y < high ? sign * getFloat(from, 0) : 0)
  }
}

/** Adds the product of the packed rows and one strip of columns to c. */
function addTile (c: usize, down: i32, strip: usize, deep: i32, high: i32, wide: i32): void {
  let p00 = f64x2.splat(0)
  let p01 = p00
  let p10 = p00
  let p11 = p00
  let p20 = p00
  let p21 = p00
  let p30 = p00
  let p31 = p00
  let at = rowsPacked
  for (const end = at + (<usize>deep << 5); at < end; at += 32, strip += 32) {
    const left = v128.load(strip)
    const right = v128.load(strip, 16)
    let factor = v128.load64_splat(at)
    p00 = f64x2.add(p00, f64x2.mul(factor, left))
    p01 = f64x2.add(p01, f64x2.mul(factor, right))
    factor = v128.load64_splat(at, 8)
    p10 = f64x2.add(p10, f64x2.mul(factor, left))
    p11 = f64x2.add(p11, f64x2.mul(factor, right))
    factor = v128.load64_splat(at, 16)
    p20 = f64x2.add(p20, f64x2.mul(factor, left))
    p21 = f64x2.add(p21, f64x2.mul(factor, right))
    factor = v128.load64_splat(at, 24)
    p30 = f64x2.add(p30, f64x2.mul(factor, left))
    p31 = f64x2.add(p31, f64x2.mul(factor, right))
  }
  v128.store(tile, p00)
  v128.store(tile, p01, 16)
  v128.store(tile, p10, 32)
  v128.store(tile, p11, 48)
  v128.store(tile, p20, 64)
  v128.store(tile, p21, 80)
  v128.store(tile, p30, 96)
  v128.store(tile, p31, 112)
  for (let y = 0, from = tile; y < high; y++, from += 32, c = placeOf(c, down)) {
    if (wide === TILE) {
      v128.store(c, f64x2.add(v128.load(c), v128.load(from)))
      v128.store(c, f64x2.add(v128.load(c, 16), v128.load(from, 16)), 16)
    } else {
      for (let x = 0; x < wide; x++) setFloat(c, x, getFloat(c, x) + getFloat(from, x))
    }
  }
}

/** c += sign a b. */
function addProduct (c: usize, downC: i32, a: usize, downA: i32, alongA: i32, b: usize, downB: i32, rows: i32, inner: i32, columns: i32, sign: f64): void {
  for (let j = 0; j < columns; j += WIDE) {
    const wide = min(WIDE, columns - j)
    for (let k = 0; k < inner; k += DEEP) {
      report(done)
      const deep = min(DEEP, inner - k)
      packColumns(placeOf(b, k * downB + j), downB, deep, wide)
      for (let i = 0; i < rows; i += TILE) {
        const high = min(TILE, rows - i)
        packRows(placeOf(a, i * downA + k * alongA), downA, alongA, high, deep, sign)
        for (let strip = 0; strip < wide; strip += TILE) addTile(placeOf(c, i * downC + j + strip), downC, placeOf(columnsPacked, strip * deep), deep, high, min(TILE, wide - strip))
      }
    }
  }
}

/** y -= factor x. */
@inline function subtractRow (y: usize, x: usize, factor: f64, count: i32): void {
  const factors = f64x2.splat(factor)
  const end = placeOf(y, count)
  for (; y + 16 <= end; y += 16, x += 16) v128.store(y, f64x2.sub(v128.load(y), f64x2.mul(factors, v128.load(x))))
  if (y < end) setFloat(y, 0, getFloat(y, 0) - factor * getFloat(x, 0))
}

/** T X = X in place, for T with nothing above its diagonal (`forward`) or nothing below; `unit`: its diagonal is 1 and not read. */
function solveTriangle (t: usize, down: i32, along: i32, x: usize, columns: i32, size: i32, downX: i32, forward: bool, unit: bool): void {
  if (size <= LEAF) {
    for (let step = 0; step < size; step++) {
      const i = forward ? step : size - 1 - step
      const row = placeOf(x, i * downX)
      for (let j = forward ? 0 : i + 1, end = forward ? i : size; j < end; j++) subtractRow(row, placeOf(x, j * downX), getFloat(t, i * down + j * along), columns)
      if (unit) continue
      const pivot = getFloat(t, i * (down + along))
      for (let c = 0; c < columns; c++) setFloat(row, c, getFloat(row, c) / pivot)
    }
    return
  }
  const half = (size + 2 * LEAF - 1) / (2 * LEAF) * LEAF
  const rest = size - half
  const second = placeOf(x, half * downX)
  const below = placeOf(t, half * (down + along))
  if (forward) {
    solveTriangle(t, down, along, x, columns, half, downX, true, unit)
    addProduct(second, downX, placeOf(t, half * down), down, along, x, downX, rest, half, columns, -1)
    solveTriangle(below, down, along, second, columns, rest, downX, true, unit)
  } else {
    solveTriangle(below, down, along, second, columns, rest, downX, false, unit)
    addProduct(x, downX, placeOf(t, half * along), down, along, second, downX, half, rest, columns, -1)
    solveTriangle(t, down, along, x, columns, half, downX, false, unit)
  }
}

function swap (matrix: usize, n: i32, order: usize, i: i32, j: i32): void {
  for (let p = placeOf(matrix, i * n), q = placeOf(matrix, j * n), end = placeOf(p, n); p < end; p += 8, q += 8) {
    const value = load<f64>(p)
    store<f64>(p, load<f64>(q))
    store<f64>(q, value)
  }
  const row = getInt(order, i)
  setInt(order, i, getInt(order, j))
  setInt(order, j, row)
}

/** Columns from `first` on, one by one. Returns the column without a pivot, or -1. */
function factoriseLeaf (matrix: usize, n: i32, order: usize, first: i32, width: i32): i32 {
  const end = first + width
  for (let j = first; j < end; j++) {
    let pivot = j
    let greatest = Math.abs(getFloat(matrix, j * n + j))
    for (let i = j + 1; i < n; i++) {
      const size = Math.abs(getFloat(matrix, i * n + j))
      if (size > greatest) {
        greatest = size
        pivot = i
      }
    }
    if (!(greatest > 0 && greatest < Infinity)) return j
    if (pivot !== j) swap(matrix, n, order, j, pivot)
    const from = placeOf(matrix, j * n)
    const divisor = getFloat(from, j)
    for (let i = j + 1; i < n; i++) {
      const row = placeOf(matrix, i * n)
      const factor = getFloat(row, j) / divisor
      setFloat(row, j, factor)
      for (let k = j + 1; k < end; k++) setFloat(row, k, getFloat(row, k) - factor * getFloat(from, k))
    }
  }
  const left = <f64>(n - end) / n
  done = 1 - left * left * left
  report(done)
  return -1
}

/** The left half, what it makes of the right half, the right half. */
function factoriseColumns (matrix: usize, n: i32, order: usize, first: i32, width: i32): i32 {
  if (width <= LEAF) return factoriseLeaf(matrix, n, order, first, width)
  const half = (width + 2 * LEAF - 1) / (2 * LEAF) * LEAF
  const second = first + half
  const failed = factoriseColumns(matrix, n, order, first, half)
  if (failed >= 0) return failed
  const beside = placeOf(matrix, first * n + second)
  solveTriangle(placeOf(matrix, first * n + first), n, 1, beside, width - half, half, n, true, true)
  addProduct(placeOf(matrix, second * n + second), n, placeOf(matrix, second * n + first), n, 1, beside, n, n - second, half, width - half, -1)
  return factoriseColumns(matrix, n, order, second, width - half)
}

/** P M = L U in place; `order`: the row of M that stands in each row. Returns -1, or the first column in which all that could be a pivot is 0 or not a finite number. */
export function factorise (n: i32, matrix: usize, order: usize, scratch: usize): i32 {
  start(scratch, 0)
  for (let i = 0; i < n; i++) setInt(order, i, i)
  return factoriseColumns(matrix, n, order, 0, n)
}

/** L U X = X in place, or its transpose, for `columns` columns whose rows before `first` are 0 (of the transpose: `first` is 0). `share` is reported meanwhile. */
export function solveFactored (n: i32, lu: usize, first: i32, x: usize, columns: i32, transposed: i32, share: f64, scratch: usize): void {
  start(scratch, share)
  if (transposed) {
    solveTriangle(lu, 1, n, x, columns, n, columns, true, false)
    solveTriangle(lu, 1, n, x, columns, n, columns, false, true)
  } else {
    solveTriangle(placeOf(lu, first * (n + 1)), n, 1, placeOf(x, first * columns), columns, n - first, columns, true, true)
    solveTriangle(lu, n, 1, x, columns, n, columns, false, false)
  }
}

/** c += a b, of rows x inner and inner x columns. `share` is reported meanwhile. */
export function addMatrixProduct (rows: i32, inner: i32, columns: i32, a: usize, b: usize, c: usize, share: f64, scratch: usize): void {
  start(scratch, share)
  addProduct(c, columns, a, inner, 1, b, columns, rows, inner, columns, 1)
}
