/** What regions have declared: kept in every version, read from files wholly or not at all. */
import t from 'tap'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { regionCode } from '../../services/casework/declared-priorities.ts'
import { importPriorities, PRIORITY_FILE_BYTES_MAX, PRIORITY_ROWS_MAX } from '../../services/casework/priorities-file.ts'
import { PRIORITIES_MAX } from '../../services/contract/declared-priorities.ts'
import type { PrioritiesReport } from '../../services/contract/declared-priorities.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { buildService } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'

const PATH = '/api/v1/declared-priorities'
const CSV = { 'content-type': 'text/csv' }
const BIO = { title: 'Biogospodarka', domains: ['s3:bioeconomy'], sectors: ['C10', 'A'], document: 'RIS3 2030', website: 'https://example.org/ris3', note: null }

t.test('a region is known by one code', async t => {
  const reference = loadReference()
  t.strictSame([' pl84', 'LV008', 'el', 'GR', 'UK', 'PL'].map(text => regionCode(text, reference)), ['PL84', 'LV00C', 'GR', 'GR', 'GB', 'PL'], 'Vidzeme by its code of NUTS 2024')
  t.strictSame(['', 'XX', 'PL99', 'Podlaskie', '=1+1'].map(text => regionCode(text, reference)), [null, null, null, null, null])
})

t.test('set, read, change, withdraw; every state is kept, and the data does not change', async t => {
  const { call, store } = await buildService(t)
  const before = await store.revision()
  t.match(await call('GET', PATH), { status: 200, body: { items: [], total: 0, nextCursor: null } })
  t.match(await call('GET', `${PATH}/PL84`), { status: 404, body: { code: 'NOT_FOUND', detail: /PL84 has declared no priorities/ } })
  const first = await call('PUT', `${PATH}/pl84`, { version: 0, priorities: [BIO] })
  t.match(first, { status: 200, body: { region: 'PL84', version: 1, priorities: [{ title: 'Biogospodarka', sectors: ['10', 'A'] }] } })
  t.match(await call('PUT', `${PATH}/PL84`, first.body), { status: 200, body: { version: 2 } }, 'an answer may come back as it was')
  t.match(await call('PUT', `${PATH}/PL84`, first.body), { status: 409, body: { code: 'CONFLICT' } }, 'but not over what somebody else has saved since')
  t.match(await call('PUT', `${PATH}/PL84`, { version: 2, priorities: [] }), { status: 200, body: { version: 3, priorities: [] } })
  t.match(await call('GET', `${PATH}/PL84?version=1`), { status: 200, body: { version: 1, priorities: [{ title: 'Biogospodarka' }] } })
  t.match(await call('GET', `${PATH}/PL84?version=9`), { status: 404, body: { detail: /Version 9/ } })
  t.match(await call('PUT', `${PATH}/PL84`, { priorities: [BIO] }), { status: 400, body: { errors: [{ path: 'version' }] } }, 'who does not say what it replaces replaces nothing')
  t.match(await call('PUT', `${PATH}/PL84`, { version: 0, priorities: [BIO] }), { status: 409 }, 'something is declared')
  t.match(await call('DELETE', `${PATH}/PL84`), { status: 400, body: { errors: [{ path: 'basedOn' }] } })
  t.match(await call('DELETE', `${PATH}/PL84?basedOn=2`), { status: 409, body: { code: 'CONFLICT' } })
  t.equal((await call('DELETE', `${PATH}/PL84?basedOn=3`)).status, 204)
  t.equal((await call('DELETE', `${PATH}/PL84?basedOn=3`)).status, 404)
  t.match(await call('GET', PATH), { body: { items: [], total: 0 } })
  const { body: { items } } = await call('GET', `${PATH}/PL84/versions`)
  t.strictSame(items.map(({ version, priorities }: { version: number, priorities: unknown[] | null }) => [version, priorities?.length ?? null]), [[1, 1], [2, 1], [3, 0], [4, null]])
  t.match(await call('PUT', `${PATH}/PL84`, { version: 0, priorities: [BIO] }), { status: 200, body: { version: 5 } }, 'a region may declare anew')
  t.strictSame(await store.revision(), before)
})

