/** Places by forces for a list of links, from a start that is the same every time; turned onto places of an earlier picture where there are some. */
import { alignPositions } from '../../analysis/layout/align-positions.ts'
import { forceAtlas2 } from '../../analysis/layout/force-atlas2.ts'
import { ForceAtlas2Options } from '../../analysis/layout/force-options.ts'
import { sunflower } from '../../analysis/layout/positions.ts'
import type { Positions } from '../../analysis/layout/positions.ts'
import { UNWATCHED } from '../../analysis/context.ts'
import type { Context } from '../../analysis/context.ts'
import { buildCsr } from '../../snapshot/build-csr.ts'

export interface ForceEdge { source: number, target: number, weight: number }
export interface ForceSettings {
  iterations: number
  gravity: number
  scaling: number
  weightInfluence: number
  /** Pull to the middle grows with distance: loose ends stay near. */
  compact?: boolean
  /** Radii of discs. */
  sizes?: number[]
  /** Places in an earlier picture, NaN where a node had none. */
  previous?: Positions
  context?: Context
}

/** Distance of nodes at the start, in units of the forces. */
const START_SPACING = 10
/** From this many nodes on, far nodes repel as one (Barnes-Hut): exact repulsion costs n^2. */
const BARNES_HUT_FROM = 250
const THETA = 0.5

/** The size of the result is that of the forces, whatever size the earlier picture had: what is drawn is fitted afterwards. */
export function forceLayout (n: number, edges: ForceEdge[], { iterations, gravity, scaling, weightInfluence, compact = false, sizes, previous, context = UNWATCHED }: ForceSettings): Positions {
  const { graph } = buildCsr(n, { sources: edges.map(edge => edge.source), targets: edges.map(edge => edge.target), weights: edges.map(edge => edge.weight) }, false)
  const options = ForceAtlas2Options.parse({ iterations, gravity, scaling, weightInfluence, strongGravity: compact, theta: n < BARNES_HUT_FROM ? 0 : THETA })
  const positions = forceAtlas2(graph, sunflower(n, START_SPACING), options, context, sizes === undefined ? null : Float64Array.from(sizes))
  if (previous !== undefined) alignPositions(positions, previous)
  return positions
}
