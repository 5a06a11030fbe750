/**
 * Participation coefficient: how evenly the links of an organisation are spread over groups (countries).
 *
 * P = 1 - sum over groups g of (k_g / k)^2, weighted by strength. 0: all in one group; near 1: spread over many.
 * Undefined (NaN in the array, null outside) for isolates. Partners without a group (-1) are a group of their own. O(n + m).
 * Source: Guimera & Amaral 2005, Nature 433:895. Tested on reference values of an independent implementation.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { reversed } from '../reversed.ts'
import { undirected } from '../undirected.ts'

export const ParticipationOptions = z.object({ links: z.enum(['all', 'in', 'out']).default('all').describe('of directed links: all, in (from suppliers) or out (to buyers); makes no difference without direction') })

/** The links that count, in the rows of a graph. */
export const linksOf = (graph: Csr, links: 'all' | 'in' | 'out'): Csr => links === 'all' ? undirected(graph) : links === 'in' ? reversed(graph) : graph

export function participation ({ n, offsets, targets, weights }: Csr, groups: Int32Array, groupCount: number): Float64Array {
  const scores = new Float64Array(n).fill(NaN)
  const sums = new Float64Array(groupCount + 1)
  for (let v = 0; v < n; v++) {
    if (offsets[v] === offsets[v + 1]) continue
    let strength = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      sums[groups[targets[slot]] + 1] += weights[slot]
      strength += weights[slot]
    }
    let squares = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const g = groups[targets[slot]] + 1
      squares += (sums[g] / strength) ** 2
      sums[g] = 0
    }
    scores[v] = Math.max(0, 1 - squares)
  }
  return scores
}