t.test('what cannot be used is refused with its place', async t => {
  const { call } = await buildService(t)
  const put = async (region: string, body: object): Promise<unknown> => (await call('PUT', `${PATH}/${region}`, { version: 0, ...body })).body
  t.match(await put('PL48', { priorities: [] }), { code: 'INVALID_INPUT', detail: /region "PL48" is neither a NUTS code nor a country code/ })
  t.match(await put('PL84', { priorities: [BIO, { ...BIO, title: 'B', domains: ['s3:bioeconomi'] }] }), { code: 'INVALID_INPUT', errors: [{ path: 'priorities.1.domains.0' }], didYouMean: ['s3:bioeconomy'] })
  t.match(await put('PL84', { priorities: [{ ...BIO, sectors: ['99.99'] }] }), { errors: [{ path: 'priorities.0.sectors.0' }] })
  t.match(await put('PL84', { priorities: [{ ...BIO, title: ' ' }] }), { errors: [{ path: 'priorities.0.title' }] })
  t.match(await put('PL84', { priorities: [BIO, BIO] }), { errors: [{ path: 'priorities.1.title', message: /twice/ }] })
  t.match(await put('PL84', { region: 'LV00C', priorities: [] }), { errors: [{ path: 'region' }] })
  t.match(await put('PL84', { priorities: [{ ...BIO, website: 'javascript:alert(1)' }] }), { errors: [{ path: 'priorities.0.website' }] })
  t.match(await put('PL84', { priorities: Array.from({ length: PRIORITIES_MAX + 1 }, (_, i) => ({ ...BIO, title: `P${i}` })) }), { code: 'INVALID_INPUT', detail: /at most 60/ })
  t.match(await put('PL84', { priorities: [], colour: 'red' }), { errors: [{ path: 'colour' }] })
})

t.test('a service that is read only keeps its priorities', async t => {
  const { call } = await buildService(t, { config: { readOnly: true } })
  t.match(await call('PUT', `${PATH}/PL84`, { version: 0, priorities: [] }), { status: 403, body: { code: 'READ_ONLY' } })
  t.match(await call('DELETE', `${PATH}/PL84?basedOn=1`), { status: 403 })
  t.match(await call('POST', PATH, 'region,title\nPL84,A\n', CSV), { status: 403 })
})

t.test('a file goes in whole, comes out again, and says nothing new the second time', async t => {
  const { call } = await buildService(t)
  const file = 'region,title,domains,sectors,note\nPL84,Żywność „zdrowa”,s3:bioeconomy|s3:smart-health,C10,"=1+1, <script>"\nPL84,Wood,,16,\nlv008,Logistics,,H;52,\n'
  t.match(await call('POST', `${PATH}?dryRun=true`, file, CSV), { status: 200, body: { status: 'checked', rowsRead: 3, regions: [{ region: 'PL84', priorities: 2, change: 'new' }, { region: 'LV00C', priorities: 1, change: 'new' }] } })
  t.equal((await call('GET', PATH)).body.total, 0, 'a trial writes nothing')
  t.match(await call('POST', PATH, file, CSV), { status: 200, body: { status: 'completed', errorsTotal: 0, problem: null } })
  const exported = await call('GET', '/api/v1/exports/declared-priorities')
  t.match(exported.headers['content-disposition'], /attachment; filename="amber-road-declared-priorities\.csv"/)
  const rows = parse(exported.text, { columns: true }) as Array<Record<string, string>>
  t.strictSame(rows.map(({ region, title, domains, sectors, note }) => [region, title, domains, sectors, note]), [['LV00C', 'Logistics', '', 'H; 52', ''], ['PL84', 'Żywność „zdrowa”', 's3:bioeconomy; s3:smart-health', '10', "'=1+1, <script>"], ['PL84', 'Wood', '', '16', '']])
  t.match(await call('POST', PATH, 'region;title;domains;sectors;note\nLV008;Logistics;;H|52;\nPL84;Wood;;16;\n', CSV), { status: 200, body: { regions: [{ region: 'LV00C', change: 'same' }, { region: 'PL84', priorities: 1, change: 'changed', replaces: 1 }] } })
  t.strictSame([(await call('GET', `${PATH}/LV008`)).body.version, (await call('GET', `${PATH}/PL84`)).body.version], [1, 2])
})

