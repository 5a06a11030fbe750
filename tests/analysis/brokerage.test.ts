/** Brokerage of single organisations: published tables, other tools, slow second computations, and what must not matter. */
import t from 'tap'
import fc from 'fast-check'
import { bridgeScoreParts } from '../../services/analysis/brokerage/bridge-score.ts'
import { everettValente } from '../../services/analysis/brokerage/everett-valente.ts'
import { GROUP_ROLES, groupRoles, hubPossible } from '../../services/analysis/brokerage/group-roles.ts'
import { linksOf, participation } from '../../services/analysis/brokerage/participation.ts'
import { structuralHoles } from '../../services/analysis/brokerage/structural-holes.ts'
import { withinGroupZ } from '../../services/analysis/brokerage/within-group.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { MEASURABLE } from '../../services/analysis/registry.ts'
import type { Measured } from '../../services/analysis/algorithm.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { compareScores, readCase } from './read-case.ts'

interface Link { a: number, b: number, weight: number }
const build = (n: number, links: Link[], directed: boolean): Csr =>
  buildCsr(n, { sources: links.map(({ a }) => a), targets: links.map(({ b }) => b), weights: links.map(({ weight }) => weight) }, directed).graph
const network = fc.integer({ min: 2, max: 8 }).chain(n => fc.record({
  n: fc.constant(n), groups: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
  links: fc.array(fc.record({ a: fc.nat(n - 1), b: fc.nat(n - 1), weight: fc.integer({ min: 1, max: 5 }) }).filter(({ a, b }) => a !== b), { maxLength: 20 })
}))
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 || (Number.isNaN(a) && Number.isNaN(b))
const nearAll = (found: ArrayLike<number>, expected: ArrayLike<number>): boolean => found.length === expected.length && Array.from(found).every((value, v) => near(value, expected[v]))

/** Every shortest path between two nodes of a directed graph, as lists of nodes. */
function shortestPaths ({ offsets, targets }: Csr, from: number, to: number): number[][] {
  for (let paths = [[from]]; paths.length > 0;) {
    const there = paths.filter(path => path.at(-1) === to)
    if (there.length > 0) return there
    paths = paths.flatMap(path => [...targets.subarray(offsets[path.at(-1) as number], offsets[path.at(-1) as number + 1])].filter(w => !path.includes(w)).map(w => [...path, w]))
  }
  return []
}

function brokerageByPaths (graph: Csr): { in: number[], out: number[] } {
  const nodes = Array.from({ length: graph.n }, (_, v) => v)
  const paths = nodes.flatMap(a => nodes.filter(b => b !== a).map(b => ({ a, b, all: shortestPaths(graph, a, b) })))
  const between = nodes.map(v => paths.filter(({ a, b }) => a !== v && b !== v).reduce((sum, { all }) => sum + (all.length === 0 ? 0 : all.filter(path => path.includes(v)).length / all.length), 0))
  const side = (count: (v: number) => number, links: (v: number) => number): number[] => nodes.map(v => between[v] > 0 ? (between[v] + count(v)) / links(v) : 0)
  return {
    in: side(v => paths.filter(({ b, all }) => b === v && all.length > 0).length, v => graph.targets.filter(w => w === v).length),
    out: side(v => paths.filter(({ a, all }) => a === v && all.length > 0).length, v => graph.offsets[v + 1] - graph.offsets[v])
  }
}

t.test('Everett and Valente, directed', async t => {
  const { inputs, expected } = readCase('28-everett-valente', false)
  const links = inputs.campnet_edges as Array<[string, string]>
  const ids = [...new Set(links.flat())].sort()
  const graph = build(ids.length, links.map(([a, b]) => ({ a: ids.indexOf(a), b: ids.indexOf(b), weight: 1 })), true)
  const { mean, sides } = everettValente(graph)
  const rows = expected('campnet_ev') as Record<string, { ev: number, in_ev: number, out_ev: number }>
  for (const [key, found] of [['ev', mean], ['in_ev', sides?.in], ['out_ev', sides?.out]] as const) compareScores(t, ids, found ?? [], Object.fromEntries(ids.map(id => [id, rows[id][key]])), key)
  const published = expected('campnet_ev_sorted_published') as number[]
  t.ok([...mean].sort((a, b) => a - b).every((value, i) => Math.abs(value - published[i]) < 6e-4), 'the published table')
  const supply = readCase('10-directed-weighted-supply', true).graph
  const byPaths = brokerageByPaths(supply)
  t.ok(nearAll(everettValente(supply).sides?.in ?? [], byPaths.in) && nearAll(everettValente(supply).sides?.out ?? [], byPaths.out), 'a supply network, path by path')
  fc.assert(fc.property(network, ({ n, links }) => {
    const graph = build(n, links, true)
    const { in: into, out } = brokerageByPaths(graph)
    const { mean, sides } = everettValente(graph)
    const turned = everettValente(build(n, links.map(({ a, b, weight }) => ({ a: b, b: a, weight })), true))
    return nearAll(sides?.in ?? [], into) && nearAll(sides?.out ?? [], out) && nearAll(mean, into.map((value, v) => (value + out[v]) / 2)) &&
      nearAll(turned.sides?.in ?? [], out) && nearAll(turned.sides?.out ?? [], into)
  }), { seed: 1, numRuns: 100 })
})

