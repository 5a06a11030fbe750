/** Needs and offers, match lists, routes of introduction and one link more, over HTTP. */
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { DESCRIPTION_LENGTH_MAX, NAMED_PARTNERS_MAX, PROFILES_MAX } from '../../services/contract/partner-profile.ts'
import { ROUTE_LINKS_MAX, ROUTES_MAX, STEPS_MAX } from '../../services/contract/partner-match.ts'
import { buildAnalysedService, buildService } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'

const NEED = { type: 'technology-request', title: 'Packaging from fibre', domains: ['s3:bioeconomy'], trl: 6, countries: ['LV', 'EL'], validUntil: '2026-03-01' }
const add = async ({ call }: BuiltService, name: string): Promise<string> => (await call('POST', '/api/v1/organisations', { name, kind: 'company', country: 'LV' })).body.id

t.test('a profile is added, changed, listed with its versions, and withdrawn', async t => {
  const service = await buildService(t)
  const { call } = service
  const id = await add(service, 'Koks')
  const at = `/api/v1/organisations/${id}/profiles`
  t.strictSame((await call('GET', at)).body, { items: [] })
  const { status, body: made, headers } = await call('POST', at, NEED)
  t.equal(status, 201)
  t.equal(headers.location, `${at}/${made.id}`)
  t.match(made, { organisation: id, version: 1, state: 'valid', countries: ['LV', 'GR'], confidentiality: 'brokers', validFrom: null })
  const changed = await call('PUT', `${at}/${made.id}?basedOn=1`, { ...NEED, validUntil: '2026-02-28' })
  t.match(changed, { status: 200, body: { version: 2, state: 'expired' } }, 'the last day counts; the day after it has expired')
  const back = await call('PUT', `${at}/${made.id}?basedOn=2`, changed.body)
  t.strictSame([back.status, back.body], [200, { ...changed.body, version: 3 }], 'what was read may come back whole')
  t.match(await call('PUT', `${at}/${made.id}?basedOn=3`, { ...NEED, id: 'prf-other' }), { status: 400, body: { detail: /send the request to the other address/ } })
  t.match(await call('PUT', `${at}/${made.id}?basedOn=1`, NEED), { status: 409, body: { code: 'CONFLICT', detail: /version 3/ } })
  t.match(await call('DELETE', `${at}/${made.id}?basedOn=1`), { status: 409 })
  t.strictSame((await call('GET', `${at}/${made.id}/versions`)).body.items.map(({ version }: { version: number }) => version), [1, 2, 3])
  t.equal((await call('POST', at, { ...NEED, validFrom: '2026-03-02', validUntil: null })).body.state, 'not-yet-valid')
  t.equal((await call('GET', at)).body.items.length, 2, 'what is not valid is listed')
  t.equal((await call('DELETE', `${at}/${made.id}?basedOn=3`)).status, 204)
  t.match(await call('GET', `${at}/${made.id}`), { status: 404, body: { detail: /not among the profiles/ } })
  t.equal((await call('GET', `${at}/${made.id}/versions`)).body.items.length, 3, 'its versions are kept')
  const other = await add(service, 'Cits')
  t.equal((await call('GET', `/api/v1/organisations/${other}/profiles/${made.id}/versions`)).status, 404)
})

t.test('what a profile may not say', async t => {
  const service = await buildService(t)
  const id = await add(service, 'Koks')
  const refused = async (given: object, path: string): Promise<void> => {
    const { status, body } = await service.call('POST', `/api/v1/organisations/${id}/profiles`, { ...NEED, ...given })
    t.equal(status, 400, path)
    t.ok(body.errors.some((error: { path: string }) => error.path === path), `${path}: ${JSON.stringify(body.errors)}`)
  }
  await refused({ title: ' ' }, 'title')
  await refused({ type: 'wish' }, 'type')
  await refused({ description: 'x'.repeat(DESCRIPTION_LENGTH_MAX + 1) }, 'description')
  await refused({ trl: 10 }, 'trl')
  await refused({ trl: 1.5 }, 'trl')
  await refused({ domains: [] }, 'domains')
  await refused({ domains: ['s3:bioeconomi'] }, 'domains.0')
  await refused({ countries: ['LV', 'XX'] }, 'countries.1')
  await refused({ validFrom: '2026-04-01' }, 'validUntil')
  await refused({ validFrom: '2026-02-30' }, 'validFrom')
  await refused({ confidentiality: 'named-partners' }, 'namedPartners')
  await refused({ namedPartners: [id] }, 'namedPartners')
  await refused({ confidentiality: 'named-partners', namedPartners: [id] }, 'namedPartners.0')
  await refused({ confidentiality: 'named-partners', namedPartners: ['org-000000000000'] }, 'namedPartners.0')
  await refused({ confidentiality: 'named-partners', namedPartners: Array(NAMED_PARTNERS_MAX + 1).fill('org-000000000000') }, 'namedPartners')
  t.equal((await service.call('POST', '/api/v1/organisations/org-000000000000/profiles', NEED)).status, 404)
  t.equal((await service.call('PUT', `/api/v1/organisations/${id}/profiles/prf-none?basedOn=1`, NEED)).status, 404)
  t.equal((await service.call('PUT', `/api/v1/organisations/${id}/profiles/prf-none`, NEED)).status, 400, 'basedOn is missing')
})

