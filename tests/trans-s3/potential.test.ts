/** Internationalisation potential and indicators, against the analysis functions and slow second counts. */
import t from 'tap'
import { crossBorder } from '../../services/analysis/borders/cross-border.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { POTENTIAL_MEASURES } from '../../services/contract/workspace-items.ts'
import type { ContentOf } from '../../services/contract/workspace-items.ts'
import { measureIndicator } from '../../services/trans-s3/evidence/indicator.ts'
import type { IndicatorMeasure } from '../../services/trans-s3/evidence/indicator.ts'
import { networkPositions } from '../../services/trans-s3/evidence/network-position.ts'
import { assessPotential, domainsOfPriorities, POTENTIAL_MEMBERS_MIN } from '../../services/trans-s3/evidence/potential.ts'
import type { PotentialInput } from '../../services/trans-s3/evidence/potential.ts'
import { drawWeights, SPREAD } from '../../services/trans-s3/evidence/random-weights.ts'
import { rankComposite } from '../../services/trans-s3/evidence/rank-composite.ts'
import { openWork } from '../../services/trans-s3/evidence/work-abroad.ts'
import { makeRun, toyId, toyRun } from '../support/loaded-run.ts'
import { stateOf } from './consultation-state.ts'

const near = (found: number | null, expected: number): boolean => found !== null && Math.abs(found - expected) < 1e-9
const { loaded } = toyRun()
const { snapshot: { ids, country }, projection: { graph } } = loaded
const nodes = [...ids.keys()]
const placeOf = (short: string): number => ids.indexOf(toyId(short))

t.test('work abroad of everybody is what the analysis of borders says', async t => {
  const all = openWork(graph, country)(nodes)
  const border = crossBorder(graph, country.codes, country.values.length)
  t.ok(near(all.share, border.share!) && near(all.expected, border.expected!) && near(all.ratio, border.ratio!))
  t.equal(all.links, graph.m)
  const counted = nodes.flatMap(i => Array.from(graph.targets.subarray(graph.offsets[i], graph.offsets[i + 1]), j => ({ i, j }))).filter(({ i, j }) => i < j)
  t.equal(all.linksAbroad, counted.filter(({ i, j }) => country.codes[i] !== country.codes[j]).length)
})

t.test('work abroad of two organisations, by hand', async t => {
  // a1 (PL): a2, a3 at 1/2, a4 (LT) at 1, b1 (PL) and b2 (LT) at 1/2; a4 (LT): a1 (PL) and a5 (LT) at 1.
  const work = openWork(graph, country)(['a1', 'a4'].map(placeOf))
  t.ok(near(work.share, (1 + 0.5 + 1) / (3 + 2)))
  t.equal(work.links, 6, 'the link of the two once')
  t.equal(work.linksAbroad, 2)
  t.ok(near(work.eiIndex, 2 * 2.5 / 5 - 1), 'of the work, not of links counted')
  // Partners of a1: three in Poland, two in Lithuania; of a4 one each.
  t.ok(near(work.partnerDiversity, (25 / 13 + 2) / 2))
  t.equal(work.countries, 2)
  t.match(openWork(graph, country)([placeOf('z')]), { share: null, expected: null, ratio: null, eiIndex: null, partnerDiversity: null, links: 0 })
})

t.test('a composite by hand, what is missing, and what is the same for all', async t => {
  const rows = [{ a: 0, b: 10, c: 7, d: null }, { a: 1, b: 20, c: 7, d: null }, { a: 4, b: 10, c: 7, d: null }, { a: null, b: 50, c: 7, d: null }]
  const { counted, missing, rows: ranked } = rankComposite(rows, { a: 2, b: 1, c: 1, d: 3 }, createRandom(1))
  t.strictSame([counted, missing], [['a', 'b', 'c'], ['d']])
  t.strictSame(ranked.map(({ scaled: { a, b, c } }) => [a, b, c]), [[0, 0, 0], [0.25, 1, 0], [1, 0, 0], [null, null, null]], 'what is not ranked takes no part in least and greatest')
  t.strictSame(ranked.map(({ composite }) => composite), [0, 1.5 / 4, 2 / 4, null])
  t.strictSame(ranked.map(({ rank }) => rank), [3, 2, 1, null])
  t.strictSame(ranked[2].without, { a: 2, b: 1, c: 1 })
  t.strictSame(ranked[0].without, { a: 2, b: 3, c: 3 }, 'equal ones share the better rank')
  t.equal(ranked[0].ranks!.upper, 3)
  t.equal(ranked[3].ranks, null)
})

