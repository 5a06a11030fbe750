/**
 * A completed run made by hand: the slow and obvious way from a list of organisations, links and networks to the arrays
 * that views read. Weights of all layers are summed; a network of k members gives each pair 1 / (k - 1).
 */
import type { Cluster } from '../../services/contract/cluster.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import type { Measure, Run } from '../../services/contract/run.ts'
import { MEASURES, RunRequest } from '../../services/contract/run.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import type { Coded, Csr, MultiCoded } from '../../services/snapshot/snapshot.ts'

export type GivenOrganisation = Pick<Organisation, 'id' | 'name' | 'country'> & Partial<Organisation>
export interface GivenRun {
  organisations: GivenOrganisation[]
  /** Members by network id. */
  networks?: Record<string, string[]>
  /** Domains by network id. */
  networkDomains?: Record<string, string[]>
  /** seller, buyer, weight */
  supply?: Array<[string, string, number]>
  collaboration?: Array<[string, string, number]>
  /** Members by cluster code, C1 first. */
  clusters?: Record<string, string[]>
  /** Members of communities too small to be clusters. */
  smallerGroups?: string[][]
  scores?: Partial<Record<Measure, Record<string, number>>>
  /** Parts of a cluster's profile, by code. */
  profiles?: Record<string, Partial<Cluster>>
  places?: Record<string, [x: number, y: number]>
  request?: Partial<RunRequest>
}

export interface MadeRun { loaded: LoadedRun, organisations: Map<string, Organisation>, lookup: (ids: string[]) => Promise<Organisation[]> }

export const organisationOf = (given: GivenOrganisation): Organisation => ({
  aliases: [], kind: 'company', sizeClass: null, region: null, city: null, coordinates: null, sectors: [], domains: [], identifiers: [], website: null,
  source: 'test', updatedAt: '2026-01-01T00:00:00.000Z', ...given
})

