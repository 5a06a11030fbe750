/** Two runs side by side: what became of the clusters of the earlier one. Read from stored results, so that neither needs its snapshot. */
import { matchClusters } from '../clusters/match-clusters.ts'
import type { ClusterEvent, ClusterMembership } from '../clusters/match-clusters.ts'
import type { Cluster } from '../contract/cluster.ts'
import { MOVED_LISTED_MAX } from '../contract/cluster-changes.ts'
import type { ClusterChange, ClusterChanges } from '../contract/cluster-changes.ts'
import type { Run } from '../contract/run.ts'
import type { GraphStore } from '../store/graph-store.ts'

/** Results read at once: about 1 MB. */
const BATCH_SIZE = 5000

interface Side extends ClusterMembership { run: Run, clusters: Map<string, Cluster>, strength: Map<string, number> }

/** Mergers first, then splits, births, deaths, and what continued. `namesOf`: of organisations or nodes, by id. */
export async function compareRuns (store: Pick<GraphStore, 'listClusters' | 'streamResults'>, run: Run, since: Run, namesOf: (ids: string[]) => Promise<Map<string, string>>): Promise<ClusterChanges> {
  const [before, after] = [await readSide(store, since), await readSide(store, run)]
  const events = matchClusters(before, after)
  const listed = events.map(event => strongest(event, before, after))
  const names = await namesOf([...new Set(listed.flat())])
  return { since: describeSide(before), now: describeSide(after), changes: events.map((event, i) => describeEvent(event, listed[i], names, before, after)) }
}

async function readSide (store: Pick<GraphStore, 'listClusters' | 'streamResults'>, run: Run): Promise<Side> {
  const listed = (await store.listClusters(run.id)).sort((a, b) => a.community - b.community)
  const clusterOf = new Map<string, string | null>()
  const strength = new Map<string, number>()
  for await (const batch of store.streamResults(run.id, BATCH_SIZE)) {
    for (const { organisation, cluster, scores } of batch) {
      clusterOf.set(organisation, cluster)
      strength.set(organisation, scores.strength ?? 0)
    }
  }
  return { run, codes: listed.map(({ code }) => code), clusters: new Map(listed.map(cluster => [cluster.code, cluster])), clusterOf, strength }
}

const describeSide = ({ run, clusterOf, codes }: Side): ClusterChanges['now'] => ({ run: run.id, revision: run.revision, organisations: clusterOf.size, clusters: codes.length })

/** Of those that joined or left: those with most work first, of equals by id. */
function strongest ({ joined, left }: ClusterEvent, before: Side, after: Side): string[] {
  const strength = (id: string): number => after.strength.get(id) ?? before.strength.get(id) ?? 0
  return [...joined, ...left].sort((a, b) => strength(b) - strength(a) || (a < b ? -1 : 1)).slice(0, MOVED_LISTED_MAX)
}

function describeEvent ({ change, before: earlier, after: later, identity, shared, joined, left }: ClusterEvent, listed: string[], names: Map<string, string>, before: Side, after: Side): ClusterChange {
  const describe = (side: Side, codes: string[]): ClusterChange['before'] => codes.map(code => {
    const { name, size } = side.clusters.get(code) as Cluster
    return { code, name, size }
  })
  return {
    change,
    before: describe(before, earlier),
    after: describe(after, later),
    identity: identity === null ? null : { before: identity[0], after: identity[1] },
    growth: joined.length - left.length,
    shared: shared.length,
    joined: joined.length,
    left: left.length,
    joinedNew: joined.filter(id => !before.clusterOf.has(id)).length,
    leftGone: left.filter(id => !after.clusterOf.has(id)).length,
    moved: listed.map(id => ({
      organisation: id, name: names.get(id) ?? null, from: before.clusterOf.get(id) ?? null, to: after.clusterOf.get(id) ?? null,
      data: !before.clusterOf.has(id) ? 'new' : after.clusterOf.has(id) ? 'in both' : 'gone'
    }))
  }
}
