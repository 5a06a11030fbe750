/** Weights far from 1: what is found does not depend on the unit that weights are in. */
import t from 'tap'
import { graphologyLouvain } from '../../services/analysis/communities/graphology-louvain.ts'
import { labelPropagation } from '../../services/analysis/communities/label-propagation.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { louvain } from '../../services/analysis/communities/louvain.ts'
import { updateCommunities } from '../../services/analysis/communities/update-communities.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { ForceAtlas2Options } from '../../services/analysis/layout/force-options.ts'
import { layoutNetwork } from '../../services/analysis/layout/layout-network.ts'
import { NEAR, nearOne } from '../../services/analysis/near-one.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { readCase } from './read-case.ts'

const times = (graph: Csr, factor: number): Csr => ({ ...graph, weights: graph.weights.map(weight => weight * factor) })
/** Powers of two, so that the scaled network is the same to the bit; 2^166 is near 1e50. */
const FAR = [2 ** -166, 2 ** -60, 2 ** -40, 2 ** 40, 2 ** 160]

t.test('a mean near 1 leaves the network as it is; any other is brought from 1 to 2', async t => {
  const { graph } = readCase('05-lesmis-weighted', false)
  const mean = graph.weights.reduce((sum, weight) => sum + weight, 0) / graph.weights.length
  for (const near of [2 ** -NEAR, 1, 2 ** NEAR * 0.999]) t.equal(nearOne(times(graph, near / mean)).factor, 1, String(near))
  const kept = times(graph, 1 / mean)
  t.equal(nearOne(kept).graph, kept)
  for (const far of [...FAR, 2 ** -NEAR * 0.999 / mean, 2 ** NEAR * 1.001 / mean]) {
    const { graph: { weights }, factor } = nearOne(times(graph, far))
    const after = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
    t.ok(after >= 1 && after < 2 && Number.isInteger(Math.log2(factor)), String(far))
  }
  t.equal(nearOne({ ...graph, m: 0, weights: new Float64Array(0) }).factor, 1)
})

for (const name of ['05-lesmis-weighted', '10-directed-weighted-supply']) {
  t.test(`communities of ${name} in any unit`, async t => {
    const { graph } = readCase(name, name.startsWith('10'))
    const ids = Array.from({ length: graph.n }, (_, v) => String(v).padStart(4, '0'))
    for (const quality of ['modularity', 'constantPotts'] as const) {
      const options = LeidenOptions.parse({ quality, restarts: 3, resolution: quality === 'modularity' ? 1 : 0.5 })
      const found = [...leiden(graph, options, 1)]
      t.ok(new Set(found).size < graph.n, 'somebody joined somebody')
      for (const factor of FAR) {
        const far = times(graph, factor)
        const asked = { ...options, resolution: quality === 'modularity' ? options.resolution : options.resolution * factor }
        t.strictSame([...leiden(far, asked, 1)], found, `leiden, ${quality}, times ${factor}`)
        t.strictSame([...louvain(far, asked, 1)], [...louvain(graph, options, 1)], `louvain, ${quality}, times ${factor}`)
      }
    }
    for (const factor of FAR) t.strictSame([...labelPropagation(times(graph, factor), {}, 1)], [...labelPropagation(graph, {}, 1)], `label propagation, times ${factor}`)
    if (graph.directed) return
    for (const factor of [...FAR, 1e-12]) t.strictSame([...graphologyLouvain(times(graph, factor), { resolution: 1 }, 1)], [...graphologyLouvain(graph, { resolution: 1 }, 1)], `Louvain of graphology, times ${factor}`)
    const update = (factor: number): number[] => [...updateCommunities({ ids: ids.slice(1), graph: { ...graph, n: 0, offsets: new Int32Array(graph.n) }, community: new Int32Array(graph.n - 1) }, ids, times(graph, factor), { quality: 'modularity', resolution: 1 }, UNWATCHED)]
    for (const factor of FAR) t.strictSame(update(factor), update(1), `an update, times ${factor}`)
  })
}

t.test('a picture has places whatever the unit', async t => {
  const { graph } = readCase('05-lesmis-weighted', false)
  const options = ForceAtlas2Options.parse({ iterations: 20 })
  for (const factor of [1e-50, 1e50 / 31]) {
    const { positions: { x, y } } = layoutNetwork(times(graph, factor), new Int32Array(graph.n), options, UNWATCHED)
    t.ok([...x, ...y].every(Number.isFinite), String(factor))
  }
})
