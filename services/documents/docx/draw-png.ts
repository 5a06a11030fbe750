/** A figure as PNG, for programs that show no SVG: LibreOffice 7, Word before 2019, Google Docs. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { INTER_FILES, SERIF_FILES, SYMBOLS_FILES } from '../fonts.ts'

const fontBuffers = [...INTER_FILES, ...SERIF_FILES, ...SYMBOLS_FILES].map(file => readFileSync(file))
const ready = initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))

/** `width` in pixels. */
export async function drawPng (svg: string, width: number): Promise<Buffer> {
  await ready
  const picture = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Inter' }, languages: [], fitTo: { mode: 'width', value: width } })
  const rendered = picture.render()
  try {
    return Buffer.from(rendered.asPng())
  } finally {
    rendered.free()
    picture.free()
  }
}
