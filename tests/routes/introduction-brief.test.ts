import t from 'tap'
import { HTML_POLICY } from '../../services/documents/html/write-html.ts'
import { buildAnalysedService, buildService } from '../support/build-service.ts'

t.test('a brief is a file in each format, without what is confidential', async t => {
  const { store, call, run } = await buildAnalysedService(t)
  const { body: { items: [bridge] } } = await call('GET', '/api/v1/runs/latest/bridges?limit=1')
  const from = bridge.organisation as string
  const { body: list } = await call('GET', `/api/v1/runs/latest/organisations/${from}/partners?limit=1`)
  const to = list.items[0].organisation.id as string
  const profile = { type: 'technology-offer', domains: ['s3:bioeconomy'] }
  await call('POST', `/api/v1/organisations/${to}/profiles`, { ...profile, title: 'Wood fibre for all', confidentiality: 'public' })
  await call('POST', `/api/v1/organisations/${to}/profiles`, { ...profile, title: 'A secret press', confidentiality: 'brokers' })
  const address = `/api/v1/introductions/brief?from=${from}&to=${to}&run=${run.id}`
  const html = await call('GET', `${address}&format=html`)
  t.match(html.headers['content-type'], /^text\/html/)
  t.equal(html.headers['content-security-policy'], HTML_POLICY, 'it is opened in the browser: its own style and script are let in')
  for (const organisation of await store.getOrganisations([from, to])) t.ok(html.text.includes(organisation.name), organisation.name)
  t.match(html.text, /Wood fibre for all/)
  t.notMatch(html.text, /A secret press/, 'paper is handed on')
  t.match(html.text, new RegExp(`Place 1 of ${list.rated} candidates`))
  t.match((await call('GET', `${address}&format=html&language=pl`)).text, /Karta kontaktu/)
  const pdf = await call('GET', address)
  t.not(pdf.headers['content-security-policy'], HTML_POLICY)
  t.match(pdf.headers, { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="introduction-${from}-${to}-${run.id}.pdf"` })
  t.match(pdf.text, /^%PDF-/)
  t.match((await call('GET', `${address}&format=docx`)).text, /^PK/)

  t.match((await call('GET', `/api/v1/introductions/brief?from=${from}&to=${from}`)).body, { status: 400, errors: [{ path: 'to' }] })
  t.match((await call('GET', `/api/v1/introductions/brief?from=${from}&to=org-000000000000`)).body, { status: 422, code: 'UNKNOWN_ENDPOINT', errors: [{ value: 'org-000000000000' }] })
  t.match((await call('GET', `/api/v1/introductions/brief?from=org-000000000000&to=${to}`)).body, { status: 422, errors: [{ value: 'org-000000000000' }] })
  t.match((await call('GET', `${address}&format=xlsx`)).body, { status: 400, errors: [{ path: 'format' }] })
  t.match((await call('GET', `${address.replace(run.id, 'run-000000000000')}`)).body, { status: 404 })
})

t.test('place, score and reasons are those of the list with the same choice', async t => {
  const { call, run } = await buildAnalysedService(t)
  const { body: { items: [bridge] } } = await call('GET', '/api/v1/runs/latest/bridges?limit=1')
  const from = bridge.organisation as string
  const need = { type: 'technology-request', title: 'Fibre for packaging', domains: ['s3:bioeconomy'] }
  const { body: open } = await call('POST', `/api/v1/organisations/${from}/profiles`, { ...need, confidentiality: 'public' })
  const { body: hidden } = await call('POST', `/api/v1/organisations/${from}/profiles`, need)
  const list = async (query: string): Promise<any> => (await call('GET', `/api/v1/runs/latest/organisations/${from}/partners?limit=500&${query}`)).body
  const brief = async (to: string, query: string): Promise<string> => (await call('GET', `/api/v1/introductions/brief?from=${from}&to=${to}&run=${run.id}&format=html&${query}`)).text
  const plain = await list('')
  for (const query of [`profile=${open.id}`, `profile=${open.id}&abroad=true`, 'wanted=s3:bioeconomy&stepsMax=3', 'partnersMax=10']) {
    const { items, total } = await list(query)
    const { organisation, rank, score } = items[Math.min(items.length - 1, 3)]
    const text = await brief(organisation.id, query)
    t.match(/Place \d[^<]*/.exec(text)?.[0], new RegExp(`Place ${rank} of ${total} candidates, with a partner score of ${Math.round(100 * score)} \\(0 to 100\\)`), query)
    t.ok(text.includes('Asked for: '), query)
  }
  t.match(await brief(plain.items[0].organisation.id, `profile=${open.id}&abroad=true`), /the need “Fibre for packaging”; other countries only/)
  const shut = await call('GET', `/api/v1/introductions/brief?from=${from}&to=${plain.items[0].organisation.id}&profile=${hidden.id}`)
  t.match(shut.body, { status: 400, errors: [{ path: 'profile', message: /not public/ }] })
  const domestic = plain.items.find((match: any) => match.organisation.country === bridge.country)
  t.match(await brief(domestic.organisation.id, 'abroad=true'), /does not pass what was asked for/)
  await call('POST', '/api/v1/feedback', { of: from, candidate: plain.items[0].organisation.id, context: 'partners', verdict: 'not-relevant' })
  t.match(await brief(plain.items[1].organisation.id, ''), new RegExp(`Place 1 of ${plain.total - 1} candidates`), 'as on the list of brokers')
  t.match(await brief(plain.items[0].organisation.id, ''), new RegExp(`Place 1 of ${plain.total} candidates`), 'asked for all the same')
})

t.test('whom a broker marked as not relevant is on the list no more, until it is taken back', async t => {
  const { call } = await buildAnalysedService(t)
  const of = (await call('GET', '/api/v1/runs/latest/bridges?limit=1')).body.items[0].organisation
  const list = async (): Promise<{ items: Array<{ organisation: { id: string } }>, total: number, notRelevant: number }> => (await call('GET', `/api/v1/runs/latest/organisations/${of}/partners`)).body
  const before = await list()
  const candidate = before.items[0].organisation.id
  const { body } = await call('POST', '/api/v1/feedback', { of, candidate, context: 'partners', verdict: 'not-relevant' })
  const without = await list()
  t.equal(without.items.some(({ organisation }) => organisation.id === candidate), false)
  t.strictSame([without.total, without.notRelevant], [before.total - 1, 1])
  await call('DELETE', `/api/v1/feedback/${body.id}`)
  t.strictSame((await list()).items, before.items)
})

t.test('without a run there is no brief', async t => {
  const { call } = await buildService(t)
  t.match((await call('GET', '/api/v1/introductions/brief?from=org-000000000000&to=org-000000000001')).body, { status: 422 })
})
