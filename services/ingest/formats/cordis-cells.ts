/** Cells that the CORDIS layouts share, and what their publishers mean by them. */
import type { z } from 'zod'
import type { IDENTIFIER_SCHEMES, MEMBERSHIP_ROLES, NUTS_VINTAGES, ORGANISATION_KINDS, PLACE_PRECISIONS } from '../../contract/vocabulary.ts'
import { Coordinates, Identifier } from '../../contract/organisation.ts'
import { CountryCode, Website } from '../../contract/scalars.ts'
import type { Reference } from '../../reference/reference.ts'
import type { Notes } from '../notes.ts'
import { resolvePlace } from '../place.ts'
import type { ResolvedPlace } from '../place.ts'
import type { Row } from '../row.ts'

export const ACTIVITY_KINDS = new Map<string, typeof ORGANISATION_KINDS[number]>([
  ['HES', 'university'], ['REC', 'research-institute'], ['PRC', 'company'], ['PUB', 'public-body'], ['OTH', 'other']
])
export const PROJECT_ROLES = new Map<string, typeof MEMBERSHIP_ROLES[number]>([
  ['coordinator', 'coordinator'], ['participant', 'participant'], ['partner', 'partner'], ['associatedPartner', 'partner'], ['internationalPartner', 'partner'], ['thirdParty', 'third-party']
])

/** "-", "not applicable", "MISSING" and their like: no number, said in words. */
const NOT_A_NUMBER = /^(-+|n\/?a|none|null|not ?applicable|missing)$/i

type Scheme = typeof IDENTIFIER_SCHEMES[number]

/** Identifiers of a row. A wrong PIC is a problem of the row; any other wrong identifier is left out and noted, the row keeps its worth. */
export function readIdentifiers (row: Row, fields: Partial<Record<Scheme, string>>, country: string, notes: Notes): Array<z.output<typeof Identifier>> {
  return (Object.entries(fields) as Array<[Scheme, string]>).flatMap(([scheme, field]) => {
    const value = row.text(field)
    if (value === '' || (scheme === 'vat' && NOT_A_NUMBER.test(value))) {
      if (scheme === 'pic') row.refuse(field, 'a participant identification code of nine digits')
      return []
    }
    const identifier = Identifier.safeParse({ scheme, value })
    if (identifier.success) {
      if (scheme === 'vat') noteOtherCountry(identifier.data.value, country, row, notes)
      return [identifier.data]
    }
    if (scheme === 'pic') row.refuse(field, 'a participant identification code of nine digits')
    else notes.add(`${scheme.toUpperCase()} numbers that do not have the form of one left out`, value)
    return []
  })
}

/** Prefixes of VAT numbers that are not the country's ISO code. */
const VAT_COUNTRIES: Record<string, string> = { EL: 'GR', XI: 'GB', UK: 'GB' }

function noteOtherCountry (vat: string, country: string, row: Row, notes: Notes): void {
  const stated = CountryCode.safeParse(country)
  const prefix = vat.slice(0, 2)
  if (/^[A-Z]{2}$/.test(prefix) && stated.success && (VAT_COUNTRIES[prefix] ?? prefix) !== stated.data) {
    notes.add('VAT numbers of another country than the one stated kept, both as stated', `${vat} in ${stated.data} (${row.file} line ${row.line})`)
  }
}

export interface PlaceCells { country: string, nutsCode: string, city: string | null, vintage: typeof NUTS_VINTAGES[number], precision: typeof PLACE_PRECISIONS[number] }

/** Region, city and coordinates of a row with columns latitude and longitude. A region code that cannot be right is left out and noted. */
export function readStatedPlace (row: Row, cells: PlaceCells, reference: Reference, notes: Notes): Pick<ResolvedPlace, 'region' | 'coordinates'> & { city: string | null } {
  const [latitude, longitude] = [row.number('latitude', false), row.number('longitude', false)]
  return placeOf(row, cells, latitude === null || longitude === null ? null : { latitude, longitude }, reference, notes)
}

export function placeOf (row: Row, { country, nutsCode, city, vintage, precision }: PlaceCells, point: { latitude: number, longitude: number } | null, reference: Reference, notes: Notes): Pick<ResolvedPlace, 'region' | 'coordinates'> & { city: string | null } {
  const stated = CountryCode.safeParse(country)
  if (!stated.success) return { region: null, coordinates: null, city }
  if (stated.data === 'NA') notes.add('organisations in NA (Namibia) kept, though the source also writes NA where it does not know the country', `${row.file} line ${row.line}`)
  const coordinates = point === null ? null : Coordinates.safeParse({ ...point, precision })
  if (coordinates?.success === false) notes.add('coordinates outside the globe left out', `${row.file} line ${row.line}`)
  const { rejected, ...place } = resolvePlace({ country: stated.data, nutsCode, nutsVintage: vintage, city, coordinates: coordinates?.data ?? null }, reference)
  if (rejected === 'unknown') notes.add('NUTS codes that no known version has left out', nutsCode)
  if (rejected === 'other-country') notes.add('NUTS codes of another country than the one stated left out', `${nutsCode} in ${stated.data}`)
  if (rejected === 'far-from-city') notes.add('NUTS codes far from the city named beside them left out, the city taken', `${nutsCode} beside ${city ?? ''}`)
  return { ...place, city }
}

/** An address with or without its scheme; what is no address is left out and noted. */
export function readWebsite (row: Row, field: string, notes: Notes): string | null {
  const text = row.text(field)
  if (text === '') return null
  const website = Website.safeParse(/^https?:\/\//i.test(text) ? text : `http://${text}`)
  if (website.success) return website.data
  notes.add('website addresses that are none left out', text)
  return null
}
