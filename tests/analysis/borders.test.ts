/** Links across borders against chance: exact toys of an independent implementation, published values, and what must not matter. */
import t from 'tap'
import fc from 'fast-check'
import type { Test } from 'tap'
import { borderChance } from '../../services/analysis/borders/border-chance.ts'
import { countryPairs, crossBorder, crossBorderShares } from '../../services/analysis/borders/cross-border.ts'
import { groupPairs } from '../../services/analysis/borders/group-pairs.ts'
import { inbreedingHomophily } from '../../services/analysis/borders/inbreeding-homophily.ts'
import { partnerDiversity } from '../../services/analysis/borders/partner-diversity.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { compareWithDealtGroups } from '../../services/analysis/statistics/dealt-groups.ts'
import { undirected } from '../../services/analysis/undirected.ts'
import { unweighted } from '../../services/analysis/unweighted.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { compareScores, readCase } from './read-case.ts'

const close = (t: Test, found: number | null, expected: number, message: string, tolerance = 1e-9): unknown => t.ok(found !== null && Math.abs(found - expected) <= tolerance, `${message}: ${found}, expected ${expected}`)
const shuffling = { shuffles: 1000, seed: 1 }

t.test('the E-I index against all 560 arrangements', async t => {
  const { graph, ids, groups, expected } = readCase('20-homophily-country', false)
  const { codes, count } = groups('country')
  const { network } = borderChance(graph, codes, count, shuffling, UNWATCHED)
  const exact = expected('ei_permutation_exact') as { mean: number, sd: number, p_le: number, p_ge: number }
  close(t, 2 * network.share - 1, expected('ei_index') as number, 'E-I')
  close(t, 2 * network.chance.mean - 1, exact.mean, 'mean')
  close(t, 2 * network.chance.deviation, exact.sd, 'deviation')
  close(t, network.chance.pLess, exact.p_le, 'p, less')
  close(t, network.chance.pMore, exact.p_ge, 'p, more')
  close(t, network.chance.p, 2 * exact.p_le, 'p of two sides')
  compareScores(t, ids, crossBorderShares(graph, codes).map(share => 2 * share - 1), expected('ei_node'), 'E-I of each')
  t.strictSame(borderChance(graph, codes, count, { shuffles: 560, seed: 9 }, UNWATCHED), borderChance(graph, codes, count, shuffling, UNWATCHED), 'as many shuffles as arrangements: no chance is left')
  const drawn = borderChance(graph, codes, count, { shuffles: 559, seed: 1 }, UNWATCHED).network.chance
  t.not(drawn.mean, network.chance.mean, 'one fewer: drawn')
  close(t, drawn.mean, network.chance.mean, 'drawn mean', 0.03)
  close(t, drawn.pLess, exact.p_le, 'drawn p', 0.01)
  t.ok(drawn.pLess >= 1 / 560, 'never 0')
  t.strictSame(borderChance(graph, codes, count, { shuffles: 559, seed: 1 }, UNWATCHED).network.chance, drawn, 'one seed, one result')
  t.ok(Object.values(borderChance(graph, codes, count, { shuffles: 0, seed: 1 }, UNWATCHED).network.chance).every(Number.isNaN), 'no shuffles, no comparison')
})

t.test('E-I of each group, a link counted once', async t => {
  const { graph, groups } = readCase('20-homophily-country', false)
  const { codes, count } = groups('country')
  const rows = borderChance(graph, codes, count, shuffling, UNWATCHED).groups
  t.strictSame(rows.map(({ internal, external }) => [internal, external]), [[3, 2], [3, 2], [1, 2]], 'P, D, F')
  t.strictSame(rows.map(({ share }) => share), [2 / 5, 2 / 5, 2 / 3])
  t.ok(rows[0].chance.pLess < 0.1 && rows[0].chance.pMore > 0.9)
})

