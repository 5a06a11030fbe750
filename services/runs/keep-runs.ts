/** Completed runs and the newest snapshot, read once and kept while they are looked at. */
import { findsClusters } from '../contract/run.ts'
import type { Run } from '../contract/run.ts'
import type { RunNetwork } from '../contract/value-added-network.ts'
import { pruneSnapshots } from '../snapshot/kept-dataset.ts'
import { refreshSnapshot } from '../snapshot/refresh-snapshot.ts'
import { readSnapshotFile, writeSnapshot } from '../snapshot/snapshot-file.ts'
import type { Tell } from '../snapshot/snapshot-file.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { loadRun, loadValues } from './load-run.ts'
import { RunNotCompleted, RunOfAnotherKind, SnapshotGone } from './run-service.ts'
import type { LoadedRun, RunService, RunValues } from './run-service.ts'

/** Runs kept in memory: the one that is looked at and the one it is compared with. */
const LOADED_RUNS_MAX = 2

export interface KeptRuns extends Pick<RunService, 'load' | 'loadValues'> {
  /** Keeps a run that is being loaded or has just been made, in place of the one longest not asked for. */
  remember: (id: string, loading: Promise<RunValues>) => Promise<RunValues>
  /** The present revision, which is also on disk afterwards. */
  snapshotNow: () => Promise<Snapshot>
  snapshotOf: (run: Run) => Promise<Snapshot>
  /** Puts a snapshot that is of no revision on disk, where a run of it finds it. */
  keepSnapshot: (snapshot: Snapshot) => Promise<void>
  /** Removes the files of snapshots that are not `needed`. */
  prune: (needed: () => Promise<ReadonlySet<string>>) => Promise<void>
}

/** `remake`: the snapshot of a table's network once more; null where the table is gone. */
export function keepRuns (store: GraphStore, snapshotFolder: string, tell: Tell, remake: (network: RunNetwork) => Promise<Snapshot | null> = async () => null): KeptRuns {
  const loaded = new Map<string, Promise<RunValues>>()
  let newest: Snapshot | undefined
  let turn: Promise<unknown> = Promise.resolve()

  /** One after the other: two at a time would write the same files. */
  function inTurn<Value> (work: () => Promise<Value>): Promise<Value> {
    const ended = turn.then(work)
    turn = ended.catch(() => {})
    return ended
  }

  const snapshotNow = (): Promise<Snapshot> => inTurn(async () => {
    if (newest?.revision !== (await store.revision()).number) newest = (await refreshSnapshot(store, snapshotFolder, tell)).snapshot
    return newest
  })

  const keepSnapshot = (snapshot: Snapshot): Promise<void> => inTurn(() => writeSnapshot(snapshotFolder, snapshot))

  async function snapshotOf (run: Run): Promise<Snapshot> {
    const hash = run.inputHash as string
    if (newest?.hash === hash) return newest
    const file = await readSnapshotFile(snapshotFolder, hash, tell)
    if (file !== null) return file
    if (run.request.network !== undefined) {
      const snapshot = await remake(run.request.network)
      if (snapshot?.hash !== hash) throw new SnapshotGone(`The network of run ${run.id} is not on this machine, and ${snapshot === null ? 'the table it was made of is no longer kept; import it again' : 'this version of the program makes another one of its table; start a new run'}.`)
      await keepSnapshot(snapshot)
      return snapshot
    }
    if ((await store.revision()).number === run.revision) {
      const snapshot = await snapshotNow()
      if (snapshot.hash === hash) return snapshot
      throw new SnapshotGone(`The network of run ${run.id} was kept by an earlier version of this program, which read other things of the same data; start a new run.`)
    }
    throw new SnapshotGone(`The network of run ${run.id} (revision ${run.revision}) is not on this machine and the data has changed since; start a new run.`)
  }

  function remember (id: string, loading: Promise<RunValues>): Promise<RunValues> {
    loaded.delete(id)
    loaded.set(id, loading)
    for (const oldest of loaded.keys()) if (loaded.size > LOADED_RUNS_MAX) loaded.delete(oldest)
    loading.then(undefined, () => loaded.delete(id))
    return loading
  }

  async function loadAny (id: string): Promise<RunValues | null> {
    const known = loaded.get(id)
    if (known !== undefined) return await remember(id, known)
    const run = await store.getRun(id)
    if (run === null) return null
    if (run.status !== 'completed') throw new RunNotCompleted(`Run ${id} is ${run.status}; results exist only for completed runs.`)
    return await remember(id, snapshotOf(run).then(snapshot => findsClusters(run.request.algorithm) ? loadRun(store, run, snapshot) : loadValues(store, run, snapshot)))
  }

  return {
    remember,
    snapshotNow,
    snapshotOf,
    keepSnapshot,
    prune: needed => inTurn(async () => await pruneSnapshots(snapshotFolder, await needed())),
    loadValues: loadAny,
    load: async id => {
      const values = await loadAny(id)
      if (values !== null && !findsClusters(values.run.request.algorithm)) throw new RunOfAnotherKind(`Run ${id} measured ${values.run.request.algorithm} and has no clusters; its values are at /api/v1/runs/${id}/results. Name a run that found clusters, or latest.`)
      return values as LoadedRun | null
    }
  }
}
