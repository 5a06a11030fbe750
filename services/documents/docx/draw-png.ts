/** A figure as PNG, for programs that show no SVG: LibreOffice 7, Word before 2019, Google Docs. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { INTER_FILES, SERIF_FILES, SYMBOLS_FILES } from '../fonts.ts'

const read = (files: readonly string[]): Buffer[] => files.map(file => readFileSync(file))
const [INTER, SERIF, SYMBOLS] = [read(INTER_FILES), read(SERIF_FILES), read(SYMBOLS_FILES)]
/** Beyond Latin letters and the marks of its texts; Inter has those. */
const OTHER_MARKS = /[^\t\r\n -\u024F\u2010-\u2044]/
const ready = initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))

/** `width` in pixels. */
export async function drawPng (svg: string, width: number): Promise<Buffer> {
  await ready
  // Every picture reads its typefaces anew: those that it needs.
  const fontBuffers = [...INTER, ...(svg.includes('Source Serif 4') ? SERIF : []), ...(OTHER_MARKS.test(svg) ? [...SERIF, ...SYMBOLS] : [])]
  const picture = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Inter' }, languages: [], fitTo: { mode: 'width', value: width } })
  const rendered = picture.render()
  try {
    return Buffer.from(rendered.asPng())
  } finally {
    rendered.free()
    picture.free()
  }
}
