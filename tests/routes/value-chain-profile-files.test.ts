/** Tables of a profile as files: the rows of the profile, no others. */
import t from 'tap'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { PROFILE_TABLES } from '../../services/contract/value-chains.ts'
import { buildService } from '../support/build-service.ts'

const FILES = [['table', 'leather.Z.csv'], ['final', 'leather.Y.csv'], ['output', 'leather.X.csv']] as const

t.test('each table of a profile has the rows that the profile tells', async t => {
  const { call, app } = await buildService(t)
  const form = new FormData()
  form.set('options', JSON.stringify({ title: 'Leather', unit: 'units' }))
  for (const [role, name] of FILES) form.append(role, new Blob([readFileSync(`tests/datasets/value-chains/${name}`)]), name)
  const sent = new Response(form)
  const { body: { hash } } = await call('POST', '/api/v1/value-chains/tables', Buffer.from(await sent.arrayBuffer()), { 'content-type': String(sent.headers.get('content-type')) })
  const address = `/api/v1/value-chains/tables/${hash.slice(0, 8)}/profiles/turkey`
  const { body: profile } = await call('GET', address)
  const rows = async (part: string, more = ''): Promise<Array<Record<string, string>>> => parse((await call('GET', `${address}/file?part=${part}${more}`)).text, { columns: true })
  for (const part of PROFILE_TABLES.filter(part => part !== 'figures')) {
    t.strictSame(await rows(part), profile[part].map((row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)]))), part)
  }
  const figures = Object.fromEntries((await rows('figures')).map(({ figure, value }) => [figure, Number(value)]))
  // As the documentation of the R package icio prints them.
  t.ok(Math.abs(figures.exports - 113.6) < 1e-9 && Math.abs(figures.gvc * 113.6 - 48.09640) < 5e-6)
  t.strictSame(Object.keys(figures).length, Object.values(profile.totals).length + Object.values(profile.participation).length + 4)

  t.strictSame((await rows('kww', '&sector=Agriculture')).length, 0, 'the terms are of countries')
  const sector = await call('GET', `${address}/file?part=sectors&sector=agriculture&format=xlsx`)
  t.match(sector.headers['content-disposition'], /amber-road-profile-Turkey-Agriculture-sectors-/)
  const sheets = await app.inject({ url: `${address}/file?part=sectors&sector=agriculture&format=xlsx`, headers: { host: '127.0.0.1:8080' } })
  t.ok(Object.keys(unzipSync(sheets.rawPayload)).some(name => name.startsWith('xl/worksheets/')))
  t.match(await call('GET', `${address}/file?part=song`), { status: 400, body: { code: 'INVALID_INPUT' } })
  t.match(await call('GET', '/api/v1/value-chains/tables/latest/profiles/Atlantis/file?part=kww'), { status: 404, body: { detail: /no country "Atlantis"/ } })
})

t.test('codes that no name of a file may hold still have their files', async t => {
  const { call } = await buildService(t)
  const long = 'Growing of cereals, leguminous crops and oil seeds, '.repeat(3)
  const form = new FormData()
  form.append('table', new Blob([`,Łódź_A01_02,"Łódź_${long}",Łódź_FD\nŁódź_A01_02,1,2,10\n"Łódź_${long}",2,1,8\n`]), 'table.csv')
  const sent = new Response(form)
  const { body: { hash } } = await call('POST', '/api/v1/value-chains/tables', Buffer.from(await sent.arrayBuffer()), { 'content-type': String(sent.headers.get('content-type')) })
  const address = `/api/v1/value-chains/tables/${hash}/profiles/${encodeURIComponent('Łódź')}/file?part=sectors`
  for (const [sector, name] of [['A01_02', 'A01-02'], [long, 'Growing-of-cereals-leguminous-']] as const) {
    for (const format of ['csv', 'xlsx']) t.match(await call('GET', `${address}&format=${format}&sector=${encodeURIComponent(sector.trim())}`), { status: 200, headers: { 'content-disposition': `attachment; filename="amber-road-profile-d-${name}-sectors-${hash.slice(0, 8)}.${format}"` } }, `${format} of ${name}`)
  }
})
