/** What brokers said of suggestions: one verdict for each (organisation, candidate, question), kept with every earlier version of it. */
import type { Feedback, FeedbackInput } from '../contract/feedback.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import { presentId } from '../ingest/read-redirects.ts'
import type { GraphStore, ListRequest, Rows, StoredRecord } from '../store/graph-store.ts'
import { inTurn } from './in-turn.ts'

/** Verdicts read of one organisation or question: brokers look at tens of suggestions for each. */
export const FEEDBACK_READ_MAX = 2000

/**
 * Every verdict that names this organisation (as the one that looks, or as the candidate), or that was given on this question
 * (the `context` it was given in); newest first, at most FEEDBACK_READ_MAX.
 */
export async function readFeedback (store: Pick<GraphStore, 'listRecords'>, organisationOrContext: string, most = FEEDBACK_READ_MAX): Promise<Feedback[]> {
  return (await listFeedback(store, organisationOrContext, { limit: most, after: null })).rows
}

export async function listFeedback (store: Pick<GraphStore, 'listRecords'>, subject: string | undefined, request: ListRequest): Promise<Rows<Feedback>> {
  const { rows, ...rest } = await store.listRecords({ kind: 'feedback', ...(subject !== undefined && { subject }) }, request)
  return { ...rest, rows: rows.map(feedbackOf) }
}

/** Replaces what was said before on the same question; ids of merged organisations lead to those they are part of. INVALID_INPUT where the two are one organisation. */
export const giveFeedback: typeof give = (store, input, clock) => inTurn(store, () => give(store, input, clock))

async function give (store: Pick<GraphStore, 'saveRecords' | 'getRecord' | 'listRecords' | 'listRecordVersions'>, given: FeedbackInput, clock: () => Date): Promise<Feedback> {
  const [of, candidate] = await Promise.all([given.of === null ? null : presentId(store, given.of), presentId(store, given.candidate)])
  const { context } = given
  const input = { ...given, of, candidate }
  if (of === candidate) throw new ServiceError('INVALID_INPUT', 'An organisation is not suggested to itself: of and candidate must be two.', { errors: [{ path: 'candidate', value: candidate, message: 'must be another organisation than of' }] })
  // What was said of an organisation that is part of this one by now has the id it began with.
  const said = (await readFeedback(store, candidate)).find(each => questionOf(each) === questionOf(input))
  const id = said?.id ?? idFor('fbk', of, candidate, context)
  const savedAt = clock().toISOString()
  await store.saveRecords([{ kind: 'feedback', id, basedOn: await newestVersion(store, id), savedAt, subjects: subjectsOfFeedback(input), document: input }])
  return { ...input, id, savedAt }
}

/** Undo; false if there is no such feedback now. */
export async function takeBackFeedback (store: Pick<GraphStore, 'saveRecords' | 'getRecord'>, id: string, clock: () => Date): Promise<boolean> {
  const record = await store.getRecord('feedback', id)
  if (record === null) return false
  await store.saveRecords([{ kind: 'feedback', id, basedOn: record.version, savedAt: clock().toISOString(), subjects: record.subjects, document: null }])
  return true
}

/** What a verdict is given on: there is one for each. */
export const questionOf = ({ of, candidate, context }: Pick<FeedbackInput, 'of' | 'candidate' | 'context'>): string => JSON.stringify([of, candidate, context])

export const subjectsOfFeedback = ({ of, candidate, context }: Pick<FeedbackInput, 'of' | 'candidate' | 'context'>): string[] => [...of === null ? [] : [of], candidate, context]

/** Of a deleted record too: it is continued, not begun anew. */
const newestVersion = async (store: Pick<GraphStore, 'listRecordVersions'>, id: string): Promise<number> => (await store.listRecordVersions('feedback', id)).at(-1)?.version ?? 0

const feedbackOf = ({ id, savedAt, document }: StoredRecord): Feedback => ({ ...document as FeedbackInput, id, savedAt })
