/** All measures of a run for every organisation, from the projection, the communities and the betweenness sums. */
import type { Measure } from '../contract/run.ts'
import type { Projection, Snapshot } from '../snapshot/snapshot.ts'
import { bridgeScore } from './brokerage/bridge-score.ts'
import { crossBorderShares } from './borders/cross-border.ts'
import { cutOff } from './brokerage/cut-vertices.ts'
import { participation } from './brokerage/participation.ts'
import { betweennessScale, pairsAcrossGroups } from './centrality/betweenness.ts'
import type { BetweennessSums } from './centrality/betweenness.ts'
import { degree, strength } from './centrality/degree.ts'
import { pagerank, PagerankOptions } from './centrality/pagerank.ts'
import type { Context } from './context.ts'

/** Betweenness comes back as a share of all pairs of others, across borders of the pairs in different countries. NaN: not defined. */
export function measureOrganisations (snapshot: Snapshot, { graph }: Projection, community: Int32Array, memberConfidence: Float64Array, betweenness: BetweennessSums, context: Context): Record<Measure, Float64Array> {
  const countries = snapshot.country.codes
  const scale = betweennessScale(graph)
  const pairs = pairsAcrossGroups(graph, countries)
  const crossBorderBetweenness = betweenness.acrossGroups.map((sum, v) => pairs[v] === 0 ? 0 : sum / pairs[v])
  const countryParticipation = participation(graph, countries, snapshot.country.values.length)
  const shares = crossBorderShares(graph, countries)
  return {
    degree: degree(graph),
    strength: strength(graph),
    pagerank: pagerank(graph, PagerankOptions.parse({}), context),
    betweenness: betweenness.plain.map(sum => sum * scale),
    crossBorderBetweenness,
    countryParticipation,
    crossBorderShare: shares,
    eiIndex: shares.map(share => 2 * share - 1),
    clusterInsideShare: crossBorderShares(graph, community).map(outside => 1 - outside),
    // An isolate is alone in every repetition: that says nothing.
    memberConfidence: memberConfidence.map((share, v) => graph.offsets[v] === graph.offsets[v + 1] ? NaN : share),
    cutOff: Float64Array.from(cutOff(graph)),
    bridgeScore: bridgeScore(crossBorderBetweenness, countryParticipation)
  }
}
