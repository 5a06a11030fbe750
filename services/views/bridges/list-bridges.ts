/** The bridge shortlist: organisations that stand on the way between countries, or between two sides. */
import { memberScore, thirdPartyScore } from '../../brokerage/pair-score.ts'
import type { PairScore } from '../../brokerage/pair-score.ts'
import { isMember } from '../../brokerage/sides.ts'
import type { Bridge, BridgeCircle, BridgeOrder, Standing } from '../../contract/bridge.ts'
import type { OrganisationFilter } from '../../contract/filter.ts'
import type { OrganisationNode } from '../../contract/graph-view.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { findOrganisation } from '../find-in-run.ts'
import { clusterShares, countryShares, partnersOf } from '../link-shares.ts'
import { rankOf } from '../ranks.ts'
import type { Mask } from '../select.ts'
import { selectOrganisations, wordOf } from '../select.ts'
import type { OrganisationLookup } from '../view-parts.ts'
import { clusterCodeOf, describeNodes } from '../view-parts.ts'
import type { ResolvedPair } from './resolve-pair.ts'

export interface BridgeQuery {
  /** Only these; null: everybody. Ignored where there is a pair. */
  members?: Mask | null
  /** Who stands between these two sides; null: who connects countries. */
  pair?: ResolvedPair | null
  who?: BridgeCircle
  order?: BridgeOrder
  /** Ids left out. */
  without?: string[]
  filter?: OrganisationFilter
  offset: number
  limit: number
}

/**
 * Without a pair: organisations by bridge score (100 x the root of the product of two percentiles: cross-border betweenness and country participation), those above 0.
 * With one: its members with a link across, or third parties, in the order asked for. Greatest first, equals by pair score, then by id. `filter` narrows the list, never what is counted.
 * `outside`: other clusters its links lead to; `countriesReached`: countries of its partners but its own, both strongest first.
 */
export async function listBridges (loaded: LoadedRun, query: BridgeQuery, lookup: OrganisationLookup): Promise<{ items: Bridge[], total: number }> {
  const found = orderedBridges(loaded, query)
  const shown = found.slice(query.offset, query.offset + query.limit)
  const described = await describeNodes(loaded, shown, lookup)
  return { total: found.length, items: shown.map(i => bridgeRow(loaded, i, described.get(i)!, query.pair ?? null)) }
}

function orderedBridges (loaded: LoadedRun, { members = null, pair = null, who = 'members', order = 'pair', without = [], filter = {} }: BridgeQuery): number[] {
  const { snapshot, scores: { bridgeScore } } = loaded
  const passing = selectOrganisations(snapshot, filter)
  for (const id of without) {
    const i = findOrganisation(loaded, id)
    if (i >= 0) passing[i] = 0
  }
  const candidates = pair !== null ? bridgesOf(pair, who) : Array.from(snapshot.ids.keys()).filter(i => bridgeScore[i] > 0 && (members === null || members[i] === 1))
  const found = candidates.filter(i => passing[i] === 1)
  const byPair = (i: number): number => pair === null ? bridgeScore[i] : scoreOf(pair, i).score
  const by = pair === null || order === 'pair' ? byPair : order === 'score' ? (i: number) => bridgeScore[i] : (i: number) => hanging(pair, i)[order]
  const keys = new Map(found.map(i => [i, [by(i), byPair(i)] as const]))
  return found.sort((i, j) => {
    const [x, y] = [keys.get(i)!, keys.get(j)!]
    return y[0] - x[0] || y[1] - x[1] || i - j
  })
}

/** Who stands between the two, by id. */
export const bridgesOf = ({ sides, across, third }: ResolvedPair, who: BridgeCircle): number[] =>
  Array.from(sides.of.keys()).filter(i => who === 'members' ? across.links[i] > 0 : third.toA[i] > 0)

const circleOf = ({ sides }: ResolvedPair, i: number): BridgeCircle => isMember(sides.of[i]) ? 'members' : 'third-parties'

const scoreOf = (pair: ResolvedPair, i: number): PairScore => circleOf(pair, i) === 'members' ? memberScore(pair.across, i) : thirdPartyScore(pair.third, i)

/** What hangs on it: links across, or two-step ways; and those it alone brings across. */
export const hanging = (pair: ResolvedPair, i: number): { links: number, only: number } => circleOf(pair, i) === 'members'
  ? { links: pair.across.links[i], only: pair.across.onlyFor[i] }
  : { links: pair.third.joins[i], only: pair.third.onlyFor[i] }

const SIDE_WORDS = ['neither', 'a', 'b', 'both'] as const

export function standingOf (loaded: LoadedRun, pair: ResolvedPair, i: number): Standing {
  const { sides, across, third } = pair
  const { graph } = loaded.projection
  const counts = [0, 0, 0, 0]
  for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) counts[sides.of[graph.targets[slot]]]++
  const member = isMember(sides.of[i])
  const { score, ...shares } = scoreOf(pair, i)
  return {
    side: SIDE_WORDS[sides.of[i]],
    links: member ? across.links[i] : counts[1] + counts[2],
    toA: counts[1],
    toB: counts[2],
    strength: member ? across.strength[i] : third.strength[i],
    joins: member ? null : third.joins[i],
    onlyFor: hanging(pair, i).only,
    pairScore: score,
    shares,
    rank: rankInPair(pair, i)
  }
}

/** By pair score among its own circle, equals sharing the better rank; worked out once for a pair. */
const ranks = new WeakMap<ResolvedPair, Map<number, number>>()
function rankInPair (pair: ResolvedPair, i: number): number {
  const known = ranks.get(pair) ?? new Map((['members', 'third-parties'] as const).flatMap(who => {
    const scored = bridgesOf(pair, who).map(node => ({ node, score: scoreOf(pair, node).score })).sort((x, y) => y.score - x.score)
    let rank = 0
    return scored.map(({ node, score }, at) => {
      if (at === 0 || score !== scored[at - 1].score) rank = at + 1
      return [node, rank] as const
    })
  }))
  ranks.set(pair, known)
  return known.get(i) as number
}

export function bridgeRow (loaded: LoadedRun, i: number, { name, named, country, city, kind }: Pick<OrganisationNode, 'name' | 'named' | 'country' | 'city' | 'kind'>, pair: ResolvedPair | null): Bridge {
  const partners = partnersOf(loaded, i)
  const own = clusterCodeOf(loaded, i)
  const home = wordOf(loaded.snapshot.country, i)
  const score = rankOf(loaded, 'bridgeScore', i)
  return {
    organisation: loaded.snapshot.ids[i], name, named, country, city, kind, cluster: own,
    bridgeScore: score.value,
    rank: score.rank,
    crossBorderBetweenness: rankOf(loaded, 'crossBorderBetweenness', i),
    countryParticipation: rankOf(loaded, 'countryParticipation', i),
    degree: loaded.scores.degree[i],
    cutOff: loaded.scores.cutOff[i],
    outside: clusterShares(loaded, partners).filter(({ cluster }) => cluster !== own),
    countriesReached: countryShares(loaded, partners).map(({ country }) => country).filter(code => code !== home),
    standing: pair === null ? null : standingOf(loaded, pair, i)
  }
}
