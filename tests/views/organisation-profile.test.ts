import t from 'tap'
import fc from 'fast-check'
import type { Network } from '../../services/contract/network.ts'
import { LinkEvidence, OrganisationProfile } from '../../services/contract/organisation-profile.ts'
import { buildLinkEvidence } from '../../services/views/evidence.ts'
import { buildOrganisationProfile, PROFILE_LINES_MAX } from '../../services/views/organisation-profile.ts'
import { rankOf } from '../../services/views/ranks.ts'
import { makeRun, organisationOf, toyId, toyRun } from '../support/loaded-run.ts'

const network = (name: string, from: string | null = null): Network & { role: string } => ({
  id: `net-00000000000${name}`, kind: 'project', name, title: null, programme: null, from, to: null, domains: [], membersTotal: null, externalKey: null, source: 'test', updatedAt: '2026-01-01T00:00:00.000Z', role: 'partner'
})

t.test('everything of one organisation', async t => {
  const { loaded, organisations, lookup } = toyRun()
  const profile = await buildOrganisationProfile(loaded, { organisation: organisations.get(toyId('a1'))!, networks: [network('1', '2015'), network('2'), network('3', '2019-05')], organisations: lookup })
  t.ok(OrganisationProfile.safeParse(profile).success)
  t.match(profile, { run: 'run-000000000001', cluster: 'C1', isolate: false, partnersTotal: 5, networksTotal: 3 })
  t.strictSame(profile.partners.map(({ name, country, cluster, weight, sharedNetworks }) => [name, country, cluster, weight, sharedNetworks]),
    [['Delta', 'LT', 'C1', 1, 1], ['Beta', 'PL', 'C1', 0.5, 1], ['PIC 997989351', 'PL', 'C1', 0.5, 1], ['Jota', 'PL', 'C2', 0.5, 1], ['Kappa', 'LT', 'C2', 0.5, 1]])
  t.strictSame(profile.clusters, [{ cluster: 'C1', share: 2 / 3 }, { cluster: 'C2', share: 1 / 3 }])
  t.strictSame(profile.countries, [{ country: 'LT', share: 0.5 }, { country: 'PL', share: 0.5 }])
  t.strictSame(profile.networks.map(({ name }) => name), ['3', '1', '2'], 'the latest first, undated last')
  t.strictSame(profile.measures.crossBorderBetweenness, { value: 10, rank: 2, of: 12, percentile: 10.5 / 12 })
  t.strictSame(profile.measures.pagerank, { value: null, rank: null, of: 0, percentile: null })
})

t.test('an isolate, and an organisation stored after the run', async t => {
  const { loaded, organisations, lookup } = toyRun()
  const alone = await buildOrganisationProfile(loaded, { organisation: organisations.get(toyId('z'))!, networks: [], organisations: lookup })
  t.match(alone, { cluster: null, isolate: true, partnersTotal: 0, partners: [], clusters: [], countries: [], networksTotal: 0 })
  t.strictSame(alone.measures.degree, { value: 0, rank: null, of: 12, percentile: null }, 'a value, but no rank among the linked')
  const later = await buildOrganisationProfile(loaded, { organisation: organisationOf({ id: toyId('y'), name: 'Later', country: 'SE' }), networks: [], organisations: lookup })
  t.match(later, { cluster: null, isolate: true, partners: [] })
  t.strictSame(later.measures.degree, { value: null, rank: null, of: 12, percentile: null })
})

t.test(`a page lists ${PROFILE_LINES_MAX} partners and networks and says how many there are`, async t => {
  const ids = Array.from({ length: PROFILE_LINES_MAX + 2 }, (_, i) => toyId(String(i)))
  const { loaded, organisations, lookup } = makeRun({ organisations: ids.map(id => ({ id, name: id, country: 'PL' })), collaboration: ids.slice(1).map(id => [ids[0], id, 1]) })
  const profile = await buildOrganisationProfile(loaded, { organisation: organisations.get(ids[0])!, networks: ids.map((_, i) => network(String(i))), organisations: lookup })
  t.strictSame([profile.partners.length, profile.partnersTotal, profile.networks.length, profile.networksTotal], [PROFILE_LINES_MAX, PROFILE_LINES_MAX + 1, PROFILE_LINES_MAX, PROFILE_LINES_MAX + 2])
})

