/** Specialisation, relatedness and overlap of groups by terms: scipy, R and numpy values, definitions written out another way, and what must not matter. */
import t from 'tap'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Test } from 'tap'
import type { Measured, Table } from '../../services/analysis/algorithm.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { MEASURABLE } from '../../services/analysis/registry.ts'
import { groupTerms, specialisedIn, TERMS_MAX } from '../../services/analysis/specialisation/group-terms.ts'
import { relatedness } from '../../services/analysis/specialisation/relatedness.ts'
import { termEvidence } from '../../services/analysis/specialisation/term-evidence.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { encodeMany } from '../../services/snapshot/encode.ts'
import { readCase } from './read-case.ts'

interface Organisation { group: number, terms: string[] }
const NO_MEMBERSHIPS = { networks: [], offsets: new Int32Array(1), members: new Int32Array(0), membersTotal: new Int32Array(0) }

function measure (name: string, organisations: Organisation[], groupNames: string[], options: Record<string, unknown> = {}, links: Array<[number, number]> = []): Measured {
  const { graph } = buildCsr(organisations.length, { sources: links.map(([a]) => a), targets: links.map(([, b]) => b) }, false)
  const entry = MEASURABLE.get(name)
  if (entry === undefined) throw new Error(`${name} is not registered`)
  const input = { ids: organisations.map((_, v) => String(v)), graph, groups: Int32Array.from(organisations, ({ group }) => group), groupNames, terms: encodeMany(organisations.map(({ terms }) => terms)), memberships: NO_MEMBERSHIPS, seed: 1 }
  return entry.compute(input, entry.options.strict().parse(options) as never, UNWATCHED)
}
const rowsOf = (table: Table | undefined): Array<Record<string, string | number>> =>
  Array.from({ length: Object.values(table ?? {})[0]?.length ?? 0 }, (_, i) => Object.fromEntries(Object.entries(table ?? {}).map(([key, column]) => [key, column[i]])))
const close = (t: Test, found: unknown, expected: number | 'NaN', message: string, tolerance = 1e-9): unknown =>
  t.ok(expected === 'NaN' ? Number.isNaN(found) : Math.abs(found as number - expected) <= tolerance, `${message}: ${String(found)}, expected ${expected}`)
const repeat = (count: number, organisation: Organisation): Organisation[] => Array<Organisation>(count).fill(organisation)

t.test('evidence and log-odds against scipy and R', async t => {
  const { inputs: { cluster, population }, expected } = JSON.parse(readFileSync('tests/datasets/measures/18-enrichment-fdr.json', 'utf8')) as { inputs: Record<'cluster' | 'population', Record<string, number>>, expected: Record<string, { value: unknown }> }
  const organisations = Object.entries(population).flatMap(([term, count]) => [...repeat(cluster[term], { group: 0, terms: [term] }), ...repeat(count - cluster[term], { group: -1, terms: [term] })])
  const { tables, metrics } = measure('specialisation', organisations, ['cluster'])
  const rows = rowsOf(tables?.specialisation)
  t.strictSame(rows.map(({ term }) => term), ['bioeconomy', 'circular-economy', 'advanced-manufacturing', 'digitalisation', 'smart-health'], 'the surest first')
  t.match(metrics, { groups: 1, terms: 5, tests: 5, termsLeftOut: 0 })
  const value = (key: string, term: string | number): number => (expected[key].value as Record<string, number>)[term]
  for (const row of rows) {
    for (const [column, key] of [['p', 'hypergeom_upper_p'], ['q', 'bh_q'], ['locationQuotient', 'lq'], ['shrunk', 'lq_shrunk_m5'], ['logOddsZ', 'log_odds_idp_z_prior10']]) close(t, row[column], value(key, row.term), `${row.term} ${column}`)
    const interval = (expected.lq_wilson95.value as Record<string, [number, number]>)[row.term]
    close(t, row.lower, interval[0], `${row.term} lower`)
    close(t, row.upper, interval[1], `${row.term} upper`)
    t.match(row, { size: 30, networkSize: 200, members: cluster[row.term], networkMembers: population[row.term] })
  }
  for (const row of rowsOf(measure('specialisation', organisations, ['cluster'], { priorWeight: 200 }).tables?.specialisation)) close(t, row.logOddsZ, value('log_odds_idp_z_prior_population', row.term), `${row.term} with the prior of the population`)
  t.strictSame(termEvidence(0, 0, 3, 10), { locationQuotient: null, lower: null, upper: null, shrunk: null, p: 1 }, 'a group of nobody')
  t.strictSame(termEvidence(0, 5, 0, 10), { locationQuotient: null, lower: null, upper: null, shrunk: null, p: 1 }, 'a term of nobody')
})

