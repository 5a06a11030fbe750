/**
 * How many communities of a shuffled network pass every test of a cross-border specialisation cluster but steadiness, beside how many of the network itself do.
 *
 * Where the domains of an organisation are those of its networks, which also make its links, every community looks specialised, in a random network too: this counts how many do.
 * Memberships are shuffled with both numbers kept (null-models/rewire-memberships.ts), links of other layers with all degrees kept (null-models/rewire-links.ts); only layers that the
 * run joins are. The network is projected as the run's was and searched once, and so is the network itself, with the same seed: like is
 * compared with like, where the clusters of the run are what many searches agree on. Communities of five or more are tested.
 * Domains that networks give go with their networks to whoever is a member now, which is the circle itself; other domains, countries and sectors stay with their organisations.
 *
 * O(trades + links x swaps + a search + clusters x domains) a shuffled network. Deterministic by its seed.
 * Source: Gotelli & Graves 1996, Null Models in Ecology; measured on Horizon 2020: 14 to 21 of about 25 communities of such networks pass. Tested on planted clusters.
 */
import { part } from '../analysis/context.ts'
import type { Context } from '../analysis/context.ts'
import { rewireLinks, SWAPS_PER_LINK } from '../analysis/null-models/rewire-links.ts'
import { rewireMemberships } from '../analysis/null-models/rewire-memberships.ts'
import { createRandom } from '../analysis/random.ts'
import { hillNumber } from '../analysis/statistics/diversity.ts'
import type { ProjectionOptions, ShuffledNetworks } from '../contract/run.ts'
import { unpackWeights } from '../snapshot/packed-weights.ts'
import { project } from '../snapshot/project.ts'
import type { Csr, Snapshot } from '../snapshot/snapshot.ts'
import { clusterMembers } from './build-clusters.ts'
import { domainsIn, domainSources } from './domain-sources.ts'
import type { FollowingDomains } from './domain-sources.ts'
import { specialisations } from './specialisation.ts'
import { tally } from './tally.ts'
import { passesAllButStability, testCluster } from './test-cluster.ts'

/** Part of the time that shuffling takes, about; the rest is two searches. */
const SHUFFLING_SHARE = 0.5

export interface ShuffledInput {
  snapshot: Snapshot
  projection: ProjectionOptions
  /** The projected network as it is. */
  graph: Csr
  thematicDomains: ReadonlySet<string>
  following: FollowingDomains
  /** Communities of a network, labels by size. */
  find: (graph: Csr, seed: number, context: Context) => Int32Array
  seed: number
}

/** Of one network: communities of five or more, and those of them that pass. */
export interface Candidates { clusters: number, passing: number }
export interface ComparedCandidates { itself: Candidates, shuffled: Candidates }

/** In the network and in a shuffled one, each searched once, with one seed. */
export function candidatesByChance ({ snapshot, projection, graph, thematicDomains, following, find, seed }: ShuffledInput, context: Context): ComparedCandidates {
  const random = createRandom(seed)
  const shuffled = shuffledSnapshot(snapshot, projection, following, () => random.below(2 ** 32), part(context, 0, SHUFFLING_SHARE))
  context.progress(SHUFFLING_SHARE)
  const start = random.below(2 ** 32)
  const half = SHUFFLING_SHARE + (1 - SHUFFLING_SHARE) / 2
  const found = find(project(shuffled, projection).graph, start, part(context, SHUFFLING_SHARE, half))
  return {
    shuffled: countCandidates(shuffled, found, thematicDomains),
    itself: countCandidates(snapshot, find(graph, start, part(context, half, 1)), thematicDomains)
  }
}

/** Whether there is anything to shuffle: two networks or two links of a layer that is joined. */
export const canShuffle = ({ incidence, supply, collaboration }: Snapshot, { layers }: ProjectionOptions): boolean =>
  (layers.includes('co-membership') && incidence.networks.length > 1) || (layers.includes('supply') && supply.m > 1) || (layers.includes('collaboration') && collaboration.m > 1)

function shuffledSnapshot (snapshot: Snapshot, { layers }: ProjectionOptions, following: FollowingDomains, newSeed: () => number, context: Context): Snapshot {
  const joined = { ...snapshot }
  if (layers.includes('co-membership')) {
    joined.incidence = rewireMemberships(snapshot.incidence, newSeed(), context)
    joined.domains = domainsIn(joined.incidence, domainSources(snapshot, following))
  }
  if (layers.includes('supply')) joined.supply = rewireLinks(snapshot.supply, SWAPS_PER_LINK, newSeed(), context)
  if (layers.includes('collaboration')) joined.collaboration = rewireLinks(unpackWeights(snapshot.collaboration), SWAPS_PER_LINK, newSeed(), context)
  return joined
}

/** Of any network and its communities, labels by size. */
export function countCandidates (snapshot: Snapshot, community: Int32Array, thematicDomains: ReadonlySet<string>): Candidates {
  const { members } = clusterMembers(community)
  const domains = specialisations(snapshot, snapshot.domains, members)
  const passing = members.filter((list, c) => {
    const effectiveCountries = hillNumber(tally(snapshot.country, list).map(({ count }) => count))
    return passesAllButStability(testCluster({ size: list.length, effectiveCountries, stability: null, domains: domains[c], isThematic: domain => thematicDomains.has(domain) }).tests)
  })
  return { clusters: members.length, passing: passing.length }
}

/** Means over all of them; null: no network was shuffled. */
export function compareWithShuffled (compared: readonly ComparedCandidates[]): ShuffledNetworks | null {
  if (compared.length === 0) return null
  return { networks: compared.length, itself: summaryOf(compared.map(({ itself }) => itself)), shuffled: summaryOf(compared.map(({ shuffled }) => shuffled)) }
}

function summaryOf (counts: Candidates[]): ShuffledNetworks['itself'] {
  const mean = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  const passing = counts.map(each => each.passing)
  return { clusters: mean(counts.map(each => each.clusters)), passing: mean(passing), passingLeast: Math.min(...passing), passingMost: Math.max(...passing) }
}
