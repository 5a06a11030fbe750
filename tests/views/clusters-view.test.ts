import t from 'tap'
import fc from 'fast-check'
import { ClustersView, GraphViewQuery } from '../../services/contract/graph-view.ts'
import type { DataSource } from '../../services/contract/network.ts'
import { buildClustersView } from '../../services/views/clusters-view.ts'
import { selectOrganisations } from '../../services/views/select.ts'
import { makeRun, toyId, toyRun } from '../support/loaded-run.ts'

const query = (given: Record<string, unknown> = {}) => GraphViewQuery.parse(given)
const SOURCES: DataSource[] = [
  { key: 'planted', title: 'Planted chains', publisher: null, licence: 'CC0', attribution: 'Made by the generator.', retrieved: null, website: null, synthetic: true },
  { key: 'cordis', title: 'CORDIS', publisher: 'EU', licence: 'CC BY 4.0', attribution: '© European Union.', retrieved: null, website: null, synthetic: false }
]

t.test('the toy run, added up by hand', async t => {
  const view = buildClustersView(toyRun().loaded, query(), SOURCES)
  t.ok(ClustersView.safeParse(view).success)
  t.match(view, { level: 'clusters', run: 'run-000000000001', revision: 7, algorithm: 'leiden', seed: 42 })
  t.strictSame(view.attribution, ['CORDIS: © European Union. Licence: CC BY 4.0', 'Planted chains (synthetic data): Made by the generator. Licence: CC0'])
  t.strictSame(view.counts, { organisationsShown: 10, organisationsPassing: 13, organisationsTotal: 13, isolates: 1, clusters: 2, smallerGroups: 1, edgesShown: 1, edgesTotal: 1 })
  t.strictSame(view.nodes.map(({ id, x, y, size, sizeTotal, countries }) => ({ id, x, y, size, sizeTotal, countries })), [
    { id: 'C1', x: -100, y: 20, size: 5, sizeTotal: 5, countries: [{ value: 'PL', count: 3 }, { value: 'LT', count: 2 }] },
    { id: 'C2', x: 300, y: 20, size: 5, sizeTotal: 5, countries: [{ value: 'LT', count: 4 }, { value: 'PL', count: 1 }] }
  ])
  t.strictSame(view.edges, [{ source: 'C1', target: 'C2', weight: 5.5, links: 5, crossBorderShare: 3.5 / 5.5, sharedNetworks: 2, layers: ['supply', 'collaboration', 'co-membership'], directed: false }])
})

t.test('under a filter everything counted is of those that pass, the tested figures stay the cluster\'s', async t => {
  const view = buildClustersView(toyRun().loaded, query({ country: 'LT' }), [])
  t.strictSame(view.counts, { organisationsShown: 6, organisationsPassing: 7, organisationsTotal: 13, isolates: 0, clusters: 2, smallerGroups: 1, edgesShown: 1, edgesTotal: 1 })
  t.strictSame(view.nodes.map(({ id, size, sizeTotal, crossBorderShare }) => ({ id, size, sizeTotal, crossBorderShare })),
    [{ id: 'C1', size: 2, sizeTotal: 5, crossBorderShare: 0.5 }, { id: 'C2', size: 4, sizeTotal: 5, crossBorderShare: null }])
  t.strictSame(view.edges, [{ source: 'C1', target: 'C2', weight: 1.5, links: 1, crossBorderShare: 0, sharedNetworks: 0, layers: ['collaboration'], directed: false }])
})

t.test('a cluster without a passing member is not drawn', async t => {
  const view = buildClustersView(toyRun().loaded, query({ domain: 'h2020:SC2' }), [])
  t.strictSame(view.nodes.map(({ id, size }) => [id, size]), [['C1', 2]])
  t.equal(view.counts.clusters, 1)
  t.strictSame(view.edges, [])
})

t.test('everything filtered out, and nothing there', async t => {
  const none = buildClustersView(toyRun().loaded, query({ country: 'SE' }), [])
  t.strictSame([none.nodes, none.edges], [[], []])
  t.strictSame(none.counts, { organisationsShown: 0, organisationsPassing: 0, organisationsTotal: 13, isolates: 0, clusters: 0, smallerGroups: 0, edgesShown: 0, edgesTotal: 0 })
  const empty = buildClustersView(makeRun({ organisations: [] }).loaded, query(), [])
  t.ok(ClustersView.safeParse(empty).success)
  t.equal(empty.counts.organisationsTotal, 0)
})