t.test('a term of two carriers is not tested; one of one is ranked low', async t => {
  const organisations = [...repeat(2, { group: 0, terms: ['rare'] }), ...repeat(6, { group: 1, terms: ['common'] }), ...repeat(8, { group: 2, terms: [] })]
  const rows = rowsOf(measure('specialisation', organisations, ['a', 'b', 'c']).tables?.specialisation)
  t.ok(rows.filter(({ term }) => term === 'rare').every(({ q }) => Number.isNaN(q)) && rows.filter(({ term }) => term === 'common').every(({ q }) => !Number.isNaN(q)))
  const [one, many] = [termEvidence(1, 1, 10, 100), termEvidence(20, 40, 10 * 4, 400)]
  t.ok(one.locationQuotient === 10 && many.locationQuotient === 5 && (one.shrunk ?? 0) < (many.shrunk ?? 0), 'one of one is ten times, but ranks below twenty of forty')
})

const numpy = readCase('specialisation-by-matrix', false)
const { regions, terms, counts } = numpy.inputs as { regions: string[], terms: string[], counts: number[][] }
const oneField = counts.flatMap((row, group) => row.flatMap((count, term) => repeat(count, { group, terms: [terms[term]] })))

t.test('relatedness against numpy', async t => {
  const specialised = numpy.expected('specialised') as Record<string, string[]>
  const density = rowsOf(measure('relatednessDensity', oneField, regions).tables?.density)
  t.equal(density.length, regions.length * terms.length)
  for (const { group, term, specialised: is, density: found } of density) {
    t.equal(is, Number(specialised[group].includes(String(term))), `${group} ${term} specialised`)
    close(t, found, (numpy.expected('density') as Record<string, Record<string, number | 'NaN'>>)[group][term], `${group} ${term} density`)
  }
  const quotient = numpy.expected('location_quotient') as Record<string, Record<string, number>>
  for (const row of rowsOf(measure('specialisation', oneField, regions).tables?.specialisation)) close(t, row.locationQuotient, quotient[row.group][row.term], `${row.group} ${row.term} location quotient`)
  const pairs = rowsOf(measure('relatedness', oneField, regions).tables?.pairs)
  const expected = numpy.expected('pairs') as Record<string, Record<string, number>>
  t.equal(pairs.length, Object.keys(expected).length)
  for (const pair of pairs) for (const key of ['together', 'proximity', 'association', 'probability']) close(t, pair[key], expected[`${pair.a} ${pair.b}`][key], `${pair.a} ${pair.b} ${key}`)
  t.ok(pairs.every(({ proximity }, i) => i === 0 || proximity <= pairs[i - 1].proximity), 'the closest first')
})

t.test('complementarity against numpy', async t => {
  const { tables } = measure('complementarity', oneField, regions, { termsListed: 100 })
  const expected = numpy.expected('complementarity') as Record<string, { mean: number | 'NaN', added: Record<string, number> }>
  const pairs = rowsOf(tables?.pairs)
  t.equal(pairs.length, Object.keys(expected).length)
  for (const { receiver, giver, mean } of pairs) {
    const { added, mean: expectedMean } = expected[`${receiver}<-${giver}`]
    close(t, mean, expectedMean, `${receiver}<-${giver}`)
    const listed = rowsOf(tables?.terms).filter(row => row.receiver === receiver && row.giver === giver)
    t.strictSame(listed.map(({ term }) => term).sort(), Object.keys(added).filter(term => added[term] > 0).sort())
    for (const { term, added: found } of listed) close(t, found, added[term], `${receiver}<-${giver} ${term}`)
  }
  t.equal(rowsOf(measure('complementarity', oneField, regions, { termsListed: 1 }).tables?.terms).filter(({ receiver, giver }) => receiver === 'FI' && giver === 'SE').length, 1)
  t.not(pairs.find(({ receiver, giver }) => receiver === 'FI' && giver === 'SE')?.mean, pairs.find(({ receiver, giver }) => receiver === 'SE' && giver === 'FI')?.mean, 'it has a direction')
})

t.test('overlap against numpy', async t => {
  const expected = numpy.expected('overlap') as Record<string, Record<string, number>>
  const pairs = rowsOf(measure('groupOverlap', oneField, regions).tables?.pairs)
  t.equal(pairs.length, 15)
  for (const pair of pairs) for (const key of ['jaccard', 'cosine', 'krugman']) close(t, pair[key], expected[`${pair.a} ${pair.b}`][key], `${pair.a} ${pair.b} ${key}`)
  const [both] = rowsOf(measure('groupOverlap', [{ group: 0, terms: ['x', 'y'] }, { group: 1, terms: ['y', 'z'] }, { group: 2, terms: ['z'] }], ['a', 'b', 'c'], { sets: 'present' }).tables?.pairs)
  const weight = Math.log(3 / 2) ** 2
  t.match(both, { shared: 1, jaccard: 1 / 3, krugman: 1 })
  close(t, both.cosine, weight / Math.sqrt((weight + Math.log(3) ** 2) * 2 * weight), 'cosine, by hand')
  const [alike] = rowsOf(measure('groupOverlap', repeat(2, { group: 0, terms: ['x'] }).map((each, group) => ({ ...each, group })), ['a', 'b'], { sets: 'present' }).tables?.pairs)
  t.match(alike, { jaccard: 1, cosine: NaN, krugman: 0 }, 'what all have tells nobody apart')
})

const drawn = fc.array(fc.record({ group: fc.integer({ min: -1, max: 3 }), terms: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }) }), { minLength: 1, maxLength: 30 })
const NAMES = ['g0', 'g1', 'g2', 'g3']

