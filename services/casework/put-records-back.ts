/** What a merge moved comes back when the two are parted again, with what was written in it since. */
import { isDeepStrictEqual } from 'node:util'
import type { MovedRecord } from '../contract/duplicate.ts'
import type { FeedbackInput } from '../contract/feedback.ts'
import type { PartnerProfileInput } from '../contract/partner-profile.ts'
import type { GraphStore, RecordDraft, StoredRecord } from '../store/graph-store.ts'
import { subjectsOfFeedback } from './feedback.ts'
import { draftOf } from './introduction-record.ts'
import type { StoredIntroduction } from './introduction-record.ts'
import { newVersion } from './move-records.ts'

type ReadStore = Pick<GraphStore, 'listRecordVersions' | 'getRecord'>

/** The versions to save. What was taken back or withdrawn since stays so. */
export async function putRecordsBack (store: ReadStore, moved: readonly MovedRecord[], { kept, merged }: { kept: string, merged: string }): Promise<RecordDraft[]> {
  const drafts: RecordDraft[] = []
  for (const each of moved) {
    const { before, after, now } = await threeVersions(store, each)
    if (now.document === null || after.document === null) {
      if (now.version === each.version) drafts.push(newVersion({ ...now, savedAt: before.savedAt }, before.subjects, before.document))
    } else if (isDeepStrictEqual(now.document, after.document) && isDeepStrictEqual(now.subjects, after.subjects)) {
      drafts.push(newVersion(now, before.subjects, before.document))
    } else {
      drafts.push(partChanged(before, after, now, kept, merged))
    }
  }
  return drafts
}

/** Introductions whose outcome was put into the data since: their links name the kept organisation, and would not come back. */
export async function recordedSince (store: ReadStore, moved: readonly MovedRecord[]): Promise<string[]> {
  const found: string[] = []
  for (const each of moved.filter(({ kind }) => kind === 'introduction')) {
    const { after, now } = await threeVersions(store, each)
    const [then, link] = [after, now].map(({ document }) => (document as StoredIntroduction).outcome?.link ?? null)
    if (link !== null && link !== then) found.push(each.id)
  }
  return found
}

/** Each place that the merged one had in the record, and the kept one has now, is its own again; the rest is as it was written since. */
function partChanged (before: StoredRecord, after: StoredRecord, now: StoredRecord, kept: string, merged: string): RecordDraft {
  const back = <Place>(was: Place, is: Place, idOf: (place: Place) => string | null): Place => idOf(was) === merged && idOf(is) === kept ? was : is
  const self = (id: string | null): string | null => id
  const listBack = <Place>(was: Place[], became: Place[], is: Place[], idOf: (place: Place) => string): Place[] => {
    if (isDeepStrictEqual(is.map(idOf), became.map(idOf))) return was
    const its = was.filter(place => [kept, merged].includes(idOf(place)))
    return its.some(place => idOf(place) === merged) ? is.flatMap(place => idOf(place) === kept ? its : [place]) : is
  }
  if (now.kind === 'introduction') {
    const [was, became, is] = [before, after, now].map(({ document }) => document as StoredIntroduction)
    const id = (end: StoredIntroduction['of']): string => end.id
    const outcome = isDeepStrictEqual(is.outcome, became.outcome) ? was.outcome : is.outcome
    return draftOf(now.id, now.version, { ...is, of: back(was.of, is.of, id), candidate: back(was.candidate, is.candidate, id), through: listBack(was.through, became.through, is.through, id), outcome }, now.savedAt)
  }
  if (now.kind === 'feedback') {
    const [was, is] = [before, now].map(({ document }) => document as FeedbackInput)
    const document = { ...is, of: back(was.of, is.of, self), candidate: back<string>(was.candidate, is.candidate, self) }
    return newVersion(now, subjectsOfFeedback(document), document)
  }
  const [was, became, is] = [before, after, now].map(({ document }) => document as PartnerProfileInput)
  return newVersion(now, [back<string>(before.subjects[0], now.subjects[0], self)], { ...is, namedPartners: listBack(was.namedPartners, became.namedPartners, is.namedPartners, id => id) })
}

async function threeVersions (store: ReadStore, { kind, id, version }: MovedRecord): Promise<{ before: StoredRecord, after: StoredRecord, now: StoredRecord }> {
  const [before, after] = await Promise.all([version - 1, version].map(async each => await store.getRecord(kind, id, each) as StoredRecord))
  return { before, after, now: await store.getRecord(kind, id) ?? (await store.listRecordVersions(kind, id)).at(-1) as StoredRecord }
}
