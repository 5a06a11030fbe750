/** Runs on the network of an input-output table: what they find, that nothing of organisations is touched, and what they refuse. */
import t from 'tap'
import type { Test } from 'tap'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ZodError } from 'zod'
import { listAlgorithms } from '../../services/analysis/registry.ts'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { RunRequest, tableNetworkOf } from '../../services/contract/run.ts'
import type { Run } from '../../services/contract/run.ts'
import { idFor } from '../../services/ids.ts'
import { lookUpTables } from '../../services/kept-tables/keep-tables.ts'
import { countryOfTable } from '../../services/reference/country-of-table.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { createRunService } from '../../services/runs/create-run-service.ts'
import { SnapshotGone } from '../../services/runs/run-service.ts'
import type { LoadedRun, RunService } from '../../services/runs/run-service.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { leather } from '../value-chains/example-tables.ts'
import { CHAINS, keepTable, plantedTable } from '../support/keep-table.ts'
import { openTestStore } from '../support/open-test-store.ts'

interface Opened { store: GraphStore, runs: RunService, again: () => RunService, planted: string, tables: string, snapshots: string }

let made = 0
async function openRuns (t: Test): Promise<Opened> {
  const store = await openTestStore(t)
  const tables = join(t.testdirName, 'tables')
  const snapshots = join(t.testdirName, 'snapshots')
  const planted = await keepTable(store, tables, plantedTable())
  const open = (): RunService => {
    const runs = createRunService({
      store, snapshotFolder: snapshots, softwareVersion: '0.0.0-test', clock: () => new Date('2026-03-01T12:00:00.000Z'), newId: () => idFor('run', String(made++)), thematicDomains: ['s3:bioeconomy'],
      tables: { ...lookUpTables(store, tables), country: countryOfTable(loadReference()) }
    })
    t.teardown(() => runs.close())
    return runs
  }
  return { store, runs: open(), again: open, planted, tables, snapshots }
}
const perform = async (runs: RunService, request: object): Promise<Run> => await runs.wait((await runs.start(RunRequest.parse(request))).id)
const load = async (runs: RunService, { id }: Run): Promise<LoadedRun> => await runs.load(id) as LoadedRun
/** Names by cluster, in order. */
const communities = ({ snapshot, clusterOf, clusters }: LoadedRun): string[][] => clusters.map((_, c) => (snapshot.names ?? []).filter((_, i) => clusterOf[i] === c).sort())
const NONE = { backbone: { rule: 'all' } } as const

t.test('communities are the planted chains across borders, and countries where links at home count', async t => {
  const { runs, planted } = await openRuns(t)
  const run = await perform(runs, { network: { table: planted, ...NONE } })
  t.match(run, { status: 'completed', problem: null, revision: 0, request: { network: { table: planted, level: 'countrySector', links: 'valueAddedInExports', domestic: false } } })
  const loaded = await load(runs, run)
  const chains = Array.from({ length: CHAINS }, (_, k) => ['Poland', 'Germany', 'Czechia', 'Sweden', 'ROW'].flatMap(country => [`${country}: Material ${k}`, `${country}: Product ${k}`]).sort())
  t.strictSame(communities(loaded).sort(), chains.sort())
  t.match(run.metrics, { crossBorderClusters: null, shuffledNetworks: null, crossBorderShare: 1, organisations: 30 })
  for (const cluster of loaded.clusters) {
    t.ok(Math.abs(cluster.effectiveCountries - 5) < 1e-9)
    t.match(cluster, { size: 10, verdict: 'cluster', name: { qualifierKind: 'member', mixed: false } })
    t.ok(communities(loaded)[cluster.community]?.includes(String(cluster.name.qualifier)), 'named after one of its members')
    t.strictSame(cluster.tests.map(({ test }) => test), ['size', 'countries', 'stability'], 'country-sectors have no fields to be specialised in')
    t.strictSame(cluster.sectors.slice(0, 2).map(({ members, networkMembers }) => [members, networkMembers]), [[5, 5], [5, 5]])
    t.ok(cluster.bridges.every(({ name }) => name !== null))
  }
  const network = tableNetworkOf(run)
  t.match(network, { title: 'Planted chains', year: 2020, unit: 'million USD', countries: [{ code: 'PL', name: 'Poland' }, { code: 'DE' }, { code: 'CZ' }, { code: 'SE' }, { code: 'X-ROW', name: 'ROW' }] })
  t.strictSame(network?.report.links, { found: 30 * 24, kept: 30 * 24 })

  const home = await load(runs, await perform(runs, { network: { table: planted, domestic: true, ...NONE } }))
  t.strictSame(communities(home).map(list => new Set(list.map(name => name.split(':')[0])).size), [1, 1, 1, 1, 1])
})

