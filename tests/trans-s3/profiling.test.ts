/** Profiles of regions against slow and obvious second computations on a made run, by hand on small ones, and on the real seed. */
import t from 'tap'
import { loadReference } from '../../services/reference/reference.ts'
import { FIELD_MEMBERS_MIN } from '../../services/reports/fields.ts'
import { sectionTerms } from '../../services/trans-s3/evidence/field-quotients.ts'
import { profileRegions } from '../../services/trans-s3/evidence/profiling.ts'
import type { Profiling } from '../../services/trans-s3/evidence/profiling.ts'
import { reportRun } from '../reports/made-run.ts'
import type { GivenOrganisation, MadeRun } from '../support/loaded-run.ts'
import { makeRun, toyId, toyRun } from '../support/loaded-run.ts'
import { declaredItem, evidenceInput } from './made-input.ts'
import { seedRun } from '../support/seed-run.ts'

const REGIONS = ['PL63', 'PL84', 'LT', 'LV006']
const FIELDS = ['h2020:SC1', 'h2020:SC2', 'h2020:SC3', 'h2020:SC4']
const near = (found: number | null, expected: number): boolean => found !== null && Math.abs(found - expected) < 1e-9

/** Organisations by region of REGIONS, found by their entries. */
const partOfEntry = ({ country, region }: GivenOrganisation): number => country === 'LT' ? 2 : region === null || region === undefined ? -1 : region.code.startsWith('PL63') ? 0 : region.code.startsWith('PL84') ? 1 : region.code === 'LV006' ? 3 : -1

/** Betweenness in some order that is easy to rank: the number in the id. */
function withPlaces (made: MadeRun): MadeRun {
  made.loaded.scores.betweenness = Float64Array.from(made.loaded.snapshot.ids, (_, i) => i % 17)
  return made
}

