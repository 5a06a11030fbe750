/** Memberships: which organisation belongs to which network, and in what role. */
import { defineQuery } from '../query.ts'

const MEMBERSHIP = {
  id: 'text', organisation: 'text', network: 'text', role: 'text', contribution: 'number?', from: 'text?', to: 'text?', source: 'text', updatedAt: 'text'
} as const
const PAGE = { afterId: 'text', limit: 'integer' } as const
const AT_ORGANISATION = { organisation: 'text', network: 'text?' } as const
/** What a snapshot keeps. */
const BARE = { id: 'text', organisation: 'text', network: 'text' } as const

export const upsertMemberships = defineQuery('memberships/upsert-memberships', { rows: 'rows', revision: 'integer' }, { n: 'number' })
export const findMembershipConflicts = defineQuery('memberships/find-membership-conflicts', { rows: 'rows' }, { id: 'text' })
export const getMembership = defineQuery('memberships/get-membership', { id: 'text' }, MEMBERSHIP)
export const deleteMembership = defineQuery('memberships/delete-membership', { id: 'text' }, { n: 'number' })
export const listMemberships = defineQuery('memberships/list-memberships', PAGE, MEMBERSHIP)
export const listOrganisationMemberships = defineQuery('memberships/list-organisation-memberships', { ...AT_ORGANISATION, ...PAGE }, MEMBERSHIP)
export const countOrganisationMemberships = defineQuery('memberships/count-organisation-memberships', AT_ORGANISATION, { n: 'number' })
export const listNetworkMemberships = defineQuery('memberships/list-network-memberships', { network: 'text', ...PAGE }, MEMBERSHIP)
export const countNetworkMemberships = defineQuery('memberships/count-network-memberships', { network: 'text' }, { n: 'number' })
export const streamMemberships = defineQuery('memberships/stream-memberships', {}, MEMBERSHIP)
export const streamBareMemberships = defineQuery('memberships/stream-bare-memberships', {}, BARE)
export const streamChangedMemberships = defineQuery('memberships/stream-changed-memberships', { since: 'integer' }, BARE)
