/** Pictures of a run against those of the run before. */
import t from 'tap'
import { displacement } from '../../services/analysis/layout/align-positions.ts'
import { earlierPlaces } from '../../services/clusters/layout/earlier-places.ts'
import type { ClusterGraph } from '../../services/clusters/cluster-graph.ts'
import { placeClusters } from '../../services/clusters/layout/place-clusters.ts'
import { placeMembers } from '../../services/clusters/layout/place-members.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { planted } from '../bench/graphs.ts'

t.test('a cluster continues the one it shares most members with, and only common members have an earlier place', async t => {
  const earlier = { ids: ['a', 'b', 'c', 'd', 'e', 'f'], clusterOf: [0, 0, 0, 1, 1, -1], x: [1, 2, 3, 4, 5, NaN], y: [0, 0, 0, 0, 0, NaN], clusters: [{ x: 10, y: 20 }, { x: 30, y: 40 }] }
  const ids = ['a', 'b', 'd', 'e', 'f', 'g', 'h']
  // a, b with d; e with the new g; f and h, which were in no cluster.
  const { clusters, members } = earlierPlaces(earlier, ids, [[0, 1, 2], [3, 5], [4, 6]])
  t.strictSame(clusters, { x: Float64Array.of(10, 30, NaN), y: Float64Array.of(20, 40, NaN) })
  t.strictSame(members.map(({ x }) => [...x]), [[1, 2, NaN], [5, NaN], [NaN, NaN]])
  const split = earlierPlaces(earlier, ids, [[0], [1, 2]])
  t.strictSame([...split.clusters.x], [10, 30], 'an earlier cluster is continued once')
})

t.test('the picture of a cluster is turned onto the earlier one', async t => {
  const { sources, targets } = planted(200, 6, 20, 0.2, 8)
  const list = Array.from({ length: 200 }, (_, v) => v)
  const graph = buildCsr(200, { sources, targets }, false).graph
  const plain = placeMembers(graph, list)
  // A quarter turn, mirrored.
  const earlier = { x: plain.y.slice(), y: plain.x.slice() }
  t.ok(displacement(plain, earlier).moved > 0.5)
  t.ok(displacement(placeMembers(graph, list, earlier), earlier).moved < 0.05)
})

t.test('the map is turned onto the earlier one', async t => {
  const sizes = [900, 500, 300, 200, 100, 60, 40, 20]
  const ties: ClusterGraph['ties'] = sizes.map((_, a) => new Map(sizes.flatMap((_, b) => Math.abs(a - b) === 1 ? [[b, { weight: 3, links: 1, crossing: 0, sharedNetworks: 0 }] as const] : [])))
  const map: ClusterGraph = { inside: [], outsideWeight: new Float64Array(sizes.length), ties, largestNetwork: new Int32Array(sizes.length) }
  const plain = placeClusters(map, sizes)
  const earlier = { x: plain.x.map(x => -x), y: plain.y.map(y => -y) }
  const found = displacement(placeClusters(map, sizes, earlier), earlier).moved
  t.ok(found < 0.5 * displacement(plain, earlier).moved, `moved ${found} instead of ${displacement(plain, earlier).moved}`)
})
