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

/** Least distance of two seeds at spacing 1: that of the first and the fourth, sqrt(0.5 + 3.5 - 2 sqrt(0.5 * 3.5) cos(3 golden angles)). */
export const SUNFLOWER_GAP = 1.546

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

export interface Bounds { left: number, bottom: number, width: number, height: number }

/** The box of all places; of none, a point at the origin. */
export function boundsOf ({ x, y }: Positions): Bounds {
  if (x.length === 0) return { left: 0, bottom: 0, width: 0, height: 0 }
  let left = Infinity
  let right = -Infinity
  let bottom = Infinity
  let top = -Infinity
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, x[i])
    right = Math.max(right, x[i])
    bottom = Math.min(bottom, y[i])
    top = Math.max(top, y[i])
  }
  return { left, bottom, width: right - left, height: top - bottom }
}
