/** Runs that measure, over the API: any registered algorithm, its groups and words, its values as pages and as files read back, its tables, and what is refused. */
import t from 'tap'
import { tableFromIPC } from '@uwdata/flechette'
import { parse } from 'csv-parse/sync'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { degree } from '../../services/analysis/centrality/degree.ts'
import { Run } from '../../services/contract/run.ts'
import { storedTable, TABLE_ROWS_MAX } from '../../services/runs/measure-snapshot.ts'
import { readSnapshot } from '../../services/snapshot/build-snapshot.ts'
import { project } from '../../services/snapshot/project.ts'
import { buildAnalysedService, buildService, LOCAL, SMALL_CHAINS } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'

async function measure ({ call, runs }: BuiltService, body: Record<string, unknown>): Promise<Run> {
  const { status, body: started, text } = await call('POST', '/api/v1/runs', body)
  if (status !== 202) throw new Error(text)
  const run = await runs.wait(started.id)
  if (run.status !== 'completed') throw new Error(String(run.problem))
  return run
}
interface Row { organisation: { id: string, country: string }, cluster: null, scores: Record<string, number | null>, ranks: Record<string, number | null>, percentiles: Record<string, number | null> }

t.test('a measure as a run: values, ranks, percentiles', async t => {
  const service = await buildAnalysedService(t)
  const { call, run: clusters, store } = service
  const run = await measure(service, { algorithm: 'degree' })
  t.ok(Run.safeParse(run).success)
  t.match(run, { metrics: null, measured: { columns: ['degree'], metrics: {}, tables: [] }, inputHash: clusters.inputHash })
  t.equal((await call('GET', '/api/v1/runs/latest')).body.id, clusters.id, 'the newest with clusters stays the latest')
  const snapshot = await readSnapshot(store)
  const { graph } = project(snapshot, run.request.projection)
  t.equal(run.measured?.links, graph.m)
  const { body: { items, total } } = await call('GET', `/api/v1/runs/${run.id}/results?limit=500`) as { body: { items: Row[], total: number } }
  t.equal(total, snapshot.ids.length)
  const expected = degree(graph)
  for (const { organisation, cluster, scores, ranks, percentiles } of items) {
    const value = expected[snapshot.ids.indexOf(organisation.id)]
    const above = expected.filter(other => other > value).length
    const equal = expected.filter(other => other === value).length
    // Midrank by definition: those below, and half of the equals.
    const midrank = total - above - equal + (equal + 1) / 2
    t.strictSame({ cluster, degree: scores.degree, rank: ranks.degree, percentile: percentiles.degree }, { cluster: null, degree: value, rank: above + 1, percentile: (midrank - 0.5) / total })
  }
  t.strictSame(items.map(({ scores }) => scores.degree), [...expected].sort((a, b) => b - a), 'greatest first')
  const ascending = (await call('GET', `/api/v1/runs/${run.id}/results?limit=500&order=ascending`)).body.items as Row[]
  t.strictSame(ascending.map(({ scores }) => scores.degree), [...expected].sort((a, b) => a - b), 'lowest first')
  t.strictSame(ascending.map(row => row.ranks.degree), ascending.map(({ organisation: { id } }) => items.find(row => row.organisation.id === id)?.ranks.degree), 'ranks stay those of the greatest')
  const lowest = await call('GET', `/api/v1/runs/${run.id}/results?limit=3&order=ascending`)
  t.strictSame((await call('GET', `/api/v1/runs/${run.id}/results?limit=3&order=ascending&cursor=${lowest.body.nextCursor}`)).body.items, ascending.slice(3, 6), 'page by page')
  t.match(await call('GET', `/api/v1/runs/${run.id}/results?limit=3&cursor=${lowest.body.nextCursor}`), { status: 400, body: { code: 'INVALID_CURSOR' } }, 'a cursor belongs to its order')
  t.match(await call('GET', `/api/v1/runs/${run.id}/results?order=up`), { status: 400, body: { errors: [{ path: 'order' }] } })
  t.strictSame((await call('GET', `/api/v1/exports/results?run=${run.id}&format=json&order=ascending`)).body.rows.map((row: { degree: number }) => row.degree), ascending.map(({ scores }) => scores.degree), 'as a file')
  const holes = await measure(service, { algorithm: 'structuralHoles' })
  const constraint = (await call('GET', `/api/v1/runs/${holes.id}/results?limit=500&sort=constraint&order=ascending`)).body.items.map((row: Row) => row.scores.constraint ?? Infinity)
  t.strictSame(constraint, [...constraint].sort((a, b) => a - b), 'what is not defined comes last')
  const country = items[0].organisation.country
  t.equal((await call('GET', `/api/v1/runs/${run.id}/results?country=${country}`)).body.total, items.filter(row => row.organisation.country === country).length, 'filtered as everything is')
  t.match(await call('GET', `/api/v1/runs/${run.id}/results?sort=pagerank`), { status: 400, body: { errors: [{ path: 'sort', message: /it has degree/ }] } })
  t.match(await call('GET', `/api/v1/runs/${run.id}/results?cluster=C1`), { status: 400, body: { errors: [{ path: 'cluster' }] } })
  for (const url of [`runs/${run.id}/clusters`, `runs/${run.id}/bridges`, `graphs/clusters?run=${run.id}`]) t.match(await call('GET', `/api/v1/${url}`), { status: 409, body: { code: 'RUN_OF_ANOTHER_KIND', detail: /measured degree/ } }, url)
})

