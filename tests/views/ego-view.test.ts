import t from 'tap'
import fc from 'fast-check'
import { EgoViewQuery, OrganisationsView, VIEW_NODES_MAX } from '../../services/contract/graph-view.ts'
import { buildEgoView } from '../../services/views/ego-view.ts'
import { makeRun, toyId, toyRun } from '../support/loaded-run.ts'

const query = (given: Record<string, unknown> = {}) => EgoViewQuery.parse(given)
const short = (id: string) => id.replace(/^org-0*/, '')

t.test('one step about an organisation', async t => {
  const { loaded, lookup } = toyRun()
  const view = await buildEgoView(loaded, toyId('a1'), query(), { organisations: lookup, sources: [] })
  t.ok(OrganisationsView.safeParse(view).success)
  t.match(view, { level: 'ego', focus: toyId('a1') })
  t.strictSame(view.nodes.map(({ id, depth, cluster }) => [short(id), depth, cluster]), [['a1', 0, 'C1'], ['a2', 1, 'C1'], ['a3', 1, 'C1'], ['a4', 1, 'C1'], ['b1', 1, 'C2'], ['b2', 1, 'C2']])
  t.strictSame(view.counts, { organisationsShown: 6, organisationsPassing: 6, organisationsTotal: 6, isolates: 0, clusters: 2, smallerGroups: 0, edgesShown: 8, edgesTotal: 8 })
  t.strictSame(view.edges.map(({ source, target, weight, directed }) => [short(source), short(target), weight, directed]), [
    ['a2', 'b2', 2, true], ['a1', 'a4', 1, false], ['b1', 'b2', 0.75, false], ['a1', 'a2', 0.5, false], ['a1', 'a3', 0.5, false], ['a1', 'b1', 0.5, false], ['a1', 'b2', 0.5, false], ['a2', 'a3', 0.5, false]
  ])
})

t.test('two steps, with a filter and a least weight: only ways over what passes', async t => {
  const { loaded, lookup } = toyRun()
  const context = { organisations: lookup, sources: [] }
  const two = await buildEgoView(loaded, toyId('a1'), query({ depth: '2' }), context)
  t.match(two.counts, { organisationsShown: 10, organisationsTotal: 10, edgesTotal: 20 })
  t.strictSame(two.nodes.filter(({ depth }) => depth === 2).map(({ id }) => short(id)), ['a5', 'b3', 'b4', 'b5'])
  const lithuanian = await buildEgoView(loaded, toyId('a1'), query({ depth: '2', country: 'LT' }), context)
  t.strictSame(lithuanian.nodes.map(({ id }) => short(id)), ['a1', 'a4', 'a5', 'b2', 'b3', 'b4', 'b5'], 'the ego stays, Polish or not')
  t.match(lithuanian.counts, { organisationsShown: 7, organisationsPassing: 7, organisationsTotal: 10 })
  const strong = await buildEgoView(loaded, toyId('a1'), query({ depth: '2', weightMin: '0.6' }), context)
  t.strictSame(strong.nodes.map(({ id }) => short(id)), ['a1', 'a4', 'a5'])
})

t.test('an isolate stands alone, an unknown id is named with those like it', async t => {
  const { loaded, lookup } = toyRun()
  const context = { organisations: lookup, sources: [] }
  const alone = await buildEgoView(loaded, toyId('z'), query({ depth: '2' }), context)
  t.strictSame(alone.nodes.map(({ id, x, y, depth, cluster }) => [short(id), x, y, depth, cluster]), [['z', 0, 0, 0, null]])
  t.strictSame(alone.counts, { organisationsShown: 1, organisationsPassing: 1, organisationsTotal: 1, isolates: 1, clusters: 0, smallerGroups: 0, edgesShown: 0, edgesTotal: 0 })
  await t.rejects(buildEgoView(loaded, toyId('a9'), query(), context), { code: 'NOT_FOUND', message: /Organisation "org-0000000000a9" is not in run-000000000001, which analysed revision 7/, didYouMean: [toyId('a1'), toyId('a2'), toyId('a3')] })
})

t.test('the ego in the middle, its partners on a ring by cluster, theirs outside near who holds them', async t => {
  const { loaded, lookup } = toyRun()
  const { nodes } = await buildEgoView(loaded, toyId('a1'), query({ depth: '2' }), { organisations: lookup, sources: [] })
  const radius = ({ x, y }: { x: number, y: number }) => Math.hypot(x, y)
  const clockwise = ({ x, y }: { x: number, y: number }) => (Math.atan2(x, y) + 2 * Math.PI) % (2 * Math.PI)
  const ring = (depth: number) => nodes.filter(node => node.depth === depth)
  t.equal(radius(ring(0)[0]), 0)
  t.ok(ring(1).every(node => Math.abs(radius(node) - 6) < 1e-9))
  t.ok(ring(2).every(node => Math.abs(radius(node) - 12) < 1e-9))
  t.strictSame(ring(1).sort((a, b) => clockwise(a) - clockwise(b)).map(({ id }) => short(id)), ['a4', 'a2', 'a3', 'b1', 'b2'], 'C1 first, the strongest at 12 o\'clock')
  const again = await buildEgoView(loaded, toyId('a1'), query({ depth: '2' }), { organisations: lookup, sources: [] })
  t.strictSame(again.nodes, nodes)
})

