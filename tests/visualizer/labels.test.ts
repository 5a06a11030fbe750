import t from 'tap'
import fc from 'fast-check'
import { svgPen } from '../../visualizer/stage/pen.ts'
import { placeLabels, wrapLabel } from '../../visualizer/stage/placed-labels.ts'
import type { LabelBox } from '../../visualizer/stage/placed-labels.ts'

const box = (left: number, top: number): LabelBox => ({ left, top, right: left + 40, bottom: top + 12 })
const apart = (a: LabelBox, b: LabelBox): boolean => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top

t.test('no label covers another or what is taken; the important come first', async t => {
  const place = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 100 })).map(([x, y]) => box(x, y))
  fc.assert(fc.property(fc.array(fc.array(place, { minLength: 1, maxLength: 3 }), { maxLength: 30 }), fc.array(place, { maxLength: 3 }), (wishes, taken) => {
    const placed = placeLabels(wishes.map((boxes, item) => ({ item, boxes })), taken)
    const all = placed.map(each => each.box)
    return all.every((a, i) => taken.every(b => apart(a, b)) && all.slice(i + 1).every(b => apart(a, b))) && placed.every(({ item }, i) => i === 0 || placed[i - 1].item < item)
  }), { seed: 6, numRuns: 300 })
  t.strictSame(placeLabels([{ item: 'first', boxes: [box(0, 0)] }, { item: 'second', boxes: [box(10, 0), box(0, 20)] }, { item: 'third', boxes: [box(5, 5)] }]).map(({ item }) => item), ['first', 'second'])
})

t.test('long labels take two lines', async t => {
  t.strictSame(wrapLabel('Energy', 20), ['Energy'])
  t.strictSame(wrapLabel('Food & bioeconomy in the north', 18), ['Food & bioeconomy', 'in the north'])
  t.strictSame(wrapLabel('Donaudampfschifffahrtsgesellschaft', 20), ['Donaudampfschifffahr', 'tsgesellschaft'])
  t.ok(wrapLabel('a '.repeat(60), 20).every(line => line.length <= 20))
})

t.test('in a file the number of a label follows it in whatever font the reader has', async t => {
  const pen = svgPen(text => text.length)
  pen.text(50, 20, 'Health & life', { size: 12, weight: 600, fill: '#000', halo: null, anchor: 'middle' }, { text: '1,079', weight: 400, fill: '#444' })
  t.strictSame(pen.elements, ['<text x="50" y="20" font-size="12" font-weight="600" fill="#000" text-anchor="middle">Health &amp; life<tspan font-weight="400" fill="#444"> 1,079</tspan></text>'])
})
