/** A run that finds clusters, from snapshot to results, on worker threads: repeated communities and what they agree on, or those of an earlier run carried over; shuffled networks, betweenness, clusters. */
import type { Piscina } from 'piscina'
import type { ClusterRequest } from '../contract/run.ts'
import { addSums, chooseSources, chunkSources, scaleSums } from '../analysis/centrality/betweenness.ts'
import type { BetweennessSums } from '../analysis/centrality/betweenness.ts'
import type { AgreedCommunities } from '../analysis/communities/agree.ts'
import { runOptions } from '../analysis/communities/algorithms.ts'
import type { EarlierCommunities } from '../analysis/communities/update-communities.ts'
import type { EarlierRun } from '../clusters/layout/earlier-places.ts'
import { canShuffle } from '../clusters/null-enrichment.ts'
import type { ComparedCandidates } from '../clusters/null-enrichment.ts'
import type { Csr, Projection, Snapshot } from '../snapshot/snapshot.ts'
import { allOrFirstError, performerOf, shareOut } from './perform.ts'
import type { Perform, Stage, Watcher } from './perform.ts'
import type { LoadedRun } from './run-service.ts'
import type { DomainSense, Found, Profiled } from './task.ts'

/** Sources times links from which betweenness is estimated: about a minute of one core. */
const BETWEENNESS_WORK_MAX = 1e9
/** Share of the links left out in half of the repetitions: what a tenth of missing records would do (Hennig 2007). */
const LINKS_DROPPED = 0.1
/** Repetitions one task makes: small enough that threads end together, large enough that starting it costs nothing. */
const SEEDS_A_TASK = 5
/** Part of finding communities that the repetitions take; the rest is agreeing on them. */
const REPEATS_SHARE = 0.85

/** Reports of a task as a part of a stage. */
type At = (stage: Stage, from?: number, to?: number) => (share: number) => void

/** Earlier runs: whose communities are carried over, and on whose pictures the new ones are turned. */
export interface BuiltOn { startFrom: LoadedRun | null, alignTo: LoadedRun | null }

export async function executeRun (pool: Piscina, run: string, snapshot: Snapshot, request: ClusterRequest, { startFrom, alignTo }: BuiltOn, domains: DomainSense, watcher: Watcher): Promise<Profiled & { found: Found }> {
  const perform = performerOf(pool, watcher.signal)
  const at: At = (stage, from = 0, to = 1) => share => watcher.stage(stage, from + share * (to - from))

  const projection = await perform({ kind: 'projection', snapshot, request }, at('projection'))
  const { graph } = projection
  const agreed = startFrom === null ? await repeatAndAgree(perform, graph, request, at) : await perform({ kind: 'update', snapshot, graph, request, earlier: communitiesOf(startFrom) }, at('communities'))
  const found: Found = { projection, ...agreed }
  const shuffled = await shuffle(perform, snapshot, graph, request, domains, at('shuffling'))

  const sources = chooseSources(graph, { weighted: true, sources: sourcesThatFit(request, graph.m) }, request.seed)
  const betweenness = await sumBetweenness(perform, graph, snapshot.country.codes, sources, at('centrality'))
  const { community, memberConfidence } = agreed
  const scores = await perform({ kind: 'measures', snapshot, projection, community, memberConfidence, betweenness }, () => {})
  const profiled = await perform({ kind: 'clusters', run, snapshot, request, found, shuffled, scores, betweennessSources: sources.length, thematicDomains: domains.thematic, earlier: alignTo === null ? null : picturesOf(alignTo) }, at('clusters'))
  return { ...profiled, scores, found }
}

async function repeatAndAgree (perform: Perform, graph: Csr, request: ClusterRequest, at: At): Promise<AgreedCommunities> {
  const repeated = await repeat(perform, graph, request, at('communities', 0, REPEATS_SHARE))
  return await perform({ kind: 'communities', graph, request, ...repeated }, at('communities', REPEATS_SHARE))
}

