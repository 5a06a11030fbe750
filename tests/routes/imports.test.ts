/** Files over the API: wholly in, checked only, or wholly out with every reason. */
import t from 'tap'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ImportReport } from '../../services/contract/import.ts'
import { UPLOAD_FILES_MAX } from '../../services/http/limits.ts'
import { buildService, multipart } from '../support/build-service.ts'

const CSV = 'name;country;kind\nBaltic Timber;LV;company\nNordsjø Havbrug;DK;company\n'
const send = (options: unknown, ...files: Array<{ name: string, content: string | Buffer }>): Parameters<typeof multipart> => [{ options: typeof options === 'string' ? options : JSON.stringify(options) }, files]

t.test('a good file goes in, and its report stays', async t => {
  const { call, dataDir } = await buildService(t)
  const { body, headers } = multipart(...send({ format: 'organisations-csv', source: 'register' }, { name: 'firms.csv.gz', content: gzipSync(CSV) }))
  const made = await call('POST', '/api/v1/imports', body, headers)
  t.match(made, { status: 201, body: { status: 'completed', rowsRead: 2, written: { organisations: 2 }, revision: 1, problem: null } })
  t.ok(ImportReport.safeParse(made.body).success)
  t.strictSame((await call('GET', String(made.headers.location))).body, made.body)
  t.match((await call('GET', '/api/v1/imports')).body, { total: 1, items: [{ id: made.body.id }] })
  t.match((await call('GET', '/api/v1/organisations?q=nordsjo')).body.items[0], { name: 'Nordsjø Havbrug', source: 'register' })
  t.strictSame(readdirSync(join(dataDir, 'uploads')), [], 'the upload is removed')
})

t.test('a dry run checks and writes nothing', async t => {
  const { call, store } = await buildService(t)
  const { body, headers } = multipart(...send({ format: 'organisations-csv', dryRun: true }, { name: 'firms.csv', content: CSV }))
  t.match(await call('POST', '/api/v1/imports', body, headers), { status: 200, body: { status: 'checked', written: { organisations: 2 }, revision: null } })
  t.equal((await store.counts()).organisations, 0)
})

t.test('one wrong row keeps the file out, unless it may be skipped', async t => {
  const { call, store } = await buildService(t)
  const content = CSV + 'Nowhere;Atlantis;company\n'
  const refused = multipart(...send({ format: 'organisations-csv' }, { name: 'firms.csv', content }))
  t.match(await call('POST', '/api/v1/imports', refused.body, refused.headers), { status: 422, body: { status: 'refused', errorsTotal: 1, errors: [{ file: 'firms.csv', row: 4, column: 'country', value: 'Atlantis', expected: /two-letter/ }] } })
  t.equal((await store.counts()).organisations, 0)
  const skipped = multipart(...send({ format: 'organisations-csv', onError: 'skip' }, { name: 'firms.csv', content }))
  t.match(await call('POST', '/api/v1/imports', skipped.body, skipped.headers), { status: 201, body: { rowsSkipped: 1, written: { organisations: 2 }, errors: [{ row: 4 }] } })
})

t.test('requests that are no import', async t => {
  const { call, store, dataDir } = await buildService(t)
  const csv = { name: 'firms.csv', content: CSV }
  const cases: Array<[reason: string, request: ReturnType<typeof multipart>, status: number, detail: RegExp]> = [
    ['no options', multipart({}, [csv]), 400, /"options" is missing/], ['no file', multipart({ options: '{"format":"organisations-csv"}' }, []), 400, /No file/],
    ['options that are no JSON', multipart(...send('{', csv)), 400, /not JSON/], ['an unknown format', multipart(...send({ format: 'xlsx' }, csv)), 400, /organisations-csv/],
    ['an unknown option', multipart(...send({ format: 'organisations-csv', dryrun: true }, csv)), 400, /dryrun/], ['an unknown field', multipart({ option: '{}' }, [csv]), 400, /"option" is not known/],
    ['too many files', multipart(...send({ format: 'organisations-csv' }, ...Array(UPLOAD_FILES_MAX + 1).fill(csv))), 413, /file/i],
    ['a body without boundary', { body: Buffer.from('x'), headers: { 'content-type': 'multipart/form-data' } }, 400, /boundary/i], ['half a body', { body: Buffer.from('--x\r\nfoo'), headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 400, /multipart/],
    ['JSON', { body: Buffer.from('{}'), headers: { 'content-type': 'application/json' } }, 415, /multipart/]
  ]
  for (const [reason, { body, headers }, status, detail] of cases) t.match(await call('POST', '/api/v1/imports', body, headers), { status, body: { status, detail } }, reason)
  t.equal((await store.revision()).number, 0)
  t.strictSame(readdirSync(join(dataDir, 'uploads')), [], 'nothing is left behind')
  t.match(await call('GET', '/api/v1/imports/imp-000000000000'), { status: 404, body: { code: 'NOT_FOUND' } })
})
