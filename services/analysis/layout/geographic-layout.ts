/** Places on the map as a measure: positions of organisations with coordinates, and how many have them. */
import { z } from 'zod'
import type { Coordinates, Measured } from '../algorithm.ts'
import { geographicPositions } from './geographic-positions.ts'

/** Farther apart than this, km, organisations of one city would stand in the next. */
export const APART_KM_MAX = 100

export const GeographicLayoutOptions = z.object({
  apart: z.number().min(0).max(APART_KM_MAX).default(1).describe('km between organisations of one place, which stand around it; 0: all on one point')
})

/** `positionX` to the east and `positionY` to the north, km; NaN without coordinates. */
export function geographicLayout ({ latitude, longitude }: Coordinates, { apart }: z.infer<typeof GeographicLayoutOptions>): Measured {
  const { x, y } = geographicPositions(latitude, longitude, apart)
  return { nodes: { positionX: x, positionY: y }, metrics: { placed: x.reduce((count, value) => count + Number(!Number.isNaN(value)), 0) } }
}
