/**
 * Cross-border share, its expectation and the E-I index: how much of the work crosses a border, and whether that is more
 * than the countries' volumes alone would give.
 *
 * share = W_cross / W. Expected (configuration model) = 1 - sum over countries of (K_c / 2W)^2, K = strength; directed 1 - sum of K_c^out K_c^in / W^2.
 * ratio = share / expected. E-I = (external - internal) / (external + internal), -1 only domestic to +1 only foreign.
 * A country-pair's expected weight is K_a K_b / 2W (a != b), K_a^2 / 4W (a = b); lift = observed / expected.
 * Nodes without a country (-1) are a country of their own. null where nothing is linked. O(n + m).
 * Sources: Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123 (E-I); expectation as in modularity, Newman & Girvan 2004.
 * Tested against exact toys of an independent implementation.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export interface CrossBorder { share: number | null, expected: number | null, ratio: number | null, eiIndex: number | null }
export interface PairCount { a: number, b: number, observed: number, expected: number }

/** Of the links among the nodes where `inside` is 1 (all nodes when left out). */
export function crossBorder (graph: Csr, countries: Int32Array, countryCount: number, inside?: Uint8Array): CrossBorder {
  const { n, offsets, targets, weights } = graph
  const out = new Float64Array(countryCount + 1)
  const into = graph.directed ? new Float64Array(countryCount + 1) : out
  let crossing = 0
  let total = 0
  for (let v = 0; v < n; v++) {
    if (inside?.[v] === 0) continue
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const w = targets[slot]
      if (inside?.[w] === 0) continue
      out[countries[v] + 1] += weights[slot]
      if (graph.directed) into[countries[w] + 1] += weights[slot]
      total += weights[slot]
      if (countries[v] !== countries[w]) crossing += weights[slot]
    }
  }
  if (total === 0) return { share: null, expected: null, ratio: null, eiIndex: null }
  const share = crossing / total
  const expected = 1 - out.reduce((sum, volume, c) => sum + volume / total * (into[c] / total), 0)
  return { share, expected, ratio: expected === 0 ? null : share / expected, eiIndex: 2 * share - 1 }
}

/** Share of each node's strength that crosses a border, of the links in its row; NaN without any. E-I of a node is 2 * share - 1. */
export function crossBorderShares ({ n, offsets, targets, weights }: Csr, countries: Int32Array): Float64Array {
  const shares = new Float64Array(n).fill(NaN)
  for (let v = 0; v < n; v++) {
    if (offsets[v] === offsets[v + 1]) continue
    let crossing = 0
    let strength = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      strength += weights[slot]
      if (countries[v] !== countries[targets[slot]]) crossing += weights[slot]
    }
    shares[v] = crossing / strength
  }
  return shares
}

/**
 * Links (pairs of organisations, not weights) between countries against the number their degrees predict, among the nodes
 * where `inside` is 1. Countries by code order of `countries`; pairs a <= b; only countries that have a link.
 */
export function countryPairs ({ n, offsets, targets }: Csr, countries: Int32Array, countryCount: number, inside: Uint8Array): PairCount[] {
  const degrees = new Float64Array(countryCount)
  const observed = new Map<number, number>()
  let twiceTotal = 0
  for (let v = 0; v < n; v++) {
    if (inside[v] === 0 || countries[v] < 0) continue
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const w = targets[slot]
      if (inside[w] === 0 || countries[w] < 0) continue
      degrees[countries[v]]++
      twiceTotal++
      if (v > w) continue
      const key = Math.min(countries[v], countries[w]) * countryCount + Math.max(countries[v], countries[w])
      observed.set(key, (observed.get(key) ?? 0) + 1)
    }
  }
  const present = Array.from(degrees.keys()).filter(c => degrees[c] > 0)
  return present.flatMap((a, i) => present.slice(i).map(b => ({
    a, b, observed: observed.get(a * countryCount + b) ?? 0, expected: degrees[a] * degrees[b] / (a === b ? 2 * twiceTotal : twiceTotal)
  })))
}
