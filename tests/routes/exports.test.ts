/** Files of views and lists as they come over the API; what is in them is tested in tests/exports. */
import t from 'tap'
import { parse } from 'csv-parse/sync'
import Graph from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { buildAnalysedService } from '../support/build-service.ts'

t.test('every view in every format', async t => {
  const { call } = await buildAnalysedService(t)
  const { body: inside } = await call('GET', '/api/v1/graphs/clusters/C1')
  for (const view of ['clusters', 'clusters/C1', `organisations/${inside.nodes[0].id}`]) {
    for (const [format, type] of [['gexf', 'application/gexf+xml'], ['graphml', 'application/graphml+xml'], ['csv', 'text/csv'], ['json', 'application/json']]) {
      const { status, headers, text } = await call('GET', `/api/v1/exports/${view}?format=${format}`)
      t.equal(status, 200, `${view} ${format}`)
      t.ok(String(headers['content-type']).startsWith(type), String(headers['content-type']))
      t.match(headers['content-disposition'], new RegExp(`^attachment; filename="[A-Za-z0-9-]+\\.${format}"$`))
      t.match(text, /absence|recorded/i, 'the caution is in the file')
    }
  }
  for (const view of ['clusters', 'clusters/C1', `organisations/${inside.nodes[0].id}`]) {
    const { status, headers } = await call('GET', `/api/v1/exports/${view}?format=vosviewer`)
    t.match({ status, headers }, { status: 200, headers: { 'content-type': 'application/zip', 'content-disposition': /-vosviewer\.zip"$/ } })
  }
  const graph = parseGexf(Graph, (await call('GET', '/api/v1/exports/clusters/C1?format=gexf')).text)
  t.strictSame(graph.nodes().sort(), inside.nodes.map(({ id }: { id: string }) => id).sort())
  t.equal((await call('GET', '/api/v1/exports/clusters?format=xlsx')).status, 400)
  t.equal((await call('GET', '/api/v1/exports/clusters/C99?format=csv')).status, 404)
})

t.test('the whole network: each organisation and link of the run, in each format', async t => {
  const { call, chains } = await buildAnalysedService(t)
  const at = (query: string): ReturnType<typeof call> => call('GET', `/api/v1/exports/organisations-network?${query}`)
  const { body: run } = await call('GET', '/api/v1/runs/latest')
  const graph = parseGexf(Graph, (await at('')).text)
  t.strictSame([graph.order, graph.size], [chains.organisations.length, run.metrics.links])
  for (const [format, type] of [['gexf', 'application/gexf+xml'], ['graphml', 'application/graphml+xml'], ['csv', 'text/csv'], ['json', 'application/json'], ['vosviewer', 'application/zip']]) {
    const { status, headers } = await at(`format=${format}`)
    t.equal(status, 200, format)
    t.ok(String(headers['content-type']).startsWith(type), String(headers['content-type']))
    t.match(headers['content-disposition'], /^attachment; filename="amber-road-network-run-/)
  }
  const rows = async (query: string): Promise<Array<Record<string, string>>> => parse((await at(`format=csv&${query}`)).text, { columns: true })
  const { country } = chains.organisations[0]
  t.equal((await rows(`country=${country}`)).length, chains.organisations.filter(each => each.country === country).length)
  t.equal((await rows('table=edges')).length, run.metrics.links)
  t.ok((await rows('cluster=C1')).every(({ cluster }) => cluster === 'C1'))
  t.match(await at('cluster=C99'), { status: 404, body: { code: 'NOT_FOUND' } })
  t.equal((await at('edgesMax=5')).status, 400, 'nothing is left out')
})

t.test('lists as CSV, filtered as the lists are', async t => {
  const { call, chains } = await buildAnalysedService(t)
  const rows = async (url: string): Promise<Array<Record<string, string>>> => parse((await call('GET', url)).text, { columns: true, bom: true })
  t.equal((await rows('/api/v1/exports/organisations')).length, chains.organisations.length)
  const country = chains.organisations[0].country
  t.equal((await rows(`/api/v1/exports/organisations?country=${country}`)).length, chains.organisations.filter(each => each.country === country).length)
  t.equal((await rows('/api/v1/exports/results')).length, chains.organisations.length)
  t.equal((await rows('/api/v1/exports/cluster-list')).length, (await call('GET', '/api/v1/runs/latest/clusters')).body.items.length)
  t.equal((await rows('/api/v1/exports/bridges?a=cluster:C1')).length, (await call('GET', '/api/v1/runs/latest/bridges?a=cluster:C1&limit=200')).body.total)
  const [first, second] = (await call('GET', '/api/v1/runs/latest/clusters')).body.items.map(({ code }: { code: string }) => code)
  const across = await rows(`/api/v1/exports/bridges?a=cluster:${first}&b=cluster:${second}&order=links`)
  t.strictSame(across.map(({ id }) => id), (await call('GET', `/api/v1/runs/latest/bridges?a=cluster:${first}&b=cluster:${second}&order=links&limit=200`)).body.items.map(({ organisation }: { organisation: string }) => organisation), 'between two sides: who stands in the list, in its order')
  t.match(across[0].about, new RegExp(`filter: a=cluster:${first}; b=cluster:${second}; order=links; who=members`))
  t.match(await call('GET', '/api/v1/exports/bridges?a=cluster:C1&b=cluster:C99'), { status: 404, body: { code: 'NOT_FOUND' } })
  t.equal((await call('GET', '/api/v1/exports/bridges?b=cluster:C1')).status, 400)
  for (const list of ['results?cluster=C99', 'bridges?a=cluster:C99']) t.match(await call('GET', `/api/v1/exports/${list}`), { status: 404, body: { code: 'NOT_FOUND' } }, list)
  for (const query of ['organisations?cluster=C1', 'cluster-list?country=PL']) t.equal((await call('GET', `/api/v1/exports/${query}`)).status, 400, `${query}: a filter that would not count is refused`)
  t.equal((await call('GET', '/api/v1/exports/bridges?byteOrderMark=true')).text.charCodeAt(0), 0xFEFF)
  t.not((await call('GET', '/api/v1/exports/bridges')).text.charCodeAt(0), 0xFEFF)
})
