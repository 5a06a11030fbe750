/** A document as a file, whatever the format; the one door of this folder. */
import { checkDocument } from './check-document.ts'
import type { Document } from './document.ts'
import { writeHtml } from './html/write-html.ts'
import { writeCsv } from './write-csv.ts'
import { writeDocx } from './write-docx.ts'
import { writeJson } from './write-json.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { writeXlsx } from './write-xlsx.ts'

export const DOCUMENT_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const
export type DocumentFormat = typeof DOCUMENT_FORMATS[number]

export interface DocumentFile { contentType: string, fileName: string, body: Buffer }

const KINDS: Readonly<Record<DocumentFormat, { ending: string, contentType: string, write: (document: Document) => Buffer | Promise<Buffer> }>> = {
  html: { ending: 'html', contentType: 'text/html; charset=utf-8', write: writeHtml },
  pdf: { ending: 'pdf', contentType: 'application/pdf', write: writePdf },
  docx: { ending: 'docx', contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: writeDocx },
  xlsx: { ending: 'xlsx', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
  csv: { ending: 'zip', contentType: 'application/zip', write: writeCsv },
  json: { ending: 'json', contentType: 'application/json; charset=utf-8', write: writeJson }
}

/**
 * The same document gives the same bytes, at any time and on any machine. csv is a zip of one file for each table. Throws as checkDocument
 * does: an Error where the document contradicts itself, DocumentTooLarge where it holds more than a file can.
 */
export async function writeDocument (document: Document, format: DocumentFormat): Promise<DocumentFile> {
  checkDocument(document)
  const { ending, contentType, write } = KINDS[format]
  return { contentType, fileName: `${document.fileName}.${ending}`, body: await write(document) }
}
