/** Organisations that fit a text and a filter, and suggestions, best first. An index made before a merge still finds the merged one: what it finds is the one it is part of. */
import type { OrganisationFilter } from '../contract/filter.ts'
import { isInSector } from '../contract/nace-section.ts'
import type { Organisation } from '../contract/organisation.ts'
import { isInBsr } from '../contract/programme-area.ts'
import type { Suggestion } from '../contract/search.ts'
import { presentId } from '../ingest/read-redirects.ts'
import { organisationDocument } from '../search/search-documents.ts'
import type { Parts } from './parts.ts'

/** Hits that are filtered and paged: nobody reads the thousandth. */
const SEARCH_HITS_MAX = 1000
/** Members of a network looked at for the filter `network`. */
const MEMBERS_MAX = 5000

export async function searchOrganisations (parts: Parts, q: string, filter: OrganisationFilter): Promise<Organisation[]> {
  const index = await parts.search()
  const found = [...new Map([...(await presentOnes(parts, index.rank(q).slice(0, SEARCH_HITS_MAX))).values()].map(organisation => [organisation.id, organisation])).values()]
  const members = filter.network === undefined
    ? null
    : new Set((await parts.store.listMemberships({ network: filter.network }, { limit: MEMBERS_MAX, after: null })).rows.map(membership => membership.organisation))
  return found.filter(organisation => passes(organisation, filter) && (members === null || members.has(organisation.id)))
}

/** Each organisation once. */
export async function suggest (parts: Parts, q: string, limit: number): Promise<Suggestion[]> {
  const found = (await parts.search()).search(q, limit)
  const present = await presentOnes(parts, found.flatMap(({ type, id }) => type === 'organisation' ? [id] : []))
  const seen = new Set<string>()
  return found.flatMap(suggestion => {
    const organisation = suggestion.type === 'organisation' ? present.get(suggestion.id) : undefined
    if (organisation === undefined) return suggestion.type === 'organisation' ? [] : [suggestion]
    if (seen.has(organisation.id)) return []
    seen.add(organisation.id)
    return [organisation.id === suggestion.id ? suggestion : { ...organisationDocument(organisation, parts.reference, undefined).suggestion, cluster: suggestion.cluster }]
  })
}

/** By the id that was asked for, in that order: the organisation, or the one it is part of now; what was deleted is left out. */
async function presentOnes ({ store }: Parts, ids: string[]): Promise<Map<string, Organisation>> {
  const known = new Map((await store.getOrganisations(ids)).map(organisation => [organisation.id, organisation]))
  const found = await Promise.all(ids.map(async id => known.get(id) ?? await store.getOrganisation(await presentId(store, id))))
  return new Map(ids.flatMap((id, i) => found[i] === null ? [] : [[id, found[i]]]))
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
