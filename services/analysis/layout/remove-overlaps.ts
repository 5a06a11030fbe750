/**
 * Pushes discs apart until no two overlap: the picture keeps its shape as far as there is room.
 *
 * In each round, every two discs that overlap move apart along the line between their middles, each by half of what is missing (those in one place along a
 * direction that depends on their numbers). Pushing alone need not end in a crowd, so after every ROUNDS_BEFORE_GROWTH rounds the whole picture
 * grows by GROWTH around its middle: once no two middles coincide, growth alone ends it. Only discs in neighbouring squares of a grid are compared:
 * O(n) a round for discs of like size. Two discs count as apart if they overlap by less than TOLERANCE of the sum of their radii.
 * No discs: nothing. Idea: graphology-layout-noverlap; Dwyer, Marriott & Stuckey 2005, GD '05. Tested against all pairs.
 */
import { boundsOf } from './positions.ts'
import type { Positions } from './positions.ts'

export const TOLERANCE = 1e-6
const ROUNDS_BEFORE_GROWTH = 10
const GROWTH = 1.05
/** Pushed a little further than needed: else a row of discs gives way by ever smaller steps. */
const SLACK = 1.01

/** In place. `radii` > 0. `check` is called once a round. */
export function removeOverlaps (positions: Positions, radii: Float64Array, check: () => void = () => {}): void {
  for (let round = 1; pushApart(positions, radii); round++) {
    check()
    if (round % ROUNDS_BEFORE_GROWTH === 0) grow(positions)
  }
}

/** Whether anything overlapped. */
function pushApart ({ x, y }: Positions, radii: Float64Array): boolean {
  const grid = sortIntoGrid({ x, y }, radii)
  let overlapped = false
  for (let i = 0; i < x.length; i++) {
    const { column, row } = grid.squareOf(x[i], y[i])
    for (let r = Math.max(0, row - 1); r <= Math.min(grid.rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(grid.columns - 1, column + 1); c++) {
        for (let j = grid.first[r * grid.columns + c]; j >= 0; j = grid.next[j]) {
          if (j >= i) continue
          const needed = radii[i] + radii[j]
          let dx = x[i] - x[j]
          let dy = y[i] - y[j]
          let distance = Math.sqrt(dx * dx + dy * dy)
          if (distance >= needed * (1 - TOLERANCE)) continue
          overlapped = true
          const gap = needed * SLACK - distance
          if (distance < needed * 1e-9) {
            dx = Math.cos(i + j)
            dy = Math.sin(i + j)
            distance = 1
          }
          const step = gap / 2 / distance
          x[i] += dx * step
          y[i] += dy * step
          x[j] -= dx * step
          y[j] -= dy * step
        }
      }
    }
  }
  return overlapped
}

interface Grid { columns: number, rows: number, first: Int32Array, next: Int32Array, squareOf: (x: number, y: number) => { column: number, row: number } }

/** Squares as wide as the largest disc, or wider so that there are not many more squares than discs. */
function sortIntoGrid ({ x, y }: Positions, radii: Float64Array): Grid {
  const n = x.length
  const { left, bottom, width, height } = boundsOf({ x, y })
  const side = Math.max(2 * radii.reduce((most, radius) => Math.max(most, radius), 0), Math.max(width, height) / Math.ceil(Math.sqrt(n) + 1), Number.MIN_VALUE)
  const columns = Math.floor(width / side) + 1
  const rows = Math.floor(height / side) + 1
  const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(value / side)))
  const squareOf = (atX: number, atY: number): { column: number, row: number } => ({ column: clamp(atX - left, columns), row: clamp(atY - bottom, rows) })
  const first = new Int32Array(columns * rows).fill(-1)
  const next = new Int32Array(n)
  for (let i = n - 1; i >= 0; i--) {
    const { column, row } = squareOf(x[i], y[i])
    next[i] = first[row * columns + column]
    first[row * columns + column] = i
  }
  return { columns, rows, first, next, squareOf }
}

function grow ({ x, y }: Positions): void {
  const { left, bottom, width, height } = boundsOf({ x, y })
  for (let i = 0; i < x.length; i++) {
    x[i] = left + width / 2 + (x[i] - left - width / 2) * GROWTH
    y[i] = bottom + height / 2 + (y[i] - bottom - height / 2) * GROWTH
  }
}
