/** What takes long to make: made once for everybody who waits for the same, few at a time, the last of it kept. */
import { createHash } from 'node:crypto'
import type { Document } from '../../documents/document.ts'
import type { DocumentFile } from '../../documents/write-document.ts'
import { ServiceError } from '../../errors.ts'
import { keepWithin } from '../../keep-within.ts'

/** Reports made at the same time: each holds its document and its file. */
export const REPORTS_AT_ONCE_MAX = 3
/** Bytes of files kept, all together: a dozen full reports. */
export const FILES_BYTES_MAX = 64 * 1024 * 1024
/** Documents kept: whoever looks at a report mostly saves it next, in another format. */
export const DOCUMENTS_KEPT_MAX = 2

/** `tag`: the entity tag of the bytes. */
export interface TaggedFile extends DocumentFile { tag: string }
/** `keeps`: whether it and its files would be the same if they were asked for again; without it, all are. */
interface Making { document: () => Promise<Document>, file: (document: Document) => Promise<DocumentFile>, keeps?: (document: Document) => boolean }
export type FileKeeper = (document: string, format: string, make: Making) => Promise<TaggedFile>

/** `document`: a key of everything that decides what the document says. TOO_MANY_REQUESTS where REPORTS_AT_ONCE_MAX other files are being made. */
export function keepFiles (bytesMax = FILES_BYTES_MAX): FileKeeper {
  const files = keepWithin<TaggedFile>(bytesMax, ({ body }) => body.length)
  const underWay = new Map<string, Promise<TaggedFile>>()
  const documents = new Map<string, Promise<Document>>()

  const fileKey = (document: string, format: string): string => `${document} ${format}`

  const documentFor = (key: string, make: () => Promise<Document>): Promise<Document> => {
    const made = documents.get(key) ?? make()
    documents.delete(key)
    documents.set(key, made)
    made.catch(() => documents.delete(key))
    for (const oldest of documents.keys()) if (documents.size > DOCUMENTS_KEPT_MAX) documents.delete(oldest)
    return made
  }
  const makeFile = async (key: string, format: string, make: Making): Promise<TaggedFile> => {
    const document = await documentFor(key, make.document)
    const keeps = make.keeps?.(document) ?? true
    if (!keeps) documents.delete(key)
    const file = await make.file(document)
    const tagged = { ...file, tag: `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 22)}"` }
    return keeps ? files.keep(fileKey(key, format), tagged) : tagged
  }

  return async (document, format, make) => {
    const key = fileKey(document, format)
    const known = files.find(key)
    if (known !== undefined) return known
    const waiting = underWay.get(key)
    if (waiting !== undefined) return await waiting
    if (underWay.size >= REPORTS_AT_ONCE_MAX) throw new ServiceError('TOO_MANY_REQUESTS', `${REPORTS_AT_ONCE_MAX} reports are being made at the moment, as many as are made at once; ask again in a few seconds.`)
    const making = makeFile(document, format, make)
    underWay.set(key, making)
    try {
      return await making
    } finally {
      underWay.delete(key)
    }
  }
}
