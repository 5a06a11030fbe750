/** Places of any unit into the area of a picture, without stretching. */
import type { Box } from './svg.ts'

export interface Place { x: number, y: number }

/** `y` grows downwards in both. A single place stands in the middle. Places must be numbers. */
export function fitInto (places: readonly Place[], { left, top, right, bottom }: Box): (place: Place) => Place {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  const least = { x: Math.min(...xs), y: Math.min(...ys) }
  const span = { x: Math.max(...xs) - least.x, y: Math.max(...ys) - least.y }
  const scale = Math.min(span.x > 0 ? (right - left) / span.x : Infinity, span.y > 0 ? (bottom - top) / span.y : Infinity)
  const used = Number.isFinite(scale) ? scale : 0
  const shift = { x: (left + right - used * span.x) / 2, y: (top + bottom - used * span.y) / 2 }
  return ({ x, y }) => ({ x: shift.x + used * (x - least.x), y: shift.y + used * (y - least.y) })
}
