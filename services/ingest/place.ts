/** Where an organisation is: region from a stated NUTS code, else from coordinates, else from city and country. */
import type { z } from 'zod'
import type { NUTS_VINTAGES } from '../contract/vocabulary.ts'
import type { Coordinates, Region } from '../contract/organisation.ts'
import { findRegionAt } from '../reference/boundaries.ts'
import { distanceKm } from '../contract/distance.ts'
import { findCity } from '../reference/gazetteer.ts'
import { VINTAGES_KNOWN } from '../reference/reference.ts'
import type { KnownVintage, Reference } from '../reference/reference.ts'

export interface StatedPlace {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** NUTS code as written, or empty. */
  nutsCode: string
  nutsVintage: typeof NUTS_VINTAGES[number]
  city: string | null
  coordinates: z.output<typeof Coordinates> | null
}
export interface ResolvedPlace {
  region: z.output<typeof Region> | null
  coordinates: z.output<typeof Coordinates> | null
  /** Why a stated NUTS code was not taken; null: it was, or none was stated. */
  rejected: 'unknown' | 'other-country' | 'far-from-city' | null
}

/** A stated region whose centre is this far from the stated point or city, and in another NUTS 1 region than the city, is a mistake of the source (km). */
export const CITY_DISTANCE_MAX_KM = 100

/** A code known in one vintage only gets that vintage. Coordinates that are missing are estimated from the city. */
export function resolvePlace (stated: StatedPlace, reference: Reference): ResolvedPlace {
  const city = stated.city === null ? null : findCity(stated.city, stated.country)
  const { region: statedRegion, rejected } = readNutsCode(stated, city, reference)
  const coordinates = stated.coordinates ?? (city === null ? null : { latitude: city.latitude, longitude: city.longitude, precision: 'estimated' as const })
  const found = stated.coordinates === null ? null : findRegionAt(stated.coordinates.latitude, stated.coordinates.longitude, stated.country)
  const derived = found !== null && stated.coordinates !== null
    ? { code: found, vintage: '2024' as const, precision: stated.coordinates.precision }
    : city?.region == null ? null : { code: city.region, vintage: '2024' as const, precision: 'estimated' as const }
  // A coarse code (PL) is made finer by a place inside it.
  const finer = statedRegion === null || (derived !== null && derived.code.length > statedRegion.code.length && derived.code.startsWith(statedRegion.code))
  return { region: finer ? derived : statedRegion, coordinates, rejected }
}

function readNutsCode (stated: StatedPlace, city: { latitude: number, longitude: number, region: string | null } | null, reference: Reference): Pick<ResolvedPlace, 'region' | 'rejected'> {
  const code = stated.nutsCode.trim().toUpperCase()
  // A country's own code says nothing new, and outside NUTS it is all that some sources can write.
  if (code === '' || code === '-' || reference.country(code)?.code === stated.country) return { region: null, rejected: null }
  const wanted = VINTAGES_KNOWN.filter(vintage => vintage === stated.nutsVintage)
  const vintage = [...wanted, ...VINTAGES_KNOWN].find(vintage => reference.region(code, vintage) !== undefined)
  if (vintage === undefined) return { region: null, rejected: 'unknown' }
  if (reference.region(code, vintage)?.country !== stated.country) return { region: null, rejected: 'other-country' }
  const centre = stated.coordinates?.precision === 'exact' ? stated.coordinates : city
  if (city?.region != null && centre !== null && city.region.slice(0, 3) !== code.slice(0, 3) && farFrom(code, vintage, centre, reference) > CITY_DISTANCE_MAX_KM) {
    return { region: null, rejected: 'far-from-city' }
  }
  return { region: { code, vintage, precision: 'exact' }, rejected: null }
}

/** How far a point is from the centre of a region, km; 0 for a region that is not known. */
function farFrom (code: string, vintage: KnownVintage, to: { latitude: number, longitude: number }, reference: Reference): number {
  const from = reference.region(code, vintage)
  return from === undefined ? 0 : distanceKm(from, to)
}
