/** Coreness and components by slow obvious ways on random networks. */
import fc from 'fast-check'
import t from 'tap'
import { coreness } from '../../services/analysis/centrality/coreness.ts'
import { components } from '../../services/analysis/communities/components.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'

const networks = fc.record({ n: fc.integer({ min: 0, max: 40 }), density: fc.constantFrom(0, 0.5, 1, 2, 5), directed: fc.boolean(), seed: fc.nat() }).map(({ n, density, directed, seed }) => {
  const random = createRandom(seed)
  const links = Array.from({ length: Math.round(n * density) }, () => [random.below(n), random.below(n)]).filter(([a, b]) => a !== b)
  return { n, links, graph: buildCsr(n, { sources: links.map(([a]) => a), targets: links.map(([, b]) => b) }, directed).graph }
})

t.test('coreness: whoever is left when all with fewer than k partners have gone', async t => {
  let deepest = 0
  fc.assert(fc.property(networks, ({ n, links, graph }) => {
    const cores = new Float64Array(n)
    for (let k = 1; k <= n; k++) {
      let left = new Set(Array.from({ length: n }, (_, v) => v))
      for (let before = -1; before !== left.size;) {
        before = left.size
        const staying = left
        left = new Set([...left].filter(v => new Set(links.flatMap(([a, b]) => a === v && staying.has(b) ? [b] : b === v && staying.has(a) ? [a] : [])).size >= k))
      }
      for (const v of left) cores[v] = k
      if (left.size === 0) break
    }
    deepest = Math.max(deepest, ...cores)
    t.strictSame(coreness(graph), cores)
  }), { numRuns: 60 })
  t.ok(deepest >= 4)
})

t.test('components: labels spread until none changes; the largest first, then the smallest member', async t => {
  let several = 0
  fc.assert(fc.property(networks, ({ n, links, graph }) => {
    const labels = Array.from({ length: n }, (_, v) => v)
    for (let changed = true; changed;) {
      changed = false
      for (const [a, b] of links) {
        if (labels[a] === labels[b]) continue
        labels[a] = labels[b] = Math.min(labels[a], labels[b])
        changed = true
      }
    }
    const sizes = (label: number): number => labels.filter(each => each === label).length
    const order = [...new Set(labels)].sort((a, b) => sizes(b) - sizes(a) || a - b)
    const found = components(graph)
    t.strictSame([...found.labels], labels.map(label => order.indexOf(label)))
    t.equal(found.count, order.length)
    if (order.length > 1 && sizes(order[0]) > 4) several++
  }), { numRuns: 150 })
  t.ok(several > 20)
})
