/** Networks rewired with their degrees kept: what stays, and that every network of the same degrees is equally likely. */
import t from 'tap'
import fc from 'fast-check'
import { Cancelled, UNWATCHED } from '../../services/analysis/context.ts'
import { rewireLinks } from '../../services/analysis/null-models/rewire-links.ts'
import { reversed } from '../../services/analysis/reversed.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'

type Link = [source: number, target: number, weight?: number]
const graphOf = (n: number, links: Link[], directed: boolean): Csr =>
  buildCsr(n, { sources: links.map(([source]) => source), targets: links.map(([, target]) => target), weights: links.map(([, , weight = 1]) => weight) }, directed).graph
const degrees = ({ n, offsets }: Csr): number[] => Array.from({ length: n }, (_, v) => offsets[v + 1] - offsets[v])
const linksOf = ({ n, offsets, targets, weights }: Csr): Array<[number, number, number]> =>
  Array.from({ length: n }, (_, v) => Array.from(targets.subarray(offsets[v], offsets[v + 1]), (w, i): [number, number, number] => [v, w, weights[offsets[v] + i]])).flat()
const isSimple = (graph: Csr): boolean => linksOf(graph).every(([v, w], i, all) => v !== w && (i === 0 || all[i - 1][0] !== v || all[i - 1][1] < w))
const sorted = (list: ArrayLike<number>): number[] => Array.from(list).sort((a, b) => a - b)

const anyNetwork = fc.tuple(fc.boolean(), fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8)).filter(([a, b]) => a !== b), { maxLength: 30, selector: ([a, b]) => a * 9 + b }), fc.nat(99))

t.test('degrees, weights and simplicity are kept', async () => {
  fc.assert(fc.property(anyNetwork, ([directed, pairs, seed]) => {
    const graph = graphOf(9, pairs.map(([a, b], i): Link => [a, b, i + 1]), directed)
    const before = linksOf(graph)
    const rewired = rewireLinks(graph, 10, seed, UNWATCHED)
    const symmetric = directed || new Set(linksOf(rewired).map(([v, w, weight]) => `${Math.min(v, w)} ${Math.max(v, w)} ${weight}`)).size === rewired.m
    const sums = ({ n, offsets, weights }: Csr): number[] => Array.from({ length: n }, (_, v) => weights.subarray(offsets[v], offsets[v + 1]).reduce((sum, weight) => sum + weight, 0))
    return rewired.m === graph.m && isSimple(rewired) && symmetric &&
      JSON.stringify(degrees(rewired)) === JSON.stringify(degrees(graph)) && (!directed || JSON.stringify(degrees(reversed(rewired))) === JSON.stringify(degrees(reversed(graph)))) &&
      JSON.stringify(sorted(rewired.weights)) === JSON.stringify(sorted(graph.weights)) && (!directed || JSON.stringify(sums(rewired)) === JSON.stringify(sums(graph))) &&
      JSON.stringify(linksOf(graph)) === JSON.stringify(before)
  }), { seed: 11, numRuns: 300 })
})

/** Links of every simple network on n nodes that has the degrees of `graph`. */
function sameDegrees (graph: Csr): Set<string> {
  const { n, directed } = graph
  const possible = Array.from({ length: n * n }, (_, i): Link => [Math.floor(i / n), i % n]).filter(([a, b]) => directed ? a !== b : a < b)
  const key = (each: Csr): string => JSON.stringify(degrees(each)) + JSON.stringify(degrees(reversed(each)))
  const found = new Set<string>()
  for (let chosen = 0; chosen < 2 ** possible.length; chosen++) {
    const each = graphOf(n, possible.filter((_, i) => (chosen >> i) % 2 === 1), directed)
    if (key(each) === key(graph)) found.add(Array.from(each.targets).join(' '))
  }
  return found
}

t.test('every network with the same degrees is equally likely', async t => {
  // The middle of the path has two of the four others as partners: 6. A directed cycle of three is turned by no swap at all.
  const cases: Array<[name: string, graph: Csr, networks: number]> = [
    ['a path and a pair', graphOf(5, [[0, 1], [1, 2], [3, 4]], false), 6],
    ['a hub', graphOf(6, [[0, 1], [0, 2], [0, 3], [1, 2], [4, 5]], false), 15],
    ['a directed cycle of three', graphOf(3, [[0, 1], [1, 2], [2, 0]], true), 2],
    ['directed, four nodes', graphOf(4, [[0, 1], [1, 2], [2, 0], [0, 3], [3, 1]], true), 7]
  ]
  for (const [name, graph, networks] of cases) {
    const all = sameDegrees(graph)
    t.equal(all.size, networks, name)
    const draws = 400 * all.size
    const counts = new Map([...all].map(key => [key, 0]))
    for (let seed = 0; seed < draws; seed++) {
      const key = Array.from(rewireLinks(graph, 20, seed, UNWATCHED).targets).join(' ')
      counts.set(key, (counts.get(key) ?? NaN) + 1)
    }
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0)
    // 99.9 % of draws of a fair sample stay below (Wilson & Hilferty 1931).
    const freedom = all.size - 1
    const bound = freedom * (1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom))) ** 3
    t.ok(chiSquare < bound, `${name}: chi-square ${chiSquare}, bound ${bound}`)
  }
})

t.test('one seed, one result; too few links to swap; stopped when asked', async t => {
  const graph = graphOf(8, [[0, 1, 2], [1, 2, 3], [2, 3], [4, 5], [5, 6], [6, 7, 5]], false)
  t.strictSame(rewireLinks(graph, 10, 3, UNWATCHED), rewireLinks(graph, 10, 3, UNWATCHED))
  t.notSame(rewireLinks(graph, 10, 3, UNWATCHED), graph)
  for (const directed of [false, true]) {
    for (const few of [graphOf(0, [], directed), graphOf(1, [], directed), graphOf(3, [], directed), graphOf(3, [[0, 1]], directed)]) t.strictSame(rewireLinks(few, 10, 1, UNWATCHED), few)
  }
  const full = graphOf(5, Array.from({ length: 25 }, (_, i): Link => [Math.floor(i / 5), i % 5]).filter(([a, b]) => a < b), false)
  t.strictSame(rewireLinks(full, 10, 1, UNWATCHED), full, 'a complete network is alone of its degrees')
  t.throws(() => rewireLinks(graph, 10, 1, { progress: () => {}, check: () => { throw new Cancelled() } }), Cancelled)
})
