import t from 'tap'
import { openTestStore } from '../support/open-test-store.ts'
import { fileOf, importInto, NOW } from '../support/import-files.ts'
import type { ImportOptions } from '../../services/contract/import.ts'

const CSV = { format: 'organisations-csv', source: 'members' } as const
const table = (...lines: string[]): string => lines.join('\n') + '\n'

t.test('every column of the model', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, [fileOf('o.csv', table(
    'key;name;country;kind;aliases;sizeClass;region;city;latitude;longitude;sectors;domains;ror;lei;pic;vat;wikidata;national;website',
    'tea;"Riga Tea, Ltd";lv;company;"RTL; Rīgas tēja";small;LV00A;Rīga;56.95;24.1;"10.83; M72";"s3:bioeconomy; h2020:SC2";https://ror.org/000063q30;529900T8BM49AURSDO55;999978821;LV 4000-3000;Q42;4000;https://tea.example/'))], CSV)
  t.match(report, { status: 'completed', rowsRead: 1, rowsSkipped: 0, errorsTotal: 0, written: { organisations: 1, networks: 0, links: 0, memberships: 0 }, startedAt: NOW.toISOString(), finishedAt: NOW.toISOString() })
  const [organisation] = (await store.listOrganisations({}, { limit: 5, after: null })).rows
  t.match(organisation, {
    name: 'Riga Tea, Ltd', country: 'LV', kind: 'company', aliases: ['RTL', 'Rīgas tēja'], sizeClass: 'small', city: 'Rīga', website: 'https://tea.example/', source: 'members', updatedAt: NOW.toISOString(),
    region: { code: 'LV00A', vintage: '2024', precision: 'exact' }, coordinates: { latitude: 56.95, longitude: 24.1, precision: 'exact' }
  })
  t.strictSame([...organisation.sectors].sort(), ['10.83', '72'])
  t.strictSame([...organisation.domains].sort(), ['h2020:SC2', 's3:bioeconomy'])
  t.strictSame(organisation.identifiers.map(({ scheme, value }) => `${scheme}:${value}`).sort(), [
    'lei:529900T8BM49AURSDO55', 'local:members/tea', 'national:4000', 'pic:999978821', 'ror:000063q30', 'vat:LV40003000', 'wikidata:Q42'])
  t.equal((await store.listSources()).find(source => source.key === 'members')?.licence, 'not stated')
})

t.test('every wrong value is named with its row, column and what was expected', async t => {
  const store = await openTestStore(t)
  const rows: Array<[cells: string, column: string, expected: RegExp]> = [
    [',LV,,,,,,,,', 'name', /empty/],
    ['A,Latvia,,,,,,,,', 'country', /two-letter/],
    ['A,QQ,,,,,,,,', 'country', /ISO 3166-1/],
    ['A,PO,,,,,,,,', 'country', /did you mean .*PL|did you mean/],
    ['A,LV,firm,,,,,,,', 'kind', /company/],
    ['A,LV,,LV99Z,,,,,,', 'region', /NUTS/],
    ['A,LV,,PL841,,,,,,', 'region', /LV/],
    ['A,LV,,,91,24,,,,', 'latitude', /90/],
    ['A,LV,,,56.9,,,,,', 'longitude', /both/],
    ['A,LV,,,,,10.99,,,', 'sectors', /did you mean/],
    ['A,LV,,,,,meat,,,', 'sectors', /NACE/],
    ['A,LV,,,,,,s3:bioeconmy,,', 'domains', /did you mean s3:bioeconomy/],
    ['A,LV,,,,,,,000063q31,', 'ror', /check digits/],
    ['A,LV,,,,,,,,duns:123', 'identifiers', /scheme/],
    ['A,LV,,,,,,,,pic:12', 'identifiers', /check digits/]
  ]
  const report = await importInto(store, [fileOf('o.csv', table('name,country,kind,region,latitude,longitude,sectors,domains,ror,identifiers', ...rows.map(([cells]) => cells)))], CSV)
  t.equal(report.status, 'refused')
  for (const [i, [cells, column, expected]] of rows.entries()) t.match(report.errors.find(error => error.row === i + 2), { column, expected }, cells)
  t.strictSame(await store.listOrganisations({}, { limit: 1, after: null }).then(({ total }) => total), 0)
})