t.test('a supply network, directed', async t => {
  const { graph, ids, groups, expected } = readCase('10-directed-weighted-supply', true)
  const { codes, count } = groups('country')
  for (const [used, key, ei] of [[unweighted(graph), 'cross_share_country', 'ei_country'], [graph, 'cross_share_country_weighted', 'ei_country_weighted']] as const) {
    const found = crossBorder(used, codes, count)
    for (const [name, value] of Object.entries(expected(key) as Record<'share' | 'expected' | 'ratio', number>)) close(t, found[name as 'share'], value, `${key} ${name}`)
    close(t, found.eiIndex, expected(ei) as number, ei)
    close(t, borderChance(used, codes, count, { shuffles: 10, seed: 1 }, UNWATCHED).network.share * 2 - 1, expected(ei) as number, `${ei}, by links`)
  }
  compareScores(t, ids, crossBorderShares(undirected(unweighted(graph)), codes).map(share => 2 * share - 1), expected('ei_country_node'), 'E-I of each')
})

t.test('pairs of countries', async t => {
  const { graph, groups, expected } = readCase('20-homophily-country', false)
  const { codes, count } = groups('country')
  const rows = expected('country_pair_lift') as Record<string, { observed: number, expected: number, lift: number }>
  const names = ['p', 'd', 'f']
  const pairs = groupPairs(graph, codes, count, { ...shuffling, expectedMin: 0 }, UNWATCHED)
  t.equal(pairs.length, Object.keys(rows).length)
  for (const pair of pairs) {
    const row = rows[[names[pair.a], names[pair.b]].sort().join('')]
    for (const key of ['observed', 'expected', 'lift'] as const) close(t, pair[key], row[key], `${names[pair.a]}${names[pair.b]} ${key}`)
    t.ok(pair.p > 0 && pair.p <= 1 && pair.q >= pair.p)
  }
  const judged = groupPairs(graph, codes, count, { ...shuffling, expectedMin: 3 }, UNWATCHED).filter(({ lift }) => !Number.isNaN(lift))
  t.strictSame(judged.map(({ a, b }) => names[a] + names[b]), ['pd'], 'where three links are expected')
  t.equal(judged[0].q, judged[0].p, 'one test')
})

t.test('inbreeding, Coleman\'s boys and girls and a toy', async t => {
  // His table: 60 boys name 45 boys and 15 girls, 40 girls 20 and 20. Links of that number between nodes of those groups.
  const links = ([[45, 0, 1], [15, 0, 60], [20, 60, 0], [20, 60, 61]] as const).flatMap(([count, source, target]) => Array.from({ length: count }, (_, i) => [source + i, target + i] as const))
  const named = buildCsr(100, { sources: links.map(([a]) => a), targets: links.map(([, b]) => b) }, true).graph
  const table = inbreedingHomophily(named, Int32Array.from({ length: 100 }, (_, v) => Number(v >= 60)), 2)
  t.strictSame(table.map(({ homophily }) => homophily.toFixed(3)), ['0.375', '0.167'])
  const { graph, groups, expected } = readCase('20-homophily-country', false)
  const { codes, count } = groups('country')
  const values = expected('coleman_homophily') as Record<string, number>
  inbreedingHomophily(graph, codes, count).forEach(({ homophily }, g) => close(t, homophily, values[['p', 'd', 'f'][g]], ['p', 'd', 'f'][g]))
  const square = buildCsr(4, { sources: [0, 1, 2], targets: [2, 3, 1] }, false).graph
  t.strictSame(inbreedingHomophily(square, Int32Array.from([0, 0, 1, 1]), 2).map(({ homophily }) => homophily), [-1, -1], 'only outside')
  t.ok(inbreedingHomophily(square, new Int32Array(4), 1).every(({ homophily }) => Number.isNaN(homophily)), 'one group of all')
})

t.test('diversity of partners', async t => {
  // 0 has partners in groups 0, 0, 1 and one without a group.
  const star = buildCsr(6, { sources: [0, 0, 0, 0], targets: [1, 2, 3, 4], weights: [9, 1, 1, 1] }, false).graph
  const { d0, d1, d2, simpson, evenness } = partnerDiversity(star, Int32Array.from([1, 0, 0, 1, -1, 0]), 2)
  close(t, d0[0], 2, 'D0')
  close(t, d1[0], 3 / 2 ** (2 / 3), 'D1')
  close(t, d2[0], 9 / 5, 'D2')
  close(t, simpson[0], 1 - 2 / 6, 'Simpson')
  close(t, evenness[0], Math.log(3 / 2 ** (2 / 3)) / Math.log(2), 'evenness')
  t.strictSame([d0[1], d2[1], simpson[1], evenness[1]], [1, 1, NaN, NaN], 'one partner')
  t.strictSame([d0[5], d2[5]], [0, NaN], 'an isolate')
})