t.test('against slow computations', async t => {
  const made = withPlaces(reportRun({ seed: 4, members: 40 }))
  const { snapshot, projection: { graph }, scores, clusters, clusterOf } = made.loaded
  const found = profileRegions(evidenceInput({ regions: REGIONS, loaded: made.loaded }))
  const all = snapshot.ids.map((id, i) => ({ i, ...made.organisations.get(id)! }))
  const inside = (p: number): typeof all => all.filter(each => p === REGIONS.length ? partOfEntry(each) >= 0 : partOfEntry(each) === p)
  const links = all.flatMap(({ i }) => all.map(({ i: j }) => ({ i, j, weight: weightBetween(i, j) })).filter(({ weight }) => weight > 0))

  function weightBetween (i: number, j: number): number {
    for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) if (graph.targets[slot] === j) return graph.weights[slot]
    return 0
  }

  t.test('organisations by kind, none told from which a small number follows', async t => {
    t.strictSame(found.sizes, [0, 1, 2, 3, 4].map(p => inside(p).length), 'all are told here')
    const words = ['company', 'university']
    t.strictSame(found.kinds.words, words)
    t.strictSame(found.kinds.counts, REGIONS.map((_, p) => words.map(kind => inside(p).filter(each => each.kind === kind).length)))
    t.strictSame(found.kinds.totals, words.map(kind => inside(4).filter(each => each.kind === kind).length))
    t.strictSame(found.sizeClasses, { words: [null], counts: REGIONS.map((_, p) => [inside(p).length]), told: REGIONS.map(() => [true]), totals: [inside(4).length], totalsTold: [true] })
  })

  t.test('location quotients with their intervals', async t => {
    t.equal(found.fields.length, FIELDS.length * 5)
    for (const { part, code, members, size, carriers, nodes, quotient, lower, upper } of found.fields) {
      const has = ({ domains }: { domains: string[] }): boolean => domains.includes(code)
      const [k, n, K, N] = [inside(part).filter(has).length, inside(part).length, all.filter(has).length, all.length]
      t.strictSame([members, size, carriers, nodes], [k, n, K, N], `${code} in ${part}`)
      // Wilson, solved for the two shares at which k of n is 1.959964 standard errors away.
      const [z, share] = [1.959963984540054, k / n]
      const ends = [-1, 1].map(sign => (share + z * z / (2 * n) + sign * z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n))
      t.ok(near(quotient, k / n / (K / N)) && near(lower, ends[0] / (K / N)) && near(upper, ends[1] / (K / N)), `${code} in ${part}: ${quotient} ${lower} ${upper}`)
    }
    for (const code of FIELDS) {
      const rows = found.fields.filter(each => each.code === code)
      for (const { told, members } of rows) if (members > 0 && members < 3) t.notOk(told)
      t.not(rows.filter(({ told }) => !told).length, 1, 'one alone would follow from the others')
    }
  })

  t.test('position in the network', async t => {
    const total = links.reduce((sum, { weight }) => sum + weight, 0)
    const volume = (country: string): number => links.reduce((sum, { i, weight }) => all[i].country === country ? sum + weight : sum, 0)
    const linked = all.filter(({ i }) => graph.offsets[i] < graph.offsets[i + 1])
    const placeOf = (i: number): number => (linked.filter(other => scores.betweenness[other.i] < scores.betweenness[i]).length + (linked.filter(other => scores.betweenness[other.i] === scores.betweenness[i]).length - 1) / 2) / (linked.length - 1)
    found.positions.forEach((position, p) => {
      const own = new Set(inside(p).map(({ i }) => i))
      const rows = links.filter(({ i }) => own.has(i))
      const work = rows.reduce((sum, { weight }) => sum + weight, 0)
      const shareOf = (is: (link: typeof rows[number]) => boolean): number => rows.filter(is).reduce((sum, { weight }) => sum + weight, 0) / work
      const expected = rows.reduce((sum, { i, weight }) => sum + weight * (1 - volume(all[i].country) / total), 0) / work
      const across = shareOf(({ i, j }) => all[i].country !== all[j].country)
      t.equal(position.links, links.filter(({ i, j }) => i < j && (own.has(i) || own.has(j))).length)
      t.ok(near(position.meanDegree, rows.length / own.size) && near(position.share, across) && near(position.expected, expected) && near(position.ratio, across / expected) && near(position.eiIndex, 2 * across - 1), `${p}`)
      t.ok(near(position.within, shareOf(({ i, j }) => partOfEntry(all[i]) === partOfEntry(all[j]))) && near(position.outside, shareOf(({ j }) => partOfEntry(all[j]) < 0)), `${p}`)
      t.ok(near(position.within! + position.inGroup! + position.outside!, 1))
      const places = linked.filter(({ i }) => own.has(i)).map(({ i }) => placeOf(i)).sort((a, b) => a - b)
      t.ok(near(position.medianPlace, places.length % 2 === 1 ? places[(places.length - 1) / 2] : (places[places.length / 2 - 1] + places[places.length / 2]) / 2), `${p}: ${position.medianPlace}`)
    })
    t.ok(near(found.positions[4].outside, found.numbers.outsideShare!), 'as cluster reports count it')
  })

  t.test('regions by two', async t => {
    const total = links.reduce((sum, { weight }) => sum + weight, 0)
    const ofRegion = REGIONS.map((_, p) => links.filter(({ i }) => partOfEntry(all[i]) === p).reduce((sum, { weight }) => sum + weight, 0))
    t.strictSame(found.pairs.map(({ a, b }) => [a, b]), [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
    for (const { a, b, links: counted, ratio } of found.pairs) {
      const between = links.filter(({ i, j }) => partOfEntry(all[i]) === a && partOfEntry(all[j]) === b)
      t.ok(between.length > 0)
      t.equal(counted, between.length)
      t.ok(near(ratio, between.reduce((sum, { weight }) => sum + weight, 0) * total / (ofRegion[a] * ofRegion[b])), `${a} ${b}`)
    }
  })

  t.test('clusters present', async t => {
    t.ok(found.clusters.length > 3)
    for (const { cluster, members, inGroup } of found.clusters) {
      const c = clusters.indexOf(cluster)
      members.forEach((told, p) => { if (told !== null) t.equal(told, inside(p).filter(({ i }) => clusterOf[i] === c).length) })
      if (inGroup !== null) t.equal(inGroup, inside(4).filter(({ i }) => clusterOf[i] === c).length)
      t.notOk(members.filter(told => told === null).length === 1 && inGroup !== null)
    }
    const order = found.clusters.map(({ inGroup }) => inGroup ?? 0)
    t.strictSame(order, [...order].sort((a, b) => b - a))
  })

  t.test('nearness and complementarity', async t => {
    const count = (p: number, code: string): number => inside(p).filter(({ domains }) => domains.includes(code)).length
    const mentions = (p: number): number => FIELDS.reduce((sum, code) => sum + count(p, code), 0)
    const compared = REGIONS.map((_, p) => p).filter(p => inside(p).filter(({ domains }) => domains.some(code => FIELDS.includes(code))).length >= FIELD_MEMBERS_MIN)
    t.strictSame(found.near.compared, compared)
    const sum = (of: (p: number) => number): number => compared.reduce((total, p) => total + of(p), 0)
    const has = (p: number, code: string): boolean => count(p, code) >= FIELD_MEMBERS_MIN && count(p, code) / mentions(p) >= sum(q => count(q, code)) / sum(mentions) - 1e-12
    const both = (a: string, b: string): number => all.filter(({ domains }) => domains.includes(a) && domains.includes(b)).length
    const phi = (a: string, b: string): number => a === b ? 0 : both(a, b) / Math.max(both(a, a), both(b, b))
    const part = (code: string, of: (other: string) => boolean): number => 100 * FIELDS.filter(of).reduce((total, other) => total + phi(code, other), 0) / FIELDS.reduce((total, other) => total + phi(code, other), 0)
    t.equal(found.near.units, all.filter(({ domains }) => domains.filter(code => FIELDS.includes(code)).length > 1).length)
    for (const { region, codes } of found.near.specialised) t.strictSame(codes, FIELDS.filter(code => has(region, code)))
    t.ok(found.near.near.length > 3)
    for (const { region, code, density, mean } of found.near.near) {
      t.notOk(has(region, code))
      t.ok(near(density, part(code, other => has(region, other))) && near(mean, sum(p => part(code, other => has(p, other))) / compared.length))
    }
    t.equal(found.near.added.length, compared.length * (compared.length - 1))
    for (const { receiver, giver, mean, fields } of found.near.added) {
      const lacking = FIELDS.filter(code => !has(receiver, code))
      const added = lacking.map(code => part(code, other => has(giver, other) && !has(receiver, other)))
      t.ok(near(mean, added.reduce((total, share) => total + share, 0) / added.length))
      for (const { code, share } of fields) t.ok(near(share, added[lacking.indexOf(code)]))
    }
    t.ok(found.near.added.some(({ receiver, giver, mean }) => found.near.added.some(back => back.receiver === giver && back.giver === receiver && back.mean !== mean)), 'it has a direction')
  })

  t.test('those of no known region', async t => {
    t.strictSame(found.unplaced, ['LV', 'PL'].map(country => ({ country, organisations: all.filter(each => each.country === country && each.region === null).length, of: all.filter(each => each.country === country).length })))
  })
})

t.test('position by hand: the toy of two countries', async t => {
  const { positions: [poland, lithuania, whole], pairs: [pair, ...others] } = profileRegions(evidenceInput({ regions: ['PL', 'LT'], loaded: toyRun().loaded }), 0)
  t.match(pair, { a: 0, b: 1, links: 9, told: true })
  t.ok(near(pair.ratio, 7 / (11 * 21 / 32)), 'of work 11 and 21 in 32')
  t.strictSame(others, [])
  // Across: a1-a4 1, a1-b2 1/2, a3-b3 1, a2-b2 2, b1-b2 3/4, b1-b3 b1-b4 b1-b5 1/4, g1-g2 1: nine links, 7. In Poland 4 links, 2; in Lithuania 8 links, 7.
  t.match(poland, { organisations: 6, linked: 5, links: 13, meanDegree: 17 / 6, share: 7 / 11, expected: 21 / 32, eiIndex: 3 / 11, within: 4 / 11, inGroup: 7 / 11, outside: 0, medianPlace: null })
  t.ok(near(poland.ratio, 32 / 33))
  t.match(lithuania, { organisations: 7, linked: 7, links: 17, share: 7 / 21, expected: 11 / 32, within: 14 / 21 })
  t.match(whole, { organisations: 13, linked: 12, links: 21, share: 14 / 32, within: 18 / 32, inGroup: 14 / 32 })
})

/** Ten organisations of Podlaskie, eight of them in food; thirty of Lithuania, two in food. */
const declaring = makeRun({
  organisations: [
    ...Array.from({ length: 10 }, (_, k) => ({ id: toyId(`p${k}`), name: `P ${k}`, country: 'PL', region: { code: 'PL841', vintage: '2024' as const, precision: 'exact' as const }, domains: k < 8 ? ['h2020:SC2'] : ['h2020:SC1'] })),
    ...Array.from({ length: 30 }, (_, k) => ({ id: toyId(`t${k}`), name: `L ${k}`, country: 'LT', domains: k < 2 ? ['h2020:SC2'] : ['h2020:SC3'] }))
  ]
})

t.test('declared beside revealed, from the items of the workspace', async t => {
  const items = [
    declaredItem('PL84', [{ title: 'Bioeconomy', domains: ['s3:bioeconomy'] }, { title: 'Health', domains: ['h2020:SC1'], mapping: 'confirmed' }, { title: 'Ships', sectors: ['30.1'] }]),
    declaredItem('PL84', [{ title: 'Energy?', domains: ['h2020:SC3'], mapping: 'suggested' }, { title: 'Design' }]),
    declaredItem('SE', [{ title: 'Elsewhere', domains: ['h2020:SC2'] }])
  ]
  const { comparisons } = profileRegions(evidenceInput({ regions: ['PL84', 'LT'], items, loaded: declaring.loaded }))
  t.strictSame(comparisons.map(({ rows, declared }) => [declared, ...rows.map(({ state, priority, evidence }) => [state, priority?.title ?? null, evidence.map(({ code, members }) => `${code} ${members}`).join()])]), [
    [true, ['matched', 'Bioeconomy', 'h2020:SC2 8'], ['declared only', 'Health', 'h2020:SC1 2'], ['not comparable', 'Ships', ''], ['not comparable', 'Energy?', ''], ['not comparable', 'Design', '']],
    [false, ['revealed only', null, 'h2020:SC3 28']]
  ], 'a suggestion that nobody has confirmed is not compared')
})

t.test('fields: a number from 1 to 2 is withheld, with another of the same field; the group has no row that tells it', async t => {
  const { fields } = profileRegions(evidenceInput({ regions: ['PL84', 'LT'], loaded: declaring.loaded }))
  const told = Object.fromEntries(fields.map(({ code, part, told }) => [`${code} ${part}`, told]))
  t.strictSame(told, { 'h2020:SC1 0': false, 'h2020:SC1 1': false, 'h2020:SC1 2': false, 'h2020:SC2 0': false, 'h2020:SC2 1': false, 'h2020:SC2 2': true, 'h2020:SC3 0': true, 'h2020:SC3 1': true, 'h2020:SC3 2': true })
  t.strictSame(fields.filter(({ part }) => part === 0).map(({ code }) => code), ['h2020:SC3', 'h2020:SC1', 'h2020:SC2'], 'those withheld stand last, by code')
})

t.test('NACE sections, each once for an organisation', async t => {
  const { loaded } = makeRun({ organisations: [{ id: toyId('a'), name: 'A', country: 'PL', sectors: ['10.1', '11', '72'] }, { id: toyId('b'), name: 'B', country: 'PL' }, { id: toyId('c'), name: 'C', country: 'LT', sectors: ['C', '01.4'] }] })
  const { values, offsets, codes } = sectionTerms(loaded.snapshot.sectors)
  t.strictSame([values, [...offsets], Array.from(codes, code => values[code])], [['A', 'C', 'M'], [0, 2, 2, 4], ['C', 'M', 'A', 'C']])
  const { sections } = profileRegions(evidenceInput({ regions: ['PL', 'LT'], loaded }), 0)
  t.strictSame(sections.filter(({ part }) => part === 0).map(({ code, members, size, carriers, nodes }) => [code, members, size, carriers, nodes]).sort(), [['A', 0, 2, 1, 3], ['C', 1, 2, 2, 3], ['M', 1, 2, 1, 3]])
})

t.test('a group of two organisations, of one, and of none', async t => {
  const { loaded } = makeRun({ organisations: [{ id: toyId('a'), name: 'A', country: 'PL' }, { id: toyId('b'), name: 'B', country: 'LT' }] })
  const everything = ({ sizes, kinds, fields, positions, clusters }: Profiling): unknown[] => [sizes.every(size => size === null), kinds.told.flat().includes(true) || kinds.totalsTold.includes(true), fields.some(({ told }) => told), positions.some(({ told }) => told), clusters]
  t.strictSame(everything(profileRegions(evidenceInput({ regions: ['PL', 'LT'], loaded }))), [true, false, false, false, []])
  const none = profileRegions(evidenceInput({ loaded: makeRun({ organisations: [] }).loaded }))
  t.strictSame([none.sizes, none.kinds.words, none.clusters, none.near.near, none.near.added], [[0, 0, 0, 0, 0, 0, 0, 0], [], [], [], []])
  t.ok(none.positions.every(({ links, share, medianPlace }) => links === 0 && share === null && medianPlace === null))
})

t.test('the seven partner regions on the real seed', async t => {
  const loaded = await seedRun(t)
  const input = evidenceInput({ loaded })
  const found = profileRegions(input)
  const { snapshot: { country, region, kind, domains }, projection: { graph } } = loaded
  const word = ({ codes, values }: typeof country, i: number): string | null => codes[i] < 0 ? null : values[codes[i]]
  const within = (p: number) => (i: number): boolean => [
    (code: string | null) => code?.startsWith('PL84'), (code: string | null) => code === 'LV008' || code === 'LV00C', (code: string | null) => code === 'EE008', () => word(country, i) === 'LT', (code: string | null) => code === 'FI1C4' || code === 'FI1C7',
    (code: string | null) => code?.startsWith('DE6'), (code: string | null) => code?.startsWith('DK03')
  ][p](word(region, i)) === true
  const nodes = Array.from({ length: graph.n }, (_, i) => i)
  for (let p = 0; p < 7; p++) {
    const own = nodes.filter(within(p))
    if (found.sizes[p] !== null) t.equal(found.sizes[p], own.length)
    t.strictSame(found.kinds.counts[p], found.kinds.words.map(value => own.filter(i => word(kind, i) === value).length))
    t.equal(found.positions[p].links, new Set(own.flatMap(i => Array.from(graph.targets.subarray(graph.offsets[i], graph.offsets[i + 1]), j => `${Math.min(i, j)} ${Math.max(i, j)}`))).size)
    for (const { code, members, carriers } of found.fields.filter(({ part }) => part === p)) {
      const has = (i: number): boolean => domains.codes.subarray(domains.offsets[i], domains.offsets[i + 1]).includes(domains.values.indexOf(code))
      t.strictSame([members, carriers], [own.filter(has).length, nodes.filter(has).length])
    }
  }
  t.equal(found.sizes[7], nodes.filter(i => [0, 1, 2, 3, 4, 5, 6].some(p => within(p)(i))).length)
  t.ok(found.sizes[7]! > 300)
  const small = found.kinds.counts.flatMap((row, p) => row.map((count, k) => ({ count, told: found.kinds.told[p][k] }))).filter(({ count }) => count > 0 && count < 3)
  t.ok(small.length > 0 && small.every(({ told }) => !told), 'the seed has small numbers')
  t.ok(found.near.leftOut.length > 0, 'and regions of which too little is known')
  t.equal(loadReference().domains.filter(({ code, thematic }) => thematic && code.startsWith('h2020:')).length, found.near.terms)
})
