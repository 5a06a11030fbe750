/**
 * How related two terms (domains, sectors) are, judged by the organisations that carry both.
 *
 * phi_ij = carriers of both / greatest number of carriers of either = min(P(i | j), P(j | i)), from 0 to 1; of a term with itself 1 here, and left out of sums.
 * Where every organisation carries one term, different terms are never related. With few organisations phi is noise. O(sum of squared terms an organisation).
 * Source: Hidalgo et al. 2007, Science 317:482. Tested by definition on small tables.
 */
import type { MultiCoded } from '../../snapshot/snapshot.ts'

export interface Relatedness {
  of: (i: number, j: number) => number
  /** Terms other than i that are related to it. */
  near: ReadonlyArray<ReadonlyMap<number, number>>
  /** Sum of phi to all others. */
  total: Float64Array
}

export function relatedness ({ offsets, codes, values }: MultiCoded): Relatedness {
  const carriers = new Int32Array(values.length)
  const both = values.map(() => new Map<number, number>())
  for (let v = 0; v + 1 < offsets.length; v++) {
    for (let a = offsets[v]; a < offsets[v + 1]; a++) {
      carriers[codes[a]]++
      for (let b = offsets[v]; b < offsets[v + 1]; b++) if (b !== a) both[codes[a]].set(codes[b], (both[codes[a]].get(codes[b]) ?? 0) + 1)
    }
  }
  const near = both.map((counts, i) => new Map([...counts].sort(([a], [b]) => a - b).map(([j, count]) => [j, count / Math.max(carriers[i], carriers[j])])))
  return { of: (i, j) => i === j ? 1 : near[i].get(j) ?? 0, near, total: Float64Array.from(near, related => [...related.values()].reduce((sum, phi) => sum + phi, 0)) }
}
