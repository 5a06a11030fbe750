/** The pieces of work a run is cut into for worker threads, and the few bytes of shared memory through which they are watched and stopped. */
import type { z } from 'zod'
import type { Cluster } from '../contract/cluster.ts'
import type { Measure, RunMetrics, RunRequest } from '../contract/run.ts'
import type { AgreedCommunities } from '../analysis/communities/agree.ts'
import type { BetweennessSums } from '../analysis/centrality/betweenness.ts'
import { Cancelled } from '../analysis/context.ts'
import type { Context } from '../analysis/context.ts'
import type { Csr, Projection, Snapshot } from '../snapshot/snapshot.ts'

export type Found = AgreedCommunities & { projection: Projection }
export interface Profiled { clusters: Cluster[], scores: Record<Measure, Float64Array>, x: Float32Array, y: Float32Array, metrics: z.infer<typeof RunMetrics> }

export type Task = { watch: SharedArrayBuffer } & (
  | { kind: 'projection', snapshot: Snapshot, request: RunRequest }
  | { kind: 'repeats', graph: Csr, request: RunRequest, seeds: number[], dropShare: number }
  | { kind: 'communities', graph: Csr, request: RunRequest, repeats: Int32Array[], repeatsWithLinksDropped: Int32Array[] }
  | { kind: 'betweenness', graph: Csr, groups: Int32Array, sources: Int32Array }
  | { kind: 'measures', snapshot: Snapshot, projection: Projection, community: Int32Array, memberConfidence: Float64Array, betweenness: BetweennessSums }
  | { kind: 'clusters', run: string, snapshot: Snapshot, request: RunRequest, found: Found, scores: Record<Measure, Float64Array>, betweennessSources: number, thematicDomains: string[] }
)

/** What a worker gives back; null: stopped on request. */
export interface Answers {
  projection: Projection
  /** Labels of each seed, on shared memory. */
  repeats: Int32Array[]
  communities: AgreedCommunities
  betweenness: BetweennessSums
  measures: Record<Measure, Float64Array>
  clusters: Omit<Profiled, 'scores'>
}

/** Shared by a task and the service: [0] 1 = stop, [1] progress in thousandths. */
export const newWatch = (): SharedArrayBuffer => new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)
export const requestStop = (watch: SharedArrayBuffer): void => { Atomics.store(new Int32Array(watch), 0, 1) }
export const readProgress = (watch: SharedArrayBuffer): number => Atomics.load(new Int32Array(watch), 1) / 1000

/** The worker's side. */
export function contextOf (watch: SharedArrayBuffer): Context {
  const cells = new Int32Array(watch)
  return {
    check: () => { if (Atomics.load(cells, 0) === 1) throw new Cancelled('the run was stopped') },
    progress: share => { Atomics.store(cells, 1, Math.round(share * 1000)) }
  }
}
