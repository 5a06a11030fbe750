/** Brokerage roles and what chance would give: R sna, every arrangement of small networks, and what must not matter. */
import t from 'tap'
import fc from 'fast-check'
import type { Test } from 'tap'
import { brokerageRoles, ROLES, standardised } from '../../services/analysis/brokerage/gould-fernandez.ts'
import type { RoleColumns } from '../../services/analysis/brokerage/gould-fernandez.ts'
import { openPairs } from '../../services/analysis/brokerage/open-pairs.ts'
import { randomLinkRoles } from '../../services/analysis/brokerage/random-link-roles.ts'
import { shuffledRoles } from '../../services/analysis/brokerage/shuffled-roles.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { compareScores, readCase } from './read-case.ts'

const COLUMNS = [...ROLES, 'total'] as const
const compareRoles = (t: Test, ids: string[], found: RoleColumns, expected: unknown, message: string, tolerance = 1e-9): void => COLUMNS.forEach(role =>
  compareScores(t, ids, found[role], Object.fromEntries(Object.entries(expected as Record<string, Record<string, number>>).map(([id, row]) => [id, row[role]])), `${message}, ${role}`, tolerance))

t.test('R sna: counts, and links drawn anew', async t => {
  const { graph, ids, groups, expected } = readCase('09-gould-fernandez-sna', true)
  const { codes, count } = groups('group')
  const { counts } = brokerageRoles(graph, codes)
  const chance = randomLinkRoles(graph, codes, count)
  compareRoles(t, ids, counts, expected('roles'), 'counts')
  compareRoles(t, ids, chance.expected, expected('expected'), 'expected')
  compareRoles(t, ids, chance.deviation, expected('sd'), 'deviation')
  compareRoles(t, ids, standardised(counts, chance), expected('z'), 'z')
  const supply = readCase('10-directed-weighted-supply', true)
  const country = supply.groups('country')
  const found = brokerageRoles(supply.graph, country.codes).counts
  compareRoles(t, supply.ids, found, supply.expected('gould_fernandez_country'), 'by country')
  compareRoles(t, supply.ids, standardised(found, randomLinkRoles(supply.graph, country.codes, country.count)), supply.expected('gould_fernandez_country_z'), 'z by country')
})

t.test('labels shuffled: the closed form against 4000 shuffles of an independent implementation', async t => {
  for (const [name, group] of [['09-gould-fernandez-sna', 'group'], ['10-directed-weighted-supply', 'country']]) {
    const { graph, ids, groups, expected } = readCase(name, true)
    const { codes, count } = groups(group)
    const chance = shuffledRoles(codes, count, openPairs(graph))
    compareRoles(t, ids, chance.expected, expected('label_permutation_expected'), `${name} expected`)
    compareRoles(t, ids, chance.deviation, expected('label_permutation_sd_mc4000'), `${name} deviation`, 0.2)
    t.ok(standardised(brokerageRoles(graph, codes).counts, chance).total.every(Number.isNaN), 'the total never changes')
  }
})

/** Every distinct order of the labels. */
function arrangements (labels: number[]): number[][] {
  if (labels.length === 0) return [[]]
  return [...new Set(labels)].flatMap(first => {
    const rest = [...labels]
    rest.splice(rest.indexOf(first), 1)
    return arrangements(rest).map(order => [first, ...order])
  })
}

const network = fc.integer({ min: 2, max: 6 }).chain(n => fc.record({
  directed: fc.boolean(), groups: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
  links: fc.array(fc.record({ a: fc.nat(n - 1), b: fc.nat(n - 1), weight: fc.integer({ min: 1, max: 5 }) }), { maxLength: 18 })
}))
type Network = typeof network extends fc.Arbitrary<infer Value> ? Value : never
const build = ({ directed, groups, links }: Network): Csr => {
  const kept = links.filter(({ a, b }) => a !== b)
  return buildCsr(groups.length, { sources: kept.map(({ a }) => a), targets: kept.map(({ b }) => b), weights: kept.map(({ weight }) => weight) }, directed).graph
}
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 || (Number.isNaN(a) && Number.isNaN(b))

t.test('labels shuffled: every arrangement of small networks', async () => {
  fc.assert(fc.property(network, drawn => {
    const graph = build(drawn)
    const chance = shuffledRoles(Int32Array.from(drawn.groups), 3, openPairs(graph))
    for (let v = 0; v < graph.n; v++) {
      const all = arrangements(drawn.groups.filter((_, w) => w !== v)).map(order => brokerageRoles(graph, Int32Array.from([...order.slice(0, v), drawn.groups[v], ...order.slice(v)])).counts)
      for (const role of COLUMNS) {
        const mean = all.reduce((sum, counts) => sum + counts[role][v], 0) / all.length
        const deviation = Math.sqrt(all.reduce((sum, counts) => sum + (counts[role][v] - mean) ** 2, 0) / all.length)
        if (!near(chance.expected[role][v], mean) || !near(chance.deviation[role][v], deviation)) return false
      }
    }
    return true
  }), { seed: 1, numRuns: 150 })
})

