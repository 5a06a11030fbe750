/** Centrality and brokerage of single organisations where there is little or nothing to measure; values of other tools are compared in expected-values.test.ts. */
import t from 'tap'
import { assortativity } from '../../services/analysis/borders/assortativity.ts'
import { structuralHoles } from '../../services/analysis/brokerage/structural-holes.ts'
import { withinGroupZ } from '../../services/analysis/brokerage/within-group.ts'
import { closeness } from '../../services/analysis/centrality/closeness.ts'
import { coreness } from '../../services/analysis/centrality/coreness.ts'
import { eigenvector, EigenvectorOptions, pushAlong } from '../../services/analysis/centrality/eigenvector.ts'
import { harmonicCloseness } from '../../services/analysis/centrality/harmonic.ts'
import { hits } from '../../services/analysis/centrality/hits.ts'
import { katz, KatzOptions } from '../../services/analysis/centrality/katz.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { readCase } from './read-case.ts'

const eigen = EigenvectorOptions.parse({})

t.test('an attenuation that is too large is said, not guessed', async t => {
  const { graph } = readCase('01-karate-unweighted', false)
  t.ok(katz(graph, KatzOptions.parse({ attenuation: 0.15, iterationsMax: 5000 })).every(Number.isNaN), 'above 1 / 6.7257')
  t.ok(katz(graph, KatzOptions.parse({})).every(Number.isFinite))
})

t.test('tiny and empty networks give numbers, or say that there is none', async t => {
  for (const [n, links] of [[0, []], [1, []], [2, []], [2, [[0, 1]]], [3, [[0, 1], [1, 2]]]] as Array<[number, Array<[number, number]>]>) {
    for (const directed of [true, false]) {
      const { graph } = buildCsr(n, { sources: links.map(link => link[0]), targets: links.map(link => link[1]), weights: links.map(() => 1) }, directed)
      const groups = new Int32Array(n).fill(-1)
      const { hub, authority } = hits(graph, eigen)
      const all = [...closeness(graph), ...katz(graph, KatzOptions.parse({})), ...harmonicCloseness(graph), ...coreness(graph), ...hub, ...authority]
      t.ok(all.every(Number.isFinite), `${n} nodes, ${links.length} links`)
      t.ok(eigenvector(graph, eigen).every(directed && links.length > 0 ? Number.isNaN : Number.isFinite), 'no eigenvector without a directed cycle')
      const linked = Array.from({ length: n }, (_, v) => links.some(link => link.includes(v)))
      t.ok(structuralHoles(graph).constraint.every((value, v) => Number.isFinite(value) === linked[v]), 'isolates have no constraint')
      t.ok(withinGroupZ(graph, groups, 0).every(Number.isNaN))
      t.equal(assortativity(graph, groups, 0), null)
    }
  }
})

/** a - b 3, b - c 1, c - a 2, c - d 5, d - e 1, all times `factor`. */
const fiveNodes = (factor: number, directed = false): Csr =>
  buildCsr(5, { sources: [0, 1, 2, 2, 3], targets: [1, 2, 0, 3, 4], weights: [3, 1, 2, 5, 1].map(weight => weight * factor) }, directed).graph

t.test('leading vectors in any unit of weight', async t => {
  const five = fiveNodes(1)
  const vector = eigenvector(five, eigen)
  const image = pushAlong(five, vector, new Float64Array(5))
  t.ok(image.every((value, v) => Math.abs(value / vector[v] - image[0] / vector[0]) < 1e-11), "A' x is x times one number")
  t.ok(Math.abs(vector[0] - 0.37405) < 5e-6)
  for (const directed of [false, true]) {
    const [plain, walks, { hub, authority }] = [eigenvector(fiveNodes(1, directed), eigen), katz(fiveNodes(1, directed), KatzOptions.parse({})), hits(fiveNodes(1, directed), eigen)]
    for (const factor of [2 ** -160, 2 ** -40, 2 ** 160]) {
      const far = fiveNodes(factor, directed)
      t.strictSame([...eigenvector(far, eigen)], [...plain], `times ${factor}, to the bit`)
      t.strictSame([...katz(far, KatzOptions.parse({}))], [...walks], `Katz, times ${factor}`)
      t.strictSame([...hits(far, eigen).hub, ...hits(far, eigen).authority], [...hub, ...authority], `hubs, times ${factor}`)
    }
    for (const factor of [1e-5, 1e-20, 1e-45]) t.ok(eigenvector(fiveNodes(factor, directed), eigen).every((value, v) => Math.abs(value - plain[v]) < 1e-12), String(factor))
  }
})

t.test('a cycle with heavy ways into it and out of it: known values, whatever these weigh', async t => {
  for (const heavy of [1, 1e20, 1e50]) {
    // f -> a -> b -> c -> a, c -> d -> e: the cycle 1, 2, 4 has the eigenvalue 2.
    const { graph } = buildCsr(6, { sources: [5, 0, 1, 2, 2, 3], targets: [0, 1, 2, 0, 3, 4], weights: [heavy, 1, 2, 4, heavy, heavy] }, true)
    const parts = [2, 1, 1, heavy / 2, heavy ** 2 / 4, 0]
    const length = Math.hypot(...parts)
    t.ok(eigenvector(graph, eigen).every((value, v) => Math.abs(value - parts[v] / length) < 1e-12), String(heavy))
  }
  // A chain of 1e50 behind a cycle of 1e-50 has scores beyond any number; the last of it takes all.
  const chain = Array.from({ length: 9 }, (_, v) => v)
  const { graph } = buildCsr(10, { sources: [0, 1, ...chain.slice(1)], targets: [1, 0, ...chain.slice(1).map(v => v + 1)], weights: [1e-50, 1e-50, ...chain.slice(1).map(() => 1e50)] }, true)
  const scores = eigenvector(graph, eigen)
  t.ok(scores.every(Number.isFinite) && scores[9] === 1 && scores[0] === 0)
})

t.test('what iterations do not settle is not a number', async t => {
  const few = EigenvectorOptions.parse({ iterationsMax: 2 })
  t.ok(eigenvector(fiveNodes(1), few).every(Number.isNaN))
  t.ok(katz(fiveNodes(1), KatzOptions.parse({ iterationsMax: 2 })).every(Number.isNaN))
  t.ok([...hits(fiveNodes(1, true), few).hub, ...hits(fiveNodes(1, true), few).authority].every(Number.isNaN))
})
