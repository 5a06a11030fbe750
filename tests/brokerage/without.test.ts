/** What changes without a bridge: routes and parts, by hand and against a search from every node of random networks. */
import t from 'tap'
import { partsWithout } from '../../services/brokerage/parts-without.ts'
import { ROUTE_STEPS_MAX, routesWithout, shortestRoute } from '../../services/brokerage/routes-without.ts'
import { A, B, takeSides } from '../../services/brokerage/sides.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { randomNetwork, sidesOf } from './networks.ts'

/** 0 1 2 on side A, 3 4 on side B, 5 between: 0-5-3, 1-5, 2-5-4, and the long way 0-1-6-3. */
const chain = buildCsr(7, { sources: [0, 5, 1, 2, 5, 0, 1, 6], targets: [5, 3, 5, 5, 4, 1, 6, 3] }, false).graph
const sides = takeSides(Uint8Array.of(1, 1, 1, 0, 0, 0, 0), Uint8Array.of(0, 0, 0, 1, 1, 0, 0))

t.test('by hand', async t => {
  t.equal(shortestRoute(chain, sides, -1), 2)
  t.equal(shortestRoute(chain, sides, 5), 2, '1-6-3')
  t.equal(shortestRoute(chain, sides, 3), 2, '2-5-4')
  const routes = routesWithout(chain, sides, 5)
  t.match(routes, { sources: 2, sourcesTotal: 2, pairs: 6 })
  t.strictSame(routes.before, [0, 6], 'all through 5')
  t.strictSame(routes.after, [0, 1, 1], '1-6-3 and 0-1-6-3; 2 reaches nobody, and nobody 4')
  t.match(routes, { apartBefore: 0, apartAfter: 4, lengthened: 5 })
  t.strictSame(partsWithout(chain, 5), { before: { parts: 1, largest: 6 }, after: { parts: 3, largest: 4 } })
})

t.test('a member that leaves is in no pair', async t => {
  const routes = routesWithout(chain, sides, 0)
  t.equal(routes.pairs, 4)
  t.equal(routes.lengthened, 0)
})

t.test('sides without a route between them', async t => {
  const apart = buildCsr(4, { sources: [0], targets: [1] }, false).graph
  const two = takeSides(Uint8Array.of(1, 1, 0, 0), Uint8Array.of(0, 0, 1, 1))
  t.equal(shortestRoute(apart, two, -1), null)
  t.match(routesWithout(apart, two, -1), { pairs: 4, before: [], after: [], apartBefore: 4, apartAfter: 4, lengthened: 0 })
})

t.test('every pair of random networks, more sources than fit one number', async t => {
  for (const seed of [1, 2, 3]) {
    const n = 130
    const graph = randomNetwork(n, 190, seed)
    const given = sidesOf(n, seed)
    for (const without of [3, 40, 77]) {
      const routes = routesWithout(graph, given, without)
      const lesser = given.a <= given.b ? A : B
      t.equal(routes.sources, routes.sourcesTotal)
      t.equal(routes.sources, [...given.of].filter((side, v) => side === lesser && v !== without).length)
      const expected = { before: [] as number[], after: [] as number[], apartBefore: 0, apartAfter: 0, lengthened: 0 }
      for (let a = 0; a < n; a++) {
        if (given.of[a] !== A || a === without) continue
        const [long, longer] = [distances(graph, a, -1), distances(graph, a, without)]
        for (let b = 0; b < n; b++) {
          if (given.of[b] !== B || b === without) continue
          add(expected.before, long[b])
          add(expected.after, longer[b])
          if (long[b] === Infinity) expected.apartBefore++
          if (longer[b] === Infinity) expected.apartAfter++
          if (longer[b] > long[b]) expected.lengthened++
        }
      }
      t.strictSame({ before: routes.before, after: routes.after, apartBefore: routes.apartBefore, apartAfter: routes.apartAfter, lengthened: routes.lengthened }, expected, `seed ${seed} without ${without}`)
      const parts = partsWithout(graph, without)
      t.strictSame(parts, { before: partsAmong(graph, without, -1), after: partsAmong(graph, without, without) })
    }
  }
})

t.test('beyond the bound an even sample is followed, and said', async t => {
  const n = 400
  const graph = randomNetwork(n, 900, 9)
  const given = sidesOf(n, 9)
  const routes = routesWithout(graph, given, 5, 1)
  t.equal(routes.sources, 32, 'never fewer than one number holds')
  t.ok(routes.sourcesTotal > 32)
  t.equal(routes.pairs, 32 * (given.a <= given.b ? given.b : given.a) - (given.of[5] === (given.a <= given.b ? B : A) ? 32 : 0))
  t.ok(ROUTE_STEPS_MAX > 1e9)
})

function add (lengths: number[], length: number): void {
  if (length === Infinity) return
  while (lengths.length < length) lengths.push(0)
  lengths[length - 1]++
}

function distances ({ n, offsets, targets }: Csr, source: number, without: number): number[] {
  const found = Array.from({ length: n }, () => Infinity)
  found[source] = 0
  for (let length = 0; length < n; length++) {
    for (let v = 0; v < n; v++) {
      if (found[v] !== length) continue
      for (const w of targets.subarray(offsets[v], offsets[v + 1])) if (w !== without && found[w] === Infinity) found[w] = length + 1
    }
  }
  return found
}

/** Parts of the others, one never counted; `without` takes its links away too. */
function partsAmong (graph: Csr, never: number, without: number): { parts: number, largest: number } {
  const sizes = new Map<number, number>()
  for (let v = 0; v < graph.n; v++) {
    if (v === never) continue
    const first = distances(graph, v, without).findIndex((length, w) => length < Infinity && w !== never)
    sizes.set(first, (sizes.get(first) ?? 0) + 1)
  }
  return { parts: sizes.size, largest: Math.max(...sizes.values()) }
}
