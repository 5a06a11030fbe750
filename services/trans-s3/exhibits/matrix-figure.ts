/** Codes by region: a filled cell with its number where a region has declared the code, a dashed one where it has declared nothing at all; bold: shared by enough regions. */
import { element, FULL_WIDTH, INK, picture, shorten, TEXT_LEAST, widthOf, words } from '../../reports/charts/svg.ts'

export interface MatrixRow { name: string, shared: boolean, counts: number[] }

const LABEL = 196
const NAME_LENGTH_MAX = 34
const ROW = 17
const CELL_MAX = 66
const GAP = 3
/** Bold letters are wider than others. */
const BOLD = 1.05
const HEAD_LENGTH_MAX = 24

/** `heads`: names of the regions; `declaring`: whether each has declared anything in codes. */
export function drawMatrix (names: readonly string[], declaring: readonly boolean[], rows: readonly MatrixRow[], number: (value: number) => string): string {
  const heads = names.map(name => shorten(name, HEAD_LENGTH_MAX))
  const cell = Math.min(CELL_MAX, (FULL_WIDTH - LABEL) / heads.length)
  // Names that would touch their neighbours stand upright.
  const longest = Math.max(...heads.map(head => widthOf(head, TEXT_LEAST))) * BOLD
  const upright = longest > cell - GAP
  const top = upright ? longest + 8 : 18
  const head = (name: string, x: number): string => upright
    ? element('g', { transform: `translate(${x + 3.5} ${top - 4}) rotate(-90)` }, words(0, 0, name, { weight: 500, fill: INK.ink2 }))
    : words(x, 11, name, { anchor: 'middle', weight: 500, fill: INK.ink2 })
  return picture(FULL_WIDTH, top + rows.length * ROW + 2, [
    ...heads.map((name, p) => head(name, LABEL + (p + 0.5) * cell)),
    ...rows.flatMap(({ name, shared, counts }, i) => {
      const y = top + i * ROW
      return [
        words(0, y + ROW / 2 + 3.5, shorten(name, NAME_LENGTH_MAX), { weight: shared ? 600 : 400, fill: shared ? INK.ink : INK.ink2 }),
        ...counts.map((count, p) => {
          const x = LABEL + p * cell
          const box = { x: x + GAP / 2, y: y + GAP / 2, width: cell - GAP, height: ROW - GAP, rx: 2 }
          if (!declaring[p]) return element('rect', { ...box, fill: '#FFFFFF', stroke: INK.control, 'stroke-width': 0.8, 'stroke-dasharray': '2 2' })
          if (count === 0) return element('rect', { ...box, fill: INK.land })
          return element('rect', { ...box, fill: shared ? INK.mark : INK.edgeDark }) + words(x + cell / 2, y + ROW / 2 + 3.5, number(count), { anchor: 'middle', weight: 600, fill: '#FFFFFF' })
        })
      ]
    })
  ])
}
