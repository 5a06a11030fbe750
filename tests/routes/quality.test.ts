/** Coverage, duplicates, decisions and merges over HTTP. */
import t from 'tap'
import { parse } from 'csv-parse/sync'
import { SHARED_MAX } from '../../services/quality/duplicate-queue.ts'
import { buildService } from '../support/build-service.ts'
import { fileOf, importInto } from '../support/import-files.ts'
import { link, membership, network, organisation, organisationId } from '../store-contract/samples.ts'

const A = organisationId('a')
const B = organisationId('b')

async function service (t: Parameters<typeof buildService>[0], given: Parameters<typeof buildService>[1] = {}) {
  const built = await buildService(t, given)
  await built.store.write(async writer => {
    await writer.upsertSources([{ key: 'manual', title: 'By hand', publisher: null, licence: 'CC0', attribution: 'Nobody', retrieved: null, website: null, synthetic: false }])
    await writer.upsertOrganisations([
      organisation('a', { name: 'Politechnika Gdańska' }), organisation('b', { name: 'POLITECHNIKA GDANSKA', aliases: ['Gdansk Tech'] }), organisation('c', { name: '=cmd()', aliases: [], city: 'Łódź', coordinates: null, region: null }),
      organisation('d', { name: 'Politechnika Gdanska SA', aliases: [], city: 'Kraków', coordinates: null, region: null })
    ])
    await writer.upsertLinks([link('a', 'c'), link('b', 'c', { kind: 'OWNS' })])
    await writer.upsertNetworks([network('1')])
    await writer.upsertMemberships([membership('a', '1'), membership('b', '1')])
  })
  return built
}

t.test('coverage as an answer and as files', async t => {
  const { call } = await service(t)
  const { status, body } = await call('GET', '/api/v1/coverage')
  t.equal(status, 200)
  t.match(body, { organisations: 4, revision: 1, gaps: [{ country: 'PL', organisations: 4, isolated: 1 }], networks: [{ networks: 1, incomplete: 1 }] })
  t.match(body.cautions[0], /absence of a link is not evidence/)
  const { text, headers } = await call('GET', '/api/v1/exports/coverage?format=csv')
  t.match(headers['content-disposition'], /amber-road-coverage\.csv/)
  const lines = parse(text, { columns: true, bom: true }) as Array<Record<string, string>>
  t.match(lines.find(({ table, value }) => table === 'organisations' && value === 'isolated'), { of: 'PL', count: '1', total: '4' })
  t.match(lines[0].about, /absence of a link.*Licence: CC0/)
  t.match((await call('GET', '/api/v1/exports/coverage')).body, { organisations: 4, about: [{ key: 'content' }] })
  t.match(await call('GET', '/api/v1/exports/coverage?format=xlsx'), { status: 400, body: { code: 'INVALID_INPUT' } })
})

t.test('pairs wait with their reasons, until somebody decides', async t => {
  const { call } = await service(t)
  const { body } = await call('GET', '/api/v1/duplicates')
  t.equal(body.total, 3)
  t.match(body.items[0], { band: 'auto', a: [A, B].sort()[0], reasons: { score: 1, name: 1, place: 'same-city', identifiers: [] }, first: { links: 1, memberships: 1 }, second: { organisation: { city: 'Gdańsk' } }, sharedNetworks: 1, chosen: false, decision: null }, 'very likely, but not chosen beforehand: a network names both')
  t.match(body.items[1], { band: 'review', reasons: { score: 0.75, place: 'elsewhere' } })
  const page = await call('GET', '/api/v1/duplicates?limit=2')
  t.equal((await call('GET', `/api/v1/duplicates?limit=2&cursor=${encodeURIComponent(page.body.nextCursor)}`)).body.items.length, 1)
  t.equal((await call('GET', '/api/v1/duplicates?band=review')).body.total, 2)

  t.match(await call('POST', '/api/v1/duplicates/decisions', { a: A, b: B, decision: 'different' }), { status: 200, body: { decision: 'different', a: [A, B].sort()[0] } })
  t.equal((await call('GET', '/api/v1/duplicates')).body.total, 2)
  t.match((await call('GET', '/api/v1/duplicates?state=different')).body, { total: 1, items: [{ decision: 'different' }] })
  t.match(await call('POST', '/api/v1/duplicates/decisions', { a: B, b: A, decision: 'later' }), { status: 200 }, 'either order is the same pair')
  t.equal((await call('GET', '/api/v1/duplicates?state=later')).body.total, 1)
  t.match(await call('POST', '/api/v1/duplicates/decisions', { a: A, b: B, decision: null }), { status: 200, body: null })
  t.equal((await call('GET', '/api/v1/duplicates')).body.total, 3)
  t.match(await call('POST', '/api/v1/duplicates/decisions', { a: A, b: B, decision: null }), { status: 404, body: { detail: /Nothing was decided/ } })
  t.match(await call('POST', '/api/v1/duplicates/decisions', { a: A, b: A, decision: 'later' }), { status: 400, body: { errors: [{ path: 'b' }] } })
  t.match(await call('POST', '/api/v1/duplicates/decisions', { a: A, b: organisationId('nobody'), decision: 'later' }), { status: 404 })

  const csv = parse((await call('GET', '/api/v1/exports/duplicates?format=csv')).text, { columns: true, bom: true }) as Array<Record<string, string>>
  t.match(csv[0], { band: 'auto', score: '1', firstCity: 'Gdańsk', sharedNetworks: '1', about: /nothing is merged/ })
})

