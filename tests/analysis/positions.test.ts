/** Centrality and brokerage of single organisations against networkx, igraph, R sna, numpy and published tables. */
import t from 'tap'
import { assortativity } from '../../services/analysis/borders/assortativity.ts'
import { everettValente } from '../../services/analysis/brokerage/everett-valente.ts'
import { structuralHoles } from '../../services/analysis/brokerage/structural-holes.ts'
import { supplierConcentration } from '../../services/analysis/robustness/supplier-concentration.ts'
import { withinGroupZ } from '../../services/analysis/brokerage/within-group.ts'
import { closeness } from '../../services/analysis/centrality/closeness.ts'
import { coreness } from '../../services/analysis/centrality/coreness.ts'
import { eigenvector, EigenvectorOptions } from '../../services/analysis/centrality/eigenvector.ts'
import { harmonicCloseness } from '../../services/analysis/centrality/harmonic.ts'
import { hits } from '../../services/analysis/centrality/hits.ts'
import { katz, KatzOptions } from '../../services/analysis/centrality/katz.ts'
import { pagerank, PagerankOptions } from '../../services/analysis/centrality/pagerank.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { compareScores, readCase } from './read-case.ts'

const eigen = EigenvectorOptions.parse({})
const ones = (graph: Csr): Csr => ({ ...graph, weights: graph.weights.map(() => 1) })

t.test('on small public networks', async t => {
  for (const name of ['01-karate-unweighted', '03-florentine-marriage', '11-disconnected-isolates', '13-parallel-edges']) {
    const { graph, ids, expected, has } = readCase(name, false)
    const holes = structuralHoles(graph)
    const columns: Array<[key: string, () => ArrayLike<number>]> = [
      ['closeness_wf', () => closeness(graph)], ['closeness_wf_merged', () => closeness(graph)], ['katz_a0.1_l2', () => katz(graph, KatzOptions.parse({ attenuation: 0.1 }))],
      ['harmonic_normalized', () => harmonicCloseness(graph)], ['coreness', () => coreness(graph)], ['coreness_merged', () => coreness(graph)], ['eigenvector_l2', () => eigenvector(graph, eigen)],
      ['constraint', () => holes.constraint], ['effective_size', () => holes.effectiveSize], ['efficiency', () => holes.efficiency], ['hierarchy', () => holes.hierarchy], ['constraint_merged_weighted', () => holes.constraint],
      ['ev_brokerage', () => everettValente(graph).mean]
    ]
    const known = columns.filter(([key]) => has(key))
    t.ok(known.length >= 2, `${name}: ${known.map(([key]) => key).join(', ')}`)
    for (const [key, found] of known) compareScores(t, ids, found(), expected(key), `${name} ${key}`, key === 'eigenvector_l2' ? 1e-7 : 1e-9)
  }
})

t.test('Burt, weighted and directed', async t => {
  const { graph, ids, expected, inputs } = readCase('08-burt-borgatti', false)
  for (const [weighting, used] of [['unweighted', ones(graph)], ['weighted', graph]] as const) {
    const holes = structuralHoles(used)
    compareScores(t, ids, holes.constraint, expected(`constraint_${weighting}`), `constraint, ${weighting}`)
    compareScores(t, ids, holes.effectiveSize, expected(`effective_size_${weighting}`), `effective size, ${weighting}`)
    compareScores(t, ids, holes.hierarchy, expected(`hierarchy_${weighting}`), `hierarchy, ${weighting}`)
  }
  const links = inputs.directed_edges as Array<{ source: string, target: string, weight: number }>
  const directed = buildCsr(3, { sources: links.map(link => Number(link.source)), targets: links.map(link => Number(link.target)), weights: links.map(link => link.weight) }, true).graph
  const names = ['0', '1', '2']
  compareScores(t, names, structuralHoles(ones(directed)).constraint, expected('constraint_directed_unweighted'), 'constraint, directed')
  compareScores(t, names, structuralHoles(directed).constraint, expected('constraint_directed_weighted'), 'constraint, directed and weighted')
  compareScores(t, names, structuralHoles(directed).effectiveSize, expected('effective_size_directed_weighted'), 'effective size, directed and weighted')
})

t.test('a supply network', async t => {
  const { graph, ids, expected, groups } = readCase('10-directed-weighted-supply', true)
  compareScores(t, ids, harmonicCloseness(graph), expected('harmonic_in_normalized'), 'harmonic closeness to the node')
  compareScores(t, ids, closeness(graph), expected('closeness_wf_in'), 'closeness to the node')
  compareScores(t, ids, pagerank(graph, PagerankOptions.parse({ reversed: true })), expected('pagerank_085_weighted_reversed'), 'PageRank, from buyer to seller')
  compareScores(t, ids, structuralHoles(graph).constraint, expected('constraint_directed_weighted'), 'constraint')
  compareScores(t, ids, structuralHoles(graph).effectiveSize, expected('effective_size_directed_weighted'), 'effective size')
  compareScores(t, ids, coreness(graph), expected('coreness_undirected'), 'coreness')
  compareScores(t, ids, supplierConcentration(graph), expected('supplier_hhi'), 'supplier concentration')
  const { hub, authority } = hits(graph, eigen)
  compareScores(t, ids, hub, expected('hits_hubs_sum1'), 'hubs', 1e-7)
  compareScores(t, ids, authority, expected('hits_authorities_sum1'), 'authorities', 1e-7)
  const country = groups('country')
  t.ok(Math.abs((assortativity(graph, country.codes, country.count) as number) - (expected('assortativity_country_directed') as number)) < 1e-9)
})

t.test('groups', async t => {
  const karate = readCase('01-karate-unweighted', false)
  const club = karate.groups('club')
  t.ok(Math.abs((assortativity(karate.graph, club.codes, club.count) as number) - (karate.expected('assortativity_club') as number)) < 1e-9)
  const partition = karate.inputs.partition_optimal as Record<string, number>
  const codes = Int32Array.from(karate.ids, id => partition[id])
  compareScores(t, karate.ids, withinGroupZ(karate.graph, codes, Math.max(...codes) + 1), karate.expected('within_module_z_partition_optimal'), 'z within communities')
  const countries = readCase('20-homophily-country', false)
  const country = countries.groups('country')
  t.ok(Math.abs((assortativity(countries.graph, country.codes, country.count) as number) - (countries.expected('assortativity') as number)) < 1e-9)
})

t.test('the published table of Everett and Valente', async t => {
  const { graph, ids, expected } = readCase('28-everett-valente', false)
  compareScores(t, ids, everettValente(graph).mean, expected('ev_raw'), 'brokerage')
})

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
