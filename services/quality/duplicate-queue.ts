/** The pairs that wait for a person: found anew when the data has changed, less what was decided, with what a decision needs to be seen beside each other. */
import { setImmediate } from 'node:timers/promises'
import type { DecisionInput, DuplicateCandidate, DuplicateDecision, DuplicatePair, DuplicateQuery } from '../contract/duplicate.ts'
import type { Organisation } from '../contract/organisation.ts'
import { ServiceError } from '../errors.ts'
import { readRedirects } from '../ingest/read-redirects.ts'
import type { GraphStore, StoredRecord } from '../store/graph-store.ts'
import { findDuplicates } from './find-duplicates.ts'

/** Rows read at once. */
const BATCH_SIZE = 1000
/** Networks counted that name both: more is as telling. */
export const SHARED_MAX = 100

export interface DuplicateQueue {
  list: (query: Pick<DuplicateQuery, 'band' | 'state'>, offset: number, limit: number) => Promise<{ items: DuplicateCandidate[], total: number }>
  decide: (input: DecisionInput, at: Date) => Promise<DuplicateDecision | null>
}

/** Pairs are kept for the present revision; those who ask while they are being found wait for the same search. */
export function createDuplicateQueue (store: GraphStore): DuplicateQueue {
  let kept: { revision: string, pairs: Promise<DuplicatePair[]> } | null = null

  async function pairsNow (): Promise<DuplicatePair[]> {
    const { dataset, number } = await store.revision()
    const revision = `${dataset} ${number}`
    if (kept?.revision !== revision) {
      const pairs = findDuplicates(store.streamOrganisations(BATCH_SIZE), () => setImmediate())
      kept = { revision, pairs }
      pairs.catch(() => { kept = null })
    }
    return await kept.pairs
  }

  return {
    list: async ({ band, state }, offset, limit) => {
      const decisions = await readDecisions(store)
      const decisionOn = ({ a, b }: DuplicatePair): DuplicateCandidate['decision'] => {
        const said = (decisions.get(pairId(a, b)) ?? []).map(({ document }) => (document as DuplicateDecision).decision)
        return said.find(word => word === 'different') ?? said[0] ?? null
      }
      const matching = (await pairsNow()).filter(pair => (band === undefined || pair.band === band) && (decisionOn(pair) ?? 'open') === state)
      const items = await Promise.all(matching.slice(offset, offset + limit).map(pair => describe(store, pair, decisionOn(pair))))
      return { items: items.filter(item => item !== null), total: matching.length }
    },

    decide: async ({ a, b, decision }, at) => {
      const known = await store.getOrganisations([a, b])
      const missing = [a, b].find(id => !known.some(organisation => organisation.id === id))
      if (missing !== undefined) throw new ServiceError('NOT_FOUND', `Organisation "${missing}" is not in the store; /api/v1/duplicates lists the pairs that wait for a decision.`)
      const [first, second] = [a, b].sort()
      const id = pairId(a, b)
      const document = decision === null ? null : { a: first, b: second, decision, decidedAt: at.toISOString() }
      const said = (await readDecisions(store)).get(id) ?? []
      if (document === null && said.length === 0) throw new ServiceError('NOT_FOUND', `Nothing was decided about ${first} and ${second}.`)
      const savedAt = at.toISOString()
      const basedOn = (await store.listRecordVersions('duplicate-decision', id)).at(-1)?.version ?? 0
      await store.saveRecords([
        ...said.filter(each => document === null || each.id !== id).map(({ kind, id, subjects, version }) => ({ kind, id, savedAt, subjects, document: null, basedOn: version })),
        ...document === null ? [] : [{ kind: 'duplicate-decision' as const, id, savedAt, subjects: [first, second], document, basedOn }]
      ])
      return document
    }
  }
}

const pairId = (a: string, b: string): string => [a, b].sort().join('~')

/** By pair, as the organisations are called now, the last saved first: what was said of an entry holds for the one it was merged into. */
async function readDecisions (store: GraphStore): Promise<Map<string, StoredRecord[]>> {
  const redirects = await readRedirects(store)
  const decisions = new Map<string, StoredRecord[]>()
  let after = null
  do {
    const { rows, next } = await store.listRecords({ kind: 'duplicate-decision' }, { limit: BATCH_SIZE, after })
    for (const record of rows) {
      const { a, b } = record.document as DuplicateDecision
      const key = pairId(redirects.get(a) ?? a, redirects.get(b) ?? b)
      decisions.set(key, [...decisions.get(key) ?? [], record])
    }
    after = next
  } while (after !== null)
  return decisions
}

/** Null where one of the two went while the page was made. */
async function describe (store: GraphStore, pair: DuplicatePair, decision: DuplicateCandidate['decision']): Promise<DuplicateCandidate | null> {
  const organisations = await store.getOrganisations([pair.a, pair.b])
  if (organisations.length < 2) return null
  const one = { limit: 1, after: null }
  const sides = await Promise.all(organisations.map(async organisation => ({
    organisation,
    links: (await store.listLinks({ organisation: organisation.id }, one)).total,
    memberships: (await store.listMemberships({ organisation: organisation.id }, one)).total
  })))
  sides.sort((x, y) => (y.links + y.memberships) - (x.links + x.memberships) || known(y.organisation) - known(x.organisation) || (x.organisation.id < y.organisation.id ? -1 : 1))
  const sharedNetworks = (await store.listSharedNetworks([pair.a, pair.b], SHARED_MAX)).length
  // A project names each of its partners once: where one names both, they are two for those who wrote it down.
  return { ...pair, first: sides[0], second: sides[1], sharedNetworks, chosen: pair.band === 'auto' && sharedNetworks === 0, decision }
}

/** How many of its fields say something. */
const known = (organisation: Organisation): number => Object.values(organisation).filter(value => value !== null && !(Array.isArray(value) && value.length === 0)).length
