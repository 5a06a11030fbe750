/** An introduction: two organisations that a broker brings together, from the first idea to what came of it. */
import { z } from 'zod'
import { Initials } from './feedback.ts'
import { commaList, PageQuery } from './page.ts'
import { CountryCode, Id, Text, textUpTo, Timestamp } from './scalars.ts'

/** In the order an introduction goes through them; closed: ended without outcome. */
export const INTRODUCTION_STATES = ['identified', 'contacted', 'interest', 'meeting', 'agreement', 'outcome', 'closed'] as const
export type IntroductionState = typeof INTRODUCTION_STATES[number]
/** What may come of one, as a link of the network. */
export const OUTCOME_LINK_KINDS = ['COLLABORATES', 'SUPPLIES'] as const
/** Who could introduce the two: more than a handful is a list, not a plan. */
export const THROUGH_MAX = 5
/** Longest note: a page of text, not a protocol. */
export const NOTE_LENGTH_MAX = 2000

const Note = textUpTo(NOTE_LENGTH_MAX)
const Day = z.iso.date()

const NextStep = { nextStep: Text.nullable(), followUp: Day.nullable().describe('when to look at it again') }

export const IntroductionInput = z.object({
  of: Id.describe('organisation that looks for a partner'),
  candidate: Id.describe('organisation it is introduced to'),
  through: z.array(Id).max(THROUGH_MAX).default([]).describe('organisations that could introduce the two'),
  context: Text.nullable().default(null).describe('the list and question that suggested it'),
  run: z.string().max(60).nullable().default(null).describe('run that suggested it'),
  note: Note.default(''),
  nextStep: NextStep.nextStep.default(null),
  followUp: NextStep.followUp.default(null),
  by: Initials.nullable().default(null)
})
export type IntroductionInput = z.infer<typeof IntroductionInput>

export const Outcome = z.object({
  linkKind: z.enum(OUTCOME_LINK_KINDS).nullable().describe('the link that came of it; null: none did'),
  seller: Id.nullable().default(null).describe('which of the two sells, for SUPPLIES'),
  record: z.boolean().default(false).describe('put the link into the data, with this introduction as its evidence')
})
export type Outcome = z.infer<typeof Outcome>

export const IntroductionChange = z.object({
  basedOn: z.number().int().min(1).describe('version of the introduction that the change was made on'),
  to: z.enum(INTRODUCTION_STATES).optional().describe('its next state; left out: a note alone'),
  why: Text.nullable().default(null).describe('needed to go back, and to close without outcome'),
  outcome: Outcome.optional().describe('needed for the state outcome'),
  through: z.array(Id).max(THROUGH_MAX).optional().describe('left out: as before'),
  note: Note.default(''),
  nextStep: NextStep.nextStep.optional().describe('left out: as before, or none when it ends'),
  followUp: NextStep.followUp.optional().describe('left out: as before, or none when it ends'),
  by: Initials.nullable().default(null)
})
export type IntroductionChange = z.infer<typeof IntroductionChange>

const End = z.object({ id: z.string(), name: z.string(), country: z.string() })

/** One dated line of its history. */
export const IntroductionEntry = z.object({
  at: Timestamp,
  from: z.enum(INTRODUCTION_STATES).nullable().describe('null: the beginning'),
  to: z.enum(INTRODUCTION_STATES).describe('as before: a note alone'),
  note: z.string(), why: z.string().nullable(), by: z.string().nullable(),
  nextStep: z.string().nullable(), followUp: z.string().nullable()
})
export type IntroductionEntry = z.infer<typeof IntroductionEntry>

export const IntroductionSummary = z.object({
  id: z.string(), version: z.number().int(), of: End, candidate: End, state: z.enum(INTRODUCTION_STATES),
  nextStep: z.string().nullable(), followUp: z.string().nullable(), overdue: z.boolean(),
  startedAt: Timestamp, changedAt: Timestamp
})
export type IntroductionSummary = z.infer<typeof IntroductionSummary>

export const Introduction = IntroductionSummary.extend({
  through: z.array(End), context: z.string().nullable(), run: z.string().nullable(),
  outcome: z.object({ at: Timestamp, linkKind: z.enum(OUTCOME_LINK_KINDS).nullable(), link: z.string().nullable().describe('id of the link that was recorded') }).nullable(),
  history: z.array(IntroductionEntry).describe('oldest first')
})
export type Introduction = z.infer<typeof Introduction>

export const IntroductionFilter = z.object({
  state: commaList(z.enum(INTRODUCTION_STATES)).optional(),
  organisation: Id.optional().describe('either of the two, or who could introduce'),
  country: commaList(CountryCode).optional().describe('of either of the two'),
  overdue: z.stringbool().optional().describe('true: those whose follow-up date has passed; false: the others')
})
export type IntroductionFilter = z.infer<typeof IntroductionFilter>
export const IntroductionsQuery = PageQuery.extend(IntroductionFilter.shape)
