/**
 * The log of rankings shown. A broker is trusted as long as he is neutral, and neutrality can only be checked by others if it is
 * kept which organisations were listed, in which order, with which scores. (Klerkx & Leeuwis 2009, Technol. Forecast. Soc. Change 76:849.)
 */
import type { RANKED_LISTS } from '../contract/ranking.ts'
import { idFor } from '../ids.ts'
import { presentId, withMergedIds } from '../ingest/read-redirects.ts'
import type { GraphStore, ListRequest, Rows, StoredRecord } from '../store/graph-store.ts'
import { inTurn } from './in-turn.ts'

/** Organisations kept of one list: nobody reads on for long, and a page of a list has at most five times as many. */
export const RANKING_LOGGED_MAX = 100
/** Lists logged of one day: a list a minute through a working day; a program that reads on and on fills no disk. */
export const RANKINGS_DAY_MAX = 500
/** Records read at once where all are wanted. */
const BATCH_SIZE = 500

export interface ShownRanking {
  list: typeof RANKED_LISTS[number]
  /** What was asked, in values that JSON has; `organisation`, where the list was made for one. */
  question: Readonly<Record<string, unknown>>
  run: string
  /** In the order shown. */
  organisations: readonly string[]
  /** Parallel to organisations; null: not defined. */
  scores: ReadonlyArray<number | null>
  /** It rests on what brokers alone may see: whoever else had asked would have been shown another list. */
  confidential: boolean
}

/** What is kept: the list up to RANKING_LOGGED_MAX, and how many it had. */
export interface LoggedRanking extends ShownRanking { shown: number }
export interface RankingRecord extends LoggedRanking { id: string, shownAt: string }

/** `confidential`: those that rest on what brokers alone may see too, and the profile that was answered. */
export interface RankingFilter { list?: ShownRanking['list'] | undefined, organisation?: string | undefined, confidential: boolean }

/**
 * Notes that a list was shown. The same list (question, run, order) shown again on the same day, UTC, is one record, the first.
 * Only for a service that may write: one that is read-only logs nothing. Beyond RANKINGS_DAY_MAX nothing is noted. Throws RangeError where organisations and scores differ in number.
 */
export async function logRanking (store: Pick<GraphStore, 'saveRecords' | 'getRecord' | 'listRecords'>, ranking: ShownRanking, clock: () => Date): Promise<void> {
  const { list, run, organisations, scores, confidential } = ranking
  if (organisations.length !== scores.length) throw new RangeError(`${organisations.length} organisations with ${scores.length} scores`)
  const question = inOrder(ranking.question)
  const now = clock().toISOString()
  const id = idFor('rnk', list, JSON.stringify(question), run, organisations.join(' '), now.slice(0, 10))
  const day = now.slice(0, 10)
  const isLogged = async (): Promise<boolean> => await store.getRecord('ranking', id) !== null
  const document: LoggedRanking = { list, question, run, organisations: organisations.slice(0, RANKING_LOGGED_MAX), scores: scores.slice(0, RANKING_LOGGED_MAX), confidential, shown: organisations.length }
  await inTurn(store, async () => {
    if (await isLogged() || await countLogged(store, day) >= RANKINGS_DAY_MAX) return
    await store.saveRecords([{ kind: 'ranking', id, basedOn: 0, savedAt: now, subjects: [day, ...subjectsOf(document)], document }])
  })
}

/** Lists logged on a day of UTC, such as 2026-03-01. */
export const countLogged = async (store: Pick<GraphStore, 'listRecords'>, day: string): Promise<number> =>
  (await store.listRecords({ kind: 'ranking', subject: day }, { limit: 1, after: null })).total

