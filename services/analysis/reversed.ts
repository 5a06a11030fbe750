/** Every link the other way round: buyer -> seller instead of seller -> buyer. An undirected graph is returned as it is. */
import { buildCsr, emptyLinkList } from '../snapshot/build-csr.ts'
import type { Csr } from '../snapshot/snapshot.ts'

export function reversed (graph: Csr): Csr {
  if (!graph.directed) return graph
  const links = emptyLinkList()
  for (let v = 0; v < graph.n; v++) {
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) {
      links.sources.push(graph.targets[slot])
      links.targets.push(v)
      links.weights.push(graph.weights[slot])
    }
  }
  return buildCsr(graph.n, links, true).graph
}
