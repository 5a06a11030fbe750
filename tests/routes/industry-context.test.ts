/** Organisations of a run in an input-output table. */
import t from 'tap'
import { parse } from 'csv-parse/sync'
import type { Test } from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { IndustryContext } from '../../services/contract/industry-context.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { sectionOf } from '../../services/contract/nace-section.ts'
import { openSystem } from '../../services/value-chains/system.ts'
import { measureTable } from '../../services/value-chains/measure-table.ts'
import { buildAnalysedService, multipart } from '../support/build-service.ts'
import { oecdCsv } from '../support/oecd-csv.ts'

const COUNTRIES = ['DEU', 'DNK', 'FIN', 'LTU', 'LVA', 'POL', 'SWE', 'REU', 'ROW']
const SECTORS = ['A', 'B', 'C10T12', 'C13T33', 'D', 'E', 'F', 'G', 'H', 'I', 'JTU']
const ALPHA2: Record<string, string> = { DE: 'DEU', DK: 'DNK', FI: 'FIN', LT: 'LTU', LV: 'LVA', PL: 'POL', SE: 'SWE', EE: 'REU' }
/** By hand: the industry of a firm of the synthetic chains. */
const industryOf = (code: string): string => {
  const section = sectionOf(code)!
  if (section === 'C') return Number(code.slice(0, 2)) <= 12 ? 'C10T12' : 'C13T33'
  return 'DEFGHI'.includes(section) ? section : 'JTU'
}
const TABLE = oecdCsv(COUNTRIES, SECTORS, 5)

async function withTable (t: Test, csv = TABLE.csv, year = 2024, source = 'made up') {
  const service = await buildAnalysedService(t)
  const { body, headers } = multipart({ options: JSON.stringify({ title: 'Made up', year, unit: 'units', source }) }, [{ name: 'table.csv', content: csv }])
  const imported = await service.call('POST', '/api/v1/value-chains/tables', body, headers)
  t.equal(imported.status, 201, imported.text)
  const ask = async (query: string) => await service.call('GET', `/api/v1/value-chains/tables/latest/context?${query}`)
  return { ...service, ask }
}

t.test('a cluster in a table, counted a second way', async t => {
  const { ask, call, chains, runs, run } = await withTable(t)
  const loaded = (await runs.load(run.id))!
  const { status, body } = await ask('cluster=C1')
  t.equal(status, 200)
  const context = IndustryContext.parse(body)
  const members = loaded.snapshot.ids.filter((_, i) => loaded.clusterOf[i] === 0).map(id => chains.organisations.find(each => each.id === id)!)
  t.match(context, { basis: 'industries', scheme: 'codes', run: run.id, organisations: members.length, withSectors: members.length, inIndustries: members.length, codesMissing: [], sectorsUnread: [], table: { title: 'Made up', year: 2024 } })
  const counts = new Map<string, number>()
  for (const { country, sectors: [code] } of members) counts.set(`${ALPHA2[country]} ${industryOf(code)}`, (counts.get(`${ALPHA2[country]} ${industryOf(code)}`) ?? 0) + 1)
  t.strictSame(new Map(context.industries.map(({ country, sector, organisations }) => [`${country.code} ${sector}`, organisations])), counts)
  const { U, D } = measureTable(openSystem(TABLE.table, 'residual', UNWATCHED), 'upstreamness', {}, UNWATCHED).tables.sector.columns
  const at = (country: string, code: string): number => COUNTRIES.indexOf(ALPHA2[country]) * SECTORS.length + SECTORS.indexOf(industryOf(code))
  const mean = (values: Float64Array): number => members.reduce((sum, { country, sectors: [code] }) => sum + values[at(country, code)], 0) / members.length
  t.ok(Math.abs(context.mean!.here.upstreamness! / mean(U) - 1) < 1e-9)
  t.ok(Math.abs(context.mean!.here.downstreamness! / mean(D) - 1) < 1e-9)
  const { foreign } = measureTable(openSystem(TABLE.table, 'residual', UNWATCHED), 'multipliers', {}, UNWATCHED).tables.sector.columns
  t.ok(Math.abs(context.partners.reduce((sum, { supplied }) => sum + supplied, 0) / mean(foreign) - 1) < 1e-9)
  const estonian = members.filter(({ country }) => country === 'EE').length
  t.strictSame(context.countriesInGroups, estonian === 0 ? [] : [{ country: 'EE', group: 'REU', organisations: estonian }])
  // Links of the chains with both ends here and in two countries, a pair once.
  const ids = new Map(members.map(({ id, country }) => [id, country]))
  const pairs = new Set(chains.links.filter(({ source, target }) => ids.has(source) && ids.has(target) && ids.get(source) !== ids.get(target)).map(({ source, target }) => [source, target].sort().join(' ')))
  t.equal(context.links.total, pairs.size)
  t.equal(context.links.pairs.reduce((sum, { observed }) => sum + observed, 0), pairs.size)
  t.equal(context.links.among, 'members')
  t.notOk(context.cautions.includes('consortia'), 'supply links are recorded one by one')
  t.strictSame((await ask('cluster=C1')).body, body, 'again')
  // Its tables as files: the rows of the answer, read by another reader.
  const file = async (part: string) => await call('GET', `/api/v1/value-chains/tables/latest/context/file?cluster=C1&part=${part}`)
  const written = async (part: string): Promise<Array<Record<string, string>>> => parse((await file(part)).text, { columns: true })
  t.strictSame((await written('industries')).map(row => [row.country, row.sector, Number(row.organisations), Number(row.upstreamness), Number(row.gvcWorld)]), context.industries.map(row => [row.country.code, row.sector, row.organisations, row.upstreamness, row.world.gvc]))
  t.strictSame((await written('partners')).map(row => [row.country, Number(row.supplied), Number(row.absorbed)]), context.partners.map(row => [row.country.code, row.supplied, row.absorbed]))
  t.strictSame((await written('links')).map(row => [row.a, row.b, Number(row.observed), row.verdict, row.verdictGivenTotals]), context.links.pairs.map(row => [row.a.code, row.b.code, row.observed, row.verdict, row.givenTotals?.verdict ?? '']))
  t.strictSame((await written('figures')).map(row => [row.figure, Number(row.here), Number(row.world)]), Object.entries(context.mean!.here).map(([figure, value]) => [figure, value, context.mean!.world[figure as 'gvc']]))
  t.match((await file('links')).headers['content-disposition'], /amber-road-context-C1-links-2024-[0-9a-f]{8}\.csv/)
  t.match(await call('GET', '/api/v1/value-chains/tables/latest/context/file?cluster=C1&part=partners&format=xlsx'), { status: 200, headers: { 'content-type': /spreadsheet/ } })
  t.match(await file('song'), { status: 400, body: { code: 'INVALID_INPUT' } })
})