t.test('the supply layer is value added from who gives to who takes: measures with a direction run on it', async t => {
  const { store, runs, tables } = await openRuns(t)
  const table = await keepTable(store, tables, leather())
  const run = await perform(runs, { algorithm: 'hits', network: { table, level: 'country', ...NONE } })
  t.match(run, { status: 'completed', problem: null, measured: { organisations: 3, links: 6, network: { report: { links: { kept: 6 } } } } })
  const values = await runs.loadValues(run.id)
  const of = (column: string): Record<string, number> => {
    const all = Array.from(values!.scores[column]!)
    return Object.fromEntries(all.map((value, i) => [values!.snapshot.names![i]!, value / Math.hypot(...all)]))
  }
  // leather.ref_country_VA_network.csv, made with numpy.
  for (const [name, hub, authority] of [['Argentina', 0.541554297935343, 0.162918994128137], ['Turkey', 0.827503003068155, 0.232489758447796], ['Germany', 0.14818138311186, 0.95885656569122]] as const) {
    t.ok(Math.abs(of('hub')[name]! - hub) < 1e-6, `hub ${name}`)
    t.ok(Math.abs(of('authority')[name]! - authority) < 1e-6, `authority ${name}`)
  }
  t.strictSame(Array.from(new Set(values!.snapshot.country.values)).sort(), ['AR', 'DE', 'X-TURKEY'], 'a name that is not of the reference is told as no country')
  const rank = await runs.loadValues((await perform(runs, { algorithm: 'pagerank', options: { tolerance: 1e-12 }, network: { table, level: 'country', ...NONE } })).id)
  for (const [name, value] of [['Argentina', 0.216476027340944], ['Turkey', 0.360589022230708], ['Germany', 0.422934950428348]] as const) t.ok(Math.abs(rank!.scores.pagerank![rank!.snapshot.names!.indexOf(name)]! - value) < 1e-9, `PageRank of ${name}`)
})

t.test('every algorithm that a table has all for runs on one', async t => {
  const { runs, planted } = await openRuns(t)
  const able = listAlgorithms().filter(({ gives, needs }) => gives !== null && !needs.memberships && !needs.coordinates)
  t.ok(able.length > 40)
  for (const { name } of able) t.match(await perform(runs, { algorithm: name, group: 'sector', terms: 'sectors', network: { table: planted } }), { status: 'completed', problem: null }, name)
})

t.test('the network of organisations does not know of it', async t => {
  const { store, runs, planted } = await openRuns(t)
  t.equal(await runs.latest(), null)
  await perform(runs, { network: { table: planted } })
  t.equal(await runs.latest(), null, 'no run of organisations yet')
  await loadValueChains(store, generateValueChains({ seed: 7, clusters: 3, firmsPerCluster: 24 }))
  const firms = await perform(runs, {})
  const before = { latest: await runs.latest(), revision: await store.revision(), counts: await store.counts() }
  const run = await perform(runs, { network: { table: planted } })
  t.equal(run.status, 'completed')
  t.strictSame({ latest: await runs.latest(), revision: await store.revision(), counts: await store.counts() }, before)
  t.equal((await runs.latest())?.id, firms.id)
  t.strictSame(await store.getOrganisations((await load(runs, run)).snapshot.ids), [])
  t.equal((await perform(runs, {})).inputHash, firms.inputHash, 'the same input as before')
})

