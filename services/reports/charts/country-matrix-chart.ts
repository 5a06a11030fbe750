/** Links of each two countries against what their volumes predict: lower triangle, the number in each cell, home cells framed. */
import { element, HALF_WIDTH, INK, picture, shorten, words } from './svg.ts'

export interface MatrixCell { a: number, b: number, ratio: number | null, text: string }

/** Upper ends of the classes, and their fills: brown below, sea blue above what is expected. */
const RAMP = [
  { below: 1 / 2, fill: '#A35A22', ink: '#FFFFFF' }, { below: 2 / 3, fill: '#DCA06C', ink: INK.ink }, { below: 0.85, fill: '#F0D3B7', ink: INK.ink }, { below: 1.18, fill: '#F1EFEA', ink: INK.ink },
  { below: 1.5, fill: '#C4DAE0', ink: INK.ink }, { below: 2, fill: '#7FB0BF', ink: INK.ink }, { below: Infinity, fill: '#2A6C80', ink: '#FFFFFF' }
] as const
const LABEL = 74
const HEAD = 18
const CELL_MAX = 46
const NAME_LENGTH_MAX = 13

/** `legend`: words for the seven classes, the lowest first. Countries by code and name. */
export function drawCountryMatrix (countries: ReadonlyArray<{ code: string, name: string }>, cells: readonly MatrixCell[], { title, classes }: { title: string, classes: readonly string[] }): string {
  const cell = Math.min(CELL_MAX, (HALF_WIDTH - LABEL) / countries.length)
  const tall = Math.min(cell, 28)
  const bottom = HEAD + countries.length * tall
  return picture(HALF_WIDTH, bottom + 50, [
    ...countries.map(({ code }, i) => words(LABEL + (i + 0.5) * cell, 11, code, { anchor: 'middle', weight: 600, fill: INK.ink2 })),
    ...countries.map(({ name }, i) => words(LABEL - 6, HEAD + (i + 0.5) * tall + 3.5, shorten(name, NAME_LENGTH_MAX), { anchor: 'end' })),
    ...cells.map(({ a, b, ratio, text }) => {
      const [column, row] = [Math.min(a, b), Math.max(a, b)]
      const [x, y] = [LABEL + column * cell + 1, HEAD + row * tall + 1]
      const step = ratio === null ? null : RAMP.find(({ below }) => ratio < below)!
      return element('rect', { x, y, width: cell - 2, height: tall - 2, rx: 2, fill: step?.fill ?? '#FFFFFF', stroke: a === b ? INK.ink : step === null ? INK.control : step.fill, 'stroke-width': a === b ? 1.4 : 0.8, 'stroke-dasharray': step === null ? '2 2' : undefined }) +
        words(x + cell / 2 - 1, y + tall / 2 + 2.4, text, { anchor: 'middle', fill: step?.ink ?? INK.ink3 })
    }),
    words(0, bottom + 16, title, { fill: INK.ink2 }),
    ...classes.map((text, i) => {
      const [x, y] = [(i % 4) * (HALF_WIDTH / 4), bottom + 24 + Math.floor(i / 4) * 13]
      return element('rect', { x, y, width: 9, height: 9, rx: 1, fill: RAMP[i].fill, stroke: INK.control, 'stroke-width': 0.5 }) + words(x + 13, y + 8.2, text)
    })
  ])
}
