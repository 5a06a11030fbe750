/** Shares as bars from 0 to 1, one below the other, each with a tick where it was expected. */
import { element, FULL_WIDTH, INK, picture, shorten, words } from '../../reports/charts/svg.ts'

/** `text`: the share and what was expected, as numbers. Without a share the text stands alone. */
export interface ShareRow { name: string, share: number | null, expected: number | null, text: string }

const LABEL = 170
const NAME_LENGTH_MAX = 30
const VALUES = 150
const ROW = 20
const BAR = 10

export function drawShares (rows: readonly ShareRow[]): string {
  const width = FULL_WIDTH - LABEL - VALUES
  return picture(FULL_WIDTH, rows.length * ROW + 4, rows.flatMap(({ name, share, expected, text }, i) => {
    const y = i * ROW + (ROW - BAR) / 2
    const tick = expected === null ? '' : element('line', { x1: LABEL + width * expected, x2: LABEL + width * expected, y1: y - 4, y2: y + BAR + 4, stroke: INK.ink, 'stroke-width': 2 })
    return [
      words(0, y + BAR - 1, shorten(name, NAME_LENGTH_MAX)),
      ...(share === null ? [] : [element('rect', { x: LABEL, y, width, height: BAR, rx: 2, fill: INK.land }), element('rect', { x: LABEL, y, width: width * share, height: BAR, rx: 2, fill: INK.mark }), tick]),
      words(FULL_WIDTH, y + BAR - 1, text, { anchor: 'end', fill: INK.ink2 })
    ]
  }))
}
