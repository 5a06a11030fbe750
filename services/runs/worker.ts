/** A worker thread: one task in, its answer out. Holds no state and does no I/O. */
import { betweennessOfSources } from '../analysis/centrality/betweenness.ts'
import { agreeOnCommunities } from '../analysis/communities/agree.ts'
import { findCommunities } from '../analysis/communities/algorithms.ts'
import { updateCommunities } from '../analysis/communities/update-communities.ts'
import { Cancelled, part, UNWATCHED } from '../analysis/context.ts'
import type { Context } from '../analysis/context.ts'
import { dropLinks } from '../analysis/drop-links.ts'
import { contextOf } from '../analysis/watch.ts'
import { measureOrganisations } from '../analysis/measure-organisations.ts'
import { candidatesByChance } from '../clusters/null-enrichment.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { project } from '../snapshot/project.ts'
import { sharedFloat64, sharedInt32 } from '../snapshot/shared-arrays.ts'
import { measureSnapshot } from './measure-snapshot.ts'
import { runThreads } from './perform.ts'
import { profileClusters } from './profile-clusters.ts'
import { tableSnapshot } from './table-snapshot.ts'
import type { Answers, Task } from './task.ts'

export default function work (task: Task): Answers[Task['kind']] | null {
  try {
    return answer(task)
  } catch (error) {
    if (error instanceof Cancelled) return null
    throw error
  }
}

function answer (task: Task): Answers[Task['kind']] {
  const context = contextOf(task.watch)
  // Alone in its stage of a run: what can use several threads may. Repetitions and betweenness keep them busy already.
  const threads = runThreads()
  switch (task.kind) {
    case 'tableNetwork':
      return tableSnapshot(task.table, task.options, task.countries, context)
    case 'projection':
      return project(task.snapshot, task.request.projection)
    case 'repeats':
      return task.seeds.map((seed, i) => {
        const graph = task.dropShare === 0 ? task.graph : dropLinks(task.graph, task.dropShare, seed)
        const labels = sharedInt32(graph.n)
        labels.set(findCommunities(graph, task.request, seed, part(context, i / task.seeds.length, (i + 1) / task.seeds.length)))
        return labels
      })
    case 'communities': {
      const search = (graph: Csr, seed: number): Int32Array => findCommunities(graph, task.request, seed, { ...UNWATCHED, check: context.check, threads })
      return agreeOnCommunities(task.graph, task.repeats, task.repeatsWithLinksDropped, task.request.seed, search, context)
    }
    case 'update': {
      const { snapshot, graph, request, earlier } = task
      const comparable = project(snapshot, request.projection, earlier.scales).graph
      return agreeOnCommunities(graph, [], [], request.seed, () => updateCommunities(earlier, snapshot.ids, graph, request.options, context, comparable), context)
    }
    case 'shuffled': {
      const { snapshot, graph, request, domains, seed } = task
      const find = (graph: Csr, start: number, within: Context): Int32Array => findCommunities(graph, request, start, within)
      return candidatesByChance({ snapshot, projection: request.projection, graph, thematicDomains: new Set(domains.thematic), following: domains.following, find, seed }, context)
    }
    case 'betweenness': {
      const sums = betweennessOfSources(task.graph, task.groups, task.sources, true, context)
      return { plain: onSharedMemory(sums.plain), acrossGroups: onSharedMemory(sums.acrossGroups) }
    }
    case 'measures':
      return measureOrganisations(task.snapshot, task.projection, task.community, task.memberConfidence, task.betweenness, context)
    case 'clusters':
      return profileClusters(task, context)
    case 'measure':
      return measureSnapshot(task, { ...context, threads })
  }
}

function onSharedMemory (values: Float64Array): Float64Array {
  const shared = sharedFloat64(values.length)
  shared.set(values)
  return shared
}
