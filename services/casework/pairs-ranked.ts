/**
 * Pairs that stood on partner lists: those that were introduced, and those that stood next to them on the same list and were not.
 * Who is introduced is the broker's choice, so the two groups differ in more than the introduction: a comparison, no estimate of cause.
 */
import { PLACES_APART_MAX } from '../contract/broker-effect.ts'
import type { Feedback } from '../contract/feedback.ts'
import type { IntroductionRecord } from './introduction-record.ts'
import type { RankingRecord } from './ranking-log.ts'

export type Pair = readonly [string, string]

/**
 * Of the lists shown before `until`: for each introduction the first list made for the one that looks that held the candidate before the introduction began, and from that list
 * those within PLACES_APART_MAX places that were neither introduced nor marked as not relevant. Every pair once.
 */
export function pairsRanked (introductions: readonly IntroductionRecord[], rankings: readonly RankingRecord[], feedback: readonly Feedback[], until: string): { introduced: Pair[], others: Pair[] } {
  const lists = rankings.filter(({ list, shownAt }) => list === 'partners' && shownAt < until).sort((a, b) => a.shownAt < b.shownAt ? -1 : 1)
  const touched = new Set([...introductions.map(({ of, candidate }) => keyOf([of.id, candidate.id])), ...feedback.flatMap(({ of, candidate }) => of === null ? [] : [keyOf([of, candidate])])])
  const introduced = new Map<string, Pair>()
  const others = new Map<string, Pair>()
  for (const { of, candidate, startedAt } of introductions) {
    const ranking = lists.find(each => each.shownAt <= startedAt && each.question.organisation === of.id && each.organisations.includes(candidate.id))
    if (ranking === undefined) continue
    introduced.set(keyOf([of.id, candidate.id]), [of.id, candidate.id])
    const place = ranking.organisations.indexOf(candidate.id)
    for (const near of ranking.organisations.slice(Math.max(0, place - PLACES_APART_MAX), place + PLACES_APART_MAX + 1)) {
      if (!touched.has(keyOf([of.id, near]))) others.set(keyOf([of.id, near]), [of.id, near])
    }
  }
  return { introduced: [...introduced.values()], others: [...others.values()] }
}

export const keyOf = (pair: Pair): string => [...pair].sort().join(' ')
