/**
 * Boxes in rows, so that none overlaps another: the highest first, each row beneath the one before and as high as its first box.
 *
 * A row is as wide as the widest box, or as wide as the whole takes to be about square. Boxes of one height stay in the order given. O(k log k).
 * Known as next-fit decreasing height: at most twice the height of the best packing, and one box more (Coffman, Garey, Johnson & Tarjan 1980, SIAM J. Comput. 9:808).
 */
export interface Box { width: number, height: number }

/** Left and bottom of each box. The first row's top is at 0, its left at 0. */
export function packBoxes (boxes: Box[], gap: number): Array<{ left: number, bottom: number }> {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const rowWidth = boxes.reduce((widest, { width }) => Math.max(widest, width), Math.sqrt(area))
  const places = boxes.map(() => ({ left: 0, bottom: 0 }))
  let top = 0
  let left = 0
  let rowHeight = 0
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[b].height - boxes[a].height || a - b)
  for (const i of order) {
    const { width, height } = boxes[i]
    if (left > 0 && left + width > rowWidth) {
      top -= rowHeight + gap
      left = 0
    }
    if (left === 0) rowHeight = height
    places[i] = { left, bottom: top - height }
    left += width + gap
  }
  return places
}
