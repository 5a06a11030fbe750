/** The beginning of an introduction. */
import type { IntroductionInput } from '../contract/introduction.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import { presentId } from '../ingest/read-redirects.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { inTurn } from './in-turn.ts'
import { draftOf, endedOfPair, findEnds, INTRODUCTIONS_MAX, refusal, refuseThroughItself } from './introduction-record.ts'
import type { IntroductionRecord, StoredIntroduction } from './introduction-record.ts'

/**
 * Ids of merged organisations lead to those they are part of, as runs made before name them. UNKNOWN_ENDPOINT for an organisation that is not in the data, INVALID_INPUT where the two are one or one of them is to introduce itself,
 * CONFLICT where the two are being introduced already, in either direction, or where INTRODUCTIONS_MAX are kept.
 */
export const startIntroduction: typeof start = (store, input, clock) => inTurn(store, () => start(store, input, clock))

async function start (store: Pick<GraphStore, 'getOrganisations' | 'getRecord' | 'listRecords' | 'listRecordVersions' | 'saveRecords'>, input: IntroductionInput, clock: () => Date): Promise<IntroductionRecord> {
  const { context, run, note, by, nextStep, followUp } = input
  const [of, candidate, ...through] = await Promise.all([input.of, input.candidate, ...input.through].map(id => presentId(store, id)))
  if (of === candidate) throw refusal('candidate', input.candidate, input.of === input.candidate ? 'must be another organisation than of' : `is one organisation with ${input.of} since they were merged`)
  const ends = await findEnds(store, [of, candidate, ...through])
  refuseThroughItself([of, candidate], through)
  if ((await store.listRecords({ kind: 'introduction' }, { limit: 1, after: null })).total >= INTRODUCTIONS_MAX) throw new ServiceError('CONFLICT', `There are ${INTRODUCTIONS_MAX} introductions already, as many as are kept at most.`)
  const earlier = await endedOfPair(store, ends.get(of)!, ends.get(candidate)!)
  const at = clock().toISOString()
  const document: StoredIntroduction = {
    of: ends.get(of)!, candidate: ends.get(candidate)!, through: through.map(id => ends.get(id)!), context, run, state: 'identified', nextStep, followUp, startedAt: at, outcome: null,
    history: [{ at, from: null, to: 'identified', note, why: null, by, nextStep, followUp }]
  }
  const id = await freeId(store, [of, candidate], earlier.length)
  await store.saveRecords([draftOf(id, 0, document, at)])
  return { ...document, id, version: 1, changedAt: at }
}

/** Made from the pair and its number: of two started at the same moment the second finds the id taken. One that came with a merge, or went with its undoing, keeps the id it began with. */
async function freeId (store: Pick<GraphStore, 'listRecordVersions'>, pair: string[], number: number): Promise<string> {
  const id = idFor('int', ...[...pair].sort(), String(number))
  return (await store.listRecordVersions('introduction', id)).length === 0 ? id : await freeId(store, pair, number + 1)
}
