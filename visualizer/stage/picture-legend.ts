/** The legend of a picture, drawn into its file with the same pen and colours as the picture. */
import type { Pen } from './pen.ts'
import { clusterInk } from './scene.ts'
import type { Ink } from './scene.ts'

/** What a mark of the picture means. `colour`: cluster code whose colour a dot has; null: grey. */
export type LegendMark =
  | { mark: 'area' | 'slices' | 'ring' | 'dashed' | 'line' | 'crossing' | 'ringed' | 'words', text: string }
  | { mark: 'dot', colour: string | null, text: string }

const ROW = 22
const GLYPH = 34
const GAP = 24
const SIZE = 12

/** Draws the marks in columns as wide as the longest text, and returns the height they take. */
export function drawLegend (marks: LegendMark[], pen: Pen, ink: Ink, x: number, y: number, width: number): number {
  const cell = Math.max(0, ...marks.map(({ text }) => pen.measure(text, SIZE, 400))) + GLYPH + GAP
  const columns = Math.max(1, Math.floor((width + GAP) / cell))
  marks.forEach((entry, i) => {
    const [left, middle] = [x + (i % columns) * cell, y + Math.floor(i / columns) * ROW + ROW / 2]
    drawMark(entry, pen, ink, left + GLYPH / 2 - 6, middle)
    pen.text(left + (entry.mark === 'words' ? 0 : GLYPH), middle + SIZE / 3, entry.text, { size: SIZE, weight: entry.mark === 'words' ? 600 : 400, fill: ink.ink, halo: null, anchor: 'start' })
  })
  return Math.ceil(marks.length / columns) * ROW
}

function drawMark (entry: LegendMark, pen: Pen, ink: Ink, x: number, y: number): void {
  const grey = clusterInk(null)
  switch (entry.mark) {
    case 'area': return pen.circle(x, y, 8, { fill: grey.fill, stroke: grey.line, width: 1.5 })
    case 'slices': {
      pen.circle(x, y, 8, { fill: grey.fill, stroke: grey.line, width: 1.5 })
      for (const turn of [0, 0.35, 0.7]) pen.line(x, y, x + 8 * Math.sin(turn * 2 * Math.PI), y - 8 * Math.cos(turn * 2 * Math.PI), { stroke: ink.stage, width: 1.5 })
      return
    }
    case 'ring': {
      pen.circle(x, y, 8, { stroke: ink.rule, width: 2.5 })
      pen.arc(x, y, 8, 0, 0.6, { stroke: ink.ink, width: 2.5 })
      pen.line(x - 4, y, x - 11, y, { stroke: ink.ink, width: 2 })
      return
    }
    case 'dashed': return pen.circle(x, y, 8, { fill: grey.tint, stroke: grey.line, width: 1.5, dash: [3.5, 2.5] })
    case 'line': return pen.line(x - 10, y, x + 10, y, { stroke: ink.edge, width: 3 })
    case 'crossing': return pen.line(x - 10, y, x + 10, y, { stroke: ink.edge2, width: 3 })
    case 'ringed': {
      pen.circle(x, y, 5, { fill: grey.fill, stroke: grey.line })
      return pen.circle(x, y, 8, { stroke: ink.ink, width: 1.6 })
    }
    case 'dot': {
      const colour = clusterInk(entry.colour)
      return pen.circle(x, y, 6, { fill: colour.fill, stroke: colour.line })
    }
    case 'words':
  }
}