t.test('weightMin leaves out weaker edges, edgesMax keeps the strongest and says how many there are', async t => {
  const loaded = makeRun({
    organisations: ['a', 'b', 'c'].map(short => ({ id: toyId(short), name: short, country: 'PL' })),
    collaboration: [[toyId('a'), toyId('b'), 1], [toyId('a'), toyId('c'), 3], [toyId('b'), toyId('c'), 2]],
    clusters: { C1: [toyId('a')], C2: [toyId('b')], C3: [toyId('c')] }
  }).loaded
  const pairs = (given: Record<string, unknown>) => {
    const { edges, counts } = buildClustersView(loaded, query(given), [])
    return { drawn: edges.map(({ source, target }) => source + target), shown: counts.edgesShown, total: counts.edgesTotal }
  }
  t.strictSame(pairs({}), { drawn: ['C1C3', 'C2C3', 'C1C2'], shown: 3, total: 3 })
  t.strictSame(pairs({ edgesMax: '2' }), { drawn: ['C1C3', 'C2C3'], shown: 2, total: 3 })
  t.strictSame(pairs({ edgesMax: '0' }), { drawn: [], shown: 0, total: 3 })
  t.strictSame(pairs({ weightMin: '2' }), { drawn: ['C1C3', 'C2C3'], shown: 2, total: 2 }, 'as strong as the limit is kept')
})

t.test('a network above the size cap is not evidence of a link between clusters', async t => {
  const ids = ['a', 'b', 'c'].map(toyId)
  const given = {
    organisations: ids.map(id => ({ id, name: id, country: 'PL' })),
    networks: { 'net-000000000001': ids, 'net-000000000002': ids.slice(0, 2) },
    clusters: { C1: [ids[0]], C2: ids.slice(1) }
  }
  const shared = (networkSizeMax: number, networkSizeBasis: 'in-store' | 'in-source' = 'in-store') => {
    const { loaded } = makeRun({ ...given, request: { projection: { layers: ['co-membership'], networkSizeMax, networkSizeBasis } } })
    loaded.snapshot.incidence.membersTotal.set([3, 40])
    return buildClustersView(loaded, query(), []).edges[0].sharedNetworks
  }
  t.equal(shared(3), 2)
  t.equal(shared(2), 1)
  t.equal(shared(3, 'in-source'), 1, 'two members here, forty in the source')
})

t.test('edges of any network agree with a count pair by pair', async t => {
  const worlds = fc.record({
    countries: fc.array(fc.constantFrom('PL', 'LT', 'DE'), { minLength: 2, maxLength: 9 }),
    clusters: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }),
    links: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 9 })), { maxLength: 20 }),
    network: fc.uniqueArray(fc.nat(8), { maxLength: 5 })
  })
  fc.assert(fc.property(worlds, fc.constantFrom({}, { country: 'PL,DE' }), ({ countries, clusters, links, network }, filter) => {
    const n = countries.length
    const id = (i: number) => toyId(i.toString())
    const used = links.filter(([i, j]) => i < n && j < n && i !== j)
    const { loaded } = makeRun({
      organisations: countries.map((country, i) => ({ id: id(i), name: id(i), country })),
      collaboration: used.map(([i, j, weight]) => [id(i), id(j), weight]),
      networks: { 'net-000000000001': network.filter(i => i < n).map(id) },
      // Number 3: in no cluster.
      clusters: Object.fromEntries([0, 1, 2].map(k => [`C${k + 1}`, countries.map((_, i) => i).filter(i => clusters[i] === k).map(id)]))
    })
    const view = buildClustersView(loaded, query(filter), [])
    const mask = selectOrganisations(loaded.snapshot, query(filter))
    const inC = (k: number) => loaded.snapshot.ids.map((_, i) => i).filter(i => mask[i] === 1 && loaded.clusterOf[i] === k)
    for (const [k, l] of [[0, 1], [0, 2], [1, 2]]) {
      const weights = inC(k).flatMap(i => inC(l).map(j => ({ i, j, weight: weightOf(loaded, i, j) }))).filter(({ weight }) => weight > 0)
      const edge = view.edges.find(({ source, target }) => source === `C${k + 1}` && target === `C${l + 1}`)
      const sum = weights.reduce((total, { weight }) => total + weight, 0)
      const across = weights.filter(({ i, j }) => countries[i] !== countries[j]).reduce((total, { weight }) => total + weight, 0)
      const expected = [weights.length, sum, sum === 0 ? 0 : across / sum]
      const found = [edge?.links ?? 0, edge?.weight ?? 0, edge?.crossBorderShare ?? 0]
      if (expected.some((value, at) => Math.abs(value - found[at]) > 1e-9)) throw new Error(JSON.stringify({ k, l, expected, found }))
    }
    if (view.edges.some((edge, at) => at > 0 && edge.weight > view.edges[at - 1].weight)) throw new Error('not the strongest first')
  }), { numRuns: 300, seed: 3 })
  t.pass('300 networks')
})

function weightOf ({ projection: { graph } }: ReturnType<typeof toyRun>['loaded'], i: number, j: number): number {
  for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) if (graph.targets[slot] === j) return graph.weights[slot]
  return 0
}
