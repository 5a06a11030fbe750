/** Every limit of the HTTP surface, crossed; and every error a caller can get, in one shape. */
import t from 'tap'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { Problem } from '../../services/contract/problem.ts'
import { BODY_BYTES_MAX, HANDLER_TIMEOUT_MS, LONG_HANDLER_TIMEOUT_MS, REQUEST_TIMEOUT_MS, UPLOAD_BYTES_MAX, URL_LENGTH_MAX, WRITES_PER_MINUTE_MAX } from '../../services/http/limits.ts'
import { StoreUnavailable } from '../../services/store/graph-store.ts'
import { buildService, multipart } from '../support/build-service.ts'

const FIRM = { name: 'Baltic Timber', kind: 'company', country: 'LV' }

t.test('a body', async t => {
  const { call } = await buildService(t)
  const fits = JSON.stringify({ ...FIRM, website: null }).padEnd(BODY_BYTES_MAX, ' ')
  const json = { 'content-type': 'application/json' }
  t.equal((await call('POST', '/api/v1/organisations', fits, json)).status, 201)
  t.match(await call('POST', '/api/v1/organisations', fits + ' ', json), { status: 413, body: { code: 'TOO_LARGE' } })
})

t.test('an uploaded file', async t => {
  const { app, call, store } = await buildService(t)
  t.equal(UPLOAD_BYTES_MAX, 256 * 1024 * 1024)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const { body, headers } = multipart({ options: '{"format":"organisations-csv"}' }, [{ name: 'huge.csv', content: '\u0000' }])
  const at = body.indexOf(0)
  const filler = Buffer.alloc(1024 * 1024, 'x')
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/imports`, {
    method: 'POST', headers, duplex: 'half',
    body: new ReadableStream({
      start: controller => controller.enqueue(new Uint8Array(body.subarray(0, at))),
      pull (controller) {
        this.sent = (this.sent ?? 0) + 1
        if (this.sent <= 257) return controller.enqueue(filler)
        controller.enqueue(new Uint8Array(body.subarray(at + 1)))
        controller.close()
      }
    } as UnderlyingSource & { sent?: number })
  } as RequestInit)
  t.match({ status: answer.status, body: await answer.json() }, { status: 413, body: { code: 'TOO_LARGE', detail: /huge.csv|file too large/ } })
  t.equal((await store.revision()).number, 0)
  t.equal((await call('GET', '/health/live')).status, 200)
})

t.test('writes in a minute; reads are not counted', async t => {
  const { call } = await buildService(t)
  for (let i = 0; i < 20; i++) await call('GET', '/api/v1/status')
  let refused: Awaited<ReturnType<typeof call>> | undefined
  let writes = 0
  while (refused === undefined && writes <= WRITES_PER_MINUTE_MAX) {
    const answer = await call('DELETE', '/api/v1/organisations/org-000000000000')
    if (answer.status === 429) refused = answer
    else writes++
  }
  t.equal(writes, WRITES_PER_MINUTE_MAX)
  t.match(refused, { status: 429, body: { code: 'TOO_MANY_REQUESTS' }, headers: { 'retry-after': /\d/ } })
  t.equal((await call('GET', '/api/v1/status')).status, 200, 'reading goes on')
})

t.test('runs and imports started in a minute', async t => {
  const { call } = await buildService(t)
  for (const [url, body, max] of [['/api/v1/runs', { seed: -1 }, 30], ['/api/v1/imports', {}, 60]] as const) {
    for (let i = 0; i < max; i++) t.not((await call('POST', url, body)).status, 429)
    t.match(await call('POST', url, body), { status: 429, body: { code: 'TOO_MANY_REQUESTS' } }, url)
  }
})

t.test('an address', async t => {
  const { call } = await buildService(t)
  t.equal((await call('GET', `/api/v1/organisations/${'x'.repeat(URL_LENGTH_MAX)}`)).status, 404)
  t.match(await call('GET', `/api/v1/organisations/${'x'.repeat(URL_LENGTH_MAX + 1)}`), { status: 400, body: { code: 'INVALID_INPUT' } })
})

t.test('times are set on the server', async t => {
  const { app } = await buildService(t)
  t.equal(app.server.requestTimeout, REQUEST_TIMEOUT_MS)
  t.match(app.initialConfig, { handlerTimeout: HANDLER_TIMEOUT_MS })
  t.ok(LONG_HANDLER_TIMEOUT_MS > HANDLER_TIMEOUT_MS)
})

t.test('a store that hangs or goes away', async t => {
  const { call, store } = await buildService(t)
  store.counts = async () => { throw new StoreUnavailable('The store at bolt://127.0.0.1:1 does not answer.') }
  const answer = await call('GET', '/api/v1/status')
  t.match(answer, { status: 503, body: { code: 'STORE_UNAVAILABLE', detail: /127\.0\.0\.1:1/ } })
  t.ok(Number(answer.headers['retry-after']) > 0)
})

t.test('a fault of ours says nothing of its inside', async t => {
  const { call, store } = await buildService(t)
  store.counts = async () => { throw new Error('secret at /etc/amber') }
  const { status, text, body } = await call('GET', '/api/v1/status')
  t.match({ status, body }, { status: 500, body: { code: 'INTERNAL', requestId: /./ } })
  t.notMatch(text, /secret|etc/)
})

t.test('no such address, no such method, one shape for all', async t => {
  const { call } = await buildService(t)
  t.match(await call('GET', '/api/v1/organizations'), { status: 404, body: { code: 'ROUTE_NOT_FOUND', detail: /documentation/ } })
  t.match(await call('DELETE', '/api/v1/status'), { status: 405, headers: { allow: 'GET' }, body: { code: 'METHOD_NOT_ALLOWED' } })
  t.match(await call('GET', '/api/v1/organisations/%ED%A0%80'), { status: 400, headers: { 'content-type': /problem/ }, body: { code: 'INVALID_INPUT', detail: /not a valid url/ } }, 'an address that is no text')
  t.match(await call('PUT', '/api/v1/organisations', {}), { status: 405, headers: { allow: 'GET, POST' } })
  for (const [method, url] of [['GET', '/nothing'], ['GET', '/api/v1/runs/run-000000000000'], ['GET', '/api/v1/organisations?limit=0'], ['POST', '/api/v1/links'], ['DELETE', '/api/v1/reference/countries']] as const) {
    const { headers, body } = await call(method, url, method === 'POST' ? {} : undefined)
    t.match(headers['content-type'], /^application\/problem\+json/, url)
    t.ok(Problem.strict().safeParse(body).success, `${url}: ${JSON.stringify(body)}`)
  }
})

t.test('what is no HTTP is answered and dropped', async t => {
  const { app, call } = await buildService(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const answer = await new Promise<string>(resolve => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write('\u0016\u0003\u0001 not http\r\n\r\n'))
    socket.on('data', chunk => { text += chunk.toString() }).on('close', () => resolve(text))
  })
  t.match(answer, /^HTTP\/1\.1 400/)
  t.equal((await call('GET', '/health/live')).status, 200)
})
