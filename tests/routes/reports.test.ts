/** Cluster reports over HTTP: every format, what decides the bytes, every refusal, and names that mean harm. */
import t from 'tap'
import type { Test } from 'tap'
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { unzipSync } from 'fflate'
import { buildApp } from '../../services/app.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { REPORT_FORMATS, REPORT_REGIONS_MAX } from '../../services/contract/report.ts'
import type { DocumentFile } from '../../services/documents/write-document.ts'
import type { Document } from '../../services/documents/document.ts'
import { DOCUMENTS_KEPT_MAX, keepFiles, REPORTS_AT_ONCE_MAX } from '../../services/routes/reports/keep-files.ts'
import { buildAnalysedService, buildService, LOCAL, multipart } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'

const PATH = '/api/v1/reports'
const bytesOf = async ({ app }: { app: FastifyInstance }, query: string, headers: Record<string, string> = {}) => await app.inject({ method: 'GET', url: `${PATH}?${query}`, headers: { ...LOCAL, ...headers } })
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

t.test('each format comes with its type and name, twice the same bytes, and is not sent again to who has it', async t => {
  const service = await buildAnalysedService(t)
  const countries = await presentCountries(service)
  const starts = { html: '<!doctype html>', pdf: '%PDF-', docx: 'PK', xlsx: 'PK', csv: 'PK', json: '{' }
  const types = { html: 'text/html', pdf: 'application/pdf', docx: 'application/vnd.openxmlformats', xlsx: 'application/vnd.openxmlformats', csv: 'application/zip', json: 'application/json' }
  const second = { app: await buildSame(t, service) }
  for (const format of REPORT_FORMATS) {
    const answer = await bytesOf(service, `countries=${countries}&format=${format}`)
    t.equal(answer.statusCode, 200, format)
    t.ok(text(answer.rawPayload.subarray(0, 20)).startsWith(starts[format]), `${format} is what it says`)
    t.ok(String(answer.headers['content-type']).startsWith(types[format]), `${format} has its type`)
    t.match(answer.headers['content-disposition'], new RegExp(`^attachment; filename="[a-z0-9-]+\\.${format === 'csv' ? 'zip' : format}"$`))
    const again = await bytesOf(second, `countries=${countries}&format=${format}`)
    t.equal(again.headers.etag, answer.headers.etag, `${format} has the same tag where it is made anew`)
    t.equal(hash(again.rawPayload), hash(answer.rawPayload), `${format} is the same to the byte`)
    const known = await bytesOf(service, `countries=${countries}&format=${format}`, { 'if-none-match': String(answer.headers.etag) })
    t.match({ status: known.statusCode, length: known.rawPayload.length }, { status: 304, length: 0 })
  }
  t.equal((await bytesOf(service, `countries=${countries}`)).headers['content-type'], 'text/html; charset=utf-8', 'HTML if nothing is said')
})