t.test('the same values in every format, read back', async t => {
  const service = await buildAnalysedService(t)
  const { app, call } = service
  const run = await measure(service, { algorithm: 'structuralHoles' })
  const columns = run.measured?.columns ?? []
  const { body: { items } } = await call('GET', `/api/v1/runs/${run.id}/results?limit=500`) as { body: { items: Row[] } }
  const expected = items.map(({ organisation, scores, ranks, percentiles }) => ({ id: organisation.id, ...Object.fromEntries(columns.flatMap(column => [[column, scores[column]], [`${column}Rank`, ranks[column]], [`${column}Percentile`, percentiles[column]]])) }))
  t.ok(columns.length > 3)
  const picked = (row: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.keys(expected[0]).map(key => [key, row[key]]))
  const file = (format: string): ReturnType<typeof call> => call('GET', `/api/v1/exports/results?run=${run.id}&format=${format}`)

  const csv = parse<Record<string, string>>((await file('csv')).text, { columns: true }).map(row => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, key === 'id' ? cell : cell === '' ? null : Number(cell)])))
  t.strictSame(csv.map(picked), expected, 'csv')
  const { body: json, headers } = await file('json')
  t.strictSame(json.rows.map(picked), expected, 'json')
  t.match(headers['content-disposition'], `amber-road-results-${run.id}.json`)
  const { body: { columns: wide, about } } = await file('columns')
  t.strictSame(expected.map((_, i) => Object.fromEntries(Object.keys(expected[0]).map(key => [key, wide[key][i]]))), expected, 'columns')
  t.match(about, [{ key: 'content' }, { key: 'run', value: run.id }])

  const { rawPayload, headers: arrowHeaders } = await app.inject({ url: `/api/v1/exports/results?run=${run.id}&format=arrow`, headers: LOCAL })
  t.equal(arrowHeaders['content-type'], 'application/vnd.apache.arrow.stream')
  // The Arrow format by its specification: each message begins with the continuation marker, and the stream ends with one of length 0.
  t.strictSame([...rawPayload.subarray(0, 4)], [255, 255, 255, 255])
  t.equal(rawPayload.readInt32LE(4) % 8, 0, 'messages are padded to 8 bytes')
  t.strictSame([...rawPayload.subarray(-8)], [255, 255, 255, 255, 0, 0, 0, 0])
  const table = tableFromIPC(rawPayload)
  t.strictSame(table.toArray().map(row => picked(row as Record<string, unknown>)), expected, 'arrow')
  t.equal(table.schema.metadata?.get('run'), run.id)
  t.equal((await file('xlsx')).status, 400)

  const filtered = await call('GET', '/api/v1/exports/results?format=json&cluster=C1&sort=strength')
  t.equal(filtered.body.rows.length, (await call('GET', '/api/v1/runs/latest/clusters/C1')).body.size, 'runs that find clusters too')
  const none = await call('GET', `/api/v1/exports/results?run=${run.id}&format=json&country=XX`)
  t.strictSame(none.body.rows, [], 'no rows are a file too')
})

