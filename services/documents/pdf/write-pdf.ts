/**
 * The document as PDF/UA-1: tagged, with alternative texts, bookmarks and embedded fonts, set by Typst from report.typ. The texts reach
 * Typst as JSON; the fonts are those of two packages, never of the machine, so that every machine makes the same bytes.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from '../document.ts'
import { INTER_FILES, SERIF_FILES, SYMBOLS_FILES } from '../fonts.ts'
import { pdfContent } from './pdf-content.ts'

/** A place that only the compiler knows: the template and the content are handed to it, not read from a disc. */
const WORKSPACE = dirname(fileURLToPath(import.meta.url))
const TEMPLATE = readFileSync(join(WORKSPACE, 'report.typ'), 'utf8')

export async function writePdf (document: Document): Promise<Buffer> {
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: [...INTER_FILES, ...SERIF_FILES, ...SYMBOLS_FILES] }] })
  const main = join(WORKSPACE, 'report.typ')
  compiler.addSource(main, TEMPLATE)
  compiler.mapShadow(join(WORKSPACE, 'document.json'), Buffer.from(JSON.stringify(pdfContent(document))))
  const compiled = compiler.compile({ mainFilePath: main })
  if (compiled.result === null) throw new Error(`The PDF could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  const body = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: Date.parse(document.createdAt) / 1000 })
  compiler.evictCache(0)
  return body
}
