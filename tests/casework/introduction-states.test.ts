import t from 'tap'
import { checkOutcome, checkStep } from '../../services/casework/introduction-states.ts'
import { INTRODUCTION_STATES } from '../../services/contract/introduction.ts'
import type { IntroductionState, Outcome } from '../../services/contract/introduction.ts'

const OUTCOME: Outcome = { linkKind: null, seller: null, record: false }
const WHY = 'they were not ready'

/** What each step needs, written out by hand: from the row to the column. '-': nothing, w: the reason, o: the outcome, x: never. */
const NEEDED: Record<IntroductionState, string> = {
  //            identified contacted interest meeting agreement outcome closed
  identified: 'x - - - - o w',
  contacted: 'w x - - - o w',
  interest: 'w w x - - o w',
  meeting: 'w w w x - o w',
  agreement: 'w w w w x o w',
  outcome: 'w w w w w x x',
  closed: 'w w w w w wo x'
}

for (const from of INTRODUCTION_STATES) {
  t.test(`from ${from}`, async t => {
    const needs = NEEDED[from].split(' ')
    for (const [i, to] of INTRODUCTION_STATES.entries()) {
      const outcome = to === 'outcome' ? OUTCOME : undefined
      const step = (why: string | null, given = outcome): () => void => () => checkStep(from, { to, why, outcome: given })
      if (needs[i] === 'x') {
        t.throws(step(WHY), { code: 'INVALID_INPUT' }, `never to ${to}`)
        continue
      }
      t.doesNotThrow(step(WHY), `to ${to} with the reason`)
      if (needs[i].includes('w')) t.throws(step(null), { code: 'INVALID_INPUT', errors: [{ path: 'why' }] }, `not to ${to} without a reason`)
      else t.doesNotThrow(step(null), `to ${to} without a reason`)
      if (needs[i].includes('w')) t.throws(step(''), { code: 'INVALID_INPUT' }, 'an empty reason is none')
    }
  })
}

t.test('an outcome goes with its state, and with it alone', async t => {
  t.throws(() => checkStep('meeting', { to: 'outcome', why: null }), { errors: [{ path: 'outcome' }] })
  t.throws(() => checkStep('meeting', { to: 'agreement', why: null, outcome: OUTCOME }), { errors: [{ path: 'outcome' }] })
  t.throws(() => checkStep('meeting', { why: null, outcome: OUTCOME }), { errors: [{ path: 'outcome' }] })
  t.doesNotThrow(() => checkStep('outcome', { why: null }), 'a note needs nothing')
})

t.test('an outcome that contradicts itself is refused', async t => {
  const ends = ['org-a', 'org-b']
  const outcome = (patch: Partial<Outcome>) => () => checkOutcome({ ...OUTCOME, ...patch }, ends)
  t.doesNotThrow(outcome({}))
  t.doesNotThrow(outcome({ linkKind: 'COLLABORATES', record: true }))
  t.doesNotThrow(outcome({ linkKind: 'SUPPLIES', seller: 'org-b' }))
  t.throws(outcome({ record: true }), { errors: [{ path: 'outcome.record' }] })
  t.throws(outcome({ linkKind: 'SUPPLIES' }), { errors: [{ path: 'outcome.seller' }] })
  t.throws(outcome({ linkKind: 'SUPPLIES', seller: 'org-c' }), { errors: [{ path: 'outcome.seller' }] })
  t.throws(outcome({ linkKind: 'COLLABORATES', seller: 'org-a' }), { errors: [{ path: 'outcome.seller' }] })
})
