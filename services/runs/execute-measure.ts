/** A run that measures, from snapshot to values: one task on a worker thread. */
import type { Piscina } from 'piscina'
import type { RunMeasured, RunRequest } from '../contract/run.ts'
import { MEASURABLE } from '../analysis/registry.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { GraphStore, RunTable } from '../store/graph-store.ts'
import { groupsByWord, groupsIn } from './choose-groups.ts'
import type { Groups } from './choose-groups.ts'
import { performerOf } from './perform.ts'
import type { Watcher } from './perform.ts'

/** Results read at once: about 1 MB. */
const BATCH_SIZE = 5000

interface MeasureDone { scores: Record<string, Float64Array>, tables: RunTable[], measured: RunMeasured }

export async function executeMeasure (pool: Piscina, store: Pick<GraphStore, 'streamResults'>, snapshot: Snapshot, request: RunRequest, watcher: Watcher): Promise<MeasureDone> {
  watcher.stage('measure', 0)
  const groups = MEASURABLE.get(request.algorithm)?.needs.groups === true ? await chooseGroups(store, snapshot, request) : { groups: new Int32Array(snapshot.ids.length).fill(-1), groupNames: [] }
  const { links, scores, metrics, tables, rowsLeftOut } = await performerOf(pool, watcher.signal)({ kind: 'measure', snapshot, request, ...groups }, share => watcher.stage('measure', share))
  return {
    scores,
    tables,
    measured: {
      organisations: snapshot.ids.length,
      links,
      columns: Object.keys(scores),
      metrics,
      tables: tables.map(({ name, columns }, k) => ({ name, columns: Object.keys(columns), rows: Object.values(columns)[0]?.length ?? 0, rowsLeftOut: rowsLeftOut[k] }))
    }
  }
}

async function chooseGroups (store: Pick<GraphStore, 'streamResults'>, snapshot: Snapshot, { group, groupsFrom }: RunRequest): Promise<Groups> {
  if (group !== 'cluster') return groupsIn(snapshot, group)
  // The data may have changed since that run: organisations it did not know are in no cluster.
  const clusterOf = new Map<string, string | null>()
  for await (const batch of store.streamResults(groupsFrom as string, BATCH_SIZE)) for (const { organisation, cluster } of batch) clusterOf.set(organisation, cluster)
  return groupsByWord(snapshot, id => clusterOf.get(id))
}
