import t from 'tap'
import { openTestStore } from '../support/open-test-store.ts'
import { datasetFiles, errorLines, fileOf, importInto } from '../support/import-files.ts'
import type { ImportFile } from '../../services/ingest/import-files.ts'
import { legalBasisDomain } from '../../services/ingest/formats/programme-parts.ts'

const CORDIS = { format: 'cordis' } as const
const ALL = ['organization.csv', 'project.csv', 'legalBasis.csv', 'topics.csv', 'euroSciVoc.csv']
const PROJECTS = 'id;acronym;title;startDate;endDate;frameworkProgramme;legalBasis;rcn\n"1";"AMBER";"A road";2020-01-01;2022-12-31 00:00:00;H2020;H2020-EU.3.2.;"900"\n"2";"";"No acronym";;;H2020;H2020-EU.1.3.;"901"\n'
const HEADINGS = 'projectID;organisationID;vatNumber;name;shortName;SME;activityType;city;country;nutsCode;geolocation;organizationURL;role;ecContribution;endOfParticipation\n'
const set = (...rows: string[]): ImportFile[] => [fileOf('organization.csv', HEADINGS + rows.map(row => row + '\n').join(''), 512), fileOf('project.csv', PROJECTS, 512)]

t.test('the first hundred rows as CORDIS publishes them', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, datasetFiles('cordis', ALL), CORDIS)
  t.strictSame(errorLines(report), [])
  t.match(report, { status: 'completed', rowsRead: 200, written: { organisations: 92, networks: 100, memberships: 100 } })
  const id = (await store.findByIdentifiers(['pic:999997736'])).get('pic:999997736') ?? ''
  t.match(await store.getOrganisation(id), {
    name: 'AARHUS UNIVERSITET', aliases: ['AU'], kind: 'university', country: 'DK', city: 'Aarhus C', region: { code: 'DK042', vintage: '2024', precision: 'exact' },
    coordinates: { latitude: 56.171028, longitude: 10.199381, precision: 'exact' }, website: 'http://www.au.dk', source: 'cordis'
  })
  const network = (await store.findNetworks(['cordis:101116741'])).get('cordis:101116741') ?? ''
  t.match(await store.getNetwork(network), { name: 'DOE', title: 'Digitizing Other Economies: A Comparative Approach', programme: 'Horizon Europe', from: '2024-02-01', to: '2029-01-31', domains: ['h2020:ERC'], membersTotal: 1 })
  t.match((await store.listMemberships({ network }, { limit: 5, after: null })).rows, [{ role: 'coordinator', contribution: 1499998 }])
  t.match((await store.listSources()).find(source => source.key === 'cordis'), { licence: 'CC BY 4.0', attribution: '© European Union, CORDIS' })
})

t.test('the two files suffice, whatever they are called', async t => {
  const store = await openTestStore(t)
  const files = datasetFiles('cordis', ['project.csv', 'organization.csv']).map((file, i) => ({ ...file, name: `file-${i}` }))
  t.match(await importInto(store, files, CORDIS), { status: 'completed', written: { memberships: 100 } })
})

t.test('a missing, doubled or foreign file is refused by name', async t => {
  const store = await openTestStore(t)
  t.match(await importInto(store, datasetFiles('cordis', ['project.csv']), CORDIS), { status: 'refused', errors: [{ expected: /file of organisations/ }] })
  t.match(await importInto(store, datasetFiles('cordis', ['project.csv', 'project.csv', 'organization.csv']), CORDIS), { status: 'refused', errors: [{ expected: /one file of projects/ }] })
  t.match(await importInto(store, [...datasetFiles('cordis', ['project.csv', 'organization.csv']), fileOf('x.csv', 'a,b\n1,2\n')], CORDIS), { status: 'refused', errors: [{ file: 'x.csv', value: 'a, b' }] })
})

