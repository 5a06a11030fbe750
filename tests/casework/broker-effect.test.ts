import t from 'tap'
import { collectEffect } from '../../services/casework/collect-effect.ts'
import { giveFeedback, readFeedback } from '../../services/casework/feedback.ts'
import { linksSince } from '../../services/casework/links-since.ts'
import { changeIntroduction, introducedBy } from '../../services/casework/change-introduction.ts'
import type { IntroductionRecord } from '../../services/casework/introduction-record.ts'
import { pairsRanked } from '../../services/casework/pairs-ranked.ts'
import { logRanking } from '../../services/casework/ranking-log.ts'
import type { RankingRecord } from '../../services/casework/ranking-log.ts'
import { startIntroduction } from '../../services/casework/start-introduction.ts'
import { stateTimes } from '../../services/casework/state-times.ts'
import { PLACES_APART_MAX } from '../../services/contract/broker-effect.ts'
import { FeedbackInput, Initials, INITIALS_LENGTH_MAX } from '../../services/contract/feedback.ts'
import type { Feedback } from '../../services/contract/feedback.ts'
import { IntroductionChange, IntroductionInput } from '../../services/contract/introduction.ts'
import type { IntroductionState } from '../../services/contract/introduction.ts'
import { idFor } from '../../services/ids.ts'
import { fileOf, importInto } from '../support/import-files.ts'
import { openTestStore } from '../support/open-test-store.ts'

