/** Betweenness estimated with a guaranteed error: the registered algorithm of this name. */
import { UNWATCHED } from '../../../services/analysis/context.ts'
import { MEASURABLE } from '../../../services/analysis/registry.ts'
import type { Csr } from '../../../services/snapshot/snapshot.ts'
import type { Job } from './peer.ts'

const NAME = 'betweennessSampled'
const none = { values: [], offsets: new Int32Array(1), codes: new Int32Array(0) }

export function estimatedBetweenness (graph: Csr, { error, failure, seed }: Job): ArrayLike<number> {
  const algorithm = MEASURABLE.get(NAME)
  if (algorithm === undefined) throw new Error(`no algorithm is called ${NAME}`)
  const input = { ids: [], graph, groups: new Int32Array(graph.n).fill(-1), groupNames: [], terms: none, memberships: { networks: [], offsets: new Int32Array(1), members: new Int32Array(0), membersTotal: new Int32Array(0) }, seed }
  const { nodes } = algorithm.compute(input, algorithm.options.parse({ errorMax: error, failure }) as never, UNWATCHED)
  return Object.values(nodes)[0]
}
