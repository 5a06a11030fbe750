/** The partner score by definition, what it refuses, and what does not change it. */
import t from 'tap'
import fc from 'fast-check'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { PARTNER_WEIGHTS, partnersFor } from '../../services/analysis/prediction/partner-score.ts'
import { ASKING_ORGANISATIONS_MAX, PartnerOptions, rankPartners } from '../../services/analysis/prediction/rank-partners.ts'
import { relatedness, termsOfNodes } from '../../services/analysis/specialisation/relatedness.ts'
import type { Relatedness } from '../../services/analysis/specialisation/relatedness.ts'
import type { MultiCoded } from '../../services/snapshot/snapshot.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { encodeMany } from '../../services/snapshot/encode.ts'
import type { MeasureInput } from '../../services/analysis/algorithm.ts'

const near = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) < 1e-9
function inputOf (links: number[][], words: string[][], countries: string[] = words.map(() => 'PL')): MeasureInput {
  const groupNames = [...new Set(countries.filter(country => country !== ''))].sort()
  const { graph } = buildCsr(words.length, { sources: links.map(link => link[0]), targets: links.map(link => link[1]) }, false)
  return { ids: words.map((_, v) => `o${v}`), graph, groups: Int32Array.from(countries, country => groupNames.indexOf(country)), groupNames, terms: encodeMany(words), memberships: { networks: [], offsets: Int32Array.of(0), members: new Int32Array(), membersTotal: new Int32Array() }, seed: 1 }
}
const rank = (input: MeasureInput, options: object) => {
  const { tables, metrics } = rankPartners(input, PartnerOptions.parse(options), UNWATCHED)
  const { partners } = tables as Record<string, Record<string, ArrayLike<number | string>>>
  return { metrics, rows: Array.from({ length: partners.candidate.length }, (_, row) => Object.fromEntries(Object.entries(partners).map(([key, values]) => [key, values[row]]))) as Array<Record<string, number> & { candidate: string, organisation: string, reason: string }> }
}

// o0 - o1 - o2 - o3 in a line, o4 apart without terms. Wood and paper: two carriers of both, three of the commoner.
const LINE = [[0, 1], [1, 2], [2, 3]]
const WORDS = [['wood'], ['wood', 'paper'], ['paper', 'wood', 'energy'], ['energy'], []]
const COUNTRIES = ['FI', 'FI', 'EE', 'EE', '']

const relate = (terms: MultiCoded): Relatedness => relatedness(termsOfNodes(terms), terms.values.length)

t.test('relatedness of terms', async t => {
  const { values } = encodeMany(WORDS)
  const related = relate(encodeMany(WORDS))
  const phi = (i: number, j: number): number => related.proximity[i].get(j) ?? 0
  const [energy, paper, wood] = ['energy', 'paper', 'wood'].map(word => values.indexOf(word))
  t.ok(near(phi(wood, paper), 2 / 3) && near(phi(paper, wood), 2 / 3) && near(phi(energy, paper), 1 / 2) && near(phi(energy, wood), 1 / 3) && !related.proximity[wood].has(wood))
  t.ok(near(related.total[energy], 5 / 6))
  t.equal(relate(encodeMany([['a'], ['b']])).proximity[0].size, 0, 'one term each: never related')
})

t.test('every part, by hand', async t => {
  const { rows, metrics } = rank(inputOf(LINE, WORDS, COUNTRIES), { of: 'o0', wanted: ['energy', 'paper'] })
  t.strictSame(metrics, { organisations: 1, candidates: 3 })
  t.strictSame(rows.map(({ candidate }) => candidate), ['o2', 'o3', 'o4'], 'its partner o1 is left out')
  const [second, third, apart] = rows
  // It lacks energy and paper. Near energy o2 adds paper, (1/2) / (5/6); near paper energy, (1/2) / (7/6).
  const added = ((1 / 2) / (5 / 6) + (1 / 2) / (7 / 6)) / 2
  t.ok(second.fit === 1 && near(second.complementarity, added) && near(second.reach, 0.75) && second.capability === 1)
  t.ok(near(second.score, 0.35 + 0.25 * added + 0.25 * 0.75 + 0.15) && near(second.weightKnown, 1) && second.reason === 'fit')
  t.ok(near(third.fit, 1 / 3) && near(third.complementarity, (1 / 2) / (7 / 6) / 2) && near(third.reach, 0.25) && third.capability === 0.5)
  t.ok(Number.isNaN(apart.fit) && Number.isNaN(apart.complementarity) && Number.isNaN(apart.capability) && apart.reach === 0 && apart.score === 0 && apart.reason === 'none')
  t.ok(near(apart.weightKnown, PARTNER_WEIGHTS.reach), 'of who has no terms only the reach is known')
})

