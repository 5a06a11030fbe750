/** From rows to arrays: what the layers hold, and what they leave out and count. */
import t from 'tap'
import fc from 'fast-check'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { RunRequest } from '../../services/contract/run.ts'
import type { ProjectionOptions } from '../../services/contract/run.ts'
import type { Link } from '../../services/contract/link.ts'
import type { Membership, Network } from '../../services/contract/network.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { buildSnapshot } from '../../services/snapshot/build-snapshot.ts'
import type { SnapshotRows } from '../../services/snapshot/build-snapshot.ts'
import { hashSnapshot } from '../../services/snapshot/hash-snapshot.ts'
import { unpackWeights } from '../../services/snapshot/packed-weights.ts'
import { project } from '../../services/snapshot/project.ts'
import type { PackedCsr, Snapshot } from '../../services/snapshot/snapshot.ts'
import { organisationOf, toyId } from '../support/loaded-run.ts'

const link = (id: string, kind: Link['kind'], source: string, target: string, weight: number): Link =>
  ({ id: `lnk-${id.padStart(12, '0')}`, kind, source: toyId(source), target: toyId(target), weight, product: null, sector: null, from: null, to: null, evidence: null, confidence: 1, dataSource: 'test', updatedAt: '2026-01-01T00:00:00.000Z' })
const network = (id: string, membersTotal: number | null = null): Network =>
  ({ id: `net-${id.padStart(12, '0')}`, kind: 'project', name: id, title: null, programme: null, from: null, to: null, domains: [], membersTotal, externalKey: null, website: null, source: 'test', updatedAt: '2026-01-01T00:00:00.000Z' }) as Network
const membership = (organisation: string, of: string, role: Membership['role'] = 'participant'): Membership =>
  ({ id: `mem-${organisation}${of}${role}`, organisation: toyId(organisation), network: `net-${of.padStart(12, '0')}`, role, contribution: null, from: null, to: null, source: 'test', updatedAt: '2026-01-01T00:00:00.000Z' }) as Membership
const organisations = (...shorts: string[]): SnapshotRows['organisations'] => shorts.map(short => organisationOf({ id: toyId(short), name: short, country: 'PL' }))
const snapshotOf = (rows: Partial<SnapshotRows>): Snapshot => buildSnapshot(1, { organisations: organisations('a', 'b', 'c', 'd'), links: [], networks: [], memberships: [], ...rows })
const rows = ({ offsets, targets, weights }: PackedCsr): Array<Array<[number, number]>> => Array.from({ length: offsets.length - 1 }, (_, i) => Array.from(targets.subarray(offsets[i], offsets[i + 1]), (target, k) => [target, weights[offsets[i] + k]]))
const options = (more: Partial<ProjectionOptions> = {}): ProjectionOptions => ({ ...RunRequest.parse({}).projection, ...more })

t.test('self-loops and zero weights stay out of the layers and are counted; parallel links are summed', async t => {
  const { supply, collaboration, internalVolume, report } = snapshotOf({
    links: [link('1', 'SUPPLIES', 'a', 'b', 2), link('2', 'SUPPLIES', 'a', 'b', 3), link('3', 'SUPPLIES', 'b', 'a', 4), link('4', 'SUPPLIES', 'c', 'c', 5), link('5', 'SUPPLIES', 'a', 'c', 0), link('6', 'COLLABORATES', 'd', 'a', 1), link('7', 'COLLABORATES', 'a', 'd', 1), link('8', 'OWNS', 'a', 'b', 1), link('9', 'LICENSES', 'a', 'b', 1)]
  })
  t.strictSame(rows(supply), [[[1, 5]], [[0, 4]], [], []], 'supply keeps its direction')
  t.strictSame(rows(collaboration), [[[3, 2]], [], [], [[0, 2]]], 'collaboration has none')
  t.strictSame([...internalVolume], [0, 0, 5, 0])
  t.strictSame(report, { selfLoops: 1, zeroWeightLinks: 1, parallelLinks: 2, otherLinks: { OWNS: 1, LICENSES: 1 } })
})