t.test('a merged id leads on; searched for, listed, undone', async t => {
  const { call, store } = await service(t)
  const made = await call('POST', '/api/v1/merges', { kept: A, merged: B })
  t.match(made, { status: 201, headers: { location: `/api/v1/organisations/${A}` }, body: { id: B, kept: A, keptName: 'Politechnika Gdańska', mergedName: 'POLITECHNIKA GDANSKA', keptWas: { country: 'PL', city: 'Gdańsk', identifiers: [{ value: 'a:b:a' }] }, mergedWas: { identifiers: [{ value: 'a:b:b' }] }, links: 1, memberships: 1, joined: 1, records: 0, obstacle: null, lost: 0 } })
  t.match(await call('GET', `/api/v1/organisations/${B}`), { status: 307, headers: { location: `/api/v1/organisations/${A}` } })
  t.match(await call('GET', `/api/v1/organisations/${B}/profile?run=latest`), { status: 307, headers: { location: `/api/v1/organisations/${A}/profile?run=latest` } })
  for (const [method, body] of [['DELETE', undefined], ['PUT', { name: 'x', kind: 'company', country: 'PL' }]] as const) t.match(await call(method, `/api/v1/organisations/${B}`, body), { status: 404, body: { detail: /was merged into/, didYouMean: [A] } })
  t.match(await call('POST', '/api/v1/merges', { kept: organisationId('c'), merged: B }), { status: 404, body: { didYouMean: [A] } })
  t.match(await call('POST', '/api/v1/merges', { kept: A, merged: A }), { status: 400, body: { errors: [{ path: 'merged' }] } })
  t.match((await call('GET', '/api/v1/search?q=gdansk+tech')).body.items[0], { id: A }, 'the alias is found')
  t.equal((await store.getOrganisation(A))?.aliases.includes('POLITECHNIKA GDANSKA'), true)
  t.match((await call('GET', '/api/v1/merges')).body, { total: 1, items: [{ id: B, obstacle: null }] })

  await call('POST', '/api/v1/merges', { kept: organisationId('d'), merged: A })
  t.match(await call('GET', `/api/v1/organisations/${B}`), { status: 307, headers: { location: `/api/v1/organisations/${organisationId('d')}` } }, 'over two merges')
  t.match(await call('DELETE', `/api/v1/merges/${B}`), { status: 409, body: { code: 'CONFLICT', detail: /was itself merged/ } })
  t.equal((await call('DELETE', `/api/v1/merges/${A}`)).status, 204)
  t.equal((await call('DELETE', `/api/v1/merges/${B}`)).status, 204)
  t.match(await call('DELETE', `/api/v1/merges/${B}`), { status: 404, body: { detail: /is not merged into another/ } })
  t.match(await call('GET', `/api/v1/organisations/${B}`), { status: 200, body: { name: 'POLITECHNIKA GDANSKA' } })
})

t.test('a merge whose neighbour is gone says what an undo does not bring back', async t => {
  const { call } = await service(t)
  await call('POST', '/api/v1/merges', { kept: A, merged: B })
  await call('DELETE', `/api/v1/organisations/${organisationId('c')}`)
  t.match((await call('GET', '/api/v1/merges')).body.items, [{ id: B, obstacle: null, lost: 1 }])
  t.equal((await call('DELETE', `/api/v1/merges/${B}`)).status, 204)
})

