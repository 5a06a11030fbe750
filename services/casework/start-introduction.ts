/** The beginning of an introduction. */
import type { IntroductionInput } from '../contract/introduction.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { inTurn } from './in-turn.ts'
import { draftOf, findEnds, INTRODUCTIONS_MAX, readIntroductions, refusal, refuseThroughItself } from './introduction-record.ts'
import type { IntroductionRecord, StoredIntroduction } from './introduction-record.ts'
import { hasEnded } from './introduction-states.ts'

/** Introductions of one organisation that are looked through for an open one with the same partner. */
const OF_ONE_MAX = 500

/**
 * UNKNOWN_ENDPOINT for an organisation that is not in the data, INVALID_INPUT where the two are one or one of them is to introduce itself,
 * CONFLICT where the two are being introduced already, in either direction, or where INTRODUCTIONS_MAX are kept.
 */
export const startIntroduction: typeof start = (store, input, clock) => inTurn(store, () => start(store, input, clock))

async function start (store: Pick<GraphStore, 'getOrganisations' | 'listRecords' | 'saveRecords'>, input: IntroductionInput, clock: () => Date): Promise<IntroductionRecord> {
  const { of, candidate, through, context, run, note, by, nextStep, followUp } = input
  if (of === candidate) throw refusal('candidate', candidate, 'must be another organisation than of')
  const ends = await findEnds(store, [of, candidate, ...through])
  refuseThroughItself([of, candidate], through)
  if ((await store.listRecords({ kind: 'introduction' }, { limit: 1, after: null })).total >= INTRODUCTIONS_MAX) throw new ServiceError('CONFLICT', `There are ${INTRODUCTIONS_MAX} introductions already, as many as are kept at most.`)
  const earlier = (await readIntroductions(store, of, OF_ONE_MAX)).filter(each => isPair(each, of, candidate))
  const open = earlier.find(({ state }) => !hasEnded(state))
  if (open !== undefined) throw new ServiceError('CONFLICT', `${ends.get(of)!.name} and ${ends.get(candidate)!.name} are being introduced already: ${open.id}, ${open.state}. Go on with that one, or close it first.`)
  const at = clock().toISOString()
  const document: StoredIntroduction = {
    of: ends.get(of)!, candidate: ends.get(candidate)!, through: through.map(id => ends.get(id)!), context, run, state: 'identified', nextStep, followUp, startedAt: at, outcome: null,
    history: [{ at, from: null, to: 'identified', note, why: null, by, nextStep, followUp }]
  }
  // Made from the pair and its number: of two started at the same moment the second finds the id taken.
  const id = idFor('int', ...[of, candidate].sort(), String(earlier.length))
  await store.saveRecords([draftOf(id, 0, document, at)])
  return { ...document, id, version: 1, changedAt: at }
}

const isPair = ({ of, candidate }: StoredIntroduction, a: string, b: string): boolean => (of.id === a && candidate.id === b) || (of.id === b && candidate.id === a)
