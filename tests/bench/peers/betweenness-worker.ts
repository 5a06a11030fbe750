/** A thread of two-threads.ts. */
import { betweennessOfSources } from '../../../services/analysis/centrality/betweenness.ts'
import type { BetweennessSums } from '../../../services/analysis/centrality/betweenness.ts'
import { UNWATCHED } from '../../../services/analysis/context.ts'
import type { Csr } from '../../../services/snapshot/snapshot.ts'

export default function work ({ graph, sources }: { graph: Csr, sources: Int32Array }): BetweennessSums {
  return betweennessOfSources(graph, new Int32Array(graph.n), sources, false, UNWATCHED)
}
