/** Runs with their results and clusters. */
import { defineQuery } from '../query.ts'

const RUN = {
  id: 'text', request: 'document', status: 'text', revision: 'number', softwareVersion: 'text', requestedAt: 'text', startedAt: 'text?', finishedAt: 'text?',
  durationMs: 'number?', inputHash: 'text?', metrics: 'document', measured: 'document', problem: 'text?'
} as const

export const saveRun = defineQuery('runs/save-run', { rows: 'rows' }, { n: 'number' })
export const getRun = defineQuery('runs/get-run', { id: 'text' }, RUN)
export const listRuns = defineQuery('runs/list-runs', { beforeTime: 'text', afterId: 'text', limit: 'integer' }, RUN)
export const countRuns = defineQuery('runs/count-runs', {}, { n: 'number' })
export const saveResults = defineQuery('runs/save-results', { run: 'text', rows: 'rows' }, { n: 'number' })
export const streamResults = defineQuery('runs/stream-results', { run: 'text' },
  { organisation: 'text', cluster: 'text?', x: 'number?', y: 'number?', scores: 'numbers', scoreKeys: 'texts' })
export const saveClusters = defineQuery('runs/save-clusters', { run: 'text', rows: 'rows' }, { n: 'number' })
export const listClusters = defineQuery('runs/list-clusters', { run: 'text' }, { position: 'number', profile: 'document' })
export const saveTables = defineQuery('runs/save-tables', { run: 'text', rows: 'rows' }, { n: 'number' })
export const getTable = defineQuery('runs/get-table', { run: 'text', name: 'text' }, { content: 'document' })
