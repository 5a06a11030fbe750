import t from 'tap'
import { GraphViewQuery, OrganisationsView, VIEW_NODES_MAX } from '../../services/contract/graph-view.ts'
import { buildClusterView } from '../../services/views/cluster-view.ts'
import { makeRun, toyId, toyRun } from '../support/loaded-run.ts'

const query = (given: Record<string, unknown> = {}) => GraphViewQuery.parse(given)
const short = (id: string) => id.replace(/^org-0*/, '')

t.test('members, positions, names and links of a cluster', async t => {
  const { loaded, lookup } = toyRun()
  loaded.x[1] = 4
  loaded.y[1] = -5
  const view = await buildClusterView(loaded, 'C1', query(), { organisations: lookup, sources: [] })
  t.ok(OrganisationsView.safeParse(view).success)
  t.match(view, { level: 'cluster', focus: 'C1' })
  t.strictSame(view.counts, { organisationsShown: 5, organisationsPassing: 5, organisationsTotal: 5, isolates: 0, clusters: 1, smallerGroups: 0, edgesShown: 5, edgesTotal: 5 })
  t.strictSame(view.nodes.map(({ id }) => short(id)), ['a1', 'a2', 'a3', 'a4', 'a5'])
  t.match(view.nodes[0], { name: 'Alfa', named: true, x: 4, y: -5, kind: 'university', country: 'PL', city: 'Gdańsk', cluster: 'C1', domains: ['h2020:SC2'], depth: 0 })
  t.match(view.nodes[0].scores, { degree: 5, strength: 3, bridgeScore: 80, pagerank: null })
  t.match(view.nodes[2], { name: 'PIC 997989351', named: false, city: null })
  t.strictSame(view.edges.map(({ source, target, weight, crossBorderShare }) => [short(source), short(target), weight, crossBorderShare]),
    [['a1', 'a4', 1, 1], ['a4', 'a5', 1, 0], ['a1', 'a2', 0.5, 0], ['a1', 'a3', 0.5, 0], ['a2', 'a3', 0.5, 0]])
  t.strictSame(view.edges[0], { source: toyId('a1'), target: toyId('a4'), weight: 1, links: 1, crossBorderShare: 1, sharedNetworks: 1, layers: ['co-membership'], directed: false })
})

t.test('a link is drawn with a direction only if all of it is supply one way', async t => {
  const ids = ['a', 'b', 'c', 'd', 'e'].map(toyId)
  const [a, b, c, d, e] = ids
  const { loaded, lookup } = makeRun({
    organisations: ids.map(id => ({ id, name: id, country: 'PL' })),
    supply: [[b, a, 1], [b, c, 2], [c, b, 3], [c, d, 4], [d, e, 5]],
    collaboration: [[c, d, 1]],
    clusters: { C1: ids }
  })
  const { edges } = await buildClusterView(loaded, 'C1', query(), { organisations: lookup, sources: [] })
  t.strictSame(edges.map(({ source, target, directed }) => [short(source), short(target), directed]).sort(),
    [['b', 'a', true], ['b', 'c', false], ['c', 'd', false], ['d', 'e', true]], 'b sells to a: the seller stands first')
})

t.test('a filter, a limit on weight and one on links', async t => {
  const { loaded, lookup } = toyRun()
  const context = { organisations: lookup, sources: [] }
  const filtered = await buildClusterView(loaded, 'C1', query({ country: 'PL' }), context)
  t.match(filtered.counts, { organisationsShown: 3, organisationsPassing: 3, organisationsTotal: 5, edgesShown: 3, edgesTotal: 3 })
  const strong = await buildClusterView(loaded, 'C2', query({ weightMin: '0.75' }), context)
  t.strictSame(strong.edges.map(({ source, target, weight, layers, directed }) => [short(source), short(target), weight, layers.join(), directed]),
    [['b4', 'b5', 3.25, 'supply,co-membership', false], ['b1', 'b2', 0.75, 'co-membership', false]])
  const few = await buildClusterView(loaded, 'C2', query({ edgesMax: '1' }), context)
  t.strictSame([few.edges.length, few.counts.edgesShown, few.counts.edgesTotal], [1, 1, 10])
  const none = await buildClusterView(loaded, 'C1', query({ kind: 'ngo' }), context)
  t.strictSame([none.nodes, none.edges, none.counts.organisationsPassing, none.counts.clusters], [[], [], 0, 0])
})

t.test('an unknown code names the nearest ones', async t => {
  const { loaded, lookup } = toyRun()
  const context = { organisations: lookup, sources: [] }
  await t.rejects(buildClusterView(loaded, 'c3', query(), context), { code: 'NOT_FOUND', message: 'Cluster "c3" is not in run-000000000001: it has C1 to C2.', didYouMean: ['C1', 'C2'] })
  await t.rejects(buildClusterView(makeRun({ organisations: [] }).loaded, 'C1', query(), context), { code: 'NOT_FOUND', message: /it has no clusters/, didYouMean: [] })
})

t.test('an organisation deleted since the run keeps its place, under its id', async t => {
  const { loaded } = toyRun()
  const view = await buildClusterView(loaded, 'C1', query(), { organisations: async () => [], sources: [] })
  t.match(view.nodes[0], { name: toyId('a1'), named: false, country: 'PL', city: 'Gdańsk' })
})

t.test('above the limit the strongest organisations are drawn and the counts say so', async t => {
  const n = VIEW_NODES_MAX + 3
  const ids = Array.from({ length: n }, (_, i) => toyId(String(i)))
  // A chain whose links grow stronger: the three weakest organisations are the first three.
  const { loaded, lookup } = makeRun({
    organisations: ids.map(id => ({ id, name: id, country: 'PL' })),
    collaboration: ids.slice(1).map((id, i) => [ids[i], id, i + 1]),
    clusters: { C1: ids }
  })
  const view = await buildClusterView(loaded, 'C1', query({ edgesMax: '10000' }), { organisations: lookup, sources: [] })
  t.match(view.counts, { organisationsShown: VIEW_NODES_MAX, organisationsPassing: n, organisationsTotal: n, edgesTotal: n - 1, edgesShown: VIEW_NODES_MAX - 1 })
  t.notOk(view.nodes.some(({ id }) => ids.slice(0, 3).includes(id)))
  t.ok(view.edges.every(({ source, target }) => view.nodes.some(({ id }) => id === source) && view.nodes.some(({ id }) => id === target)), 'no link hangs in the air')
  const few = await buildClusterView(loaded, 'C1', query(), { organisations: lookup, sources: [] })
  t.strictSame([few.edges.length, few.edges[0].weight], [1000, n - 1], 'the 1,000 strongest unless asked for more')
})
