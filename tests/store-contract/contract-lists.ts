import type { Test } from 'tap'
import type { OrganisationFilter } from '../../services/contract/filter.ts'
import { isInSector } from '../../services/contract/nace-section.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import { isInBsr } from '../../services/contract/programme-area.ts'
import { ORGANISATION_KINDS, SIZE_CLASSES } from '../../services/contract/vocabulary.ts'
import type { ListRequest, Rows } from '../../services/store/graph-store.ts'
import { nameKey } from '../../services/store/name-key.ts'
import type { ProvideStore } from './provide-store.ts'
import { id, link, membership, network, organisation, organisationId } from './samples.ts'

const PLACES = [['PL', 'PL633'], ['PL', null], ['DE', 'DE600'], ['DE', 'DE935'], ['DE', 'DE212'], ['DE', null], ['SE', 'SE110'], ['LT', null], ['FR', 'FR101'], ['NO', 'NO081']] as const
const DOMAINS = [[], ['s3:bioeconomy'], ['s3:bioeconomy', 'h2020:SC2'], ['h2020:SC1']]
const SECTORS = [[], ['10.11'], ['C'], ['72', '10.2'], ['01.1']]

/** Every combination of value occurs somewhere; three organisations in four belong to network "odd". */
const ORGANISATIONS: Organisation[] = Array.from({ length: 240 }, (_, i) => organisation(i, {
  name: `Firm ${i % 60}`,
  country: PLACES[i % 10][0],
  region: PLACES[i % 10][1] === null ? null : { code: PLACES[i % 10][1]!, vintage: '2024', precision: 'exact' },
  kind: ORGANISATION_KINDS[i % 7],
  sizeClass: i % 6 === 5 ? null : SIZE_CLASSES[i % 6],
  domains: DOMAINS[i % 4],
  sectors: SECTORS[Math.floor(i / 3) % 5]
}))
const isMember = (each: Organisation) => ORGANISATIONS.indexOf(each) % 4 !== 0

/** Oslo is NO011 in NUTS 2016 and NO081 in NUTS 2024. */
const isOslo = (code: string | undefined) => code === 'NO011' || code === 'NO081'

/** The filter again, in the plainest words. */
function passes (each: Organisation, filter: OrganisationFilter): boolean {
  return (filter.country?.includes(each.country) ?? true) &&
    (filter.region?.some(code => each.region?.code.startsWith(code) || (isOslo(code) && isOslo(each.region?.code))) ?? true) &&
    (filter.kind?.includes(each.kind) ?? true) &&
    (filter.sizeClass?.includes(each.sizeClass!) ?? true) &&
    (filter.domain?.some(code => each.domains.includes(code)) ?? true) &&
    (filter.sector?.some(sector => each.sectors.some(code => isInSector(code, sector))) ?? true) &&
    (filter.network === undefined || (filter.network === id('net', 'odd') && isMember(each))) &&
    (filter.programmeArea === undefined || isInBsr(each.country, each.region?.code ?? null))
}

const FILTERS: OrganisationFilter[] = [
  {}, { country: ['PL'] }, { country: ['PL', 'SE', 'XX'] }, { region: ['PL'] }, { region: ['DE6', 'SE110'] }, { region: ['DE60'] }, { region: ['NO011'] }, { region: ['NO081', 'PL'] }, { kind: ['company', 'ngo'] }, { sizeClass: ['sme'] },
  { sizeClass: ['micro', 'large'] }, { domain: ['s3:bioeconomy'] }, { domain: ['h2020:SC1', 'h2020:SC2'] }, { domain: ['s3:bio'] }, { sector: ['10'] }, { sector: ['10.1'] }, { sector: ['C'] }, { sector: ['A', '72'] },
  { network: id('net', 'odd') }, { network: id('net', 'nowhere') }, { programmeArea: 'bsr' }, { programmeArea: 'bsr', country: ['DE'] },
  { programmeArea: 'bsr', kind: ['company'], domain: ['s3:bioeconomy'], sector: ['C'], network: id('net', 'odd') }, { country: ['DE'], region: ['DE2'], sizeClass: ['small', 'medium'] }
]

const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const byName = (a: { name: string, id: string }, b: { name: string, id: string }) => byCodePoint(nameKey(a.name), nameKey(b.name)) || byCodePoint(a.id, b.id)

