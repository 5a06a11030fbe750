/**
 * Relatedness of terms: which terms stand together, in the specialisations of groups or in single organisations, more than they would by chance.
 *
 * A unit is a group with the terms it is specialised in, or an organisation with the terms it carries. C_ij = units with both i and j, u_i = units with i, S_i = sum of C_i, T = sum of S.
 * proximity = C_ij / max(u_i, u_j), the lesser of the two conditional chances; association = C_ij T / (S_i S_j), 1 as chance would have it;
 * probability = C_ij / (T / 2 (S_i / T x S_j / (T - S_i) + S_j / T x S_i / (T - S_j))), the same with a term not paired with itself. 0 for a term with itself.
 * With fewer than thirty units or fifteen terms this is noise; read it as a hint. O(units x terms^2).
 * Sources: Hidalgo et al. 2007, Science 317:482; van Eck & Waltman 2009, J. Am. Soc. Inf. Sci. 60:1635; probability as R EconGeo relatedness(). Tested against numpy.
 */
export interface Relatedness { /** Units with each term. */ units: Float64Array, /** C, by term. */ together: Float64Array[], proximity: Float64Array[] }

/** `units`: the terms of each. */
export function relatedness (units: Iterable<readonly number[]>, termCount: number): Relatedness {
  const together = Array.from({ length: termCount }, () => new Float64Array(termCount))
  const withTerm = new Float64Array(termCount)
  for (const terms of units) {
    for (const i of terms) {
      withTerm[i]++
      for (const j of terms) if (i !== j) together[i][j]++
    }
  }
  return { units: withTerm, together, proximity: together.map((row, i) => row.map((count, j) => count === 0 ? 0 : count / Math.max(withTerm[i], withTerm[j]))) }
}

export interface TermPair { a: number, b: number, together: number, proximity: number, association: number, probability: number }

/** Pairs that stand together at all, the closest first. */
export function termPairs ({ together, proximity }: Relatedness): TermPair[] {
  const sums = together.map(row => row.reduce((sum, count) => sum + count, 0))
  const total = sums.reduce((sum, count) => sum + count, 0)
  const pairs = together.flatMap((row, a) => Array.from(row.keys()).filter(b => b > a && row[b] > 0).map((b): TermPair => ({
    a, b, together: row[b], proximity: proximity[a][b], association: row[b] * total / (sums[a] * sums[b]),
    probability: row[b] / (total / 2 * (sums[a] / total * sums[b] / (total - sums[a]) + sums[b] / total * sums[a] / (total - sums[b])))
  })))
  return pairs.sort((x, y) => y.proximity - x.proximity || x.a - y.a || x.b - y.b)
}
