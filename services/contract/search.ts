/** Search suggestions: what a person meant by what they typed. */
import { z } from 'zod'
import { decimal } from './decimal.ts'

export const SEARCH_SUGGESTIONS_MAX = 20
export const SearchQuery = z.object({ q: z.string().trim().min(1).max(200), limit: decimal(z.number().int().min(1).max(SEARCH_SUGGESTIONS_MAX)).default(8) })
export const Suggestion = z.object({
  type: z.enum(['organisation', 'cluster', 'place', 'domain', 'country']), id: z.string(), label: z.string(), detail: z.string(), cluster: z.string().nullable()
})
export type Suggestion = z.infer<typeof Suggestion>