t.test('spread over countries of suppliers and of buyers', async t => {
  const { graph, ids, groups, expected } = readCase('10-directed-weighted-supply', true)
  const { codes, count } = groups('country')
  for (const links of ['all', 'in', 'out'] as const) compareScores(t, ids, participation(linksOf(graph, links), codes, count), expected(`participation_country_${links}`), links)
})

t.test('roles among groups, at each bound', async t => {
  const table: Array<[participation: number, z: number, role: string | undefined]> = [
    [0, 2.49, 'ultra-peripheral'], [0.05, 0, 'ultra-peripheral'], [0.051, 0, 'peripheral'], [0.62, 0, 'peripheral'], [0.621, -1, 'connector'], [0.8, 0, 'connector'], [0.81, 2.49, 'kinless'],
    [0, 2.5, 'provincial hub'], [0.3, 3, 'provincial hub'], [0.301, 2.5, 'connector hub'], [0.75, 9, 'connector hub'], [0.751, 2.5, 'kinless hub'], [NaN, 1, undefined], [0.5, NaN, undefined]
  ]
  const roles = groupRoles(Float64Array.from(table, row => row[0]), Float64Array.from(table, row => row[1]))
  t.strictSame([...roles].map(role => GROUP_ROLES[role - 1]), table.map(row => row[2]))
  t.strictSame([...hubPossible(Int32Array.from([...Array<number>(7).fill(0), ...Array<number>(8).fill(1), -1]), 2)], [...Array<number>(7).fill(0), ...Array<number>(8).fill(1), NaN], 'seven are too few: sqrt(6) < 2.5 < sqrt(7)')
  // A star of eight in one group: the greatest z there can be.
  const star = build(8, Array.from({ length: 7 }, (_, i) => ({ a: 0, b: i + 1, weight: 1 })), false)
  t.ok(Math.abs(withinGroupZ(star, new Int32Array(8), 1)[0] - Math.sqrt(7)) < 1e-12)
})

const measure = (name: string, graph: Csr, options: Record<string, unknown>, codes: Int32Array, ids: string[]): Measured => {
  const groupNames = Array.from({ length: Math.max(0, ...codes) + 1 }, (_, g) => `g${g}`)
  const input = { ids, graph, groups: codes, groupNames, terms: { offsets: new Int32Array(graph.n + 1), codes: new Int32Array(0), values: [] }, memberships: { networks: [], offsets: new Int32Array(1), members: new Int32Array(0), membersTotal: new Int32Array(0) }, seed: 1 }
  const entry = MEASURABLE.get(name)
  if (entry === undefined) throw new Error(`${name} is not registered`)
  return entry.compute(input, entry.options.parse(options) as never, UNWATCHED)
}