const network = fc.integer({ min: 2, max: 7 }).chain(n => fc.record({
  n: fc.constant(n), directed: fc.boolean(), groups: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
  links: fc.array(fc.record({ a: fc.nat(n - 1), b: fc.nat(n - 1), weight: fc.integer({ min: 1, max: 5 }) }).filter(({ a, b }) => a !== b), { maxLength: 16 })
}))
type Link = { a: number, b: number, weight: number }
const build = (n: number, links: Link[], directed: boolean): Csr => buildCsr(n, { sources: links.map(({ a }) => a), targets: links.map(({ b }) => b), weights: links.map(({ weight }) => weight) }, directed).graph

/** Every order of a list, equal ones as often as they come. */
const orders = (list: number[]): number[][] => list.length === 0 ? [[]] : list.flatMap((first, i) => orders(list.filter((_, j) => j !== i)).map(rest => [first, ...rest]))

t.test('every arrangement, dealt one by one', async () => {
  fc.assert(fc.property(network.filter(({ n }) => n <= 6), ({ n, groups, links }) => {
    const graph = build(n, links, false)
    const all = orders(groups)
    const found = groupPairs(graph, Int32Array.from(groups), 3, { expectedMin: 0, shuffles: 720, seed: 1 }, UNWATCHED)
    return found.every(({ a, b, observed, p }) => {
      const counts = all.map(order => countryPairs(graph, Int32Array.from(order), 3, new Uint8Array(n).fill(1)).find(pair => pair.a === a && pair.b === b)?.observed ?? 0)
      const share = (keep: (count: number) => boolean): number => counts.filter(keep).length / counts.length
      return Math.abs(p - Math.min(1, 2 * Math.min(share(count => count <= observed), share(count => count >= observed)))) < 1e-12
    })
  }), { seed: 1, numRuns: 40 })
})

t.test('scaling, splitting, turning and renaming', async () => {
  fc.assert(fc.property(network, fc.integer({ min: 2, max: 9 }), ({ n, directed, groups, links }, factor) => {
    const all = (changed: Link[], order = groups): number[] => {
      const graph = build(n, changed, directed)
      const codes = Int32Array.from(order)
      const { network, groups: rows } = borderChance(graph, codes, 3, { shuffles: 5040, seed: 1 }, UNWATCHED)
      return [crossBorder(graph, codes, 3).ratio ?? NaN, network.share, ...Object.values(network.chance), ...rows.flatMap(({ share, chance }) => [share, ...Object.values(chance)])]
    }
    const plain = all(links)
    const same = (others: number[]): boolean => others.every((value, i) => Math.abs(value - plain[i]) < 1e-9 || (Number.isNaN(value) && Number.isNaN(plain[i])))
    return same(all(links.map(link => ({ ...link, weight: factor * link.weight })))) &&
      same(all(links.flatMap(link => [{ ...link, weight: link.weight / 2 }, { ...link, weight: link.weight / 2 }]))) &&
      same(all(links.map(({ a, b, weight }) => ({ a: b, b: a, weight })))) &&
      same(all(links.map(({ a, b, weight }) => ({ a: n - 1 - a, b: n - 1 - b, weight })), [...groups].reverse()))
  }), { seed: 2, numRuns: 60 })
})

t.test('nothing to deal, nothing to cross', async t => {
  for (const n of [0, 1, 3]) {
    const graph = build(n, [], false)
    const none = new Int32Array(n).fill(-1)
    const { network, groups } = borderChance(graph, none, 0, shuffling, UNWATCHED)
    t.ok([network.share, ...Object.values(network.chance)].every(Number.isNaN))
    t.strictSame(groups, [])
    t.strictSame(groupPairs(graph, none, 0, { ...shuffling, expectedMin: 0 }, UNWATCHED), [])
    t.strictSame(inbreedingHomophily(graph, none, 0), [])
  }
})

t.test('a comparison can be stopped', async t => {
  const stop = { progress: () => {}, check: () => { throw new Error('stopped') } }
  t.throws(() => compareWithDealtGroups([1], Int32Array.from([0, 1]), shuffling, stop, () => {}), { message: 'stopped' })
})