t.test('check digits and forms of identifiers', async t => {
  const store = await openTestStore(t)
  const accepts = async (column: string, value: string): Promise<boolean> =>
    (await importInto(store, [fileOf('o.csv', table(`name,country,${column}`, `A,LV,${value}`))], { ...CSV, dryRun: true })).errorsTotal === 0
  const cases: Array<[column: string, good: string[], bad: string[]]> = [
    ['ror', ['000063q30', 'https://ror.org/02zj37336'], ['000063q31', '100063q30', '00006lq30', 'ror']],
    ['lei', ['529900T8BM49AURSDO55', '5299 00T8 BM49 AURS DO55'], ['529900T8BM49AURSDO56', '529900T8BM49AURSDO5']],
    ['pic', ['999978821'], ['99997882', '9999788210', 'ABCDEFGHI']],
    ['vat', ['DE811335517', 'pl 956-000-0000', 'IE1234567T'], ['811335517', 'D', 'DE1']],
    ['wikidata', ['Q42', 'https://www.wikidata.org/wiki/Q42'], ['42', 'P42']]
  ]
  for (const [column, good, bad] of cases) {
    for (const value of good) t.equal(await accepts(column, value), true, `${column} ${value}`)
    for (const value of bad) t.equal(await accepts(column, value), false, `${column} ${value}`)
  }
})

t.test('countries: NA is Namibia, UK and EL are read as GB and GR', async t => {
  const store = await openTestStore(t)
  await importInto(store, [fileOf('o.csv', table('name,country', 'Windhoek Lab,NA', 'London Lab,UK', 'Athens Lab,EL'))], CSV)
  t.strictSame((await store.listOrganisations({}, { limit: 5, after: null })).rows.map(({ name, country }) => `${name} ${country}`), ['Athens Lab GR', 'London Lab GB', 'Windhoek Lab NA'])
})

t.test('columns can be mapped', async t => {
  const store = await openTestStore(t)
  const columns = { name: 'Nazwa', country: 'Kraj', vat: 'NIP' }
  const file = fileOf('o.csv', table('Nazwa;Kraj;NIP', 'Mleczarnia;PL;PL9560000000'))
  t.equal((await importInto(store, [file], { ...CSV, columns })).status, 'completed')
  t.equal((await store.findByIdentifiers(['vat:PL9560000000'])).size, 1)
  const wrong = await importInto(store, [file], { ...CSV, columns: { ...columns, city: 'Miasto' } })
  t.match(wrong.errors[0], { row: 1, column: 'Miasto', value: 'Nazwa, Kraj, NIP', expected: /mapping of city/ })
})

t.test('a row without an identifier is known by source, name and country', async t => {
  const store = await openTestStore(t)
  const file = fileOf('o.csv', table('name,country,city', 'Nameless,LV,Rīga'))
  const first = await importInto(store, [file], CSV)
  t.match(first.notes, [/without a kind/, /1 organisations without an identifier/])
  await importInto(store, [file], CSV)
  t.equal((await store.listOrganisations({}, { limit: 5, after: null })).total, 1, 'found again')
  await importInto(store, [file], { ...CSV, source: 'another' })
  t.equal((await store.listOrganisations({}, { limit: 5, after: null })).total, 2, 'another source, another organisation')
})

