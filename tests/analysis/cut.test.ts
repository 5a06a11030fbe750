/** Organisations and links that alone hold others to the rest, against networkx and against taking away one by one. */
import t from 'tap'
import fc from 'fast-check'
import { cutLinks } from '../../services/analysis/brokerage/cut-links.ts'
import { cutOff } from '../../services/analysis/brokerage/cut-vertices.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { readCase } from './read-case.ts'

type Link = [source: number, target: number]
const build = (n: number, links: Link[]): Csr => buildCsr(n, { sources: links.map(link => link[0]), targets: links.map(link => link[1]) }, false).graph

/** Nodes that can be reached from one. */
function reach (links: Link[], start: number): Set<number> {
  const met = new Set([start])
  for (let before = 0; before < met.size;) {
    before = met.size
    for (const [a, b] of links) if (met.has(a) || met.has(b)) [a, b].forEach(v => met.add(v))
  }
  return met
}

t.test('cut links are those of networkx', async t => {
  for (const [name, key] of [['01-karate-unweighted', 'bridges'], ['10-directed-weighted-supply', 'bridges_undirected'], ['11-disconnected-isolates', 'bridges']]) {
    const { graph, ids, expected } = readCase(name, false)
    t.strictSame(cutLinks(graph).map(({ source, target }) => [ids[source], ids[target]].sort().join(' ')).sort(), (expected(key) as string[][]).map(pair => [...pair].sort().join(' ')).sort(), name)
  }
  const { graph, ids } = readCase('10-directed-weighted-supply', false)
  t.strictSame(cutLinks(graph).map(({ source, target, ...rest }) => ({ source: ids[source], target: ids[target], ...rest })), [
    { source: 'DE2', target: 'DK1', weight: 7, sourceLoses: 14, targetLoses: 2 },
    { source: 'FI3', target: 'DK1', weight: 2, sourceLoses: 15, targetLoses: 1 },
    { source: 'DE2', target: 'DK2', weight: 1, sourceLoses: 1, targetLoses: 15 }
  ], 'of sixteen organisations; the smaller side first decides the order')
})

const someLinks = fc.integer({ min: 2, max: 12 }).chain(n => fc.record({ n: fc.constant(n), links: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)).filter(([a, b]) => a !== b) as fc.Arbitrary<Link>, { maxLength: 16 }) }))

t.test('taking away one by one', async t => {
  fc.assert(fc.property(someLinks, ({ n, links }) => {
    const graph = build(n, links)
    const same = ([a, b]: Link, [c, d]: Link): boolean => (a === c && b === d) || (a === d && b === c)
    const expected = new Map(links.flatMap(link => {
      const rest = links.filter(other => !same(link, other))
      const [source, target] = [Math.min(...link), Math.max(...link)]
      return reach(rest, source).has(target) ? [] : [[`${source} ${target}`, `${reach(rest, target).size} ${reach(rest, source).size}`]] as const
    }))
    const found = new Map(cutLinks(graph).map(({ source, target, sourceLoses, targetLoses }) => [`${source} ${target}`, `${sourceLoses} ${targetLoses}`]))
    t.strictSame([...found].sort(), [...expected].sort())
    const parts = (v: number): number[] => {
      const rest = links.filter(link => !link.includes(v))
      return [...reach(links, v)].filter(w => w !== v).map(w => reach(rest, w).size)
    }
    t.strictSame([...cutOff(graph)], Array.from({ length: n }, (_, v) => reach(links, v).size - 1 - Math.max(0, ...parts(v))))
  }), { seed: 1, numRuns: 150 })
})

t.test('a chain longer than any stack, and nothing at all', async t => {
  const n = 100_000
  const chain = build(n, Array.from({ length: n - 1 }, (_, i) => [i, i + 1]))
  const links = cutLinks(chain)
  t.equal(links.length, n - 1)
  t.match(links[0], { source: n / 2 - 1, target: n / 2, sourceLoses: n / 2, targetLoses: n / 2 }, 'the middle first')
  t.equal(cutOff(chain)[1], 1)
  for (const empty of [0, 1, 3]) {
    t.strictSame(cutLinks(build(empty, [])), [])
    t.strictSame([...cutOff(build(empty, []))], Array<number>(empty).fill(0))
  }
})
