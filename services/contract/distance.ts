/** Distances on the Earth, for the service and the page. Degrees, north and east positive. */
export interface Point { latitude: number, longitude: number }

const RADIANS = Math.PI / 180
/** Mean radius of the Earth, km. */
const RADIUS_KM = 6371

/** Great-circle distance on a sphere, km (haversine). At antipodes rounding may pass 1. */
export function distanceKm (a: Point, b: Point): number {
  const half = Math.sin((b.latitude - a.latitude) * RADIANS / 2) ** 2 +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * Math.sin((b.longitude - a.longitude) * RADIANS / 2) ** 2
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}
