/** One iteration of ForceAtlas2 from random places, ours beside graphology's, in turn. Processor time: by the clock other work of the machine would count. */
import Graph from 'graphology'
import graphologyForceAtlas2 from 'graphology-layout-forceatlas2'
import { forceAtlas2 } from '../../services/analysis/layout/force-atlas2.ts'
import { ForceAtlas2Options } from '../../services/analysis/layout/force-options.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { planted } from './graphs.ts'

/** An iteration alone cannot be timed from outside: what n more of them take. */
const ITERATIONS = 3
const REPETITIONS = 3

const processorTime = (work: () => unknown): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
const perIteration = (run: (iterations: number) => unknown): number => (processorTime(() => run(1 + ITERATIONS)) - processorTime(() => run(1))) / ITERATIONS
const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1]

/** Rows of a table with its heading. */
export function benchLayout (): string[] {
  const rows = ['| graph | theta | ours, ms an iteration | graphology\'s, 32-bit | ratio |', '|---|---:|---:|---:|---:|']
  for (const [n, degreeMax, mixing] of [[10_000, 500, 0.3], [100_000, 2000, 0.35]]) {
    const links = planted(n, 20, degreeMax, mixing, 1)
    const random = createRandom(2)
    const place = (): Float64Array => Float64Array.from({ length: n }, () => random.next() * 1000)
    const start = { x: place(), y: place() }
    const { graph } = buildCsr(n, links, false)
    const peer = new Graph({ type: 'undirected' })
    for (let v = 0; v < n; v++) peer.addNode(v, { x: start.x[v], y: start.y[v] })
    links.sources.forEach((source, i) => peer.addEdge(source, links.targets[i]))
    for (const theta of [0.5, 1.2]) {
      const own: number[] = []
      const others: number[] = []
      for (let i = 0; i < REPETITIONS; i++) {
        own.push(perIteration(iterations => forceAtlas2(graph, start, ForceAtlas2Options.parse({ iterations, theta }))))
        others.push(perIteration(iterations => graphologyForceAtlas2(peer, { iterations, settings: { barnesHutOptimize: true, barnesHutTheta: theta, strongGravityMode: true, gravity: 0.05, scalingRatio: 10, slowDown: 1 + Math.log(n) } })))
      }
      const [ours, theirs] = [median(own), median(others)]
      rows.push(`| planted, ${n.toLocaleString('en')} / ${links.sources.length.toLocaleString('en')} | ${theta} | ${ours.toFixed(1)} | ${theirs.toFixed(0)} | ${(theirs / ours).toFixed(1)} |`)
      console.log(rows[rows.length - 1])
    }
  }
  return rows
}