t.test('counts against all pairs of links, and the weighted variant', async () => {
  fc.assert(fc.property(network, drawn => {
    const graph = build(drawn)
    const weight = Array.from({ length: graph.n }, () => new Float64Array(graph.n))
    for (let v = 0; v < graph.n; v++) for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) weight[v][graph.targets[slot]] = graph.weights[slot]
    const { counts, weighted } = brokerageRoles(graph, Int32Array.from(drawn.groups))
    const expected = Object.fromEntries(COLUMNS.map(role => [role, drawn.groups.map(() => [0, 0])]))
    drawn.groups.forEach((A, a) => drawn.groups.forEach((V, v) => drawn.groups.forEach((B, b) => {
      if (a === b || weight[a][v] === 0 || weight[v][b] === 0 || weight[a][b] > 0) return
      const role = A === V && V === B ? 'coordinator' : A === B ? 'itinerant' : A === V ? 'representative' : V === B ? 'gatekeeper' : 'liaison'
      for (const column of [role, 'total'] as const) {
        expected[column][v][0]++
        expected[column][v][1] += Math.min(weight[a][v], weight[v][b])
      }
    })))
    return COLUMNS.every(role => expected[role].every(([count, sum], v) => counts[role][v] === count && weighted[role][v] === sum))
  }), { seed: 2, numRuns: 200 })
})

t.test('what must and what must not matter', async () => {
  fc.assert(fc.property(network, fc.integer({ min: 2, max: 7 }), (drawn, factor) => {
    const groups = Int32Array.from(drawn.groups)
    const both = (links: Network['links'], order = drawn.groups): { counts: RoleColumns, weighted: RoleColumns, deviation: RoleColumns } => {
      const graph = build({ ...drawn, links, groups: order })
      return { ...brokerageRoles(graph, Int32Array.from(order)), deviation: shuffledRoles(Int32Array.from(order), 3, openPairs(graph)).deviation }
    }
    const plain = both(drawn.links)
    const turned = both(drawn.links.map(({ a, b, weight }) => ({ a: b, b: a, weight })))
    const split = both(drawn.links.flatMap(link => [{ ...link, weight: link.weight / 2 }, { ...link, weight: link.weight / 2 }]))
    const scaled = both(drawn.links.map(link => ({ ...link, weight: factor * link.weight })))
    const n = groups.length
    const mirrored = both(drawn.links.map(({ a, b, weight }) => ({ a: n - 1 - a, b: n - 1 - b, weight })), [...drawn.groups].reverse())
    const swapped = { coordinator: 'coordinator', itinerant: 'itinerant', representative: 'gatekeeper', gatekeeper: 'representative', liaison: 'liaison', total: 'total' } as const
    return COLUMNS.every(role => drawn.groups.every((_, v) =>
      turned.counts[swapped[role]][v] === plain.counts[role][v] && near(turned.deviation[swapped[role]][v], plain.deviation[role][v]) &&
      split.counts[role][v] === plain.counts[role][v] && split.weighted[role][v] === plain.weighted[role][v] &&
      scaled.counts[role][v] === plain.counts[role][v] && scaled.weighted[role][v] === factor * plain.weighted[role][v] &&
      mirrored.counts[role][n - 1 - v] === plain.counts[role][v] && near(mirrored.deviation[role][n - 1 - v], plain.deviation[role][v])))
  }), { seed: 3, numRuns: 200 })
})

t.test('an undirected pair is two ways; nothing is nothing', async t => {
  const path = buildCsr(3, { sources: [0, 1], targets: [1, 2] }, false).graph
  const groups = Int32Array.from([0, 1, 2])
  t.equal(brokerageRoles(path, groups).counts.liaison[1], 2)
  t.equal(shuffledRoles(groups, 3, openPairs(path)).deviation.liaison[1], 0, 'two others of two groups: chance always gives the same')
  for (const n of [0, 1, 2]) {
    const { graph } = buildCsr(n, { sources: [], targets: [] }, true)
    const none = new Int32Array(n).fill(-1)
    for (const chance of [randomLinkRoles(graph, none, 0), shuffledRoles(none, 0, openPairs(graph))]) for (const role of COLUMNS) t.ok([...chance.expected[role], ...chance.deviation[role]].every(value => value === 0), `${n} nodes`)
  }
})
