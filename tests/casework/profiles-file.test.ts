/** Needs and offers from a file: wholly or not at all, errors by row, and an exported file comes back as it was. */
import t from 'tap'
import { PROFILE_ROWS_MAX } from '../../services/casework/profiles-file.ts'
import { PROFILES_MAX } from '../../services/contract/partner-profile.ts'
import { buildService } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'

const HEAD = 'organisation,type,title,domains,countries,trl,confidentiality'
const add = async ({ call }: BuiltService, name: string): Promise<string> => (await call('POST', '/api/v1/organisations', { name, kind: 'company', country: 'LV' })).body.id
const sender = ({ app }: BuiltService, headers = {}) => async (text: string, query = ''): Promise<{ status: number, body: any }> => {
  const { statusCode, body } = await app.inject({ method: 'POST', url: `/api/v1/partner-profiles?name=needs.csv&${query}`, headers: { 'content-type': 'text/csv', ...headers }, payload: text })
  return { status: statusCode, body: JSON.parse(body) }
}

t.test('a file is checked, then written, and the same file again changes nothing', async t => {
  const service = await buildService(t)
  const id = await add(service, 'Koks')
  const send = sender(service)
  const file = `${HEAD}\n${id},technology-request,"Packaging, from fibre",s3:bioeconomy,LV;EL,6,public\n${id},business-offer,Pulp,s3:bioeconomy; s3:smart-health,,,\n`
  t.match(await send(file, 'dryRun=true'), { status: 200, body: { status: 'checked', rowsRead: 2, errorsTotal: 0, profiles: [{ change: 'new', replaces: 0 }, { change: 'new' }] } })
  const list = async (): Promise<any[]> => (await service.call('GET', `/api/v1/organisations/${id}/profiles`)).body.items
  t.strictSame(await list(), [], 'nothing was written')
  t.match(await send(file), { status: 200, body: { status: 'completed', rowsRead: 2 } })
  const kept = await list()
  t.match(kept.find(({ type }) => type === 'technology-request'), { title: 'Packaging, from fibre', countries: ['LV', 'GR'], trl: 6, confidentiality: 'public', version: 1 })
  t.match(kept.find(({ type }) => type === 'business-offer'), { domains: ['s3:bioeconomy', 's3:smart-health'], trl: null, confidentiality: 'brokers' }, 'what is not said is for brokers')
  t.strictSame((await send(file)).body.profiles.map(({ change }: any) => change), ['same', 'same'])
  t.strictSame(await list(), kept, 'the same again is no new version')
  t.match((await send(file.replace(',6,', ',7,'))).body.profiles, [{ change: 'changed', replaces: 1 }, { change: 'same' }])

  const { text: exported } = await service.call('GET', '/api/v1/exports/partner-profiles?byteOrderMark=true')
  t.notMatch(exported, 'Pulp', 'confidential ones are in no file')
  t.match((await send(exported)).body, { status: 'completed', rowsRead: 1, profiles: [{ change: 'same', replaces: 2 }] })
  const public2 = (await list()).find(({ confidentiality }) => confidentiality === 'public')
  await service.call('DELETE', `/api/v1/organisations/${id}/profiles/${public2.id}?basedOn=2`)
  t.match((await send(exported)).body, { status: 'completed', profiles: [{ change: 'new' }] })
  t.match((await list()).find(each => each.id === public2.id), { version: 4, trl: 7, title: 'Packaging, from fibre' }, 'withdrawn, it comes back as its next version')
})

