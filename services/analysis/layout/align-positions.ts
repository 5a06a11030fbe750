/**
 * Turns a picture onto an earlier one, so that what has not changed stays where it was.
 *
 * Orthogonal Procrustes on the nodes both have: of all turns, mirrored or not, the one with the least sum of squared distances, middles of the
 * shared nodes laid onto each other. With C the sums of products of the centred coordinates (a = Cxx + Cyy, b = Cxy - Cyx; mirrored a = Cxx - Cyy,
 * b = Cxy + Cyx) the best angle is atan2(b, a), and the larger hypot(a, b) wins. The scale is kept: discs that do not overlap must not after it, and the size of
 * the picture says how many there are. `scaled` frees it, for pictures that are fitted to a frame afterwards. O(n).
 * Without shared nodes, nothing moves; one shared node is laid onto its place. Source: Gower & Dijksterhuis 2004, Procrustes Problems; Schoenemann 1966, Psychometrika 31:1.
 */
import type { Positions } from './positions.ts'

/** In place. `previous`: parallel to `positions`, NaN for nodes it does not have. */
export function alignPositions (positions: Positions, previous: Positions, scaled = false): void {
  const shared = sharedNodes(positions, previous)
  if (shared.length > 0) apply(positions, bestTurn(positions, previous, shared, scaled))
}

const sharedNodes = (positions: Positions, previous: Positions): number[] => Array.from(positions.x.keys()).filter(v => Number.isFinite(positions.x[v]) && Number.isFinite(previous.x[v]))

/** How many nodes both have, and how far they stand from where they were, on average, as a share of the spread there (root of mean square distance from the middle). NaN: no spread. */
export interface Displacement { shared: number, moved: number }

export function displacement (positions: Positions, previous: Positions): Displacement {
  const shared = sharedNodes(positions, previous)
  const middle = middleOf(previous, shared)
  let moved = 0
  let spread = 0
  for (const v of shared) {
    moved += Math.hypot(positions.x[v] - previous.x[v], positions.y[v] - previous.y[v])
    spread += (previous.x[v] - middle.x) ** 2 + (previous.y[v] - middle.y) ** 2
  }
  return { shared: shared.length, moved: spread === 0 ? NaN : moved / shared.length / Math.sqrt(spread / shared.length) }
}

interface Turn { middle: Point, onto: Point, cosine: number, sine: number, /** -1: the y axis is mirrored first. */ mirror: 1 | -1 }
interface Point { x: number, y: number }

function middleOf ({ x, y }: Positions, nodes: number[]): Point {
  const sum = { x: 0, y: 0 }
  for (const v of nodes) {
    sum.x += x[v]
    sum.y += y[v]
  }
  return { x: sum.x / nodes.length, y: sum.y / nodes.length }
}

function bestTurn (positions: Positions, previous: Positions, shared: number[], scaled: boolean): Turn {
  const middle = middleOf(positions, shared)
  const onto = middleOf(previous, shared)
  let [xx, xy, yx, yy, squares] = [0, 0, 0, 0, 0]
  for (const v of shared) {
    const dx = positions.x[v] - middle.x
    const dy = positions.y[v] - middle.y
    const ontoX = previous.x[v] - onto.x
    const ontoY = previous.y[v] - onto.y
    xx += dx * ontoX
    xy += dx * ontoY
    yx += dy * ontoX
    yy += dy * ontoY
    squares += dx * dx + dy * dy
  }
  const plain = Math.hypot(xx + yy, xy - yx)
  const mirrored = Math.hypot(xx - yy, xy + yx)
  const [a, b, mirror] = mirrored > plain ? [xx - yy, xy + yx, -1 as const] : [xx + yy, xy - yx, 1 as const]
  const length = Math.hypot(a, b)
  // Nothing to turn by: one shared node, or all at one point.
  if (length === 0) return { middle, onto, cosine: 1, sine: 0, mirror: 1 }
  const scale = scaled ? length / squares : 1
  return { middle, onto, cosine: scale * a / length, sine: scale * b / length, mirror }
}

function apply ({ x, y }: Positions, { middle, onto, cosine, sine, mirror }: Turn): void {
  for (let v = 0; v < x.length; v++) {
    const dx = x[v] - middle.x
    const dy = (y[v] - middle.y) * mirror
    x[v] = onto.x + cosine * dx - sine * dy
    y[v] = onto.y + sine * dx + cosine * dy
  }
}