t.test('what people keep of a merged organisation is asked for under either id', async t => {
  const { call } = await service(t)
  const C = organisationId('c')
  const profile = { type: 'business-offer', title: 'Fish', domains: ['s3:bioeconomy'] }
  const { body: made } = await call('POST', `/api/v1/organisations/${B}/profiles`, profile)
  const { body: begun } = await call('POST', '/api/v1/introductions', { of: B, candidate: C })
  const { body: said } = await call('POST', '/api/v1/feedback', { of: B, candidate: C, context: 'partners', verdict: 'introduced' })
  t.match(await call('POST', '/api/v1/merges', { kept: A, merged: B }), { status: 201, body: { records: 3 } })

  for (const path of ['profiles', `profiles/${made.id}`, `profiles/${made.id}/versions`]) t.match(await call('GET', `/api/v1/organisations/${B}/${path}`), { status: 307, headers: { location: `/api/v1/organisations/${A}/${path}` } })
  t.match(await call('PUT', `/api/v1/organisations/${B}/profiles/${made.id}?basedOn=1`, profile), { status: 409, body: { detail: /was merged into .* meanwhile/, didYouMean: [A] } })
  t.match(await call('POST', `/api/v1/organisations/${B}/profiles`, profile), { status: 409 })
  t.match(await call('POST', `/api/v1/organisations/${C}/profiles`, { ...profile, confidentiality: 'named-partners', namedPartners: [B] }), { status: 400, body: { detail: /was merged into .*; name that one/ } })
  for (const id of [A, B]) {
    t.match((await call('GET', `/api/v1/introductions?organisation=${id}`)).body, { total: 1, items: [{ id: begun.id, of: { id: A, name: 'Politechnika Gdańska' } }] })
    t.match((await call('GET', `/api/v1/feedback?organisation=${id}`)).body, { total: 1, items: [{ id: said.id, of: A }] })
  }
  t.match(await call('POST', '/api/v1/introductions', { of: B, candidate: organisationId('d'), through: [C] }), { status: 201, body: { of: { id: A } } }, 'as a run made before names it')
  t.match(await call('POST', '/api/v1/introductions', { of: organisationId('d'), candidate: B }), { status: 409, body: { detail: /are being introduced already/ } })
  t.match(await call('POST', '/api/v1/introductions', { of: A, candidate: B }), { status: 400, body: { detail: /is one organisation with/ } })
  t.match(await call('POST', '/api/v1/feedback', { of: null, candidate: B, context: 'bridges', verdict: 'not-relevant' }), { status: 201, body: { candidate: A } })
  t.equal((await call('DELETE', `/api/v1/merges/${B}`)).status, 204)
  t.match((await call('GET', `/api/v1/organisations/${B}/profiles`)).body.items, [{ id: made.id, organisation: B, version: 3 }])
})

t.test('what brokers keep of merged organisations is neither counted nor named without the token', async t => {
  const { call } = await service(t, { config: { accessToken: 'secret', loopback: false } })
  const asBroker: typeof call = (method, url, body) => call(method, url, body, { authorization: 'Bearer secret' })
  const { body: begun } = await asBroker('POST', '/api/v1/introductions', { of: B, candidate: organisationId('c') })
  t.match(await asBroker('POST', '/api/v1/merges', { kept: A, merged: B }), { status: 201, body: { records: 1 } })
  t.match((await call('GET', '/api/v1/merges')).body.items, [{ id: B, records: null, obstacle: null }])
  t.match(await asBroker('POST', `/api/v1/introductions/${begun.id}/changes`, { basedOn: 2, to: 'outcome', outcome: { linkKind: 'COLLABORATES', record: true } }), { status: 200 })
  t.match((await asBroker('GET', '/api/v1/merges')).body.items, [{ records: 1, obstacle: new RegExp(begun.id) }])
  const { body, text } = await call('GET', '/api/v1/merges')
  t.match(body.items, [{ records: null, obstacle: 'something that is shown to brokers alone stands in the way.' }])
  t.notMatch(text, /int-|outcome/)
})

t.test('networks that name both are counted up to a limit', async t => {
  const { call, store } = await service(t)
  await store.write(async writer => {
    const keys = Array.from({ length: SHARED_MAX }, (_, i) => `more ${i}`)
    await writer.upsertNetworks(keys.map(key => network(key)))
    await writer.upsertMemberships(keys.flatMap(key => [membership('a', key), membership('b', key)]))
  })
  t.match((await call('GET', '/api/v1/duplicates')).body.items[0], { first: { memberships: SHARED_MAX + 1 }, sharedNetworks: SHARED_MAX })
})

