/** Imports of small texts in tests. */
import { Readable } from 'node:stream'
import { createReadStream } from 'node:fs'
import { ImportOptions } from '../../services/contract/import.ts'
import type { ImportReport } from '../../services/contract/import.ts'
import { importFiles } from '../../services/ingest/import-files.ts'
import type { ImportContext, ImportFile } from '../../services/ingest/import-files.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'

export const NOW = new Date('2026-03-01T12:00:00.000Z')

/** A context whose clock stands still. */
export const importContext = (more: Partial<ImportContext> = {}): ImportContext =>
  ({ clock: () => NOW, progress: () => {}, signal: new AbortController().signal, ...more })

/** A file out of text or bytes, delivered in pieces of `pieceLength` bytes so that characters and lines are cut. */
export function fileOf (name: string, content: string | Buffer, pieceLength = 7): ImportFile {
  const bytes = Buffer.from(content)
  return { name, open: () => Readable.from(pieces(bytes, pieceLength)) }
}

function * pieces (bytes: Buffer, length: number): Generator<Buffer> {
  for (let i = 0; i < bytes.length; i += length) yield bytes.subarray(i, i + length)
}

/** Files of tests/datasets/ingest. */
export const datasetFiles = (folder: string, names: string[]): ImportFile[] =>
  names.map(name => ({ name, open: () => createReadStream(new URL(`../datasets/ingest/${folder}/${name}`, import.meta.url)) }))

/** Imports with the defaults of the contract. */
export const importInto = async (store: GraphStore, files: ImportFile[], options: Partial<ImportOptions> & Pick<ImportOptions, 'format'>, more: Partial<ImportContext> = {}): Promise<ImportReport> =>
  await importFiles(store, files, ImportOptions.parse(options), importContext(more))

/** Errors as short lines: "file:row column: value". */
export const errorLines = (report: ImportReport): string[] => report.errors.map(({ file, row, column, value }) => `${file}:${row} ${column ?? '-'}: ${value}`)
