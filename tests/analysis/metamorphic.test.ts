/** The same network written differently gives the same values, for every registered measure; what changes is said in metamorphic/exceptions.ts. */
import t from 'tap'
import fc from 'fast-check'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { MEASURABLE } from '../../services/analysis/registry.ts'
import { buildCsr, emptyLinkList } from '../../services/snapshot/build-csr.ts'
import { encodeMany } from '../../services/snapshot/encode.ts'
import { COPIED, RELABELLED, scaledBy, TURNED, TURNED_NAMES, WITH_ISOLATE } from './metamorphic/exceptions.ts'
import type { Exceptions } from './metamorphic/exceptions.ts'
import { differing, measure, networks } from './metamorphic/network.ts'
import type { Link, Values, Written } from './metamorphic/network.ts'

const NODES = ['LT', 'DE'].map((country, v) => ({ id: `o${v}`, country, fields: 'wood', latitude: 54 + v, longitude: 10 * v }))
const MEMBERSHIPS = [{ source: 'o0', target: 'network 0', weight: 1 }]
/** Two nodes and next to nothing between them, then any. */
const SAMPLES: Written[] = [
  { directed: false, nodes: NODES, links: [], memberships: MEMBERSHIPS }, { directed: true, nodes: NODES, links: [{ source: 'o0', target: 'o1', weight: 2 }], memberships: MEMBERSHIPS },
  { directed: false, nodes: NODES, links: [{ source: 'o0', target: 'o0', weight: 2 }, { source: 'o0', target: 'o1', weight: 0 }], memberships: MEMBERSHIPS },
  // Who lets something into a country, and who takes it out.
  { directed: true, nodes: [...NODES, { id: 'o2', country: 'DE', fields: 'sea' }, { id: 'o3', country: 'DE', fields: 'sea' }], links: [['o0', 'o1'], ['o1', 'o2'], ['o3', 'o1']].map(([source, target]) => ({ source, target, weight: 2 })), memberships: MEMBERSHIPS },
  ...fc.sample(networks, { seed: 1, numRuns: 12 })
]

/** `counterpart`: where a value of the network before is found after. */
interface Way { says: string, change: (network: Written) => Written, exceptions: Exceptions, counterpart?: (key: string) => string, table?: (columns: unknown) => unknown }

const inNames = (rename: (id: string) => string) => (network: Written): Written => {
  const both = <Row extends Link>(row: Row): Row => ({ ...row, source: rename(row.source), target: rename(row.target) })
  return { ...network, nodes: network.nodes.map(node => ({ ...node, id: rename(node.id) })), links: network.links.map(both), memberships: network.memberships.map(row => ({ ...row, source: rename(row.source) })) }
}
const mirrored = (id: string): string => id.replace(/^o(\d)$/, (_, digit: string) => `o${9 - Number(digit)}`)
const copyOf = (network: Written): Written => ({ ...inNames(id => `${id} copy`)(network), memberships: network.memberships.map(({ source, target, weight }) => ({ source: `${source} copy`, target: `${target} copy`, weight })) })
const halves = (row: Link): Link[] => [{ ...row, weight: row.weight / 2 }, { ...row, weight: row.weight / 2 }]
const swapped = (key: string): string => TURNED_NAMES.reduce((name, [pattern, one, other]) => pattern.test(key) ? key.replace(pattern, found => found === one ? other : one) : name, key)

