/** Counts by region as cells: filled with its number, the stronger ones in the colour of what is marked; light: none; dashed: not known; blank: nothing to count. */
import { element, FULL_WIDTH, INK, picture, shorten, TEXT_LEAST, widthOf, words } from '../../reports/charts/svg.ts'

export type MatrixCell = { count: number, strong: boolean } | 'unknown' | 'blank'
/** strong: the name is bold. */
export interface MatrixRow { name: string, strong: boolean, cells: MatrixCell[] }

const LABEL = 196
const NAME_LENGTH_MAX = 34
const ROW = 17
const CELL_MAX = 66
const GAP = 3
/** Bold letters are wider than others. */
const BOLD = 1.05
const HEAD_LENGTH_MAX = 24

/** `names`: of the regions, above their columns. */
export function drawMatrix (names: readonly string[], rows: readonly MatrixRow[], number: (value: number) => string): string {
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
    ...rows.flatMap(({ name, strong, cells }, i) => {
      const y = top + i * ROW
      return [
        words(0, y + ROW / 2 + 3.5, shorten(name, NAME_LENGTH_MAX), { weight: strong ? 600 : 400, fill: strong ? INK.ink : INK.ink2 }),
        ...cells.map((each, p) => {
          if (each === 'blank') return ''
          const x = LABEL + p * cell
          const box = { x: x + GAP / 2, y: y + GAP / 2, width: cell - GAP, height: ROW - GAP, rx: 2 }
          if (each === 'unknown') return element('rect', { ...box, fill: '#FFFFFF', stroke: INK.control, 'stroke-width': 0.8, 'stroke-dasharray': '2 2' })
          if (each.count === 0) return element('rect', { ...box, fill: INK.land })
          return element('rect', { ...box, fill: each.strong ? INK.mark : INK.ink3 }) + words(x + cell / 2, y + ROW / 2 + 3.5, number(each.count), { anchor: 'middle', weight: 600, fill: '#FFFFFF' })
        })
      ]
    })
  ])
}
