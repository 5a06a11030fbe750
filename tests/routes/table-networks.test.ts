/** A run on the network of a table over HTTP: its own pages and files, by its id alone, and nothing of it where organisations are meant. */
import t from 'tap'
import type { Test } from 'tap'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import Graph from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import type { ValueChains } from '../../seeds/synthetic/value-chains.ts'
import { leather } from '../value-chains/example-tables.ts'
import { buildAnalysedService, buildService } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'
import { CHAINS, keepTable, plantedTable } from '../support/keep-table.ts'

const ALL = { backbone: { rule: 'all' } }

async function start ({ call, runs }: BuiltService, body: object): Promise<string> {
  const { status, body: run, text } = await call('POST', '/api/v1/runs', body)
  if (status !== 202) throw new Error(text)
  return (await runs.wait(run.id)).id
}

interface Analysed extends BuiltService { planted: string, of: string, run: { id: string }, chains: ValueChains }
/** With firms, a run of them, and a run on the planted table (`of`: its id). */
async function analysed (t: Test): Promise<Analysed> {
  const service = await buildAnalysedService(t)
  const planted = await keepTable(service.store, join(service.dataDir, 'tables'), plantedTable())
  return { ...service, planted, of: await start(service, { network: { table: planted, ...ALL } }) }
}

t.test('pictures, lists and profiles of a run on a table', async t => {
  const { call, of } = await analysed(t)
  const get = async (path: string): Promise<any> => {
    const { status, body, text } = await call('GET', `/api/v1${path}`)
    t.equal(status, 200, `${path}: ${status === 200 ? '' : text.slice(0, 300)}`)
    return body
  }
  t.match((await get(`/runs/${of}`)).metrics.network, { title: 'Planted chains', unit: 'million USD', report: { links: { found: 720, kept: 720 } } })
  const map = await get(`/graphs/clusters?run=${of}`)
  t.match(map, { level: 'clusters', revision: 0, attribution: ['Planted chains: made up'] })
  t.strictSame(map.nodes.map(({ size }: { size: number }) => size), [10, 10, 10])
  t.strictSame((await get(`/graphs/clusters?run=${of}&country=X-ROW`)).nodes.map(({ size }: { size: number }) => size), [2, 2, 2])

  const inside = await get(`/graphs/clusters/C1?run=${of}`)
  t.equal(inside.nodes.length, 10)
  const chain = inside.nodes[0].name.slice(-1)
  t.ok(inside.nodes.every(({ name, named, country, city }: any) => name.endsWith(chain) && named && country !== '' && city === null), 'of one chain, by name')
  const giver = inside.nodes.find(({ name }: any) => name === `Poland: Material ${chain}`)
  const taker = inside.nodes.find(({ name }: any) => name === `Germany: Product ${chain}`)
  t.match(giver.id, /^vcn-/)
  const around = await get(`/graphs/organisations/${giver.id}?run=${of}`)
  t.equal(around.nodes.length, 25, 'itself and every node abroad')

  const rows = await get(`/runs/${of}/results?sort=strength&limit=500`)
  t.equal(rows.total, 30)
  t.match(rows.items[0], { organisation: { name: /: (Material|Product) \d/ }, cluster: /^C/ })
  const profile = await get(`/organisations/${giver.id}/profile?run=${of}`)
  t.match(profile, { organisation: { name: `Poland: Material ${chain}`, country: 'PL', sectors: [`M${chain}`], source: 'Planted chains' }, partnersTotal: 24, networksTotal: 0, networks: [] })
  t.ok(profile.partners.slice(0, 4).every(({ name }: any) => name.endsWith(`Product ${chain}`)))

  const evidence = await get(`/links/evidence?run=${of}&source=${giver.id}&target=${taker.id}`)
  t.strictSame(evidence.networks, [])
  t.strictSame(evidence.links.map(({ kind, product }: any) => [kind, product]), [['SUPPLIES', 'valueAddedInExports'], ['SUPPLIES', 'valueAddedInExports']])
  t.ok(Math.abs(evidence.links[0].weight + evidence.links[1].weight - evidence.weight) < 1e-9, 'the two directions make the link')

  t.equal((await get(`/runs/${of}/facets`)).country.find(({ value }: any) => value === 'X-ROW').count, 6)
  t.equal((await get(`/runs/${of}/clusters`)).items.length, CHAINS)
  const cluster = await get(`/runs/${of}/clusters/C1`)
  t.ok(cluster.bridges.every(({ name }: any) => / (Material|Product) /.test(name)))
  const bridges = await get(`/runs/${of}/bridges?limit=5`)
  t.ok(bridges.items.length > 0 && bridges.items.every(({ name, named }: any) => named && name.includes(': ')))
  const between = await get(`/runs/${of}/bridges?a=cluster:C1&b=cluster:C2`)
  t.ok(between.total > 0)
  t.match(await get(`/runs/${of}/pair?a=country:PL&b=country:X-ROW`), { a: { organisations: 6 }, b: { organisations: 6 } })
  const reasons = await get(`/runs/${of}/bridges/${between.items[0].organisation}?a=cluster:C1&b=cluster:C2`)
  t.match(reasons.evidence, { networksTotal: 0, links: [{ kind: 'SUPPLIES', dataSource: 'Planted chains' }] })
  t.ok((await get(`/runs/${of}/bridges/${between.items[0].organisation}/removal?a=cluster:C1&b=cluster:C2`)).organisation !== '')
  t.ok((await get(`/runs/${of}/pair/picture?a=cluster:C1&b=cluster:C2`)).drawn !== undefined)
})

