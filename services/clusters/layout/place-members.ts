/**
 * Places of organisations within the picture of their cluster: force layout on a spanning forest of the strongest links and
 * the strongest of the rest. Units: a square of side 1000 around the origin, y upwards.
 */
import { UNWATCHED } from '../../analysis/context.ts'
import type { Context } from '../../analysis/context.ts'
import type { Positions } from '../../analysis/layout/positions.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { forceLayout } from './force-layout.ts'
import type { ForceEdge } from './force-layout.ts'

/** Links that shape a picture: more cost time and pull everything into one ball. */
const LINKS_PER_MEMBER = 3
/** Node-iterations of one cluster: bounds the time of the largest (about a second for 5,000 members). */
const WORK_MAX = 600_000
const ITERATIONS_MIN = 60
const ITERATIONS_MAX = 400
const SIDE = 1000

/** `previous`: places of the members in an earlier picture of the cluster, parallel to `members`, NaN for new ones; the picture is turned onto them. */
export function placeMembers (graph: Csr, members: number[], previous?: Positions, context: Context = UNWATCHED): Positions {
  const place = new Map(members.map((node, i) => [node, i]))
  const links: ForceEdge[] = []
  members.forEach((node, i) => {
    for (let slot = graph.offsets[node]; slot < graph.offsets[node + 1]; slot++) {
      const j = place.get(graph.targets[slot])
      if (j !== undefined && j > i) links.push({ source: i, target: j, weight: graph.weights[slot] })
    }
  })
  links.sort((a, b) => b.weight - a.weight || a.source - b.source || a.target - b.target)
  const iterations = Math.min(ITERATIONS_MAX, Math.max(ITERATIONS_MIN, Math.round(WORK_MAX / members.length)))
  const positions = forceLayout(members.length, strongest(members.length, links), { iterations, gravity: 0.06, scaling: 14, weightInfluence: 0.3, compact: true, previous, context })
  fillSquare(positions)
  fitSquare(positions)
  return positions
}

/** A spanning forest of the strongest links (Kruskal), so that nobody floats free, and the strongest of the rest. */
function strongest (n: number, links: ForceEdge[]): ForceEdge[] {
  const parent = Int32Array.from({ length: n }, (_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]]
    return i
  }
  const kept: ForceEdge[] = []
  const rest: ForceEdge[] = []
  for (const link of links) {
    const a = root(link.source)
    const b = root(link.target)
    if (a === b) rest.push(link)
    else {
      parent[a] = b
      kept.push(link)
    }
  }
  return kept.concat(rest.slice(0, Math.max(0, LINKS_PER_MEMBER * n - kept.length)))
}

/**
 * Half coordinates, half ranks: opens the crowd in the middle without tearing neighbours apart, as place-clusters does for the map.
 */
function fillSquare ({ x, y }: Positions): void {
  for (const values of [x, y]) {
    const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b)
    const least = values[order[0]]
    const range = values[order[order.length - 1]] - least || 1
    const blended = new Float64Array(values.length)
    order.forEach((i, at) => { blended[i] = 0.55 * (values[i] - least) / range + 0.45 * at / Math.max(1, order.length - 1) })
    values.set(blended)
  }
}

function fitSquare ({ x, y }: Positions): void {
  const span = (values: Float64Array): { middle: number, size: number } => {
    let low = Infinity
    let high = -Infinity
    for (const value of values) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    return { middle: (low + high) / 2, size: high - low }
  }
  const spanX = span(x)
  const spanY = span(y)
  const scale = SIDE / (Math.max(spanX.size, spanY.size) || 1)
  for (let i = 0; i < x.length; i++) {
    x[i] = (x[i] - spanX.middle) * scale
    y[i] = (y[i] - spanY.middle) * scale
  }
}