t.test('places: from the code, the coordinates or the city', async t => {
  const store = await openTestStore(t)
  await importInto(store, [fileOf('o.csv', table('name,country,region,latitude,longitude,city',
    'a code,PL,PL841,,,', 'b old code,LV,LV006,,,', 'c point,PL,,53.1325,23.1688,', 'd city,FI,,,,KOUVOLA', 'e nothing,SE,,,,Nowherestad', 'f no NUTS 2024,UK,,,,London', 'g old code,UK,UKI31,,,', 'h coarse,DE,DE,,,Hamburg', 'i coarse,DE,DE6,,,Hamburg'))], CSV)
  const rows = (await store.listOrganisations({}, { limit: 20, after: null })).rows
  t.strictSame(rows.map(({ name, region, coordinates }) => [name[0], region?.code ?? null, region?.vintage ?? null, region?.precision ?? null, coordinates?.precision ?? null]), [
    ['a', 'PL841', '2024', 'exact', null], ['b', 'LV006', '2016', 'exact', null], ['c', 'PL841', '2024', 'exact', 'exact'], ['d', 'FI1C7', '2024', 'estimated', 'estimated'],
    ['e', null, null, null, null], ['f', null, null, null, 'estimated'], ['g', 'UKI31', '2016', 'exact', null], ['h', 'DE600', '2024', 'estimated', 'estimated'], ['i', 'DE600', '2024', 'estimated', 'estimated']])
})

t.test('merging', async t => {
  const options: Partial<ImportOptions> & { format: 'organisations-csv' } = { ...CSV }
  const store = await openTestStore(t)
  await importInto(store, [fileOf('o.csv', table('name,country,pic,vat,city,website', 'PIC 999978821,LV,999978821,,Rīga,https://a.example/'))], options)
  const [before] = (await store.listOrganisations({}, { limit: 1, after: null })).rows

  t.test('any identifier finds the organisation; what the file does not say is kept', async t => {
    await importInto(store, [fileOf('o.csv', table('name,country,pic,vat,sectors,kind', 'Amber Institute,LV,999978821,LV40003000,72.1,research-institute'))], options)
    await importInto(store, [fileOf('o.csv', table('name,country,vat,ror', 'Amber Institute of Riga,LV,LV40003000,000063q30'))], options)
    const { rows, total } = await store.listOrganisations({}, { limit: 5, after: null })
    t.equal(total, 1)
    t.match(rows[0], { id: before.id, name: 'Amber Institute of Riga', aliases: ['Amber Institute'], city: 'Rīga', website: 'https://a.example/', sectors: ['72.1'], kind: 'research-institute' })
    t.equal(rows[0].identifiers.length, 3)
  })
  t.test('two rows of one file are one organisation', async t => {
    const report = await importInto(store, [fileOf('o.csv', table('name,country,lei,domains', 'One,EE,529900T8BM49AURSDO55,s3:bioeconomy', 'Two,EE,529900T8BM49AURSDO55,s3:smart-health'))], options)
    t.equal(report.written.organisations, 1)
    t.match(report.notes.join(), /1 rows name an organisation that an earlier row names/)
    const id = (await store.findByIdentifiers(['lei:529900T8BM49AURSDO55'])).get('lei:529900T8BM49AURSDO55') ?? ''
    t.match(await store.getOrganisation(id), { name: 'Two', aliases: ['One'], domains: ['s3:bioeconomy', 's3:smart-health'] })
  })
  t.test('identifiers of two organisations in one row are an error', async t => {
    const report = await importInto(store, [fileOf('o.csv', table('name,country,pic,lei', 'Both,LV,999978821,529900T8BM49AURSDO55'))], options)
    t.match(report, { status: 'refused', errors: [{ row: 2, value: 'Both', expected: /pic:999978821 \(org-.*lei:529900T8BM49AURSDO55/ }] })
  })
  t.test('a service id names the organisation; an unknown one is an error', async t => {
    await importInto(store, [fileOf('o.csv', table('id,name,country', `${before.id},Renamed,LV`))], options)
    t.equal((await store.getOrganisation(before.id))?.name, 'Renamed')
    t.match(await importInto(store, [fileOf('o.csv', table('id,name,country', 'org-000000000000,Ghost,LV'))], options), { status: 'refused', errors: [{ row: 2, expected: /org-000000000000/ }] })
  })
})