t.test('weights of collaboration take half the memory where that changes none of them, and the hash is of the numbers', async t => {
  const collaborating = (weight: number): Snapshot => snapshotOf({ links: [link('1', 'COLLABORATES', 'a', 'b', 2.5), link('2', 'COLLABORATES', 'b', 'c', weight), link('3', 'SUPPLIES', 'a', 'b', 1)] })
  for (const [weight, kind] of [[2 ** 24, Float32Array], [0.1, Float64Array], [2 ** 24 + 1, Float64Array], [1e300, Float64Array]] as const) {
    const snapshot = collaborating(weight)
    t.type(snapshot.collaboration.weights, kind, String(weight))
    t.type(snapshot.supply.weights, Float64Array)
    t.strictSame([...snapshot.collaboration.weights], [2.5, 2.5, weight, weight])
    const wide: Snapshot = { ...snapshot, collaboration: unpackWeights(snapshot.collaboration) }
    t.type(wide.collaboration.weights, Float64Array)
    t.equal(hashSnapshot(wide), snapshot.hash)
    t.strictSame(project(wide, options()), project(snapshot, options()))
  }
})

t.test('an organisation in one network under two roles counts once; the ends must be there', async t => {
  const { incidence } = snapshotOf({ networks: [network('1'), network('2', 9)], memberships: [membership('a', '1'), membership('a', '1', 'coordinator'), membership('b', '1'), membership('c', '2')] })
  t.strictSame([[...incidence.offsets], [...incidence.members], [...incidence.membersTotal]], [[0, 2, 3], [0, 1, 2], [-1, 9]])
  t.throws(() => snapshotOf({ links: [link('1', 'SUPPLIES', 'a', 'x', 1)] }), /outside the snapshot/)
  t.throws(() => snapshotOf({ networks: [network('1')], memberships: [membership('x', '1')] }), /outside the snapshot/)
})

t.test('domains of networks stand beside them, each once', async t => {
  const { incidence, networkDomains } = snapshotOf({ networks: [{ ...network('2'), domains: ['h2020:SC2', 'h2020:SC1', 'h2020:SC2'] }, network('1'), { ...network('3'), domains: ['h2020:SC2'] }] })
  t.strictSame(incidence.networks, ['1', '2', '3'].map(each => network(each).id))
  t.strictSame([networkDomains.values, [...networkDomains.offsets], [...networkDomains.codes]], [['h2020:SC1', 'h2020:SC2'], [0, 0, 2, 3], [0, 1, 1]])
})

t.test('rows in any order give the same arrays and hash; any change of content gives another hash', async t => {
  const { organisations, links } = generateValueChains({ seed: 3, clusters: 2, firmsPerCluster: 10 })
  const given: SnapshotRows = { organisations, links, networks: [network('1'), network('2')], memberships: [organisations[0], organisations[1]].map(({ id }) => ({ ...membership('a', '1'), id: `mem-${id}`, organisation: id })) }
  const snapshot = buildSnapshot(1, given)
  const reversed = buildSnapshot(2, { organisations: [...organisations].reverse(), links: [...links].reverse(), networks: [...given.networks].reverse(), memberships: [...given.memberships].reverse() })
  t.equal(reversed.hash, snapshot.hash, 'the revision is no part of it')
  t.strictSame({ ...reversed, revision: 1 }, snapshot)
  const changes: Array<[string, SnapshotRows]> = [
    ['a weight', { ...given, links: links.map((each, i) => i === 0 ? { ...each, weight: each.weight + 1 } : each) }], ['a country', { ...given, organisations: organisations.map((each, i) => i === 0 ? { ...each, country: 'FI' } : each) }],
    ['a direction', { ...given, links: links.map((each, i) => i === 0 ? { ...each, source: each.target, target: each.source } : each) }], ['a membership', { ...given, memberships: given.memberships.slice(1) }],
    ['a domain of a network', { ...given, networks: given.networks.map((each, i) => i === 0 ? { ...each, domains: ['h2020:SC2'] } : each) }], ['a coordinate', { ...given, organisations: organisations.map((each, i) => i === 0 ? { ...each, coordinates: null } : each) }]
  ]
  for (const [what, changed] of changes) t.not(buildSnapshot(1, changed).hash, snapshot.hash, what)
})

