/** Communities stay connected after changes, whatever the changes are: against a walk through everything. */
import fc from 'fast-check'
import t from 'tap'
import { canonicalLabels, splitDisconnected } from '../../services/analysis/partitions/partition.ts'
import { splitChanged } from '../../services/analysis/communities/split-changed.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'

const asPairs = (pairs: number[][]): { sources: Int32Array, targets: Int32Array } => ({ sources: Int32Array.from(pairs, ([a]) => a), targets: Int32Array.from(pairs, ([, b]) => b) })

t.test('the parts are those of a walk through everything', async t => {
  let cameApart = 0
  fc.assert(fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }), fc.nat({ max: 12 }), fc.nat({ max: 8 }), fc.nat(), (n, density, groups, gone, moves, seed) => {
    const random = createRandom(seed)
    const draw = (count: number): number[][] => Array.from({ length: count }, () => [random.below(n), random.below(n)]).filter(([a, b]) => a !== b)
    const old = draw(n * density)
    const before = splitDisconnected(buildCsr(n, asPairs(old), false).graph, Int32Array.from({ length: n }, () => random.below(groups)))
    canonicalLabels(before)
    const removed = old.filter((_, i) => i < gone)
    const added = draw(3)
    const { graph } = buildCsr(n, asPairs([...old.filter((_, i) => i >= gone), ...added]), false)
    const labels = before.slice()
    for (let i = 0; i < moves; i++) labels[random.below(n)] = before[random.below(n)]
    const expected = splitDisconnected(graph, labels)
    cameApart += new Set(expected).size > new Set(labels).size ? 1 : 0
    splitChanged(graph, before, labels, asPairs([...removed, ...added]))
    canonicalLabels(labels)
    canonicalLabels(expected)
    t.strictSame([...labels], [...expected])
  }), { numRuns: 3000 })
  t.ok(cameApart > 500, `communities came apart in ${cameApart} of 3000`)
})

t.test('what nothing happened to keeps its label', async t => {
  // Two triangles joined by a link, and a chain that loses its middle.
  const { graph } = buildCsr(10, asPairs([[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3], [6, 7], [8, 9]]), false)
  const before = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, 2)
  const labels = before.slice()
  splitChanged(graph, before, labels, asPairs([[7, 8]]))
  t.strictSame([...labels.subarray(0, 6)], [0, 0, 0, 1, 1, 1])
  t.equal(labels[6], labels[7])
  t.equal(labels[8], labels[9])
  t.not(labels[6], labels[8])
})
