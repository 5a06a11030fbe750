/** Small networks as somebody writes them down, every registered measure of them, and ways to write the same network differently. */
import fc from 'fast-check'
import { UNWATCHED } from '../../../services/analysis/context.ts'
import { MEASURABLE } from '../../../services/analysis/registry.ts'
import { measureNetwork, readFor } from '../../../services/measure/measure-network.ts'

/** Without coordinates it has no place. */
export interface Node { id: string, country: string, fields: string, latitude?: number, longitude?: number }
export interface Link { source: string, target: string, weight: number }
export interface Written { directed: boolean, nodes: Node[], links: Link[], memberships: Link[] }
/** Values by "nodes.column id", "metrics.name" and "tables.name". */
export type Values = Map<string, unknown>

const idOf = (v: number): string => `o${v}`
const link = (n: number) => fc.record({ source: fc.nat(n - 1).map(idOf), target: fc.nat(n - 1).map(idOf), weight: fc.constantFrom(0, 1, 2, 2, 3, 4, 6) })
/** With links of a node to itself, parallel ones, weights of 0, and isolates. */
export const networks: fc.Arbitrary<Written> = fc.integer({ min: 2, max: 8 }).chain(n => fc.record({
  directed: fc.boolean(),
  nodes: fc.array(fc.record({ country: fc.constantFrom('PL', 'DE', ''), fields: fc.constantFrom('wood', 'wood;sea', 'sea', 'iron') }), { minLength: n, maxLength: n })
    .map(rows => rows.map((row, v) => ({ id: idOf(v), ...row, latitude: 40 + 5 * v, longitude: 30 - 4 * v, country: v === 0 ? 'LT' : row.country }))),
  links: fc.array(link(n), { maxLength: 3 * n }),
  memberships: fc.array(fc.record({ source: fc.nat(n - 1).map(idOf), target: fc.nat(2).map(k => `network ${k}`), weight: fc.constant(1) }), { minLength: 1, maxLength: 2 * n })
}))

/** Little work, all rows, and no lots drawn where none need be. */
const OPTIONS: Record<string, Record<string, unknown>> = {
  leiden: { repeats: 3 }, louvain: { repeats: 3 }, graphologyLouvain: { repeats: 3 }, labelPropagation: { repeats: 3 }, resolutionScan: { resolutions: [0.5, 1, 2], repeats: 3 }, modularityAboveChance: { rewirings: 20 }, betweennessSampled: { samplesMax: 5000 },
  crossBorderShare: { shuffles: 0 }, eiIndex: { shuffles: 0 }, groupPairs: { shuffles: 0, expectedMin: 0 }, coMembershipBackbone: { samples: 50 }, bipartiteCommunities: { restarts: 2 }, linkPrediction: { top: 1000 }, partnerScore: { top: 100 }, forceLayout: { iterations: 5 }
}

const csv = (header: string, rows: unknown[][]): string => [header, ...rows.map(row => row.join(','))].join('\n') + '\n'

export function measure (name: string, { directed, nodes, links, memberships }: Written): Values {
  const { needs } = MEASURABLE.get(name) as NonNullable<ReturnType<typeof MEASURABLE.get>>
  const list = needs.memberships ? memberships : links
  const text = csv('source,target,weight', list.map(({ source, target, weight }) => [source, target, weight]))
  const network = readFor(name, 'links.csv', text, needs.direction === 'directed' || (needs.direction === 'either' && directed), csv('id,country,fields,latitude,longitude', nodes.map(({ id, country, fields, latitude, longitude }) => [id, country, fields, latitude, longitude])))
  const found = measureNetwork(network, { name, options: OPTIONS[name] ?? {}, group: 'country', terms: 'fields', seed: 1 }, UNWATCHED)
  const values: Values = new Map()
  for (const [column, scores] of Object.entries(found.nodes)) network.ids.forEach((id, v) => values.set(`nodes.${column} ${id}`, scores[v]))
  for (const [figure, value] of Object.entries(found.metrics)) values.set(`metrics.${figure}`, value)
  for (const [table, columns] of Object.entries(found.tables ?? {})) values.set(`tables.${table}`, Object.values(columns).map(column => Array.from(column as ArrayLike<number | string>)))
  return values
}

/** Numbers of labels say nothing; which nodes share one does. */
const LABEL = /^nodes\.(community|component) /

/** Whether a value stays the same: within rounding, both undefined, or the same rows in any order. */
export function alike (found: unknown, expected: unknown): boolean {
  if (typeof found === 'number' && typeof expected === 'number') return Object.is(found, expected) || Math.abs(found - expected) <= 1e-7 * Math.max(1, Math.abs(expected))
  if (Array.isArray(found) && Array.isArray(expected)) return JSON.stringify(cells(found as unknown[][])) === JSON.stringify(cells(expected as unknown[][]))
  return found === expected
}

/** Each row as its cells in order, so that the two ends of a link may change places. */
const cells = (columns: unknown[][]): string[] =>
  (columns[0] ?? []).map((_, i) => columns.map(column => typeof column[i] === 'number' ? (Number.isNaN(column[i]) ? '' : String(Number((column[i] as number).toFixed(7)) + 0)) : String(column[i])).sort().join('|')).sort()

/** Values whose counterpart differs. `counterpart`: the name of the value there; `expected`: what it should be. */
export function differing (before: Values, after: Values, counterpart: (key: string) => string = key => key, expected: (key: string, value: unknown) => unknown = (_, value) => value): string[] {
  const labels = new Map<unknown, unknown>()
  return [...before].filter(([key, value]) => {
    const there = after.get(counterpart(key))
    if (!LABEL.test(key)) return !alike(there, expected(key, value))
    const label = `${key.split(' ')[0]} ${String(value)}`
    if (!labels.has(label)) labels.set(label, there)
    return labels.get(label) !== there
  }).map(([key]) => key)
}