t.test('at most so many profiles', async t => {
  const service = await buildService(t)
  const id = await add(service, 'Koks')
  for (let i = 0; i < PROFILES_MAX; i++) await service.store.saveRecords([{ kind: 'partner-profile', id: `prf-${i}`, savedAt: '2026-01-01T00:00:00.000Z', subjects: [id], document: NEED, basedOn: 0 }])
  t.match(await service.call('POST', `/api/v1/organisations/${id}/profiles`, NEED), { status: 409, body: { detail: new RegExp(`at most ${PROFILES_MAX}`) } })
})

t.test('what is confidential is shown to the bearer of the token alone', async t => {
  const service = await buildService(t, { config: { accessToken: 'secret', loopback: false } })
  const bearer = { authorization: 'Bearer secret' }
  const { body: { id } } = await service.call('POST', '/api/v1/organisations', { name: 'Koks', kind: 'company', country: 'LV' }, bearer)
  const at = `/api/v1/organisations/${id}/profiles`
  const { body: hidden } = await service.call('POST', at, NEED, bearer)
  const { body: open } = await service.call('POST', at, { ...NEED, confidentiality: 'public' }, bearer)
  t.strictSame((await service.call('GET', at)).body.items.map((profile: { id: string }) => profile.id), [open.id])
  t.equal((await service.call('GET', at, undefined, bearer)).body.items.length, 2)
  t.equal((await service.call('GET', `${at}/${hidden.id}`)).status, 404)
  t.equal((await service.call('GET', `${at}/${hidden.id}/versions`)).status, 404)
  t.equal((await service.call('GET', `${at}/${hidden.id}`, undefined, bearer)).status, 200)
  t.equal((await service.call('POST', at, NEED)).status, 401)
})

t.test('a match list, page by page, and a route to the first of it', async t => {
  const { call, run, chains } = await buildAnalysedService(t)
  const [firm] = chains.organisations
  const at = `/api/v1/runs/${run.id}/organisations/${firm.id}/partners`
  const { status, body: all } = await call('GET', `${at}?limit=500`)
  t.equal(status, 200)
  t.ok(all.total > 10 && all.items.length === all.total && all.nextCursor === null)
  const scores = all.items.map(({ score }: { score: number }) => score)
  t.strictSame(scores, [...scores].sort((a, b) => b - a))
  const first = (await call('GET', `${at}?limit=4`)).body
  const second = (await call('GET', `${at}?limit=4&cursor=${first.nextCursor}`)).body
  t.strictSame([...first.items, ...second.items], all.items.slice(0, 8))
  t.match(await call('GET', `${at}?limit=4&abroad=true&cursor=${first.nextCursor}`), { status: 400, body: { code: 'INVALID_CURSOR' } })
  const abroad = (await call('GET', `${at}?abroad=true&limit=500`)).body.items
  t.ok(abroad.length > 0 && abroad.every((match: { organisation: { country: string } }) => match.organisation.country !== firm.country))

  const reached = all.items.find((match: { reasons: { reach: { steps: number | null } } }) => match.reasons.reach.steps === 2)
  const { body: { routes, linked } } = await call('GET', `/api/v1/runs/latest/introduction-routes?from=${firm.id}&to=${reached.organisation.id}&routes=2`)
  t.ok(!linked && routes.length > 0 && routes.length <= 2)
  t.equal(routes[0].introducer.id, routes[0].organisations[1].id)
  t.equal(routes[0].links.length, routes[0].organisations.length - 1)
  t.ok(routes[0].links.every((link: { weight: number }) => link.weight >= routes[0].weakest))

  const { body: effect } = await call('GET', `/api/v1/runs/latest/what-if/link?source=${firm.id}&target=${reached.organisation.id}`)
  t.match(effect, { weight: 1, steps: { before: 2, after: 1 }, sides: [{ organisation: { id: firm.id } }, { organisation: { id: reached.organisation.id } }] })
})