t.test('ranks and percentiles of the toy run, by hand', async t => {
  const { loaded } = toyRun()
  const of = (short: string) => rankOf(loaded, 'crossBorderBetweenness', loaded.snapshot.ids.indexOf(toyId(short)))
  t.strictSame(of('a2'), { value: 20, rank: 1, of: 12, percentile: 11.5 / 12 })
  t.strictSame([of('a3'), of('a4'), of('b3')].map(({ rank, percentile }) => [rank, percentile]), Array(3).fill([4, 7.5 / 12]), 'equals share the better rank and the middle of their places')
  t.strictSame(of('b5'), { value: 1, rank: 7, of: 12, percentile: 5.5 / 12 })
  t.strictSame(of('g1'), { value: 0, rank: 8, of: 12, percentile: 2.5 / 12 })
  t.strictSame(of('z'), { value: null, rank: null, of: 12, percentile: null })
})

t.test('ranks agree with counting who is above and who is level', async t => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(NaN)), { minLength: 2, maxLength: 12 }), values => {
    const ids = values.map((_, i) => toyId(i.toString(16)))
    const { loaded } = makeRun({ organisations: ids.map(id => ({ id, name: id, country: 'PL' })), collaboration: ids.slice(1).map((id, i) => [ids[i], id, 1]), scores: { pagerank: Object.fromEntries(ids.map((id, i) => [id, values[i]])) } })
    const defined = values.filter(value => !Number.isNaN(value))
    values.forEach((value, i) => {
      const above = defined.filter(other => other > value).length
      const level = defined.filter(other => other === value).length
      const below = defined.length - above - level
      const { rank, percentile, of } = rankOf(loaded, 'pagerank', i)
      const expected = Number.isNaN(value) ? [null, null] : [above + 1, (below + (level + 1) / 2 - 0.5) / defined.length]
      if (rank !== expected[0] || of !== defined.length || Math.abs((percentile ?? -1) - (expected[1] ?? -1)) > 1e-12) throw new Error(JSON.stringify({ values, i, rank, percentile, expected }))
    })
  }), { numRuns: 300, seed: 5 })
  t.pass('300 lists')
})

t.test('what is behind a link', async t => {
  const { loaded } = toyRun()
  const link = { id: 'lnk-000000000001', kind: 'SUPPLIES' as const, source: toyId('a2'), target: toyId('b2'), weight: 2, product: 'malt', sector: null, from: null, to: null, evidence: 'contract 7', confidence: 0.9, dataSource: 'test', updatedAt: '2026-01-01T00:00:00.000Z' }
  const evidence = buildLinkEvidence(loaded, { source: toyId('b2'), target: toyId('a2'), networks: [network('1')], links: [link] })
  t.ok(LinkEvidence.safeParse(evidence).success)
  t.match(evidence, { source: toyId('b2'), target: toyId('a2'), weight: 2 }, 'the weight is found from either end')
  t.strictSame(evidence.links, [{ id: 'lnk-000000000001', kind: 'SUPPLIES', weight: 2, product: 'malt', evidence: 'contract 7', confidence: 0.9 }])
  const weight = (source: string, target: string) => buildLinkEvidence(loaded, { source, target, networks: [], links: [] }).weight
  t.strictSame([weight(toyId('a1'), toyId('b5')), weight(toyId('a1'), toyId('y')), weight(toyId('z'), toyId('a1'))], [null, null, null])
  t.equal(buildLinkEvidence(null, { source: toyId('a2'), target: toyId('b2'), networks: [], links: [link] }).weight, null, 'before the first run there is evidence all the same')
})

t.test('the members a weight was counted from, so that the sum can be followed', async t => {
  const { loaded } = toyRun()
  const [a1, a2] = [toyId('a1'), toyId('a2')]
  const behind = (run: typeof loaded | null) => buildLinkEvidence(run, { source: a1, target: a2, networks: [{ ...network('1'), membersTotal: 22 }, network('9')], links: [] })
  const [counted, unknown] = behind(loaded).networks
  t.match(counted, { membersCounted: 3, membersInStore: 3, membersTotal: 22 }, 'those in the store, though the source names more')
  t.equal(behind(loaded).weight, 1 / ((counted.membersCounted ?? 0) - 1), 'the sum of what the networks add')
  t.match(unknown, { membersCounted: null, membersInStore: null }, 'not in the data of the run')
  t.match(behind(null), { networkSizeBasis: null, networks: [{ membersCounted: null }, {}] })
  loaded.snapshot.incidence.membersTotal[0] = 22
  loaded.run.request.projection.networkSizeBasis = 'in-source'
  t.match(behind(loaded), { networkSizeBasis: 'in-source', networks: [{ membersCounted: 22, membersInStore: 3 }, {}] })
  loaded.run.request.projection.networkSizeMax = 21
  t.equal(behind(loaded).networks[0].membersCounted, null, 'too large: no link was made of it')
})
