/** Positions by ForceAtlas2 (Jacomy et al. 2014) from a deterministic start: equal input, equal picture. */
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

export interface ForceEdge { source: number, target: number, weight: number }
export interface ForceSettings { iterations: number, gravity: number, scaling: number, weightInfluence: number, /** Pull to the middle grows with distance: loose ends stay near. */ compact?: boolean, sizes?: number[] }
export interface Positions { x: Float64Array, y: Float64Array }

/** Angle between successive points of a sunflower: no two points start on one line. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
/** From this many nodes on, far nodes repel as groups (Barnes-Hut): exact repulsion costs n^2. */
const BARNES_HUT_FROM = 250

export function forceLayout (n: number, edges: ForceEdge[], { iterations, gravity, scaling, weightInfluence, compact = false, sizes }: ForceSettings): Positions {
  const graph = new Graph({ type: 'undirected', multi: false })
  for (let i = 0; i < n; i++) {
    const radius = 10 * Math.sqrt(i + 0.5)
    graph.addNode(i, { x: radius * Math.cos(i * GOLDEN_ANGLE), y: radius * Math.sin(i * GOLDEN_ANGLE), size: sizes?.[i] ?? 1 })
  }
  for (const { source, target, weight } of edges) graph.addEdge(source, target, { weight })
  const placed = n < 2
    ? {}
    : forceAtlas2(graph, {
      iterations,
      getEdgeWeight: 'weight',
      settings: { gravity, scalingRatio: scaling, edgeWeightInfluence: weightInfluence, strongGravityMode: compact, barnesHutOptimize: n >= BARNES_HUT_FROM, adjustSizes: sizes !== undefined, slowDown: 1 + Math.log(n) }
    })
  const positions = { x: new Float64Array(n), y: new Float64Array(n) }
  for (const [key, point] of Object.entries(placed)) {
    positions.x[Number(key)] = point.x
    positions.y[Number(key)] = point.y
  }
  return positions
}
