/** Communities carried over to a network that has changed: which links count as changed, who stays, and that communities stay connected. */
import fc from 'fast-check'
import t from 'tap'
import { modularity } from '../../services/analysis/communities/modularity.ts'
import { canonicalLabels, splitDisconnected } from '../../services/analysis/partitions/partition.ts'
import { createSearcher } from '../../services/analysis/communities/search-kernel.ts'
import { carryOver, updateCommunities } from '../../services/analysis/communities/update-communities.ts'
import type { EarlierCommunities } from '../../services/analysis/communities/update-communities.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { ProjectionOptions } from '../../services/contract/run.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { project } from '../../services/snapshot/project.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { makeRun, toyId } from '../support/loaded-run.ts'

type Links = Map<string, number>
const OPTIONS = { quality: 'modularity', resolution: 1 } as const
const key = (a: string, b: string): string => a < b ? `${a} ${b}` : `${b} ${a}`
/** A network of ids, from links by pair. */
function networkOf (ids: string[], links: Links): Csr {
  const pairs = [...links].map(([pair, weight]) => [...pair.split(' ').map(id => ids.indexOf(id)), weight]).filter(([a, b]) => a >= 0 && b >= 0)
  return buildCsr(ids.length, { sources: pairs.map(([a]) => a), targets: pairs.map(([, b]) => b), weights: pairs.map(([,, weight]) => weight) }, false).graph
}
const found = (ids: string[], links: Links): EarlierCommunities => {
  const graph = networkOf(ids, links)
  return { ids, graph, community: createSearcher(graph, { ...OPTIONS, refined: true, iterationsMax: 20 }, UNWATCHED).search(1) }
}
const name = (i: number): string => String.fromCharCode(97 + i)

/** A network before and after some organisations came and went and some links changed. */
function changedNetworks (size: number, links: number, seed: number): { earlierIds: string[], before: Links, ids: string[], after: Links } {
  const random = createRandom(seed)
  const all = Array.from({ length: size }, (_, i) => name(i))
  const earlierIds = all.filter(() => random.below(5) > 0)
  const ids = all.filter(() => random.below(5) > 0)
  const before: Links = new Map()
  for (let i = 0; i < links; i++) {
    const [a, b] = [random.below(size), random.below(size)]
    if (a !== b) before.set(key(name(a), name(b)), 1 + random.below(3))
  }
  const after: Links = new Map([...before].filter(() => random.below(8) > 0).map(([pair, weight]) => [pair, random.below(8) === 0 ? weight + 0.5 : weight]))
  for (let i = 0; i < 3; i++) if (size > 1) after.set(key(name(0), name(1 + random.below(size - 1))), 2)
  return { earlierIds, before, ids, after }
}

t.test('changed links are those of a comparison of all pairs; neighbours of what is gone are among them', async t => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 14 }), fc.nat({ max: 40 }), fc.nat(), (size, links, seed) => {
    const { earlierIds, before, ids, after } = changedNetworks(size, links, seed)
    const { labels, changed } = carryOver(found(earlierIds, before), ids, networkOf(ids, after))
    const listed = new Set(Array.from(changed.sources, (source, i) => key(ids[source], ids[changed.targets[i]])))
    const weightIn = (known: string[], map: Links, a: string, b: string): number => known.includes(a) && known.includes(b) ? map.get(key(a, b)) ?? 0 : 0
    const expected = ids.flatMap((a, i) => ids.slice(i + 1).filter(b => weightIn(earlierIds, before, a, b) !== weightIn(ids, after, a, b)).map(b => key(a, b)))
    t.ok(expected.every(pair => listed.has(pair)), 'none is missed')
    const bereft = new Set(earlierIds.filter(id => !ids.includes(id)).flatMap(gone => ids.filter(id => earlierIds.includes(id) && before.has(key(gone, id)))))
    t.ok([...bereft].every(id => [...listed].some(pair => pair.split(' ').includes(id))), 'who lost a neighbour is asked')
    t.ok([...listed].every(pair => expected.includes(pair) || pair.split(' ').every(id => bereft.has(id))), 'and nothing else')
    t.ok(labels.every(label => label >= 0 && label < Math.max(1, ids.length)))
    const fresh = ids.map((id, v) => earlierIds.includes(id) ? -1 : labels[v]).filter(label => label >= 0)
    t.ok(fresh.every(label => labels.filter(each => each === label).length === 1), 'new ones begin alone')
  }), { numRuns: 500 })
})

