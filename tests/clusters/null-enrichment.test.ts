/** Shuffled memberships, and how many clusters of shuffled networks pass: against enumeration, and on planted clusters. */
import t from 'tap'
import fc from 'fast-check'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { Cancelled, UNWATCHED } from '../../services/analysis/context.ts'
import { rewireMemberships } from '../../services/analysis/null-models/rewire-memberships.ts'
import { domainsIn, domainSources } from '../../services/clusters/domain-sources.ts'
import { candidatesByChance, canShuffle, compareWithShuffled, countCandidates } from '../../services/clusters/null-enrichment.ts'
import type { Candidates, ShuffledInput } from '../../services/clusters/null-enrichment.ts'
import { ProjectionOptions } from '../../services/contract/run.ts'
import { project } from '../../services/snapshot/project.ts'
import type { Csr, Incidence, Snapshot } from '../../services/snapshot/snapshot.ts'
import { makeRun, toyId } from '../support/loaded-run.ts'

const incidenceOf = (networks: number[][]): Incidence => ({
  networks: networks.map((_, k) => `net-${k}`), offsets: Int32Array.from([0, ...networks.map((_, k) => networks.slice(0, k + 1).flat().length)]), members: Int32Array.from(networks.flat()), membersTotal: new Int32Array(networks.length).fill(-1)
})
const rows = ({ networks, offsets, members }: Incidence): number[][] => networks.map((_, k) => [...members.subarray(offsets[k], offsets[k + 1])])
const networksOf = (incidence: Incidence, n: number): number[] => Array.from({ length: n }, (_, v) => rows(incidence).filter(list => list.includes(v)).length)

t.test('both numbers are kept, members stay ascending and once', async () => {
  fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 6 }).map(list => list.sort()), { maxLength: 8 }), fc.nat(99), (networks, seed) => {
    const incidence = incidenceOf(networks)
    const shuffled = rewireMemberships(incidence, seed, UNWATCHED)
    return JSON.stringify(networksOf(shuffled, 8)) === JSON.stringify(networksOf(incidence, 8)) && JSON.stringify(rows(incidence)) === JSON.stringify(networks) && JSON.stringify(rewireMemberships(incidence, seed, UNWATCHED)) === JSON.stringify(shuffled) &&
      rows(shuffled).every((list, k) => list.length === networks[k].length && list.every((member, i) => i === 0 || list[i - 1] < member))
  }), { seed: 15, numRuns: 300 })
})

t.test('every table with the same numbers is equally likely', async t => {
  const networks = [[0, 1], [0, 2], [1, 2, 3], [0]]
  const sets = (size: number): number[][] => Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].filter(v => (bits >> v) % 2 === 1)).filter(list => list.length === size)
  const all = networks.reduce<number[][][]>((tables, { length }) => tables.flatMap(table => sets(length).map(set => [...table, set])), [[]]).filter(table => JSON.stringify(networksOf(incidenceOf(table), 4)) === JSON.stringify(networksOf(incidenceOf(networks), 4)))
  const counts = new Map(all.map(table => [JSON.stringify(table), 0]))
  const draws = 300 * all.length
  for (let seed = 0; seed < draws; seed++) {
    const key = JSON.stringify(rows(rewireMemberships(incidenceOf(networks), seed, UNWATCHED)))
    counts.set(key, (counts.get(key) ?? NaN) + 1)
  }
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 300) ** 2 / 300, 0)
  // 99.9 % of draws of a fair sample stay below (Wilson & Hilferty 1931).
  const freedom = all.length - 1
  const bound = freedom * (1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom))) ** 3
  t.ok(all.length > 10 && chiSquare < bound, `${all.length} tables, chi-square ${chiSquare}, bound ${bound}`)
})

