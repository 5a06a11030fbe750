/** One organisation from two statements about it: the newer wins where it says something, nothing that was known is lost. */
import type { OrganisationInput } from '../contract/organisation.ts'
import { isPlaceholderName } from '../contract/placeholder-name.ts'
import { LIST_LENGTH_MAX } from '../contract/scalars.ts'
import { keyOf } from './organisation-index.ts'

export function mergeOrganisations (older: OrganisationInput, newer: OrganisationInput): OrganisationInput {
  const name = isPlaceholderName(newer.name) ? older.name : newer.name
  const otherNames = [...older.aliases, ...newer.aliases, older.name, newer.name].filter(other => other !== name && !isPlaceholderName(other))
  return {
    name,
    aliases: unique(otherNames),
    kind: newer.kind === 'other' ? older.kind : newer.kind,
    sizeClass: newer.sizeClass ?? older.sizeClass,
    country: newer.country,
    region: better(older.region, newer.region),
    city: newer.city ?? older.city,
    coordinates: better(older.coordinates, newer.coordinates),
    sectors: unique([...older.sectors, ...newer.sectors]),
    domains: unique([...older.domains, ...newer.domains]).sort(),
    identifiers: [...new Map([...older.identifiers, ...newer.identifiers].map(identifier => [keyOf(identifier), identifier])).values()].slice(0, LIST_LENGTH_MAX),
    website: newer.website ?? older.website,
    source: newer.source
  }
}

/** What was stated exactly is not given up for an estimate. */
function better<Place extends { precision: string }> (older: Place | null, newer: Place | null): Place | null {
  if (newer === null) return older
  return newer.precision === 'estimated' && older?.precision === 'exact' ? older : newer
}

const unique = (values: string[]): string[] => [...new Set(values)].slice(0, LIST_LENGTH_MAX)
