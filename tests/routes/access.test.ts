/** Who may read and write, from where; security headers. */
import t from 'tap'
import { buildService } from '../support/build-service.ts'

const FIRM = { name: 'Baltic Timber', kind: 'company', country: 'LV' }
const TOKEN = 'a-token-of-24-characters'
const WRITES = [['POST', '/api/v1/organisations'], ['PUT', '/api/v1/organisations/org-000000000000'], ['DELETE', '/api/v1/organisations/org-000000000000'], ['POST', '/api/v1/links'], ['POST', '/api/v1/networks'], ['POST', '/api/v1/memberships'], ['POST', '/api/v1/runs'], ['POST', '/api/v1/runs/latest/cancel'], ['POST', '/api/v1/imports']] as const

t.test('with a token, writes need it and reads do not', async t => {
  const { call } = await buildService(t, { config: { accessToken: TOKEN, loopback: false } })
  for (const [method, url] of WRITES) {
    const answer = await call(method, url, {})
    t.match(answer, { status: 401, body: { code: 'UNAUTHORISED' } }, `${method} ${url}`)
    t.match(answer.headers['www-authenticate'], /^Bearer/)
  }
  for (const authorization of ['', 'Bearer', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`, 'Bearer ' + '\u0141'.normalize('NFD').repeat(24)]) {
    t.equal((await call('POST', '/api/v1/organisations', FIRM, { authorization: Buffer.from(authorization).toString('latin1') })).status, 401, authorization)
  }
  t.equal((await call('POST', '/api/v1/organisations', FIRM, { authorization: `Bearer ${TOKEN}` })).status, 201)
  t.equal((await call('GET', '/api/v1/organisations')).status, 200)
  t.equal((await call('GET', '/api/v1/organisations', undefined, { host: 'amber-road.example' })).status, 200, 'other machines read under any name')
})

t.test('read-only: nothing is written, even with the token', async t => {
  const { call, store } = await buildService(t, { config: { accessToken: TOKEN, readOnly: true, loopback: false } })
  for (const [method, url] of WRITES) t.match(await call(method, url, {}, { authorization: `Bearer ${TOKEN}` }), { status: 403, body: { code: 'READ_ONLY' } }, `${method} ${url}`)
  t.equal((await call('GET', '/api/v1/status')).body.writable, false)
  t.equal((await store.revision()).number, 0)
})

t.test('pages of other websites write nothing, and other names of this machine read nothing', async t => {
  const { call } = await buildService(t)
  for (const origin of ['https://example.org', 'http://127.0.0.1:9999', 'null']) t.match(await call('POST', '/api/v1/organisations', FIRM, { origin }), { status: 403, body: { code: 'FOREIGN_ORIGIN' } }, origin)
  t.equal((await call('POST', '/api/v1/organisations', FIRM, { origin: 'http://127.0.0.1:8080' })).status, 201, 'the own page')
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example']) t.match(await call('GET', '/api/v1/organisations', undefined, { host }), { status: 403, body: { code: 'FOREIGN_ORIGIN' } }, host)
  for (const host of ['localhost:8080', '127.0.0.1', '[::1]:8080', 'LOCALHOST']) t.equal((await call('GET', '/api/v1/organisations', undefined, { host })).status, 200, host)
  t.notOk((await call('GET', '/api/v1/organisations', undefined, { origin: 'https://example.org' })).headers['access-control-allow-origin'], 'no other page reads an answer')
})

t.test('every answer carries the security headers', async t => {
  const { call } = await buildService(t)
  for (const url of ['/', '/api/v1/status', '/nothing', '/api/v1/runs/latest']) {
    const { headers } = await call('GET', url)
    t.match(headers['content-security-policy'], /default-src 'none'.*frame-ancestors 'none'/, url)
    t.notMatch(String(headers['content-security-policy']), /unsafe/, url)
    t.equal(headers['x-content-type-options'], 'nosniff')
    t.equal(headers['referrer-policy'], 'no-referrer')
  }
})
