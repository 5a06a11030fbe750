/** Structural holes against the formulas as they stand, node by node over all pairs, on random networks. */
import fc from 'fast-check'
import t from 'tap'
import { structuralHoles } from '../../services/analysis/brokerage/structural-holes.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { towardsMorePartners } from '../../services/analysis/brokerage/towards-more-partners.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'

function randomNetwork (n: number, density: number, directed: boolean, seed: number, scale = 1): Csr {
  const random = createRandom(seed)
  const links = Array.from({ length: n * density }, () => [random.below(n), random.below(n), (1 + random.below(9)) / 4 * scale]).filter(([a, b]) => a !== b)
  return buildCsr(n, { sources: links.map(([a]) => a), targets: links.map(([, b]) => b), weights: links.map(([, , weight]) => weight) }, directed).graph
}

/** Burt 1992 and Borgatti 1997 over a full matrix. */
function slowly ({ n, offsets, targets, weights }: Csr): Array<[constraint: number, effectiveSize: number, hierarchy: number]> {
  const z = Array.from({ length: n }, () => new Float64Array(n))
  for (let v = 0; v < n; v++) for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) z[v][targets[slot]] += weights[slot]
  const matrix = z.map((row, i) => row.map((_, j) => z[i][j] + z[j][i]))
  const nodes = Array.from({ length: n }, (_, v) => v)
  const share = (i: number, j: number): number => matrix[i][j] / matrix[i].reduce((sum, weight) => sum + weight, 0)
  const marginal = (j: number, q: number): number => matrix[j][q] / Math.max(...matrix[j])
  return nodes.map(i => {
    const partners = nodes.filter(j => matrix[i][j] > 0)
    const held = partners.map(j => (share(i, j) + partners.filter(q => q !== j).reduce((sum, q) => sum + share(i, q) * share(q, j), 0)) ** 2)
    const constraint = held.reduce((sum, c) => sum + c, 0)
    const size = partners.reduce((sum, j) => sum + 1 - partners.filter(q => q !== j).reduce((least, q) => least + share(i, q) * marginal(j, q), 0), 0)
    const ratios = held.map(c => c * partners.length / constraint)
    return partners.length === 0 ? [NaN, NaN, NaN] : [constraint, size, partners.length === 1 ? 1 : ratios.reduce((sum, r) => sum + r * Math.log(r), 0) / (partners.length * Math.log(partners.length))]
  })
}

const near = (a: number, b: number): boolean => (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) < 1e-12 * Math.max(1, Math.abs(b))

t.test('as the formulas say, and whatever the scale of weights', async t => {
  let triangles = 0
  fc.assert(fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 5 }), fc.boolean(), fc.nat(), (n, density, directed, seed) => {
    const found = structuralHoles(randomNetwork(n, density, directed, seed))
    const scaled = structuralHoles(randomNetwork(n, density, directed, seed, 1e6))
    slowly(randomNetwork(n, density, directed, seed)).forEach(([constraint, size, hierarchy], v) => {
      if (found.effectiveSize[v] !== Math.round(found.effectiveSize[v])) triangles++
      t.ok(near(found.constraint[v], constraint) && near(found.effectiveSize[v], size) && near(found.hierarchy[v], hierarchy), `${n} nodes, seed ${seed}, node ${v}`)
      t.ok(near(scaled.constraint[v], constraint) && near(scaled.effectiveSize[v], size) && near(scaled.hierarchy[v], hierarchy))
    })
  }), { numRuns: 60 })
  t.ok(triangles > 100, 'partners did deal with each other')
})

t.test('each link once, in rows that hubs do not lengthen', async t => {
  const n = 400
  // A hub that knows everybody, and a ring.
  const ring = Array.from({ length: n - 1 }, (_, i) => i + 1)
  const { graph } = buildCsr(n, { sources: [...ring, ...ring], targets: [...ring.map(() => 0), ...ring.map(v => v === n - 1 ? 1 : v + 1)] }, false)
  const links = towardsMorePartners(graph)
  t.equal(links.targets.length, graph.m)
  t.equal(links.offsets[1], 0, 'the hub points at nobody')
  t.ok(Array.from({ length: n }, (_, v) => links.offsets[v + 1] - links.offsets[v]).every(length => length <= Math.sqrt(2 * graph.m)))
  const pairs = new Set(Array.from({ length: n }, (_, v) => [...links.targets.subarray(links.offsets[v], links.offsets[v + 1])].map(w => [v, w].sort((a, b) => a - b).join())).flat())
  t.equal(pairs.size, graph.m)
})

t.test('it is watched and stops when asked', async t => {
  const graph = randomNetwork(50, 3, false, 1)
  t.throws(() => structuralHoles(graph, { progress: () => {}, check: () => { throw new Error('stopped') } }), { message: 'stopped' })
})
