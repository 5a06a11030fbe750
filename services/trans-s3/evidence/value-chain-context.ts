/** Where the countries of a group stand in value chains, from a kept input-output table: what markets abroad take of their work, and what of their exports comes from abroad. */
import type { ValueChainProfile } from '../../contract/value-chains.ts'
import type { Country } from '../../contract/reference.ts'
import type { TableService } from '../../kept-tables/table-service.ts'
import { placeCountries } from '../../value-chains/industries/table-countries.ts'
import type { Group } from '../choose-regions.ts'

/** `withinGroup`: the table has the country inside a group of countries only, such as the rest of the world; figures are the group's. */
export interface CountryProfile { profile: ValueChainProfile, withinGroup: boolean }
/** By ISO 3166-1 alpha-2; null where no table is kept, or the newest does not have the country. */
export type ProfileOf = (country: string) => Promise<CountryProfile | null>

/** Shares of exports from 0 to 1; null: not defined. `table`: null where nothing is known of the country. */
export interface CountryInValueChains {
  country: string
  table: { title: string, year: number | null, unit: string } | null
  withinGroup: boolean
  exports: number | null
  /** Own value added that ends in final demand of other countries, by own value added. */
  usedAbroad: number | null
  foreignValueAdded: number | null
  /** Part of exports that crosses more than one border. */
  gvc: number | null
  upstreamness: number | null
  worldUpstreamness: number | null
}

/** Profiles in the newest kept table. `countryOf`: a country by what a table writes for it (reference/country-of-table.ts). */
export async function profilesIn (tables: Pick<TableService, 'find' | 'profile'>, countryOf: (word: string) => Pick<Country, 'code'> | undefined): Promise<ProfileOf> {
  const table = await tables.find('latest')
  if (table === null) return async () => null
  const { countries } = table.labels
  const { placeOf } = placeCountries({ countries: countries.map(({ code }) => code), countryNames: countries.map(({ name }) => name) }, table.year, word => countryOf(word)?.code)
  return async country => {
    const place = placeOf(country)
    return place === null ? null : { profile: await tables.profile(table.hash, countries[place.country].code, undefined, 'residual'), withinGroup: place.group }
  }
}

/** Each country of the group once, in the order of its regions. */
export const placeInValueChains = async ({ parts }: Pick<Group, 'parts'>, profileOf: ProfileOf): Promise<CountryInValueChains[]> =>
  await Promise.all([...new Set(parts.map(({ country }) => country))].map(async country => describe(country, await profileOf(country))))

function describe (country: string, found: CountryProfile | null): CountryInValueChains {
  if (found === null) return { country, table: null, withinGroup: false, exports: null, usedAbroad: null, foreignValueAdded: null, gvc: null, upstreamness: null, worldUpstreamness: null }
  const { profile: { table: { title, year, unit }, totals, participation, position, partners }, withinGroup } = found
  const absorbed = partners.reduce((sum, { valueAddedAbsorbed }) => sum + valueAddedAbsorbed, 0)
  return {
    country, table: { title, year, unit }, withinGroup, exports: totals.exports, usedAbroad: totals.valueAdded > 0 ? absorbed / totals.valueAdded : null,
    foreignValueAdded: participation.backward, gvc: participation.gvc, upstreamness: position.upstreamness, worldUpstreamness: position.world.upstreamness
  }
}
