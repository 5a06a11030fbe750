/** Bridges alike, networks across, and the roles of one organisation. */
import t from 'tap'
import { brokerageRoles, ROLES, standardised } from '../../services/analysis/brokerage/gould-fernandez.ts'
import { openPairs } from '../../services/analysis/brokerage/open-pairs.ts'
import { rolesOfOne } from '../../services/analysis/brokerage/roles-of-one.ts'
import { shuffledRoles } from '../../services/analysis/brokerage/shuffled-roles.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { countNetworksAcross, networksAcrossOf } from '../../services/brokerage/networks-across.ts'
import { takeSides } from '../../services/brokerage/sides.ts'
import { SIMILAR_LINKS_MIN, similarBridges } from '../../services/brokerage/similar-bridges.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { toyRun } from '../support/loaded-run.ts'
import { randomNetwork, weightOf } from './networks.ts'

t.test('the same mixture of clusters is likeness 1, and what differs most is named', async t => {
  // 0 and 1 give half to each of two groups; 2 gives three quarters to the first; 3 works in the second alone; 4 has too few links.
  const links = [[0, 5], [0, 6], [0, 7], [0, 8], [1, 5], [1, 6], [1, 7], [1, 8], [2, 5], [2, 6], [2, 9], [2, 7], [3, 7], [3, 8], [3, 10], [3, 11], [4, 5], [4, 7]]
  const graph = buildCsr(12, { sources: links.map(([v]) => v), targets: links.map(([, w]) => w) }, false).graph
  const groups = Int32Array.of(-1, -1, -1, -1, -1, 0, 0, 1, 1, 0, 1, 1)
  const found = similarBridges(graph, groups, 2, 0, [0, 1, 2, 3, 4], 9)
  t.strictSame(found.map(({ node }) => node), [1, 2, 3], 'itself never; 4 has two links')
  t.ok(SIMILAR_LINKS_MIN > 2)
  t.match(found[0], { likeness: 1, sharedPartners: 4, differs: null })
  const cosine = (0.5 * 0.75 + 0.5 * 0.25) / Math.sqrt(0.5 * (0.75 ** 2 + 0.25 ** 2))
  t.ok(Math.abs(found[1].likeness - cosine) < 1e-12)
  t.match(found[1], { sharedPartners: 3, differs: { group: 0, share: 0.75, shareOfOne: 0.5 } })
  t.match(found[2], { sharedPartners: 2, differs: { group: 0, share: 0, shareOfOne: 0.5 } })
  t.equal(similarBridges(graph, groups, 2, 0, [1, 2, 3], 1).length, 1)
})

t.test('likeness from its definition on random networks', async t => {
  const n = 40
  const graph = randomNetwork(n, 160, 3)
  const groups = Int32Array.from({ length: n }, (_, v) => v % 5 - 1)
  const everybody = Array.from({ length: n }, (_, v) => v)
  const spread = (v: number): number[] => [-1, 0, 1, 2, 3].map(group => everybody.reduce((sum, w) => sum + (groups[w] === group ? weightOf(graph, v, w) : 0), 0))
  const norm = (x: number[]): number => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0))
  const [own] = [spread(7)]
  for (const { node, likeness, sharedPartners } of similarBridges(graph, groups, 4, 7, everybody, n)) {
    const other = spread(node)
    t.ok(Math.abs(likeness - own.reduce((sum, value, g) => sum + value * other[g], 0) / norm(own) / norm(other)) < 1e-12)
    t.equal(sharedPartners, everybody.filter(w => weightOf(graph, 7, w) > 0 && weightOf(graph, node, w) > 0).length)
  }
})

t.test('networks across, counted by hand', async t => {
  const { loaded: { snapshot, run, clusterOf } } = toyRun()
  const sides = takeSides(Uint8Array.from(clusterOf, c => c === 0 ? 1 : 0), Uint8Array.from(clusterOf, c => c === 1 ? 1 : 0))
  t.equal(countNetworksAcross(snapshot, sides, run.request.projection), 2)
  const names = (short: string): unknown => networksAcrossOf(snapshot, sides, run.request.projection, snapshot.ids.findIndex(id => id.endsWith(`0${short}`))).map(({ network, members, reached }) => [snapshot.incidence.networks[network], members, reached])
  t.strictSame(names('a1'), [['net-000000000005', 3, 2]])
  t.strictSame(names('b1'), [['net-000000000005', 3, 1]])
  t.strictSame(names('b3'), [['net-000000000007', 2, 1]])
  t.strictSame(names('a5'), [], 'its link across is recorded, not shared')
  t.strictSame(networksAcrossOf(snapshot, sides, { ...run.request.projection, networkSizeMax: 2 }, snapshot.ids.findIndex(id => id.endsWith('0a1'))), [], 'above the cap no links were made')
})

t.test('roles of one are its row among the roles of all', async t => {
  for (const directed of [false, true]) {
    const random = createRandom(4)
    const [n, links] = [25, 110]
    const pairs = new Map<number, [number, number]>()
    while (pairs.size < links) {
      const [v, w] = [Math.floor(random.next() * n), Math.floor(random.next() * n)]
      if (v !== w && (directed || v < w)) pairs.set(v * n + w, [v, w])
    }
    const list = [...pairs.values()]
    const { graph } = buildCsr(n, { sources: list.map(([v]) => v), targets: list.map(([, w]) => w) }, directed)
    const groups = Int32Array.from({ length: n }, (_, v) => v % 4 - 1)
    const { counts } = brokerageRoles(graph, groups)
    const chance = shuffledRoles(groups, 3, openPairs(graph))
    const z = standardised(counts, chance)
    for (let v = 0; v < n; v++) {
      const own = rolesOfOne(graph, groups, 3, v)
      for (const role of ROLES) {
        t.equal(own[role].count, counts[role][v])
        t.ok(Math.abs(own[role].expected - chance.expected[role][v]) < 1e-9)
        t.ok(Number.isNaN(own[role].z) ? Number.isNaN(z[role][v]) : Math.abs(own[role].z - z[role][v]) < 1e-6)
      }
    }
  }
})