export function makeRun (given: GivenRun): MadeRun {
  const organisations = given.organisations.map(organisationOf).sort((a, b) => a.id < b.id ? -1 : 1)
  const ids = organisations.map(({ id }) => id)
  const at = (id: string) => {
    const i = ids.indexOf(id)
    if (i < 0) throw new Error(`${id} is not among the organisations of this test`)
    return i
  }
  const networks = Object.entries(given.networks ?? {}).map(([id, members]) => ({ id, members: members.map(at).sort((a, b) => a - b) })).sort((a, b) => a.id < b.id ? -1 : 1)
  const supply = (given.supply ?? []).map(([source, target, weight]) => [at(source), at(target), weight] as const)
  const collaboration = (given.collaboration ?? []).map(([source, target, weight]) => [at(source), at(target), weight] as const)
  const request = RunRequest.parse(given.request ?? {})

  const links = new Map<string, { weight: number, shared: number, bits: number }>()
  const link = (i: number, j: number, weight: number, bit: number) => {
    const key = `${Math.min(i, j)} ${Math.max(i, j)}`
    const known = links.get(key) ?? { weight: 0, shared: 0, bits: 0 }
    links.set(key, { weight: known.weight + weight, shared: known.shared + (bit === 4 ? 1 : 0), bits: known.bits | bit })
  }
  for (const [i, j, weight] of supply) link(i, j, weight, 1)
  for (const [i, j, weight] of collaboration) link(i, j, weight, 2)
  const projected = networks.filter(({ members }) => members.length >= 2 && members.length <= request.projection.networkSizeMax)
  for (const { members } of projected) for (const i of members) for (const j of members) if (i < j) link(i, j, 1 / (members.length - 1), 4)
  const both = [...links].flatMap(([key, { weight, shared, bits }]) => {
    const [i, j] = key.split(' ').map(Number)
    return [{ i, j, weight, shared, bits }, { i: j, j: i, weight, shared, bits }]
  })
  const { csr: graph, order } = toCsr(ids.length, both, false)
  const degree = ids.map((_, i) => graph.offsets[i + 1] - graph.offsets[i])
  const strength = ids.map((_, i) => graph.weights.subarray(graph.offsets[i], graph.offsets[i + 1]).reduce((sum, weight) => sum + weight, 0))

  const clusterOf = new Int32Array(ids.length).fill(-1)
  const community = Int32Array.from(ids, (_, i) => 1000 + i)
  const codes = Object.keys(given.clusters ?? {})
  codes.forEach((code, k) => given.clusters![code].forEach(id => { clusterOf[at(id)] = community[at(id)] = k }))
  for (const [k, group] of (given.smallerGroups ?? []).entries()) for (const id of group) community[at(id)] = codes.length + k

  const offsets = Int32Array.from([0, ...networks.map((_, k) => networks.slice(0, k + 1).reduce((sum, { members }) => sum + members.length, 0))])
  const scores = Object.fromEntries(MEASURES.map(measure => [measure, Float64Array.from(ids, (id, i) => {
    if (measure === 'degree') return degree[i]
    if (measure === 'strength') return strength[i]
    return given.scores?.[measure]?.[id] ?? NaN
  })])) as Record<Measure, Float64Array>

  const run: Run = {
    id: 'run-000000000001', request, status: 'completed', revision: 7, softwareVersion: '0.1.0', requestedAt: '2026-01-02T03:04:05.000Z',
    startedAt: '2026-01-02T03:04:05.000Z', finishedAt: '2026-01-02T03:04:06.000Z', durationMs: 1000, inputHash: 'f'.repeat(64), metrics: null, measured: null, problem: null
  }
  const loaded: LoadedRun = {
    run,
    snapshot: {
      revision: 7, hash: 'f'.repeat(64), ids,
      country: toCoded(organisations.map(({ country }) => country)), region: toCoded(organisations.map(({ region }) => region?.code ?? null)),
      kind: toCoded(organisations.map(({ kind }) => kind)), sizeClass: toCoded(organisations.map(({ sizeClass }) => sizeClass)), city: toCoded(organisations.map(({ city }) => city)),
      domains: toMultiCoded(organisations.map(({ domains }) => domains)), sectors: toMultiCoded(organisations.map(({ sectors }) => sectors)),
      latitude: new Float64Array(ids.length).fill(NaN), longitude: new Float64Array(ids.length).fill(NaN), internalVolume: new Float64Array(ids.length),
      supply: toCsr(ids.length, supply.map(([i, j, weight]) => ({ i, j, weight })), true).csr,
      collaboration: toCsr(ids.length, collaboration.flatMap(([i, j, weight]) => [{ i, j, weight }, { i: j, j: i, weight }]), false).csr,
      incidence: { networks: networks.map(({ id }) => id), offsets, members: Int32Array.from(networks.flatMap(({ members }) => members)), membersTotal: new Int32Array(networks.length).fill(-1) },
      networkDomains: toMultiCoded(networks.map(({ id }) => given.networkDomains?.[id] ?? [])),
      report: { selfLoops: 0, zeroWeightLinks: 0, parallelLinks: 0, otherLinks: {} }
    },
    projection: {
      graph, sharedNetworks: Int32Array.from(order, ({ shared }) => shared), layerBits: Uint8Array.from(order, ({ bits }) => bits), scales: {},
      report: { linksByLayer: {}, networks: networks.length, networksProjected: projected.length, networksAboveCap: 0, networksWithOneMember: 0 }
    },
    clusters: codes.map((code, k) => clusterOfRun(run.id, code, k, given.clusters![code].length, given.profiles?.[code] ?? {})),
    community, clusterOf, scores,
    x: Float32Array.from(ids, id => given.places?.[id]?.[0] ?? 0), y: Float32Array.from(ids, id => given.places?.[id]?.[1] ?? 0)
  }
  const byId = new Map(organisations.map(organisation => [organisation.id, organisation]))
  return { loaded, organisations: byId, lookup: async wanted => wanted.flatMap(id => byId.get(id) ?? []) }
}

const clusterOfRun = (run: string, code: string, community: number, size: number, profile: Partial<Cluster>): Cluster => ({
  id: `${run}-${code}`, run, code, community, name: { domain: null, sector: null, qualifier: null, qualifierKind: null, mixed: false }, size, links: 0, weightInside: 0, weightOutside: 0,
  sharedNetworks: 0, singleNetwork: false, countries: [], effectiveCountries: 1, regions: [], kinds: [], domains: [], sectors: [],
  crossBorderShare: null, crossBorderShareExpected: null, crossBorderRatio: null, eiIndex: null, countryPairs: [], stability: null, stabilityWithLinksDropped: null, tests: [], verdict: 'cluster',
  bridges: [], neighbours: [], x: community * 10, y: -community * 10, ...profile
})

function toCsr<Given extends { i: number, j: number, weight: number }> (n: number, links: Given[], directed: boolean): { csr: Csr, order: Given[] } {
  const order = [...links].sort((a, b) => a.i - b.i || a.j - b.j)
  const offsets = Int32Array.from({ length: n + 1 }, (_, i) => order.filter(link => link.i < i).length)
  return { order, csr: { directed, n, m: directed ? order.length : order.length / 2, offsets, targets: Int32Array.from(order, ({ j }) => j), weights: Float64Array.from(order, ({ weight }) => weight) } }
}

function toCoded (words: Array<string | null>): Coded {
  const values = [...new Set(words.filter(word => word !== null))].sort()
  return { values, codes: Int32Array.from(words, word => word === null ? -1 : values.indexOf(word)) }
}

function toMultiCoded (lists: string[][]): MultiCoded {
  const values = [...new Set(lists.flat())].sort()
  const offsets = Int32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).reduce((sum, list) => sum + list.length, 0))])
  return { values, offsets, codes: Int32Array.from(lists.flat(), word => values.indexOf(word)) }
}

