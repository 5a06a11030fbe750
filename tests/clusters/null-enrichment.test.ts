/** Shuffled memberships, and how many clusters of shuffled networks pass: against enumeration, and on planted clusters. */
import t from 'tap'
import fc from 'fast-check'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { Cancelled, UNWATCHED } from '../../services/analysis/context.ts'
import { rewireMemberships } from '../../services/analysis/null-models/rewire-memberships.ts'
import { countCandidates, nullEnrichment } from '../../services/clusters/null-enrichment.ts'
import type { NullEnrichmentInput } from '../../services/clusters/null-enrichment.ts'
import { ProjectionOptions } from '../../services/contract/run.ts'
import { project } from '../../services/snapshot/project.ts'
import type { Csr, Incidence, MultiCoded, Snapshot } from '../../services/snapshot/snapshot.ts'
import { makeRun, toyId } from '../support/loaded-run.ts'

const incidenceOf = (networks: number[][]): Incidence => ({
  networks: networks.map((_, k) => `net-${k}`), offsets: Int32Array.from([0, ...networks.map((_, k) => networks.slice(0, k + 1).flat().length)]), members: Int32Array.from(networks.flat()), membersTotal: new Int32Array(networks.length).fill(-1)
})
const rows = ({ networks, offsets, members }: Incidence): number[][] => networks.map((_, k) => [...members.subarray(offsets[k], offsets[k + 1])])
const networksOf = (incidence: Incidence, n: number): number[] => Array.from({ length: n }, (_, v) => rows(incidence).filter(list => list.includes(v)).length)

t.test('both numbers are kept, members stay ascending and once', async () => {
  fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 6 }).map(list => list.sort()), { maxLength: 8 }), fc.nat(99), (networks, seed) => {
    const incidence = incidenceOf(networks)
    const shuffled = rewireMemberships(incidence, seed, UNWATCHED)
    return JSON.stringify(networksOf(shuffled, 8)) === JSON.stringify(networksOf(incidence, 8)) && JSON.stringify(rows(incidence)) === JSON.stringify(networks) && JSON.stringify(rewireMemberships(incidence, seed, UNWATCHED)) === JSON.stringify(shuffled) &&
      rows(shuffled).every((list, k) => list.length === networks[k].length && list.every((member, i) => i === 0 || list[i - 1] < member))
  }), { seed: 15, numRuns: 300 })
})

t.test('every table with the same numbers is equally likely', async t => {
  const networks = [[0, 1], [0, 2], [1, 2, 3], [0]]
  const sets = (size: number): number[][] => Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].filter(v => (bits >> v) % 2 === 1)).filter(list => list.length === size)
  const all = networks.reduce<number[][][]>((tables, { length }) => tables.flatMap(table => sets(length).map(set => [...table, set])), [[]]).filter(table => JSON.stringify(networksOf(incidenceOf(table), 4)) === JSON.stringify(networksOf(incidenceOf(networks), 4)))
  const counts = new Map(all.map(table => [JSON.stringify(table), 0]))
  const draws = 300 * all.length
  for (let seed = 0; seed < draws; seed++) {
    const key = JSON.stringify(rows(rewireMemberships(incidenceOf(networks), seed, UNWATCHED)))
    counts.set(key, (counts.get(key) ?? NaN) + 1)
  }
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 300) ** 2 / 300, 0)
  // 99.9 % of draws of a fair sample stay below (Wilson & Hilferty 1931).
  const freedom = all.length - 1
  const bound = freedom * (1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom))) ** 3
  t.ok(all.length > 10 && chiSquare < bound, `${all.length} tables, chi-square ${chiSquare}, bound ${bound}`)
})

/** Six clusters of twelve organisations of two countries, each with ten projects of four of them on the field of the cluster, and twenty projects across clusters. */
function planted (): { snapshot: Snapshot, themes: MultiCoded, fields: string[] } {
  const size = 12
  const organisation = (v: number): string => toyId(`m${String(v).padStart(3, '0')}`)
  const fields = Array.from({ length: 6 }, (_, c) => `h2020:F${c}`)
  const projects = [
    ...fields.flatMap((_, c) => Array.from({ length: 10 }, (_, p) => ({ theme: c, members: [0, 1, 2, 3].map(i => c * size + (p * 5 + i * (1 + p % 3)) % size) }))),
    ...Array.from({ length: 20 }, (_, p) => ({ theme: p % 6, members: [p * 7, p * 11 + 29].map(v => v % (6 * size)) }))
  ].map(({ theme, members }) => ({ theme, members: [...new Set(members)] }))
  const id = (p: number): string => `net-${String(p).padStart(12, '0')}`
  const { loaded: { snapshot } } = makeRun({
    organisations: Array.from({ length: 6 * size }, (_, v) => ({ id: organisation(v), name: `M${v}`, country: v % 2 === 0 ? 'PL' : 'LT', domains: [...new Set(projects.filter(({ members }) => members.includes(v)).map(({ theme }) => fields[theme]))] })),
    networks: Object.fromEntries(projects.map(({ members }, p) => [id(p), members.map(organisation)]))
  })
  return { snapshot, fields, themes: { values: fields, offsets: Int32Array.from([0, ...projects.keys()].map((_, i) => i)), codes: Int32Array.from(projects, ({ theme }) => theme) } }
}
const find = (graph: Csr, seed: number): Int32Array => leiden(graph, LeidenOptions.parse({}), seed)
const given = (more: Partial<NullEnrichmentInput> = {}): NullEnrichmentInput => {
  const { snapshot, themes, fields } = planted()
  return { snapshot, projection: ProjectionOptions.parse({}), themes, thematicDomains: new Set(fields), find, shuffles: 20, seed: 1, ...more }
}
const mean = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0) / counts.length

t.test('planted clusters pass; where domains come from shuffled networks some pass too, where they are dealt out hardly any', async t => {
  const input = given()
  const own = countCandidates(input.snapshot, find(project(input.snapshot, input.projection).graph, 1), input.thematicDomains)
  t.strictSame(own, { clusters: 6, passing: 6 })
  const circular = nullEnrichment(input, UNWATCHED)
  t.equal(circular.length, 20)
  t.ok(circular.every(({ clusters, passing }) => clusters >= 2 && passing <= clusters))
  const dealt = nullEnrichment({ ...input, themes: null }, UNWATCHED)
  const [circle, chance] = [mean(circular.map(({ passing }) => passing)), mean(dealt.map(({ passing }) => passing))]
  t.comment(`of 6 planted pass 6; in shuffled networks ${circle}, with domains dealt out ${chance}`)
  t.ok(chance < 0.5 && circle > chance && circle < 6, `${circle} against ${chance}`)
  t.strictSame(nullEnrichment(input, UNWATCHED), circular, 'one seed, one result')
})

t.test('without themes that count nothing passes; empty data; stopped when asked', async t => {
  t.ok(nullEnrichment(given({ thematicDomains: new Set(), shuffles: 3 }), UNWATCHED).every(({ passing }) => passing === 0))
  t.strictSame(nullEnrichment(given({ shuffles: 0 }), UNWATCHED), [])
  const { loaded: { snapshot } } = makeRun({ organisations: [] })
  for (const themes of [null, { values: [], offsets: new Int32Array(1), codes: new Int32Array(0) }]) t.strictSame(nullEnrichment(given({ snapshot, themes, shuffles: 2 }), UNWATCHED), [{ clusters: 0, passing: 0 }, { clusters: 0, passing: 0 }])
  t.throws(() => nullEnrichment(given(), { progress: () => {}, check: () => { throw new Cancelled() } }), Cancelled)
})
