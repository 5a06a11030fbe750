/** Repulsion by Barnes-Hut, as force-atlas2.ts states it: for each leaf of the tree a list of what acts on its nodes, then the sums over that list. */
import type { Context } from '../context.ts'
import type { ForceAtlas2Options } from './force-options.ts'
import type { Positions } from './positions.ts'
import type { Quadtree } from './quadtree.ts'

/** Discs that overlap push each other so many times as hard as two nodes at distance 1. */
const OVERLAP_PUSH = 100

/** Bodies that act on a leaf: nodes, and cells far enough to count as one; a cell has no size. */
interface Bodies { count: number, x: Float64Array, y: Float64Array, mass: Float64Array, size: Float64Array }

/** Sets `force`. */
export function repel (tree: Quadtree, positions: Positions, mass: Float64Array, sizes: Float64Array | null, { scaling, theta }: ForceAtlas2Options, force: Positions, context: Context): void {
  const n = mass.length
  const bodies: Bodies = { count: 0, x: new Float64Array(n), y: new Float64Array(n), mass: new Float64Array(n), size: new Float64Array(n) }
  const factorOf = sizes === null ? betweenPoints : betweenDiscs
  for (let leaf = 0; leaf < tree.cells; leaf++) {
    if (tree.next[leaf] !== leaf + 1) continue
    context.check()
    listBodies(tree, leaf, positions, mass, sizes, theta * theta, bodies)
    for (let at = tree.first[leaf]; at < tree.end[leaf]; at++) {
      const node = tree.order[at]
      let xSum = 0
      let ySum = 0
      for (let body = 0; body < bodies.count; body++) {
        const dx = positions.x[node] - bodies.x[body]
        const dy = positions.y[node] - bodies.y[body]
        const factor = factorOf(dx * dx + dy * dy, bodies.mass[body], sizes === null ? 0 : sizes[node] + bodies.size[body])
        xSum += dx * factor
        ySum += dy * factor
      }
      force.x[node] = xSum * (scaling * mass[node])
      force.y[node] = ySum * (scaling * mass[node])
    }
  }
}

const betweenPoints = (distance2: number, mass: number): number => distance2 > 0 ? mass / distance2 : 0

function betweenDiscs (distance2: number, mass: number, radii: number): number {
  const gap = Math.sqrt(distance2) - radii
  if (gap > 0) return mass / (gap * gap)
  return gap < 0 ? OVERLAP_PUSH * mass : 0
}

function listBodies (tree: Quadtree, leaf: number, { x, y }: Positions, mass: Float64Array, sizes: Float64Array | null, theta2: number, bodies: Bodies): void {
  const first = tree.first[leaf]
  let xLow = Infinity
  let xHigh = -Infinity
  let yLow = Infinity
  let yHigh = -Infinity
  for (let at = first; at < tree.end[leaf]; at++) {
    const node = tree.order[at]
    xLow = Math.min(xLow, x[node])
    xHigh = Math.max(xHigh, x[node])
    yLow = Math.min(yLow, y[node])
    yHigh = Math.max(yHigh, y[node])
  }
  bodies.count = 0
  const add = (bodyX: number, bodyY: number, bodyMass: number, size: number): void => {
    bodies.x[bodies.count] = bodyX
    bodies.y[bodies.count] = bodyY
    bodies.mass[bodies.count] = bodyMass
    bodies.size[bodies.count++] = size
  }
  for (let cell = 0; cell < tree.cells;) {
    const dx = Math.max(xLow - tree.x[cell], 0, tree.x[cell] - xHigh)
    const dy = Math.max(yLow - tree.y[cell], 0, tree.y[cell] - yHigh)
    const holdsLeaf = tree.first[cell] <= first && first < tree.end[cell]
    if (!holdsLeaf && tree.side2[cell] < theta2 * (dx * dx + dy * dy)) {
      add(tree.x[cell], tree.y[cell], tree.mass[cell], 0)
      cell = tree.next[cell]
    } else {
      if (tree.next[cell] === cell + 1) {
        for (let at = tree.first[cell]; at < tree.end[cell]; at++) {
          const node = tree.order[at]
          add(x[node], y[node], mass[node], sizes === null ? 0 : sizes[node])
        }
      }
      cell++
    }
  }
}
