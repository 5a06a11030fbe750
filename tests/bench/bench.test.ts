import t from 'tap'
import { pagerank, PagerankOptions } from '../../services/analysis/centrality/pagerank.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { takeTurns } from './contender.ts'
import type { Contender, Figures } from './contender.ts'
import { planted } from './graphs.ts'
import { readLinks, writeLinks } from './links-file.ts'
import { pagerankResidual } from './peers/pagerank-residual.ts'
import type { Answer, Job } from './peers/peer.ts'
import { reached } from './reached.ts'
import type { GraphResult } from './row.ts'
import { shipped } from './shipped-graphs.ts'
import { isFigures, linesOf } from './table.ts'

const figures = (milliseconds: number, quality: number | null = null): Figures => ({ milliseconds, processorMilliseconds: milliseconds, quality, megabytes: 1, repetitions: 5 })

t.test('a network reaches a contender as it was written, with weights and without', async t => {
  const file = `${t.testdir()}/network.links`
  const links = { n: 4, sources: Int32Array.of(0, 1, 2), targets: Int32Array.of(1, 2, 3) }
  for (const written of [links, { ...links, weights: Float64Array.of(0.5, 1, 2.25) }]) {
    writeLinks(file, written)
    t.strictSame(readLinks(file), written)
  }
})

t.test('the shipped networks have the nodes and links their sources state, no node with itself', async t => {
  for (const [name, nodes, links] of [['LFR_N10000_ad5_mc50_mu0.1.csv.gz', 10_000, 20_460], ['com-dblp.tsv.gz', 317_080, 1_049_866]] as const) {
    const { n, sources, targets } = shipped(name)
    t.strictSame([n, sources.length, sources.some((source, i) => source === targets[i])], [nodes, links, false])
  }
})

t.test('PageRank that has converged has no residual, any other has one', async t => {
  const links = planted(500, 6, 30, 0.2, 3)
  const withIsolate = { ...links, n: links.n + 1 }
  const { graph } = buildCsr(withIsolate.n, withIsolate, false)
  const scores = pagerank(graph, PagerankOptions.parse({}))
  t.ok(pagerankResidual(withIsolate, scores) < 1e-11)
  t.ok(pagerankResidual(withIsolate, scores.map(score => 3 * score)) < 1e-11, 'scaled first')
  t.ok(pagerankResidual(withIsolate, new Float64Array(withIsolate.n).fill(1)) > 0.01)
})

/** Answers with these seconds, one after the other. */
const contender = (name: string, seconds: number[], asked: string[]): Contender => ({
  name, job: { work: 'louvain', threads: 1 },
  start: () => {
    let call = 0
    return {
      ask: async (job: Job): Promise<Answer> => {
        asked.push(`${name} ${job.work}`)
        if (job.work === 'build') return { seconds: 0, megabytes: 1 }
        if (call === seconds.length) throw new Error('ended with code 1')
        return { seconds: seconds[call++], megabytes: call, quality: 0.5 }
      },
      stop: () => {}
    }
  }
})

t.test('contenders take turns; the call that warms up is thrown away, and its memory stated', async t => {
  const asked: string[] = []
  const measured = await takeTurns([contender('a', [9, 3, 1, 2], asked), contender('b', [1, 1, 1, 1], asked)], 'network.links', 3)
  t.strictSame(asked.filter(each => each.endsWith('louvain')).slice(0, 4), ['a louvain', 'b louvain', 'a louvain', 'b louvain'])
  t.match(measured.get('a'), { milliseconds: 2000, repetitions: 3, megabytes: 1, quality: 0.5 })
})

t.test('a slow contender is asked less often, its first call counts; one that fails says why', async t => {
  const asked: string[] = []
  const measured = await takeTurns([contender('slow', [40, 30, 1], asked), contender('broken', [], asked)], 'network.links', 3)
  t.match(measured.get('slow'), { milliseconds: 35_000, repetitions: 2 })
  t.strictSame(measured.get('broken'), { reason: 'ended with code 1' })
})

const graphOf = (ours: GraphResult['rows'][0]['ours'], peers: GraphResult['rows'][0]['peers'], work = 'leiden', name = 'planted 100k'): GraphResult =>
  ({ name, about: 'a toy', nodes: 1, links: 1, date: '2026-11-25', machine: 'one', load: [0, 0], rows: [{ work, title: work, quality: 'Q', threads: 1, ours, peers }] })

t.test('Leiden is compared with as few iterations as reach the quality of the peer', async t => {
  const ours = { 1: figures(10, 0.70), 2: figures(20, 0.75), 4: figures(40, 0.80), 8: figures(80, 0.80), '': figures(90, 0.80) }
  const graph = graphOf(ours, { igraph: figures(400, 0.80005), NetworKit: figures(30, 0.75), GDS: figures(5, 0.9) })
  const compared = graph.rows.flatMap(linesOf).slice(1).map(line => isFigures(line.ours) ? line.ours.milliseconds : line.ours)
  t.strictSame(compared, [40, 20, { reason: 'not reached: 0.8000' }])
  t.match(reached([graph]), /Leiden, to equal quality \| igraph \| 4 \| yes \| 10\.0 \(10\.0\) \|/)
  t.match(reached([graph]), /Leiden, to equal quality \| NetworKit \| 2.5 \| \*\*no\*\*: on 0 of 1 \| \*\*1\.50 \(1\.50\)\*\* \|/)
  t.match(reached([{ ...graph, name: 'DBLP' }]), /Leiden, to equal quality \| GDS \| 3 \| \*\*no\*\*: on 0 of 1 \| \*\*not reached/)
  t.match(reached([{ ...graph, name: 'planted 10k' }]), /Leiden, to equal quality \| igraph \| 4 \| not measured \| 10\.0 \(10\.0\) \|/, 'a ratio on a network it is not asked for is shown, not judged')
})

t.test('an update is compared with our own work from the start', async t => {
  t.match(reached([graphOf({ '': { ...figures(2), wholeMilliseconds: 300 } }, {}, 'update', 'planted 1M')]), /\| itself \| 100 \| yes \| 150 \|/)
})
