/** Routes of introduction against networkx, against every simple route listed the slow way, and by their rules. */
import t from 'tap'
import fc from 'fast-check'
import { introductionRoutes } from '../../services/brokerage/introduction-routes.ts'
import { stepsFrom } from '../../services/brokerage/steps-from.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { readCase } from '../analysis/read-case.ts'

type Link = [number, number, number]
const graphOf = (n: number, links: Link[]): Csr => {
  const once = new Map(links.map(([i, j, weight]) => [`${Math.min(i, j)} ${Math.max(i, j)}`, [i, j, weight]]))
  const list = [...once.values()]
  return buildCsr(n, { sources: list.map(([i]) => i), targets: list.map(([, j]) => j), weights: list.map(([,, weight]) => weight) }, false).graph
}
const NODES = 7
/** Weights are powers of two, so that lengths are exact and equals are equal. */
const links = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1), fc.constantFrom(0.25, 0.5, 1, 2, 4)).filter(([i, j]) => i !== j), { maxLength: 16 }) as fc.Arbitrary<Link[]>

function everyRoute ({ offsets, targets, weights }: Csr, to: number, hopsMax: number, nodes: number[], length = 0): Array<{ nodes: number[], length: number }> {
  const last = nodes[nodes.length - 1]
  if (last === to) return [{ nodes, length }]
  if (nodes.length > hopsMax) return []
  const found: Array<{ nodes: number[], length: number }> = []
  for (let slot = offsets[last]; slot < offsets[last + 1]; slot++) {
    if (!nodes.includes(targets[slot])) found.push(...everyRoute({ offsets, targets, weights } as Csr, to, hopsMax, [...nodes, targets[slot]], length + 1 / weights[slot]))
  }
  return found
}

t.test('characters of Les Miserables, as networkx 3.6.1 all_simple_paths lists them, sorted by links and then by the sum of 1 / weight', async t => {
  const { graph, ids } = readCase('05-lesmis-weighted', false)
  const at = (name: string): number => ids.indexOf(name)
  const named = (from: string, to: string, hopsMax: number): string[] => introductionRoutes(graph, at(from), at(to), { k: 8, hopsMax }).map(({ nodes, length }) => `${nodes.slice(1, -1).map(v => ids[v]).join(' ')} ${length.toFixed(6)}`)
  t.strictSame(named('Cosette', 'Gavroche', 3), ['Marius 0.297619', 'Valjean 1.032258', 'Thenardier 2.000000', 'Javert 2.000000', 'Marius Courfeyrac 0.301587', 'Marius Enjolras 0.333333', 'Valjean Marius 0.334890', 'Marius Combeferre 0.414286'])
  t.strictSame(named('Myriel', 'Enjolras', 4), ['Valjean 0.450000', 'Valjean Marius 0.395489', 'Valjean Javert 0.425490', 'MmeMagloire Valjean 0.683333', 'MlleBaptistine Valjean 0.708333', 'Valjean Bossuet 1.300000', 'Valjean Gavroche 1.342857', 'Valjean Claquesous 2.200000'])
})

t.test('the same routes as all simple routes, sorted; the first goes through whom the steps name', async t => {
  fc.assert(fc.property(links, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }), (list, hopsMax, k) => {
    const graph = graphOf(NODES, list)
    const found = introductionRoutes(graph, 0, 1, { k, hopsMax })
    const all = everyRoute(graph, 1, hopsMax, [0]).sort((a, b) => a.nodes.length - b.nodes.length || a.length - b.length)
    const said = ({ nodes, length }: { nodes: number[], length: number }): [number, number] => [nodes.length, length]
    t.strictSame(found.map(said), all.slice(0, k).map(said))
    const keys = found.map(({ nodes }) => nodes.join(' '))
    t.equal(new Set(keys).size, keys.length, 'none twice')
    t.ok(keys.every(key => all.some(({ nodes }) => nodes.join(' ') === key)), 'each a simple route within the limit')
    const { steps, first } = stepsFrom(graph, 0)
    if (found.length > 0) t.strictSame([found[0].nodes.length - 1, found[0].nodes[1]], [steps[1], first[1]])
  }), { seed: 3, numRuns: 300 })
})

t.test('one weak link is before two strong ones, and what is out of reach has no route', async t => {
  const graph = graphOf(5, [[0, 2, 2], [2, 1, 2], [0, 1, 0.5], [3, 4, 1]])
  t.strictSame(introductionRoutes(graph, 0, 1, { k: 3, hopsMax: 3 }), [{ nodes: [0, 1], length: 2 }, { nodes: [0, 2, 1], length: 1 }])
  t.strictSame(introductionRoutes(graph, 0, 1, { k: 3, hopsMax: 1 }), [{ nodes: [0, 1], length: 2 }])
  t.strictSame(introductionRoutes(graph, 0, 3, { k: 3, hopsMax: 5 }), [])
})

t.test('steps: the fewest links, and of those the strongest route', async t => {
  const { graph } = readCase('01-karate-unweighted', false)
  t.strictSame([...stepsFrom(graph, 0).steps], [0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 3, 3, 2, 1, 3, 1, 3, 1, 3, 3, 2, 2, 3, 2, 2, 3, 2, 1, 2, 2], 'as networkx single_source_shortest_path_length')
  const line = graphOf(6, [[0, 1, 1], [0, 2, 1], [1, 3, 1], [2, 3, 4], [3, 4, 1]])
  const { steps, first } = stepsFrom(line, 0)
  t.strictSame([[...steps], [...first]], [[0, 1, 1, 2, 3, -1], [-1, 1, 2, 2, 2, -1]], 'to 3 through 2, whose link is stronger')
  t.equal(stepsFrom(graphOf(4, [[0, 1, 1], [0, 2, 1], [1, 3, 1], [2, 3, 1]]), 0).first[3], 1, 'of equals through the earlier one')
})
