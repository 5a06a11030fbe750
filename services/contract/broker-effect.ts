/** What introductions led to, as far as the data tells: counts, times, links, and the network with and without them. */
import { z } from 'zod'
import { INTRODUCTION_STATES, OUTCOME_LINK_KINDS } from './introduction.ts'

/** Pairs under which shares of two groups are not compared: of fewer than ten a share moves by more than ten points with one pair. */
export const COMPARED_PAIRS_MIN = 10
/** Places in a list within which two candidates count as ranked equally. */
export const PLACES_APART_MAX = 3
/** Introductions with an outcome whose pairs are looked at, the newest. */
export const EFFECT_CASES_MAX = 500

export const BrokerEffectQuery = z.object({
  run: z.string().default('latest').describe('run id, or latest: the network as it is now'),
  since: z.string().optional().describe('an earlier run to compare with; left out: the same run without the links that came of introductions')
})

const Figures = z.object({ run: z.string(), organisations: z.number().int(), crossBorderShare: z.number().nullable(), components: z.number().int().describe('connected parts, those of one included') })
const Group = z.object({ pairs: z.number().int(), linked: z.number().int(), linkedOtherwise: z.number().int().describe('of these by more than the link that was recorded with the outcome'), share: z.number().nullable().describe('linkedOtherwise of pairs; null: too few pairs in one of the groups') })

export const BrokerEffect = z.object({
  states: z.array(z.object({
    state: z.enum(INTRODUCTION_STATES), now: z.number().int(), reached: z.number().int().describe('introductions that were ever in it'),
    daysFromStart: z.number().nullable().describe('median until it was first reached; null: never was'),
    daysInState: z.number().nullable().describe('median of the stays that have ended; null: none has')
  })),
  total: z.number().int(), overdue: z.number().int(),
  outcomes: z.object({
    cases: z.number().int(), lookedAt: z.number().int().describe('the newest, at most 500'), withLink: z.number().int().describe('that say a link came of it'), byKind: z.record(z.enum(OUTCOME_LINK_KINDS), z.number().int()),
    linksSince: z.number().int().describe('pairs with a link that says it came of the introduction, or is dated since its start'),
    networksSince: z.number().int().describe('pairs with a shared network that began since the start of the introduction')
  }),
  pairs: z.array(z.object({
    introduction: z.string(), of: z.string(), ofName: z.string(), candidate: z.string(), candidateName: z.string(), linkKind: z.enum(OUTCOME_LINK_KINDS).nullable(),
    stepsBefore: z.number().int().nullable().describe('links between the two; null: no way, or not in that run'), stepsAfter: z.number().int().nullable()
  })),
  comparison: z.enum(['two-runs', 'without-links']).describe('what before means: the earlier run, or this one without links that are there through introductions alone'),
  linksTakenOut: z.number().int().describe('links of this run that are there through introductions alone; 0 where two runs are compared'),
  before: Figures, after: Figures,
  ranked: z.object({ introduced: Group, others: Group, pairsMin: z.number().int(), placesApartMax: z.number().int() }).describe('pairs on partner lists that were shown before the run: those introduced, and those that stood next to them and were not. No estimate of cause: brokers choose whom they introduce.')
})
export type BrokerEffect = z.infer<typeof BrokerEffect>
