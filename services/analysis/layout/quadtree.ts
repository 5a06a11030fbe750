/**
 * A quadtree over points, laid out for Barnes-Hut sums (Barnes & Hut 1986, Nature 324:446): cells in preorder, each knowing where it ends.
 *
 * Points are sorted along the Morton curve of a grid of 65,536 x 65,536 (Morton 1966), so that every cell of the tree is a range of the order. A cell of at
 * most LEAF_MAX points is a leaf; a chain of cells with one child is one cell. Points that share a cell of the finest grid stay in one leaf, however many.
 * O(n log n). Coordinates must be finite.
 */
import type { Positions } from './positions.ts'

/** Points of a leaf: they are near each other, so one list of what acts on them serves all. Eight measured best among 4 to 32. */
export const LEAF_MAX = 8
const LEVELS = 16

export interface Quadtree {
  /** Nodes along the Morton curve. */
  order: Int32Array
  cells: number
  /** Points of a cell: order[first..end). */
  first: Int32Array
  end: Int32Array
  /** The cell after the last one inside; that of a leaf is the next. */
  next: Int32Array
  mass: Float64Array
  /** Centre of mass. */
  x: Float64Array
  y: Float64Array
  /** Side, squared. */
  side2: Float64Array
}

export function buildQuadtree ({ x, y }: Positions, mass: Float64Array): Quadtree {
  const n = x.length
  const { keys, order, side } = alongMortonCurve({ x, y })
  // Every inner cell has two children or more, and every leaf a point.
  const room = 2 * n
  const tree: Quadtree = {
    order, cells: 0, first: new Int32Array(room), end: new Int32Array(room), next: new Int32Array(room), mass: new Float64Array(room), x: new Float64Array(room), y: new Float64Array(room), side2: new Float64Array(room)
  }
  /** The cell of these points, all alike in the first `level` pairs of bits; its place in the tree. */
  const build = (first: number, end: number, level: number): number => {
    const cell = tree.cells++
    // Bits in which the first and the last differ tell where the cell divides.
    while (level < LEVELS && quadrant(keys[first], level) === quadrant(keys[end - 1], level)) level++
    let massSum = 0
    let xSum = 0
    let ySum = 0
    if (end - first <= LEAF_MAX || level === LEVELS) {
      for (let at = first; at < end; at++) {
        const node = order[at]
        massSum += mass[node]
        xSum += x[node] * mass[node]
        ySum += y[node] * mass[node]
      }
    } else {
      for (let at = first; at < end;) {
        const childEnd = endOfQuadrant(keys, at, end, level)
        const child = build(at, childEnd, level + 1)
        massSum += tree.mass[child]
        xSum += tree.x[child] * tree.mass[child]
        ySum += tree.y[child] * tree.mass[child]
        at = childEnd
      }
    }
    tree.first[cell] = first
    tree.end[cell] = end
    tree.next[cell] = tree.cells
    tree.mass[cell] = massSum
    tree.x[cell] = xSum / massSum
    tree.y[cell] = ySum / massSum
    const width = side / 2 ** level
    tree.side2[cell] = width * width
    return cell
  }
  if (n > 0) build(0, n, 0)
  return tree
}

const quadrant = (key: number, level: number): number => (key >>> (30 - 2 * level)) & 3

/** Keys ascend within a cell: the first of another quadrant, by halving. */
function endOfQuadrant (keys: Uint32Array, first: number, end: number, level: number): number {
  const here = quadrant(keys[first], level)
  let low = first + 1
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (quadrant(keys[middle], level) === here) low = middle + 1
    else high = middle
  }
  return low
}

/** Nodes by the cell of the grid they lie in, those of one cell by number. `side`: of the square around all. */
function alongMortonCurve ({ x, y }: Positions): { keys: Uint32Array, order: Int32Array, side: number } {
  let xLow = Infinity
  let xHigh = -Infinity
  let yLow = Infinity
  let yHigh = -Infinity
  for (let i = 0; i < x.length; i++) {
    xLow = Math.min(xLow, x[i])
    xHigh = Math.max(xHigh, x[i])
    yLow = Math.min(yLow, y[i])
    yHigh = Math.max(yHigh, y[i])
  }
  // A little larger than what it holds: the last point falls inside the last cell.
  const side = Math.max(xHigh - xLow, yHigh - yLow) * 1.0001
  const scale = side > 0 ? 2 ** LEVELS / side : 0
  const keyOf = Uint32Array.from(x, (_, i) => spread(Math.trunc((x[i] - xLow) * scale)) | spread(Math.trunc((y[i] - yLow) * scale)) << 1)
  const order = Int32Array.from(keyOf.keys()).sort((a, b) => keyOf[a] - keyOf[b] || a - b)
  return { keys: Uint32Array.from(order, node => keyOf[node]), order, side }
}

/** The 16 bits of a number, apart by one (Warren, Hacker's Delight, 7-2). */
function spread (bits: number): number {
  let x = bits
  x = (x | x << 8) & 0x00ff00ff
  x = (x | x << 4) & 0x0f0f0f0f
  x = (x | x << 2) & 0x33333333
  return (x | x << 1) & 0x55555555
}
