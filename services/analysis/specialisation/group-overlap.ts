/**
 * Overlap of groups: which priorities two groups, such as regions, share.
 *
 * jaccard = terms of both / terms of either. cosine = of the sets, each term weighted by ln(groups / groups with it): a rare priority in common counts more, one of all groups
 * nothing; NaN where a group has no term that some other lacks. krugman = sum over terms of |share in a - share in b|, shares of all mentions: 0, alike; 2, nothing in common.
 * NaN for a group without terms. Pairs in the order of groups. O(groups^2 x terms).
 * Sources: Jaccard 1901; Sparck Jones 1972, J. Doc. 28:11 (weights); Krugman 1991, Geography and Trade. Tested against numpy.
 */
import type { GroupTerms } from './group-terms.ts'

export interface GroupOverlap { a: number, b: number, shared: number, jaccard: number, cosine: number, krugman: number }

/** `sets`: 1 where a group has a term, such as those it is specialised in. */
export function groupOverlap ({ counts }: Pick<GroupTerms, 'counts'>, sets: Uint8Array[]): GroupOverlap[] {
  const weights = Array.from(counts[0] ?? [], (_, t) => Math.log(counts.length / sets.reduce((sum, set) => sum + set[t], 0)) ** 2)
  const shares = counts.map(row => { const all = row.reduce((sum, count) => sum + count, 0); return row.map(count => count / all) })
  const weigh = (has: (t: number) => boolean): number => weights.reduce((sum, weight, t) => has(t) ? sum + weight : sum, 0)
  const lengths = sets.map(set => weigh(t => set[t] === 1))
  return sets.flatMap((of, a) => sets.slice(a + 1).map((others, i): GroupOverlap => {
    const b = a + 1 + i
    const shared = of.reduce((sum, has, t) => sum + has * others[t], 0)
    const either = of.reduce((sum, has, t) => sum + Math.max(has, others[t]), 0)
    return {
      a, b, shared, jaccard: shared / either, cosine: weigh(t => of[t] === 1 && others[t] === 1) / Math.sqrt(lengths[a] * lengths[b]),
      krugman: shares[a].reduce((sum, share, t) => sum + Math.abs(share - shares[b][t]), 0)
    }
  }))
}
