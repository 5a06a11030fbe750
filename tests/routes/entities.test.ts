/** Organisations, links, networks, memberships: made, read, replaced, deleted, and everything they refuse. */
import t from 'tap'
import { buildService } from '../support/build-service.ts'

const FIRM = { name: 'Baltic Timber', kind: 'company', country: 'LV' }
const missing = (prefix: string): string => `${prefix}-000000000000`

t.test('an organisation from POST to DELETE', async t => {
  const { call } = await buildService(t)
  const made = await call('POST', '/api/v1/organisations', { ...FIRM, aliases: ['BT'], country: 'EL', identifiers: [{ scheme: 'pic', value: '999895013' }], sectors: ['C16.1'] })
  t.equal(made.status, 201)
  t.equal(made.headers.location, `/api/v1/organisations/${made.body.id}`)
  t.match(made.body, { country: 'GR', sectors: ['16.1'], source: 'manual', updatedAt: '2026-03-01T12:00:00.000Z' }, 'codes are brought to one spelling')
  t.strictSame((await call('GET', made.headers.location as string)).body, made.body)

  const replaced = await call('PUT', made.headers.location as string, { ...FIRM, name: 'Baltic Timber AS', identifiers: [{ scheme: 'pic', value: '999895013' }] })
  t.match(replaced, { status: 200, body: { id: made.body.id, name: 'Baltic Timber AS', aliases: [] } }, 'what the body leaves out is emptied')

  const twice = await call('POST', '/api/v1/organisations', { ...FIRM, identifiers: [{ scheme: 'pic', value: '999895013' }] })
  t.match(twice, { status: 409, body: { code: 'CONFLICT', detail: new RegExp(`belongs to ${made.body.id}`) } })
  const other = await call('POST', '/api/v1/organisations', FIRM)
  t.equal(other.status, 201)
  t.match(await call('PUT', `/api/v1/organisations/${other.body.id}`, { ...FIRM, identifiers: [{ scheme: 'pic', value: '999895013' }] }), { status: 409, body: { code: 'CONFLICT' } }, 'an identifier names one organisation')

  t.equal((await call('DELETE', made.headers.location as string)).status, 204)
  const gone = await call('GET', made.headers.location as string)
  t.match(gone, { status: 404, body: { code: 'NOT_FOUND', type: 'urn:amber-road:not-found' } })
  t.equal((await call('DELETE', made.headers.location as string)).status, 404, 'deleted once')
})

