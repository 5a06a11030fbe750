/**
 * Diversity: how many groups there are in a list of counts, and how evenly they share it.
 *
 * With p = shares of the counts, Hill numbers are effective numbers of groups, "as varied as so many equal groups": D0 = how many are there at all,
 * D1 = exp(-sum p ln p), each by its share; D2 = 1 / sum p^2, the common ones most. D0 >= D1 >= D2 >= 1. simpson = 1 - sum c (c - 1) / (N (N - 1)): the chance
 * that two drawn without putting back differ, without bias in small samples, for whole counts; NaN below two. evenness (Pielou) = ln D1 / ln D0, NaN for one group.
 * Nothing counted: D0 = 0, the others NaN. O(groups).
 * Sources: Hill 1973, Ecology 54:427; Simpson 1949, Nature 163:688; Pielou 1966, J. Theor. Biol. 13:131. Tested against closed forms worked out by hand.
 */
export interface Diversity { d0: number, d1: number, d2: number, simpson: number, evenness: number }

export function diversity (counts: ArrayLike<number>): Diversity {
  let total = 0
  for (let g = 0; g < counts.length; g++) total += counts[g]
  let d0 = 0
  let entropy = 0
  let squares = 0
  let alikePairs = 0
  for (let g = 0; g < counts.length; g++) {
    if (counts[g] === 0) continue
    const share = counts[g] / total
    d0++
    entropy -= share * Math.log(share)
    squares += share * share
    alikePairs += counts[g] * (counts[g] - 1)
  }
  if (d0 === 0) return { d0, d1: NaN, d2: NaN, simpson: NaN, evenness: NaN }
  return { d0, d1: Math.exp(entropy), d2: 1 / squares, simpson: total < 2 ? NaN : 1 - alikePairs / (total * (total - 1)), evenness: d0 === 1 ? NaN : entropy / Math.log(d0) }
}

/** The Hill number of order 2, such as the effective number of countries; 0 for no counts. */
export function hillNumber (counts: number[]): number {
  const { d0, d2 } = diversity(counts)
  return d0 === 0 ? 0 : d2
}