t.test('ranks that hang on no weight do not move, others do; the seed decides', async t => {
  const rows = [{ a: 3, b: 3 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 0, b: 0 }]
  const ranked = rankComposite(rows, { a: 1, b: 1 }, createRandom(4)).rows
  t.strictSame(ranked.map(({ ranks }) => ranks), [{ lower: 1, upper: 1 }, { lower: 2, upper: 3 }, { lower: 2, upper: 3 }, { lower: 4, upper: 4 }])
  t.strictSame(ranked.map(({ topShare }) => topShare), [1, 1, 1, 0])
  t.strictSame(rankComposite(rows, { a: 1, b: 1 }, createRandom(4)).rows, ranked)
  t.strictSame(rankComposite(rows, { a: 0, b: 0 }, createRandom(4)).rows.map(({ rank }) => rank), [null, null, null, null], 'no weight, no rank')
  t.strictSame(rankComposite(rows, { a: 1, b: 0 }, createRandom(4)).rows.map(({ rank, ranks }) => [rank, ranks!.lower, ranks!.upper]), [[1, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4]], 'a weight of 0 stays 0')
  t.strictSame(rankComposite([] as typeof rows, { a: 1, b: 1 }, createRandom(1)).rows, [])
})

t.test('weights drawn have the means and variances of their distribution', async t => {
  const random = createRandom(9)
  const weights = [5, 3, 2, 0, 0.01]
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const drawn = Array.from({ length: 20_000 }, () => drawWeights(weights, random))
  t.ok(drawn.every(each => Math.abs(each.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9 && each.every(weight => weight >= 0) && each[3] === 0))
  for (const [k, weight] of weights.entries()) {
    const part = weight / total
    const mean = drawn.reduce((sum, each) => sum + each[k], 0) / drawn.length
    const variance = drawn.reduce((sum, each) => sum + (each[k] - mean) ** 2, 0) / drawn.length
    t.ok(Math.abs(mean - part) < 0.004, `${mean} ${part}`)
    t.ok(Math.abs(variance - part * (1 - part) / (SPREAD + 1)) < 0.0006, `${variance}`)
  }
})

const group = { members: nodes }
const input = (more: Partial<PotentialInput> = {}): PotentialInput => ({
  loaded: { ...loaded, clusters: loaded.clusters.map((cluster, c) => ({ ...cluster, stability: c === 0 ? 0.8 : 0.5 })) }, group,
  weights: { crossBorderRatio: 1, partnerDiversity: 1, eiIndex: 1, steadiness: 1, valueChainPosition: 1 }, inPriorities: new Set(), gvcOf: new Map([['PL', 0.4], ['LT', 0.5]]), ...more
})

t.test('clusters of enough organisations of the group, with their measures', async t => {
  const { clusters, domains } = assessPotential(input(), createRandom(1))
  t.strictSame(clusters.rows.map(({ of, members }) => [of, members]).sort(), [['C1', 5], ['C2', 5]])
  const first = clusters.rows.find(({ of }) => of === 'C1')!
  const members = ['a1', 'a2', 'a3', 'a4', 'a5'].map(placeOf)
  const work = openWork(graph, country)(members)
  t.strictSame(first.measures, { crossBorderRatio: work.ratio, partnerDiversity: work.partnerDiversity, eiIndex: work.eiIndex, steadiness: 0.8, valueChainPosition: first.measures.valueChainPosition })
  t.ok(near(first.measures.valueChainPosition, (3 * 0.4 + 2 * 0.5) / 5))
  t.strictSame(domains.rows, [], 'no domain has five organisations')
  t.equal(POTENTIAL_MEMBERS_MIN, 5)
  t.strictSame(assessPotential(input({ group: { members: nodes.filter(i => i !== placeOf('a1')) } }), createRandom(1)).clusters.rows.map(({ of }) => of), ['C2'], 'four are too few')
})

t.test('a domain of a priority is told though too few have it, without figures; unknown tables are said', async t => {
  const { domains, clusters } = assessPotential(input({ inPriorities: new Set(['h2020:SC1', 's3:smart-health']), gvcOf: new Map() }), createRandom(1))
  t.strictSame(domains.rows.map(({ of, members, inPriorities, rank, work }) => [of, members, inPriorities, rank, work]), [['h2020:SC1', 2, true, null, null], ['s3:smart-health', 0, true, null, null]])
  t.strictSame(domains.rows[0].measures, Object.fromEntries(POTENTIAL_MEASURES.map(measure => [measure, null])))
  t.strictSame(clusters.missing, ['valueChainPosition'])
  t.ok(clusters.rows.every(({ rank, measures }) => rank !== null && measures.valueChainPosition === null), 'ranked by the other measures')
})

t.test('domains of priorities that have been verified or got further', async t => {
  const priority = (state: 'verified' | 'final' | 'initial' | 'dropped', themes: string[], knowledge: string[]): ContentOf<'priority'> => ({ type: 'priority', title: state, description: '', sectors: [], technologies: [], themes, knowledge, from: [], state, decidedBy: null })
  t.strictSame([...domainsOfPriorities(stateOf([priority('verified', ['s3:bioeconomy'], ['h2020:SC2']), priority('final', ['s3:bioeconomy'], []), priority('initial', ['s3:smart-health'], []), priority('dropped', ['s3:smart-cities'], [])]))], ['s3:bioeconomy', 'h2020:SC2'])
})

const parts = (codes: number[]) => ({ parts: [], partOf: Int32Array.from(codes), members: nodes.filter(i => codes[i] >= 0) })
const byCountry = parts(nodes.map(i => country.codes[i]))
const measured = (measure: IndicatorMeasure, domain: string | null = null, of = byCountry, run = loaded) => measureIndicator({ loaded: run, group: of, measure, domain }, createRandom(1))

t.test('counts of indicators, a second way', async t => {
  t.strictSame(measured('organisations'), { value: 13, lower: null, upper: null })
  t.equal(measured('organisations', 'h2020:SC2').value, 2)
  t.equal(measured('organisations', 's3:nobody').value, 0)
  const all = openWork(graph, country)(nodes)
  t.strictSame(measured('crossBorderLinks'), { value: all.linksAbroad, lower: null, upper: null })
  const lithuania = parts(nodes.map(i => country.values[country.codes[i]] === 'LT' ? 0 : -1))
  t.equal(measured('partnerCountries', null, lithuania).value, 1)
  t.equal(measured('crossBorderLinks', null, lithuania).value, all.linksAbroad, 'from whichever side they are counted')
  t.equal(measured('regionLinks').value, all.linksAbroad, 'regions that are countries')
  t.equal(measured('regionLinks', null, lithuania).value, 0, 'a single region')
  const halves = parts(nodes.map(i => ['a1', 'b2', 'g1'].map(placeOf).includes(i) ? 0 : ['a4', 'a2', 'b1'].map(placeOf).includes(i) ? 1 : -1))
  t.equal(measured('regionLinks', null, halves).value, 5, 'a1-a4, a1-a2, a1-b1, a2-b2, b1-b2, of which the regions are one and the other')
  t.strictSame(measured('crossBorderShare', 's3:nobody'), { value: null, lower: null, upper: null })
})

t.test('the share across a border is one number: profile, potential and indicator', async t => {
  const lithuania = nodes.map(i => country.values[country.codes[i]] === 'LT' ? 0 : -1)
  for (const of of [byCountry, parts(lithuania), parts(nodes.map(i => ['a1', 'a4'].map(placeOf).includes(i) ? 0 : -1))]) {
    const { share, eiIndex } = openWork(graph, country)(of.members)
    const profile = networkPositions(loaded, of, [true], 0).at(-1)!
    t.strictSame([profile.share, measured('crossBorderShare', null, of).value], [share, share])
    t.strictSame([profile.eiIndex, measured('eiIndex', null, of).value], [eiIndex, eiIndex])
    t.ok(share! > 0 && share! < 1)
  }
  const everybody = crossBorder(graph, country.codes, country.values.length)
  t.ok(near(measured('crossBorderShare').value, everybody.share!) && near(measured('eiIndex').value, everybody.eiIndex!), 'of everybody, what the run says of itself')
})

t.test('intervals of shares: as wide as drawing organisations makes them, and wider than links one by one would', async t => {
  // Sixteen organisations with six partners each; of half of them all partners are abroad, of the others none.
  const organisations = Array.from({ length: 16 }, (_, i) => ({ id: toyId(`m${i}`), name: 'M', country: 'PL' }))
  const partners = organisations.flatMap(({ id }, i) => Array.from({ length: 6 }, (_, k) => ({ of: id, id: toyId(`q${i}x${k}`), name: 'Q', country: i < 8 ? 'DE' : 'PL' })))
  const run = makeRun({ organisations: [...organisations, ...partners.map(({ id, name, country }) => ({ id, name, country }))], collaboration: partners.map(({ of, id }) => [of, id, 1]) }).loaded
  const members = organisations.map(({ id }) => run.snapshot.ids.indexOf(id)).sort((a, b) => a - b)
  const of = { parts: [], partOf: Int32Array.from(run.snapshot.ids, (_, i) => members.includes(i) ? 0 : -1), members }
  const { value, lower, upper } = measured('crossBorderShare', null, of, run)
  t.equal(value, 0.5)
  // Sixteen draws of 0 or 1 with a half: quantiles 0.025 and 0.975 of the binomial distribution are 4 and 12. One by one, 96 links would have given 0.40 to 0.60.
  t.strictSame([lower, upper], [4 / 16, 12 / 16])
  t.strictSame(measured('eiIndex', null, of, run), { value: 0, lower: -0.5, upper: 0.5 })
  t.strictSame(measured('crossBorderShare', null, { ...of, members: members.slice(0, 4) }, run).lower, null, 'four are too few to draw from')
})

t.test('clusters across the group\'s regions, and of a run that did not repeat its search', async t => {
  const verdict = 'cross-border specialisation cluster'
  const steady = { ...loaded, clusters: loaded.clusters.map((cluster, c) => ({ ...cluster, stability: 0.8, verdict: c === 0 ? verdict : 'cluster' } as const)) }
  t.equal(measured('clusters', null, byCountry, steady).value, 1)
  t.equal(measured('clusters', null, parts(nodes.map(i => country.values[country.codes[i]] === 'LT' ? 0 : -1)), steady).value, 0, 'one region alone')
  t.equal(measured('clusters', 'h2020:SC2', byCountry, steady).value, 1, 'a1 and a4')
  t.equal(measured('clusters', 'h2020:SC1', byCountry, steady).value, 0, 'b1 is in another cluster')
  t.strictSame(measured('clusters'), { value: null, lower: null, upper: null })
})
