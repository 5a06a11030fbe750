/** A multipart body: a field "options" with JSON, then files, which wait in a folder of their own until they have been read. */
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { ServiceError } from '../../errors.ts'

/** `field`: the name under which it was sent. */
export interface ReceivedFile { field: string, name: string, path: string }
interface Receiving<Options extends z.ZodObject> {
  uploadFolder: string
  options: Options
  /** Such as {"format":"organisations-csv"}; null: the field may be missing. */
  example: string | null
  /** What to do with a file that is too large. */
  otherwise: string
}

/** Gives `work` the options and the files, which are gone when it has ended. */
export async function receiveFiles<Options extends z.ZodObject, Answer> (request: FastifyRequest, { uploadFolder, options: schema, example, otherwise }: Receiving<Options>, work: (options: z.infer<Options>, files: ReceivedFile[]) => Promise<Answer>): Promise<Answer> {
  if (!request.isMultipart()) throw new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'Send multipart/form-data: a field "options" with JSON, then the files.')
  await mkdir(uploadFolder, { recursive: true })
  const folder = await mkdtemp(join(uploadFolder, 'upload-'))
  try {
    const { options, files } = await receive().catch(refuseBrokenBody)
    return await work(options, files)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }

  async function receive (): Promise<{ options: z.infer<Options>, files: ReceivedFile[] }> {
    let options: z.infer<Options> | undefined
    const files: ReceivedFile[] = []
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.fieldname !== 'options') throw new ServiceError('INVALID_INPUT', `The field "${part.fieldname}" is not known; options and files are.`)
        options = schema.strict().parse(parseJson(String(part.value))) as z.infer<Options>
        continue
      }
      const name = basename(part.filename)
      const path = join(folder, String(files.length))
      await pipeline(part.file, createWriteStream(path))
      if (part.file.truncated) throw new ServiceError('TOO_LARGE', `${name} is larger than one upload may be; ${otherwise}`)
      files.push({ field: part.fieldname, name, path })
    }
    if (options === undefined && example !== null) throw new ServiceError('INVALID_INPUT', `The field "options" is missing: JSON that names at least the format, such as ${example}.`)
    if (files.length === 0) throw new ServiceError('INVALID_INPUT', example === null ? 'No file was sent.' : 'No file was sent with the options.')
    return { options: options ?? schema.strict().parse({}) as z.infer<Options>, files }
  }
}

/** The parser names its errors in their messages alone. */
function refuseBrokenBody (error: Error): never {
  if (!/^Multipart: |multipart data/i.test(error.message)) throw error
  throw new ServiceError('INVALID_INPUT', `The multipart body cannot be read (${error.message}): send the boundary in its content type, and all of its parts.`, { cause: error })
}

function parseJson (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ServiceError('INVALID_INPUT', `The field "options" is not JSON: ${text.slice(0, 100)}`)
  }
}
