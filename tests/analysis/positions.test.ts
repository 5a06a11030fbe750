/** Centrality and brokerage of single organisations where there is little or nothing to measure; values of other tools are compared in expected-values.test.ts. */
import t from 'tap'
import { assortativity } from '../../services/analysis/borders/assortativity.ts'
import { structuralHoles } from '../../services/analysis/brokerage/structural-holes.ts'
import { withinGroupZ } from '../../services/analysis/brokerage/within-group.ts'
import { closeness } from '../../services/analysis/centrality/closeness.ts'
import { coreness } from '../../services/analysis/centrality/coreness.ts'
import { eigenvector, EigenvectorOptions } from '../../services/analysis/centrality/eigenvector.ts'
import { harmonicCloseness } from '../../services/analysis/centrality/harmonic.ts'
import { hits } from '../../services/analysis/centrality/hits.ts'
import { katz, KatzOptions } from '../../services/analysis/centrality/katz.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
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
      const all = [...closeness(graph), ...katz(graph, KatzOptions.parse({})), ...harmonicCloseness(graph), ...coreness(graph), ...eigenvector(graph, eigen), ...hub, ...authority]
      t.ok(all.every(Number.isFinite), `${n} nodes, ${links.length} links`)
      const linked = Array.from({ length: n }, (_, v) => links.some(link => link.includes(v)))
      t.ok(structuralHoles(graph).constraint.every((value, v) => Number.isFinite(value) === linked[v]), 'isolates have no constraint')
      t.ok(withinGroupZ(graph, groups, 0).every(Number.isNaN))
      t.equal(assortativity(graph, groups, 0), null)
    }
  }
})
