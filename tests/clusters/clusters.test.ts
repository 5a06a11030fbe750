/** Clusters from a partition: names, the five tests, what counts as one consortium, and places that do not overlap. */
import t from 'tap'
import { buildClusters, clusterMembers } from '../../services/clusters/build-clusters.ts'
import { buildClusterGraph } from '../../services/clusters/cluster-graph.ts'
import type { ClusterInput } from '../../services/clusters/cluster-input.ts'
import { discRadius, placeClusters, STAGE_HEIGHT, STAGE_WIDTH } from '../../services/clusters/layout/place-clusters.ts'
import { placeMembers } from '../../services/clusters/layout/place-members.ts'
import { NAME_Q_MAX, NAME_QUOTIENT_MIN, nameClusters } from '../../services/clusters/name-clusters.ts'
import type { Naming } from '../../services/clusters/name-clusters.ts'
import { specialisations } from '../../services/clusters/specialisation.ts'
import { TERM_SIZE_MIN } from '../../services/analysis/specialisation/term-evidence.ts'
import { EFFECTIVE_COUNTRIES_MIN, SPECIALISATION_COUNTRIES_MIN, SPECIALISATION_Q_MAX, STABILITY_MIN, testCluster } from '../../services/clusters/test-cluster.ts'
import { CLUSTER_SIZE_MIN } from '../../services/contract/cluster.ts'
import type { Specialisation } from '../../services/contract/cluster.ts'
import type { ProjectionOptions } from '../../services/contract/run.ts'
import { makeRun, toyId, toyRun } from '../support/loaded-run.ts'
import type { MadeRun } from '../support/loaded-run.ts'

const term = (code: string, more: Partial<Specialisation> = {}): Specialisation =>
  ({ code, members: 10, size: 20, networkMembers: 50, networkSize: 500, locationQuotient: 5, lower: 3, upper: 7, p: 0.001, q: 0.01, countries: 3, ...more })
const naming = (domains: Specialisation[], place: string | null = null, sectors: Specialisation[] = []): Naming => ({ domains, sectors, place })
const everything = (): boolean => true

t.test('names', async t => {
  const [plain, mixed, nothing] = nameClusters([naming([term('h2020:SC2')], null, [term('10')]), naming([term('h2020:SC5', { q: 0.2 })]), naming([])], everything)
  t.match(plain, { domain: 'h2020:SC2', sector: '10', mixed: false, qualifier: null })
  t.match(mixed, { domain: 'h2020:SC5', mixed: true }, 'nothing is surely more common: the largest domain')
  t.match(nothing, { domain: null, mixed: true })
  t.match(nameClusters([naming([term('x', { q: NAME_Q_MAX })]), naming([term('x', { locationQuotient: NAME_QUOTIENT_MIN - 0.01 })])], everything), [{ mixed: true }, { mixed: true }], 'both bounds hold')
  t.match(nameClusters([naming([term('h2020:MSCA', { q: 1e-9 }), term('h2020:SC1')])], code => code !== 'h2020:MSCA'), [{ domain: 'h2020:SC1' }], 'how work was funded names nothing')
  t.match(nameClusters([naming([term('s3:smart-health', { q: 1e-9 }), term('h2020:SC1')])], everything), [{ domain: 'h2020:SC1' }], 'programme parts say more than priorities')
})

t.test('namesakes are told apart by a second domain, or by a city', async t => {
  const names = nameClusters([naming([term('a'), term('b')]), naming([term('a'), term('b')]), naming([term('a'), term('b')], 'LINKÖPING'), naming([term('a')], 'Nowy Sącz'), naming([term('a')])], everything)
  t.strictSame(names.map(({ qualifier }) => qualifier), [null, 'b', 'Linköping', 'Nowy Sącz', null])
})

t.test('the five tests, each at its bound', async t => {
  const given = { size: CLUSTER_SIZE_MIN, effectiveCountries: EFFECTIVE_COUNTRIES_MIN, stability: STABILITY_MIN, domains: [term('a', { countries: SPECIALISATION_COUNTRIES_MIN })], isThematic: everything }
  t.match(testCluster(given), { verdict: 'cross-border specialisation cluster', tests: Array(5).fill({ passed: true }) })
  t.match(testCluster({ ...given, domains: [term('a', { lower: 2.6 })] }).tests[3], { test: 'specialisation', value: 2.6, domain: 'a' }, 'the lower end of the interval, and of which field')
  t.match(testCluster({ ...given, domains: [] }).tests[3], { value: null, passed: false, domain: null })
  t.match(testCluster({ ...given, stability: null }), { verdict: 'candidate, stability not measured yet', tests: { 2: { test: 'stability', value: null, passed: null } } }, 'what was not measured is not passed')
  const failing: Array<[string, object]> = [
    ['size', { size: CLUSTER_SIZE_MIN - 1 }], ['countries', { effectiveCountries: EFFECTIVE_COUNTRIES_MIN - 0.01 }], ['stability', { stability: STABILITY_MIN - 0.01 }],
    ['specialisation', { domains: [term('a', { q: SPECIALISATION_Q_MAX })] }], ['specialisation', { domains: [term('a', { lower: 1 })] }], ['specialisation', { isThematic: () => false }],
    ['specialisation-cross-border', { domains: [term('a', { countries: SPECIALISATION_COUNTRIES_MIN - 1 })] }]
  ]
  for (const [test, change] of failing) {
    const { verdict, tests } = testCluster({ ...given, ...change })
    t.equal(verdict, 'cluster', test)
    t.equal(tests.find(each => each.test === test)?.passed, false, test)
  }
  t.match(testCluster({ ...given, domains: [term('a', { q: 1e-9, countries: 1 }), term('b')] }).verdict, /cross-border/, 'a domain of two countries speaks before a surer one of one country')
})