t.test('groups and words', async t => {
  const service = await buildAnalysedService(t)
  const { call, run: clusters, store } = service
  const byCountry = await measure(service, { algorithm: 'assortativity' })
  const byCluster = await measure(service, { algorithm: 'assortativity', group: 'cluster' })
  t.equal(byCluster.request.groupsFrom, clusters.id, 'the run that groups come from is named')
  t.ok(Number(byCluster.measured?.metrics.assortativity) > Number(byCountry.measured?.metrics.assortativity), 'links stay in clusters')
  t.strictSame((await measure(service, { algorithm: 'assortativity', group: 'cluster', groupsFrom: clusters.id })).measured, byCluster.measured, 'the same again')
  for (const group of ['region', 'sector', 'kind']) t.match(await measure(service, { algorithm: 'withinGroupZ', group }), { measured: { columns: ['withinGroupZ'] } }, group)
  t.match((await call('GET', `/api/v1/runs/${byCountry.id}/results?limit=1`)).body, { items: [{ scores: {} }] }, 'figures alone: no columns')

  // After the data has changed, organisations the run of clusters did not know are in none.
  const [organisation] = (await store.listOrganisations({}, { limit: 1, after: null })).rows
  await store.write(writer => writer.deleteOrganisation(organisation.id))
  t.equal((await measure(service, { algorithm: 'assortativity', group: 'cluster' })).measured?.organisations, Number(byCluster.measured?.organisations) - 1)
})

t.test('direction: what is sold to whom', async t => {
  const service = await buildAnalysedService(t)
  const run = await measure(service, { algorithm: 'hits' })
  t.equal(run.measured?.links, (await readSnapshot(service.store)).supply.m)
  t.strictSame(run.measured?.columns, ['hub', 'authority'])
})

t.test('what is refused, with its field', async t => {
  const service = await buildAnalysedService(t)
  const { call } = service
  const values = await measure(service, { algorithm: 'degree' })
  for (const [body, path, message] of [
    [{ algorithm: 'fame' }, 'algorithm', /not an algorithm/], [{ algorithm: 'memberConfidence' }, 'algorithm', /start leiden/], [{ algorithm: 'pagerank', options: { damping: 2 } }, 'options.damping', /./],
    [{ algorithm: 'pagerank', options: { dampnig: 0.5 } }, 'options.dampnig', /not known/], [{ algorithm: 'degree', options: { repeats: 1 } }, 'options.repeats', /not known/], [{ algorithm: 'assortativity', group: 'city' }, 'group', /./],
    [{ algorithm: 'assortativity', groupsFrom: 'latest' }, 'groupsFrom', /goes with/], [{ algorithm: 'assortativity', group: 'cluster', groupsFrom: 'run-000000000000' }, 'groupsFrom', /not a run/],
    [{ algorithm: 'assortativity', group: 'cluster', groupsFrom: values.id }, 'groupsFrom', /no clusters/], [{ algorithm: 'degree', terms: 'colours' }, 'terms', /./],
    [{ algorithm: 'degree', sed: 1 }, 'sed', /not known/], [{ algorithm: 'degree', projection: { layer: ['supply'] } }, 'projection.layer', /not known/], [{ algorithm: 'linkPrediction', options: { of: 'org-000000000000' } }, 'options.of', /no organisation has the id/]
  ] as Array<[object, string, RegExp]>) t.match(await call('POST', '/api/v1/runs', body), { status: 400, body: { code: 'INVALID_INPUT', errors: [{ path, message }] } }, JSON.stringify(body))
  t.equal((await call('GET', '/api/v1/runs')).body.total, 2, 'nothing was started')
})