t.test('nobody stands on anybody, however many there are', async t => {
  const ids = Array.from({ length: 400 }, (_, i) => toyId(String(i)))
  const { loaded, lookup } = makeRun({
    organisations: ids.map(id => ({ id, name: id, country: 'PL' })),
    collaboration: ids.slice(1).map((id, i) => [i < 150 ? ids[0] : ids[1 + i % 150], id, 1 + i % 7])
  })
  const { nodes } = await buildEgoView(loaded, ids[0], query({ depth: '2' }), { organisations: lookup, sources: [] })
  t.equal(nodes.length, 400)
  let nearest = Infinity
  for (const [i, a] of nodes.entries()) for (const b of nodes.slice(i + 1)) nearest = Math.min(nearest, Math.hypot(a.x - b.x, a.y - b.y))
  t.ok(nearest > 0.95, `nearest two are ${nearest} apart`)
})

t.test('above the limit partners come before theirs, and each of those shown is held by one shown', async t => {
  const partners = Array.from({ length: 1500 }, (_, i) => toyId(`a${i}`))
  const theirs = Array.from({ length: 1500 }, (_, i) => toyId(`b${i}`))
  const ego = toyId('e')
  const { loaded, lookup } = makeRun({
    organisations: [ego, ...partners, ...theirs].map(id => ({ id, name: id, country: 'PL' })),
    collaboration: [...partners.map((id): [string, string, number] => [ego, id, 1]), ...theirs.map((id, i): [string, string, number] => [partners[i], id, i + 1])]
  })
  const view = await buildEgoView(loaded, ego, query({ depth: '2', edgesMax: '10000' }), { organisations: lookup, sources: [] })
  t.match(view.counts, { organisationsShown: VIEW_NODES_MAX, organisationsPassing: 3001, organisationsTotal: 3001, edgesShown: VIEW_NODES_MAX - 1, edgesTotal: 3000 })
  t.equal(view.nodes.filter(({ depth }) => depth === 1).length, 1500)
  t.ok(view.nodes.some(({ id }) => id === theirs[1499]), 'the most strongly tied of the outer ring')
  t.notOk(view.nodes.some(({ id }) => id === theirs[0]))
})

t.test('with few links allowed, those that hold the picture together come first', async t => {
  const { loaded, lookup } = toyRun()
  const { edges, counts } = await buildEgoView(loaded, toyId('a1'), query({ edgesMax: '5' }), { organisations: lookup, sources: [] })
  t.strictSame(edges.map(({ source, target }) => `${short(source)}-${short(target)}`), ['a1-a4', 'a1-a2', 'a1-a3', 'a1-b1', 'a1-b2'])
  t.match(counts, { edgesShown: 5, edgesTotal: 8 })
})

t.test('who is reached agrees with shortest paths counted over the whole table', async t => {
  const worlds = fc.record({ n: fc.integer({ min: 1, max: 9 }), links: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 5 })), { maxLength: 14 }), weightMin: fc.integer({ min: 0, max: 5 }), hidden: fc.nat(8) })
  await fc.assert(fc.asyncProperty(worlds, async ({ n, links, weightMin, hidden }) => {
    const id = (i: number) => toyId(String(i))
    const used = links.filter(([i, j]) => i < n && j < n && i !== j)
    const { loaded, lookup } = makeRun({ organisations: Array.from({ length: n }, (_, i) => ({ id: id(i), name: id(i), country: i === hidden && i > 0 ? 'DE' : 'PL' })), collaboration: used.map(([i, j, weight]) => [id(i), id(j), weight]) })
    const view = await buildEgoView(loaded, id(0), query({ depth: '2', weightMin: String(weightMin), country: 'PL' }), { organisations: lookup, sources: [] })
    const weight = (i: number, j: number) => used.filter(([k, l]) => (k === i && l === j) || (k === j && l === i)).reduce((sum, [, , each]) => sum + each, 0)
    const tied = (i: number, j: number) => i !== j && weight(i, j) > 0 && weight(i, j) >= weightMin && ![i, j].some(k => k === hidden && k > 0)
    const all = Array.from({ length: n }, (_, i) => i)
    const expected = all.map(i => i === 0 ? 0 : tied(0, i) ? 1 : all.some(k => tied(0, k) && tied(k, i)) ? 2 : null).flatMap((depth, i) => depth === null ? [] : [`${id(i)} ${depth}`])
    const found = view.nodes.map(({ id, depth }) => `${id} ${depth}`)
    if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(JSON.stringify({ found, expected }))
    const linksBetween = all.flatMap(i => all.filter(j => j > i && tied(i, j) && [i, j].every(k => view.nodes.some(node => node.id === id(k)))))
    if (view.edges.length !== linksBetween.length) throw new Error(`${view.edges.length} links, ${linksBetween.length} expected`)
  }), { numRuns: 300, seed: 4 })
  t.pass('300 networks')
})
