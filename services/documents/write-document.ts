/** A document as a file, whatever the format; the one door of this folder. */
import { Piscina } from 'piscina'
import type { Document } from './document.ts'
import { DocumentsBusy, DocumentTooLarge } from './limits.ts'
import type { Answer, DocumentFormat } from './worker.ts'

export const DOCUMENT_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const satisfies readonly DocumentFormat[]
export type { DocumentFormat }

/** Documents that may wait for the one that is written: each is held in memory whole. */
export const DOCUMENTS_WAITING_MAX = 8
/** Memory of the thread that writes, MiB: the largest document that limits.ts allows was seen to take half of it. */
const MEMORY_MAX = 3072
/** A thread that nothing is asked of ends after this time, ms: a second format of the same document mostly follows. */
const IDLE_MS = 10_000

const pool = new Piscina<unknown, Answer>({
  filename: new URL('./thread.mjs', import.meta.url).href, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX }
})

export interface DocumentFile { contentType: string, fileName: string, body: Buffer }

const KINDS: Readonly<Record<DocumentFormat, { ending: string, contentType: string }>> = {
  html: { ending: 'html', contentType: 'text/html; charset=utf-8' },
  pdf: { ending: 'pdf', contentType: 'application/pdf' },
  docx: { ending: 'docx', contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { ending: 'xlsx', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { ending: 'zip', contentType: 'application/zip' },
  json: { ending: 'json', contentType: 'application/json; charset=utf-8' }
}

/**
 * The same document gives the same bytes, at any time and on any machine; it is written on a thread of its own, one after the other. csv is
 * a zip of one file for each table. Throws an Error where the document contradicts itself (check-document.ts), DocumentTooLarge where it
 * holds more than a file can, DocumentsBusy where too many wait (limits.ts).
 */
export async function writeDocument (document: Document, format: DocumentFormat): Promise<DocumentFile> {
  if (pool.queueSize >= DOCUMENTS_WAITING_MAX) throw new DocumentsBusy(`${DOCUMENTS_WAITING_MAX} documents wait to be written; try again in a minute.`)
  const answer = await pool.run({ document, format })
  if ('problem' in answer) throw answer.tooLarge ? new DocumentTooLarge(answer.problem) : new Error(answer.problem)
  const { ending, contentType } = KINDS[format]
  return { contentType, fileName: `${document.fileName}.${ending}`, body: Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength) }
}
