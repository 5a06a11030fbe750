/**
 * Places to start a force layout from: the communities first, as discs whose area grows with their members, then the members of each around its middle.
 *
 * What belongs together starts together, so far fewer iterations untangle the picture than from a start that knows nothing of it. The communities are laid out by
 * ForceAtlas2 on the sums of weights between them. Members stand as seeds of a sunflower, those with most inside strength innermost. O(m + n log n).
 */
import { buildCsr, emptyLinkList } from '../../snapshot/build-csr.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { forceAtlas2 } from './force-atlas2.ts'
import { ForceAtlas2Options } from './force-options.ts'
import { newPositions, sunflower, sunflowerSeed } from './positions.ts'
import type { Positions } from './positions.ts'
import { removeOverlaps } from './remove-overlaps.ts'

/** Communities are few: these cost next to nothing. Weights count little, or the strongest tie alone would shape the picture. */
const BETWEEN_COMMUNITIES = ForceAtlas2Options.parse({ iterations: 300, scaling: 20, gravity: 0.5, strongGravity: false, weightInfluence: 0.35, theta: 0.8 })

/** `community`: a number for each node, 0 and up. Links of an undirected graph. Members of one community are `spacing` apart, about. */
export function startFromClusters (graph: Csr, community: Int32Array, spacing: number, context: Context): Positions {
  const members: number[][] = []
  community.forEach((c, v) => { (members[c] ??= []).push(v) })
  const between = emptyLinkList()
  const inside = new Float64Array(graph.n)
  for (let v = 0; v < graph.n; v++) {
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) {
      const u = graph.targets[slot]
      if (community[u] === community[v]) inside[v] += graph.weights[slot]
      else if (u > v) {
        between.sources.push(community[v])
        between.targets.push(community[u])
        between.weights.push(graph.weights[slot])
      }
    }
  }
  // Half a seed wider than the sunflower within.
  const radii = Float64Array.from(members, list => spacing * Math.sqrt(list.length + 0.5))
  const middles = forceAtlas2(buildCsr(members.length, between, false).graph, sunflower(members.length, 2 * spacing), BETWEEN_COMMUNITIES, context, radii)
  removeOverlaps(middles, radii, context.check)
  const start = newPositions(graph.n)
  members.forEach((list, c) => {
    list.sort((a, b) => inside[b] - inside[a] || a - b)
    list.forEach((v, i) => {
      const seed = sunflowerSeed(i, spacing)
      start.x[v] = middles.x[c] + seed.x
      start.y[v] = middles.y[c] + seed.y
    })
  })
  return start
}
