/** Organisations of a run in the countries of an input-output table: what the thread of tables is asked, and its answer in the codes of the contract. */
import type { IndustryContext } from '../../contract/industry-context.ts'
import { CODES_TOLD_MAX, COUNTRY_PAIRS_TOLD_MAX, INDUSTRIES_TOLD_MAX, TABLE_OLD_YEARS } from '../../contract/industry-context.ts'
import type { TableDetail } from '../../contract/value-chains.ts'
import type { Reference } from '../../reference/reference.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { ContextQuestion, IndustryContext as Found, Place } from '../../value-chains/context/build-context.ts'
import { countryOfTable } from '../../reference/country-of-table.ts'
import { placeCountries } from '../../value-chains/industries/table-countries.ts'
import type { TableCountries } from '../../value-chains/industries/table-countries.ts'
import type { Mask } from '../select.ts'
import { wordOf, wordsOf } from '../select.ts'
import { layerNames } from '../view-edges.ts'

/** Tables that were made of it have its industries, whatever their codes; the one to start with is. */
const FOLLOWS_REV_1 = /World Input-Output Database, 2013 release/

export interface InTable {
  question: ContextQuestion
  countries: TableCountries
  among: IndustryContext['links']['among']
  total: number
  untold: number
  /** Some of the links counted come of shared networks. */
  consortia: boolean
  inGroups: Array<{ country: string, group: number, organisations: number }>
  missing: Array<{ country: string, organisations: number }>
}

/** `mask`: the organisations. Links count once, as pairs of organisations, whatever their weight. */
export function placeInTable ({ snapshot, projection: { graph, layerBits } }: LoadedRun, mask: Mask, { labels, year }: TableDetail, reference: Reference): InTable {
  const countryOf = countryOfTable(reference)
  const countries = placeCountries({ countries: labels.countries.map(({ code }) => code), countryNames: labels.countries.map(({ name }) => name) }, year, word => countryOf(word)?.code)
  const placeOf = snapshot.country.values.map(countries.placeOf)
  const place = (i: number): number | null => snapshot.country.codes[i] < 0 ? null : placeOf[snapshot.country.codes[i]]?.country ?? null
  const groups = new Map<string, { country: number | null, sectors: string[], organisations: number }>()
  const byCountry = new Map<string, number>()
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue
    const sectors = [...new Set(wordsOf(snapshot.sectors, i))].sort()
    const key = `${place(i)} ${sectors.join(' ')}`
    const group = groups.get(key) ?? { country: place(i), sectors, organisations: 0 }
    groups.set(key, { ...group, organisations: group.organisations + 1 })
    const country = wordOf(snapshot.country, i) ?? ''
    byCountry.set(country, (byCountry.get(country) ?? 0) + 1)
  }
  const members = [...groups].sort(([a], [b]) => a < b ? -1 : 1).map(([, group]) => group)
  const homes = new Set(members.flatMap(({ country }) => country ?? []))
  const among = homes.size === 1 ? 'abroad' : 'members'
  const counts = new Map<string, { a: number, b: number, links: number }>()
  let [total, untold, layers] = [0, 0, 0]
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue
    for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) {
      const j = graph.targets[slot]
      if (mask[j] === 1 ? j < i : among === 'members') continue
      if (snapshot.country.codes[i] === snapshot.country.codes[j]) continue
      const [p, q] = [place(i), place(j)]
      if (p === null || q === null || p === q) {
        untold++
        continue
      }
      const [a, b] = [Math.min(p, q), Math.max(p, q)]
      const pair = counts.get(`${a} ${b}`) ?? { a, b, links: 0 }
      counts.set(`${a} ${b}`, { ...pair, links: pair.links + 1 })
      total++
      layers |= layerBits[slot]
    }
  }
  const abroad = among === 'members' ? [] : [...new Set(placeOf.flatMap(found => found?.country ?? []))].filter(country => !homes.has(country)).sort((a, b) => a - b)
  const told = [...byCountry].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([country, organisations]) => ({ country, organisations, place: countries.placeOf(country) }))
  return {
    question: { members, links: [...counts.values()].sort((x, y) => x.a - y.a || x.b - y.b), abroad },
    countries,
    among,
    total,
    untold,
    consortia: layerNames(layers).includes('co-membership'),
    inGroups: told.flatMap(({ place, ...rest }) => place?.group === true ? [{ ...rest, group: place.country }] : []),
    missing: told.flatMap(({ place, ...rest }) => place === null ? [rest] : [])
  }
}

