/**
 * How closed each group is: how much of its work leaves it, and how many of its possible links exist.
 *
 * Of a group S, with L = weight inside, cut = weight to the rest, volume = 2 L + cut: conductance = cut / min(volume, 2W - volume), 0 closed to 1 all outside; internal density =
 * links inside / (n (n - 1) / 2), links counted, not weighed; coverage = L / W, the group's part of the coverage of all groups together. W is the weight of all links.
 * Undirected, weights are strengths. Nodes of no group count as the rest. Not defined (NaN): conductance of a group without links or holding all of them; density of one
 * node; coverage without links. O(n + m). Sources: Kannan, Vempala & Vetta 2004, J. ACM 51:497; Fortunato 2010, Phys. Rep. 486:75.
 * Tested against networkx (karate) and by definition.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

/** By group. */
export interface CommunityQuality { nodes: Int32Array, linksInside: Int32Array, weightInside: Float64Array, weightOutside: Float64Array, conductance: Float64Array, internalDensity: Float64Array, coverage: Float64Array }

/** `groups`: below `count`, -1 for none. */
export function communityQuality ({ n, offsets, targets, weights }: Csr, groups: Int32Array, count: number): CommunityQuality {
  const nodes = new Int32Array(count)
  const linksInside = new Int32Array(count)
  const weightInside = new Float64Array(count)
  const weightOutside = new Float64Array(count)
  let twiceTotal = 0
  for (let v = 0; v < n; v++) {
    const group = groups[v]
    if (group >= 0) nodes[group]++
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      twiceTotal += weights[slot]
      if (group < 0) continue
      if (groups[targets[slot]] !== group) weightOutside[group] += weights[slot]
      else if (targets[slot] > v) {
        weightInside[group] += weights[slot]
        linksInside[group]++
      }
    }
  }
  const conductance = weightOutside.map((cut, group) => {
    const volume = 2 * weightInside[group] + cut
    // A group without a link to the rest that holds every link: the rest is zero, not the rounding of a difference.
    return cut === 0 ? (weightInside[group] === 0 || isAll(linksInside[group], targets) ? NaN : 0) : cut / Math.min(volume, twiceTotal - volume)
  })
  return {
    nodes,
    linksInside,
    weightInside,
    weightOutside,
    conductance,
    internalDensity: Float64Array.from(linksInside, (links, group) => nodes[group] < 2 ? NaN : links / (nodes[group] * (nodes[group] - 1) / 2)),
    coverage: weightInside.map(inside => twiceTotal === 0 ? NaN : 2 * inside / twiceTotal)
  }
}

const isAll = (links: number, targets: Int32Array): boolean => 2 * links === targets.length