/** Six clusters of twelve organisations of two countries, each with three projects of nine of them on the field of the cluster, and six projects across clusters. */
function planted (given: { stated?: boolean, links?: 'memberships' | 'supply' | 'collaboration' } = {}): { snapshot: Snapshot, fields: string[] } {
  const size = 12
  const organisation = (v: number): string => toyId(`m${String(v).padStart(3, '0')}`)
  const fields = Array.from({ length: 6 }, (_, c) => `h2020:F${c}`)
  const projects = [
    ...fields.flatMap((_, c) => Array.from({ length: 3 }, (_, p) => ({ theme: c, members: Array.from({ length: 9 }, (_, i) => c * size + (p * 4 + i) % size) }))),
    ...Array.from({ length: 6 }, (_, p) => ({ theme: p % 6, members: [p * 7, p * 11 + 29].map(v => v % (6 * size)) }))
  ].map(({ theme, members }) => ({ theme, members: [...new Set(members)] }))
  const id = (p: number): string => `net-${String(p).padStart(12, '0')}`
  const pairs = projects.flatMap(({ members }) => members.flatMap((a, i) => members.slice(i + 1).map((b): [string, string, number] => [organisation(Math.min(a, b)), organisation(Math.max(a, b)), 1])))
  const once = [...new Map(pairs.map(pair => [pair.slice(0, 2).join(), pair])).values()]
  const { loaded: { snapshot } } = makeRun({
    organisations: Array.from({ length: 6 * size }, (_, v) => ({ id: organisation(v), name: `M${v}`, country: v % 2 === 0 ? 'PL' : 'LT', domains: [...new Set(projects.filter(({ members }) => members.includes(v)).flatMap(({ theme }) => [fields[theme], `s3:P${theme >> 1}`]))] })),
    ...((given.links ?? 'memberships') === 'memberships'
      ? { networks: Object.fromEntries(projects.map(({ members }, p) => [id(p), members.map(organisation)])), networkDomains: given.stated === false ? {} : Object.fromEntries(projects.map(({ theme }, p) => [id(p), [fields[theme]]])) }
      : given.links === 'supply' ? { supply: once } : { collaboration: once })
  })
  return { snapshot, fields }
}
const find = (graph: Csr, seed: number): Int32Array => leiden(graph, LeidenOptions.parse({}), seed)
const FOLLOWING = Object.fromEntries(Array.from({ length: 6 }, (_, c) => [`h2020:F${c}`, [`s3:P${c >> 1}`]]))
const given = ({ snapshot, fields } = planted(), more: Partial<ShuffledInput> = {}): ShuffledInput => {
  const projection = more.projection ?? ProjectionOptions.parse({})
  return { snapshot, projection, graph: project(snapshot, projection).graph, thematicDomains: new Set(fields), following: FOLLOWING, find, seed: 1, ...more }
}
const shuffledOften = (input: ShuffledInput, times = 20): Candidates[] => Array.from({ length: times }, (_, i) => candidatesByChance({ ...input, seed: i + 1 }, UNWATCHED).shuffled)
const NOTHING: Candidates = { clusters: 0, passing: 0 }
const mean = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0) / counts.length
const passing = (counts: Candidates[]): number => mean(counts.map(each => each.passing))

t.test('planted clusters pass; where domains come from shuffled networks some pass too, where they are the organisations own hardly any', async t => {
  const input = given()
  const own = countCandidates(input.snapshot, find(project(input.snapshot, input.projection).graph, 1), input.thematicDomains)
  t.strictSame(own, { clusters: 6, passing: 6 })
  const circular = shuffledOften(input)
  t.ok(circular.every(({ clusters, passing }) => clusters >= 2 && passing <= clusters))
  const beside = shuffledOften(given(planted({ stated: false })))
  t.comment(`of 6 planted pass 6; in shuffled networks ${passing(circular)}, with domains that no network gives ${passing(beside)}`)
  t.ok(passing(beside) < 0.5 && passing(circular) > passing(beside) && passing(circular) < 6, `${passing(circular)} against ${passing(beside)}`)
  t.strictSame(shuffledOften(input), circular, 'one seed, one result')
})

t.test('links are shuffled where links are what is joined', async t => {
  for (const links of ['supply', 'collaboration'] as const) {
    const input = given(planted({ links }))
    t.ok(canShuffle(input.snapshot, input.projection))
    t.equal(countCandidates(input.snapshot, find(project(input.snapshot, input.projection).graph, 1), input.thematicDomains).passing, 6)
    t.ok(passing(shuffledOften(input, 10)) < 1, links)
    t.notOk(canShuffle(input.snapshot, ProjectionOptions.parse({ layers: ['co-membership'] })), 'a layer that is joined and empty')
  }
  const apart = ProjectionOptions.parse({ layers: ['supply'] })
  t.notOk(canShuffle(planted().snapshot, apart), 'a layer that is full and not joined')
  t.strictSame(candidatesByChance(given(planted(), { projection: apart }), UNWATCHED), { itself: NOTHING, shuffled: NOTHING })
})

