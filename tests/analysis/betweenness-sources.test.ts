/** The sources that betweenness is followed from: all that are linked, or as many as asked for, drawn by the seed. */
import t from 'tap'
import { chooseSources } from '../../services/analysis/centrality/betweenness.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'

t.test('linked nodes in ascending order; fewer are drawn, the same by the same seed', async t => {
  // A path of twenty nodes, then two isolates.
  const { graph } = buildCsr(22, { sources: Array.from({ length: 19 }, (_, v) => v), targets: Array.from({ length: 19 }, (_, v) => v + 1) }, false)
  const drawn = (sources: number, seed: number): number[] => [...chooseSources(graph, { weighted: false, sources }, seed)]
  const linked = Array.from({ length: 20 }, (_, v) => v)
  for (const sources of [0, 20, 21, 1000]) t.strictSame(drawn(sources, 1), linked, `${sources}`)
  const five = drawn(5, 1)
  t.equal(new Set(five).size, 5)
  t.ok(five.every((v, i) => linked.includes(v) && (i === 0 || v > five[i - 1])), 'of the linked, ascending')
  t.strictSame(drawn(5, 1), five, 'one seed, one draw')
  t.ok([2, 3, 4, 5].some(seed => JSON.stringify(drawn(5, seed)) !== JSON.stringify(five)), 'another seed, another draw')
})
