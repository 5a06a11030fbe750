/** What one link more changes: added up by hand, and what must hold on any network. */
import t from 'tap'
import fc from 'fast-check'
import { areLinked, effectOfLink } from '../../services/brokerage/add-link.ts'
import type { LinkedNetwork } from '../../services/brokerage/add-link.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'

const networkOf = (n: number, links: number[][], countries: number[], clusterOf: number[]): LinkedNetwork => {
  const { graph } = buildCsr(n, { sources: links.map(([i]) => i), targets: links.map(([, j]) => j), weights: links.map(([,, weight]) => weight) }, false)
  const clusterCount = Math.max(...clusterOf) + 1
  return { graph, countries: Int32Array.from(countries), countryCount: Math.max(...countries) + 1, community: Int32Array.from(clusterOf, (c, v) => c >= 0 ? c : n - 1 - v), clusterOf: Int32Array.from(clusterOf), clusterCount, options: { quality: 'modularity', resolution: 1 } }
}
const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) < 1e-12

// A triangle of one country, a pair of another, and one alone.
const TRIANGLE_AND_PAIR = (): LinkedNetwork => networkOf(6, [[0, 1, 1], [1, 2, 1], [0, 2, 1], [3, 4, 1]], [0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, -1])

t.test('a link of weight 2 between the triangle and the pair, by hand', async t => {
  const { before, after } = effectOfLink(TRIANGLE_AND_PAIR(), [0, 3], 2)
  t.strictSame([before.steps, after.steps, before.components, after.components], [-1, 1, 3, 2])
  t.ok(near(before.crossBorderShare, 0) && near(after.crossBorderShare, 2 / 6))
  t.ok(near(before.modularity, 1 - (6 / 8) ** 2 - (2 / 8) ** 2) && near(after.modularity, 4 / 6 - (8 / 12) ** 2 - (4 / 12) ** 2), 'the partition fits less well')
  const [[of0, of3], [of0After, of3After]] = [before.sides, after.sides]
  t.ok(Number.isNaN(of0.meanSteps) && of0.reached === 0 && of0.circle === 2 && of0.withinTwo === 2)
  t.ok(near(of0After.meanSteps, 1.5) && of0After.reached === 2 && of0After.withinTwo === 4, 'one step to 3, two to 4')
  t.ok(of3.circle === 3 && near(of3After.meanSteps, 5 / 3) && of3After.withinTwo === 4)
  t.ok(near(of0.crossBorderShare, 0) && near(of0After.crossBorderShare, 2 / 4) && near(of3After.crossBorderShare, 2 / 3))
  t.strictSame([of0.cluster, of3.cluster], [{ crossBorderShare: 0, internalDensity: 1, conductance: 0 }, { crossBorderShare: 0, internalDensity: 1, conductance: 0 }])
  t.ok(near(of0After.cluster!.conductance, 2 / 4) && near(of3After.cluster!.conductance, 2 / 4), 'cut 2 over the smaller volume, 4')
})

t.test('inside one cluster, and with one that is in none', async t => {
  const open = networkOf(4, [[0, 1, 1], [1, 2, 1], [2, 3, 1]], [0, 0, 1, 1], [0, 0, 0, 0])
  const { before, after } = effectOfLink(open, [0, 3], 1)
  t.strictSame([before.sides[0].cluster!.internalDensity, after.sides[0].cluster!.internalDensity], [3 / 6, 4 / 6])
  t.ok(near(before.sides[0].cluster!.crossBorderShare, 1 / 3) && near(after.sides[0].cluster!.crossBorderShare, 2 / 4))
  t.ok(before.sides[0].meanSteps === 2 && near(after.sides[0].meanSteps, (1 + 2 + 1) / 3), 'itself is not of the circle')
  const alone = effectOfLink(TRIANGLE_AND_PAIR(), [5, 0], 1)
  t.strictSame([alone.before.sides[0].cluster, alone.before.sides[1].circle, alone.after.sides[1].meanSteps], [null, 1, 1], 'the circle of one without cluster or links is itself')
  t.ok(Number.isNaN(alone.before.sides[0].crossBorderShare) && near(alone.after.sides[0].crossBorderShare, 1))
  t.notOk(areLinked(TRIANGLE_AND_PAIR().graph, 5, 0))
  t.ok(areLinked(TRIANGLE_AND_PAIR().graph, 0, 2))
})

t.test('a link brings nobody further away, joins at most two parts, and is the same from either end', async t => {
  const links = fc.array(fc.tuple(fc.nat(7), fc.nat(7)).filter(([i, j]) => i !== j), { maxLength: 14 })
  fc.assert(fc.property(links, fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }), (list, groups) => {
    const once = [...new Set(list.map(([i, j]) => `${Math.min(i, j)} ${Math.max(i, j)}`))].map(pair => [...pair.split(' ').map(Number), 1])
    const network = networkOf(8, once, groups, groups)
    if (areLinked(network.graph, 0, 1)) return
    const { before, after } = effectOfLink(network, [0, 1], 0.5)
    t.ok(after.steps === 1 && before.components - after.components === Number(before.steps === -1))
    for (const side of [0, 1]) t.ok(after.sides[side].withinTwo >= before.sides[side].withinTwo && after.sides[side].reached >= before.sides[side].reached)
    const other = effectOfLink(network, [1, 0], 0.5)
    t.strictSame([other.after.sides[1], other.after.modularity, other.before.sides[0]], [after.sides[0], after.modularity, before.sides[1]])
  }), { seed: 4, numRuns: 200 })
})
