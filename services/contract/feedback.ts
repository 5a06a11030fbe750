/** What brokers say of a suggestion: kept, so that it is not made again, and taken back at will. */
import { z } from 'zod'
import { Id, RequiredText, Text, Timestamp } from './scalars.ts'

export const FEEDBACK_VERDICTS = ['not-relevant', 'introduced'] as const
/** Initials, not names: who said it should be known in the house, not to everybody. */
export const INITIALS_LENGTH_MAX = 12

export const Initials = Text.pipe(z.string().max(INITIALS_LENGTH_MAX, `initials, at most ${INITIALS_LENGTH_MAX} characters`))

export const FeedbackInput = z.object({
  of: Id.nullable().default(null).describe('organisation the suggestion was made for; null: for a question without one, such as bridges between two clusters'),
  candidate: Id.describe('organisation that was suggested'),
  context: RequiredText.describe('the list and its question in a word of its own, such as partners, or bridges C2 C5; feedback holds for this question alone'),
  verdict: z.enum(FEEDBACK_VERDICTS),
  by: Initials.nullable().default(null).describe('initials of whoever says so'),
  why: Text.nullable().default(null)
})
export type FeedbackInput = z.infer<typeof FeedbackInput>

export const Feedback = FeedbackInput.extend({ id: z.string(), savedAt: Timestamp })
export type Feedback = z.infer<typeof Feedback>