t.test('the Horizon 2020 layout: semicolons, decimal comma, roles, cells that say nothing', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, set(
    '1;999978821;LV40003000;"RIGA LAB";"RL";true;PRC;RIGA;LV;LV006;"(56.95,24.1)";www.lab.example;coordinator;"1234,5";false',
    '1;999978822;LV40003000;"RIGA LAB NORTH";"";false;REC;RIGA;LV;LV00A;;;participant;"";true',
    '2;999978821;-;"RIGA LABORATORY";"RL";;PRC;RIGA;LV;;;not a site at all;associatedPartner;0;',
    '2;999978823;not applicable;;;;OTH;LONDON;UK;UK;;;thirdParty;10.5;',
    '2;999978824;;ATHENS LAB;;;PUB;ATHINA;EL;EL303;"north";;internationalPartner;;'), CORDIS)
  t.strictSame(errorLines(report), [])
  t.match(report, { status: 'completed', written: { organisations: 4, networks: 2, memberships: 5 } })
  const ids = await store.findByIdentifiers(['pic:999978821', 'pic:999978822', 'pic:999978823', 'pic:999978824', 'vat:LV40003000'])
  const [lab, north, london, athens] = await store.getOrganisations([1, 2, 3, 4].map(i => ids.get(`pic:99997882${i}`) ?? ''))
  t.match(lab, { name: 'RIGA LABORATORY', aliases: ['RL', 'RIGA LAB'], sizeClass: 'sme', region: { code: 'LV006', vintage: '2016' }, website: 'http://www.lab.example', domains: ['h2020:MSCA', 'h2020:SC2', 's3:bioeconomy'] })
  t.equal(ids.get('vat:LV40003000'), lab.id, 'one VAT number for two bodies stays with the first')
  t.match(north, { kind: 'research-institute', sizeClass: null })
  t.match(london, { name: 'PIC 999978823', country: 'GB', region: null })
  t.match(athens, { country: 'GR', region: { code: 'EL303' } })
  const networks = await store.findNetworks(['cordis:1', 'cordis:2'])
  t.match(await store.getNetwork(networks.get('cordis:2') ?? ''), { name: 'Project 2', from: null, to: null, membersTotal: 3, domains: ['h2020:MSCA'] })
  t.match(await store.getNetwork(networks.get('cordis:1') ?? ''), { to: '2022-12-31', domains: ['h2020:SC2'] })
  const memberships = (await store.listMemberships({}, { limit: 10, after: null })).rows
  t.strictSame(memberships.map(({ role, contribution }) => `${role} ${contribution ?? 'not stated'}`).sort(), ['coordinator 1234.5', 'participant not stated', 'partner 0', 'partner not stated', 'third-party 10.5'])
  for (const note of [/1 VAT numbers that another organisation/, /2 empty contributions/, /1 website addresses that are none/, /1 participations that ended/, /1 organisations without a name/, /1 geolocations/]) t.match(report.notes.join('\n'), note)
})

t.test('wrong cells are named with their row', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, set('9;999978821;;A;;;PRC;;LV;;;;participant;1;', '1;12;;A;;;PRC;;LV;;;;participant;1;', '1;999978821;;A;;;ABC;;LV;;;;participant;1;', '1;999978821;;A;;;PRC;;Latvia;;;;participant;1;', '1;999978821;;A;;;PRC;;LV;;;;boss;1;', '1;999978821;;A;;;PRC;;LV;;;;participant;much;'), CORDIS)
  t.strictSame(errorLines(report), ['organization.csv:2 projectID: 9', 'organization.csv:3 organisationID: 12', 'organization.csv:4 activityType: ABC', 'organization.csv:5 country: Latvia', 'organization.csv:6 role: boss', 'organization.csv:7 ecContribution: much'])
})

t.test('a project known by its record number is the same project', async t => {
  const store = await openTestStore(t)
  const research = (key: string): ImportFile[] => [fileOf('o', 'pic,country,type,name\n999978821,LV,PRC,Lab\n'), fileOf('p', `rcn,n_orgs,programme_part,start_date,end_date,project_id\n900,1,SC2,2020-01-01,2022-12-31,${key}\n`), fileOf('m', 'rcn,pic,role,contribution\n900,999978821,coordinator,NA\n')]
  await importInto(store, research(''), { format: 'horizon2020' })
  await importInto(store, set('1;999978821;;Lab;;;PRC;;LV;;;;coordinator;5;'), CORDIS)
  const { rows } = await store.listNetworks({}, { limit: 5, after: null })
  t.strictSame(rows.map(({ name, externalKey }) => [name, externalKey]), [['AMBER', 'cordis:1'], ['Project 2', 'cordis:2']])
  t.match((await store.listMemberships({}, { limit: 5, after: null })).rows, [{ contribution: 5 }])
})

t.test('legal bases of both programmes lead to the parts of Horizon 2020', async t => {
  const cases: Array<[string, string | null]> = [['H2020-EU.3.2.', 'SC2'], ['H2020-EU.2.1.1.', 'LEIT'], ['H2020-EU.1.1.', 'ERC'], ['H2020-Euratom-1.', null], ['H2020-Euratom', 'Euratom'], ['HORIZON.2.6', 'SC2'], ['HORIZON.2.5.6', 'SC4'], ['HORIZON.2.5.2', 'SC3'],
    ['EURATOM2027', 'Euratom'], ['EURATOM.1.2.2', 'Euratom'], ['H2020-EU.0.', null], ['', null]]
  for (const [legalBasis, part] of cases) t.equal(legalBasisDomain(legalBasis), part === null ? null : `h2020:${part}`, legalBasis)
})