t.test('bridge score with its parts', async t => {
  const { graph, ids, groups, expected } = readCase('10-directed-weighted-supply', false)
  const { codes } = groups('country')
  const { nodes } = measure('bridgeScore', graph, { weighted: false }, codes, ids)
  const linked = ids.map((_, v) => v).filter(v => graph.offsets[v] < graph.offsets[v + 1])
  compareScores(t, linked.map(v => ids[v]), linked.map(v => nodes.bridgeScore[v]), expected('bridge_score_v1'), 'bridge score')
  compareScores(t, ids, nodes.crossBorderBetweenness, expected('cross_border_betweenness_undirected_normalized'), 'its first part')
  compareScores(t, ids, nodes.countryParticipation, expected('participation_country_all'), 'its second part')
  compareScores(t, ids, nodes.cutOff, expected('giant_loss_beyond_self'), 'how many it alone holds')
  for (const v of linked) if (nodes.bridgeScore[v] > 0) t.ok(Math.abs(nodes.bridgeScore[v] - 100 * Math.sqrt(nodes.crossBorderBetweennessPercentile[v] * nodes.countryParticipationPercentile[v])) < 1e-9)
  const { scores, across } = bridgeScoreParts(Float64Array.from([0, 1, 1, 4]), Float64Array.from([0.2, 0, 0.1, NaN]))
  t.strictSame([...across], [0.5 / 3, 2 / 3, 2 / 3, NaN], 'equal values share a place; isolates have none')
  t.strictSame([...scores], [0, 0, 100 * Math.sqrt(2 / 3 * 1.5 / 3), NaN])
})

t.test('roles and cut links come with tables', async t => {
  const { graph, ids, groups } = readCase('10-directed-weighted-supply', false)
  const { codes } = groups('country')
  const { nodes, tables } = measure('groupRoles', graph, {}, codes, ids)
  t.equal(tables?.roles.id.length, ids.filter((_, v) => !Number.isNaN(nodes.role[v])).length)
  t.equal(nodes.hubPossible.length, ids.length)
  const cut = measure('cutLinks', graph, {}, codes, ids)
  t.strictSame(cut.tables?.links.target, ['DK1', 'DK1', 'DK2'])
  t.strictSame(ids.filter((_, v) => cut.nodes.cutLinks[v] > 0), ['FI3', 'DE2', 'DK1', 'DK2'])
})

t.test('scaling, splitting, turning and renaming', async () => {
  fc.assert(fc.property(network, fc.integer({ min: 2, max: 9 }), ({ n, groups, links }, factor) => {
    const all = (changed: Link[], order = groups, directed = false): ArrayLike<number>[] => {
      const graph = build(n, changed, directed)
      const codes = Int32Array.from(order)
      const { constraint, efficiency, hierarchy } = structuralHoles(graph)
      return [constraint, efficiency, hierarchy, ...(['all', 'in', 'out'] as const).map(side => participation(linksOf(graph, side), codes, 3)), everettValente(graph).mean]
    }
    const plain = all(links)
    const same = (others: ArrayLike<number>[], expected = plain): boolean => others.every((column, k) => nearAll(column, expected[k]))
    const turned = all(links.map(({ a, b, weight }) => ({ a: b, b: a, weight })), groups, true)
    const directed = all(links, groups, true)
    const renamed = all(links.map(({ a, b, weight }) => ({ a: n - 1 - a, b: n - 1 - b, weight })), [...groups].reverse())
    return same(all(links.map(link => ({ ...link, weight: factor * link.weight })))) &&
      same(all(links.flatMap(link => [{ ...link, weight: link.weight / 2 }, { ...link, weight: link.weight / 2 }]))) &&
      same(renamed.map(column => Array.from(column).reverse())) &&
      same([turned[0], turned[1], turned[2], turned[3], turned[5], turned[4], turned[6]], directed)
  }), { seed: 2, numRuns: 150 })
})

t.test('percentiles of the bridge score do not hang on how sums were rounded', async t => {
  const values = Float64Array.of(0.3, 0.1 + 0.2, 0.3 * (1 + 1e-10), 0.2)
  t.not(values[0], values[1], 'the same sum, rounded otherwise')
  const { across, spread } = bridgeScoreParts(values, values)
  t.strictSame([...across], [0.5, 0.5, 0.875, 0.125])
  t.strictSame([...spread], [...across])
  const random = createRandom(3)
  const links = Array.from({ length: 120 }, () => ({ a: random.below(40), b: random.below(40), weight: 1 + random.below(5) })).filter(({ a, b }) => a !== b)
  const groups = Int32Array.from({ length: 40 }, (_, v) => v % 4)
  const percentilesOf = (factor: number): number[] => {
    const graph = build(40, links.map(link => ({ ...link, weight: link.weight * factor })), false)
    const shares = participation(graph, groups, 4)
    return [...bridgeScoreParts(shares, shares).spread]
  }
  for (const factor of [1e-12, 1e-5, 0.1, 3, 1e20]) t.strictSame(percentilesOf(factor), percentilesOf(1), `weights times ${factor}`)
})
