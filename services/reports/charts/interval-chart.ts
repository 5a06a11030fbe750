/** Location quotients with their 95 % intervals on a logarithmic axis from 1/8 to 8. Filled: surely more common; hollow: could be chance. */
import { element, HALF_WIDTH, INK, picture, shorten, TEXT_LEAST, words } from './svg.ts'

export interface IntervalRow {
  name: string
  /** null: too few to say. */
  quotient: number | null
  lower: number | null
  upper: number | null
  sure: boolean
  /** "2.4×", or the word for too few. */
  value: string
  /** "2.1–2.8" */
  interval: string
}

const LEAST = 1 / 8
const MOST = 8
const TICKS = [[1 / 8, '⅛'], [1 / 4, '¼'], [1 / 2, '½'], [1, '1×'], [2, '2×'], [4, '4×'], [8, '8×']] as const
const ROW = 18
const HEAD = 18
/** Width of the picture, of the names at its left, and of values and intervals at its right; characters of a name. */
const HALF = { width: HALF_WIDTH, label: 124, values: 72, nameMax: 23 }
/** Of the values at the right, what the value itself takes. */
const VALUE = 32

export function drawIntervals (rows: readonly IntervalRow[], { fill, line }: { fill: string, line: string }, { width, label: names, values, nameMax }: typeof HALF = HALF): string {
  const height = HEAD + rows.length * ROW + 4
  const place = (quotient: number): number => names + (width - names - values) * Math.log(Math.min(MOST, Math.max(LEAST, quotient)) / LEAST) / Math.log(MOST / LEAST)
  return picture(width, height, [
    ...TICKS.map(([value, label]) => element('line', { x1: place(value), x2: place(value), y1: HEAD - 4, y2: height - 2, stroke: value === 1 ? INK.ink2 : INK.rule, 'stroke-width': value === 1 ? 1.5 : 1 }) + words(place(value), 10, label, { anchor: 'middle', fill: INK.ink3 })),
    ...rows.map(({ name, quotient, lower, upper, sure, value, interval }, i) => {
      const y = HEAD + i * ROW + ROW / 2
      const label = words(0, y + 3.5, shorten(name, nameMax), { weight: sure ? 600 : 400 })
      if (quotient === null) return label + words(width, y + 3.5, value, { anchor: 'end', fill: INK.ink3 })
      return label +
        element('line', { x1: place(lower ?? LEAST), x2: place(upper ?? MOST), y1: y, y2: y, stroke: sure ? line : INK.control, 'stroke-width': sure ? 2.5 : 1.5 }) +
        element('circle', { cx: place(quotient), cy: y, r: 4, fill: sure ? fill : '#FFFFFF', stroke: sure ? line : INK.control, 'stroke-width': 1.3 }) +
        words(width - values + VALUE, y + 3.5, value, { anchor: 'end', weight: 600, size: TEXT_LEAST }) + words(width, y + 3.5, interval, { anchor: 'end', fill: INK.ink3 })
    })
  ])
}
