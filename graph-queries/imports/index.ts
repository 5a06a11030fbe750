/** Reports of imports. */
import { defineQuery } from '../query.ts'

export const saveImport = defineQuery('imports/save-import', { rows: 'rows' }, { n: 'number' })
export const getImport = defineQuery('imports/get-import', { id: 'text' }, { report: 'document' })
export const listImports = defineQuery('imports/list-imports', { beforeTime: 'text', afterId: 'text', limit: 'integer' }, { id: 'text', startedAt: 'text', report: 'document' })
export const countImports = defineQuery('imports/count-imports', {}, { n: 'number' })
