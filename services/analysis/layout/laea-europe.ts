/**
 * Degrees to kilometres on the equal-area map of Europe, ETRS89-LAEA (EPSG:3035): regions keep their share of the area, north of the Baltic too.
 *
 * Lambert azimuthal equal-area on the GRS 1980 ellipsoid around 52 N 10 E, whose place is (4321 km, 3210 km); eastings and northings. The few
 * centimetres between ETRS89 and WGS 84 do not matter here. Formulas: Snyder 1987, USGS Professional Paper 1395, p. 187; IOGP Guidance Note 7-2, method 9820.
 * The point opposite the middle of the map has no place: NaN. Tested against the control point of the Guidance Note and the published
 * bounds of the system.
 */
const SEMI_MAJOR_AXIS_KM = 6378.137
const FLATTENING = 1 / 298.257222101
const ORIGIN_LATITUDE = 52
const ORIGIN_LONGITUDE = 10
const FALSE_EASTING_KM = 4321
const FALSE_NORTHING_KM = 3210

const RADIAN = Math.PI / 180
const E2 = FLATTENING * (2 - FLATTENING)
const E = Math.sqrt(E2)

/** Snyder's q: area between the equator and a latitude, by its sine. */
const areaTo = (sine: number): number => (1 - E2) * (sine / (1 - E2 * sine * sine) - Math.log((1 - E * sine) / (1 + E * sine)) / (2 * E))
const AREA_TO_POLE = areaTo(1)
/** Latitude on the sphere of the same area. */
const authalic = (latitude: number): number => Math.asin(Math.max(-1, Math.min(1, areaTo(Math.sin(latitude * RADIAN)) / AREA_TO_POLE)))

const RADIUS = SEMI_MAJOR_AXIS_KM * Math.sqrt(AREA_TO_POLE / 2)
const ORIGIN = authalic(ORIGIN_LATITUDE)
const SINE = Math.sin(ORIGIN_LATITUDE * RADIAN)
const STRETCH = SEMI_MAJOR_AXIS_KM * Math.cos(ORIGIN_LATITUDE * RADIAN) / Math.sqrt(1 - E2 * SINE * SINE) / (RADIUS * Math.cos(ORIGIN))

/** x to the east, y to the north, km. */
export function laeaEurope (latitude: number, longitude: number): { x: number, y: number } {
  const beta = authalic(latitude)
  const turn = (longitude - ORIGIN_LONGITUDE) * RADIAN
  const cosine = Math.sin(ORIGIN) * Math.sin(beta) + Math.cos(ORIGIN) * Math.cos(beta) * Math.cos(turn)
  const scale = cosine > -1 + 1e-12 ? RADIUS * Math.sqrt(2 / (1 + cosine)) : NaN
  return {
    x: FALSE_EASTING_KM + scale * STRETCH * Math.cos(beta) * Math.sin(turn),
    y: FALSE_NORTHING_KM + scale / STRETCH * (Math.cos(ORIGIN) * Math.sin(beta) - Math.sin(ORIGIN) * Math.cos(beta) * Math.cos(turn))
  }
}
