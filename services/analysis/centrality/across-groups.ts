/** Betweenness across groups as a share of the pairs of others in different groups; 0 where there are none. Direction, weights and sources: betweenness.ts. */
import type { MeasureInput } from '../algorithm.ts'
import type { Context } from '../context.ts'
import { betweenness, pairsAcrossGroups } from './betweenness.ts'
import type { BetweennessOptions } from './betweenness.ts'

export function acrossGroups ({ graph, groups, seed }: MeasureInput, options: BetweennessOptions, context: Context): Float64Array {
  const pairs = pairsAcrossGroups(graph, groups)
  return betweenness(graph, groups, options, seed, context).acrossGroups.map((sum, v) => pairs[v] === 0 ? 0 : sum / pairs[v])
}
