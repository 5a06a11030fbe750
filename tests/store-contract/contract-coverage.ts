import type { Test } from 'tap'
import type { ProvideStore } from './provide-store.ts'
import { link, membership, network, organisation } from './samples.ts'

/** What is counted of a whole store: every figure once set by hand. */
export function coverageContract (t: Test, provide: ProvideStore): void {
  t.test('an empty store covers nothing', async t => {
    const store = await provide(t)
    t.strictSame(await store.measureCoverage(), { organisations: 0, by: { country: [], kind: [], sizeClass: [], domain: [], source: [] }, gaps: [], networks: [], years: [], connections: [] })
  })

  t.test('what is there and what is missing is counted', async t => {
    const store = await provide(t)
    const bare = { region: null, city: null, coordinates: null, sizeClass: null, sectors: [], domains: [], identifiers: [] }
    await store.write(async writer => {
      await writer.upsertOrganisations([
        organisation('a'), organisation('b', { source: 'cordis', coordinates: { latitude: 54, longitude: 18, precision: 'estimated' } }),
        organisation('c', { ...bare, name: 'PIC 997989351' }), organisation('d', { ...bare, name: 'PIC 99798935', country: 'LV', kind: 'university' })
      ])
      await writer.upsertLinks([link('a', 'b'), link('b', 'a', { kind: 'OWNS', from: '2020', to: null, dataSource: 'register' }), link('a', 'a', { kind: 'COLLABORATES', from: null, to: null })])
      await writer.upsertNetworks([
        network('1', { membersTotal: 3 }), network('2', { membersTotal: 1, from: null, to: null, domains: [], source: 'cordis' }),
        network('3', { membersTotal: null, to: null, source: 'cordis' })
      ])
      await writer.upsertMemberships([membership('a', '1'), membership('a', '1', { role: 'coordinator' }), membership('b', '1'), membership('c', '2', { source: 'cordis', from: null })])
    })
    const coverage = await store.measureCoverage()
    t.equal(coverage.organisations, 4)
    t.strictSame(coverage.by, {
      country: [{ value: 'PL', count: 3 }, { value: 'LV', count: 1 }], kind: [{ value: 'company', count: 3 }, { value: 'university', count: 1 }], sizeClass: [{ value: 'sme', count: 2 }],
      domain: [{ value: 'h2020:SC2', count: 2 }, { value: 's3:bioeconomy', count: 2 }], source: [{ value: 'manual', count: 3 }, { value: 'cordis', count: 1 }]
    })
    t.strictSame(coverage.gaps, [
      { country: 'PL', organisations: 3, withoutRegion: 1, estimatedRegion: 2, withoutCity: 1, withoutCoordinates: 1, estimatedCoordinates: 1, withoutSizeClass: 1, withoutSectors: 1, withoutDomains: 1, withoutIdentifier: 1, withoutName: 1, isolated: 0 },
      { country: 'LV', organisations: 1, withoutRegion: 1, estimatedRegion: 0, withoutCity: 1, withoutCoordinates: 1, estimatedCoordinates: 0, withoutSizeClass: 1, withoutSectors: 1, withoutDomains: 1, withoutIdentifier: 1, withoutName: 0, isolated: 1 }
    ], 'eight digits are a name like any other')
    t.strictSame(coverage.networks, [
      { source: 'cordis', networks: 2, withoutPeriod: 1, withoutDomains: 1, withoutTotal: 1, incomplete: 0, membersRecorded: 1, membersTotal: 1 },
      { source: 'manual', networks: 1, withoutPeriod: 0, withoutDomains: 0, withoutTotal: 0, incomplete: 1, membersRecorded: 2, membersTotal: 3 }
    ], 'an organisation in two roles is one member')
    t.strictSame(coverage.years.map(({ subject, bound, year, n }) => `${subject} ${bound} ${year} ${n}`), [
      'links from 2019 1', 'links from 2020 1', 'links to 2021 1', 'memberships from 2018 3', 'networks from 2018 2', 'networks to 2020 1'
    ])
    t.strictSame(coverage.connections, [
      { source: 'manual', kind: 'MEMBER_OF', n: 3 }, { source: 'cordis', kind: 'MEMBER_OF', n: 1 }, { source: 'manual', kind: 'COLLABORATES', n: 1 },
      { source: 'manual', kind: 'SUPPLIES', n: 1 }, { source: 'register', kind: 'OWNS', n: 1 }
    ])
  })
}
