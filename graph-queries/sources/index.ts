/** Where the data came from. */
import { defineQuery } from '../query.ts'

export const upsertSources = defineQuery('sources/upsert-sources', { rows: 'rows' }, { n: 'number' })
export const listSources = defineQuery('sources/list-sources', {}, {
  key: 'text', title: 'text', publisher: 'text?', licence: 'text', attribution: 'text', retrieved: 'text?', website: 'text?', synthetic: 'boolean'
})
