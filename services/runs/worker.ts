/** A worker thread: one task in, its answer out. Holds no state and does no I/O. */
import { betweennessOfSources } from '../analysis/centrality/betweenness.ts'
import { Cancelled } from '../analysis/context.ts'
import { measureOrganisations } from '../analysis/measure-organisations.ts'
import { COMMUNITIES } from '../analysis/registry.ts'
import { project } from '../snapshot/project.ts'
import { sharedFloat64 } from '../snapshot/shared-arrays.ts'
import { profileClusters } from './profile-clusters.ts'
import { contextOf } from './task.ts'
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
  switch (task.kind) {
    case 'communities': {
      const projection = project(task.snapshot, task.request.projection)
      const { options, find } = COMMUNITIES[task.request.algorithm]
      const community = find(projection.graph, options.parse(task.request.options) as never, task.request.seed, context)
      return { projection, community }
    }
    case 'betweenness': {
      const sums = betweennessOfSources(task.graph, task.groups, task.sources, true, context)
      return { plain: onSharedMemory(sums.plain), acrossGroups: onSharedMemory(sums.acrossGroups) }
    }
    case 'measures':
      return measureOrganisations(task.snapshot, task.projection, task.community, task.betweenness, context)
    case 'clusters':
      return profileClusters(task, context)
  }
}

function onSharedMemory (values: Float64Array): Float64Array {
  const shared = sharedFloat64(values.length)
  shared.set(values)
  return shared
}
