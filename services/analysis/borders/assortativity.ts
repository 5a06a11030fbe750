/**
 * Assortativity by group: whether links stay within groups (1), as chance would have it (0), or avoid them (below 0).
 *
 * (trace e - sum e^2) / (1 - sum e^2), e = share of links from group a to group b; links are counted, not weighted. Nodes without a group (-1) are
 * a group of their own. null without links, or where all are in one group. O(m).
 * Source: Newman 2003, Phys. Rev. E 67:026126. Tested against networkx and igraph.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export function assortativity ({ n, offsets, targets }: Csr, groups: Int32Array, groupCount: number): number | null {
  const out = new Float64Array(groupCount + 1)
  const into = new Float64Array(groupCount + 1)
  let alike = 0
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      out[groups[v] + 1]++
      into[groups[targets[slot]] + 1]++
      if (groups[v] === groups[targets[slot]]) alike++
    }
  }
  const slots = targets.length
  if (slots === 0) return null
  const chance = out.reduce((sum, count, g) => sum + count * into[g], 0) / slots ** 2
  return chance === 1 ? null : (alike / slots - chance) / (1 - chance)
}
