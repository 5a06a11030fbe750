/** Input-output tables over the API: in, measured, out as files, and each refusal. */
import t from 'tap'
import type { Test } from 'tap'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { PAGE_LIMIT_MAX } from '../../services/contract/page.ts'
import { MeasurePage, TABLE_CODES_MAX, TableDetail, TableMeasure, ValueChainProfile } from '../../services/contract/value-chains.ts'
import { SHEET_ROWS_MAX } from '../../services/routes/value-chains/measures.ts'
import { buildService, multipart } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'
import { column } from '../value-chains/example-tables.ts'

const API = '/api/v1/value-chains'
const read = (letter: string): string => readFileSync(new URL(`../datasets/value-chains/leather.${letter}.csv`, import.meta.url), 'utf8')
const LEATHER = [{ field: 'table', name: 'Z.csv.gz', content: gzipSync(read('Z')) }, { field: 'final', name: 'Y.csv', content: read('Y') }, { field: 'output', name: 'X.csv', content: read('X') }]

async function send (call: BuiltService['call'], files: Array<{ field?: string, name: string, content: string | Buffer }>, options?: unknown) {
  const { body, headers } = multipart(options === undefined ? {} : { options: JSON.stringify(options) }, files)
  return await call('POST', `${API}/tables`, body, headers)
}
async function withLeather (t: Test): Promise<BuiltService & { hash: string }> {
  const service = await buildService(t)
  const { body: { hash } } = await send(service.call, LEATHER, { title: 'Leather', year: 2010, unit: 'millions', source: 'decompr' })
  return { ...service, hash }
}

t.test('a table is imported, listed, told of, and removed', async t => {
  const { call, dataDir } = await buildService(t)
  const options = { title: 'Leather', year: 2010, unit: 'millions', source: 'decompr' }
  t.match(await send(call, LEATHER, { ...options, dryRun: true }), { status: 200, body: { title: 'Leather' } })
  t.match((await call('GET', `${API}/tables`)).body, { total: 0, items: [] })
  const made = await send(call, LEATHER, options)
  t.match(made, { status: 201, body: { ...options, countries: 3, sectors: 3, format: 'labelled-matrix' } })
  t.ok(TableDetail.safeParse(made.body).success)
  t.match(await send(call, LEATHER), { status: 200, body: { hash: made.body.hash, title: 'Leather' } }, 'the same content is there already')
  t.strictSame((await call('GET', String(made.headers.location))).body, made.body)
  t.strictSame((await call('GET', `${API}/tables/latest`)).body, made.body)
  t.match((await call('GET', `${API}/tables?limit=1`)).body, { total: 1, items: [{ hash: made.body.hash }], nextCursor: null })
  t.strictSame(readdirSync(join(dataDir, 'uploads')), [], 'the uploads are removed')
  t.match(await call('DELETE', `${API}/tables/latest`), { status: 404, body: { detail: /whole hash/ } })
  t.equal((await call('DELETE', `${API}/tables/${made.body.hash}`)).status, 204)
  t.match(await call('GET', `${API}/tables/${made.body.hash}`), { status: 404, body: { code: 'NOT_FOUND' } })
  t.match(await call('GET', `${API}/tables/latest`), { status: 404, body: { detail: /import-table/ } })
})

t.test('files that cannot be a table are refused with the place, and nothing is kept', async t => {
  const { call, store } = await buildService(t)
  const [table, final, output] = LEATHER
  const changed = (letter: string, from: string | RegExp, to: string) => ({ field: 'table', name: 'Z.csv', content: read(letter).replace(from, to) })
  const cases: Array<[reason: string, files: Array<{ field?: string, name: string, content: string | Buffer }>, detail: RegExp]> = [
    ['text in a cell', [changed('Z', '16.1', 'many'), final, output], /Z\.csv, row 2, column .*Agriculture: "many" found/],
    ['not a number', [changed('Z', '16.1', 'NaN'), final, output], /Z\.csv, row 2, column .*"NaN"/],
    ['infinite', [changed('Z', '16.1', 'Infinity'), final, output], /"Infinity"/],
    ['a duplicate label', [changed('Z', /Turkey\.Agriculture/g, 'Argentina.Agriculture'), final, output], /Argentina\.Agriculture/],
    ['cut short', [{ ...table, name: 'Z.csv', content: read('Z').slice(0, 333) }, final, output], /Z\.csv, row \d/],
    ['half a gzip', [{ ...table, content: gzipSync(read('Z')).subarray(0, 99) }, final, output], /Z\.csv\.gz/],
    ['empty', [{ ...table, content: '' }, final, output], /empty/],
    ['no final demand', [table, output], /final demand/],
    ['an unknown role', [{ ...table, field: 'matrix' }], /sent as "matrix"/],
    ['one role twice', [table, table, final, output], /role "table"/],
    ['output of another table', [table, final, { ...output, content: read('X').replace(/,([\d.]+)/g, (_, value: string) => `,${3 * Number(value)}`) }], /refused/]
  ]
  for (const [reason, files, detail] of cases) t.match(await send(call, files, {}), { status: 400, body: { code: 'INVALID_INPUT', detail } }, reason)
  t.match(await send(call, LEATHER, { year: 'soon' }), { status: 400, body: { detail: /year/ } })
  t.match(await send(call, LEATHER, { tittle: 'Leather' }), { status: 400, body: { detail: /tittle/ } })
  t.match(await send(call, []), { status: 400, body: { detail: /No file/ } })
  t.strictSame(await store.listTables(), [])
})