t.test('one wrong row keeps all out, and each says what is wrong', async t => {
  const service = await buildService(t)
  const [id, other] = [await add(service, 'Koks'), await add(service, 'Cits')]
  const send = sender(service)
  const errors = async (rows: string[], head = HEAD): Promise<Array<[number, string]>> => {
    const { status, body } = await send([head, ...rows].join('\n'))
    t.equal(status, 422)
    t.equal((await service.call('GET', `/api/v1/organisations/${id}/profiles`)).body.items.length, 0, 'nothing was written')
    return body.errors.map(({ row, column }: any) => [row, column])
  }
  const good = `${id},rd-request,Good,s3:bioeconomy,,,`
  t.strictSame(await errors([good, `${id},wish,,s3:bioeconomi,XX,10,`]), [[3, 'type'], [3, 'title'], [3, 'trl']])
  t.match((await send(`${HEAD}\n${id},wish,Two,s3:bioeconomy,,,`)).body.errors, [{ column: 'type', expected: /^one of technology-offer, technology-request, / }])
  t.strictSame(await errors([good, `${id},rd-request,Two,s3:bioeconomi,,,`, 'org-000000000000,rd-request,Three,s3:bioeconomy,,,', good]), [[3, 'domains'], [4, 'organisation'], [5, 'title']])
  t.strictSame(await errors([`${id},rd-request,Two,s3:bioeconomy,XX,,`]), [[2, 'countries']])
  t.strictSame(await errors([`${id},rd-request,None,,,,`]), [[2, 'domains']])
  t.strictSame(await errors([`${id},rd-request,Named,s3:bioeconomy,named-partners,${id}`, `${id},rd-request,Nobody,s3:bioeconomy,named-partners,`], 'organisation,type,title,domains,confidentiality,namedPartners'), [[2, 'namedPartners'], [3, 'namedPartners']])
  t.strictSame(await errors([`x,${id},rd-request,Id,s3:bioeconomy`], 'id,organisation,type,title,domains'), [[2, 'id']])
  const { body: theirs } = await service.call('POST', `/api/v1/organisations/${other}/profiles`, { type: 'rd-request', title: 'Theirs', domains: ['s3:bioeconomy'] })
  t.strictSame(await errors([`${theirs.id},${id},rd-request,Mine,s3:bioeconomy`], 'id,organisation,type,title,domains'), [[2, 'id']])
  await service.call('DELETE', `/api/v1/organisations/${other}/profiles/${theirs.id}?basedOn=1`)
  t.strictSame(await errors([`${theirs.id},${id},rd-request,Mine,s3:bioeconomy`], 'id,organisation,type,title,domains'), [[2, 'id']], 'withdrawn, it is theirs all the same')
  t.match((await send('organisation,title\n')).body, { status: 'refused', errors: [{ row: 1, column: 'type', expected: /^a column named type$/ }] })
  t.match((await send(`${HEAD},validUntill\n${good},2026-05-01\n`)).body, { status: 'refused', errors: [{ row: 1, column: 'validUntill', expected: /no other columns than id, .*validUntil, / }] })
  for (const query of ['', 'dryRun=true']) t.strictSame((await send(`${HEAD}\n${good}\n${id},wish,Wrong,s3:bioeconomy,,,\n`, query)).body.profiles, [], 'a row of a refused file is not new')
  t.match((await send(HEAD)).body, { status: 'refused', errors: [{ expected: /at least one row/ }] })
  t.strictSame(await errors(Array.from({ length: PROFILES_MAX + 1 }, (_, i) => good.replace('Good', `Good ${i}`))), [[PROFILES_MAX + 2, 'organisation']])
  t.match((await send(`${HEAD}\n${`${good}\n`.repeat(PROFILE_ROWS_MAX + 1)}`)).body.errors.at(-1), { row: PROFILE_ROWS_MAX + 2, expected: /split the file/ })
  t.match(await service.call('POST', '/api/v1/partner-profiles', {}), { status: 415 })
})

t.test('ids of merged organisations lead to those they are part of', async t => {
  const service = await buildService(t)
  const [kept, merged, other] = [await add(service, 'Koks'), await add(service, 'Koks AS'), await add(service, 'Cits')]
  await service.call('POST', '/api/v1/merges', { kept, merged })
  const send = sender(service)
  const head = 'organisation,type,title,domains,confidentiality,namedPartners'
  t.match((await send(`${head}\n${merged},rd-request,Own,s3:bioeconomy,,\n${other},rd-request,Named,s3:bioeconomy,named-partners,${merged};${kept}\n`)).body, { status: 'completed', profiles: [{ organisation: kept }, { organisation: other }] })
  t.match((await service.call('GET', `/api/v1/organisations/${kept}/profiles`)).body.items, [{ title: 'Own', organisation: kept }])
  t.strictSame((await service.call('GET', `/api/v1/organisations/${other}/profiles`)).body.items[0].namedPartners, [kept])
  t.match((await send(`${head}\n${kept},rd-request,Self,s3:bioeconomy,named-partners,${merged}\n`)).body, { status: 'refused', errors: [{ row: 2, column: 'namedPartners' }] })
})

t.test('only whoever may write imports, and checks', async t => {
  const service = await buildService(t, { config: { accessToken: 'secret', loopback: false } })
  t.equal((await sender(service)(HEAD, 'dryRun=true')).status, 401)
  t.equal((await sender(service, { authorization: 'Bearer secret' })(HEAD, 'dryRun=true')).status, 200)
})
