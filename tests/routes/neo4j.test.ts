/** The API on a real Neo4j: entities, writers at the same time, an analysis. */
import { buildAnalysedService } from '../support/build-service.ts'
import { testOnNeo4j } from '../support/test-on-neo4j.ts'

await testOnNeo4j('the API on Neo4j', async (t, open) => {
  const store = await open()
  const { call, run, chains } = await buildAnalysedService(t, { store })
  t.match(run, { status: 'completed', metrics: { organisations: chains.organisations.length } })
  t.match(await call('GET', '/api/v1/status'), { status: 200, body: { store: 'neo4j', outdated: false } })
  t.equal((await call('GET', '/api/v1/graphs/clusters')).body.nodes.length, run.metrics?.clusters)

  const firm = { name: 'Baltic Timber', kind: 'company', country: 'LV', identifiers: [{ scheme: 'pic', value: '999895013' }] }
  const statuses = (answers: Array<{ status: number }>): number[] => answers.map(({ status }) => status).sort()
  t.strictSame(statuses(await Promise.all(Array.from({ length: 6 }, () => call('POST', '/api/v1/organisations', firm)))), [201, 409, 409, 409, 409, 409], 'of writers at the same time one wins')
  const { body: { items: [made] } } = await call('GET', '/api/v1/organisations?q=baltic+timber')
  const link = await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: made.id, target: chains.organisations[0].id, weight: 3 })
  t.equal(link.status, 201)
  t.match(await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: made.id, target: 'org-000000000000' }), { status: 422 })
  t.strictSame(statuses(await Promise.all(Array.from({ length: 4 }, () => call('DELETE', `/api/v1/organisations/${made.id}`)))), [204, 404, 404, 404])
  t.equal((await call('GET', `/api/v1/links/${link.body.id}`)).status, 404, 'its links go with it')
  t.equal((await call('GET', '/api/v1/status')).body.outdated, true)
})
