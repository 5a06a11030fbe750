/** Links between organisations. */
import { defineQuery } from '../query.ts'

const LINK = {
  id: 'text', kind: 'text', source: 'text', target: 'text', weight: 'number', product: 'text?', sector: 'text?', from: 'text?', to: 'text?',
  evidence: 'text?', confidence: 'number', dataSource: 'text', updatedAt: 'text'
} as const
const AT_ORGANISATION = { organisation: 'text', kind: 'text?', source: 'text?', target: 'text?' } as const
/** What a snapshot keeps. */
const BARE = { id: 'text', kind: 'text', source: 'text', target: 'text', weight: 'number' } as const

export const upsertLinks = defineQuery('links/upsert-links', { rows: 'rows', revision: 'integer' }, { n: 'number' })
export const findLinkConflicts = defineQuery('links/find-link-conflicts', { rows: 'rows' }, { id: 'text' })
export const getLink = defineQuery('links/get-link', { id: 'text' }, LINK)
export const deleteLink = defineQuery('links/delete-link', { id: 'text' }, { n: 'number' })
export const listLinks = defineQuery('links/list-links', { kind: 'text?', afterId: 'text', limit: 'integer' }, LINK)
export const countLinks = defineQuery('links/count-links', { kind: 'text?' }, { n: 'number' })
export const listOrganisationLinks = defineQuery('links/list-organisation-links', { ...AT_ORGANISATION, afterId: 'text', limit: 'integer' }, LINK)
export const countOrganisationLinks = defineQuery('links/count-organisation-links', AT_ORGANISATION, { n: 'number' })
export const streamLinks = defineQuery('links/stream-links', {}, LINK)
export const streamBareLinks = defineQuery('links/stream-bare-links', {}, BARE)
export const streamChangedLinks = defineQuery('links/stream-changed-links', { since: 'integer' }, BARE)
