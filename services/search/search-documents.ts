/** What can be found: one document for each organisation, cluster, place, domain and country. */
import type { Cluster } from '../contract/cluster.ts'
import { clusterLabel } from '../contract/cluster-label.ts'
import type { Organisation } from '../contract/organisation.ts'
import { regionCodes } from '../contract/region-codes.ts'
import type { Country, Domain, NutsRegion } from '../contract/reference.ts'
import type { Suggestion } from '../contract/search.ts'
import type { Reference } from '../reference/reference.ts'

/** Fields are text as written; the index folds them. */
export interface SearchDocument {
  /** Type and id: one id may be a place and an organisation's. */
  key: string
  suggestion: Suggestion
  /** How much it stands for: strength of an organisation, organisations of anything else. */
  standing: number
  name: string
  aliases: string
  city: string
  identifiers: string
  country: string
  domains: string
}

export type SearchReference = Pick<Reference, 'countries' | 'country' | 'domains' | 'domain' | 'sector'> & { region: (code: string, vintage: '2024' | '2016') => NutsRegion | undefined }

/** What a run says of an organisation. */
export interface Standing { strength: number, cluster: string | null }

const both = (words: { name: string, namePl: string }): string => `${words.name} ${words.namePl}`
const document = (suggestion: Suggestion, standing: number, fields: Partial<SearchDocument>): SearchDocument =>
  ({ key: `${suggestion.type} ${suggestion.id} ${suggestion.label}`, suggestion, standing, name: suggestion.label, aliases: '', city: '', identifiers: '', country: '', domains: '', ...fields })

export function organisationDocument ({ id, name, aliases, city, country, identifiers, domains }: Organisation, reference: SearchReference, standing: Standing | undefined): SearchDocument {
  const land = reference.country(country)
  const detail = [city, land?.name ?? country].filter(part => part !== null).join(', ')
  return document({ type: 'organisation', id, label: name, detail, cluster: standing?.cluster ?? null }, standing?.strength ?? 0, {
    aliases: aliases.join(' '),
    city: city ?? '',
    identifiers: identifiers.map(({ value }) => value).join(' '),
    country: land === undefined ? country : both(land),
    domains: domains.map(code => reference.domain(code)).map(domain => domain === undefined ? '' : `${domain.shortName} ${domain.shortNamePl}`).join(' ')
  })
}

export function clusterDocument (cluster: Cluster, reference: SearchReference): SearchDocument {
  const label = clusterLabel(cluster, { domain: code => reference.domain(code)?.shortName, sector: code => reference.sector(code)?.name, mixed: 'Mixed', around: (member: string) => `Around ${member}` })
  const domain = cluster.name.domain === null ? undefined : reference.domain(cluster.name.domain)
  return document({ type: 'cluster', id: cluster.code, label, detail: `${cluster.code}, ${countOf(cluster.size)}`, cluster: cluster.code }, cluster.size,
    { aliases: `${cluster.code} ${domain === undefined ? '' : `${both(domain)} ${domain.shortNamePl}`}` })
}

export const countryDocument = (country: Country, organisations: number): SearchDocument =>
  document({ type: 'country', id: country.code, label: country.name, detail: countOf(organisations), cluster: null }, organisations, { aliases: `${country.namePl} ${country.code}` })

export const domainDocument = (domain: Domain, organisations: number): SearchDocument =>
  document({ type: 'domain', id: domain.code, label: domain.name, detail: countOf(organisations), cluster: null }, organisations, { aliases: `${domain.shortName} ${domain.namePl} ${domain.shortNamePl}` })

/** A region that holds organisations; its id is a NUTS code, as the region filter takes it. */
export const regionDocument = (region: NutsRegion, organisations: number, reference: SearchReference): SearchDocument =>
  document({ type: 'place', id: region.code, label: region.name, detail: `${region.code}, ${reference.country(region.country)?.name ?? region.country}: ${countOf(organisations)}`, cluster: null }, organisations, { aliases: regionCodes(region.code).join(' ') })

/** A city; its id is the NUTS code most of its organisations lie in. */
export const cityDocument = (city: string, region: NutsRegion, organisations: number, reference: SearchReference): SearchDocument =>
  document({ type: 'place', id: region.code, label: city, detail: `${region.code} ${region.name}, ${reference.country(region.country)?.name ?? region.country}`, cluster: null }, organisations, {})

const countOf = (organisations: number): string => organisations === 1 ? '1 organisation' : `${organisations.toLocaleString('en-GB')} organisations`
