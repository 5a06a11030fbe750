/** Country pairs of a cluster as far as they may be told. */
import type { Cluster } from '../contract/cluster.ts'
import { suppressList } from './suppress.ts'

/** `withheld`: its number of links is small, would tell one that is, or was too small to be judged beside such ones. */
export type ToldPair = Cluster['countryPairs'][number] & { withheld: boolean }

/**
 * The number of links of the whole cluster is told too, so a small one is never withheld alone. Pairs that are not judged are withheld with them: if these said so in words
 * of their own, what is left would be the small one. `total`: the number of links of the cluster would tell the only pair.
 */
export function toldPairs ({ countryPairs }: Pick<Cluster, 'countryPairs'>, below: number): { pairs: ToldPair[], total: boolean } {
  const { cells, total } = suppressList(countryPairs.map(({ observed }) => observed), below)
  const any = cells.includes(true)
  return { pairs: countryPairs.map((pair, k) => ({ ...pair, withheld: cells[k] || (any && pair.ratio === null) })), total }
}
