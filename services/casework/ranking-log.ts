/**
 * The log of rankings shown. A broker is trusted as long as he is neutral, and neutrality can only be checked by others if it is
 * kept which organisations were listed, in which order, with which scores. (Klerkx & Leeuwis 2009, Technol. Forecast. Soc. Change 76:849.)
 */
import type { RANKED_LISTS } from '../contract/ranking.ts'
import { idFor } from '../ids.ts'
import type { GraphStore, ListRequest, Rows, StoredRecord } from '../store/graph-store.ts'

/** Organisations kept of one list: nobody reads on for long, and a page of a list has at most five times as many. */
export const RANKING_LOGGED_MAX = 100
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
}

/** What is kept: the list up to RANKING_LOGGED_MAX, and how many it had. */
export interface LoggedRanking extends ShownRanking { shown: number }
export interface RankingRecord extends LoggedRanking { id: string, shownAt: string }

/**
 * Notes that a list was shown. The same list (question, run, order) shown again on the same day, UTC, is one record, the first.
 * Only for a service that may write: one that is read-only logs nothing. Throws RangeError where organisations and scores differ in number.
 */
export async function logRanking (store: Pick<GraphStore, 'saveRecords' | 'getRecord'>, ranking: ShownRanking, clock: () => Date): Promise<void> {
  const { list, run, organisations, scores } = ranking
  if (organisations.length !== scores.length) throw new RangeError(`${organisations.length} organisations with ${scores.length} scores`)
  const question = inOrder(ranking.question)
  const now = clock().toISOString()
  const id = idFor('rnk', list, JSON.stringify(question), run, organisations.join(' '), now.slice(0, 10))
  const isLogged = async (): Promise<boolean> => await store.getRecord('ranking', id) !== null
  if (await isLogged()) return
  const document: LoggedRanking = { list, question, run, organisations: organisations.slice(0, RANKING_LOGGED_MAX), scores: scores.slice(0, RANKING_LOGGED_MAX), shown: organisations.length }
  try {
    await store.saveRecords([{ kind: 'ranking', id, basedOn: 0, savedAt: now, subjects: subjectsOf(document), document }])
  } catch (error) {
    // Two readers may have been shown it at the same moment: whoever was first has logged it.
    if (!await isLogged()) throw error
  }
}

/** Newest first. With both filters all lists that showed the organisation are read. */
export async function listRankings (store: Pick<GraphStore, 'listRecords'>, { list, organisation }: { list?: ShownRanking['list'] | undefined, organisation?: string | undefined }, request: ListRequest): Promise<Rows<RankingRecord>> {
  if (list === undefined || organisation === undefined) {
    const { rows, ...rest } = await store.listRecords({ kind: 'ranking', ...((organisation ?? list) !== undefined && { subject: organisation ?? list as string }) }, request)
    return { ...rest, rows: rows.map(rankingOf) }
  }
  const found: RankingRecord[] = []
  for await (const batch of streamRankings(store, { organisation })) found.push(...batch.filter(ranking => ranking.list === list))
  const start = request.after === null ? 0 : found.findIndex(({ id }) => id === request.after?.id) + 1
  const rows = found.slice(start, start + request.limit)
  const last = rows.at(-1)
  return { rows, total: found.length, next: last === undefined || start + rows.length >= found.length ? null : { key: last.shownAt, id: last.id } }
}

/** All of them, newest first, in batches. */
export async function * streamRankings (store: Pick<GraphStore, 'listRecords'>, { list, organisation }: { list?: ShownRanking['list'] | undefined, organisation?: string | undefined }): AsyncGenerator<RankingRecord[]> {
  const subject = organisation ?? list
  for (let after: ListRequest['after'] = null, first = true; first || after !== null; first = false) {
    const { rows, next } = await store.listRecords({ kind: 'ranking', ...(subject !== undefined && { subject }) }, { limit: BATCH_SIZE, after })
    const batch = rows.map(rankingOf).filter(ranking => list === undefined || ranking.list === list)
    if (batch.length > 0) yield batch
    after = next
  }
}

export async function findRanking (store: Pick<GraphStore, 'getRecord'>, id: string): Promise<RankingRecord | null> {
  const record = await store.getRecord('ranking', id)
  return record === null ? null : rankingOf(record)
}

const rankingOf = ({ id, savedAt, document }: StoredRecord): RankingRecord => ({ ...document as LoggedRanking, id, shownAt: savedAt })

/** The list's word is a subject too, so that one list can be asked for. */
function subjectsOf ({ list, organisations, question }: LoggedRanking): string[] {
  const asked = typeof question.organisation === 'string' ? [question.organisation] : []
  return [...new Set([list, ...asked, ...organisations])]
}

/** Keys in order and without those that are not set: the same question is the same text. */
function inOrder (question: ShownRanking['question']): Record<string, unknown> {
  return Object.fromEntries(Object.keys(question).sort().filter(key => question[key] !== undefined).map(key => [key, question[key]]))
}
