/** The description of the API: valid, complete, and true to the answers. */
import t from 'tap'
import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import { RunRequest } from '../../services/contract/run.ts'
import { buildAnalysedService, LOCAL } from '../support/build-service.ts'

interface Operation { parameters?: Array<{ name: string, in: string, required?: boolean, schema: object }>, requestBody?: unknown, responses: Record<string, { description: string, content?: Record<string, { schema: object }> }> }

t.test('OpenAPI 3.1, with every route', async t => {
  const { app } = await buildAnalysedService(t)
  const document = (await app.inject({ url: '/openapi.json', headers: LOCAL })).json() as { openapi: string, paths: Record<string, Record<string, Operation>>, info: object }
  t.match(document, { openapi: '3.1.0', info: { title: 'Amber Road', version: '0.0.0-test' } })
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, { parameters = [], responses }] of Object.entries(operations)) {
      const name = `${method} ${path}`
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
      t.strictSame(parameters.filter(parameter => parameter.in === 'path').map(parameter => parameter.name).sort(), inPath.sort(), `${name}: every part of the path is described`)
      t.ok(Object.keys(responses).some(status => status.startsWith('2')), `${name} says what it answers`)
      t.equal(app.findRoute({ method: method.toUpperCase() as 'GET', url: path.replace(/\{(\w+)\}/g, ':$1') }) !== null, true, `${name} is there`)
    }
  }
  const refs = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? []
  t.strictSame(refs, [], 'nothing is left to be looked up elsewhere')
})

t.test('answers are what the description says', async t => {
  const { app, runs } = await buildAnalysedService(t)
  await runs.wait((await runs.start(RunRequest.parse({ options: { repeats: 0 } }))).id)
  const get = (url: string): Promise<LightMyRequestResponse> => app.inject({ url, headers: LOCAL })
  const { paths } = (await get('/openapi.json')).json() as { paths: Record<string, Record<string, Operation>> }
  const first = async (list: string): Promise<string> => (await get(`/api/v1/${list}`)).json().items[0].id
  const known: Record<string, string> = { run: 'latest', code: 'C1', organisation: await first('organisations'), link: await first('links') }
  const latest = (await get('/api/v1/runs/latest')).json().id
  const other = (await get('/api/v1/runs')).json().items.find((run: { id: string }) => run.id !== latest).id
  const sides = '?a=cluster:C1&b=cluster:C2'
  const bridge = (await get(`/api/v1/runs/latest/bridges${sides}`)).json().items[0].organisation
  // What people keep: one of each, so that there is an answer to compare.
  const post = async (url: string, payload: object): Promise<{ id: string }> => (await app.inject({ method: 'POST', url: `/api/v1/${url}`, payload, headers: LOCAL })).json()
  const candidate = (await get('/api/v1/organisations?limit=2')).json().items[1].id
  const profile = await post(`organisations/${known.organisation}/profiles`, { type: 'technology-request', title: 'A need', domains: ['s3:bioeconomy'] })
  const introduction = await post('introductions', { of: known.organisation, candidate })
  await app.inject({ method: 'PUT', url: '/api/v1/declared-priorities/PL84', payload: { priorities: [{ title: 'Food' }], version: 0 }, headers: LOCAL })
  const workspace = await post('workspaces', { title: 'Two countries', group: { vintage: '2024', regions: ['PL', 'LV'] }, from: '2026-01-01', to: '2027-01-01' })
  const [home] = (await get('/api/v1/organisations?limit=1')).json().items
  const abroad = (await get('/api/v1/organisations?limit=100')).json().items.find((each: { country: string }) => each.country !== home.country)
  const strategy = await post(`workspaces/${workspace.id}/items`, { content: { type: 'sme-strategy', title: 'Houses', need: 'Wood', members: [home, abroad].map(({ id }) => ({ organisation: id, role: 'maker' })), missing: [{ role: 'furniture' }] } })
  const ids: Record<string, string | undefined> = { '/api/v1/links/{id}': known.link, '/api/v1/introductions/{id}': introduction.id, '/api/v1/rankings/{id}': await first('rankings') }
  const ends = `?from=${known.organisation}&to=${candidate}`
  const queries: Record<string, string> = {
    '/api/v1/search': '?q=synthetic', '/api/v1/runs/{run}/changes': `?since=${other}`, '/api/v1/links/evidence': `?source=${known.organisation}&target=${known.organisation}`,
    '/api/v1/runs/{run}/introduction-routes': ends, '/api/v1/runs/{run}/what-if/link': `?source=${known.organisation}&target=${candidate}`,
    '/api/v1/workspaces/{id}/comparison': '?from=1', '/api/v1/workspaces/{id}/sme-strategies/{item}/candidates': '?role=0'
  }
  let compared = 0
  for (const [path, { get: operation }] of Object.entries(paths)) {
    const schema = operation?.responses['200']?.content?.['application/json']?.schema
    if (schema === undefined || /(networks|memberships|imports)\/\{id\}/.test(path) || /\/(exports|tables|documents)\/|\/brief$|\/reports$|\/file$|\/form$/.test(path)) continue
    const own = path.startsWith('/api/v1/workspaces/') ? path.replace('{id}', workspace.id).replace('{item}', strategy.id).replace('{stage}', 'trends') : path
    const url = own.replace('{run}', 'latest').replace('{code}', 'C1').replace('{organisation}', bridge).replace('{profile}', profile.id).replace('{region}', 'PL84').replace('{id}', ids[path] ?? known.organisation)
    const query = queries[path] ?? (/\/pair|\/bridges\/\{organisation\}/.test(path) ? sides : '')
    const answer = await get(url + query)
    t.equal(answer.statusCode, 200, url)
    const { success, error } = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(answer.json())
    t.ok(success, `${url} fits its schema`, { error: error?.issues.slice(0, 3) })
    compared++
  }
  t.ok(compared >= 40, `${compared} answers were compared`)
})

t.test('the documentation page is served, with scripts of its own only', async t => {
  const { app } = await buildAnalysedService(t)
  const page = await app.inject({ url: '/documentation/', headers: LOCAL })
  t.equal(page.statusCode, 200)
  t.match(page.headers['content-security-policy'], /script-src 'self'(?!.*unsafe-eval)/)
})