t.test('what these refuse', async t => {
  const { call, run, chains } = await buildAnalysedService(t)
  const [{ id }] = chains.organisations
  const partner = (await call('GET', `/api/v1/organisations/${id}/profile`)).body.partners[0].id
  const refuses = async (url: string, status: number, code: string): Promise<void> => { t.match(await call('GET', `/api/v1/runs/${url}`), { status, body: { code } }, url) }
  await refuses(`run-none/organisations/${id}/partners`, 404, 'NOT_FOUND')
  await refuses('latest/organisations/org-none/partners', 404, 'NOT_FOUND')
  await refuses(`latest/organisations/${id}/partners?stepsMax=${STEPS_MAX + 1}`, 400, 'INVALID_INPUT')
  await refuses(`latest/organisations/${id}/partners?wanted=wood`, 400, 'INVALID_INPUT')
  await refuses(`latest/organisations/${id}/partners?profile=prf-none`, 404, 'NOT_FOUND')
  await refuses(`latest/organisations/${id}/partners?trlMin=0`, 400, 'INVALID_INPUT')
  await refuses(`latest/introduction-routes?from=${id}&to=${id}`, 400, 'INVALID_INPUT')
  await refuses(`latest/introduction-routes?from=${id}&to=org-none`, 404, 'NOT_FOUND')
  await refuses(`latest/introduction-routes?from=${id}&to=${partner}&routes=${ROUTES_MAX + 1}`, 400, 'INVALID_INPUT')
  await refuses(`latest/introduction-routes?from=${id}&to=${partner}&linksMax=${ROUTE_LINKS_MAX + 1}`, 400, 'INVALID_INPUT')
  await refuses(`latest/what-if/link?source=${id}&target=${partner}`, 409, 'CONFLICT')
  await refuses(`${run.id}/what-if/link?source=${id}&target=${chains.organisations[1].id}&weight=0`, 400, 'INVALID_INPUT')
})

t.test('files: a match list with its reasons, and public profiles alone', async t => {
  const { call, chains } = await buildAnalysedService(t)
  const [{ id }, ...others] = chains.organisations
  const { body: { items } } = await call('GET', `/api/v1/runs/latest/organisations/${id}/partners?limit=500`)
  const [{ organisation: first }] = items
  const hidden = { ...NEED, type: 'technology-offer', title: 'Hidden offer', validUntil: null }
  t.equal((await call('POST', `/api/v1/organisations/${first.id}/profiles`, hidden)).status, 201)
  t.equal((await call('POST', `/api/v1/organisations/${first.id}/profiles`, { ...hidden, title: '=HYPERLINK("http://x")', confidentiality: 'public' })).status, 201)
  const { body: need } = await call('POST', `/api/v1/organisations/${id}/profiles`, NEED)
  const onScreen = (await call('GET', `/api/v1/runs/latest/organisations/${id}/partners?profile=${need.id}&answering=true`)).body.items
  t.same(onScreen.flatMap((match: { reasons: { answers: Array<{ title: string }> } }) => match.reasons.answers.map(({ title }) => title)).sort(), ['=HYPERLINK("http://x")', 'Hidden offer'])

  t.match((await call('GET', `/api/v1/exports/partners?organisation=${id}&profile=${need.id}`)).body, { status: 400, errors: [{ path: 'profile', message: /not public/ }] })
  t.match((await call('GET', `/api/v1/runs/latest/organisations/${id}/partners?publicOnly=true&profile=${need.id}`)).body, { status: 400, errors: [{ path: 'profile' }] })
  const { body: { items: open } } = await call('GET', `/api/v1/runs/latest/organisations/${id}/partners?publicOnly=true&answering=true`)
  t.strictSame(open, [], 'its own need is not public, so nothing answers it')
  const { body: openNeed } = await call('POST', `/api/v1/organisations/${id}/profiles`, { ...NEED, confidentiality: 'public' })
  const file = await call('GET', `/api/v1/exports/partners?organisation=${id}&profile=${openNeed.id}`)
  t.equal(file.status, 200)
  const rows = parse(file.text, { columns: true }) as Array<Record<string, string>>
  t.equal(rows.length, items.length)
  const row = rows.find(each => each.id === first.id)
  t.equal(row?.answeringProfiles, '\'=HYPERLINK("http://x")', 'no formula, and nothing confidential')
  t.match(row, { steps: /^\d*$/, fit: /^[\d.]*$/ })
  t.match(rows[0].about, /partner/)
  t.notMatch(file.text, 'Hidden offer')

  const profiles = parse((await call('GET', '/api/v1/exports/partner-profiles')).text, { columns: true }) as Array<Record<string, string>>
  t.strictSame(profiles.map(({ title, organisation }) => [title, organisation]).sort(), [[NEED.title, id], ['\'=HYPERLINK("http://x")', first.id]].sort())

  t.equal((await call('POST', '/api/v1/feedback', { of: id, candidate: others.find(other => items.some((match: { organisation: { id: string } }) => match.organisation.id === other.id))?.id, context: 'partners', verdict: 'not-relevant' })).status < 300, true)
  t.match((await call('GET', `/api/v1/runs/latest/organisations/${id}/partners`)).body, { notRelevant: 1, total: items.length - 1 })
  t.match((await call('GET', '/api/v1/rankings?list=partners')).body, { total: 5 }, 'every list that was shown is logged')
})

