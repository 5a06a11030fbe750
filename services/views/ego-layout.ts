/** Where the organisations of an ego view stand: rings about the ego, each cluster in one piece. */
import type { Reached } from './ego-reach.ts'

/** Least distance between neighbours on a ring; the unit of the layout. */
const SPACING = 1
/** Least distance between two rings. */
const RING_GAP = 6
const FULL_TURN = 2 * Math.PI

export interface Place { x: number, y: number, depth: number }

/**
 * The ego at 0, 0. Partners on a ring wide enough for SPACING, clockwise from 12 o'clock by cluster (the largest run-wide first, none last), in
 * a cluster by pull. Their partners on a ring outside, in the order of the partner that holds them, turned to lie nearest to it.
 */
export function placeRings (reached: Reached[], clusterOf: (node: number) => number): Map<number, Place> {
  const places = new Map<number, Place>()
  const angles = new Map<number, number>()
  const clusterRank = (node: number) => clusterOf(node) < 0 ? Infinity : clusterOf(node)
  const byCluster = (a: Reached, b: Reached) => compare(clusterRank(a.node), clusterRank(b.node)) || b.pull - a.pull || a.node - b.node
  let radius = 0
  for (const depth of [0, 1, 2]) {
    const ring = reached.filter(at => at.depth === depth)
    if (depth === 0) {
      for (const { node } of ring) places.set(node, { x: 0, y: 0, depth })
      continue
    }
    const held = (at: Reached) => angles.get(at.parent) ?? 0
    ring.sort((a, b) => depth === 1 ? byCluster(a, b) : held(a) - held(b) || byCluster(a, b))
    radius = Math.max(radius + RING_GAP, ring.length * SPACING / FULL_TURN)
    const step = FULL_TURN / ring.length
    const turn = depth === 1 ? 0 : meanTurn(ring.map((at, i) => held(at) - i * step))
    ring.forEach((at, i) => {
      const angle = i * step + turn
      angles.set(at.node, angle)
      places.set(at.node, { x: radius * Math.sin(angle), y: radius * Math.cos(angle), depth })
    })
  }
  return places
}

/** Mean of angles on the circle. */
function meanTurn (angles: number[]): number {
  return Math.atan2(angles.reduce((sum, angle) => sum + Math.sin(angle), 0), angles.reduce((sum, angle) => sum + Math.cos(angle), 0))
}

const compare = (a: number, b: number): number => a === b ? 0 : a < b ? -1 : 1
