import t from 'tap'
import { CLUSTER_COLOURS, clusterColour, NO_CLUSTER_COLOUR } from '../../services/contract/palette.ts'

const STAGE = '#FBFAF7'
/** WCAG 2 relative luminance and contrast. */
const luminance = (colour: string) => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0)
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

t.test('a code has its colour, from the thirteenth on grey', async t => {
  t.match(clusterColour('C1'), { name: 'indigo', fill: '#332288' })
  t.match(clusterColour('C12'), { name: 'petrol', fill: '#00506B' })
  for (const other of ['C13', 'C0', 'C01', 'c1', 'X', '', null]) t.equal(clusterColour(other), NO_CLUSTER_COLOUR, String(other))
})

t.test('outlines can be seen on the stage and text be read on the fill', async t => {
  t.equal(new Set(CLUSTER_COLOURS.map(({ fill }) => fill)).size, 12)
  for (const { name, fill, line, on } of [...CLUSTER_COLOURS, NO_CLUSTER_COLOUR]) {
    t.ok(contrast(line, STAGE) >= 3, `${name}: outline ${contrast(line, STAGE).toFixed(2)}`)
    t.ok(contrast(on, fill) >= 4.5, `${name}: text ${contrast(on, fill).toFixed(2)}`)
  }
})