t.test('an organisation is refused with the field, the value and what was expected', async t => {
  const { call, store } = await buildService(t)
  const before = await store.revision()
  const refused: Array<[more: object, path: string, message: RegExp]> = [
    [{ name: '' }, 'name', /empty/], [{ name: 'x'.repeat(501) }, 'name', /500/], [{ name: 'a\u0000b' }, 'name', /control/], [{ name: 'a\ud800' }, 'name', /UTF-16/],
    [{ kind: 'firm' }, 'kind', /company/], [{ country: 'Latvia' }, 'country', /two-letter/], [{ country: 'QX' }, 'country', /reference\/countries/],
    [{ region: { code: 'LV00', vintage: '2024', precision: 'exact' }, coordinates: { latitude: 91, longitude: 0, precision: 'exact' } }, 'coordinates.latitude', /90/],
    [{ region: { code: 'LV9ZZ', vintage: '2024', precision: 'exact' } }, 'region.code', /reference\/regions/],
    [{ sectors: ['99.99'] }, 'sectors.0', /reference\/sectors/], [{ domains: ['s3:bioeconmy'] }, 'domains.0', /did you mean s3:bioeconomy/],
    [{ identifiers: [{ scheme: 'lei', value: '529900T8BM49AURSDO56' }] }, 'identifiers.0.value', /check digits/],
    [{ aliases: Array(101).fill('x') }, 'aliases', /100/], [{ website: 'javascript:alert(1)' }, 'website', /URL/i]
  ]
  for (const [more, path, message] of refused) {
    const { status, body } = await call('POST', '/api/v1/organisations', { ...FIRM, ...more })
    t.equal(status, 400, path)
    t.equal(body.code, 'INVALID_INPUT')
    const error = body.errors.find((each: { path: string }) => each.path === path)
    t.ok(error, `${path} is named among ${JSON.stringify(body.errors)}`)
    t.match(error?.message, message)
  }
  t.strictSame((await call('POST', '/api/v1/organisations', { ...FIRM, domains: ['s3:bioeconmy'] })).body.didYouMean, ['s3:bioeconomy'])
  t.match(await call('POST', '/api/v1/organisations', '{"name":', { 'content-type': 'application/json' }), { status: 400, body: { code: 'INVALID_INPUT' } }, 'half a JSON')
  t.match(await call('POST', '/api/v1/organisations', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }), { status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE', detail: /send JSON .*application\/json/ } })
  t.match(await call('POST', '/api/v1/organisations'), { status: 400, body: { detail: 'the body is missing' } }, 'no body')
  const { kind: _kind, ...withoutKind } = FIRM
  t.match(await call('POST', '/api/v1/organisations', withoutKind), { status: 400, body: { detail: 'kind: is missing', errors: [{ path: 'kind', message: 'is missing' }] } })
  t.match(await call('GET', '/api/v1/links/evidence'), { status: 400, body: { detail: 'source: is missing; target: is missing' } })
  t.strictSame(await store.revision(), before, 'nothing was written')
})

t.test('no field of a body is lost: what is not known is refused, what was answered may come back', async t => {
  const { call } = await buildService(t)
  const post = async (list: string, body: object): Promise<{ id: string }> => (await call('POST', `/api/v1/${list}`, body)).body
  const firms = await Promise.all(['A', 'B'].map(async name => await post('organisations', { ...FIRM, name })))
  const network = { kind: 'project', name: 'Baltic Reed' }
  const bodies: Array<[list: string, body: object, made: { id: string }]> = []
  bodies.push(['organisations', FIRM, firms[0]], ['networks', network, await post('networks', network)])
  const link = { kind: 'SUPPLIES', source: firms[0].id, target: firms[1].id }
  const membership = { organisation: firms[0].id, network: bodies[1][2].id }
  bodies.push(['links', link, await post('links', link)], ['memberships', membership, await post('memberships', membership)])
  for (const [list, body, made] of bodies) {
    const url = `/api/v1/${list}/${made.id}`
    for (const [method, address] of [['POST', `/api/v1/${list}`], ['PUT', url]] as const) t.match(await call(method, address, { ...body, colour: 'red' }), { status: 400, body: { code: 'INVALID_INPUT', detail: /colour/ } }, `${method} ${list}`)
    const { body: answered } = await call('GET', url)
    t.match(await call('PUT', url, answered), { status: 200, body: { id: made.id } }, `${list}: what GET answered`)
    t.match(await call('PUT', url, { ...answered, id: missing('org') }), { status: 400, body: { errors: [{ path: 'id', value: missing('org') }] } }, `${list}: another id`)
  }
})

t.test('links join organisations, and only those there are', async t => {
  const { call } = await buildService(t)
  const [a, b, c] = await Promise.all(['A', 'B', 'C'].map(async name => (await call('POST', '/api/v1/organisations', { ...FIRM, name })).body.id))
  const made = await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: a, target: b, weight: 2.5, product: 'Sawn timber', sector: '16.1' })
  t.match(made, { status: 201, body: { source: a, target: b, weight: 2.5, confidence: 1 } })
  const again = await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: a, target: b, weight: 4, product: 'Sawn timber' })
  t.match(again.body, { id: made.body.id, weight: 4, sector: null }, 'the same link again changes it')
  t.equal((await call('GET', '/api/v1/links')).body.total, 1)
  t.match((await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: b, target: a, product: 'Sawn timber' })).body.id === made.body.id, false, 'the way back is another link')

  const unknown = await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: a, target: missing('org') })
  t.match(unknown, { status: 422, body: { code: 'UNKNOWN_ENDPOINT', errors: [{ path: 'organisation', value: missing('org') }] } })
  t.match(await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: a, target: b, weight: -1 }), { status: 400, body: { errors: [{ path: 'weight' }] } })
  for (const weight of [1e-51, 1e51]) t.match(await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: a, target: b, weight }), { status: 400, body: { errors: [{ path: 'weight', message: /0, or from 1e-50 to 1e\+50/ }] } })
  t.match(await call('POST', '/api/v1/links', { kind: 'SUPPLIES', source: a, target: b, sector: '16.11' }), { status: 400, body: { errors: [{ path: 'sector' }] } })
  t.match(await call('PUT', `/api/v1/links/${made.body.id}`, { kind: 'SUPPLIES', source: a, target: c, product: 'Sawn timber' }), { status: 409, body: { code: 'CONFLICT' } }, 'its ends are what it is')
  t.match(await call('PUT', `/api/v1/links/${made.body.id}`, { kind: 'SUPPLIES', source: a, target: b, product: 'Sawn timber', weight: 7 }), { status: 200, body: { weight: 7 } })
  t.match(await call('GET', `/api/v1/links?source=${b}`), { status: 200, body: { total: 1 } })
  t.match(await call('GET', `/api/v1/links?organisation=${b}`), { status: 200, body: { total: 2 } })

  t.match((await call('GET', `/api/v1/links/evidence?source=${a}&target=${b}`)).body, { links: [{ weight: 7 }, { weight: 1 }], networks: [] })
  t.match(await call('GET', `/api/v1/links/evidence?source=${a}&target=${missing('org')}`), { status: 422 })
  t.equal((await call('DELETE', `/api/v1/links/${made.body.id}`)).status, 204)
  t.match(await call('GET', `/api/v1/links/${made.body.id}`), { status: 404, body: { code: 'NOT_FOUND' } })
  t.equal((await call('DELETE', `/api/v1/organisations/${b}`)).status, 204)
  t.equal((await call('GET', '/api/v1/links')).body.total, 0, 'its links go with an organisation')
})

