/** Names beside discs, the first ones first; a name that would cover another, or leave the picture, is tried on four sides and else left out. */
import { overlap, shorten, widthOf, words } from './svg.ts'
import type { Box, TextStyle } from './svg.ts'

/** Characters of a name in a picture; the whole name stands in the table. */
const NAME_LENGTH_MAX = 30

export interface Labelled { x: number, y: number, radius: number, text: string, /** Where the text finds no room. */ short?: string }

export function placeLabels (nodes: readonly Labelled[], area: Box, taken: readonly Box[], style: TextStyle & { size: number }): string[] {
  const boxes = [...taken]
  return nodes.flatMap(({ x, y, radius, text, short }) => place(x, y, radius, shorten(text, NAME_LENGTH_MAX)) ?? (short === undefined ? null : place(x, y, radius, short)) ?? [])

  function place (x: number, y: number, radius: number, name: string): string | null {
    const width = widthOf(name, style.size)
    const sides = [
      { anchor: 'middle' as const, x, y: y - radius - 4 }, { anchor: 'middle' as const, x, y: y + radius + style.size + 1 },
      { anchor: 'start' as const, x: x + radius + 4, y: y + style.size / 3 }, { anchor: 'end' as const, x: x - radius - 4, y: y + style.size / 3 }
    ]
    for (const side of sides) {
      const left = side.anchor === 'middle' ? side.x - width / 2 : side.anchor === 'end' ? side.x - width : side.x
      const box = { left, right: left + width, top: side.y - style.size, bottom: side.y + style.size * 0.3 }
      if (box.left < area.left || box.right > area.right || box.top < area.top || box.bottom > area.bottom || boxes.some(other => overlap(box, other))) continue
      boxes.push(box)
      return words(side.x, side.y, name, { ...style, anchor: side.anchor })
    }
    return null
  }
}

/** The square around a disc. */
export const boxOf = ({ x, y, radius }: Pick<Labelled, 'x' | 'y' | 'radius'>): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
