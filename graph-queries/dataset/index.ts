/** The dataset as a whole: whether it answers, its revisions, how much it holds. */
import { defineQuery } from '../query.ts'

const REVISION = { number: 'number', committedAt: 'text', dataset: 'text' } as const

export const pingStore = defineQuery('dataset/ping-store', {}, { answer: 'number' })
export const ensureDataset = defineQuery('dataset/ensure-dataset', { now: 'text', schemaVersion: 'integer', identity: 'text' }, { n: 'number' })
export const setSchemaVersion = defineQuery('dataset/set-schema-version', { schemaVersion: 'integer' }, { n: 'number' })
export const getRevision = defineQuery('dataset/get-revision', {}, REVISION)
export const raiseRevision = defineQuery('dataset/raise-revision', { now: 'text' }, { number: 'number' })
export const lockDataset = defineQuery('dataset/lock-dataset', {}, REVISION)
export const countDataset = defineQuery('dataset/count-dataset', {}, { organisations: 'number', links: 'number', networks: 'number', memberships: 'number' })
export const addRevision = defineQuery('dataset/add-revision', { number: 'integer', now: 'text' }, { n: 'number' })
export const findRevision = defineQuery('dataset/find-revision', { number: 'integer' }, { committedAt: 'text' })
export const addDeletion = defineQuery('dataset/add-deletion', { revision: 'integer', kind: 'text', id: 'text' }, { n: 'number' })
export const streamDeletions = defineQuery('dataset/stream-deletions', { since: 'integer' }, { kind: 'text', id: 'text' })
export const countNetworkSize = defineQuery('dataset/count-network-size', { networkSizeMax: 'integer' },
  { organisations: 'number', supply: 'number', collaboration: 'number', memberships: 'number', coMembership: 'number' })
