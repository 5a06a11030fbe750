/** What a region has declared as its smart specialisation: entered by people, from strategy documents. */
import { z } from 'zod'
import { RowError } from './import.ts'
import { DomainCode, LIST_LENGTH_MAX, NaceCode, RequiredText, Text, Timestamp, Website } from './scalars.ts'

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

/** What a region has declared as it stands now. Every state before is kept. */
export const DeclaredState = DeclaredPriorities.extend({ version: z.number().int().describe('counts from 1'), savedAt: Timestamp })
export type DeclaredState = z.infer<typeof DeclaredState>

/** Takes the place of what the region had declared. An answer of GET may come back as it was. */
export const DeclaredInput = z.object({
  region: z.string().optional().describe('if there, the one in the address'),
  priorities: z.array(DeclaredPriority).max(PRIORITIES_MAX, `at most ${PRIORITIES_MAX} priorities in a region`),
  version: z.number().int().min(0).describe('the version that this replaces, 0 where nothing is declared: refused if there is a newer one'),
  savedAt: Timestamp.optional().describe('changes nothing')
})
export type DeclaredInput = z.infer<typeof DeclaredInput>

export const DeclaredVersion = z.object({ version: z.number().int(), savedAt: Timestamp, priorities: z.array(DeclaredPriority).nullable().describe('null: withdrawn') })
export type DeclaredVersion = z.infer<typeof DeclaredVersion>

export const PrioritiesReport = z.object({
  status: z.enum(['completed', 'checked', 'refused']).describe('checked: a trial, nothing is written; refused: rows are wrong, nothing was written'),
  rowsRead: z.number().int(),
  regions: z.array(z.object({ region: z.string(), priorities: z.number().int(), change: z.enum(['new', 'changed', 'same']), replaces: z.number().int().describe('the version that the file takes the place of, whoever saved it; 0: nothing was declared') })).describe('what the file says of each region, nothing where a row is wrong; regions it does not name stay as they are'),
  errorsTotal: z.number().int(),
  errors: z.array(RowError),
  problem: z.string().nullable()
})
export type PrioritiesReport = z.infer<typeof PrioritiesReport>
