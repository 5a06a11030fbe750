/**
 * Where organisations are, on the equal-area map of Europe (laea-europe.ts), km: x to the east, y to the north.
 *
 * Those at one place (coordinates that round to the same hundred metres) stand around it as the seeds of a sunflower, `apart` km or more from each other, in the
 * order of nodes. Without coordinates, or with such that are not on Earth: NaN. O(n). Tested against all pairs.
 */
import { laeaEurope } from './laea-europe.ts'
import { newPositions, SUNFLOWER_GAP, sunflowerSeed } from './positions.ts'
import type { Positions } from './positions.ts'

/** Finer than any address is known: organisations of one street corner are one place. */
const PLACE_KM = 0.1

export function geographicPositions (latitude: ArrayLike<number>, longitude: ArrayLike<number>, apart: number): Positions {
  const n = latitude.length
  const positions = newPositions(n)
  const places = new Map<string, number[]>()
  for (let v = 0; v < n; v++) {
    const onEarth = Math.abs(latitude[v]) <= 90 && Math.abs(longitude[v]) <= 180
    const { x, y } = onEarth ? laeaEurope(latitude[v], longitude[v]) : { x: NaN, y: NaN }
    positions.x[v] = x
    positions.y[v] = y
    if (Number.isNaN(x)) continue
    const place = `${Math.round(x / PLACE_KM)} ${Math.round(y / PLACE_KM)}`
    const here = places.get(place)
    if (here === undefined) places.set(place, [v])
    else here.push(v)
  }
  for (const nodes of places.values()) {
    if (nodes.length === 1) continue
    const middle = { x: positions.x[nodes[0]], y: positions.y[nodes[0]] }
    nodes.forEach((v, i) => {
      const seed = sunflowerSeed(i, apart / SUNFLOWER_GAP)
      positions.x[v] = middle.x + seed.x
      positions.y[v] = middle.y + seed.y
    })
  }
  return positions
}
