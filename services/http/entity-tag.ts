/** ETag for answers to GET under /api: a view that has not changed is not sent again. */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

export function installEntityTags (app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('etag')) return payload
    const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
    void reply.header('etag', tag)
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache')
    if (request.headers['if-none-match'] !== tag) return payload
    void reply.code(304)
    return null
  })
}
