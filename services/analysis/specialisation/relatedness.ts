/**
 * Relatedness of terms: which terms stand together, in the specialisations of groups or in single organisations, more than they would by chance.
 *
 * A unit is a group with the terms it is specialised in, or an organisation with the terms it carries. C_ij = units with both i and j, u_i = units with i, S_i = sum of C_i, T = sum of S.
 * proximity = C_ij / max(u_i, u_j), the lesser of the two conditional chances; association = C_ij T / (S_i S_j), 1 as chance would have it;
 * probability = C_ij / (T / 2 (S_i / T x S_j / (T - S_i) + S_j / T x S_i / (T - S_j))), the same with a term not paired with itself. 0 for a term with itself.
 * With fewer than thirty units or fifteen terms this is noise; read it as a hint. O(sum of squared terms of a unit); pairs that never stand together take no room.
 * Sources: Hidalgo et al. 2007, Science 317:482; van Eck & Waltman 2009, J. Am. Soc. Inf. Sci. 60:1635; probability as R EconGeo relatedness(). Tested against numpy.
 */
import type { MultiCoded } from '../../snapshot/snapshot.ts'

export interface Relatedness {
  /** C_ij where it is not 0, by term; i ascends. */
  together: ReadonlyArray<ReadonlyMap<number, number>>
  /** Of the same pairs. */
  proximity: ReadonlyArray<ReadonlyMap<number, number>>
  /** Sum of the proximity of each term to all others; 0: it is related to none. */
  total: Float64Array
}

/** `units`: the terms of each, each term once. */
export function relatedness (units: Iterable<ArrayLike<number>>, termCount: number): Relatedness {
  const counts = Array.from({ length: termCount }, () => new Map<number, number>())
  const withTerm = new Float64Array(termCount)
  for (const terms of units) {
    for (let a = 0; a < terms.length; a++) {
      withTerm[terms[a]]++
      for (let b = 0; b < terms.length; b++) if (b !== a) counts[terms[a]].set(terms[b], (counts[terms[a]].get(terms[b]) ?? 0) + 1)
    }
  }
  const together = counts.map(row => new Map([...row].sort(([a], [b]) => a - b)))
  const proximity = together.map((row, i) => new Map([...row].map(([j, count]) => [j, count / Math.max(withTerm[i], withTerm[j])])))
  return { together, proximity, total: Float64Array.from(proximity, sumOf) }
}

/** The terms of each node: the units, where single organisations are. */
export function * termsOfNodes ({ offsets, codes }: MultiCoded): Generator<Int32Array> {
  for (let v = 0; v + 1 < offsets.length; v++) yield codes.subarray(offsets[v], offsets[v + 1])
}

export interface TermPair { a: number, b: number, together: number, proximity: number, association: number, probability: number }

/** Pairs that stand together at all, the closest first. */
export function termPairs ({ together, proximity }: Relatedness): TermPair[] {
  const sums = together.map(sumOf)
  const total = sums.reduce((sum, count) => sum + count, 0)
  const pairs = together.flatMap((row, a) => [...row].filter(([b]) => b > a).map(([b, count]): TermPair => ({
    a, b, together: count, proximity: proximity[a].get(b) as number, association: count * total / (sums[a] * sums[b]),
    probability: count / (total / 2 * (sums[a] / total * sums[b] / (total - sums[a]) + sums[b] / total * sums[a] / (total - sums[b])))
  })))
  return pairs.sort((x, y) => y.proximity - x.proximity || x.a - y.a || x.b - y.b)
}

const sumOf = (row: ReadonlyMap<number, number>): number => [...row.values()].reduce((sum, value) => sum + value, 0)
