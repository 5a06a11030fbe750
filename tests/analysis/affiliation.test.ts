/** Memberships of networks: against networkx, numpy and scipy, by enumeration of small matrices, and what does not change a result. */
import t from 'tap'
import fc from 'fast-check'
import { bipartiteConfiguration } from '../../services/analysis/affiliation/bipartite-configuration.ts'
import { bipartiteCommunities, BipartiteCommunitiesOptions, groupedModularity } from '../../services/analysis/affiliation/bipartite-modularity.ts'
import { CoMembershipBackboneOptions, coMembershipBackbone, FDSM_ORGANISATIONS_MAX } from '../../services/analysis/affiliation/co-membership-backbone.ts'
import { bipartiteClustering, coMembership, CoMembershipOptions, PAIRINGS_MAX, sumByOrganisation } from '../../services/analysis/affiliation/co-membership.ts'
import { twoMode } from '../../services/analysis/affiliation/two-mode.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { poissonBinomialTails } from '../../services/analysis/statistics/poisson-binomial.ts'
import type { Incidence } from '../../services/snapshot/snapshot.ts'
import { readCase } from './read-case.ts'

const near = (found: number | null, value: number, tolerance = 1e-9): boolean => Math.abs((found as number) - value) <= tolerance

/** Members of each network, ascending. */
function incidenceOf (lists: number[][], membersTotal = lists.map(() => -1)): Incidence {
  const offsets = Int32Array.from([0, ...lists.map((_, k) => lists.slice(0, k + 1).reduce((sum, list) => sum + list.length, 0))])
  return { networks: lists.map((_, k) => `n${k}`), offsets, members: Int32Array.from(lists.flat()), membersTotal: Int32Array.from(membersTotal) }
}

const { graph: davis, ids, expected } = readCase('04-davis-southern-women', true)
const WOMEN = 18
const EVENTS = incidenceOf(Array.from({ length: 14 }, (_, event) => Array.from({ length: WOMEN }, (_, v) => v).filter(v => davis.targets.subarray(davis.offsets[v], davis.offsets[v + 1]).includes(WOMEN + event))))
const PAIRS = expected('pairs') as Array<{ source: string, target: string, shared: number, newman: number, fixed_row: number, sdsm: number, fdsm: number }>
const backbone = (options: object, memberships = EVENTS, n = WOMEN, seed = 1) => coMembershipBackbone({ ids: Array.from({ length: n }, (_, v) => String(v)), memberships, seed }, CoMembershipBackboneOptions.parse(options), UNWATCHED)

t.test('the Southern Women, projected', async t => {
  const { affiliations, pairs } = coMembership(WOMEN, EVENTS, CoMembershipOptions.parse({}))
  t.strictSame(pairs.i.map((i, pair) => `${ids[i]} ${ids[pairs.j[pair]]} ${pairs.shared[pair]}`), PAIRS.map(({ source, target, shared }) => `${source} ${target} ${shared}`))
  t.ok(PAIRS.every(({ newman }, pair) => near(pairs.weights[pair], newman)), 'Newman weights as networkx gives them')
  t.ok(near(bipartiteClustering(affiliations, pairs), expected('robins_alexander') as number), 'Robins and Alexander')
})

t.test('the Southern Women, backbones', async t => {
  const kept = expected('kept_at_05') as Record<string, number>
  for (const [name, key, tolerance] of [['fixedRow', 'fixed_row', 1e-11], ['sdsm', 'sdsm', 1e-9], ['fdsm', 'fdsm', 0.012]] as const) {
    const found = backbone({ backbone: name, correction: 'none', samples: 20_000 })
    const worst = Math.max(...PAIRS.map((pair, at) => Math.abs(pair[key] - found.p[at])))
    t.ok(worst < tolerance, `${name}: largest deviation ${worst}`)
    t.equal(found.kept.reduce((sum, flag) => sum + flag, 0), kept[key], `${name} keeps ${kept[key]} pairs at .05`)
    t.equal(found.tests, 153)
    t.equal(backbone({ backbone: name, samples: 2000 }).kept.reduce((sum, flag) => sum + flag, 0), 0, `${name} keeps none where 153 tests are corrected for`)
  }
  t.equal(backbone({ samples: 10 }).model, 'fdsm')
  t.strictSame(backbone({ samples: 50 }), backbone({ samples: 50 }), 'one seed, one result')
  t.notSame(backbone({ samples: 50 }, EVENTS, WOMEN, 2).p, backbone({ samples: 50 }).p)
})

