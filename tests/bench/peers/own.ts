/** Our own work in the same harness as its peers: a job a line in, an answer a line out, in a process of its own so that its memory is its own. */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { structuralHoles } from '../../../services/analysis/brokerage/structural-holes.ts'
import { betweenness } from '../../../services/analysis/centrality/betweenness.ts'
import { harmonicCloseness } from '../../../services/analysis/centrality/harmonic.ts'
import { pagerank, PagerankOptions } from '../../../services/analysis/centrality/pagerank.ts'
import { components } from '../../../services/analysis/communities/components.ts'
import { createSearcher } from '../../../services/analysis/communities/search-kernel.ts'
import { leiden, LeidenOptions } from '../../../services/analysis/communities/leiden.ts'
import { louvain, LouvainOptions } from '../../../services/analysis/communities/louvain.ts'
import { modularity } from '../../../services/analysis/communities/modularity.ts'
import { UNWATCHED } from '../../../services/analysis/context.ts'
import { createRandom } from '../../../services/analysis/random.ts'
import { buildCsr } from '../../../services/snapshot/build-csr.ts'
import type { Csr } from '../../../services/snapshot/snapshot.ts'
import type { Answer, Job } from './peer.ts'

let graph: Csr
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0)

/** What is timed; it answers how to tell its quality, which is not. */
function work (job: Job): () => number {
  const seed = job.seed ?? 1
  switch (job.work) {
    case 'louvain': {
      const labels = louvain(graph, LouvainOptions.parse({}), seed)
      return () => modularity(graph, labels) as number
    }
    case 'leiden': {
      const labels = leiden(graph, LeidenOptions.parse({ iterationsMax: job.iterations }), seed)
      return () => modularity(graph, labels) as number
    }
    case 'pagerank': {
      const scores = pagerank(graph, PagerankOptions.parse({ tolerance: job.tolerance }))
      return () => sum(scores)
    }
    case 'betweenness': {
      const { plain } = betweenness(graph, new Int32Array(graph.n), { weighted: false, sources: 0 }, seed)
      return () => sum(plain)
    }
    case 'harmonic': {
      const scores = harmonicCloseness(graph)
      return () => sum(scores) * (graph.n - 1)
    }
    case 'constraint': {
      const { constraint } = structuralHoles(graph)
      return () => sum(constraint)
    }
    case 'components': {
      const { count } = components(graph)
      return () => count
    }
    default: throw new Error(`no work is called ${job.work}`)
  }
}

/** Communities again after a share of the links was replaced by others, from those before; against all anew. The graph and the kernel are ready in both. */
function warm (share: number): Answer {
  const random = createRandom(7)
  const options = { quality: 'modularity', resolution: 1, refined: false, iterationsMax: 1 } as const
  const before = createSearcher(graph, options, UNWATCHED).search(101)
  const links: Array<[number, number]> = []
  for (let v = 0; v < graph.n; v++) for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) if (graph.targets[slot] > v) links.push([v, graph.targets[slot]])
  const edits: Array<[number, number]> = []
  for (let i = 0; i < Math.round(links.length * share); i++) {
    const at = random.below(links.length)
    const source = random.below(graph.n)
    const anew: [number, number] = [source, (source + 1 + random.below(graph.n - 1)) % graph.n]
    edits.push(links[at], anew)
    links[at] = anew
  }
  const changed = buildCsr(graph.n, { sources: Int32Array.from(links, ([source]) => source), targets: Int32Array.from(links, ([, target]) => target) }, false).graph
  const searcher = createSearcher(changed, options, UNWATCHED)
  const edited = { sources: Int32Array.from(edits, ([source]) => source), targets: Int32Array.from(edits, ([, target]) => target) }
  const timed = (find: () => Int32Array): { seconds: number, quality: number } => {
    const start = performance.now()
    const labels = find()
    return { seconds: (performance.now() - start) / 1000, quality: modularity(changed, labels) as number }
  }
  const anew = timed(() => searcher.search(102))
  const updates = Array.from({ length: 5 }, () => timed(() => searcher.update(before, edited))).sort((a, b) => a.seconds - b.seconds)
  return { ...updates[2], whole: anew.seconds, wholeQuality: anew.quality, megabytes: 0 }
}

createInterface({ input: process.stdin }).on('line', line => {
  const job = JSON.parse(line) as Job
  let answer: Answer
  if (job.work === 'load') {
    const data = readFileSync(job.file as string)
    const [n, m] = new Int32Array(data.buffer, data.byteOffset, 2)
    const links = { sources: new Int32Array(data.buffer, data.byteOffset + 8, m), targets: new Int32Array(data.buffer, data.byteOffset + 8 + 4 * m, m) }
    const start = performance.now()
    graph = buildCsr(n, links, false).graph
    answer = { seconds: (performance.now() - start) / 1000, megabytes: 0 }
  } else if (job.work === 'warm') {
    answer = warm(job.share as number)
  } else {
    const start = performance.now()
    const quality = work(job)
    answer = { seconds: (performance.now() - start) / 1000, quality: quality(), megabytes: 0 }
  }
  console.log(JSON.stringify({ ...answer, megabytes: process.resourceUsage().maxRSS / 1024 }))
})
