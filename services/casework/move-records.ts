/**
 * What people keep of an organisation that becomes part of another goes with it, as a new version of the same record (put-records-back.ts is the way back). A version
 * that a move makes keeps the time of the one it moves: nobody said anything anew.
 *
 * Rankings are not moved: they are a log of what was shown. Decisions on duplicates are read through the merges (quality/duplicate-queue.ts).
 */
import type { FeedbackInput } from '../contract/feedback.ts'
import { PROFILES_MAX } from '../contract/partner-profile.ts'
import type { PartnerProfileInput } from '../contract/partner-profile.ts'
import { ServiceError } from '../errors.ts'
import type { GraphStore, ListRequest, RecordDraft, RecordFilter, StoredRecord } from '../store/graph-store.ts'
import { questionOf, subjectsOfFeedback } from './feedback.ts'
import { draftOf } from './introduction-record.ts'
import type { StoredIntroduction } from './introduction-record.ts'
import { hasEnded } from './introduction-states.ts'

type ReadStore = Pick<GraphStore, 'listRecords'>
/** `linkIds`: of each link that moved, the id it has now. */
export interface Move { kept: StoredIntroduction['of'], merged: string, linkIds: ReadonlyMap<string, string>, at: string }

/** Records read at once. */
const BATCH_SIZE = 500

/**
 * The versions that the merge is to save. CONFLICT where the kept one would have more than PROFILES_MAX profiles, where the two are being introduced to each other, or where
 * both are being introduced to the same third. An introduction between the two that has ended stays as it is.
 */
export async function moveRecords (store: ReadStore, move: Move): Promise<RecordDraft[]> {
  return [...await moveProfiles(store, move), ...await moveIntroductions(store, move), ...await moveFeedback(store, move)]
}

async function moveProfiles (store: ReadStore, { kept, merged }: Move): Promise<RecordDraft[]> {
  const records = await allRecords(store, { kind: 'partner-profile' })
  const [own, others] = [kept.id, merged].map(id => records.filter(({ subjects }) => subjects[0] === id).length)
  if (others > 0 && own + others > PROFILES_MAX) throw new ServiceError('CONFLICT', `Together ${kept.id} and ${merged} have ${own + others} partner profiles, and at most ${PROFILES_MAX} are kept; withdraw those that are not needed, then merge.`)
  return records.flatMap(record => {
    const profile = record.document as PartnerProfileInput
    if (record.subjects[0] !== merged && !profile.namedPartners.includes(merged)) return []
    const [owner] = record.subjects.map(id => id === merged ? kept.id : id)
    const named = [...new Set(profile.namedPartners.map(id => id === merged ? kept.id : id))].filter(id => id !== owner)
    // Where it named the other of the two alone it is open to nobody, until somebody changes it.
    return [newVersion(record, [owner], { ...profile, namedPartners: named.length === 0 ? profile.namedPartners : named })]
  })
}

async function moveIntroductions (store: ReadStore, { kept, merged, linkIds }: Move): Promise<RecordDraft[]> {
  const moving = await allRecords(store, { kind: 'introduction', subject: merged })
  const partnerOf = ({ document }: StoredRecord, id: string): string | null => {
    const { of, candidate, state } = document as StoredIntroduction
    return hasEnded(state) || ![of.id, candidate.id].includes(id) ? null : of.id === id ? candidate.id : of.id
  }
  const open = new Map((moving.length === 0 ? [] : await allRecords(store, { kind: 'introduction', subject: kept.id })).map(record => [partnerOf(record, kept.id), record.id]))
  return moving.flatMap(record => {
    const introduction = record.document as StoredIntroduction
    const partner = partnerOf(record, merged)
    if (partner === kept.id) throw new ServiceError('CONFLICT', `${kept.id} and ${merged} are being introduced to each other: ${record.id}, ${introduction.state}. Close that introduction, then merge.`)
    const twin = partner === null ? undefined : open.get(partner)
    if (twin !== undefined) throw new ServiceError('CONFLICT', `${kept.id} and ${merged} are both being introduced to ${partner}: ${twin} and ${record.id}. Close one of the two, then merge.`)
    const [of, candidate] = [introduction.of, introduction.candidate].map(end => end.id === merged ? kept : end)
    if (of.id === candidate.id) return []
    const through = [...new Map(introduction.through.map(end => end.id === merged ? kept : end).map(end => [end.id, end])).values()].filter(({ id }) => id !== of.id && id !== candidate.id)
    const { outcome } = introduction
    const link = outcome?.link == null ? null : linkIds.get(outcome.link) ?? outcome.link
    return [draftOf(record.id, record.version, { ...introduction, of, candidate, through, outcome: outcome === null ? null : { ...outcome, link } }, record.savedAt)]
  })
}

/** Of two verdicts on one question the later holds; one on the two themselves says nothing any more. */
async function moveFeedback (store: ReadStore, { kept, merged, at }: Move): Promise<RecordDraft[]> {
  const moving = await allRecords(store, { kind: 'feedback', subject: merged })
  const own = new Map((moving.length === 0 ? [] : await allRecords(store, { kind: 'feedback', subject: kept.id })).map(record => [questionOf(record.document as FeedbackInput), record]))
  return moving.flatMap(record => {
    const feedback = record.document as FeedbackInput
    const [of, candidate] = [feedback.of, feedback.candidate].map(id => id === merged ? kept.id : id) as [string | null, string]
    const document = { ...feedback, of, candidate }
    const twin = own.get(questionOf(document))
    if (of === candidate || (twin !== undefined && twin.savedAt >= record.savedAt)) return [deletion(record, at)]
    return [...twin === undefined ? [] : [deletion(twin, at)], newVersion(record, subjectsOfFeedback(document), document)]
  })
}

/** Saved as it says, over the version it is made from. */
export const newVersion = ({ kind, id, version, savedAt }: StoredRecord, subjects: string[], document: unknown): RecordDraft => ({ kind, id, basedOn: version, savedAt, subjects, document })
const deletion = (record: StoredRecord, at: string): RecordDraft => newVersion({ ...record, savedAt: at }, record.subjects, null)

async function allRecords (store: ReadStore, filter: RecordFilter): Promise<StoredRecord[]> {
  const records: StoredRecord[] = []
  for (let after: ListRequest['after'] = null, first = true; first || after !== null; first = false) {
    const { rows, next } = await store.listRecords(filter, { limit: BATCH_SIZE, after })
    records.push(...rows)
    after = next
  }
  return records
}
