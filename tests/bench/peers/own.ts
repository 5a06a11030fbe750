/** Our own work in the same harness as its peers, in a process of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { structuralHoles } from '../../../services/analysis/brokerage/structural-holes.ts'
import { betweenness } from '../../../services/analysis/centrality/betweenness.ts'
import { coreness } from '../../../services/analysis/centrality/coreness.ts'
import { harmonicCloseness } from '../../../services/analysis/centrality/harmonic.ts'
import { pagerank, PagerankOptions } from '../../../services/analysis/centrality/pagerank.ts'
import { components } from '../../../services/analysis/communities/components.ts'
import { leiden, LeidenOptions } from '../../../services/analysis/communities/leiden.ts'
import { louvain, LouvainOptions } from '../../../services/analysis/communities/louvain.ts'
import { modularity } from '../../../services/analysis/communities/modularity.ts'
import { UNWATCHED } from '../../../services/analysis/context.ts'
import { forceAtlas2 } from '../../../services/analysis/layout/force-atlas2.ts'
import { ForceAtlas2Options } from '../../../services/analysis/layout/force-options.ts'
import { buildCsr } from '../../../services/snapshot/build-csr.ts'
import type { Csr } from '../../../services/snapshot/snapshot.ts'
import { readLinks } from '../links-file.ts'
import type { Links } from '../links-file.ts'
import { estimatedBetweenness } from './estimated-betweenness.ts'
import { perIteration, randomPlaces } from './iteration-of-layout.ts'
import { serve, timed } from './measure-work.ts'
import { pagerankResidual } from './pagerank-residual.ts'
import type { Job, Times } from './peer.ts'
import { betweennessOnThreads } from './two-threads.ts'
import { updateCompared, updateKnown } from './update-communities.ts'

let graph: Csr
let links: Links
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0)

async function work (job: Job): Promise<(() => number | null) | null> {
  switch (job.work) {
    case 'louvain': {
      const labels = louvain(graph, LouvainOptions.parse({}), job.seed, { ...UNWATCHED, threads: job.threads })
      return () => modularity(graph, labels)
    }
    case 'leiden': {
      const labels = leiden(graph, LeidenOptions.parse({ iterationsMax: job.iterations }), job.seed)
      return () => modularity(graph, labels)
    }
    case 'pagerank': {
      const scores = pagerank(graph, PagerankOptions.parse({ tolerance: job.tolerance }))
      return () => pagerankResidual(links, scores)
    }
    case 'betweenness': {
      const plain = job.threads === 1 ? betweenness(graph, new Int32Array(graph.n), { weighted: false, sources: 0 }, job.seed).plain : await betweennessOnThreads(graph, job.threads)
      return () => {
        if (job.exact !== undefined) writeFileSync(job.exact, plain.map(paths => paths / (graph.n * (graph.n - 1) / 2)))
        return sum(plain)
      }
    }
    case 'estimatedBetweenness': {
      const estimates = estimatedBetweenness(graph, job)
      return () => job.exact === undefined || !existsSync(job.exact) ? null : worstError(estimates, job.exact)
    }
    case 'harmonic': {
      const scores = harmonicCloseness(graph)
      return () => sum(scores) * (graph.n - 1)
    }
    case 'constraint': {
      const { constraint } = structuralHoles(graph)
      return () => sum(constraint)
    }
    case 'coreness': {
      const scores = coreness(graph)
      return () => sum(scores)
    }
    case 'components': {
      const { count } = components(graph)
      return () => count
    }
    default: throw new Error(`no work is called ${job.work}`)
  }
}

/** The largest difference to values of which a file holds the exact ones. */
function worstError (estimates: ArrayLike<number>, file: string): number {
  const { buffer } = new Uint8Array(readFileSync(file))
  return new Float64Array(buffer).reduce((worst, exact, v) => Math.max(worst, Math.abs(exact - estimates[v])), 0)
}

function build (job: Job): Times {
  links = readLinks(job.file as string)
  const { value, times } = timed(() => buildCsr(links.n, links, false).graph)
  graph = value
  return times
}

serve(work, {
  build,
  update: job => updateKnown(graph, job.share as number, job.seed),
  updateCompared: job => updateCompared(graph, job.share as number, job.seed),
  layout: ({ theta, seed }) => {
    const start = randomPlaces(graph.n, seed)
    return perIteration(iterations => forceAtlas2(graph, start, ForceAtlas2Options.parse({ iterations, theta })))
  }
})