t.test('the log and the lists of readers say nothing of what is confidential', async t => {
  const service = await buildAnalysedService(t, { config: { accessToken: 'secret', loopback: false } })
  const bearer = { authorization: 'Bearer secret' }
  const get = async (path: string, headers = {}): Promise<any> => (await service.call('GET', `/api/v1/${path}`, undefined, headers)).body
  const [{ id }] = service.chains.organisations
  const list = `runs/latest/organisations/${id}/partners`
  const before = await get(list)
  t.equal((await get('rankings', bearer)).total, 0, 'what readers are shown is not logged')
  await get(`${list}?abroad=true`, bearer)
  t.equal((await get('rankings')).total, 1, 'everybody would have been shown the same')

  const candidate = before.items[3].organisation.id
  const profile = (await service.call('POST', `/api/v1/organisations/${id}/profiles`, NEED, bearer)).body.id
  await service.call('POST', `/api/v1/organisations/${candidate}/profiles`, { ...NEED, type: 'technology-offer' }, bearer)
  t.equal((await get(`${list}?answering=true&profile=${profile}`, bearer)).items[0].organisation.id, candidate)
  await get(`exports/partners?organisation=${id}`, bearer)
  await service.call('POST', '/api/v1/feedback', { of: id, candidate: before.items[0].organisation.id, context: 'partners', verdict: 'not-relevant' }, bearer)
  t.match(await get(list, bearer), { notRelevant: 1, total: before.total - 1 })
  t.strictSame(await get(list), before, 'and readers are shown what they were')
  t.equal(before.notRelevant, null)

  const { items } = await get('rankings', bearer)
  t.strictSame(items.map(({ confidential }: any) => confidential).sort(), [false, false, true, true])
  const hidden = items.filter(({ confidential }: any) => confidential)
  for (const query of ['', `&organisation=${candidate}`]) t.equal((await get(`rankings?list=partners${query}`)).items.some(({ id }: any) => hidden.some((each: any) => each.id === id)), false, query)
  for (const each of hidden) t.match(await get(`rankings/${each.id}`), { status: 404 })
  const file: string = await get('exports/rankings', bearer)
  t.notMatch(file, new RegExp([profile, ...hidden.map((each: any) => each.id)].join('|')))
})

t.test('of profiles added at the same moment as many are kept as the limit says', async t => {
  const service = await buildService(t)
  const id = await add(service, 'Koks')
  const answers = await Promise.all(Array.from({ length: PROFILES_MAX + 12 }, () => service.call('POST', `/api/v1/organisations/${id}/profiles`, NEED)))
  t.equal(answers.filter(({ status }) => status === 201).length, PROFILES_MAX)
  t.equal((await service.call('GET', `/api/v1/organisations/${id}/profiles`)).body.items.length, PROFILES_MAX)
})
