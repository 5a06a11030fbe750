import t from 'tap'
import { withoutLinks } from '../../services/brokerage/without-links.ts'
import { compareNetworks, countLinked } from '../../services/views/broker-effect.ts'
import { makeRun } from '../support/loaded-run.ts'

const firm = (id: string, country: string) => ({ id, name: id, country })
const FIRMS = [firm('a', 'PL'), firm('b', 'PL'), firm('c', 'LV'), firm('d', 'LV'), firm('e', 'SE')]
/** a-b and c-d, with a-c that an introduction brought; e by itself. */
const { loaded } = makeRun({ organisations: FIRMS, collaboration: [['a', 'b', 1], ['c', 'd', 1], ['a', 'c', 2]], networks: { n: ['c', 'd'] } })

t.test('without the link of an introduction the network falls in two', async t => {
  const effect = compareNetworks(loaded, null, [['b', 'd'], ['a', 'c'], ['a', 'e'], ['a', 'unknown']], [['c', 'a']])
  t.equal(effect.comparison, 'without-links')
  t.equal(effect.linksTakenOut, 1)
  t.strictSame(effect.before, { run: loaded.run.id, organisations: 5, crossBorderShare: 0, components: 3 })
  // Weights: a-b 1, c-d 1 + 1 for the network they share, a-c 2, which alone crosses a border: 2 of 5.
  t.strictSame(effect.after, { run: loaded.run.id, organisations: 5, crossBorderShare: 0.4, components: 2 })
  t.strictSame(effect.stepsBefore, [null, null, null, null])
  t.strictSame(effect.stepsAfter, [3, 1, null, null])
})

t.test('a link that has a shared network behind it would be there anyway', async t => {
  const { linksTakenOut, before, after } = compareNetworks(loaded, null, [], [['c', 'd']])
  t.equal(linksTakenOut, 0)
  t.strictSame(before, after)
})

t.test('two runs are compared as they are', async t => {
  const earlier = makeRun({ organisations: FIRMS.slice(0, 4), collaboration: [['a', 'b', 1], ['c', 'd', 3]] }).loaded
  const effect = compareNetworks(loaded, earlier, [['a', 'c'], ['a', 'e']], [['a', 'c']])
  t.match(effect, { comparison: 'two-runs', linksTakenOut: 0, before: { organisations: 4, crossBorderShare: 0, components: 2 }, after: { organisations: 5, crossBorderShare: 0.4, components: 2 } })
  t.strictSame(effect.stepsBefore, [null, null])
  t.strictSame(effect.stepsAfter, [1, null])
})

t.test('linked pairs, and those linked by more than their introduction', async t => {
  t.strictSame(countLinked(loaded, [['a', 'c'], ['d', 'c'], ['a', 'd'], ['a', 'unknown']], () => true), { pairs: 3, linked: 2, linkedOtherwise: 1 })
  t.strictSame(countLinked(loaded, [['a', 'c']], () => false), { pairs: 1, linked: 1, linkedOtherwise: 1 })
  t.strictSame(countLinked(loaded, [], () => true), { pairs: 0, linked: 0, linkedOtherwise: 0 })
})

t.test('taking links out leaves the others as they were', async t => {
  const { graph } = loaded.projection
  const same = withoutLinks(graph, [[0, 4]])
  t.strictSame([same.m, [...same.offsets], [...same.targets], [...same.weights]], [graph.m, [...graph.offsets], [...graph.targets], [...graph.weights]])
  const less = withoutLinks(graph, [[2, 0]])
  t.strictSame([less.m, [...less.offsets], [...less.targets]], [2, [0, 1, 2, 3, 4, 4], [1, 0, 3, 2]])
})