t.test('several terms an organisation: the definitions written out', async t => {
  fc.assert(fc.property(drawn, organisations => {
    const grouped = organisations.filter(({ group }) => group >= 0)
    const mentions = (list: Organisation[], term?: string): number => list.flatMap(each => each.terms).filter(each => term === undefined || each === term).length
    const has = (g: number, term: string): boolean => {
      const own = grouped.filter(({ group }) => group === g)
      return mentions(own, term) > 0 && mentions(own, term) / mentions(own) >= mentions(grouped, term) / mentions(grouped) * (1 - 1e-12)
    }
    const chance = (units: string[][], i: string, j: string): number => units.filter(unit => unit.includes(i) && unit.includes(j)).length / units.filter(unit => unit.includes(j)).length
    const words = ['a', 'b', 'c', 'd', 'e']
    const units = { groups: NAMES.map((_, g) => words.filter(term => has(g, term))), organisations: organisations.map(each => each.terms) }
    for (const kind of ['groups', 'organisations'] as const) {
      for (const { a, b, proximity } of rowsOf(measure('relatedness', organisations, NAMES, { units: kind }).tables?.pairs)) {
        const expected = Math.min(chance(units[kind], String(a), String(b)), chance(units[kind], String(b), String(a)))
        t.ok(Math.abs(Number(proximity) - expected) < 1e-12, `${kind} ${a} ${b}: ${proximity}, expected ${expected}`)
      }
    }
  }), { seed: 1, numRuns: 60 })
})

t.test('the order of organisations and links does not matter; two copies of all change no quotient', async () => {
  fc.assert(fc.property(drawn, organisations => {
    const names = ['specialisation', 'relatedness', 'relatednessDensity', 'complementarity', 'groupOverlap']
    const plain = names.map(name => measure(name, organisations, NAMES).tables)
    const turned = names.map(name => measure(name, [...organisations].reverse(), NAMES).tables)
    const doubled = names.map(name => measure(name, [...organisations, ...organisations], NAMES).tables)
    const quotients = (tables: Measured['tables']): unknown => rowsOf(tables?.specialisation).map(({ group, term, locationQuotient }) => `${group} ${term} ${Number(locationQuotient).toFixed(9)}`).sort()
    return JSON.stringify(turned) === JSON.stringify(plain) && JSON.stringify(doubled.slice(2)) === JSON.stringify(plain.slice(2)) && JSON.stringify(quotients(doubled[0])) === JSON.stringify(quotients(plain[0]))
  }), { seed: 2, numRuns: 60 })
})

t.test('fields within reach, by hand', async t => {
  // 0 reaches x twice, y and z once; 3 is an isolate.
  const { nodes } = measure('termDiversity', [{ group: -1, terms: ['w'] }, { group: -1, terms: ['x', 'y'] }, { group: -1, terms: ['x', 'z'] }, { group: -1, terms: ['x'] }], [], {}, [[0, 1], [0, 2]])
  close(t, nodes.d0[0], 3, 'D0')
  close(t, nodes.d1[0], 2 ** 1.5, 'D1')
  close(t, nodes.d2[0], 8 / 3, 'D2')
  close(t, nodes.simpson[0], 1 - 2 / 12, 'Simpson')
  t.strictSame([nodes.d0[1], nodes.d2[1], nodes.d0[3], nodes.d2[3]], [1, 1, 0, NaN])
})

t.test('more terms than are compared: the rarest are left out and counted', async t => {
  const organisations = Array.from({ length: TERMS_MAX + 2 }, (_, i) => ({ group: 0, terms: [`t${String(i).padStart(5, '0')}`] }))
  organisations.push({ group: 0, terms: [`t${String(TERMS_MAX + 1).padStart(5, '0')}`] })
  const { metrics, tables } = measure('specialisation', organisations, ['a'])
  t.match(metrics, { terms: TERMS_MAX, termsLeftOut: 2 })
  t.ok((tables?.specialisation.term as string[]).includes(`t0${TERMS_MAX + 1}`), 'the one carried twice stays')
})

t.test('nothing in it', async t => {
  for (const name of ['specialisation', 'relatedness', 'relatednessDensity', 'complementarity', 'groupOverlap', 'termDiversity']) {
    for (const [organisations, groupNames] of [[[], []], [[{ group: -1, terms: [] }], []], [[{ group: 0, terms: [] }, { group: 1, terms: ['x'] }], ['a', 'b']]] as Array<[Organisation[], string[]]>) {
      const { metrics, tables = {} } = measure(name, organisations, groupNames)
      t.ok(Object.values(metrics).every(Number.isFinite) && Object.values(tables).every(table => new Set(Object.values(table).map(({ length }) => length)).size === 1), name)
    }
  }
  const empty = groupTerms({ graph: buildCsr(0, { sources: [], targets: [] }, false).graph, groups: new Int32Array(0), groupNames: ['a'], terms: encodeMany([]) })
  t.strictSame(specialisedIn(empty).map(row => [...row]), [[]])
  t.strictSame(relatedness([], 0).together, [])
})