t.test('above the size where auto samples, it computes', async t => {
  const pairsOf = (organisations: number): Incidence => incidenceOf(Array.from({ length: organisations / 2 }, (_, k) => [2 * k, 2 * k + 1]))
  t.equal(backbone({ samples: 1 }, pairsOf(FDSM_ORGANISATIONS_MAX), FDSM_ORGANISATIONS_MAX + 2).model, 'fdsm', 'who has no membership does not count')
  const above = backbone({}, pairsOf(FDSM_ORGANISATIONS_MAX + 2), FDSM_ORGANISATIONS_MAX + 2)
  t.equal(above.model, 'sdsm')
  t.ok((above.deviation as number) < 1e-9)
})

t.test('fixed degree sequences, against all matrices of them', async t => {
  // Four organisations in five networks: every matrix with the same margins is written out.
  const lists = [[0, 1, 2], [0, 1], [1, 2, 3], [0, 3], [2]]
  const counts = [0, 1, 2, 3].map(v => lists.filter(list => list.includes(v)).length)
  const subsets = (size: number): number[][] => Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].filter(v => (bits >> v & 1) === 1)).filter(list => list.length === size)
  let matrices: number[][][] = [[]]
  for (const list of lists) matrices = matrices.flatMap(matrix => subsets(list.length).map(next => [...matrix, next]))
  matrices = matrices.filter(matrix => [0, 1, 2, 3].every(v => matrix.filter(list => list.includes(v)).length === counts[v]))
  t.ok(matrices.length > 20, `${matrices.length} matrices`)
  const { pairs, p } = backbone({ backbone: 'fdsm', samples: 40_000 }, incidenceOf(lists), 4, 5)
  const shared = (matrix: number[][], pair: number): number => matrix.filter(list => list.includes(pairs.i[pair]) && list.includes(pairs.j[pair])).length
  for (let pair = 0; pair < p.length; pair++) {
    const exact = matrices.filter(matrix => shared(matrix, pair) >= pairs.shared[pair]).length / matrices.length
    t.ok(near(p[pair], exact, 0.015), `pair ${pair}: ${p[pair]} of ${exact}`)
  }
})

t.test('the Poisson-binomial tail', async t => {
  // Three trials of .1, .5, .9, by hand: none .045, one .455, two .455, three .045.
  t.ok([1, 0.955, 0.5, 0.045].every((tail, k) => near(poissonBinomialTails([0.1, 0.5, 0.9], 3)[k], tail, 1e-15)))
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), fc.nat(9), (chances, most) => {
    const exact = new Float64Array(most + 1)
    for (let outcome = 0; outcome < 1 << chances.length; outcome++) {
      const chance = chances.reduce((product, each, trial) => product * ((outcome >> trial & 1) === 1 ? each : 1 - each), 1)
      const successes = chances.filter((_, trial) => (outcome >> trial & 1) === 1).length
      for (let k = 0; k <= Math.min(most, successes); k++) exact[k] += chance
    }
    return poissonBinomialTails(chances, most).every((tail, k) => near(tail, exact[k], 1e-12))
  }), { seed: 3, numRuns: 200 })
  t.ok(Math.abs(poissonBinomialTails(Array(30).fill(1e-3), 10)[10] / 2.950347288388e-23 - 1) < 1e-9, 'a tail of 3e-23 keeps its digits')
})