t.test('search finds one entry after a merge, while the index is made anew too', async t => {
  const { call } = await service(t)
  const found = async (path: string): Promise<string[]> => (await call('GET', path)).body.items.filter((item: { type?: string }) => item.type === undefined || item.type === 'organisation').map(({ id }: { id: string }) => id)
  const both = ['/api/v1/search?q=politechnika+gdansk', '/api/v1/organisations?q=politechnika+gdansk']
  for (const path of both) t.strictSame((await found(path)).filter(id => id === A || id === B).sort(), [A, B].sort())
  await call('POST', '/api/v1/merges', { kept: A, merged: B })
  for (const path of both) t.strictSame((await found(path)).filter(id => id === A || id === B), [A], 'also by the index that was made before')
  t.match((await call('GET', '/api/v1/search?q=gdansk+tech')).body.items[0], { id: A, label: 'Politechnika Gdańska', detail: 'Gdańsk, Poland' }, 'by the name that became another name')
})

t.test('what was decided about a merged organisation is taken back at the kept one', async t => {
  const { call } = await service(t)
  const D = organisationId('d')
  for (const decision of ['different', 'later']) await call('POST', '/api/v1/duplicates/decisions', { a: decision === 'different' ? B : A, b: D, decision })
  await call('POST', '/api/v1/merges', { kept: A, merged: B })
  t.equal((await call('GET', '/api/v1/duplicates?state=different')).body.total, 1, 'of two decisions "different" holds')
  t.match(await call('POST', '/api/v1/duplicates/decisions', { a: A, b: D, decision: 'later' }), { status: 200 })
  t.equal((await call('GET', '/api/v1/duplicates?state=later')).body.total, 1, 'and the one made now takes the place of both')
  t.match(await call('POST', '/api/v1/duplicates/decisions', { a: A, b: D, decision: null }), { status: 200 })
  t.equal((await call('GET', '/api/v1/duplicates')).body.total, 1)
})

t.test('what was called different stays so after a merge', async t => {
  const { call } = await service(t)
  await call('POST', '/api/v1/duplicates/decisions', { a: B, b: organisationId('d'), decision: 'different' })
  await call('POST', '/api/v1/merges', { kept: A, merged: B })
  t.equal((await call('GET', '/api/v1/duplicates')).body.total, 0, 'a and d are b and d now')
  t.equal((await call('GET', '/api/v1/duplicates?state=different')).body.total, 1)
})

t.test('importing the files again finds the kept one', async t => {
  const { call, store } = await buildService(t)
  const file = 'name,country,city,pic,key\nTartu Ülikool,EE,Tartu,999895013,ut\nUNIVERSITY OF TARTU,EE,,999895110,\n"Tartu University, no code",EE,Narva,,\n'
  const bring = (): ReturnType<typeof importInto> => importInto(store, [fileOf('o.csv', file)], { format: 'organisations-csv', source: 'register' })
  await bring()
  const ids = new Map((await store.listOrganisations({}, { limit: 9, after: null })).rows.map(({ name, id }) => [name, id]))
  const [kept, coded, bare] = ['Tartu Ülikool', 'UNIVERSITY OF TARTU', 'Tartu University, no code'].map(name => ids.get(name))
  await call('POST', '/api/v1/merges', { kept, merged: coded })
  await call('POST', '/api/v1/merges', { kept, merged: bare })
  const before = await store.getOrganisation(kept!)
  t.match(await bring(), { status: 'completed', errorsTotal: 0 })
  t.equal((await store.counts()).organisations, 1, 'neither comes back')
  t.match(await store.getOrganisation(kept!), { name: 'Tartu Ülikool', city: 'Tartu', aliases: before!.aliases })
  const more = 'kind,source,target\nSUPPLIES,' + `${bare},pic:999895110\n`
  t.match(await importInto(store, [fileOf('l.csv', more)], { format: 'links-csv', source: 'register' }), { status: 'completed' }, 'an old id is understood')
  t.match((await store.listLinks({}, { limit: 2, after: null })).rows, [{ source: kept, target: kept }])
  t.match(await call('POST', '/api/v1/organisations', { name: 'Again', country: 'EE', kind: 'university', identifiers: [{ scheme: 'pic', value: '999895110' }] }), { status: 409 })
  for (const id of [bare, coded]) t.equal((await call('DELETE', `/api/v1/merges/${id}`)).status, 204, 'an import that says the same is no obstacle')
  t.equal((await store.counts()).organisations, 3)
})