t.test('measures are listed with what they give', async t => {
  const { call } = await buildService(t)
  const { body } = await call('GET', `${API}/measures`)
  t.ok(body.total >= 23)
  for (const each of body.items) t.ok(TableMeasure.safeParse(each).success, each.name)
  t.match((await call('GET', `${API}/measures?limit=2`)).body, { items: [{}, {}], total: body.total, nextCursor: /./ })
  t.match(body.items.find((each: TableMeasure) => each.name === 'kww'), { source: /Koopman/, results: [{ name: 'country', level: 'country' }] })
})

t.test('rows by page, as others computed them', async t => {
  const { call, hash } = await withLeather(t)
  const url = `${API}/tables/${hash}/measures/bmSource?result=country`
  const first = await call('GET', `${url}&limit=2`)
  t.ok(MeasurePage.safeParse(first.body).success)
  t.match(first.body, { table: hash, measure: 'bmSource', result: 'country', results: ['sectorPair', 'sector', 'pair', 'country'], total: 3 })
  const second = await call('GET', `${url}&limit=2&cursor=${encodeURIComponent(first.body.nextCursor)}`)
  t.equal(second.body.nextCursor, null)
  const rows = [...first.body.items, ...second.body.items]
  for (const name of ['FVA', 'GVC', 'REF']) t.ok(column('leather.bm_source_country.csv', name).every((value, i) => Math.abs(rows[i][name] / value - 1) < 1e-9), name)
  t.ok(first.body.identities.every(({ residual, tolerance }: { residual: number, tolerance: number }) => residual <= tolerance))
  const some = await call('GET', `${API}/tables/latest/measures/bmSource?country=turkey&sector=Agriculture&partner=Germany`)
  t.match(some.body, { total: 1, items: [{ country: 'Turkey', sector: 'Agriculture', partner: 'Germany' }] })
  const net = await call('GET', `${API}/tables/latest/measures/leontiefDecomposition?options=${encodeURIComponent('{"of":"finalDemand"}')}&result=country`)
  t.match(net.body, { result: 'country', total: 3 })
})

t.test('a question that cannot be answered is told why', async t => {
  const { call, hash } = await withLeather(t)
  const measures = `${API}/tables/${hash}/measures`
  const cases: Array<[url: string, status: number, detail: RegExp]> = [
    [`${API}/tables/${'0'.repeat(64)}/measures/kww`, 404, /is not kept/], [`${measures}/kwv`, 404, /not a measure/], [`${measures}/kww?result=sector`, 400, /gives country/],
    [`${measures}/kww?country=Atlantis`, 400, /no country "Atlantis"; it has Argentina/], [`${measures}/kww?options={`, 400, /expected JSON/], [`${measures}/kww?options=[]`, 400, /JSON object/], [`${measures}/kww?options=%7B%22a%22%3A1%7D`, 400, /options/],
    [`${measures}/kww?valueAdded=none`, 400, /valueAdded/], [`${measures}/kww?limit=${PAGE_LIMIT_MAX + 1}`, 400, /limit/], [`${measures}/kww?colour=red`, 400, /colour/], [`${measures}/kww?cursor=abc`, 400, /cursor/i],
    [`${measures}/kww?country=${Array(TABLE_CODES_MAX + 1).fill('a').join(',')}`, 400, /country/], [`${API}/tables/${hash}/profiles/Atlantis`, 404, /no country/], [`${API}/tables/${hash}/profiles/Turkey?sector=Mining`, 404, /no sector/],
    [`${measures}/kww/file?format=ods`, 400, /format/]
  ]
  for (const [url, status, detail] of cases) t.match(await call('GET', url), { status, body: { detail } }, url)
  t.match((await call('GET', `${measures}/kwv`)).body, { didYouMean: ['kww'] })
})

