/**
 * Diversity of terms among partners: how many fields, such as domains, an organisation can reach through those it deals with, and how evenly.
 *
 * Hill numbers D0, D1, D2, the unbiased Simpson index and evenness (statistics/diversity.ts) of the terms its partners carry, one mention for each partner and term. Undirected,
 * partners counted, not weighted. O(sum over links of the terms at their ends).
 * Source: Hill 1973, Ecology 54:427. Tested by hand.
 */
import type { Csr, MultiCoded } from '../../snapshot/snapshot.ts'
import { diversity } from '../statistics/diversity.ts'
import type { Diversity } from '../statistics/diversity.ts'

export function termDiversity ({ n, offsets, targets }: Csr, terms: MultiCoded): Record<keyof Diversity, Float64Array> {
  const columns = { d0: new Float64Array(n), d1: new Float64Array(n), d2: new Float64Array(n), simpson: new Float64Array(n), evenness: new Float64Array(n) }
  for (let v = 0; v < n; v++) {
    const mentions = new Map<number, number>()
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const partner = targets[slot]
      for (let at = terms.offsets[partner]; at < terms.offsets[partner + 1]; at++) mentions.set(terms.codes[at], (mentions.get(terms.codes[at]) ?? 0) + 1)
    }
    const found = diversity([...mentions.values()])
    for (const key of ['d0', 'd1', 'd2', 'simpson', 'evenness'] as const) columns[key][v] = found[key]
  }
  return columns
}
