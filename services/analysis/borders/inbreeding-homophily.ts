/**
 * Inbreeding homophily (Coleman): whether the members of a group deal with each other more than its size alone would give.
 *
 * H = share of the group's links that stay inside, counted from its members: a link inside counts from both of its ends, a directed link from its source. w = the group's
 * share of all nodes. (H - w) / (1 - w) where H is at least w, else (H - w) / w: 1, only inside; 0, as its size predicts; -1, only outside. NaN for a group without links, or of all nodes.
 * Weights as given. O(n + m).
 * Source: Coleman 1958, Human Organization 17:28, with his approximation w = n_g / n. Tested on his table of boys and girls and on an independent implementation.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export interface Inbreeding { members: number, insideShare: number, sizeShare: number, homophily: number }

export function inbreedingHomophily ({ n, offsets, targets, weights }: Csr, groups: Int32Array, groupCount: number): Inbreeding[] {
  const members = new Int32Array(groupCount)
  const inside = new Float64Array(groupCount)
  const all = new Float64Array(groupCount)
  for (let v = 0; v < n; v++) {
    const group = groups[v]
    if (group < 0) continue
    members[group]++
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      all[group] += weights[slot]
      if (groups[targets[slot]] === group) inside[group] += weights[slot]
    }
  }
  return Array.from(members, (size, g) => {
    const insideShare = inside[g] / all[g]
    const sizeShare = size / n
    const beyond = insideShare - sizeShare
    return { members: size, insideShare, sizeShare, homophily: sizeShare === 1 ? NaN : beyond >= 0 ? beyond / (1 - sizeShare) : beyond / sizeShare }
  })
}
