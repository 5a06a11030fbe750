/**
 * Which NUTS 3 region (2024) a point lies in. Boundaries are Eurostat GISCO's at 1:20 million: good to a few kilometres,
 * so a point within BORDER_TOLERANCE_KM outside a region of its own country counts as inside (harbours, border towns).
 * (c) EuroGeographics for the administrative boundaries.
 */
import { hasData, readData } from './read-table.ts'

/** Generalisation of the 1:20 million boundaries plus the size of a harbour: beyond this the point is elsewhere. */
export const BORDER_TOLERANCE_KM = 10
const KM_PER_DEGREE = 111.32

export interface Boundary {
  /** NUTS 3, 2024. */
  code: string
  /** ISO 3166-1 alpha-2. */
  country: string
  west: number
  south: number
  east: number
  north: number
  /** Rings of all polygons, each a flat list of longitude, latitude. Holes need no mark: crossings are counted over all rings. */
  rings: Float64Array[]
}

interface Feature { properties: { id: string, country: string }, geometry: { coordinates: number[][][][] } }

let boundaries: Boundary[] | undefined

const FILE = 'nuts2024-boundaries.geojson.gz'

/** Who may not use the boundaries (see NOTICE) takes the file away: regions then come from codes and cities alone. */
function loadBoundaries (): Boundary[] {
  if (!hasData(FILE)) return []
  const { features } = JSON.parse(readData(FILE)) as { features: Feature[] }
  return features.map(({ properties, geometry }) => {
    const rings = geometry.coordinates.flat().map(ring => Float64Array.from(ring.flat()))
    const boundary = { code: properties.id, country: properties.country === 'EL' ? 'GR' : properties.country, west: 180, south: 90, east: -180, north: -90, rings }
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        boundary.west = Math.min(boundary.west, ring[i])
        boundary.east = Math.max(boundary.east, ring[i])
        boundary.south = Math.min(boundary.south, ring[i + 1])
        boundary.north = Math.max(boundary.north, ring[i + 1])
      }
    }
    return boundary
  })
}

/** All regions with their outlines, to be drawn; empty where the file was taken away. */
export const regionOutlines = (): readonly Boundary[] => (boundaries ??= loadBoundaries())

/**
 * NUTS 3 code of the region around a point (degrees, WGS 84), or null where there is none: sea, or a country without NUTS 2024.
 * With `country` only that country's regions count, and the nearest within the tolerance is taken.
 */
export function findRegionAt (latitude: number, longitude: number, country?: string): string | null {
  const margin = BORDER_TOLERANCE_KM / KM_PER_DEGREE
  const marginLongitude = margin / Math.max(0.1, Math.cos(latitude * Math.PI / 180))
  let nearest: string | null = null
  let nearestKm = BORDER_TOLERANCE_KM
  for (const boundary of regionOutlines()) {
    if (country !== undefined && boundary.country !== country) continue
    if (longitude < boundary.west - marginLongitude || longitude > boundary.east + marginLongitude) continue
    if (latitude < boundary.south - margin || latitude > boundary.north + margin) continue
    if (contains(boundary, latitude, longitude)) return boundary.code
    const km = distanceKm(boundary, latitude, longitude)
    if (km < nearestKm) [nearest, nearestKm] = [boundary.code, km]
  }
  return nearest
}

/** Even-odd rule: a ray to the east crosses the rings an odd number of times. */
function contains (boundary: Boundary, latitude: number, longitude: number): boolean {
  let inside = false
  for (const ring of boundary.rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const spans = (ring[i + 1] > latitude) !== (ring[j + 1] > latitude)
      if (spans && longitude < (ring[j] - ring[i]) * (latitude - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) inside = !inside
    }
  }
  return inside
}

/** Kilometres from the point to the boundary line, on a plane around the point: right to a per cent at these distances. */
function distanceKm (boundary: Boundary, latitude: number, longitude: number): number {
  const scale = Math.cos(latitude * Math.PI / 180)
  let least = Infinity
  for (const ring of boundary.rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const x = (ring[i] - longitude) * scale
      const y = ring[i + 1] - latitude
      const stepX = (ring[i + 2] - ring[i]) * scale
      const stepY = ring[i + 3] - ring[i + 1]
      const along = Math.max(0, Math.min(1, -(x * stepX + y * stepY) / (stepX * stepX + stepY * stepY || 1)))
      least = Math.min(least, Math.hypot(x + along * stepX, y + along * stepY))
    }
  }
  return least * KM_PER_DEGREE
}
