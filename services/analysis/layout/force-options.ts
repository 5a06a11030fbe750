/** What ForceAtlas2 can be told, and the links that pull; what both mean is stated in force-atlas2.ts. */
import { z } from 'zod'

/** No picture needs more; doubles would last much further, and then end in places that are none. */
export const STRENGTH_MAX = 1000

export const ForceAtlas2Options = z.object({
  iterations: z.number().int().min(1).max(10000).default(200),
  scaling: z.number().positive().max(STRENGTH_MAX).default(10).describe('how strongly nodes push each other away; more makes the picture wider'),
  gravity: z.number().min(0).max(STRENGTH_MAX).default(0.05).describe('pull to the middle'),
  strongGravity: z.boolean().default(true).describe('the pull to the middle grows with distance'),
  weightInfluence: z.number().min(0).max(2).default(1).describe('0: a link pulls the same whatever its weight; 1: as much as its weight'),
  linLog: z.boolean().default(false).describe('links pull with the logarithm of their length: tighter clusters'),
  outboundAttraction: z.boolean().default(false).describe('nodes with many links are pulled less: hubs move to the rim'),
  theta: z.number().min(0).max(2).default(1.2).describe('up to which ratio of size and distance far nodes count as one; 0: exact'),
  slowDown: z.number().positive().max(STRENGTH_MAX).optional().describe('divides every step; 1 + ln(nodes) when left out')
})
export type ForceAtlas2Options = z.infer<typeof ForceAtlas2Options>

/** What pulls: links of node v are targets[first[v]..offsets[v + 1]), each link once. */
export interface Pulls { n: number, first: Int32Array, offsets: Int32Array, targets: Int32Array, /** null: all 1. */ weights: Float64Array | null }
