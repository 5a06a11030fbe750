/** A document made for a request: saved, or shown at once where it is HTML; nothing is sent that the caller has already. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { HTML_POLICY } from '../../documents/html/write-html.ts'
import { ServiceError } from '../../errors.ts'
import type { TaggedFile } from './keep-files.ts'

/** INVALID_INPUT where a format that is saved is to be shown. */
export function refuseInline ({ format, inline }: { format: string, inline: boolean }): void {
  if (!inline || format === 'html') return
  const message = 'goes with format=html alone; other formats are saved'
  throw new ServiceError('INVALID_INPUT', `inline ${message}.`, { errors: [{ path: 'inline', message }] })
}

export async function sendFile (request: FastifyRequest, reply: FastifyReply, file: TaggedFile, inline: boolean): Promise<FastifyReply> {
  void reply.header('etag', file.tag).header('cache-control', 'no-cache')
  // Also without the body: the browser then shows what it has under the policy of this answer.
  if (inline) void reply.header('content-security-policy', HTML_POLICY)
  if (request.headers['if-none-match'] === file.tag) return await reply.code(304).send()
  return await reply.type(file.contentType).header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename="${file.fileName}"`).send(file.body)
}
