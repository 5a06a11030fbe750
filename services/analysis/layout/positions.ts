/** Where nodes stand on the plane, y upwards. NaN: no place. */
export interface Positions { x: Float64Array, y: Float64Array }

export const newPositions = (n: number): Positions => ({ x: new Float64Array(n), y: new Float64Array(n) })

/** Angle between successive points of a sunflower (Vogel 1979, Math. Biosci. 44:179): no two points lie on one ray, and the disc fills evenly. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Seed i of a sunflower around the origin; each seed takes `spacing` squared times pi of the disc. */
export function sunflowerSeed (i: number, spacing: number): { x: number, y: number } {
  const radius = spacing * Math.sqrt(i + 0.5)
  return { x: radius * Math.cos(i * GOLDEN_ANGLE), y: radius * Math.sin(i * GOLDEN_ANGLE) }
}

/** A start that is the same every time. */
export function sunflower (n: number, spacing: number): Positions {
  const positions = newPositions(n)
  for (let i = 0; i < n; i++) {
    const seed = sunflowerSeed(i, spacing)
    positions.x[i] = seed.x
    positions.y[i] = seed.y
  }
  return positions
}
