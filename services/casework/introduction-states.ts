/**
 * Which steps an introduction may take. Forwards by one step or by several; to outcome only with what came of it. Backwards, and back
 * from closed, only with a reason. Closing without outcome needs a reason too, and is not for an introduction that has an outcome.
 */
import type { IntroductionChange, IntroductionState, Outcome } from '../contract/introduction.ts'
import { INTRODUCTION_STATES } from '../contract/introduction.ts'
import { ServiceError } from '../errors.ts'

export const hasEnded = (state: IntroductionState): boolean => state === 'outcome' || state === 'closed'

/** Closed lies behind every other state: whatever follows it is a step back. */
export const isBackwards = (from: IntroductionState, to: IntroductionState): boolean => INTRODUCTION_STATES.indexOf(to) < INTRODUCTION_STATES.indexOf(from)

/** INVALID_INPUT for a step that is not allowed, saying what would be. */
export function checkStep (from: IntroductionState, { to, why, outcome }: Pick<IntroductionChange, 'to' | 'why' | 'outcome'>): void {
  if (to === from) throw refusal('to', `it is ${from} already; leave this out to add a note alone`)
  if (from === 'outcome' && to === 'closed') throw refusal('to', 'it has an outcome and is not closed without one; go back to an earlier state first, with the reason')
  if (to === 'closed' && isEmpty(why)) throw refusal('why', 'closing without outcome needs the reason')
  if (to !== undefined && isBackwards(from, to) && isEmpty(why)) throw refusal('why', `going back from ${from} to ${to} needs the reason`)
  if (to === 'outcome' && outcome === undefined) throw refusal('outcome', 'say what came of it: a link of one kind, or none (linkKind null)')
  if (to !== 'outcome' && outcome !== undefined) throw refusal('outcome', 'goes with the state outcome alone')
}

/** INVALID_INPUT where the outcome contradicts itself or the two ends. */
export function checkOutcome ({ linkKind, seller, record }: Outcome, ends: readonly string[]): void {
  if (linkKind === null && record) throw refusal('outcome.record', 'no link came of it, so none can be put into the data')
  if (linkKind === 'SUPPLIES' && (seller === null || !ends.includes(seller))) throw refusal('outcome.seller', `must say which of the two sells: ${ends.join(' or ')}`)
  if (linkKind !== 'SUPPLIES' && seller !== null) throw refusal('outcome.seller', 'is for SUPPLIES alone')
}

const isEmpty = (text: string | null): boolean => text === null || text === ''
const refusal = (path: string, message: string): ServiceError => new ServiceError('INVALID_INPUT', `${path}: ${message}.`, { errors: [{ path, message }] })