/** Short name to id: a1 -> org-0000000000a1. */
export const toyId = (short: string): string => `org-${short.padStart(12, '0')}`
const members = (...shorts: string[]): string[] => shorts.map(toyId)
const pair = (a: string, b: string, weight: number): [string, string, number] => [toyId(a), toyId(b), weight]

/**
 * Two countries, two clusters, a pair and an isolate; the numbers the tests expect were added up by hand.
 *
 *   C1  a1 a2 a3 (PL) a4 a5 (LT)   inside: a1-a2 a1-a3 a2-a3 at 1/2, a1-a4 a4-a5 at 1                               5 links, 3.5
 *   C2  b1 (PL) b2 b3 b4 b5 (LT)   inside: ten pairs at 1/4; b1-b2 has 1/2 more, b4-b5 has 3 more                  10 links, 6
 *   between  a1-b1 a1-b2 at 1/2, a3-b3 at 1, a2 sells b2 for 2, a5-b5 at 1.5                                        5 links, 5.5; 3.5 across the border; two networks
 *   g1 (PL) - g2 (LT) at 1; z (PL) alone
 */
export const toyRun = (): MadeRun => makeRun({
  organisations: [
    { id: toyId('a1'), name: 'Alfa', country: 'PL', city: 'Gdańsk', kind: 'university', domains: ['h2020:SC2'], region: { code: 'PL633', vintage: '2024', precision: 'exact' } },
    { id: toyId('a2'), name: 'Beta', country: 'PL', city: 'Gdynia', sectors: ['10.1'], sizeClass: 'small' },
    { id: toyId('a3'), name: 'PIC 997989351', country: 'PL', identifiers: [{ scheme: 'pic', value: '997989351' }] },
    { id: toyId('a4'), name: 'Delta', country: 'LT', city: 'Vilnius', domains: ['h2020:SC1', 'h2020:SC2'] },
    { id: toyId('a5'), name: 'Epsilon', country: 'LT', city: 'Kaunas', sectors: ['72'] },
    { id: toyId('b1'), name: 'Jota', country: 'PL', kind: 'university', domains: ['h2020:SC1'] },
    { id: toyId('b2'), name: 'Kappa', country: 'LT', sizeClass: 'large' },
    { id: toyId('b3'), name: 'Lambda', country: 'LT' },
    { id: toyId('b4'), name: 'Mi', country: 'LT', kind: 'ngo' },
    { id: toyId('b5'), name: 'Ni', country: 'LT' },
    { id: toyId('g1'), name: 'Omega', country: 'PL' },
    { id: toyId('g2'), name: 'Psi', country: 'LT' },
    { id: toyId('z'), name: 'Zeta', country: 'PL' }
  ],
  networks: {
    'net-000000000001': members('a1', 'a2', 'a3'),
    'net-000000000002': members('a1', 'a4'),
    'net-000000000003': members('a4', 'a5'),
    'net-000000000004': members('b1', 'b2', 'b3', 'b4', 'b5'),
    'net-000000000005': members('a1', 'b1', 'b2'),
    'net-000000000006': members('g1', 'g2'),
    'net-000000000007': members('a3', 'b3')
  },
  supply: [pair('a2', 'b2', 2), pair('b5', 'b4', 3)],
  collaboration: [pair('a5', 'b5', 1.5)],
  clusters: { C1: members('a1', 'a2', 'a3', 'a4', 'a5'), C2: members('b1', 'b2', 'b3', 'b4', 'b5') },
  smallerGroups: [members('g1', 'g2')],
  profiles: { C1: { crossBorderShare: 0.5, crossBorderShareExpected: 0.4, x: -100, y: 20, name: { domain: 'h2020:SC2', sector: null, qualifier: null, qualifierKind: null, mixed: false } }, C2: { x: 300, y: 20 } },
  scores: {
    crossBorderBetweenness: Object.fromEntries([['a1', 10], ['a2', 20], ['a3', 5], ['a4', 5], ['a5', 0], ['b1', 0], ['b2', 7], ['b3', 5], ['b4', 0], ['b5', 1], ['g1', 0], ['g2', 0]].map(([short, value]) => [toyId(String(short)), Number(value)])),
    bridgeScore: Object.fromEntries([['a1', 80], ['a2', 90], ['a3', 40], ['a4', 40], ['a5', 0], ['b1', 0], ['b2', 70], ['b3', 40], ['b4', 0], ['b5', 10], ['g1', 0], ['g2', 0]].map(([short, value]) => [toyId(String(short)), Number(value)])),
    cutOff: Object.fromEntries(['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'b3', 'b4', 'b5', 'g1', 'g2', 'z'].map(short => [toyId(short), 0]))
  }
})
