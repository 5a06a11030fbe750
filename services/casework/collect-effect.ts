/** What the broker-effect page needs of the records and of the data, before any network is looked at. */
import { EFFECT_CASES_MAX } from '../contract/broker-effect.ts'
import type { BrokerEffect } from '../contract/broker-effect.ts'
import { OUTCOME_LINK_KINDS } from '../contract/introduction.ts'
import { readRedirects } from '../ingest/read-redirects.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { listFeedback } from './feedback.ts'
import { readIntroductions } from './introduction-record.ts'
import type { IntroductionRecord } from './introduction-record.ts'
import { isOverdue } from './list-introductions.ts'
import { linksSince } from './links-since.ts'
import { keyOf, pairsRanked } from './pairs-ranked.ts'
import type { Pair } from './pairs-ranked.ts'
import { streamRankings } from './ranking-log.ts'
import type { RankingRecord } from './ranking-log.ts'
import { stateTimes } from './state-times.ts'

/** Lists and verdicts read for the comparison, the newest: some hundred megabytes of log would say no more. */
const RANKINGS_READ_MAX = 5000
const FEEDBACK_READ_MAX = 5000
/** Cases, lists and verdicts that are read, the newest. */
interface EffectLimits { cases: number, rankings: number, feedback: number }
const LIMITS: EffectLimits = { cases: EFFECT_CASES_MAX, rankings: RANKINGS_READ_MAX, feedback: FEEDBACK_READ_MAX }

export interface CollectedEffect extends Pick<BrokerEffect, 'states' | 'total' | 'overdue' | 'outcomes'> {
  /** With an outcome, newest first. */
  ended: IntroductionRecord[]
  ranked: { introduced: Pair[], others: Pair[] }
  /** Whether all links between the two were recorded with introductions; known of pairs in `ended`. */
  isThroughIntroduction: (pair: Pair) => boolean
}

/** `until`: time of the run that is looked at; lists shown later cannot have led to anything in it. */
export async function collectEffect (store: Pick<GraphStore, 'getRecord' | 'listRecords' | 'listLinks' | 'listSharedNetworks'>, until: string, clock: () => Date, limits: EffectLimits = LIMITS): Promise<CollectedEffect> {
  const all = await readIntroductions(store)
  const withOutcome = all.filter(({ state }) => state === 'outcome')
  const ended = withOutcome.slice(0, limits.cases)
  const since = await Promise.all(ended.map(each => linksSince(store, each)))
  const through = new Set(ended.filter((_, i) => since[i].throughIntroductionsAlone).map(({ of, candidate }) => keyOf([of.id, candidate.id])))
  const kinds = ended.flatMap(({ outcome }) => outcome?.linkKind ?? [])
  const day = clock().toISOString().slice(0, 10)
  return {
    states: stateTimes(all), total: all.length, overdue: all.filter(each => isOverdue(each, day)).length,
    outcomes: {
      cases: withOutcome.length, lookedAt: ended.length, withLink: kinds.length,
      byKind: Object.fromEntries(OUTCOME_LINK_KINDS.map(kind => [kind, kinds.filter(each => each === kind).length])) as BrokerEffect['outcomes']['byKind'],
      linksSince: since.filter(({ link }) => link).length, networksSince: since.filter(({ network }) => network).length
    },
    ended,
    ranked: pairsRanked(all, await readRankings(store, limits.rankings), (await listFeedback(store, undefined, { limit: limits.feedback, after: null })).rows, until),
    isThroughIntroduction: pair => through.has(keyOf(pair))
  }
}

/** Organisations as they are called now, since introductions name them so. */
async function readRankings (store: Pick<GraphStore, 'getRecord' | 'listRecords'>, most: number): Promise<RankingRecord[]> {
  const redirects = await readRedirects(store)
  const now = (id: string): string => redirects.get(id) ?? id
  const rankings: RankingRecord[] = []
  for await (const batch of streamRankings(store, { list: 'partners', confidential: true })) {
    rankings.push(...batch.slice(0, most - rankings.length))
    if (rankings.length >= most) break
  }
  return rankings.map(ranking => ({ ...ranking, question: { ...ranking.question, organisation: now(String(ranking.question.organisation)) }, organisations: ranking.organisations.map(now) }))
}