t.test('compressed rows hold what a map of pairs holds', async () => {
  // Sevenths do not add up exactly: sums are equal only if taken in the order of the links. Few sources and many links make rows too long to be sorted by insertion.
  const among = (sources: number, nodes: number, links: number): fc.Arbitrary<number[][]> => fc.array(fc.tuple(fc.nat(sources - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 9 }).map(weight => weight / 7)).filter(([i, j]) => i !== j), { maxLength: links, size: 'max' })
  const listed = fc.oneof(among(8, 8, 60), among(2, 150, 300))
  fc.assert(fc.property(listed, fc.boolean(), (list, directed) => {
    const { graph, parallelLinks } = buildCsr(150, { sources: list.map(each => each[0]), targets: list.map(each => each[1]), weights: list.map(each => each[2]) }, directed)
    const pairs = new Map<string, number>()
    const add = (i: number, j: number, weight: number): unknown => pairs.set(`${i} ${j}`, (pairs.get(`${i} ${j}`) ?? 0) + weight)
    for (const [i, j, weight] of list) {
      add(i, j, weight)
      if (!directed) add(j, i, weight)
    }
    const found = rows(graph).flatMap((row, i) => row.map(([j, weight]) => [`${i} ${j}`, weight] as const))
    const sorted = rows(graph).every(row => row.every(([j], k) => k === 0 || row[k - 1][0] < j))
    return sorted && found.length === pairs.size && found.every(([key, weight]) => pairs.get(key) === weight) && parallelLinks === list.length - graph.m
  }), { seed: 4, numRuns: 300 })
})

t.test('a network of k members gives each pair 1 / (k - 1); networks above the cap give nothing and are counted', async t => {
  const members = ['a', 'b', 'c', 'd']
  const snapshot = snapshotOf({ networks: [network('1'), network('2', 11), network('3')], memberships: [...members.map(each => membership(each, '1')), membership('a', '2'), membership('b', '2'), membership('c', '3')] })
  const here = project(snapshot, options())
  t.strictSame(rows(here.graph)[0], [[1, 1 / 3 + 1], [2, 1 / 3], [3, 1 / 3]])
  t.strictSame([...here.sharedNetworks.subarray(0, 3)], [2, 1, 1])
  t.match(here.report, { networks: 3, networksProjected: 2, networksWithOneMember: 1, networksAboveCap: 0, linksByLayer: { 'co-membership': 6 } })
  t.ok(Math.abs(rows(project(snapshot, options({ networkSizeBasis: 'in-source' })).graph)[0][0][1] - (1 / 3 + 1 / 10)) < 1e-15, 'members outside the store count where asked')
  t.match(project(snapshot, options({ networkSizeMax: 3 })).report, { networksProjected: 1, networksAboveCap: 1 })
})

t.test('layers of different units are brought to one scale, a single layer keeps its own', async t => {
  const links = [link('1', 'SUPPLIES', 'a', 'b', 1000), link('2', 'SUPPLIES', 'b', 'a', 500), link('3', 'COLLABORATES', 'a', 'c', 1)]
  t.strictSame(rows(project(snapshotOf({ links }), options({ layers: ['supply'] })).graph)[0], [[1, 1500]], 'both directions of a pair are summed')
  const both = project(snapshotOf({ links }), options())
  t.strictSame(rows(both.graph)[0], [[1, 1501], [2, 1501]], 'each layer weighs the same in all')
  t.strictSame([...both.layerBits.subarray(0, 2)], [1, 2])
  t.strictSame(rows(project(snapshotOf({}), options()).graph), [[], [], [], []], 'nothing to join')
})
