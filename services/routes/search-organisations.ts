/** Organisations that fit a text and a filter, best first. */
import type { OrganisationFilter } from '../contract/filter.ts'
import { isInSector } from '../contract/nace-section.ts'
import type { Organisation } from '../contract/organisation.ts'
import { isInBsr } from '../contract/programme-area.ts'
import type { Parts } from './parts.ts'

/** Hits that are filtered and paged: nobody reads the thousandth. */
const SEARCH_HITS_MAX = 1000
/** Members of a network looked at for the filter `network`. */
const MEMBERS_MAX = 5000

export async function searchOrganisations (parts: Parts, q: string, filter: OrganisationFilter): Promise<Organisation[]> {
  const index = await parts.search()
  const found = await parts.store.getOrganisations(index.rank(q).slice(0, SEARCH_HITS_MAX))
  const members = filter.network === undefined
    ? null
    : new Set((await parts.store.listMemberships({ network: filter.network }, { limit: MEMBERS_MAX, after: null })).rows.map(membership => membership.organisation))
  return found.filter(organisation => passes(organisation, filter) && (members === null || members.has(organisation.id)))
}

/** The same rule as the stores' statements, for rows already in hand. */
function passes ({ country, region, kind, sizeClass, domains, sectors }: Organisation, filter: OrganisationFilter): boolean {
  const within = (list: readonly string[] | undefined, fits: (wanted: string) => boolean): boolean => list === undefined || list.some(fits)
  return within(filter.country, wanted => wanted === country) &&
    within(filter.region, wanted => region?.code.startsWith(wanted) === true) &&
    within(filter.kind, wanted => wanted === kind) &&
    within(filter.sizeClass, wanted => wanted === sizeClass) &&
    within(filter.domain, wanted => domains.includes(wanted)) &&
    within(filter.sector, wanted => sectors.some(sector => isInSector(sector, wanted))) &&
    (filter.programmeArea === undefined || isInBsr(country, region?.code ?? null))
}
