/** Live: the process answers. Ready: clusters can be asked for. */
import { Health } from '../contract/status.ts'
import { ServiceError } from '../errors.ts'
import type { RoutePlugin } from './parts.ts'

export const healthRoutes: RoutePlugin = (app, { store, runs, notReady }) => {
  app.get('/health/live', {
    schema: { tags: ['service'], summary: 'Is the process alive?', description: 'Answers as long as the process runs.', response: { 200: Health } }
  }, async (): Promise<Health> => ({ status: 'live', detail: 'The process answers.' }))

  app.get('/health/ready', {
    schema: { tags: ['service'], summary: 'Can clusters be asked for?', description: 'Answers 200 when the store answers and an analysis has been completed; otherwise 503 with what is going on.', response: { 200: Health } }
  }, async (): Promise<Health> => {
    const pending = notReady()
    if (pending !== null) throw new ServiceError('NOT_READY', pending)
    await store.ping()
    if (await runs.latest() === null) throw new ServiceError('NOT_READY', 'No analysis has been completed yet; start one with POST /api/v1/runs.')
    return { status: 'ready', detail: 'Clusters can be asked for.' }
  })
}