/** Newest first. Where one subject does not say the filter, all lists that showed the organisation are read. The log stays as it was shown: a merged organisation is found in it under the id that it had. */
export async function listRankings (store: Pick<GraphStore, 'getRecord' | 'listRecords'>, filter: RankingFilter, request: ListRequest): Promise<Rows<RankingRecord>> {
  const subjects = await subjectsAsked(store, filter)
  if (subjects.length === 1 && (filter.organisation === undefined || (filter.list === undefined && filter.confidential))) {
    const { rows, ...rest } = await store.listRecords({ kind: 'ranking', ...subjects[0] }, request)
    return { ...rest, rows: rows.map(row => rankingOf(row, filter.confidential)) }
  }
  const found: RankingRecord[] = []
  for await (const batch of streamRankings(store, filter)) found.push(...batch)
  const start = request.after === null ? 0 : found.findIndex(({ id }) => id === request.after?.id) + 1
  const rows = found.slice(start, start + request.limit)
  const last = rows.at(-1)
  return { rows, total: found.length, next: last === undefined || start + rows.length >= found.length ? null : { key: last.shownAt, id: last.id } }
}

/** All of them, newest first, in batches. */
export async function * streamRankings (store: Pick<GraphStore, 'getRecord' | 'listRecords'>, filter: RankingFilter): AsyncGenerator<RankingRecord[]> {
  const [subject, ...more] = await subjectsAsked(store, filter)
  if (more.length === 0) return yield * streamOf(store, filter, subject)
  const found = new Map<string, RankingRecord>()
  for (const each of [subject, ...more]) for await (const batch of streamOf(store, filter, each)) for (const ranking of batch) found.set(ranking.id, ranking)
  yield [...found.values()].sort((a, b) => a.shownAt > b.shownAt ? -1 : a.shownAt < b.shownAt ? 1 : a.id < b.id ? -1 : 1)
}

async function * streamOf (store: Pick<GraphStore, 'listRecords'>, filter: RankingFilter, subject: { subject?: string }): AsyncGenerator<RankingRecord[]> {
  for (let after: ListRequest['after'] = null, first = true; first || after !== null; first = false) {
    const { rows, next } = await store.listRecords({ kind: 'ranking', ...subject }, { limit: BATCH_SIZE, after })
    const batch = rows.map(row => rankingOf(row, filter.confidential)).filter(ranking => (filter.list === undefined || ranking.list === filter.list) && (filter.confidential || !ranking.confidential))
    if (batch.length > 0) yield batch
    after = next
  }
}

export async function findRanking (store: Pick<GraphStore, 'getRecord'>, id: string, confidential: boolean): Promise<RankingRecord | null> {
  const record = await store.getRecord('ranking', id)
  const ranking = record === null ? null : rankingOf(record, confidential)
  return ranking?.confidential === true && !confidential ? null : ranking
}

/** A profile that was public then may be so no more: readers are not told which was answered. */
function rankingOf ({ id, savedAt, document }: StoredRecord, confidential: boolean): RankingRecord {
  const ranking = document as LoggedRanking
  const { profile: _profile, ...question } = ranking.question
  return { ...ranking, question: confidential ? ranking.question : question, id, shownAt: savedAt }
}

async function subjectsAsked (store: Pick<GraphStore, 'getRecord' | 'listRecords'>, { list, organisation, confidential }: RankingFilter): Promise<Array<{ subject?: string }>> {
  if (organisation !== undefined) return [...await withMergedIds(store, [await presentId(store, organisation)])].map(subject => ({ subject }))
  const subject = confidential ? list : publicWord(list)
  return [subject === undefined ? {} : { subject }]
}

/** Under which public lists, or those of one kind, are found without reading the others. */
const publicWord = (list?: ShownRanking['list']): string => list === undefined ? 'public' : `public ${list}`

/** The list's word is a subject too, so that one list can be asked for. */
function subjectsOf ({ list, organisations, question, confidential }: LoggedRanking): string[] {
  const asked = typeof question.organisation === 'string' ? [question.organisation] : []
  return [...new Set([list, ...confidential ? [] : [publicWord(), publicWord(list)], ...asked, ...organisations])]
}

/** Keys in order and without those that are not set: the same question is the same text. */
function inOrder (question: ShownRanking['question']): Record<string, unknown> {
  return Object.fromEntries(Object.keys(question).sort().filter(key => question[key] !== undefined).map(key => [key, question[key]]))
}
