/** The dataset as a whole: whether it answers, its revision, how much it holds. */
import { defineQuery } from '../query.ts'

const REVISION = { number: 'number', committedAt: 'text' } as const

export const pingStore = defineQuery('dataset/ping-store', {}, { answer: 'number' })
export const ensureDataset = defineQuery('dataset/ensure-dataset', { now: 'text', schemaVersion: 'integer' }, { n: 'number' })
export const getRevision = defineQuery('dataset/get-revision', {}, REVISION)
export const raiseRevision = defineQuery('dataset/raise-revision', { now: 'text' }, { number: 'number' })
export const lockDataset = defineQuery('dataset/lock-dataset', {}, REVISION)
export const countDataset = defineQuery('dataset/count-dataset', {}, { organisations: 'number', links: 'number', networks: 'number', memberships: 'number' })
export const countNetworkSize = defineQuery('dataset/count-network-size', { networkSizeMax: 'integer' },
  { organisations: 'number', supply: 'number', collaboration: 'number', memberships: 'number', coMembership: 'number' })