/** [state, day of March] in order. */
function caseOf (id: string, of: string, candidate: string, steps: Array<[IntroductionState, number]>): IntroductionRecord {
  const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`
  const end = (organisation: string) => ({ id: organisation, name: organisation, country: 'PL' })
  const history = steps.map(([to, day], i) => ({ at: at(day), from: i === 0 ? null : steps[i - 1][0], to, note: '', why: null, by: null, nextStep: null, followUp: null }))
  return { id, version: steps.length, of: end(of), candidate: end(candidate), through: [], context: null, run: null, state: steps.at(-1)![0], nextStep: null, followUp: null, startedAt: at(steps[0][1]), changedAt: at(steps.at(-1)![1]), outcome: null, history }
}

t.test('time between states, by hand', async t => {
  const states = stateTimes([
    caseOf('1', 'a', 'b', [['identified', 1], ['contacted', 3], ['contacted', 4], ['meeting', 7], ['outcome', 11]]),
    caseOf('2', 'a', 'c', [['identified', 1], ['contacted', 7], ['identified', 8], ['contacted', 9]]),
    caseOf('3', 'a', 'd', [['identified', 2], ['closed', 5]])
  ])
  const row = (word: string) => states.find(({ state }) => state === word)
  // Stays in identified: 2, 6, 1 (the second of case 2) and 3 days.
  t.strictSame(row('identified'), { state: 'identified', now: 0, reached: 3, daysFromStart: 0, daysInState: 2.5 })
  // First reached after 2 and 6 days; ended stays: 4 days (a note does not end it) and 1 day; the last stay of case 2 goes on.
  t.strictSame(row('contacted'), { state: 'contacted', now: 1, reached: 2, daysFromStart: 4, daysInState: 2.5 })
  t.strictSame(row('interest'), { state: 'interest', now: 0, reached: 0, daysFromStart: null, daysInState: null }, 'passed over is not reached')
  t.strictSame(row('outcome'), { state: 'outcome', now: 1, reached: 1, daysFromStart: 10, daysInState: null })
  t.strictSame(row('closed'), { state: 'closed', now: 1, reached: 1, daysFromStart: 3, daysInState: null })
  t.strictSame(stateTimes([]).map(({ now, reached, daysFromStart }) => [now, reached, daysFromStart]), Array.from({ length: 7 }, () => [0, 0, null]))
})

t.test('pairs that stood next to those introduced', async t => {
  const list = (id: string, day: string, organisation: string, organisations: string[], kind: 'partners' | 'bridges' = 'partners'): RankingRecord =>
    ({ id, list: kind, question: { organisation }, run: 'r', organisations, scores: organisations.map(() => 1), confidential: false, shown: organisations.length, shownAt: `2026-03-${day}T00:00:00.000Z` })
  const cases = [caseOf('1', 'a', 'e', [['identified', 10]]), caseOf('2', 'b', 'x', [['identified', 10]]), caseOf('3', 'c', 'y', [['identified', 10]])]
  const rankings = [
    list('later', '11', 'c', ['y', 'z']),
    list('first', '05', 'a', ['p', 'q', 'r', 's', 'e', 'u', 'v', 'w', 'm']),
    list('second', '06', 'a', ['e', 'n']),
    list('bridges', '05', 'b', ['x', 'o'], 'bridges')
  ]
  const said = (candidate: string): Feedback => ({ id: candidate, of: 'a', candidate, context: 'partners', verdict: 'not-relevant', by: null, why: null, savedAt: '' })
  const { introduced, others } = pairsRanked(cases, rankings, [said('s')], '2026-04-01T00:00:00.000Z')
  t.strictSame(introduced, [['a', 'e']], 'lists shown after the introduction, and lists of bridges, suggested nothing')
  t.strictSame(others, [['a', 'q'], ['a', 'r'], ['a', 'u'], ['a', 'v'], ['a', 'w']], 'three places up and down, without who was marked')
  t.strictSame(pairsRanked(cases, rankings, [], '2026-03-05T00:00:00.000Z'), { introduced: [], others: [] }, 'nothing was shown before that run')
})

t.test('links since an introduction', async t => {
  const store = await openTestStore(t)
  await importInto(store, [fileOf('firms.csv', 'key,name,country\na,A,PL\nb,B,LV\nc,C,LV\nd,D,SE\ne,E,SE\n')], { format: 'organisations-csv' })
  const [a, b, c, d, e] = (await store.listOrganisations({}, { limit: 9, after: null })).rows.map(({ id }) => id)
  const id = idFor('int', 'one')
  const link = { product: null, sector: null, to: null, weight: 1, confidence: 1, dataSource: 'manual', updatedAt: '2026-03-20T00:00:00.000Z' }
  await store.write(async writer => {
    await writer.upsertLinks([
      { ...link, id: idFor('lnk', '1'), kind: 'SUPPLIES', source: b, target: a, from: null, evidence: introducedBy(id) },
      { ...link, id: idFor('lnk', '2'), kind: 'COLLABORATES', source: a, target: c, from: '2026-04', evidence: null },
      { ...link, id: idFor('lnk', '3'), kind: 'COLLABORATES', source: a, target: d, from: '2026', evidence: 'a contract' }
    ])
  })
  const of = (candidate: string) => linksSince(store, { ...caseOf(id, a, candidate, [['identified', 10]]) })
  t.strictSame(await of(b), { link: true, network: false, throughIntroductionsAlone: true }, 'either direction')
  t.strictSame(await of(c), { link: true, network: false, throughIntroductionsAlone: false })
  t.strictSame(await of(d), { link: false, network: false, throughIntroductionsAlone: false }, 'some day of 2026 may have been before')
  t.equal((await linksSince(store, caseOf(id, a, c, [['identified', 10]]), 0)).link, false, 'links beyond the limit are not read')
  t.strictSame(await of(e), { link: false, network: false, throughIntroductionsAlone: false })
})

t.test('as many cases, lists and verdicts are read as the limits say, the newest', async t => {
  const store = await openTestStore(t)
  await importInto(store, [fileOf('firms.csv', `key,name,country\n${['a', 'b', 'c', 'd', 'e', 'f'].map(key => `${key},${key},PL`).join('\n')}\n`)], { format: 'organisations-csv' })
  const [a, ...others] = (await store.listOrganisations({}, { limit: 9, after: null })).rows.map(({ id }) => id)
  const clockAt = (day: number) => () => new Date(Date.UTC(2026, 2, day))
  for (const [i, candidate] of others.entries()) {
    await logRanking(store, { list: 'partners', question: { organisation: a }, run: `run-${i}`, organisations: others, scores: others.map(() => 1), confidential: false }, clockAt(1 + i))
    if (i > 1) continue
    const { id, version } = await startIntroduction(store, IntroductionInput.parse({ of: a, candidate }), clockAt(10 + i))
    await changeIntroduction(store, id, IntroductionChange.parse({ basedOn: version, to: 'outcome', outcome: { linkKind: null } }), clockAt(12 + i))
  }
  for (const [i, candidate] of others.slice(2).entries()) await giveFeedback(store, FeedbackInput.parse({ of: a, candidate, context: 'partners', verdict: 'not-relevant' }), clockAt(15 + i))
  const collect = (limits: { cases: number, rankings: number, feedback: number }) => collectEffect(store, '2026-04-01', clockAt(20), limits)
  const all = await collect({ cases: 9, rankings: 9, feedback: 9 })
  t.match([all.outcomes.cases, all.outcomes.lookedAt, all.ranked.introduced.length, all.ranked.others.length], [2, 2, 2, 0])
  t.match((await collect({ cases: 1, rankings: 9, feedback: 9 })).outcomes, { cases: 2, lookedAt: 1 }, 'all are counted, and how many were looked at is told')
  t.equal((await collect({ cases: 9, rankings: 0, feedback: 9 })).ranked.introduced.length, 0)
  t.strictSame((await collect({ cases: 9, rankings: 9, feedback: 2 })).ranked.others, [[a, others[2]]], 'the oldest verdict is not known')
  t.equal((await readFeedback(store, a)).length, 3)
  t.equal((await readFeedback(store, a, 2)).length, 2)
})

t.test('places apart on a list, and initials', t => {
  const places = Array.from({ length: 2 * PLACES_APART_MAX + 3 }, (_, i) => `p${i}`)
  const middle = PLACES_APART_MAX + 1
  const ranking: RankingRecord = { id: 'r', list: 'partners', question: { organisation: 'a' }, run: 'r', organisations: places, scores: places.map(() => 1), confidential: false, shown: places.length, shownAt: '2026-03-01T00:00:00.000Z' }
  const { others } = pairsRanked([caseOf('1', 'a', `p${middle}`, [['identified', 10]])], [ranking], [], '2026-04-01')
  t.strictSame(others.map(([, other]) => other), places.slice(1, -1).filter((_, i) => i !== PLACES_APART_MAX))
  t.ok(Initials.safeParse('x'.repeat(INITIALS_LENGTH_MAX)).success)
  t.notOk(Initials.safeParse('x'.repeat(INITIALS_LENGTH_MAX + 1)).success)
  t.end()
})