t.test('what does not fit is refused before it starts, with the numbers', async t => {
  const { call } = await buildAnalysedService(t, { runParts: { memoryMax: 40_000_000 } })
  const { body: estimate } = await call('POST', '/api/v1/runs/estimate', { algorithm: 'betweenness' })
  t.match(estimate, { organisations: 72, links: Number, bytes: Number, bytesMax: 40_000_000, steps: Number })
  t.equal(estimate.steps, 72 * 2 * estimate.links, 'once from every organisation, each link both ways')
  t.equal((await call('POST', '/api/v1/runs/estimate', { algorithm: 'betweenness', options: { sources: 8 } })).body.steps, 8 * 2 * estimate.links)
  t.equal((await call('POST', '/api/v1/runs/estimate', { algorithm: 'fame' })).status, 400)
  t.equal((await call('GET', '/api/v1/runs')).body.total, 1, 'an estimate starts nothing')

  const cramped = await buildAnalysedService(t, { runParts: { memoryMax: 1000 } }).catch((error: Error) => error)
  t.match(cramped, { name: 'RunTooLarge', message: /needs about 1 MB of memory and may have 1 MB|needs about/ })
  const hasty = await buildService(t, { runParts: { timeLimitMs: 1 } })
  await loadValueChains(hasty.store, generateValueChains(SMALL_CHAINS))
  t.match(await hasty.call('POST', '/api/v1/runs', { algorithm: 'betweenness' }), { status: 422, body: { code: 'RUN_TOO_LARGE', detail: /betweenness on 72 organisations.*would look at about .*fit the time of a run; draw a sample/ } })
  t.match(await hasty.call('POST', '/api/v1/runs', {}), { status: 422, body: { code: 'RUN_TOO_LARGE', detail: /leiden on 72 organisations.*would look at about/ } }, 'repeated searches are counted')
  t.equal((await hasty.call('GET', '/api/v1/runs')).body.total, 0)
})

