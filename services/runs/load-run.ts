/** A stored run back in memory: its results on the network it was computed on. */
import type { Cluster } from '../contract/cluster.ts'
import type { Measure, Run } from '../contract/run.ts'
import { MEASURES } from '../contract/run.ts'
import { project } from '../snapshot/project.ts'
import { sharedFloat64 } from '../snapshot/shared-arrays.ts'
import type { Projection, Snapshot } from '../snapshot/snapshot.ts'
import type { GraphStore, RunResult } from '../store/graph-store.ts'
import type { LoadedRun, RunValues } from './run-service.ts'
import type { Profiled } from './task.ts'

/** Results read at once: about 1 MB. */
const BATCH_SIZE = 5000
/** Beside the measures a result keeps the community, so that communities too small for a cluster survive. */
const COMMUNITY = 'community'

/** What the store keeps of a run for each organisation. */
export function toResults (snapshot: Snapshot, community: Int32Array, { clusters, scores, x, y }: Profiled): RunResult[] {
  return snapshot.ids.map((organisation, i) => ({
    organisation,
    cluster: clusters[community[i]]?.code ?? null,
    x: Number.isNaN(x[i]) ? null : x[i],
    y: Number.isNaN(y[i]) ? null : y[i],
    scores: { ...Object.fromEntries(MEASURES.map(measure => [measure, Number.isNaN(scores[measure][i]) ? null : scores[measure][i]])), [COMMUNITY]: community[i] }
  }))
}

/** The same of a run that measures. */
export const toValueResults = ({ ids }: Snapshot, scores: Record<string, Float64Array>): RunResult[] => ids.map((organisation, i) => ({
  organisation, cluster: null, x: null, y: null, scores: Object.fromEntries(Object.entries(scores).map(([column, values]) => [column, Number.isNaN(values[i]) ? null : values[i]]))
}))

export async function loadValues (store: Pick<GraphStore, 'streamResults'>, run: Run, snapshot: Snapshot): Promise<RunValues> {
  const columns = run.measured?.columns ?? []
  const scores = Object.fromEntries(columns.map(column => [column, sharedFloat64(snapshot.ids.length).fill(NaN)]))
  let i = 0
  for await (const batch of store.streamResults(run.id, BATCH_SIZE)) {
    for (const result of batch) {
      if (result.organisation !== snapshot.ids[i]) throw new Error(`results of ${run.id} do not fit its snapshot at organisation ${result.organisation}`)
      for (const column of columns) scores[column][i] = result.scores[column] ?? NaN
      i++
    }
  }
  refuseFewer(run, snapshot, i)
  return { run, snapshot, scores }
}

export async function loadRun (store: Pick<GraphStore, 'streamResults' | 'listClusters'>, run: Run, snapshot: Snapshot): Promise<LoadedRun> {
  const clusters = inOrder(await store.listClusters(run.id))
  const n = snapshot.ids.length
  const place = new Map(clusters.map((cluster, c) => [cluster.code, c]))
  const loaded: LoadedRun = {
    run,
    snapshot,
    projection: project(snapshot, run.request.projection),
    clusters,
    community: new Int32Array(n),
    clusterOf: new Int32Array(n).fill(-1),
    scores: Object.fromEntries(MEASURES.map(measure => [measure, new Float64Array(n).fill(NaN)])) as Record<Measure, Float64Array>,
    x: new Float32Array(n).fill(NaN),
    y: new Float32Array(n).fill(NaN)
  }
  let i = 0
  for await (const batch of store.streamResults(run.id, BATCH_SIZE)) {
    for (const result of batch) {
      if (result.organisation !== snapshot.ids[i]) throw new Error(`results of ${run.id} do not fit its snapshot at organisation ${result.organisation}`)
      loaded.community[i] = result.scores[COMMUNITY] as number
      loaded.clusterOf[i] = result.cluster === null ? -1 : place.get(result.cluster) as number
      for (const measure of MEASURES) loaded.scores[measure][i] = result.scores[measure] ?? NaN
      loaded.x[i] = result.x ?? NaN
      loaded.y[i] = result.y ?? NaN
      i++
    }
  }
  refuseFewer(run, snapshot, i)
  return loaded
}

/** What is missing would read as the community 0. */
function refuseFewer (run: Run, { ids }: Snapshot, results: number): void {
  if (results < ids.length) throw new Error(`${run.id} has results of ${results} organisations, and its snapshot ${ids.length}`)
}

/** The same from memory, just after the run. */
export function loadedFrom (run: Run, snapshot: Snapshot, projection: Projection, community: Int32Array, { clusters, scores, x, y }: Profiled): LoadedRun {
  return { run, snapshot, projection, clusters, community, clusterOf: community.map(c => c < clusters.length ? c : -1), scores, x, y }
}

const inOrder = (clusters: Cluster[]): Cluster[] => [...clusters].sort((a, b) => a.community - b.community)
