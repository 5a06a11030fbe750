/** Labels that do not cover each other: the most important first, one that finds no room is left out. Units: pixels on screen. */

export interface LabelBox { left: number, top: number, right: number, bottom: number }
export interface Wish<Item> { item: Item, /** Places to try, best first. */ boxes: LabelBox[] }

const overlaps = (a: LabelBox, b: LabelBox): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** `wishes` in order of importance. `taken`: boxes no label may cover. */
export function placeLabels<Item> (wishes: Array<Wish<Item>>, taken: LabelBox[] = []): Array<{ item: Item, box: LabelBox }> {
  const placed: Array<{ item: Item, box: LabelBox }> = []
  for (const { item, boxes } of wishes) {
    const box = boxes.find(each => !taken.some(other => overlaps(each, other)) && !placed.some(other => overlaps(each, other.box)))
    if (box !== undefined) placed.push({ item, box })
  }
  return placed
}

/** One or two lines of at most `length` characters, cut at a blank where there is one. */
export function wrapLabel (text: string, length: number): string[] {
  if (text.length <= length) return [text]
  const blank = text.lastIndexOf(' ', length)
  const cut = blank > length / 3 ? blank : length
  const rest = text.slice(cut).trim()
  return [text.slice(0, cut).trim(), rest.length > length ? `${rest.slice(0, length - 1)}…` : rest]
}
