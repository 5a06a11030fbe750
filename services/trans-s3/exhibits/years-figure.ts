/** Counts by year as lines, one panel for each, side by side: full dots and lines between complete years, hollow dots and dashes at incomplete ones. */
import { element, FULL_WIDTH, INK, picture, shorten, widthOf, words } from '../../reports/charts/svg.ts'

export interface YearsPanel { name: string, counts: readonly number[] }

const HEIGHT = 128
const TOP = 34
const BOTTOM = 108
const GAP = 26
const NAME_LENGTH_MAX = 36
/** Room that the number of a year needs to stand under its dot. */
const YEAR_WIDTH = 28

export function drawYears (years: readonly number[], incomplete: readonly boolean[], panels: readonly YearsPanel[], number: (value: number) => string): string {
  const width = (FULL_WIDTH - GAP * (panels.length - 1)) / panels.length
  const step = years.length > 1 ? (width - YEAR_WIDTH) / (years.length - 1) : 0
  const every = Math.max(1, Math.ceil(YEAR_WIDTH / Math.max(step, 1)))
  return picture(FULL_WIDTH, HEIGHT, panels.flatMap(({ name, counts }, p) => {
    const left = p * (width + GAP) + YEAR_WIDTH / 2
    const most = Math.max(1, ...counts)
    const x = (y: number): number => left + y * step
    const y = (count: number): number => BOTTOM - (BOTTOM - TOP) * count / most
    return [
      words(left - YEAR_WIDTH / 2, 12, shorten(name, NAME_LENGTH_MAX), { weight: 600 }),
      element('line', { x1: left - YEAR_WIDTH / 2, x2: left + width - YEAR_WIDTH / 2, y1: BOTTOM, y2: BOTTOM, stroke: INK.control }),
      ...counts.slice(1).map((count, i) => element('line', { x1: x(i), y1: y(counts[i]), x2: x(i + 1), y2: y(count), stroke: INK.mark, 'stroke-width': 1.8, 'stroke-dasharray': incomplete[i] || incomplete[i + 1] ? '3 3' : undefined })),
      ...counts.map((count, i) => element('circle', { cx: x(i), cy: y(count), r: 3.5, fill: incomplete[i] ? '#FFFFFF' : INK.mark, stroke: INK.mark, 'stroke-width': 1.5 })),
      ...years.flatMap((year, i) => i % every === 0 ? [words(x(i), BOTTOM + 14, String(year), { anchor: 'middle', fill: INK.ink3 })] : []),
      // Numbers stand above their dots where they have room.
      ...counts.flatMap((count, i) => step > widthOf(number(most), 9.6) || i % every === 0 ? [words(x(i), y(count) - 7, number(count), { anchor: 'middle', fill: INK.ink2, halo: '#FFFFFF' })] : [])
    ]
  }))
}
