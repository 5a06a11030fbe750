/** The world seen from one place: true directions, compressed distances, no circle on another. */
import t from 'tap'
import fc from 'fast-check'
import { distanceKm } from '../../services/contract/distance.ts'
import { bearing, placeAround } from '../../visualizer/charts/place-around.ts'

const WARSAW = { latitude: 52.23, longitude: 21.01 }
const near = (value: number, expected: number, within: number): boolean => Math.abs(value - expected) <= within

t.test('distances and directions are those of the globe', async t => {
  t.ok(near(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 }), 10_007.5, 1), 'a quarter of the equator')
  t.ok(near(distanceKm({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 50 }), 20_015, 1), 'from pole to pole')
  // Great circle distances as printed for airports: Warsaw to Berlin 518 km, to New York 6,860 km, within what cities spread.
  t.ok(near(distanceKm(WARSAW, { latitude: 52.52, longitude: 13.4 }), 518, 5))
  t.ok(near(distanceKm(WARSAW, { latitude: 40.71, longitude: -74.01 }), 6860, 30))
  t.ok(near(bearing(WARSAW, { latitude: 60, longitude: 21.01 }), 0, 1e-9), 'north')
  t.ok(near(bearing({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 10 }), 90, 1e-9), 'east')
  t.ok(near(bearing(WARSAW, { latitude: 40.71, longitude: -74.01 }), 301, 2), 'to New York one sets out to the north-west')
})

t.test('no circle covers another or the middle; the same every time', async t => {
  const partner = fc.record({ radius: fc.integer({ min: 3, max: 30 }), at: fc.record({ latitude: fc.integer({ min: -60, max: 70 }), longitude: fc.integer({ min: -180, max: 180 }) }) })
  fc.assert(fc.property(fc.array(partner, { maxLength: 40 }), fc.boolean(), (given, placed) => {
    const partners = given.map((each, i) => ({ key: `p${i}`, ...each }))
    const { circles } = placeAround(placed ? WARSAW : null, partners, 270, 11)
    t.strictSame(placeAround(placed ? WARSAW : null, partners, 270, 11).circles, circles)
    const apart = circles.every((a, i) => circles.slice(i + 1).every(b => Math.hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius - 1) && Math.hypot(a.x, a.y) >= a.radius + 10)
    return apart && circles.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  }), { seed: 4, numRuns: 100 })
})

t.test('the nearer stands nearer, in its direction, and rings say how far', async t => {
  const at = { berlin: { latitude: 52.52, longitude: 13.4 }, peking: { latitude: 39.9, longitude: 116.4 }, brasilia: { latitude: -15.8, longitude: -47.9 } }
  const { circles, rings } = placeAround(WARSAW, Object.entries(at).map(([key, at]) => ({ key, radius: 3, at })), 200, 5)
  const away = circles.map(({ x, y }) => Math.hypot(x, y))
  t.ok(away[0]! < away[1]! && away[1]! < away[2]!)
  t.ok(near(away[2]!, 200, 1e-9), 'the farthest is at the reach')
  for (const { key, x, y } of circles) t.ok(near((Math.atan2(x, -y) * 180 / Math.PI + 360) % 360, bearing(WARSAW, at[key as keyof typeof at]), 1e-6), key)
  t.strictSame(rings.map(({ km }) => km), [500, 2000, 5000, 10000])
  t.ok(rings[0]!.radius < away[0]! && rings[3]!.radius < 200, 'Berlin is just beyond 500 km')
})
