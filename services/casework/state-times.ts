/** How introductions move: how many are and were in each state, and how long it took them. */
import type { BrokerEffect } from '../contract/broker-effect.ts'
import { INTRODUCTION_STATES } from '../contract/introduction.ts'
import type { IntroductionState } from '../contract/introduction.ts'
import type { IntroductionRecord } from './introduction-record.ts'

const DAY_MS = 86_400_000

/** By state in their order. Days are fractions of 24 hours; a state passed over was not reached. */
export function stateTimes (introductions: readonly Pick<IntroductionRecord, 'state' | 'history'>[]): BrokerEffect['states'] {
  const stays = introductions.map(({ history }) => staysOf(history))
  return INTRODUCTION_STATES.map(state => {
    const reached = stays.flatMap(list => list.filter(stay => stay.state === state).slice(0, 1).map(first => first.from - list[0].from))
    const ended = stays.flatMap(list => list.flatMap(stay => stay.state === state && stay.to !== null ? [stay.to - stay.from] : []))
    return { state, now: introductions.filter(each => each.state === state).length, reached: reached.length, daysFromStart: median(reached), daysInState: median(ended) }
  })
}

interface Stay { state: IntroductionState, from: number, to: number | null }

function staysOf (history: IntroductionRecord['history']): Stay[] {
  const stays: Stay[] = []
  for (const { at, from, to } of history) {
    if (from === to) continue
    const time = Date.parse(at) / DAY_MS
    const last = stays.at(-1)
    if (last !== undefined) last.to = time
    stays.push({ state: to, from: time, to: null })
  }
  return stays
}

/** Null of nothing; of an even number the mean of the two in the middle. */
function median (values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
