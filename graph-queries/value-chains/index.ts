/** Input-output tables that are kept beside the store, and what was measured on them. */
import { defineQuery } from '../query.ts'

const TABLE = { hash: 'text', importedAt: 'text', document: 'document' } as const

export const saveTable = defineQuery('value-chains/save-input-output-table', { rows: 'rows' }, { n: 'number' })
export const listTables = defineQuery('value-chains/list-input-output-tables', {}, TABLE)
export const getTable = defineQuery('value-chains/get-input-output-table', { hash: 'text' }, TABLE)
export const deleteTable = defineQuery('value-chains/delete-input-output-table', { hash: 'text' }, { n: 'number' })
export const saveResults = defineQuery('value-chains/save-value-chain-results', { rows: 'rows' }, { n: 'number' })
export const getResult = defineQuery('value-chains/get-value-chain-result', { hash: 'text', key: 'text' }, { content: 'document' })
export const deleteResults = defineQuery('value-chains/delete-value-chain-results', { hash: 'text' }, { n: 'number' })