t.test('communities stay connected, whoever goes', async t => {
  let went = 0
  fc.assert(fc.property(fc.integer({ min: 2, max: 14 }), fc.nat({ max: 30 }), fc.nat(), (size, links, seed) => {
    const { earlierIds, before, ids, after } = changedNetworks(size, links, seed)
    const graph = networkOf(ids, after)
    const updated = updateCommunities(found(earlierIds, before), ids, graph, OPTIONS, UNWATCHED)
    const whole = splitDisconnected(graph, updated)
    canonicalLabels(whole)
    t.strictSame([...updated], [...whole])
    went += earlierIds.some(id => !ids.includes(id)) ? 1 : 0
  }), { numRuns: 500 })
  t.ok(went > 150, `someone went in ${went} of them`)
})

t.test('two halves that two neighbouring members held together are two communities without them', async t => {
  const triangle = (a: string, b: string, c: string): Array<[string, number]> => [[key(a, b), 1], [key(a, c), 1], [key(b, c), 1]]
  const links: Links = new Map([...triangle('a', 'b', 'c'), ...triangle('f', 'g', 'h'), [key('c', 'd'), 1], [key('d', 'e'), 1], [key('e', 'f'), 1]])
  const ids = [...'abcdefgh']
  const earlier = { ids, graph: networkOf(ids, links), community: new Int32Array(8) }
  const left = [...'abcfgh']
  t.strictSame([...updateCommunities(earlier, left, networkOf(left, links), OPTIONS, UNWATCHED)], [0, 0, 0, 1, 1, 1])
})

t.test('nothing has changed: nothing moves, not even where a search would do better', async t => {
  const ids = [...'abcdef']
  const graph = networkOf(ids, new Map([['a b', 1], ['b c', 1], ['d e', 1], ['e f', 1], ['c d', 5]]))
  const community = Int32Array.from([0, 0, 0, 1, 1, 1])
  t.strictSame([...updateCommunities({ ids, graph, community }, ids, graph, OPTIONS, UNWATCHED)], [...community])
  t.equal(carryOver({ ids, graph, community }, ids, graph).changed.sources.length, 0)
  const rounded = { ...graph, weights: graph.weights.map(weight => weight * (1 + 1e-13)) }
  t.equal(carryOver({ ids, graph, community }, ids, rounded).changed.sources.length, 0, 'rounding is no change')
  t.equal(carryOver({ ids, graph, community }, ids, { ...graph, weights: graph.weights.map(weight => weight * (1 + 1e-11)) }).changed.sources.length, graph.m)
})