t.test('wishes', async t => {
  const input = inputOf(LINE, WORDS, COUNTRIES)
  const [second] = rank(input, { of: 'o0' }).rows
  t.ok(Number.isNaN(second.capability) && near(second.weightKnown, 0.85), 'nothing wanted: the weights of the rest are scaled to 1')
  t.ok(near(second.score, (0.35 * second.fit + 0.25 * second.complementarity + 0.25 * second.reach) / 0.85))
  t.ok(near(rank(input, { of: 'o0', aim: 'energy' }).rows[0].complementarity, 0.6), 'near energy alone: (1/2) / (5/6)')
  t.strictSame(rank(input, { of: 'o0', acrossGroups: true }).rows.map(({ candidate }) => candidate), ['o2', 'o3'], 'who is in no country is in no other one')
  t.strictSame(rank(input, { of: 'o4', acrossGroups: true }).rows, [])
  t.ok(rank(input, { of: 'o4' }).rows.length === 0, 'without terms, links and wishes nothing is known')
  t.equal(rank(input, { top: 1 }).rows.length, 4, 'each in turn: the best of four')
  t.strictSame(rank(input, { top: 1 }).rows[0], rank(input, { of: 'o0', top: 1 }).rows[0])
})

t.test('what is refused', async t => {
  const input = inputOf(LINE, WORDS, COUNTRIES)
  t.throws(() => rank(input, { of: 'O1' }), { name: 'MeasureError', message: /id "O1".*there is "o1"/ })
  t.throws(() => rank(input, { aim: 'woodwork' }), { name: 'MeasureError', message: /term "woodwork".*"aim".*"wood"/ })
  t.throws(() => rank(input, { wanted: ['paper', 'steel'] }), { message: /term "steel".*"wanted"/ })
  const many = inputOf([[0, 1]], Array.from({ length: ASKING_ORGANISATIONS_MAX + 1 }, () => ['wood']))
  t.throws(() => rank(many, {}), { name: 'MeasureError', message: /2001.*above 2000: name one/ })
  t.equal(rank(many, { of: 'o0' }).metrics.candidates, ASKING_ORGANISATIONS_MAX - 1)
  t.throws(() => rankPartners(input, PartnerOptions.parse({}), { progress: () => {}, check: () => { throw new Error('stopped') } }), { message: 'stopped' })
})

t.test('on any network: parts from 0 to 1, nobody linked, names and units of links change nothing', async () => {
  const listed = fc.array(fc.tuple(fc.nat(6), fc.nat(6)).filter(([i, j]) => i !== j), { maxLength: 12 })
  const worded = fc.array(fc.subarray(['a', 'b', 'c', 'd', 'e']), { minLength: 7, maxLength: 7 })
  fc.assert(fc.property(listed, worded, fc.nat(6), fc.boolean(), (links, words, of, acrossGroups) => {
    const countries = words.map((_, v) => ['FI', 'EE', ''][v % 3])
    const input = inputOf(links, words, countries)
    const wishes = { aim: -1, wanted: input.terms.values.slice(0, 2).map((_, code) => code), acrossGroups }
    const found = partnersFor({ ...input, related: relate(input.terms) }, of, wishes, UNWATCHED)
    const turn = (v: number): number => (v * 3 + 2) % 7
    const turnedWords: string[][] = []
    const turnedCountries: string[] = []
    words.forEach((list, v) => { turnedWords[turn(v)] = list; turnedCountries[turn(v)] = countries[v] })
    const turned = inputOf(links.map(([i, j]) => [turn(i), turn(j)]), turnedWords, turnedCountries)
    turned.graph.weights.forEach((weight, slot) => { turned.graph.weights[slot] = 3 * weight })
    const again = new Map(partnersFor({ ...turned, related: relate(turned.terms) }, turn(of), wishes, UNWATCHED).map(partner => [partner.candidate, partner]))
    return again.size === found.length && found.every((partner, at) => {
      const other = again.get(turn(partner.candidate))
      const parts = (['fit', 'complementarity', 'reach', 'capability'] as const).every(part => (Number.isNaN(partner[part]) || (partner[part] >= 0 && partner[part] <= 1 + 1e-12)) && other !== undefined && near(partner[part], other[part]))
      return parts && partner.candidate !== of && !links.some(link => link.includes(of) && link.includes(partner.candidate)) && (at === 0 || found[at - 1].score >= partner.score) && (!acrossGroups || countries[partner.candidate] !== countries[of])
    })
  }), { seed: 1, numRuns: 150 })
})

t.test('nothing in it', async t => {
  t.strictSame(rank(inputOf([], []), {}), { metrics: { organisations: 0, candidates: 0 }, rows: [] })
  t.strictSame(rank(inputOf([], [['a']]), {}).rows, [])
  t.strictSame(rank(inputOf([], [['a'], ['a']]), {}).rows.map(({ fit, score, reach }) => [fit, score, reach]), [[1, 1, NaN], [1, 1, NaN]], 'without links the field alone speaks')
})
