/** The pieces of work a run is cut into for worker threads. */
import type { z } from 'zod'
import type { Cluster } from '../contract/cluster.ts'
import type { ClusterRequest, Measure, RunMetrics, RunRequest } from '../contract/run.ts'
import type { NetworkOptions, TableNetwork } from '../contract/value-added-network.ts'
import type { AgreedCommunities } from '../analysis/communities/agree.ts'
import type { BetweennessSums } from '../analysis/centrality/betweenness.ts'
import type { EarlierCommunities } from '../analysis/communities/update-communities.ts'
import type { FollowingDomains } from '../clusters/domain-sources.ts'
import type { EarlierRun } from '../clusters/layout/earlier-places.ts'
import type { ComparedCandidates } from '../clusters/null-enrichment.ts'
import type { Csr, Projection, Snapshot } from '../snapshot/snapshot.ts'
import type { RunTable } from '../store/graph-store.ts'
import type { InputOutputTable } from '../value-chains/table.ts'
import type { Labelled } from './table-nodes.ts'

/** What is known of domain codes: which say what work is about, and which follow from which. */
export interface DomainSense { thematic: string[], following: FollowingDomains }

export type Found = AgreedCommunities & { projection: Projection }
export interface Profiled { clusters: Cluster[], scores: Record<Measure, Float64Array>, x: Float32Array, y: Float32Array, metrics: z.infer<typeof RunMetrics> }

/** What a measure gives. `links` of the network measured; scores on shared memory, NaN: not defined; rowsLeftOut parallel to tables. */
export interface MeasuredValues { links: number, scores: Record<string, Float64Array>, metrics: Record<string, number | null>, tables: RunTable[], rowsLeftOut: number[] }

/** The network of a table as a snapshot, and what is told of it. */
export interface MadeNetwork { snapshot: Snapshot, network: TableNetwork }

export type Task = { watch: SharedArrayBuffer } & (
  | { kind: 'tableNetwork', table: InputOutputTable, options: NetworkOptions, countries: Labelled[] }
  | { kind: 'projection', snapshot: Snapshot, request: ClusterRequest }
  | { kind: 'repeats', graph: Csr, request: ClusterRequest, seeds: number[], dropShare: number }
  | { kind: 'communities', graph: Csr, request: ClusterRequest, repeats: Int32Array[], repeatsWithLinksDropped: Int32Array[] }
  | { kind: 'update', snapshot: Snapshot, graph: Csr, request: ClusterRequest, earlier: EarlierCommunities & Pick<Projection, 'scales'> }
  | { kind: 'shuffled', snapshot: Snapshot, graph: Csr, request: ClusterRequest, domains: DomainSense, seed: number }
  | { kind: 'betweenness', graph: Csr, groups: Int32Array, sources: Int32Array }
  | { kind: 'measures', snapshot: Snapshot, projection: Projection, community: Int32Array, memberConfidence: Float64Array, betweenness: BetweennessSums }
  | { kind: 'clusters', run: string, snapshot: Snapshot, request: ClusterRequest, found: Found, scores: Record<Measure, Float64Array>, betweennessSources: number, shuffled: ComparedCandidates[], thematicDomains: string[], earlier: EarlierRun | null }
  | { kind: 'measure', snapshot: Snapshot, request: RunRequest, groups: Int32Array, groupNames: string[] }
)

/** What a worker gives back; null: stopped on request. */
export interface Answers {
  tableNetwork: MadeNetwork
  projection: Projection
  /** Labels of each seed, on shared memory. */
  repeats: Int32Array[]
  communities: AgreedCommunities
  update: AgreedCommunities
  shuffled: ComparedCandidates
  betweenness: BetweennessSums
  measures: Record<Measure, Float64Array>
  clusters: Omit<Profiled, 'scores'>
  measure: MeasuredValues
}
