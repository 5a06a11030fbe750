/**
 * Diversity of partners: over how many groups, such as countries, the partners of an organisation are spread, and how evenly.
 *
 * Hill numbers D0, D1, D2, the unbiased Simpson index and evenness (statistics/diversity.ts) of its partners counted by group: partners, not weights, so that an unbiased
 * index is possible. Partners without a group are left out. Undirected. O(n + m).
 * Source: Hill 1973, Ecology 54:427. Tested by hand and against a tally.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { diversity } from '../statistics/diversity.ts'
import type { Diversity } from '../statistics/diversity.ts'

export function partnerDiversity ({ n, offsets, targets }: Csr, groups: Int32Array, groupCount: number): Record<keyof Diversity, Float64Array> {
  const columns = { d0: new Float64Array(n), d1: new Float64Array(n), d2: new Float64Array(n), simpson: new Float64Array(n), evenness: new Float64Array(n) }
  const place = new Int32Array(groupCount).fill(-1)
  for (let v = 0; v < n; v++) {
    const met: number[] = []
    const counts: number[] = []
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const group = groups[targets[slot]]
      if (group < 0) continue
      if (place[group] < 0) {
        place[group] = met.push(group) - 1
        counts.push(0)
      }
      counts[place[group]]++
    }
    for (const group of met) place[group] = -1
    const found = diversity(counts)
    for (const key of ['d0', 'd1', 'd2', 'simpson', 'evenness'] as const) columns[key][v] = found[key]
  }
  return columns
}