t.test('after a few changes: near what a new search finds, and nearly all stay', async t => {
  const random = createRandom(5)
  const ids = Array.from({ length: 400 }, (_, i) => `n${String(i).padStart(3, '0')}`)
  const links: Links = new Map()
  for (let i = 0; i < 40000; i++) {
    const [a, b] = [random.below(400), random.below(400)]
    if (a !== b && (a % 10 === b % 10 || random.below(20) === 0)) links.set(key(ids[a], ids[b]), 1)
  }
  const earlier = found(ids, links)
  const after: Links = new Map([...links].filter((_, i) => i % 20 !== 0))
  for (let i = 0; i < 4; i++) after.set(key(ids[i], 'new'), 1)
  const now = [...ids.slice(1), 'new'].sort()
  const graph = networkOf(now, after)
  const updated = updateCommunities(earlier, now, graph, OPTIONS, UNWATCHED)
  const searched = createSearcher(graph, { ...OPTIONS, refined: true, iterationsMax: 20 }, UNWATCHED).search(1)
  t.ok(modularity(graph, updated)! > modularity(graph, searched)! - 5e-4, `${modularity(graph, updated)} against ${modularity(graph, searched)}`)
  const was = now.map(id => ids.includes(id) ? earlier.community[ids.indexOf(id)] : -1)
  const pairs = new Map<string, number>()
  was.forEach((label, v) => pairs.set(`${label} ${updated[v]}`, (pairs.get(`${label} ${updated[v]}`) ?? 0) + 1))
  const kept = [...new Set(was)].reduce((sum, label) => sum + Math.max(...[...pairs].filter(([pair]) => pair.startsWith(`${label} `)).map(([, count]) => count)), 0)
  t.ok(kept >= 0.98 * now.length, `${kept} of ${now.length} stay with those they were with`)
})

t.test('edges of the input', async t => {
  const none = networkOf([], new Map())
  t.strictSame([...updateCommunities({ ids: [], graph: none, community: new Int32Array(0) }, [], none, OPTIONS, UNWATCHED)], [])
  const pair = networkOf(['a', 'b'], new Map([['a b', 1]]))
  t.strictSame([...updateCommunities({ ids: ['a', 'b'], graph: pair, community: new Int32Array(2) }, ['a', 'b'], networkOf(['a', 'b'], new Map()), OPTIONS, UNWATCHED)], [0, 1], 'without links everybody is alone')
  t.strictSame([...updateCommunities({ ids: [], graph: none, community: new Int32Array(0) }, ['a', 'b'], pair, OPTIONS, UNWATCHED)], [0, 0], 'from nothing')
  t.strictSame([...updateCommunities({ ids: ['c', 'd'], graph: pair, community: new Int32Array(2) }, ['a', 'b'], pair, OPTIONS, UNWATCHED)], [0, 0], 'nobody is left of the earlier ones')
})

t.test('of several layers a link that nobody touched counts as unchanged, although a new one rescales them all', async t => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const pair = (a: string, b: string, weight: number): [string, string, number] => [toyId(a), toyId(b), weight]
  const of = (supply: Array<[string, string, number]>) => makeRun({
    organisations: names.map(id => ({ id: toyId(id), name: id, country: 'PL' })), supply, collaboration: [pair('a', 'c', 1 / 3)], networks: { 'net-000000000001': ['a', 'b', 'c'].map(toyId), 'net-000000000002': ['d', 'e'].map(toyId) }
  }).loaded.snapshot
  const options = ProjectionOptions.parse({})
  const [before, after] = [of([pair('a', 'b', 0.7), pair('d', 'e', 5)]), of([pair('a', 'b', 0.7), pair('c', 'd', 2), pair('d', 'e', 6)])]
  const { graph, scales } = project(before, options)
  const earlier = { ids: before.ids, graph, community: Int32Array.of(0, 0, 0, 1, 1) }
  const changedOf = (network: Csr): string[] => {
    const { sources, targets } = carryOver(earlier, after.ids, network).changed
    return Array.from(sources, (u, i) => `${names[u]}${names[targets[i]]}`).sort()
  }
  t.strictSame(changedOf(project(after, options, scales).graph), ['cd', 'de'], 'on the earlier scale')
  t.ok(changedOf(project(after, options).graph).length > 2, 'on its own every one has changed')
  t.strictSame(project(before, options, scales).graph, graph)
  t.strictSame(project(after, ProjectionOptions.parse({ layers: ['supply'] })).scales, { supply: 1 }, 'a single layer keeps its own weights')
  t.strictSame(project(after, options, {}).scales, { supply: 1, collaboration: 1, 'co-membership': 1 }, 'layers that had no links before')
})
