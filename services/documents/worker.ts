/** The thread that writes documents, so that a report of 200 pages keeps nobody waiting. */
import { checkDocument } from './check-document.ts'
import type { Document } from './document.ts'
import { writeDocx } from './docx/write-docx.ts'
import { writeHtml } from './html/write-html.ts'
import { DocumentTooLarge } from './limits.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { writeCsv } from './tables/write-csv.ts'
import { writeXlsx } from './tables/write-xlsx.ts'
import { writeJson } from './write-json.ts'

export type DocumentFormat = 'html' | 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json'
export interface Task { document: Document, format: DocumentFormat }
/** Errors lose their class on the way between threads. */
export type Answer = { body: Uint8Array } | { problem: string, tooLarge: boolean }

const WRITERS: Readonly<Record<DocumentFormat, (document: Document) => Buffer | Promise<Buffer>>> = {
  html: writeHtml, pdf: writePdf, docx: writeDocx, xlsx: writeXlsx, csv: writeCsv, json: writeJson
}

export default async function write ({ document, format }: Task): Promise<Answer> {
  try {
    checkDocument(document)
    return { body: await WRITERS[format](document) }
  } catch (error) {
    if (error instanceof DocumentTooLarge) return { problem: error.message, tooLarge: true }
    return { problem: (error as Error).message, tooLarge: false }
  }
}