t.test('the bipartite configuration model', async t => {
  fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 8 }), { minLength: 1, maxLength: 9 }), lists => {
    const affiliations = twoMode(8, incidenceOf(lists.map(list => list.sort((a, b) => a - b))), 100)
    const memberships = Int32Array.from({ length: 8 }, (_, v) => affiliations.offsets[v + 1] - affiliations.offsets[v])
    const { classOf, probabilities, networkCounts, deviation } = bipartiteConfiguration(memberships, Int32Array.from(lists, list => list.length))
    const expectedOf = (v: number): number => probabilities[classOf[v]].reduce((sum, chance, c) => sum + chance * networkCounts[c], 0)
    return probabilities.every(chances => chances.every(chance => chance >= 0 && chance <= 1)) && memberships.every((count, v) => near(expectedOf(v), count, deviation + 1e-9)) && deviation < 0.05
  }), { seed: 4, numRuns: 150 })
  // One organisation is in all three networks and another in none; the two others are in one of three each: 1/3.
  const { classOf, probabilities, deviation } = bipartiteConfiguration(Int32Array.of(3, 0, 1, 1), Int32Array.of(2, 2, 1))
  t.ok(probabilities[classOf[0]].every(chance => chance === 1) && probabilities[classOf[1]].every(chance => chance === 0))
  t.ok(deviation < 1e-10)
  t.ok(near(bipartiteConfiguration(Int32Array.of(1, 1, 1), Int32Array.of(1, 1, 1)).probabilities[0][0], 1 / 3))
})

t.test('communities of organisations and networks', async t => {
  const best = expected('bipartite_modularity_best') as number
  const found = bipartiteCommunities(WOMEN, EVENTS, BipartiteCommunitiesOptions.parse({}), 1, UNWATCHED)
  t.ok(near(found.modularity, best), `the best of another search, ${best}: ${found.modularity}`)
  t.equal(new Set([...found.organisations, ...found.networks]).size, 4)
  const partition = expected('bipartite_partition_best') as Record<string, number>
  const grouped = groupedModularity(WOMEN, EVENTS, Int32Array.from({ length: WOMEN }, (_, v) => partition[ids[v]]), 4)
  t.ok(near(grouped.modularity, best), 'networks find the groups of their members')
  t.strictSame([...grouped.networks], Array.from({ length: 14 }, (_, event) => partition[ids[WOMEN + event]]))
  t.ok(near(groupedModularity(WOMEN, EVENTS, new Int32Array(WOMEN), 1).modularity, 0), 'all in one group')
})

t.test('a grouping counts each network where it adds most', async () => {
  fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }), fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 6, maxLength: 6 }), (lists, groups) => {
    const incidence = incidenceOf(lists.map(list => list.sort((a, b) => a - b)))
    const m = incidence.members.length
    const activity = groups.map((_, v) => lists.filter(list => list.includes(v)).length)
    // Barber's double sum, over every way to give the networks groups.
    let most = -Infinity
    for (let code = 0; code < 4 ** lists.length; code++) {
      const given = lists.map((_, k) => Math.floor(code / 4 ** k) % 4 - 1)
      let q = 0
      lists.forEach((list, k) => groups.forEach((group, v) => { if (group >= 0 && group === given[k]) q += Number(list.includes(v)) - activity[v] * list.length / m }))
      most = Math.max(most, q / m)
    }
    return near(groupedModularity(6, incidence, Int32Array.from(groups), 3).modularity, most)
  }), { seed: 5, numRuns: 100 })
})

t.test('strength is the number of networks with a partner, whatever the memberships', async () => {
  fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 7 }), { maxLength: 12 }), lists => {
    const { pairs, affiliations } = coMembership(10, incidenceOf(lists.map(list => list.sort((a, b) => a - b))), CoMembershipOptions.parse({}))
    const strength = sumByOrganisation(10, pairs, pairs.weights)
    const inNetworks = (v: number, w: number): number => lists.filter(list => list.includes(v) && list.includes(w)).length
    const chains = bipartiteClustering(affiliations, pairs)
    return strength.every((sum, v) => near(sum, lists.filter(list => list.includes(v) && list.length > 1).length)) &&
      pairs.shared.every((count, pair) => count === inNetworks(pairs.i[pair], pairs.j[pair])) && pairs.i.every((i, pair) => i < pairs.j[pair]) &&
      (chains === null || (chains >= 0 && chains <= 1))
  }), { seed: 6, numRuns: 200 })
})

