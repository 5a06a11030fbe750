import t from 'tap'
import { openTestStore } from '../support/open-test-store.ts'
import { datasetFiles, errorLines, fileOf, importInto } from '../support/import-files.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import type { Organisation } from '../../services/contract/organisation.ts'

const FORMAT = { format: 'horizon2020' } as const
const FILES = ['organisations.csv', 'projects.csv', 'participations.csv']

const byPic = async (store: GraphStore, pic: string): Promise<Organisation | null> => await store.getOrganisation((await store.findByIdentifiers([`pic:${pic}`])).get(`pic:${pic}`) ?? '')

t.test('real rows with every defect of the source', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, datasetFiles('horizon2020', FILES), FORMAT)
  t.strictSame(errorLines(report), [])
  t.match(report, { status: 'completed', written: { organisations: 76, networks: 21, memberships: 79 } })
  const notes = report.notes.join('\n')

  t.test('decisions taken for many rows are told', async t => {
    for (const note of [/^11 empty contributions kept as not stated/m, /^2 networks name two coordinators/m, /^10 organisations without a name kept under their PIC/m, /without a start date/, /without an end date/,
      /^2 organisations without a country take the one of their participations/m, /^2 organisations in NA \(Namibia\) kept/m, /^1 VAT numbers of another country.*MK4057014525722 in NA/m, /^1 VAT numbers that another organisation/m, /NUTS codes far from the city.*DED21/]) t.match(notes, note)
  })
  t.test('the country NA is kept', async t => {
    t.equal((await byPic(store, '934437667'))?.country, 'NA', 'though its VAT number is of North Macedonia')
    t.equal((await byPic(store, '915949564'))?.city, 'WINDHOEK')
  })
  t.test('UK and EL are stored as GB and GR', async t => {
    const { country } = await store.countFacets({})
    t.equal(country.find(({ value }) => value === 'GB')?.count, 14)
    t.equal(country.find(({ value }) => value === 'GR')?.count, 1)
    t.equal(country.some(({ value }) => value === 'UK' || value === 'EL'), false)
  })
  t.test('text in a broken encoding is imported as it is', async t => t.match((await byPic(store, '920820710'))?.name, /√/))
  t.test('a region far from the city is not believed', async t => t.match(await byPic(store, '999801990'), { city: 'BONN', region: { code: 'DEA22', precision: 'estimated' } }))
  t.test('projects: two coordinators, no dates, several parts, none', async t => {
    const networks = (await store.listNetworks({}, { limit: 50, after: null })).rows
    const counts = await Promise.all(networks.map(async ({ id }) => (await store.listMemberships({ network: id }, { limit: 100, after: null })).rows.filter(({ role }) => role === 'coordinator').length))
    t.equal(counts.filter(count => count === 2).length, 2)
    t.equal(networks.filter(({ from }) => from === null).length > 0, true)
    t.equal(networks.filter(({ to }) => to === null).length > 2, true)
    t.equal(networks.some(({ domains }) => domains.length === 3), true)
    t.equal(networks.some(({ domains }) => domains.length === 0), true)
    t.ok(networks.every(({ name }) => name !== ''), 'acronym or number')
  })
  t.test('organisations carry the parts of their projects and the priorities these serve', async t => {
    for await (const batch of (async function * () { yield (await store.listOrganisations({}, { limit: 100, after: null })).rows })()) {
      for (const { id, domains } of batch) {
        const parts = (await Promise.all((await store.listMemberships({ organisation: id }, { limit: 100, after: null })).rows.map(async ({ network }) => (await store.getNetwork(network))?.domains ?? []))).flat()
        t.strictSame(domains.filter(domain => domain.startsWith('h2020:')).sort(), [...new Set(parts)].sort())
        t.equal(domains.includes('s3:bioeconomy'), parts.includes('h2020:SC2'))
      }
    }
  })
  t.test('importing again finds the same', async t => {
    const before = await store.freeze(reader => reader.counts())
    await importInto(store, datasetFiles('horizon2020', FILES), FORMAT)
    t.strictSame(await store.freeze(reader => reader.counts()), before)
  })
})

t.test('participations of unknown projects or organisations are errors', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, [
    fileOf('o', 'pic,country,type,name\n999978821,LV,PRC,Lab\n99,LV,PRC,Short\n999978822,LV,XYZ,Kind\n999978823,,PRC,Nowhere\n'),
    fileOf('p', 'rcn,n_orgs,programme_part,start_date,end_date\n900,1,SC2,2020-13-01,\n901,1,SC99,,\n'),
    fileOf('m', 'rcn,pic,role,contribution\n901,999978821,coordinator,NA\n902,999978821,coordinator,1\n901,999978829,participant,1\n901,999978821,chief,1\n')], FORMAT)
  t.strictSame(errorLines(report), ['o:3 pic: 99', 'o:4 type: XYZ', 'o:5 country: ', 'p:2 start_date: 2020-13-01', 'm:3 rcn: 902', 'm:4 pic: 999978829', 'm:5 role: chief'])
  t.match(report.notes.join(), /programme parts that are not known left out, such as SC99/)
})
