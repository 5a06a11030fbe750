/**
 * Places to start from where most nodes have been placed before: each where it was, new ones near their partners.
 *
 * The earlier places are turned and scaled onto the start that is given, which knows how wide the forces will make the picture. A new node stands nine tenths of the
 * way from its place in that start to the middle of its partners that were there, so that no two stand at one point. O(n + m).
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { alignPositions } from './align-positions.ts'
import type { Positions } from './positions.ts'

const NEAR = 0.9

/** `previous`: NaN for new nodes. */
export function startFromPrevious (graph: Csr, start: Positions, previous: Positions): Positions {
  const known = { x: previous.x.slice(), y: previous.y.slice() }
  alignPositions(known, start, true)
  const placed = { x: start.x.slice(), y: start.y.slice() }
  for (let v = 0; v < graph.n; v++) {
    if (Number.isFinite(known.x[v])) {
      placed.x[v] = known.x[v]
      placed.y[v] = known.y[v]
      continue
    }
    let [count, x, y] = [0, 0, 0]
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) {
      const u = graph.targets[slot]
      if (!Number.isFinite(known.x[u])) continue
      count++
      x += known.x[u]
      y += known.y[u]
    }
    if (count === 0) continue
    placed.x[v] = start.x[v] + (x / count - start.x[v]) * NEAR
    placed.y[v] = start.y[v] + (y / count - start.y[v]) * NEAR
  }
  return placed
}