t.test('networks and who belongs to them', async t => {
  const { call } = await buildService(t)
  const { body: firm } = await call('POST', '/api/v1/organisations', FIRM)
  const made = await call('POST', '/api/v1/networks', { kind: 'project', name: 'GoSmart', externalKey: 'interreg:R001', domains: ['s3:bioeconomy'], from: '2017-10', to: '2020' })
  t.equal(made.status, 201)
  t.match(await call('POST', '/api/v1/networks', { kind: 'project', name: 'Other', externalKey: 'interreg:R001' }), { status: 409, body: { detail: /PUT/ } })
  t.match(await call('POST', '/api/v1/networks', { kind: 'project', name: 'x', from: 'October 2017' }), { status: 400, body: { errors: [{ path: 'from' }] } })
  t.match(await call('POST', '/api/v1/networks', { kind: 'project', name: 'x', domains: ['s3:nothing'] }), { status: 400, body: { errors: [{ path: 'domains.0' }] } })
  t.match(await call('PUT', `/api/v1/networks/${made.body.id}`, { kind: 'project', name: 'GoSmart BSR' }), { status: 200, body: { id: made.body.id, name: 'GoSmart BSR' } })
  t.match(await call('GET', '/api/v1/networks?nameStartsWith=gosm'), { status: 200, body: { total: 1 } })

  const membership = await call('POST', '/api/v1/memberships', { organisation: firm.id, network: made.body.id, role: 'coordinator' })
  t.equal(membership.status, 201)
  t.match(await call('POST', '/api/v1/memberships', { organisation: firm.id, network: missing('net'), role: 'partner' }), { status: 422, body: { code: 'UNKNOWN_ENDPOINT', errors: [{ path: 'network' }] } })
  t.match(await call('PUT', `/api/v1/memberships/${membership.body.id}`, { organisation: firm.id, network: made.body.id, role: 'partner' }), { status: 409 })
  t.match(await call('PUT', `/api/v1/memberships/${membership.body.id}`, { organisation: firm.id, network: made.body.id, role: 'coordinator', contribution: 1000 }), { status: 200, body: { contribution: 1000 } })
  t.match(await call('GET', `/api/v1/memberships?network=${made.body.id}`), { body: { total: 1, items: [{ role: 'coordinator' }] } })
  t.match(await call('GET', `/api/v1/networks?organisation=${firm.id}`), { body: { total: 1 } })
  t.equal((await call('DELETE', `/api/v1/networks/${made.body.id}`)).status, 204)
  t.match(await call('GET', `/api/v1/memberships/${membership.body.id}`), { status: 404 }, 'memberships go with their network')
  t.equal((await call('DELETE', `/api/v1/memberships/${membership.body.id}`)).status, 404)
  t.equal((await call('GET', `/api/v1/networks/${made.body.id}`)).status, 404)
})

t.test('of writers at the same time one wins, and the others are told', async t => {
  const { call } = await buildService(t)
  const statuses = async (method: 'POST' | 'DELETE', url: string, body?: (i: number) => unknown): Promise<number[]> => (await Promise.all(Array.from({ length: 12 }, (_, i) => call(method, url, body?.(i))))).map(({ status }) => status).sort()
  t.strictSame(await statuses('POST', '/api/v1/organisations', i => ({ ...FIRM, name: `Firm ${i}`, identifiers: [{ scheme: 'pic', value: '999895013' }] })), [201, ...Array(11).fill(409)])
  t.strictSame(await statuses('POST', '/api/v1/networks', () => ({ kind: 'project', name: 'GoSmart', externalKey: 'interreg:R001' })), [201, ...Array(11).fill(409)])
  const { body: { items: [firm] } } = await call('GET', '/api/v1/organisations')
  t.strictSame(await statuses('DELETE', `/api/v1/organisations/${firm.id}`), [204, ...Array(11).fill(404)])
})

t.test('an id one letter off is recognised', async t => {
  const { call } = await buildService(t)
  const { body: firm } = await call('POST', '/api/v1/organisations', FIRM)
  const typed = firm.id.slice(0, -1) + (firm.id.endsWith('0') ? '1' : '0')
  t.match(await call('GET', `/api/v1/organisations/${typed}`), { status: 404, body: { didYouMean: [firm.id] } })
})
