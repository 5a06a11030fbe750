/** RFC 9457 problem details, the body of every error. */
import { z } from 'zod'

export const Problem = z.object({
  type: z.string(), title: z.string(), status: z.number().int(), code: z.string(), detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string(), value: z.string().optional() })).optional(),
  didYouMean: z.array(z.string()).optional(),
  requestId: z.string()
})
export type Problem = z.infer<typeof Problem>