t.test('a result as a file: CSV, JSON and XLSX with the same numbers', async t => {
  const { call, app, hash, dataDir } = await withLeather(t)
  const url = `${API}/tables/${hash}/measures/upstreamness/file`
  const csv = await call('GET', `${url}?format=csv`)
  t.match(csv.headers, { 'content-type': /text\/csv/, 'content-disposition': new RegExp(`amber-road-upstreamness-sector-2010-${hash.slice(0, 8)}\\.csv`) })
  const rows = parse(csv.text, { columns: true }) as Array<Record<string, string>>
  const expected = column('leather.ref_upstream_downstream.csv', 'U_upstreamness')
  t.ok(rows.length === 9 && rows.every((row, i) => Math.abs(Number(row.U) / expected[i] - 1) < 1e-12))
  const json = (await call('GET', `${url}?format=json`)).body
  t.strictSame(json.tables.sector.map((row: { U: number }) => String(row.U)), rows.map(row => row.U))
  t.match(json, { measure: 'upstreamness', table: { hash, title: 'Leather', unit: 'millions' } })
  const xlsx = await app.inject({ url: `${url}?format=xlsx`, headers: { host: '127.0.0.1:8080' } })
  t.equal(xlsx.statusCode, 200)
  const parts = unzipSync(xlsx.rawPayload)
  const sheet = Buffer.from(parts['xl/worksheets/sheet2.xml']).toString()
  for (const { U } of rows) t.ok(sheet.includes(`<v>${U}</v>`), U)
  t.strictSame(readdirSync(join(dataDir, 'uploads')), [], 'nothing is left behind')
})

t.test('a sheet has an end', async t => {
  const { call } = await buildService(t)
  // 36 countries of 9 sectors, each of which uses a little of itself: a matrix of 324 x 324 rows.
  const labels = Array.from({ length: 36 * 9 }, (_, i) => `K${String(Math.floor(i / 9)).padStart(2, '0')}.s${i % 9}`)
  t.ok(labels.length ** 2 > SHEET_ROWS_MAX)
  const table = ['', ...labels, ...[...new Set(labels.map(label => label.slice(0, 3)))].map(country => `${country}.final`)].join(',') + '\n' +
    labels.map((label, i) => [label, ...labels.map((_, j) => i === j ? 1 : 0), ...Array.from({ length: 36 }, (_, c) => c === Math.floor(i / 9) ? 2 : 0)].join(',')).join('\n') + '\n'
  t.equal((await send(call, [{ name: 'all.csv', content: table }], {})).status, 201)
  const url = `${API}/tables/latest/measures/leontiefDecomposition/file?format=xlsx&result=matrix&options=${encodeURIComponent('{"of":"unit"}')}`
  t.equal((await call('GET', `${url}&country=K00`)).status, 200)
  t.match(await call('GET', url), { status: 422, body: { code: 'DOCUMENT_TOO_LARGE', detail: /format=csv/ } })
})

t.test('the profile of a country and of a sector', async t => {
  const { call, hash } = await withLeather(t)
  const country = await call('GET', `${API}/tables/${hash}/profiles/turkey`)
  t.equal(country.status, 200)
  t.ok(ValueChainProfile.safeParse(country.body).success)
  t.match(country.body, { country: { code: 'Turkey' }, sector: null, table: { hash }, totals: { output: 112.7 + 124.6 + 43.2 } })
  const sector = await call('GET', `${API}/tables/${hash}/profiles/Turkey?sector=agriculture`)
  t.ok(ValueChainProfile.safeParse(sector.body).success)
  t.match(sector.body, { sector: { code: 'Agriculture' }, kww: [], totals: { output: 112.7 } })
  t.equal(sector.body.sectors.length, 1)
})

t.test('a service that is read-only takes no table and removes none', async t => {
  const { call } = await buildService(t, { config: { readOnly: true } })
  t.match(await send(call, LEATHER), { status: 403, body: { code: 'READ_ONLY' } })
  t.match(await call('DELETE', `${API}/tables/${'0'.repeat(64)}`), { status: 403 })
})

t.test('codes that differ in case alone are told apart, and case is forgiven where nothing is written so', async t => {
  const { call } = await buildService(t)
  const { body: { hash } } = await send(call, [{ field: 'table', name: 'case.csv', content: ',PL_A,pl_A,PL_FD,pl_FD\nPL_A,1,2,10,3\npl_A,2,1,5,9\n' }])
  for (const country of ['PL', 'pl']) {
    t.match(await call('GET', `${API}/tables/${hash}/profiles/${country}`), { status: 200, body: { country: { code: country } } })
    t.match(await call('GET', `${API}/tables/${hash}/measures/upstreamness?country=${country}`), { status: 200, body: { total: 1, items: [{ country }] } })
  }
  t.match(await call('GET', `${API}/tables/${hash}/profiles/Pl?sector=a`), { status: 200, body: { country: { code: 'PL' }, sector: { code: 'A' } } })
})