/** All pages of a list, with the totals they name. */
async function allPages<Row> (limit: number, list: (request: ListRequest) => Promise<Rows<Row>>): Promise<{ rows: Row[], totals: number[] }> {
  const rows: Row[] = []
  const totals = new Set<number>()
  let after: ListRequest['after'] = null
  do {
    const page = await list({ limit, after })
    rows.push(...page.rows)
    totals.add(page.total)
    after = page.next
  } while (after)
  return { rows, totals: [...totals] }
}

/** Order, paging, filters and facets. */
export function listsContract (t: Test, provide: ProvideStore): void {
  t.test('names are ordered without regard to case and diacritics, ties by id, each exactly once on some page', async t => {
    const store = await provide(t)
    const names = ['Łódź', 'lodz', 'LODZ', 'Loda', 'Ørsted', 'orsted', 'Øresund', 'Zebra', 'ąbc', 'abd', 'Ärzte', 'ß', 'SS', 'st', '1st', '!', '', '名前', '\uFF21', '𝔸b', '🜁', '\uFFFD', '\uFB00', '\uFFE0', 'Ł']
    const organisations = names.map((name, i) => organisation(i, { name }))
    const networks = names.map((name, i) => network(i, { name }))
    await store.write(async writer => {
      await writer.upsertOrganisations(organisations)
      await writer.upsertNetworks(networks)
    })
    const [sortedOrganisations, sortedNetworks] = [[...organisations].sort(byName), [...networks].sort(byName)]
    for (const limit of [1, 2, 5, names.length - 1, names.length, 500]) {
      t.strictSame(await allPages(limit, request => store.listOrganisations({}, request)), { rows: sortedOrganisations, totals: [names.length] }, `${limit} organisations a page`)
      t.strictSame(await allPages(limit, request => store.listNetworks({}, request)), { rows: sortedNetworks, totals: [names.length] }, `${limit} networks a page`)
    }
    const short = sortedOrganisations.map(each => each.name).filter(name => /^l|^ł/i.test(name))
    t.strictSame([short[0], short[1]], ['Ł', 'Loda'], 'a name comes before those it begins')
  })

  t.test('a page goes on where it ended, whatever was added or deleted meanwhile', async t => {
    const store = await provide(t)
    const named = (name: string) => organisation(name, { name })
    await store.write(writer => writer.upsertOrganisations(['b', 'd', 'f'].map(named)))
    const first = await store.listOrganisations({}, { limit: 2, after: null })
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'e'].map(named))
      await writer.deleteOrganisation(organisationId('d'))
    })
    const second = await store.listOrganisations({}, { limit: 2, after: first.next })
    t.strictSame([first.rows.map(each => each.name), second.rows.map(each => each.name), second.next, second.total], [['b', 'd'], ['e', 'f'], null, 4])
  })

  t.test('filters let through what they say; each facet counts without its own key', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations(ORGANISATIONS)
      await writer.upsertNetworks([network('odd')])
      await writer.upsertMemberships(ORGANISATIONS.filter(isMember).map(each => membership(ORGANISATIONS.indexOf(each), 'odd')))
    })
    const count = (words: Array<string | null>) => {
      const counts = new Map<string, number>()
      for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1)
      return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || byCodePoint(a.value, b.value))
    }
    for (const filter of FILTERS) {
      const expected = ORGANISATIONS.filter(each => passes(each, filter)).sort(byName)
      const { rows, totals } = await allPages(100, request => store.listOrganisations(filter, request))
      t.strictSame([rows.map(each => each.id), totals], [expected.map(each => each.id), [expected.length]], JSON.stringify(filter))
      const without = (key: keyof OrganisationFilter) => ORGANISATIONS.filter(each => passes(each, { ...filter, [key]: undefined }))
      t.strictSame(await store.countFacets(filter), {
        total: expected.length,
        country: count(without('country').map(each => each.country)),
        kind: count(without('kind').map(each => each.kind)),
        domain: count(without('domain').flatMap(each => each.domains)),
        sizeClass: count(without('sizeClass').map(each => each.sizeClass))
      }, `facets of ${JSON.stringify(filter)}`)
    }
  })

  t.test('networks are filtered by kind, domain, programme, member and the beginning of their name', async t => {
    const store = await provide(t)
    const networks = [
      network(0, { name: 'Łosoś', kind: 'cluster', domains: [], programme: null }), network(1, { name: 'losos II', domains: ['s3:bioeconomy'] }), network(2, { name: 'Salmon', kind: 'cluster' }),
      network(3, { name: 'LOSOS III', programme: 'Horizon Europe' })
    ]
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a')])
      await writer.upsertNetworks(networks)
      await writer.upsertMemberships([membership('a', 1), membership('a', 2), membership('a', 2, { role: 'coordinator' })])
    })
    const list = async (filter: Parameters<typeof store.listNetworks>[0], limit = 1) => {
      const { rows, totals } = await allPages(limit, request => store.listNetworks(filter, request))
      t.strictSame(totals, [rows.length], JSON.stringify(filter))
      return rows.map(each => networks.findIndex(one => one.id === each.id))
    }
    const a = organisationId('a')
    t.strictSame(await list({}), [0, 1, 3, 2])
    t.strictSame(await list({ kind: 'cluster' }), [0, 2])
    t.strictSame(await list({ domain: 's3:bioeconomy' }), [1])
    t.strictSame(await list({ programme: 'Horizon 2020' }), [1, 2])
    t.strictSame(await list({ nameStartsWith: 'ŁOS' }), [0, 1, 3])
    t.strictSame(await list({ nameStartsWith: 'losos i' }), [1, 3])
    t.strictSame(await list({ nameStartsWith: '%' }), [])
    t.strictSame(await list({ organisation: a }), [1, 2])
    t.strictSame(await list({ organisation: a, kind: 'cluster', programme: 'Horizon 2020', domain: 'h2020:SC2', nameStartsWith: 's' }), [2])
    t.strictSame(await list({ organisation: organisationId('nobody') }), [])
  })

  t.test('links are filtered by kind and by either or both ends, in the order of their ids', async t => {
    const store = await provide(t)
    const links = [link('a', 'b'), link('b', 'a'), link('a', 'c', { kind: 'OWNS' }), link('c', 'b', { kind: 'LICENSES' }), link('a', 'a')]
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'b', 'c'].map(key => organisation(key)))
      await writer.upsertLinks(links)
    })
    const [a, b, c] = ['a', 'b', 'c'].map(organisationId)
    const filters: Array<Parameters<typeof store.listLinks>[0]> = [
      {}, { kind: 'SUPPLIES' }, { kind: 'OWNS' }, { kind: 'COLLABORATES' }, { organisation: a }, { organisation: b, kind: 'SUPPLIES' }, { source: a }, { target: b }, { source: a, target: b }, { source: b, target: c },
      { organisation: c, source: a }, { organisation: a, target: a }, { source: a, target: a, kind: 'SUPPLIES' }, { organisation: organisationId('nobody') }
    ]
    for (const filter of filters) {
      const expected = links.filter(({ kind, source, target }) => (filter.kind ?? kind) === kind && (filter.source ?? source) === source && (filter.target ?? target) === target &&
        (filter.organisation === undefined || [source, target].includes(filter.organisation))).sort((a, b) => byCodePoint(a.id, b.id))
      for (const limit of [1, 2, 100]) {
        const { rows, totals } = await allPages(limit, request => store.listLinks(filter, request))
        t.strictSame([rows, totals], [expected, [expected.length]], `${JSON.stringify(filter)}, ${limit} a page`)
      }
    }
  })

  t.test('memberships are filtered by organisation, network or both', async t => {
    const store = await provide(t)
    const memberships = [membership('a', 'n'), membership('a', 'n', { role: 'coordinator' }), membership('a', 'm'), membership('b', 'm')]
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a'), organisation('b')])
      await writer.upsertNetworks([network('n'), network('m')])
      await writer.upsertMemberships(memberships)
    })
    const [a, n, m] = [organisationId('a'), id('net', 'n'), id('net', 'm')]
    for (const filter of [{}, { organisation: a }, { network: m }, { organisation: a, network: n }, { organisation: organisationId('b'), network: n }, { network: id('net', 'nowhere') }]) {
      const expected = memberships.filter(each => (filter.organisation ?? each.organisation) === each.organisation && (filter.network ?? each.network) === each.network).sort((a, b) => byCodePoint(a.id, b.id))
      const { rows, totals } = await allPages(2, request => store.listMemberships(filter, request))
      t.strictSame([rows, totals], [expected, [expected.length]], JSON.stringify(filter))
    }
  })
}