t.test('files hold country-sectors and amounts, name the table, and nobody whose data it is not', async t => {
  const { call, of, planted } = await analysed(t)
  const file = async (path: string): Promise<string> => {
    const { status, text } = await call('GET', `/api/v1/exports/${path}${path.includes('?') ? '&' : '?'}run=${of}`)
    t.equal(status, 200, path)
    return text
  }
  const inside = (await call('GET', `/api/v1/graphs/clusters/C1?run=${of}&edgesMax=10000`)).body
  const amount = inside.edges[0].weight
  for (const [format, read] of [['gexf', parseGexf], ['graphml', parseGraphml]] as const) {
    const text = await file(`clusters/C1?format=${format}&edgesMax=10000`)
    const graph = read(Graph, text)
    t.strictSame(graph.nodes(), inside.nodes.map(({ id }: any) => id))
    t.strictSame(graph.nodes().map(node => graph.getNodeAttribute(node, 'label')), inside.nodes.map(({ name }: any) => name))
    t.ok(graph.edges().some(edge => graph.getEdgeAttribute(edge, 'weight') === amount))
    t.match(text, `table: ${planted}`)
    t.match(text, 'unit: million USD')
    t.match(text, '720 of 720 links, with 100.0 % of their amount')
    t.match(text, '10 of 10 country-sectors that pass the filter')
    t.notMatch(text, /recorded links only|synthetic data|revision:/)
    t.equal(read(Graph, await file(`organisations-network?format=${format}`)).order, 30)
  }
  const rows: Array<Record<string, string>> = parse(await file('results'), { columns: true })
  t.equal(rows.length, 30)
  t.match(rows[0]?.about, `table: ${planted}`)
  t.ok(rows.every(({ name }) => /: (Material|Product) \d/.test(String(name))))
  t.equal((parse(await file('clusters/C1?format=csv')) as string[][]).length, 11)
  t.equal(JSON.parse(await file('results?format=json')).rows.length, 30)
  t.match(await file('cluster-list'), 'Around ')
  t.match(await file('bridges'), /: (Material|Product) \d/)
  const zipped = await call('GET', `/api/v1/exports/organisations-network?run=${of}&format=vosviewer`)
  t.equal(zipped.status, 200)
})