/** `thisYear`: for a table that is old. */
export function tellContext (found: Found, { countries, among, total, untold, consortia, inGroups, missing }: InTable, table: TableDetail, thisYear: number): Omit<IndustryContext, 'table' | 'valueAdded' | 'run'> {
  const { labels } = table
  const country = (c: number): { code: string, name: string, alpha2: string | null } => ({ ...labels.countries[c], alpha2: countries.alpha2[c] })
  const sector = (k: number): string => labels.sectors[k].code
  const cautions: Array<[IndustryContext['cautions'][number], boolean]> = [
    ['noIndustryRead', found.scheme === 'none'],
    ['wholeEconomies', found.basis === 'countries' && found.mean !== null],
    ['fewSectors', found.basis === 'industries' && found.inIndustries < found.organisations],
    ['approximateIndustries', found.inIndustries > 0 && (found.scheme === 'wiod-2013' || FOLLOWS_REV_1.test(table.source))],
    ['codesMissing', found.scheme !== 'none' && found.missing.length > 0],
    ['codesMoved', found.moved.length > 0],
    ['countriesInGroups', inGroups.length > 0],
    ['countriesMissing', missing.length > 0],
    ['consortia', consortia && found.pairs.length > 0],
    ['oldTable', table.year !== null && thisYear - table.year >= TABLE_OLD_YEARS]
  ]
  return {
    basis: found.basis,
    scheme: found.scheme,
    organisations: found.organisations,
    withSectors: found.withSectors,
    inIndustries: found.inIndustries,
    cautions: cautions.flatMap(([caution, holds]) => holds ? [caution] : []),
    codesMissing: found.missing.slice(0, CODES_TOLD_MAX),
    codesMoved: found.moved.slice(0, CODES_TOLD_MAX).map(({ industries, ...rest }) => ({ ...rest, industries: industries.map(sector) })),
    sectorsUnread: found.unread.map(sector),
    countriesInGroups: inGroups.map(({ group, ...rest }) => ({ ...rest, group: labels.countries[group].code })),
    countriesMissing: missing,
    mean: found.mean === null ? null : { here: defined(found.mean.here), world: defined(found.mean.world) },
    industries: found.industries.slice(0, INDUSTRIES_TOLD_MAX).map(({ country: c, sector: k, organisations, world, ...place }) => ({ country: country(c), sector: sector(k), sectorName: labels.sectors[k].name, organisations, ...defined(place), world: defined(world) })),
    industriesTotal: found.industries.length,
    partners: found.partners.map(({ country: c, ...shares }) => ({ country: country(c), ...shares })),
    links: {
      among,
      total,
      untold,
      pairs: found.pairs.slice(0, COUNTRY_PAIRS_TOLD_MAX).map(({ a, b, ...pair }) => ({ ...pair, a: country(a), b: country(b) })),
      pairsTotal: found.pairs.length
    },
    identities: found.identities
  }
}

const told = (value: number): number | null => Number.isFinite(value) ? value : null
const defined = ({ upstreamness, downstreamness, backward, forward, gvc }: Place): IndustryContext['industries'][number]['world'] =>
  ({ upstreamness: told(upstreamness), downstreamness: told(downstreamness), backward: told(backward), forward: told(forward), gvc: told(gvc) })
