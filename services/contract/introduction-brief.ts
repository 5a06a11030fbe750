/** The one-page brief on two organisations that may be introduced: what may be asked for. */
import { z } from 'zod'
import { PartnerChoice } from './partner-match.ts'
import { DOCUMENT_LANGUAGES } from './report.ts'
import { Id } from './scalars.ts'

export const BRIEF_FORMATS = ['pdf', 'html', 'docx'] as const

/** `from` and `to` beside what a match list is asked for: the place, score and reasons in the brief are those of that list. */
export const BriefQuery = PartnerChoice.extend({
  from: Id.describe('organisation that looks for a partner'),
  to: Id.describe('organisation it may be introduced to'),
  run: z.string().default('latest').describe('run id, or latest'),
  language: z.enum(DOCUMENT_LANGUAGES).default('en'),
  format: z.enum(BRIEF_FORMATS).default('pdf')
})
export type BriefQuery = z.infer<typeof BriefQuery>
