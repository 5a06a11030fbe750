/** RFC 9457 problem details, the body of every error. */
import { z } from 'zod'

export const Problem = z.object({
  type: z.string().describe('urn:amber-road: and the code in small letters'), title: z.string(), status: z.number().int(), code: z.string().describe('of the catalogue in ARCHITECTURE.md, such as INVALID_INPUT'),
  detail: z.string().describe('what was wrong, where, and what to do'),
  errors: z.array(z.object({ path: z.string(), message: z.string(), value: z.string().optional() })).optional(),
  didYouMean: z.array(z.string()).optional(),
  requestId: z.string()
})
export type Problem = z.infer<typeof Problem>
