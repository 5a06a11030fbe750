/** An introduction as it is kept: one record, whose subjects are all organisations it names. */
import type { Introduction } from '../contract/introduction.ts'
import { ServiceError } from '../errors.ts'
import type { GraphStore, RecordDraft, StoredRecord } from '../store/graph-store.ts'
import { hasEnded } from './introduction-states.ts'

/** Introductions kept: a broker has tens at work, a region hundreds in a programme's life; all of them are read to order them by what is due. */
export const INTRODUCTIONS_MAX = 2000

/** `version`, `overdue` and names of today are not stored: they are known when it is read. */
export type StoredIntroduction = Omit<Introduction, 'id' | 'version' | 'overdue' | 'changedAt'>
export interface IntroductionRecord extends StoredIntroduction { id: string, version: number, changedAt: string }

export async function findIntroduction (store: Pick<GraphStore, 'getRecord'>, id: string): Promise<IntroductionRecord | null> {
  const record = await store.getRecord('introduction', id)
  return record === null ? null : introductionOf(record)
}

/** Those of one organisation (either end, or who could introduce), or all of them; the last changed first. */
export async function readIntroductions (store: Pick<GraphStore, 'listRecords'>, organisation?: string): Promise<IntroductionRecord[]> {
  const filter = { kind: 'introduction' as const, ...(organisation !== undefined && { subject: organisation }) }
  return (await store.listRecords(filter, { limit: INTRODUCTIONS_MAX, after: null })).rows.map(introductionOf)
}

export const introductionOf = ({ id, version, savedAt, document }: StoredRecord): IntroductionRecord => ({ ...document as StoredIntroduction, id, version, changedAt: savedAt })

export const draftOf = (id: string, basedOn: number, document: StoredIntroduction, savedAt: string): RecordDraft =>
  ({ kind: 'introduction', id, basedOn, savedAt, subjects: [...new Set([document.of, document.candidate, ...document.through].map(end => end.id))], document })

/** Those of a pair so far, in either direction; CONFLICT where one of them is under way. */
export async function endedOfPair (store: Pick<GraphStore, 'listRecords'>, a: StoredIntroduction['of'], b: StoredIntroduction['of']): Promise<IntroductionRecord[]> {
  const found = (await readIntroductions(store, a.id)).filter(({ of, candidate }) => (of.id === a.id && candidate.id === b.id) || (of.id === b.id && candidate.id === a.id))
  const open = found.find(({ state }) => !hasEnded(state))
  if (open !== undefined) throw new ServiceError('CONFLICT', `${a.name} and ${b.name} are being introduced already: ${open.id}, ${open.state}. Go on with that one, or close it first.`)
  return found
}

/** By id; UNKNOWN_ENDPOINT naming those that are not in the data. */
export async function findEnds (store: Pick<GraphStore, 'getOrganisations'>, ids: string[]): Promise<Map<string, StoredIntroduction['of']>> {
  const known = new Map((await store.getOrganisations(ids)).map(({ id, name, country }) => [id, { id, name, country }]))
  const missing = [...new Set(ids.filter(id => !known.has(id)))]
  if (missing.length > 0) throw unknownEndpoints(missing)
  return known
}

/** INVALID_INPUT where one of the two is to introduce itself, or somebody is named twice. */
export function refuseThroughItself (ends: string[], through: string[]): void {
  const wrong = through.find((id, i) => ends.includes(id) || through.indexOf(id) !== i)
  if (wrong !== undefined) throw refusal('through', wrong, 'must be others than the two, each once')
}

export const unknownEndpoints = (missing: string[]): ServiceError => new ServiceError('UNKNOWN_ENDPOINT', `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not in the store.`, { errors: missing.map(id => ({ path: 'organisation', value: id, message: 'is not in the store' })) })
export const refusal = (path: string, value: string, message: string): ServiceError => new ServiceError('INVALID_INPUT', `${path} ${message}.`, { errors: [{ path, value, message }] })
