/**
 * How much of the work of some organisations crosses a border: the one definition that profiles, potential and indicators share, and that a run's own figures have (analysis/borders/cross-border.ts).
 *
 * work = strength of the organisations, the weight of their links with anybody, a link between two of them counted at both ends. across = the part of it with organisations of another country. share = across / work.
 * expected = the same share if partners were met by their work alone, sum over organisations of s (1 - K_c / 2W) / sum of s, with s its work, K_c that of its country, 2W that of all (configuration model); of all
 * organisations together that is the expectation of crossBorder. ratio = share / expected. E-I = 2 share - 1. An organisation of no known country is of a country of its own, with others like it. null: nothing is linked.
 * Sources: Newman & Girvan 2004, Phys. Rev. E 69:026113 (expectation); Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123 (E-I). O(links of the organisations), after O(links of all) once.
 */
import type { Coded, Csr } from '../../snapshot/snapshot.ts'

export interface WorkAcross {
  work: number
  across: number
  share: number | null
  expected: number | null
  ratio: number | null
  eiIndex: number | null
}

/** What does not depend on whose work is looked at is counted once. */
export function openWorkAcross ({ n, offsets, targets, weights }: Csr, { codes: country, values }: Pick<Coded, 'codes' | 'values'>): (nodes: readonly number[]) => WorkAcross {
  const ofCountry = new Float64Array(values.length + 1)
  for (let i = 0; i < n; i++) for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) ofCountry[country[i] + 1] += weights[slot]
  const all = ofCountry.reduce((sum, work) => sum + work, 0)
  return nodes => {
    let [work, across, byChance] = [0, 0, 0]
    for (const i of nodes) {
      for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
        work += weights[slot]
        if (country[i] !== country[targets[slot]]) across += weights[slot]
        byChance += weights[slot] * (1 - ofCountry[country[i] + 1] / all)
      }
    }
    if (work === 0) return { work, across, share: null, expected: null, ratio: null, eiIndex: null }
    const [share, expected] = [across / work, byChance / work]
    return { work, across, share, expected, ratio: expected === 0 ? null : share / expected, eiIndex: 2 * share - 1 }
  }
}
