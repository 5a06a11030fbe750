/** The peer that is on npm: graphology, in the same harness. */
import Graph from 'graphology'
import louvainOf from 'graphology-communities-louvain'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import betweennessOf from 'graphology-metrics/centrality/betweenness.js'
import pagerankOf from 'graphology-metrics/centrality/pagerank.js'
import { createRandom } from '../../../services/analysis/random.ts'
import { readLinks } from '../links-file.ts'
import type { Links } from '../links-file.ts'
import { perIteration, randomPlaces } from './iteration-of-layout.ts'
import { serve, timed } from './measure-work.ts'
import { pagerankResidual } from './pagerank-residual.ts'

let graph: Graph
let links: Links

function build (): void {
  const { n, sources, targets, weights } = links
  graph = new Graph({ type: 'undirected' })
  for (let v = 0; v < n; v++) graph.addNode(v)
  for (let i = 0; i < sources.length; i++) graph.addEdge(sources[i], targets[i], weights === undefined ? undefined : { weight: weights[i] })
}

serve(job => {
  const getEdgeWeight = links?.weights === undefined ? null : 'weight'
  switch (job.work) {
    case 'louvain': {
      const { modularity } = louvainOf.detailed(graph, { rng: createRandom(job.seed).next, getEdgeWeight })
      return () => modularity
    }
    case 'pagerank': {
      const scores = pagerankOf(graph, { alpha: 0.85, tolerance: (job.tolerance as number) / graph.order, maxIterations: 1000, getEdgeWeight })
      return () => pagerankResidual(links, Float64Array.from({ length: graph.order }, (_, v) => scores[v]))
    }
    case 'betweenness': {
      const scores = betweennessOf(graph, { normalized: false, getEdgeWeight: null })
      return () => Object.values(scores).reduce((total, score) => total + score, 0)
    }
    default: throw new Error(`no work is called ${job.work}`)
  }
}, {
  build: job => {
    links = readLinks(job.file as string)
    return timed(build).times
  },
  layout: ({ theta, seed }) => {
    const { x, y } = randomPlaces(graph.order, seed)
    graph.updateEachNodeAttributes((v, attributes) => ({ ...attributes, x: x[Number(v)], y: y[Number(v)] }))
    return perIteration(iterations => forceAtlas2(graph, { iterations, settings: { barnesHutOptimize: true, barnesHutTheta: theta, strongGravityMode: true, gravity: 0.05, scalingRatio: 10, slowDown: 1 + Math.log(graph.order) } }))
  }
})