t.test('a preview runs the script of the report and nothing else, framed by this service alone', async t => {
  const service = await buildAnalysedService(t)
  const countries = await presentCountries(service)
  const shown = await bytesOf(service, `countries=${countries}&inline=true`)
  const policy = String(shown.headers['content-security-policy'])
  const script = /<script>([^]*)<\/script>\n<\/body>/.exec(shown.body)?.[1] ?? ''
  t.ok(script.length > 100)
  t.ok(policy.includes(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`), 'the one script is known by its hash')
  t.notMatch(policy, /unsafe-inline|script-src[^;]*'self'/)
  t.match(policy, /default-src 'none'.*frame-ancestors 'self'/)
  t.match(shown.headers['content-disposition'], /^inline; /)
  const saved = await bytesOf(service, `countries=${countries}`)
  t.match(saved.headers['content-security-policy'], /script-src 'self'.*frame-ancestors 'none'/, 'a file to save keeps the policy of the service')
  t.match((await bytesOf(service, `countries=${countries}&inline=true&format=pdf`)).json(), { code: 'INVALID_INPUT', errors: [{ path: 'inline' }] })
})

t.test('language, template, threshold and declared priorities change what it says', async t => {
  const service = await buildAnalysedService(t)
  const countries = await presentCountries(service)
  const report = async (query = ''): Promise<string> => (await bytesOf(service, `countries=${countries}${query}`)).body
  const full = await report()
  t.match(full, /<html lang="en">/)
  t.match(await report('&language=pl'), /<html lang="pl">/)
  const brief = await report('&template=brief')
  t.ok(brief.length < full.length, 'a brief is shorter')
  t.match(await report('&template=cluster&cluster=C1'), /C1/)
  t.not(await report('&suppressBelow=20'), full)
  await service.call('PUT', `/api/v1/declared-priorities/${countries.slice(0, 2)}`, { version: 0, priorities: [{ title: 'Bursztyn i drewno', domains: ['s3:bioeconomy'] }] })
  t.match(await report(), /Bursztyn i drewno/, 'a report made before is not given out for one that would say more')
})

t.test('what cannot be reported is refused, with what to do', async t => {
  const service = await buildAnalysedService(t)
  const { call, run, runs } = service
  const countries = await presentCountries(service)
  const measured = await runs.wait((await runs.start(RunRequest.parse({ algorithm: 'degree' }))).id)
  const refusals: Array<[query: string, status: number, expected: unknown]> = [
    ['', 400, { code: 'INVALID_INPUT', detail: /countries or regions/ }],
    ['countries=', 400, { code: 'INVALID_INPUT' }],
    ['countries=XX', 400, { code: 'INVALID_INPUT', errors: [{ path: 'countries', value: 'XX' }] }],
    ['regions=PL48', 400, { code: 'INVALID_INPUT', errors: [{ path: 'regions', value: 'PL48' }] }],
    ['regions=%3Cscript%3E', 400, { code: 'INVALID_INPUT' }],
    ['countries=MT', 400, { code: 'INVALID_INPUT', detail: /no organisation in MT/ }],
    [`countries=${countries}&run=run-000000000000`, 404, { code: 'NOT_FOUND' }],
    [`countries=${countries}&run=${measured.id}`, 409, { code: 'RUN_OF_ANOTHER_KIND' }],
    [`countries=${countries}&since=${run.id}`, 400, { code: 'INVALID_INPUT', errors: [{ path: 'since' }] }],
    [`countries=${countries}&since=run-000000000000`, 404, { code: 'NOT_FOUND' }],
    [`countries=${countries}&template=cluster&cluster=C99`, 404, { code: 'NOT_FOUND' }],
    [`countries=${countries}&template=cluster`, 400, { code: 'INVALID_INPUT' }],
    [`countries=${countries}&format=odt`, 400, { errors: [{ path: 'format' }] }],
    [`countries=${countries}&language=de`, 400, { errors: [{ path: 'language' }] }],
    [`countries=${countries}&suppressBelow=21`, 400, { errors: [{ path: 'suppressBelow' }] }],
    [`countries=${countries}&contries=PL`, 400, { errors: [{ path: 'contries' }] }],
    [`regions=${Array.from({ length: REPORT_REGIONS_MAX + 1 }, () => 'PL84').join(',')}`, 400, { errors: [{ path: 'regions' }] }]
  ]
  for (const [query, status, expected] of refusals) t.match(await call('GET', `${PATH}?${query}`), { status, body: expected as object }, query)
  t.equal((await bytesOf(service, `countries=${countries}&regions=${Array.from({ length: REPORT_REGIONS_MAX }, () => 'PL84').join(',')}`)).statusCode, 200, 'as many as are allowed')
})

t.test('before any analysis there is nothing to report', async t => {
  const { call } = await buildService(t)
  t.match(await call('GET', `${PATH}?countries=PL`), { status: 409, body: { code: 'NO_RUN' } })
})

t.test('one country, no clusters, and names that mean harm: whole in every format', async t => {
  const service = await buildService(t)
  // The first has links to all others, and so stands before them wherever not all are shown.
  const names = ['<script>alert(1)</script>', '=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '#import "x"', '$eval("1")', '\u202Eevil', 'شركة', 'W'.repeat(300), '"quoted", and; more', '\'; DROP TABLE', '&lt;b&gt;', ']]>', '\\textbf{x}', '*_`#raw(']
  const cell = (name: string): string => `"${name.replaceAll('"', '""')}"`
  const firms = `key,name,country\n${names.map((name, i) => `k${i},${cell(name)},PL`).join('\n')}\n`
  const links = `kind,source,target\n${names.slice(1).map((_, i) => `COLLABORATES,k0,k${i + 1}`).join('\n')}\n`
  for (const [format, content] of [['organisations-csv', firms], ['links-csv', links]]) {
    const { body, headers } = multipart({ options: JSON.stringify({ format, source: 'firms' }) }, [{ name: 'f.csv', content }])
    t.match(await service.call('POST', '/api/v1/imports', body, headers), { status: 201, body: { errorsTotal: 0 } })
  }
  await service.runs.wait((await service.runs.start(RunRequest.parse({ options: { repeats: 0, shuffledNetworks: 0 } }))).id)
  const files = Object.fromEntries(await Promise.all(REPORT_FORMATS.slice(0, REPORTS_AT_ONCE_MAX).map(async format => [format, await bytesOf(service, `countries=PL&suppressBelow=0&format=${format}`)] as const)))
  for (const format of REPORT_FORMATS.slice(REPORTS_AT_ONCE_MAX)) files[format] = await bytesOf(service, `countries=PL&suppressBelow=0&format=${format}`)
  for (const format of REPORT_FORMATS) t.equal(files[format].statusCode, 200, format)
  t.notOk(files.html.body.includes('<script>alert'), 'no name is markup')
  t.ok(files.html.body.includes('&lt;script&gt;alert(1)&lt;/script&gt;'), 'markup is text')
  t.ok(JSON.stringify(files.json.json()).includes('=1+1'), 'JSON holds names as they are')
  const tables = Object.entries(unzipSync(files.csv.rawPayload)).filter(([name]) => name.endsWith('.csv')).map(([, bytes]) => text(bytes))
  t.ok(tables.some(table => table.includes("'=1+1")), 'a formula is disarmed')
  for (const table of tables) t.notMatch(table, /(^|,|\n)"?[=@+](1\+1|SUM|cmd)/, 'no cell begins a formula')
  const sheets = Object.entries(unzipSync(files.xlsx.rawPayload)).filter(([name]) => name.startsWith('xl/worksheets/')).map(([, bytes]) => text(bytes))
  for (const sheet of sheets) t.notMatch(sheet, /<f[ >]/, 'no cell is a formula')
  t.notMatch(text(unzipSync(files.docx.rawPayload)['word/document.xml']), /<script>/)
})

t.test('a run without clusters is reported too', async t => {
  const service = await buildService(t)
  const { body, headers } = multipart({ options: JSON.stringify({ format: 'organisations-csv' }) }, [{ name: 'f.csv', content: 'name,country\nA,PL\nB,LT\nC,LT\nD,LV\n' }])
  await service.call('POST', '/api/v1/imports', body, headers)
  await service.runs.wait((await service.runs.start(RunRequest.parse({ options: { repeats: 0, shuffledNetworks: 0 } }))).id)
  t.equal((await bytesOf(service, 'countries=PL,LT,LV&suppressBelow=0')).statusCode, 200)
  t.equal((await bytesOf(service, 'countries=PL,LT,LV&suppressBelow=0&format=xlsx')).statusCode, 200)
})

t.test('files are made once, few at a time, and the last ones are kept', async t => {
  const fileFor = keepFiles(25)
  const made: string[] = []
  const release: Array<() => void> = []
  const slow = (name: string) => ({ document: async () => ({}) as Document, file: async (): Promise<DocumentFile> => { made.push(name); await new Promise<void>(resolve => release.push(resolve)); return { contentType: 'text/plain', fileName: name, body: Buffer.alloc(10, name) } } })
  const started = Array.from({ length: REPORTS_AT_ONCE_MAX }, (_, i) => fileFor(`document ${i}`, 'html', slow(String(i))))
  const twin = fileFor('document 0', 'html', slow('twin'))
  await t.rejects(fileFor('one more', 'html', slow('one more')), { code: 'TOO_MANY_REQUESTS', message: /3 reports are being made/ })
  await new Promise(resolve => setImmediate(resolve))
  release.forEach(resolve => resolve())
  const files = await Promise.all(started)
  t.equal((await twin).tag, files[0].tag, 'who asks for the same waits for the same')
  t.strictSame(made, ['0', '1', '2'])
  const quick = (name: string) => ({ document: async () => ({}) as Document, file: async (): Promise<DocumentFile> => { made.push(name); return { contentType: 'text/plain', fileName: name, body: Buffer.alloc(10, name) } } })
  await fileFor('document 2', 'html', quick('again'))
  await fileFor('document 0', 'html', quick('anew'))
  t.strictSame(made, ['0', '1', '2', 'anew'], 'the newest two of ten bytes are kept, the oldest was not')
  await t.rejects(fileFor('broken', 'html', { document: async () => { throw new Error('no document') }, file: quick('x').file }), /no document/)
  let documents = 0
  const counted = { ...quick('y'), document: async () => { documents++; return {} as Document } }
  for (const format of ['pdf', 'docx']) await fileFor('counted', format, counted)
  t.equal(documents, 1, 'two formats, one document')
  for (let i = 0; i < DOCUMENTS_KEPT_MAX; i++) await fileFor(`other ${i}`, 'pdf', quick('z'))
  await fileFor('counted', 'xlsx', counted)
  t.equal(documents, 2, 'documents are not kept for ever')
})

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function presentCountries ({ call, runs }: BuiltService): Promise<string> {
  const { body } = await call('GET', `/api/v1/runs/${(await runs.latest())!.id}/facets`)
  return (body.country as Array<{ value: string }>).map(({ value }) => value).sort().join(',')
}

/** A second service on the same store and runs: nothing it answers was kept by the first. */
async function buildSame (t: Test, { store, runs, dataDir }: BuiltService): Promise<FastifyInstance> {
  const app = await buildApp({ config: { accessToken: null, readOnly: false, loopback: true, logLevel: 'silent', dataDir }, store, runs, version: '0.0.0-test', clock: () => new Date('2031-07-01T12:00:00.000Z'), newKey: () => 'key', notReady: () => null })
  t.teardown(() => app.close())
  return app
}