t.test('a country and a region: links with anybody abroad', async t => {
  const { ask, chains } = await withTable(t)
  const [{ country, region }] = chains.organisations
  const { body } = await ask(`country=${country}`)
  t.match(IndustryContext.parse(body), { links: { among: 'abroad' }, organisations: chains.organisations.filter(each => each.country === country).length })
  const home = new Map(chains.organisations.map(each => [each.id, each.country]))
  const abroad = new Set(chains.links.filter(({ source, target }) => (home.get(source) === country) !== (home.get(target) === country)).map(({ source, target }) => [source, target].sort().join(' ')))
  t.equal(body.links.total, abroad.size)
  t.ok(body.links.pairs.every(({ a, b }: any) => [a.alpha2 ?? 'EE', b.alpha2 ?? 'EE'].includes(country)))
  t.ok(body.links.pairs.some(({ observed }: any) => observed === 0) || body.links.pairs.length === new Set(chains.organisations.map(each => each.country)).size - 1, 'countries without a link are there too')
  const near = await ask(`region=${region!.code}`)
  t.equal(near.body.organisations, chains.organisations.filter(each => each.region?.code === region!.code).length)
})

t.test('what the table lacks is told', async t => {
  const { ask, call } = await withTable(t, oecdCsv(['DEU', 'POL', 'SWE'], ['A', 'C10T12', 'X1'], 9).csv, 2011, 'made of the World Input-Output Database, 2013 release')
  const { body } = await ask('')
  const { cautions, sectorsUnread, countriesMissing, codesMissing, withSectors, inIndustries } = IndustryContext.parse(body)
  t.strictSame(sectorsUnread, ['X1'])
  t.ok(countriesMissing.length > 0 && countriesMissing.every(({ country }) => !['DE', 'PL', 'SE'].includes(country)))
  t.ok(codesMissing.some(({ code }) => code === '24.1'))
  t.ok(inIndustries < withSectors)
  for (const caution of ['approximateIndustries', 'codesMissing', 'countriesMissing', 'oldTable'] as const) t.ok(cautions.includes(caution), caution)
  t.match(await ask(`country=${countriesMissing[0].country}`), { status: 200, body: { mean: null, industries: [], partners: [], links: { pairs: [], total: 0 } } }, 'a country that the table lacks')
  t.match(await ask('cluster=C99'), { status: 404, body: { code: 'NOT_FOUND' } })
  t.match(await ask('country=PT'), { status: 400, body: { code: 'INVALID_INPUT', detail: /No organisation of run-.* passes/ } })
  t.match(await ask('valueAdded=gross'), { status: 400, body: { errors: [{ path: 'valueAdded' }] } })
  t.match(await ask('run=run-000000000000'), { status: 404 })
  t.match(await call('GET', '/api/v1/value-chains/tables/00000000/context'), { status: 404, body: { detail: /is not kept/ } })
})

t.test('members without sectors stand for their countries, and shared networks are cautioned', async t => {
  const { ask, call, runs } = await withTable(t)
  // Six organisations of four countries in one network, none with a sector.
  const made: string[] = []
  for (const [name, country] of [['a', 'PL'], ['b', 'PL'], ['c', 'DE'], ['d', 'DE'], ['e', 'SE'], ['f', 'LV']]) made.push((await call('POST', '/api/v1/organisations', { name: `Member ${name}`, kind: 'university', country })).body.id)
  const network = (await call('POST', '/api/v1/networks', { name: 'A project', kind: 'project' })).body.id
  t.ok(network, 'a network')
  for (const organisation of made) t.equal((await call('POST', '/api/v1/memberships', { organisation, network })).status, 201)
  const { id } = await runs.wait((await runs.start(RunRequest.parse({ options: { repeats: 0 } }))).id)
  const { body } = await ask(`run=${id}&kind=university`)
  t.match(IndustryContext.parse(body), { basis: 'countries', organisations: 6, withSectors: 0, inIndustries: 0, industries: [], links: { total: 13 } })
  t.ok(body.cautions.includes('wholeEconomies'))
  t.ok(body.cautions.includes('consortia'))
  t.equal(body.links.pairs.reduce((sum: number, { observed }: any) => sum + observed, 0), 13, 'of fifteen pairs two are within a country')
})
