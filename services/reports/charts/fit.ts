/** Places of any unit into the area of a picture, without stretching. */
import type { Box } from './svg.ts'

export interface Place { x: number, y: number }

/**
 * `y` grows downwards in both. A single place stands in the middle. Places must be numbers. `stretch`: how much longer one axis may be drawn than the other,
 * 1 for places on a map; where only who is near whom counts, a wide picture is better filled than left empty.
 */
export function fitInto (places: readonly Place[], { left, top, right, bottom }: Box, stretch = 1): (place: Place) => Place {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  const least = { x: Math.min(...xs), y: Math.min(...ys) }
  const span = { x: Math.max(...xs) - least.x, y: Math.max(...ys) - least.y }
  const most = { x: span.x > 0 ? (right - left) / span.x : Infinity, y: span.y > 0 ? (bottom - top) / span.y : Infinity }
  const scale = { x: finite(Math.min(most.x, stretch * most.y)), y: finite(Math.min(most.y, stretch * most.x)) }
  const shift = { x: (left + right - scale.x * span.x) / 2, y: (top + bottom - scale.y * span.y) / 2 }
  return ({ x, y }) => ({ x: shift.x + scale.x * (x - least.x), y: shift.y + scale.y * (y - least.y) })
}

const finite = (scale: number): number => Number.isFinite(scale) ? scale : 0
