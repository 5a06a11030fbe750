/** One registered measure on a network from a file, as a table: so that any figure can be checked against another tool in one line. */
import { MEASURABLE } from '../analysis/registry.ts'
import type { Measured } from '../analysis/algorithm.ts'
import type { Context } from '../analysis/context.ts'
import { undirected } from '../analysis/undirected.ts'
import { groupsOf, NetworkFileError } from './read-network.ts'
import type { Network } from './read-network.ts'

export interface MeasureRequest { name: string, options: Record<string, unknown>, group: string | undefined, seed: number }

/** Throws NetworkFileError where the network is not what the measure needs, ZodError for its options. */
export function measureNetwork (network: Network, { name, options, group, seed }: MeasureRequest, context: Context): Measured {
  const entry = MEASURABLE.get(name)
  if (entry === undefined) throw new NetworkFileError(`"${name}" is not a measure of a network; "amber-road measure --list" names them.`)
  const { needs, compute } = entry
  if (needs.groups && group === undefined) throw new NetworkFileError(`${name} needs groups: name the column that holds them with --group, in a table given with --nodes or in the file itself.`)
  if (needs.direction === 'directed' && !network.graph.directed) throw new NetworkFileError(`${name} needs directed links: say --directed.`)
  const graph = needs.direction === 'undirected' ? undirected(network.graph) : network.graph
  const { groups, groupCount } = group === undefined ? { groups: new Int32Array(graph.n).fill(-1), groupCount: 0 } : groupsOf(network, group)
  return compute({ graph, groups, groupCount, seed }, entry.options.strict().parse(options) as never, context)
}

/** CSV: id and a column for each result; an undefined value is empty. */
export function measuredToCsv ({ ids }: Network, { nodes }: Measured): string {
  const quote = (text: string): string => /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const columns = Object.entries(nodes)
  return [['id', ...columns.map(([name]) => name)].join(','), ...ids.map((id, v) => [quote(id), ...columns.map(([, values]) => Number.isNaN(values[v]) ? '' : String(values[v]))].join(','))].join('\n') + '\n'
}

/** JSON: the same by id, with the figures of the whole network; an undefined value is null. */
export const measuredToJson = ({ ids }: Network, { nodes, metrics }: Measured): unknown => ({
  metrics,
  nodes: ids.map((id, v) => ({ id, ...Object.fromEntries(Object.entries(nodes).map(([name, values]) => [name, Number.isNaN(values[v]) ? null : values[v]])) }))
})