t.test('a network gives what all its members have of what it states; the rest is beside; together they are what was there', async t => {
  const { loaded: { snapshot } } = makeRun({
    organisations: [['a', ['x', 'p', 'own']], ['b', ['x', 'p', 'y']], ['c', ['y']]].map(([id, domains]) => ({ id: toyId(id as string), name: id as string, country: 'PL', domains: domains as string[] })),
    networks: { 'net-000000000001': ['a', 'b'].map(toyId), 'net-000000000002': ['b', 'c'].map(toyId) },
    networkDomains: { 'net-000000000001': ['x', 'nobody has it'], 'net-000000000002': ['x', 'y'] }
  })
  const sources = domainSources(snapshot, { x: ['p'], y: ['z'] })
  const words = (codes: number[]): string[] => codes.map(code => sources.values[code]).sort()
  t.strictSame(sources.ofNetworks.map(words), [['p', 'x'], ['y']], 'p follows from x; c does not have the x of its network, which so gives it to nobody')
  t.strictSame(sources.beside.map(words), [['own'], [], []])
  const swapped = domainsIn({ ...snapshot.incidence, members: Int32Array.of(1, 2, 0, 1) }, sources)
  t.strictSame(Array.from({ length: 3 }, (_, v) => words([...swapped.codes.subarray(swapped.offsets[v], swapped.offsets[v + 1])])), [['own', 'y'], ['p', 'x', 'y'], ['p', 'x']])
  const lists = fc.array(fc.uniqueArray(fc.nat(5)), { minLength: 6, maxLength: 6 })
  fc.assert(fc.property(lists, lists, lists, (domains, members, stated) => {
    const ids = domains.map((_, v) => toyId(String(v)))
    const names = members.map((_, k) => `net-${String(k).padStart(12, '0')}`)
    const { loaded: { snapshot } } = makeRun({
      organisations: domains.map((list, v) => ({ id: ids[v], name: String(v), country: 'PL', domains: list.map(String).sort() })),
      networks: Object.fromEntries(members.map((list, k) => [names[k], list.map(v => ids[v])])), networkDomains: Object.fromEntries(stated.map((list, k) => [names[k], list.map(String)]))
    })
    return JSON.stringify(domainsIn(snapshot.incidence, domainSources(snapshot, { 0: ['1', '2'], 3: ['0'] }))) === JSON.stringify(snapshot.domains)
  }), { seed: 7, numRuns: 200 })
})

t.test('without themes that count nothing passes; empty data; stopped when asked', async t => {
  t.equal(passing(shuffledOften(given(planted(), { thematicDomains: new Set() }), 3)), 0)
  const { loaded: { snapshot } } = makeRun({ organisations: [] })
  t.strictSame(candidatesByChance(given({ snapshot, fields: [] }), UNWATCHED), { itself: NOTHING, shuffled: NOTHING })
  t.notOk(canShuffle(snapshot, ProjectionOptions.parse({})))
  for (const links of ['memberships', 'supply'] as const) t.throws(() => candidatesByChance(given(planted({ links })), { progress: () => {}, check: () => { throw new Cancelled() } }), Cancelled)
})

t.test('the network itself is searched as often, with the same seeds, and tested alike', async t => {
  const input = given()
  for (const seed of [1, 2, 3]) t.strictSame(candidatesByChance({ ...input, seed }, UNWATCHED).itself, { clusters: 6, passing: 6 })
  const seeds: number[] = []
  candidatesByChance({ ...input, find: (graph, seed) => { seeds.push(seed); return find(graph, seed) } }, UNWATCHED)
  t.equal(seeds.length, 2)
  t.equal(seeds[0], seeds[1])
})

t.test('means, and the least and most', async t => {
  const compared = [{ itself: { clusters: 3, passing: 2 }, shuffled: { clusters: 4, passing: 1 } }, { itself: { clusters: 4, passing: 2 }, shuffled: { clusters: 7, passing: 3 } }]
  t.strictSame(compareWithShuffled(compared), { networks: 2, itself: { clusters: 3.5, passing: 2, passingLeast: 2, passingMost: 2 }, shuffled: { clusters: 5.5, passing: 2, passingLeast: 1, passingMost: 3 } })
  t.equal(compareWithShuffled([]), null, 'not measured is not zero')
})
