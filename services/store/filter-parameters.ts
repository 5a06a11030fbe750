/** The organisation filter as statement parameters: null where a key was not asked for. */
import type { OrganisationFilter } from '../contract/filter.ts'
import { sectionOf } from '../contract/nace-section.ts'
import { BSR_COUNTRIES, BSR_GERMAN_REGIONS } from '../contract/programme-area.ts'
import { regionCodes } from '../contract/region-codes.ts'

const PROGRAMME_AREAS = { bsr: { countries: [...BSR_COUNTRIES], regions: [...BSR_GERMAN_REGIONS] } }

/** NACE divisions, 01 to 99: the beginnings of every code below a section. */
const DIVISIONS = Array.from({ length: 99 }, (_, i) => String(i + 1).padStart(2, '0'))
/** Beginnings of the codes that lie in a sector: a section also holds its divisions. */
const beginningsOf = (sector: string) => [sector, ...sectionOf(sector) === sector ? DIVISIONS.filter(division => sectionOf(division) === sector) : []]

export function filterParameters (filter: OrganisationFilter) {
  const area = filter.programmeArea === undefined ? null : PROGRAMME_AREAS[filter.programmeArea]
  return {
    countries: filter.country ?? null,
    regions: filter.region?.flatMap(regionCodes) ?? null,
    kinds: filter.kind ?? null,
    sizeClasses: filter.sizeClass ?? null,
    domains: filter.domain ?? null,
    sectors: filter.sector?.flatMap(beginningsOf) ?? null,
    network: filter.network ?? null,
    areaCountries: area?.countries ?? null,
    areaRegions: area?.regions ?? null
  }
}