const WAYS: Way[] = [
  { says: 'rows in another order', exceptions: {}, change: network => ({ ...network, nodes: [...network.nodes].reverse(), links: [...network.links].reverse(), memberships: [...network.memberships].reverse() }) },
  { says: 'links and memberships stated in two halves', exceptions: {}, change: network => ({ ...network, links: network.links.flatMap(halves), memberships: network.memberships.flatMap(halves) }) },
  {
    says: 'other ids', exceptions: RELABELLED, change: inNames(mirrored), counterpart: key => key.replace(/o\d$/, mirrored),
    table: columns => (columns as unknown[][]).map(column => column.map(cell => typeof cell === 'string' ? mirrored(cell) : cell))
  },
  ...[4, 2 ** -160, 2 ** 160].map((factor): Way => ({ says: `weights times ${factor}`, exceptions: scaledBy(factor), change: network => ({ ...network, links: network.links.map(row => ({ ...row, weight: factor * row.weight })) }) })),
  { says: 'one more, without links', exceptions: WITH_ISOLATE, change: network => ({ ...network, nodes: [...network.nodes, { id: 'isolate', country: '', fields: '' }] }) },
  { says: 'links turned round', exceptions: TURNED, counterpart: swapped, change: network => ({ ...network, links: network.links.map(({ source, target, weight }) => ({ source: target, target: source, weight })) }) },
  { says: 'two copies side by side', exceptions: COPIED, change: network => { const copy = copyOf(network); return { ...network, nodes: [...network.nodes, ...copy.nodes], links: [...network.links, ...copy.links], memberships: [...network.memberships, ...copy.memberships] } } }
]

/** On a network without a directed cycle there is no eigenvector, and what is left of the start says nothing. */
const EIGENVECTORS = new Set(['eigenvector', 'katz'])

function changed (name: string, network: Written, before: Values, { change, exceptions, counterpart, table = columns => columns }: Way): string[] {
  const rules = exceptions[name] ?? {}
  const after = measure(name, change(network))
  const at = (key: string): number => after.get(key) as number
  const ruleOf = (key: string) => typeof rules === 'string' ? rules : Object.entries(rules).find(([start]) => key.startsWith(start))?.[1]
  const named = [...before].filter(([key]) => typeof ruleOf(key) !== 'string')
  return differing(new Map(named), after, counterpart, (key, value) => {
    const rule = ruleOf(key)
    return typeof rule === 'function' ? rule(value as number, { n: network.nodes.length, after: at }) : key.startsWith('tables.') ? table(value) : value
  })
}

for (const name of MEASURABLE.keys()) {
  t.test(name, async t => {
    const samples = EIGENVECTORS.has(name) ? SAMPLES.map(network => ({ ...network, directed: false })) : SAMPLES
    const found = samples.map(network => [network, measure(name, network)] as const)
    t.strictSame(found.flatMap(([, values]) => [...values].filter(([key, value]) => value === undefined || Math.abs(value as number) === Infinity || (key.startsWith('metrics.') && Number.isNaN(value)))), [], 'a number, or not defined')
    for (const way of WAYS) if (typeof way.exceptions[name] !== 'string') t.strictSame(found.flatMap(([network, before]) => changed(name, network, before, way)), [], way.says)
  })
}

t.test('raw sums of shortest routes of two copies are twice those of one', async t => {
  const sum = (network: Written): number => [...measure('betweenness', network)].reduce((total, [key, value]) => total + (key.startsWith('nodes.raw') ? value as number : 0), 0)
  const [, , , ...any] = SAMPLES
  const copies = WAYS[WAYS.length - 1]
  t.ok(any.some(network => sum(network) > 0) && any.every(network => Math.abs(sum(copies.change(network)) - 2 * sum(network)) < 1e-9))
})

t.test('nobody at all', async t => {
  const memberships = { networks: [], offsets: new Int32Array(1), members: new Int32Array(0), membersTotal: new Int32Array(0) }
  for (const { name, needs, options, compute } of MEASURABLE.values()) {
    const { graph } = buildCsr(0, emptyLinkList(), needs.direction === 'directed')
    const { nodes, metrics, tables = {} } = compute({ ids: [], graph, groups: new Int32Array(0), groupNames: [], terms: encodeMany([]), memberships, seed: 1 }, options.parse({}) as never, UNWATCHED)
    t.ok(Object.values(nodes).every(({ length }) => length === 0) && Object.values(metrics).every(value => value === null || Number.isFinite(value)), `${name}: ${JSON.stringify(metrics)}`)
    t.ok(Object.values(tables).flatMap(table => Object.values(table)).every(column => Array.from(column as ArrayLike<unknown>).every(value => value !== undefined && Math.abs(value as number) !== Infinity)), name)
  }
})

t.test('exceptions are of measures there are', async t => {
  for (const { exceptions, says } of WAYS) t.strictSame(Object.keys(exceptions).filter(name => !MEASURABLE.has(name)), [], says)
})
