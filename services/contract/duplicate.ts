/** Two entries that may be one organisation, what people decided about them, and merges that can be taken back. */
import { z } from 'zod'
import { Link } from './link.ts'
import { Membership } from './network.ts'
import { Organisation } from './organisation.ts'
import { PageQuery } from './page.ts'
import { RECORD_KINDS } from './record.ts'
import { Id, Timestamp } from './scalars.ts'

/**
 * From here on two entries are one organisation as a rule: chosen beforehand for a person's one click, never merged without one. Set on the first half of the labelled
 * sample (tests/datasets/duplicates) so that no pair of two organisations reaches it; what it gives on the second half is stated there.
 */
export const AUTO_SCORE_MIN = 0.95
/** From here on a person should look; below, the pair is two organisations. Set on the same half so that few true pairs are lost. */
export const REVIEW_SCORE_MIN = 0.72

/** auto: alike enough to be chosen beforehand for one click; review: a person should compare. Below both the pair is not shown: two organisations. */
export const DUPLICATE_BANDS = ['auto', 'review'] as const
/** different: never asked again; later: asked again at the end of the list. "Same" is a merge. */
export const DUPLICATE_DECISIONS = ['different', 'later'] as const
export const DUPLICATE_STATES = ['open', 'later', 'different'] as const
export const PLACE_AGREEMENTS = ['same-city', 'same-region', 'unknown', 'elsewhere'] as const

export const DuplicateReasons = z.object({
  score: z.number().min(0).max(1).describe('name similarity times the factor of the place; 1 where an identifier is shared'),
  name: z.number().min(0).max(1).describe('similarity of the two most alike names'), place: z.enum(PLACE_AGREEMENTS),
  identifiers: z.array(z.string()).describe('identifiers that both have, scheme:value')
})
export type DuplicateReasons = z.infer<typeof DuplicateReasons>

const pair = { a: Id, b: Id }
export const DuplicatePair = z.object({ ...pair, band: z.enum(DUPLICATE_BANDS), reasons: DuplicateReasons })
export type DuplicatePair = z.infer<typeof DuplicatePair>

/** One side of the comparison. */
export const DuplicateSide = z.object({ organisation: Organisation, links: z.number().int(), memberships: z.number().int() })
export type DuplicateSide = z.infer<typeof DuplicateSide>
export const DuplicateCandidate = DuplicatePair.extend({
  first: DuplicateSide.describe('the one to keep unless you say otherwise: more links and memberships, then more that is known, then the lower id'), second: DuplicateSide,
  sharedNetworks: z.number().int().describe('networks that name both: a sign that they are two, or that a source counts one twice'),
  chosen: z.boolean().describe('alike enough to be chosen beforehand: "auto", and no network names both'),
  decision: z.enum(DUPLICATE_DECISIONS).nullable()
})
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>

export const DuplicateQuery = PageQuery.extend({
  band: z.enum(DUPLICATE_BANDS).optional(),
  state: z.enum(DUPLICATE_STATES).default('open').describe('open: not decided yet, the most alike first')
})
export type DuplicateQuery = z.infer<typeof DuplicateQuery>

export const DecisionInput = z.object({ ...pair, decision: z.enum(DUPLICATE_DECISIONS).nullable().describe('null takes the decision back') })
  .refine(({ a, b }) => a !== b, { error: 'must be another organisation than a', path: ['b'] })
export type DecisionInput = z.infer<typeof DecisionInput>
export const DuplicateDecision = z.object({ ...pair, decision: z.enum(DUPLICATE_DECISIONS), decidedAt: Timestamp })
export type DuplicateDecision = z.infer<typeof DuplicateDecision>

export const MergeInput = z.object({
  kept: Id.describe('the organisation that stays'), merged: Id.describe('the one that becomes part of it; its id leads to the kept one from then on')
}).refine(({ kept, merged }) => kept !== merged, { error: 'must be another organisation than the one that is kept', path: ['merged'] })
export type MergeInput = z.infer<typeof MergeInput>

/** What became of one link or membership of the merged organisation. */
const change = <Entity extends z.ZodType>(entity: Entity) => z.object({
  before: entity.describe('as the merged organisation had it'), joined: entity.nullable().describe('what the kept one had already and it was joined with; null: nothing'), after: entity
})
export const MovedRecord = z.object({ kind: z.enum(RECORD_KINDS), id: z.string(), version: z.number().int().describe('the one that the merge made') })
export type MovedRecord = z.infer<typeof MovedRecord>

export const MergeDocument = z.object({
  kept: Id, merged: Id, mergedAt: Timestamp, revision: z.number().int(),
  keptBefore: Organisation, mergedBefore: Organisation, keptAfter: Organisation,
  links: z.array(change(Link)), memberships: z.array(change(Membership)),
  records: z.array(MovedRecord).optional().describe('profiles, introductions and feedback that were moved; not there in a merge made before they were')
})
export type MergeDocument = z.infer<typeof MergeDocument>

/** What tells two organisations of one name apart. */
const distinguishing = Organisation.pick({ identifiers: true, city: true, country: true })
export const MergeSummary = z.object({
  id: Id.describe('id of the organisation that was merged'), kept: Id, keptName: z.string(), mergedName: z.string(),
  keptWas: distinguishing.describe('identifiers, city and country as they were before the merge'), mergedWas: distinguishing, mergedAt: Timestamp, revision: z.number().int(),
  links: z.number().int().describe('links that were moved or joined'), memberships: z.number().int(), joined: z.number().int().describe('of these, joined with one that was there'),
  records: z.number().int().nullable().describe('partner profiles, introductions and feedback that were moved; null: counted for whoever may see them alone'),
  obstacle: z.string().nullable().describe('why it cannot be undone now; null: it can'),
  lost: z.number().int().describe('links and memberships that do not come back when it is undone: the organisation or network at their other end was deleted')
})
export type MergeSummary = z.infer<typeof MergeSummary>