t.test('names, order and idle organisations change nothing', async t => {
  const turn = (v: number): number => (v * 5 + 3) % 18
  const turned = incidenceOf(Array.from({ length: 14 }, (_, k) => Array.from(EVENTS.members.subarray(EVENTS.offsets[13 - k], EVENTS.offsets[14 - k]), turn).sort((a, b) => a - b)))
  const byPair = ({ pairs, p }: ReturnType<typeof backbone>, name = (v: number) => v): Map<string, number> => new Map(pairs.i.map((i, pair) => [[name(i), name(pairs.j[pair])].sort((a, b) => a - b).join(), p[pair]]))
  for (const model of ['fixedRow', 'sdsm']) {
    const before = byPair(backbone({ backbone: model }), turn)
    const after = byPair(backbone({ backbone: model }, turned))
    t.ok(before.size === after.size && [...before].every(([pair, p]) => near(after.get(pair) as number, p, 1e-9)), `${model} relabelled`)
    t.ok([...byPair(backbone({ backbone: model }, EVENTS, 25))].every(([pair, p]) => near(byPair(backbone({ backbone: model })).get(pair) as number, p, 1e-9)), `${model} with seven organisations more`)
  }
  t.strictSame(backbone({ backbone: 'fdsm', samples: 30 }, EVENTS, 25).p, backbone({ backbone: 'fdsm', samples: 30 }).p, 'organisations without a membership take part in no trade')
})

t.test('large networks are left out and counted', async t => {
  const lists = [[0, 1, 2, 3], [0, 1], [1, 2]]
  const capped = coMembership(4, incidenceOf(lists), CoMembershipOptions.parse({ networkSizeMax: 3 }))
  t.equal(capped.affiliations.networksAboveCap, 1)
  t.strictSame(capped.pairs, { i: [0, 1], j: [1, 2], shared: [1, 1], weights: [1, 1] })
  const inSource = coMembership(4, incidenceOf(lists, [4, 6, -1]), CoMembershipOptions.parse({ networkSizeMax: 5, networkSizeBasis: 'in-source' }))
  t.equal(inSource.affiliations.networksAboveCap, 1, 'six in the source, two here')
  t.ok(near(coMembership(4, incidenceOf([[0, 1]], [6]), CoMembershipOptions.parse({ networkSizeBasis: 'in-source' })).pairs.weights[0], 1 / 5))
  t.equal(backbone({ networkSizeMax: 3, samples: 5 }, incidenceOf(lists), 4).networksAboveCap, 1)
  const crowd = Array.from({ length: 1000 }, (_, v) => v)
  t.throws(() => coMembership(1000, incidenceOf(Array.from({ length: PAIRINGS_MAX / 499_500 + 1 | 0 }, () => crowd)), CoMembershipOptions.parse({ networkSizeMax: 1000 })), { name: 'MeasureError', message: /lower networkSizeMax/ })
})

t.test('nothing in it', async t => {
  for (const [n, lists] of [[0, []], [1, []], [1, [[0]]], [3, []], [3, [[], [1]]], [2, [[0, 1]]]] as Array<[number, number[][]]>) {
    const incidence = incidenceOf(lists)
    const links = lists.some(list => list.length > 1) ? 1 : 0
    for (const model of ['fixedRow', 'sdsm', 'fdsm']) {
      const { p, q } = backbone({ backbone: model, samples: 3 }, incidence, n)
      t.strictSame([[...p], q], links === 1 ? [[1], [1]] : [[], []], `${n} organisations, ${lists.length} networks, ${model}`)
    }
    t.equal(bipartiteClustering(twoMode(n, incidence, 100), coMembership(n, incidence, CoMembershipOptions.parse({})).pairs), null)
    const { organisations, modularity } = bipartiteCommunities(n, incidence, BipartiteCommunitiesOptions.parse({ restarts: 1 }), 1, UNWATCHED)
    t.equal(organisations.length, n)
    t.equal(modularity, incidence.members.length === 0 ? null : 0)
    t.equal(groupedModularity(n, incidence, new Int32Array(n).fill(-1), 0).modularity, incidence.members.length === 0 ? null : 0)
  }
})

t.test('long work can be stopped', async t => {
  const stop = { progress: () => {}, check: () => { throw new Error('stopped') } }
  for (const name of ['fixedRow', 'sdsm', 'fdsm']) t.throws(() => coMembershipBackbone({ ids, memberships: EVENTS, seed: 1 }, CoMembershipBackboneOptions.parse({ backbone: name }), stop), { message: 'stopped' })
})
