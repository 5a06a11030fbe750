/**
 * Where partners stand in a picture of the world seen from one place: in their true direction from it, at distances that are compressed (a power of the great circle), so that
 * neighbours have room beside the far ones. Circles that would cover each other are moved apart. Units: pixels, the middle is 0, 0 and north is up (y falls).
 */
import { distanceKm } from '../../services/contract/distance.ts'
import type { Point } from '../../services/contract/distance.ts'

export interface Circle { key: string, x: number, y: number, radius: number }

/** Below one: the nearer, the more room. Between a map (1) and a mere list of directions (0). */
const COMPRESSION = 0.42
const ROUNDS = 200
/** Between circles, px. */
const GAP = 3
const RING_KM = [500, 2000, 5000, 10000]

const radians = (degrees: number): number => degrees * Math.PI / 180

/** Degrees clockwise from north at which the great circle sets out. */
export function bearing (from: Point, to: Point): number {
  const [a, b, across] = [radians(from.latitude), radians(to.latitude), radians(to.longitude - from.longitude)]
  const degrees = Math.atan2(Math.sin(across) * Math.cos(b), Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(across)) * 180 / Math.PI
  return (degrees + 360) % 360
}

export interface Around { circles: Circle[], rings: Array<{ km: number, radius: number }> }

/** `reach`: px from the middle to the farthest. `middle`: radius of what stands there. Without a centre: a ring, in the order given, the first at the top. */
export function placeAround (centre: Point | null, partners: ReadonlyArray<{ key: string, radius: number, at: Point }>, reach: number, middle: number): Around {
  if (centre === null) {
    const around = partners.map(({ key, radius }, i) => ({ key, radius, ...polar(360 * i / partners.length, reach) }))
    return { circles: apart(around, middle), rings: [] }
  }
  const far = Math.max(1, ...partners.map(({ at }) => distanceKm(centre, at)))
  const scaled = (km: number): number => reach * (km / far) ** COMPRESSION
  const circles = partners.map(({ key, radius, at }) => ({ key, radius, ...polar(bearing(centre, at), scaled(distanceKm(centre, at))) }))
  return { circles: apart(circles, middle), rings: RING_KM.filter(km => km < far).map(km => ({ km, radius: scaled(km) })) }
}

const polar = (degrees: number, length: number): { x: number, y: number } => ({ x: length * Math.sin(radians(degrees)), y: -length * Math.cos(radians(degrees)) })

/** Pairs that overlap are pushed apart by halves, along the line between them; the middle stays. */
function apart (circles: Circle[], middle: number): Circle[] {
  const moved = circles.map(circle => ({ ...circle }))
  for (let round = 0; round < ROUNDS; round++) {
    let still = true
    moved.forEach((a, i) => {
      const away = Math.hypot(a.x, a.y)
      const least = middle + a.radius + GAP
      if (away < least) {
        const [x, y] = away === 0 ? [0, -1] : [a.x / away, a.y / away]
        a.x = x * least
        a.y = y * least
        still = false
      }
      for (const b of moved.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y]
        const between = Math.hypot(dx, dy)
        const lacking = a.radius + b.radius + GAP - between
        if (lacking <= 0) continue
        // Two on one spot part sideways.
        const [x, y] = between === 0 ? [1, 0] : [dx / between, dy / between]
        a.x -= x * lacking / 2
        a.y -= y * lacking / 2
        b.x += x * lacking / 2
        b.y += y * lacking / 2
        still = false
      }
    })
    if (still) break
  }
  return moved
}
