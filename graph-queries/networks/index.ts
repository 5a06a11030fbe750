/** Networks that organisations belong to. */
import { defineQuery } from '../query.ts'

const NETWORK = {
  id: 'text', kind: 'text', name: 'text', title: 'text?', programme: 'text?', from: 'text?', to: 'text?', domains: 'texts',
  membersTotal: 'number?', externalKey: 'text?', source: 'text', updatedAt: 'text'
} as const
const LISTED = { ...NETWORK, nameKey: 'text' } as const
/** Each null: not asked for. An empty namePrefix begins every name. */
const FILTER = { kind: 'text?', domain: 'text?', programme: 'text?', namePrefix: 'text' } as const
const PAGE = { afterKey: 'text', afterId: 'text', limit: 'integer' } as const
/** What a snapshot keeps. */
const BARE = { id: 'text', membersTotal: 'number?', domains: 'texts' } as const

export const upsertNetworks = defineQuery('networks/upsert-networks', { rows: 'rows', revision: 'integer' }, { n: 'number' })
export const deleteNetwork = defineQuery('networks/delete-network', { id: 'text' }, { n: 'number' })
export const getNetwork = defineQuery('networks/get-network', { id: 'text' }, NETWORK)
export const findNetworks = defineQuery('networks/find-networks', { ids: 'texts' }, { id: 'text' })
export const findExternalKeys = defineQuery('networks/find-external-keys', { keys: 'texts' }, { key: 'text', id: 'text' })
export const listNetworks = defineQuery('networks/list-networks', { ...FILTER, ...PAGE }, LISTED)
export const countNetworks = defineQuery('networks/count-networks', FILTER, { n: 'number' })
export const listOrganisationNetworks = defineQuery('networks/list-organisation-networks', { ...FILTER, ...PAGE, organisation: 'text' }, LISTED)
export const countOrganisationNetworks = defineQuery('networks/count-organisation-networks', { ...FILTER, organisation: 'text' }, { n: 'number' })
export const listSharedNetworks = defineQuery('networks/list-shared-networks', { first: 'text', second: 'text', limit: 'integer' }, LISTED)
export const streamNetworks = defineQuery('networks/stream-networks', {}, NETWORK)
export const streamBareNetworks = defineQuery('networks/stream-bare-networks', {}, BARE)
export const streamChangedNetworks = defineQuery('networks/stream-changed-networks', { since: 'integer' }, BARE)
