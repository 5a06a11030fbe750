/** What clusters are made from: a partition of a projected snapshot, with the measures of its nodes. */
import type { Measure, ProjectionOptions } from '../contract/run.ts'
import type { Projection, Snapshot } from '../snapshot/snapshot.ts'

export interface ClusterInput {
  run: string
  snapshot: Snapshot
  projection: Projection
  /** Community of each node, by size. */
  community: Int32Array
  /** Of each community; NaN: not measured. */
  stability: Float64Array
  stabilityWithLinksDropped: Float64Array
  scores: Record<Measure, Float64Array>
  /** How the layers were joined. */
  projectionOptions: ProjectionOptions
  /** Domain codes that say what work is about. */
  thematicDomains: ReadonlySet<string>
}
