/** The one-page brief on two organisations that may be introduced: what may be asked for. */
import { z } from 'zod'
import { DOCUMENT_LANGUAGES } from './report.ts'
import { Id } from './scalars.ts'

export const BRIEF_FORMATS = ['pdf', 'html', 'docx'] as const

export const BriefQuery = z.object({
  from: Id.describe('organisation that looks for a partner'),
  to: Id.describe('organisation it may be introduced to'),
  run: z.string().default('latest').describe('run id, or latest'),
  language: z.enum(DOCUMENT_LANGUAGES).default('en'),
  format: z.enum(BRIEF_FORMATS).default('pdf')
})
export type BriefQuery = z.infer<typeof BriefQuery>