t.test('where organisations are meant, it is not there', async t => {
  const service = await analysed(t)
  const { call, of, run, chains } = service
  const status = (await call('GET', '/api/v1/status')).body
  t.match(status, { latestRun: { id: run.id }, outdated: false })
  t.equal((await call('GET', '/api/v1/graphs/clusters')).body.run, run.id)
  t.equal((await call('GET', '/api/v1/search?q=Material')).body.items.length, 0)
  t.equal((await call('GET', '/api/v1/organisations?limit=1')).body.total, chains.organisations.length)
  const logged = (await call('GET', '/api/v1/rankings')).body.total
  await call('GET', `/api/v1/runs/${of}/bridges`)
  t.equal((await call('GET', '/api/v1/rankings')).body.total, logged, 'no ranking of country-sectors is logged')
  const [one, other] = chains.organisations.map(({ id }) => id)
  for (const path of [
    `/runs/${of}/organisations/${one}/partners`, `/runs/${of}/introduction-routes?from=${one}&to=${other}`, `/runs/${of}/what-if/link?source=${one}&target=${other}`, `/reports?run=${of}&countries=PL`, `/exports/organisations?run=${of}`,
    `/exports/partners?run=${of}&organisation=${one}`, `/introductions/brief?from=${one}&to=${other}&run=${of}`, `/introductions/effect?run=${of}`, `/runs/${of}/changes?since=${run.id}`, `/runs/${run.id}/changes?since=${of}`
  ]) {
    const { status, body } = await call('GET', `/api/v1${path}`)
    t.match({ status, code: body.code }, { status: 409, code: 'RUN_OF_ANOTHER_KIND' }, path)
  }
  const unknown = await call('GET', `/api/v1/organisations/${one}/profile?run=${of}`)
  t.match(unknown, { status: 404, body: { code: 'NOT_FOUND' } })
  t.match(unknown.body.detail, 'which analysed the network of table')
  t.equal((await call('GET', `/api/v1/organisations/vcn-000000000000/profile?run=${of}`)).status, 404)
})

t.test('two runs on tables are compared, and tables of a measure name their nodes', async t => {
  const service = await analysed(t)
  const { call, of, planted, store, dataDir } = service
  const later = await keepTable(store, join(dataDir, 'tables'), plantedTable(1.1))
  const second = await start(service, { network: { table: later, ...ALL }, startFrom: of })
  const { status, body } = await call('GET', `/api/v1/runs/${second}/changes?since=${of}`)
  t.equal(status, 200)
  t.strictSame(body.changes.map(({ change, shared, joined, left }: any) => [change, shared, joined, left]), Array.from({ length: CHAINS }, () => ['continued', 10, 0, 0]))
  const backbone = await start(service, { algorithm: 'disparityBackbone', options: { alpha: 0.5 }, network: { table: planted, ...ALL } })
  const [table] = (await call('GET', `/api/v1/runs/${backbone}`)).body.measured.tables
  const rows = (await call('GET', `/api/v1/runs/${backbone}/tables/${table.name}?names=true`)).body
  t.ok(rows.rows.length > 0)
  t.ok(Object.entries(rows.names).every(([id, name]) => id.startsWith('vcn-') && / (Material|Product) /.test(String(name))))
})

t.test('a small real table: every country-sector by name, small groups in no cluster', async t => {
  const service = await buildService(t)
  const table = await keepTable(service.store, join(service.dataDir, 'tables'), leather())
  const of = await start(service, { network: { table, ...ALL } })
  const { body } = await service.call('GET', `/api/v1/runs/${of}/results?sort=strength`)
  t.strictSame(body.items.map(({ organisation: { name } }: any) => name).sort(), ['Argentina', 'Germany', 'Turkey'].flatMap(country => ['Agriculture', 'Textile_and_Leather', 'Transport_Equipment'].map(sector => `${country}: ${sector}`)))
  t.match(await service.call('GET', '/api/v1/graphs/clusters'), { status: 409, body: { code: 'NO_RUN' } }, 'latest is of organisations')
  const refused = await service.call('POST', '/api/v1/runs', { network: { table: 'a'.repeat(64) } })
  t.match(refused, { status: 400, body: { code: 'INVALID_INPUT', errors: [{ path: 'network.table' }] } })
})