t.test('what was exported says nothing new when it is imported, formulas too', async t => {
  const { call } = await buildService(t)
  const priorities = [...['=1+1', '-5', '\'=quoted', '\'s Hertogenbosch', '@home'].map(title => ({ ...BIO, title, document: '+48 22', note: '-' }))]
  t.equal((await call('PUT', `${PATH}/LV`, { version: 0, priorities })).status, 200)
  const { text } = await call('GET', '/api/v1/exports/declared-priorities')
  t.match(text, /LV,'=1\+1,/, 'no spreadsheet runs it')
  t.match(await call('POST', PATH, text, CSV), { status: 200, body: { regions: [{ region: 'LV', priorities: 5, change: 'same', replaces: 1 }] } })
})

t.test('one wrong row keeps the file out; each is told with line, value and what is expected', async t => {
  const { call, store } = await buildService(t)
  const file = ['region,title,domains,sectors,website', 'PL84,Good,,,', 'PL48,No such region,,,', 'PL84,Bad domain,s3:bioeconomi,,', 'PL84,Bad sector,,99.99,', 'PL84,,,,', 'PL84,Bad site,,,ftp://x', 'PL84,Good,,,', 'PL84,short'].join('\n')
  const { status, body } = await call('POST', `${PATH}?name=strategies.csv`, file, CSV)
  t.equal(status, 422)
  t.match(body, { status: 'refused', regions: [], errorsTotal: 7, problem: /7 values cannot be used; nothing was written/ })
  t.match((body as PrioritiesReport).errors.map(({ file, row, column, value, expected }) => [file, row, column, value, expected]), [
    ['strategies.csv', 3, 'region', 'PL48', /NUTS code/], ['strategies.csv', 4, 'domains', 's3:bioeconomi', /did you mean s3:bioeconomy/], ['strategies.csv', 5, 'sectors', '99.99', /NACE/],
    ['strategies.csv', 6, 'title', '', /must not be empty/], ['strategies.csv', 7, 'website', 'ftp://x', /./], ['strategies.csv', 8, 'title', 'Good', /once/], ['strategies.csv', 9, null, '2 cells', /5 cells as in the header/]
  ])
  t.equal((await store.listRecords({ kind: 'declared-priorities' }, { limit: 1, after: null })).total, 0)
  for (const [text, expected] of [['region\nPL84\n', /column named title$/], ['region,title,sector\nPL84,Wood,16\n', /no other columns than region, .*sectors/], ['region,title\n', /at least one row/], ['region,title\nPL84,"open\n', /quotation/]] as const) {
    t.match(await call('POST', PATH, text, CSV), { status: 422, body: { errors: [{ expected }] } }, text)
  }
  t.match(await call('POST', PATH, Buffer.from([0xC3, 0x28]), CSV), { status: 422, body: { errors: [{ expected: /text in utf-8/ }] } })
  t.match(await call('POST', `${PATH}?encoding=windows-1250`, Buffer.from('region,title\nPL84,\xAFywno\x9C\xE6\n', 'latin1'), CSV), { status: 200 })
  t.equal((await call('GET', `${PATH}/PL84`)).body.priorities[0].title, 'Żywność')
  t.match(await call('POST', PATH, { region: 'PL84' }), { status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } })
})

t.test('limits of a file', async t => {
  const { call, store } = await buildService(t)
  t.match(await call('POST', PATH, Buffer.alloc(PRIORITY_FILE_BYTES_MAX + 1, 'a'), CSV), { status: 413, body: { code: 'TOO_LARGE' } })
  const many = await importRows(store, `region,title\n${'PL84,Many\n'.repeat(PRIORITY_ROWS_MAX + 1)}`)
  t.match(many, { status: 'refused', problem: /cannot be read to its end/ })
  t.equal(many.errors.length, 1000, 'not all are listed')
  t.equal(many.errorsTotal, PRIORITY_ROWS_MAX, 'all but the first are counted, and the row beyond the limit')
  const full = await importRows(store, `region,title\n${Array.from({ length: PRIORITIES_MAX + 1 }, (_, i) => `PL84,P${i}\n`).join('')}`)
  t.match(full.errors, [{ row: PRIORITIES_MAX + 2, expected: /at most 60 priorities/ }])
})

t.test('the example of the seeds can be imported', async t => {
  const { store } = await buildService(t)
  t.match(await importRows(store, readFileSync('seeds/declared-priorities/hamburg.csv', 'utf8')), { status: 'completed', rowsRead: 8, regions: [{ region: 'DE6', priorities: 8 }] })
})

const importRows = (store: BuiltService['store'], text: string): Promise<PrioritiesReport> =>
  importPriorities(store, { file: { name: 'file.csv', open: () => Readable.from([Buffer.from(text)]) }, dryRun: false, encoding: 'utf-8' }, loadReference(), () => new Date('2026-03-01T12:00:00.000Z'))
