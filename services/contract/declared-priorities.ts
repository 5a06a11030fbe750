/** What a region has declared as its smart specialisation: entered by people, from strategy documents. */
import { z } from 'zod'
import { DomainCode, LIST_LENGTH_MAX, NaceCode, RequiredText, Text, Website } from './scalars.ts'

/** Priorities of one region: strategies name five to a dozen. */
export const PRIORITIES_MAX = 60

/** A priority is a combination of themes and sectors, not one code. */
export const DeclaredPriority = z.object({
  title: RequiredText.describe('as the strategy words it'),
  domains: z.array(DomainCode).max(LIST_LENGTH_MAX).default([]),
  sectors: z.array(NaceCode).max(LIST_LENGTH_MAX).default([]),
  document: Text.nullable().default(null).describe('the strategy it stands in'),
  website: Website.nullable().default(null),
  note: Text.nullable().default(null)
})
export type DeclaredPriority = z.infer<typeof DeclaredPriority>

export const DeclaredPriorities = z.object({
  region: z.string().describe('NUTS code, or country code'),
  priorities: z.array(DeclaredPriority).max(PRIORITIES_MAX)
})
export type DeclaredPriorities = z.infer<typeof DeclaredPriorities>
