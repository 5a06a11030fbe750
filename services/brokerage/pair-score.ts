/**
 * Pair score, version 1: how much of what joins two sides hangs on one organisation, 0 to 100.
 *
 * 100 (0.5 share of links + 0.25 share of strength + 0.25 share of those that depend on it alone). For a member of a side: of the links across; of their strength; and, of all
 * organisations with a link across, those whose one link ends at it. For a third party: of the two-step ways across; of the strength that can pass; and, of all members that third
 * parties bring across, those that only it does. Every link has two ends, so scores of members do not add up to 100. A share of nothing is 0.
 * The weights are a judgement: links are counted surely, strength rests on how projects are weighed, dependence on what happens to be recorded; so links weigh as much as both.
 * Source: this project's definition. Members and third parties are scored on different things and are never in one list.
 */
import type { LinksAcross } from './links-across.ts'
import type { ThirdParties } from './third-parties.ts'

export const PAIR_SCORE_WEIGHTS = { links: 0.5, strength: 0.25, only: 0.25 } as const

/** Shares 0 to 1, and the score 0 to 100 they give. */
export interface PairScore { links: number, strength: number, only: number, score: number }

const share = (part: number, whole: number): number => whole === 0 ? 0 : part / whole

function scored (links: number, strength: number, only: number): PairScore {
  return { links, strength, only, score: 100 * (PAIR_SCORE_WEIGHTS.links * links + PAIR_SCORE_WEIGHTS.strength * strength + PAIR_SCORE_WEIGHTS.only * only) }
}

export const memberScore = ({ links, strength, onlyFor, total }: LinksAcross, v: number): PairScore =>
  scored(share(links[v], total.links), share(strength[v], total.strength), share(onlyFor[v], total.organisations))

export const thirdPartyScore = ({ joins, strength, onlyFor, total }: ThirdParties, v: number): PairScore =>
  scored(share(joins[v], total.ways), share(strength[v], total.strength), share(onlyFor[v], total.reached))