t.test('a term of fewer than three organisations is not tested', async t => {
  const { loaded: { snapshot } } = toyRun()
  const members = Array.from(snapshot.ids.keys()).slice(0, 5)
  for (const each of specialisations(snapshot, snapshot.domains, [members])[0]) {
    t.equal(each.q === null, each.networkMembers < TERM_SIZE_MIN, each.code)
    const expected = each.networkMembers === 0 ? null : (each.members / 5) / (each.networkMembers / snapshot.ids.length)
    t.equal(each.locationQuotient, expected)
  }
})

const inputOf = ({ loaded }: MadeRun): ClusterInput => ({ run: loaded.run.id, snapshot: loaded.snapshot, projection: loaded.projection, community: loaded.community, stability: new Float64Array(2000).fill(NaN), stabilityWithLinksDropped: new Float64Array(2000).fill(NaN), scores: loaded.scores, projectionOptions: loaded.run.request.projection, thematicDomains: new Set(['h2020:SC1', 'h2020:SC2']) })

t.test('the profile of a toy cluster, added up by hand', async t => {
  const toy = toyRun()
  const [c1, c2, ...others] = buildClusters(inputOf(toy))
  t.strictSame(others, [], 'communities under five have no profile')
  t.match(c1, { code: 'C1', size: 5, links: 5, weightInside: 3.5, countries: [{ value: 'PL', count: 3 }, { value: 'LT', count: 2 }], singleNetwork: false, stability: null })
  t.ok(Math.abs(c1.effectiveCountries - 25 / 13) < 1e-15)
  t.strictSame(c1.bridges.map(({ organisation }) => organisation), ['a2', 'a1', 'a3'].map(toyId), 'a4 has a score, but nothing leads out of the cluster from it')
  t.equal(c1.crossBorderShare, 1 / 3.5, 'a1-a4 alone crosses')
  t.equal(c1.weightOutside, 0.5 + 0.5 + 1 + 2 + 1.5)
  t.match(c2, { links: 10, singleNetwork: true }, 'one network joins all of C2: a consortium')
  t.match(c1.neighbours, [{ cluster: 'C2', links: 5, weight: 5.5, sharedNetworks: 2 }])
})

t.test('networks count where the projection turned them into links', async t => {
  const { loaded } = toyRun()
  const shared = (options: Partial<ProjectionOptions>): number => buildClusterGraph(loaded.snapshot, loaded.projection, loaded.clusterOf, 2, { ...loaded.run.request.projection, ...options }).inside[0].sharedNetworks
  t.equal(shared({}), 3)
  t.equal(shared({ networkSizeMax: 2 }), 2, 'a1, a2 and a3 are three')
  t.equal(shared({ layers: ['supply'] }), 0, 'a layer that is not joined')
  loaded.snapshot.incidence.membersTotal[1] = 101
  t.equal(shared({ networkSizeBasis: 'in-source' }), 2, 'as many as the source says')
  t.equal(shared({ networkSizeBasis: 'in-store' }), 3)
})

t.test('members, isolates and small communities', async t => {
  const { clusterOf, members } = clusterMembers(Int32Array.from([0, 0, 1, 0, 1, 0, 0, 2]))
  t.strictSame(members, [[0, 1, 3, 5, 6]])
  t.strictSame([...clusterOf], [0, 0, -1, 0, -1, 0, 0, -1])
})

t.test('discs on the map do not overlap, for one cluster and for forty', async t => {
  for (const count of [0, 1, 2, 22, 40]) {
    const sizes = Array.from({ length: count }, (_, i) => Math.round(600 / (i + 1)) + 5)
    const ties = sizes.map((_, a) => new Map(sizes.flatMap((_, b) => a !== b && (a + b) % 3 === 0 ? [[b, { weight: 1 + (a * b) % 7, links: 1, crossing: 0, sharedNetworks: 0 }] as const] : [])))
    const { x, y } = placeClusters({ inside: [], outsideWeight: new Float64Array(count), ties, largestNetwork: new Int32Array(count) }, sizes)
    let overlaps = 0
    for (let a = 0; a < count; a++) {
      t.ok(Number.isFinite(x[a]) && Number.isFinite(y[a]))
      if (count <= 22) t.ok(Math.abs(x[a]) <= STAGE_WIDTH && Math.abs(y[a]) <= STAGE_HEIGHT, 'near the stage')
      for (let b = 0; b < a; b++) if (Math.hypot(x[a] - x[b], y[a] - y[b]) < discRadius(sizes[a]) + discRadius(sizes[b])) overlaps++
    }
    t.equal(overlaps, 0, `${count} clusters`)
  }
})

t.test('members have places of their own, the same each time', async t => {
  const { loaded } = makeRun({ organisations: Array.from({ length: 12 }, (_, i) => ({ id: toyId(`m${i}`), name: `M${i}`, country: 'PL' })), networks: { 'net-000000000001': Array.from({ length: 11 }, (_, i) => toyId(`m${i}`)) } })
  const list = Array.from(loaded.snapshot.ids.keys())
  const { x, y } = placeMembers(loaded.projection.graph, list)
  t.strictSame(placeMembers(loaded.projection.graph, list), { x, y })
  t.equal(new Set(list.map((_, i) => `${x[i].toFixed(3)} ${y[i].toFixed(3)}`)).size, list.length)
})
