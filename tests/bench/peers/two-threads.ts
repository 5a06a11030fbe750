/** Exact betweenness on several threads, cut as a run cuts it: the sums of chunks of sources, added in their order. */
import { Piscina } from 'piscina'
import { addSums, chooseSources, chunkSources, scaleSums } from '../../../services/analysis/centrality/betweenness.ts'
import type { BetweennessSums } from '../../../services/analysis/centrality/betweenness.ts'
import type { Csr } from '../../../services/snapshot/snapshot.ts'

let pool: Piscina | undefined

/** Threads are started by the first call and stay. */
export async function betweennessOnThreads (graph: Csr, threads: number): Promise<Float64Array> {
  pool ??= new Piscina({ filename: new URL('betweenness-worker.ts', import.meta.url).href, minThreads: threads, maxThreads: threads, execArgv: ['--import', 'tsx'] })
  const sources = chooseSources(graph, { weighted: false, sources: 0 }, 1)
  const chunks = await Promise.all(chunkSources(sources).map(chunk => (pool as Piscina).run({ graph, sources: chunk.slice() }) as Promise<BetweennessSums>))
  const sums: BetweennessSums = { plain: new Float64Array(graph.n), acrossGroups: new Float64Array(graph.n) }
  for (const chunk of chunks) addSums(sums, chunk)
  return scaleSums(sums, graph, sources.length).plain
}