t.test('a run is the same every time, is drawn after the data has changed, and is made again of its table', async t => {
  const { store, runs, again, planted, tables, snapshots } = await openRuns(t)
  const request = { network: { table: planted } }
  const [one, other] = [await perform(runs, request), await perform(runs, { network: { table: planted.slice(0, 8) } })]
  t.equal(other.request.network?.table, planted, 'a stored run names the whole hash')
  t.equal(one.inputHash, other.inputHash)
  const content = ({ community, scores, x, y }: LoadedRun): unknown => ({ community, scores, x, y })
  t.strictSame(content(await load(runs, one)), content(await load(runs, other)))
  await loadValueChains(store, generateValueChains({ seed: 7, clusters: 3, firmsPerCluster: 24 }))
  await perform(runs, {})
  t.strictSame(content(await load(again(), one)), content(await load(runs, one)), 'from its file')
  rmSync(snapshots, { recursive: true })
  t.strictSame(content(await load(again(), one)), content(await load(runs, one)), 'from its table')
  rmSync(snapshots, { recursive: true })
  rmSync(tables, { recursive: true })
  await t.rejects(again().load(one.id), SnapshotGone)
  await store.deleteTable(planted)
  await t.rejects(again().load(one.id), SnapshotGone)
})

t.test('clusters of one year are carried over to another table, and compared by the same ids', async t => {
  const { store, runs, planted, tables } = await openRuns(t)
  const later = await keepTable(store, tables, plantedTable(1.1))
  t.not(later, planted)
  const first = await perform(runs, { network: { table: planted, ...NONE } })
  const second = await perform(runs, { network: { table: later, ...NONE }, startFrom: first.id })
  t.match(second, { status: 'completed', problem: null, metrics: { repeats: 0 } })
  const [before, after] = [await load(runs, first), await load(runs, second)]
  t.strictSame(after.snapshot.ids, before.snapshot.ids)
  t.strictSame(communities(after).sort(), communities(before).sort())
})

t.test('what a table has not, and what another kind of run has, is refused with its field', async t => {
  const { store, runs, planted } = await openRuns(t)
  await loadValueChains(store, generateValueChains({ seed: 7, clusters: 3, firmsPerCluster: 24 }))
  const firms = await perform(runs, {})
  const chains = await perform(runs, { network: { table: planted } })
  const network = { table: planted }
  const refused = async (request: object): Promise<string> => await runs.start(RunRequest.parse(request)).then(() => 'accepted', (error: ZodError) => error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join())
  t.match(await refused({ network: { table: 'f'.repeat(64) } }), /^network.table: .*is not a kept table/)
  t.match(await refused({ network, projection: { layers: ['co-membership'] } }), /^projection.layers: /)
  t.match(await refused({ network, algorithm: 'coMembership' }), /^algorithm: .*networks with members/)
  t.match(await refused({ network, algorithm: 'geographicLayout' }), /^algorithm: .*places/)
  t.match(await refused({ network, algorithm: 'assortativity', group: 'kind' }), /^group: /)
  t.match(await refused({ network, options: { shuffledNetworks: 5 } }), /^options.shuffledNetworks: /)
  t.match(await refused({ network, startFrom: firms.id }), /^startFrom: .*is of organisations, and what is asked for of country-sectors/)
  t.match(await refused({ network: { ...network, level: 'country' }, startFrom: chains.id }), /^startFrom: .*is of country-sectors/)
  t.match(await refused({ startFrom: chains.id }), /^startFrom: .*is of country-sectors of a table, and what is asked for of organisations/)
  t.match(await refused({ algorithm: 'assortativity', group: 'cluster', groupsFrom: chains.id }), /^groupsFrom: /)
  t.match(await refused({ network, algorithm: 'pagerank', options: { start: [firms.id.replace('run', 'org')] } }), /^options.start: /)
  t.throws(() => RunRequest.parse({ network: { table: planted, backbone: { rule: 'disparity', alpha: 2 } } }))
})

t.test('a table whose values are gone or damaged fails the run in words', async t => {
  const { runs, planted, tables } = await openRuns(t)
  rmSync(tables, { recursive: true })
  const run = await perform(runs, { network: { table: planted } })
  t.equal(run.status, 'failed')
  t.match(run.problem, /no longer kept; import it again/)
})

t.test('an estimate counts the matrices of the table and the links it can have at most', async t => {
  const { runs, planted } = await openRuns(t)
  t.match(await runs.estimate(RunRequest.parse({ network: { table: planted } })), { organisations: 30, links: 870 })
})
