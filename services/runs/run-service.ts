/** What routes and views may ask of analysis runs; services/runs/create-run-service.ts makes one from a store and a worker pool. */
import type { Run, RunEstimate, RunEvent, RunRequest, Measure } from '../contract/run.ts'
import type { Cluster } from '../contract/cluster.ts'
import type { Projection, Snapshot } from '../snapshot/snapshot.ts'

/** What a completed run of any kind says of organisations, or of the nodes of a table's network. Arrays are parallel to snapshot.ids. */
export interface RunValues {
  run: Run
  snapshot: Snapshot
  /** By column; NaN: not defined. */
  scores: Record<string, Float64Array>
}

/** A completed run that found clusters, with the network it was computed on, ready to be drawn. */
export interface LoadedRun extends RunValues {
  projection: Projection
  clusters: Cluster[]
  /** Community number as the algorithm returned it, by size: 0 is the largest. Isolates are singletons. */
  community: Int32Array
  /** Index into clusters, -1: in no cluster (isolate or a community under CLUSTER_SIZE_MIN). */
  clusterOf: Int32Array
  scores: Record<Measure, Float64Array>
  x: Float32Array
  y: Float32Array
}

export interface RunService {
  /** What a run would need. Throws ZodError for a request that no run can be made of. */
  estimate: (request: RunRequest) => Promise<RunEstimate>
  /** Queues a run and returns it at once; refuses when RUN_QUEUE_MAX wait already (RunQueueFull), and what does not fit (RunTooLarge). */
  start: (request: RunRequest) => Promise<Run>
  /** Stops a queued or running run; false if it had already ended. */
  cancel: (id: string) => Promise<boolean>
  /** Live progress from now on; ends after completed, failed or cancelled. The first event tells the present state. */
  events: (id: string, signal: AbortSignal) => AsyncIterable<RunEvent>
  /** Resolves with the run when it has ended. */
  wait: (id: string) => Promise<Run>
  get: (id: string) => Promise<Run | null>
  /** Newest completed run that found clusters of organisations and was no trial, null before the first. */
  latest: () => Promise<Run | null>
  /** Null if the run is unknown; throws RunNotCompleted while it has no results, SnapshotGone if its network can no longer be rebuilt. */
  load: (id: string) => Promise<LoadedRun | null>
  /** The same for a run of any kind; `load` throws RunOfAnotherKind for one without clusters. */
  loadValues: (id: string) => Promise<RunValues | null>
  /** Marks runs that no process works on any more as failed; for the one process that serves, before it takes requests. */
  failAbandoned: () => Promise<void>
  close: () => Promise<void>
}

export class RunQueueFull extends Error { override name = 'RunQueueFull' }
export class RunTooLarge extends Error { override name = 'RunTooLarge' }
export class RunOfAnotherKind extends Error { override name = 'RunOfAnotherKind' }
export class RunNotCompleted extends Error { override name = 'RunNotCompleted' }
export class SnapshotGone extends Error { override name = 'SnapshotGone' }
