/** The peer that is on npm: graphology, in the same harness. */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import Graph from 'graphology'
import louvainOf from 'graphology-communities-louvain'
import betweennessOf from 'graphology-metrics/centrality/betweenness.js'
import pagerankOf from 'graphology-metrics/centrality/pagerank.js'
import { createRandom } from '../../../services/analysis/random.ts'
import type { Job } from './peer.ts'

let graph: Graph

const sum = (scores: Record<string, number>): number => Object.values(scores).reduce((total, score) => total + score, 0)

function work (job: Job): number | null {
  switch (job.work) {
    case 'louvain': return louvainOf.detailed(graph, { rng: createRandom(job.seed ?? 1).next, getEdgeWeight: null }).modularity
    case 'pagerank': return sum(pagerankOf(graph, { alpha: 0.85, tolerance: (job.tolerance as number) / graph.order, maxIterations: 1000, getEdgeWeight: null }))
    case 'betweenness': return sum(betweennessOf(graph, { normalized: false, getEdgeWeight: null }))
    default: return null
  }
}

createInterface({ input: process.stdin }).on('line', line => {
  const job = JSON.parse(line) as Job
  let quality: number | null | undefined
  let start: number
  if (job.work === 'load') {
    const data = readFileSync(job.file as string)
    const [n, m] = new Int32Array(data.buffer, data.byteOffset, 2)
    const ends = new Int32Array(data.buffer, data.byteOffset + 8, 2 * m)
    start = performance.now()
    graph = new Graph({ type: 'undirected' })
    for (let v = 0; v < n; v++) graph.addNode(v)
    for (let i = 0; i < m; i++) graph.addEdge(ends[i], ends[m + i])
  } else {
    start = performance.now()
    quality = work(job)
  }
  console.log(JSON.stringify({ seconds: quality === null ? null : (performance.now() - start) / 1000, quality, megabytes: process.resourceUsage().maxRSS / 1024 }))
})