t.test('tables of a run, as files', async t => {
  const service = await buildAnalysedService(t)
  const { call, store } = service
  const run = await measure(service, { algorithm: 'degree' })
  const { table, rowsLeftOut } = storedTable('pairs', { a: Array.from({ length: TABLE_ROWS_MAX + 3 }, (_, i) => `C${i}`), share: Float64Array.from({ length: TABLE_ROWS_MAX + 3 }, (_, i) => i === 1 ? NaN : i / 2) })
  t.equal(rowsLeftOut, 3, 'what is beyond the limit is counted')
  const withTable = { ...run, id: 'run-0000000000ab', measured: { ...run.measured!, tables: [{ name: 'pairs', columns: ['a', 'share'], rows: TABLE_ROWS_MAX, rowsLeftOut }] } }
  await store.completeRun(withTable, [], [], [table])
  const { body } = await call('GET', `/api/v1/runs/${withTable.id}/tables/pairs`)
  t.strictSame(body.rows.slice(0, 3), [{ a: 'C0', share: 0 }, { a: 'C1', share: null }, { a: 'C2', share: 1 }])
  t.equal(body.rows.length, TABLE_ROWS_MAX)
  t.match(body, { rowsLeftOut: 3, about: [{ key: 'content', value: 'Table pairs' }, { key: 'run', value: withTable.id }] })
  const top = await call('GET', `/api/v1/runs/${withTable.id}/tables/pairs?sort=share&limit=2`)
  t.strictSame(top.body.rows, [{ a: `C${TABLE_ROWS_MAX - 1}`, share: (TABLE_ROWS_MAX - 1) / 2 }, { a: `C${TABLE_ROWS_MAX - 2}`, share: (TABLE_ROWS_MAX - 2) / 2 }], 'the greatest first')
  t.strictSame((await call('GET', `/api/v1/runs/${withTable.id}/tables/pairs?sort=share&order=ascending&limit=2`)).body.rows, [{ a: 'C0', share: 0 }, { a: 'C2', share: 1 }])
  t.equal((await call('GET', `/api/v1/runs/${withTable.id}/tables/pairs?sort=share&order=ascending`)).body.rows.at(-1).share, null, 'what is not defined comes last')
  t.match(await call('GET', `/api/v1/runs/${withTable.id}/tables/pairs?sort=size`), { status: 400, body: { code: 'INVALID_INPUT', errors: [{ path: 'sort', message: /has a, share/ }] } })
  t.equal(top.body.names, undefined)
  const csv = parse<Record<string, string>>((await call('GET', `/api/v1/runs/${withTable.id}/tables/pairs?format=csv`)).text, { columns: true })
  t.strictSame(csv.slice(0, 3).map(({ a, share }) => [a, share]), [['C0', '0'], ['C1', ''], ['C2', '1']])
  t.match(await call('GET', `/api/v1/runs/${withTable.id}/tables/triples`), { status: 404, body: { detail: /no table "triples"; it has pairs/ } })
  t.match(await call('GET', `/api/v1/runs/${run.id}/tables/pairs`), { status: 404, body: { detail: /it has none/ } })
})

t.test('names of what a table holds by id', async t => {
  const service = await buildAnalysedService(t)
  const run = await measure(service, { algorithm: 'soleSuppliers' })
  const { body: { rows, names } } = await service.call('GET', `/api/v1/runs/${run.id}/tables/soleSuppliers?names=true&limit=5`)
  const { body: buyer } = await service.call('GET', `/api/v1/organisations/${rows[0].buyer}`)
  t.equal(names[rows[0].buyer], buyer.name)
  t.ok(rows.every((row: Record<string, string>) => names[row.supplier] !== undefined), 'every row')
})

t.test('values with the least first', async t => {
  const service = await buildAnalysedService(t)
  const run = await measure(service, { algorithm: 'structuralHoles' })
  const scores = async (query: string): Promise<Array<number | null>> => (await service.call('GET', `/api/v1/runs/${run.id}/results?limit=500&sort=constraint${query}`)).body.items.map((row: { scores: Record<string, number | null> }) => row.scores.constraint)
  const [down, up] = [await scores(''), await scores('&order=ascending')]
  const defined = (list: Array<number | null>): Array<number | null> => list.filter(score => score !== null)
  t.strictSame(defined(up), defined(down).reverse())
  t.strictSame(up.slice(defined(up).length), down.slice(defined(down).length), 'what is not defined comes last in either')
})

t.test('a trial is opened by its id, and is never the latest', async t => {
  const { call, runs, run } = await buildAnalysedService(t)
  const { body: { id } } = await call('POST', '/api/v1/runs', { options: { repeats: 0, resolution: 3 }, trial: true })
  t.match(await runs.wait(id), { status: 'completed', request: { trial: true } })
  t.equal((await call('GET', '/api/v1/runs/latest')).body.id, run.id)
  t.equal((await call('GET', '/api/v1/status')).body.latestRun.id, run.id)
  t.equal((await call('GET', `/api/v1/graphs/clusters?run=${id}`)).body.run, id)
  t.ok((await call('GET', '/api/v1/runs')).body.items.some((each: Run) => each.id === id), 'it stands in the list')
  t.match(await call('POST', '/api/v1/runs', { algorithm: 'degree', trial: true }), { status: 400, body: { errors: [{ path: 'trial' }] } })
})
