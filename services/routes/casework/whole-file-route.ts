/** A POST whose body is a file of people's work, read wholly or not at all. */
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { GivenFile } from '../../casework/whole-file.ts'
import { ImportOptions } from '../../contract/import.ts'
import { Text } from '../../contract/scalars.ts'
import { ServiceError } from '../../errors.ts'

const FileQuery = z.object({
  dryRun: z.stringbool().default(false).describe('check everything, write nothing'),
  encoding: ImportOptions.shape.encoding,
  name: Text.default('the file').describe('how the report names the file')
})

interface Parts<Report> {
  tags: string[]
  summary: string
  /** Of the rows: that it is one file, whole, with its report, is said for all. */
  rows: string
  bytesMax: number
  report: z.ZodType<Report>
  read: (given: GivenFile) => Promise<Report>
}

export function wholeFileRoute<Report extends { status: string }> (app: FastifyInstance, path: string, { tags, summary, rows, bytesMax, report, read }: Parts<Report>): void {
  // A parser of its own: elsewhere a body is JSON.
  void app.register(async files => {
    files.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: bytesMax }, (_request, body, done) => done(null, body))
    files.post<{ Querystring: z.infer<typeof FileQuery>, Body: Buffer | undefined }>(path, {
      bodyLimit: bytesMax,
      schema: {
        tags, summary, consumes: ['text/csv'], querystring: FileQuery, response: { 200: report, 422: report },
        description: `The body is the file: separated values, ${rows} Wholly in or wholly out: 200 with the report when the rows are in or were only checked, 422 with the report when rows are wrong.`
      }
    }, async ({ query: { name, ...query }, body }, reply) => {
      if (!Buffer.isBuffer(body)) throw new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'Send the file itself as the body, with the header content-type: text/csv.')
      const said = await read({ ...query, file: { name, open: () => Readable.from([body]) } })
      return await reply.code(said.status === 'refused' ? 422 : 200).send(said)
    })
  })
}
