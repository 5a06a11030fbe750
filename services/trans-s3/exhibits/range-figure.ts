/** Values as dots with the range around each, one below the other on one axis, each with its numbers at the right. Filled dots stand out from hollow ones by what the text says, not by colour. */
import { element, FULL_WIDTH, INK, picture, shorten, widthOf, words } from '../../reports/charts/svg.ts'

/** Without a value the text stands alone. `head`: a line of its own, for a group of rows below. */
export interface RangeRow { name: string, value: number | null, lower: number | null, upper: number | null, filled: boolean, text: string, head?: boolean }
/** What is beyond `least` and `most` ends at the border, as an arrow. `line`: where a reader compares with. */
export interface RangeAxis { least: number, most: number, ticks: ReadonlyArray<{ at: number, text: string }>, line: number | null }

const LABEL = 190
const NAME_LENGTH_MAX = 34
const ROW = 18
const TOP = 18
const GAP = 12

export function drawRanges (rows: readonly RangeRow[], { least, most, ticks, line }: RangeAxis): string {
  const values = GAP + Math.max(0, ...rows.map(({ text }) => widthOf(text, 9.6)))
  const width = FULL_WIDTH - LABEL - values - GAP
  const height = TOP + rows.length * ROW + 4
  const place = (value: number): number => LABEL + width * (Math.min(most, Math.max(least, value)) - least) / (most - least)
  return picture(FULL_WIDTH, height, [
    ...ticks.map(({ at, text }) => element('line', { x1: place(at), x2: place(at), y1: TOP - 4, y2: height - 2, stroke: INK.rule }) + words(place(at), 10, text, { anchor: 'middle', fill: INK.ink3 })),
    ...line === null ? [] : [element('line', { x1: place(line), x2: place(line), y1: TOP - 4, y2: height - 2, stroke: INK.ink2, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' })],
    ...rows.flatMap(({ name, value, lower, upper, filled, text, head = false }, i) => {
      const y = TOP + i * ROW + ROW / 2
      const labels = [words(0, y + 3.5, shorten(name, NAME_LENGTH_MAX), { weight: filled || head ? 600 : 400 }), words(FULL_WIDTH, y + 3.5, text, { anchor: 'end', fill: value === null ? INK.ink3 : INK.ink })]
      if (value === null) return labels
      return [
        ...labels,
        ...lower === null || upper === null ? [] : [element('line', { x1: place(lower), x2: place(upper), y1: y, y2: y, stroke: filled ? INK.mark : INK.control, 'stroke-width': filled ? 2.5 : 1.5 }), arrow(lower < least, place(least), y, -1), arrow(upper > most, place(most), y, 1)],
        ...value < least || value > most ? [] : [element('circle', { cx: place(value), cy: y, r: 4, fill: filled ? INK.mark : '#FFFFFF', stroke: filled ? INK.mark : INK.control, 'stroke-width': 1.5 })]
      ]
    })
  ])
}

const arrow = (shown: boolean, x: number, y: number, way: 1 | -1): string => shown ? element('path', { d: `M${x + 6 * way} ${y}L${x} ${y - 4}V${y + 4}Z`, fill: INK.control }) : ''
