/** What holds on any network: sums of PageRank and of shortest routes, cores by taking away, connected communities. */
import t from 'tap'
import fc from 'fast-check'
import { betweenness } from '../../services/analysis/centrality/betweenness.ts'
import { coreness } from '../../services/analysis/centrality/coreness.ts'
import { pagerank, PagerankOptions } from '../../services/analysis/centrality/pagerank.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { splitDisconnected } from '../../services/analysis/partitions/partition.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'

const NODES = 12
const links = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1), fc.integer({ min: 1, max: 5 })).filter(([i, j]) => i !== j), { maxLength: 30 })
const build = (list: Array<[number, number, number]>, directed: boolean): Csr => buildCsr(NODES, { sources: list.map(([i]) => i), targets: list.map(([, j]) => j), weights: list.map(([, , weight]) => weight) }, directed).graph
const partners = ({ offsets, targets }: Csr, v: number): number[] => [...targets.subarray(offsets[v], offsets[v + 1])]
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

t.test('PageRank sums to 1', async () => {
  fc.assert(fc.property(links, fc.boolean(), (list, directed) => Math.abs(sum(pagerank(build(list, directed), PagerankOptions.parse({}))) - 1) < 1e-9), { seed: 1, numRuns: 100 })
})

/** Links on the way from v to each node; left out: none leads there. */
function distances (graph: Csr, v: number): Map<number, number> {
  const found = new Map([[v, 0]])
  for (const [node, distance] of found) for (const next of partners(graph, node)) if (!found.has(next)) found.set(next, distance + 1)
  return found
}

t.test('betweenness sums to the nodes between, over all pairs with a route', async () => {
  fc.assert(fc.property(links, fc.boolean(), (list, directed) => {
    const graph = build(list, directed)
    const between = sum(Array.from({ length: NODES }, (_, v) => sum([...distances(graph, v).values()].map(distance => Math.max(0, distance - 1)))))
    return Math.abs(sum(betweenness(graph, new Int32Array(NODES), { weighted: false, sources: 0 }, 1).plain) - (directed ? between : between / 2)) < 1e-9
  }), { seed: 2, numRuns: 100 })
})

t.test('a core is what is left when all with fewer partners are taken away', async () => {
  fc.assert(fc.property(links, list => {
    const graph = build(list, false)
    const found = coreness(graph)
    const left = (k: number, nodes: number[]): number[] => {
      const kept = nodes.filter(v => partners(graph, v).filter(w => nodes.includes(w)).length >= k)
      return kept.length === nodes.length ? kept : left(k, kept)
    }
    return Array.from({ length: NODES }, (_, k) => left(k, [...Array(NODES).keys()])).every((core, k) => found.every((value, v) => (value >= k) === core.includes(v)))
  }), { seed: 3, numRuns: 100 })
})

t.test('communities of Leiden are connected', async () => {
  fc.assert(fc.property(links, fc.nat(99), (list, seed) => {
    const graph = build(list, false)
    const labels = leiden(graph, LeidenOptions.parse({}), seed)
    return new Set(splitDisconnected(graph, labels)).size === new Set(labels).size
  }), { seed: 4, numRuns: 100 })
})