const picturesOf = ({ snapshot, clusterOf, x, y, clusters }: LoadedRun): EarlierRun => ({ ids: snapshot.ids, clusterOf, x, y, clusters: clusters.map(cluster => ({ x: cluster.x, y: cluster.y })) })
const communitiesOf = ({ snapshot, projection: { graph, scales }, community }: LoadedRun): EarlierCommunities & Pick<Projection, 'scales'> => ({ ids: snapshot.ids, graph, scales, community })

/** Communities with other seeds, on all links and on part of them. The seed of each is fixed, so the number of threads changes nothing. */
async function repeat (perform: Perform, graph: Csr, request: ClusterRequest, report: (share: number) => void): Promise<{ repeats: Int32Array[], repeatsWithLinksDropped: Int32Array[] }> {
  const count = graph.m === 0 ? 0 : runOptions(request.algorithm).parse(request.options).repeats as number
  const tasks = [0, LINKS_DROPPED].flatMap((dropShare, k) => Array.from({ length: Math.ceil(count / SEEDS_A_TASK) }, (_, i) => {
    const first = i * SEEDS_A_TASK
    return { dropShare, seeds: Array.from({ length: Math.min(SEEDS_A_TASK, count - first) }, (_, j) => (request.seed + 1 + k * count + first + j) >>> 0) }
  }))
  const reports = shareOut(tasks.length, report)
  const labels = (await allOrFirstError(tasks.map((task, i) => perform({ kind: 'repeats', graph, request, ...task }, reports[i])))).flat()
  return { repeats: labels.slice(0, count), repeatsWithLinksDropped: labels.slice(count) }
}

/** Communities that would pass, of the network and of shuffled ones; none where there is nothing to shuffle. The seed of each is fixed, as those of repetitions are. */
async function shuffle (perform: Perform, snapshot: Snapshot, graph: Csr, request: ClusterRequest, domains: DomainSense, report: (share: number) => void): Promise<ComparedCandidates[]> {
  const count = canShuffle(snapshot, request.projection) ? runOptions(request.algorithm).parse(request.options).shuffledNetworks as number : 0
  const reports = shareOut(count, report)
  return await allOrFirstError(reports.map((each, i) => perform({ kind: 'shuffled', snapshot, graph, request, domains, seed: (request.seed + 1 + i) >>> 0 }, each)))
}

async function sumBetweenness (perform: Perform, graph: Csr, groups: Int32Array, sources: Int32Array, report: (share: number) => void): Promise<BetweennessSums> {
  const chunks = chunkSources(sources)
  const reports = shareOut(chunks.length, report)
  const parts = await allOrFirstError(chunks.map((chunk, i) => perform({ kind: 'betweenness', graph, groups, sources: onSharedMemory(chunk) }, reports[i])))
  const sums: BetweennessSums = { plain: new Float64Array(graph.n), acrossGroups: new Float64Array(graph.n) }
  for (const part of parts) addSums(sums, part)
  scaleSums(sums, graph, sources.length)
  return sums
}

/** What is added up at most, of `links` links both ways. */
export const workOfBetweenness = (request: ClusterRequest, { n, m }: { n: number, m: number }): number => Math.min(n, sourcesThatFit(request, m)) * 2 * m

/** All of them, unless the request names fewer or their work would pass BETWEENNESS_WORK_MAX. */
function sourcesThatFit (request: ClusterRequest, links: number): number {
  const asked = typeof request.options.betweennessSources === 'number' ? request.options.betweennessSources : 0
  const fitting = links === 0 ? 0 : Math.max(1, Math.floor(BETWEENNESS_WORK_MAX / links))
  return asked === 0 ? fitting : Math.min(asked, fitting)
}

function onSharedMemory (values: Int32Array): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(values.byteLength))
  shared.set(values)
  return shared
}
