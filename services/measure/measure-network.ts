/** One registered measure on a network from a file, as a table: so that any figure can be checked against another tool in one line. */
import { MEASURABLE } from '../analysis/registry.ts'
import type { Measured, Table } from '../analysis/algorithm.ts'
import type { Context } from '../analysis/context.ts'
import { MeasureError } from '../analysis/measure-error.ts'
import { undirected } from '../analysis/undirected.ts'
import { encodeMany } from '../snapshot/encode.ts'
import { coordinatesOf, groupsOf, NetworkFileError, readMemberships, readNetwork, termsOf } from './read-network.ts'
import type { Network } from './read-network.ts'

export interface MeasureRequest { name: string, options: Record<string, unknown>, group: string | undefined, terms: string | undefined, seed: number }

/** The file read as the measure needs it: links, or memberships of networks. */
export const readFor = (name: string, file: string, text: string, directed: boolean, nodes?: string): Network =>
  MEASURABLE.get(name)?.needs.memberships === true ? readMemberships(file, text, nodes) : readNetwork(file, text, directed, nodes)

/** Throws NetworkFileError where the network is not what the measure needs, ZodError for its options. */
export function measureNetwork (network: Network, { name, options, group, terms, seed }: MeasureRequest, context: Context): Measured {
  const entry = MEASURABLE.get(name)
  if (entry === undefined) throw new NetworkFileError(`"${name}" is not a measure of a network; "amber-road measure --list" names them.`)
  const { needs, compute } = entry
  if (needs.groups && group === undefined) throw new NetworkFileError(`${name} needs groups: name the column that holds them with --group, in a table given with --nodes or in the file itself.`)
  if (needs.terms && terms === undefined) throw new NetworkFileError(`${name} needs terms: name the column that holds them with --terms; a cell may hold several between semicolons.`)
  if (needs.direction === 'directed' && !network.graph.directed) throw new NetworkFileError(`${name} needs directed links: say --directed.`)
  const { ids, memberships } = network
  const coordinates = needs.coordinates ? coordinatesOf(network) : undefined
  const graph = needs.direction === 'undirected' ? undirected(network.graph) : network.graph
  const grouped = group === undefined ? { groups: new Int32Array(graph.n).fill(-1), groupNames: [] } : groupsOf(network, group)
  const input = { ids, graph, ...grouped, terms: terms === undefined ? encodeMany(ids.map(() => [])) : termsOf(network, terms), memberships, ...(coordinates !== undefined && { coordinates }), seed }
  try {
    return compute(input, entry.options.strict().parse(options) as never, context)
  } catch (error) {
    if (error instanceof MeasureError) throw new NetworkFileError(`${name}: ${error.message}`, { cause: error })
    throw error
  }
}

/** CSV of the nodes (where nothing is said of them, of the first table), or of one of the other tables by its name; an undefined value is empty. */
export function measuredToCsv ({ ids }: Network, { nodes, tables = {} }: Measured, table?: string): string {
  if (table !== undefined && !Object.hasOwn(tables, table)) throw new NetworkFileError(`This measure gives no table "${table}"; ${Object.keys(tables).length === 0 ? 'it gives values of nodes alone' : `it gives ${Object.keys(tables).join(', ')}`}.`)
  const [first] = Object.values(tables)
  const columns = table !== undefined ? tables[table] : Object.keys(nodes).length === 0 && first !== undefined ? first : { id: ids, ...nodes }
  return [Object.keys(columns), ...rowsOf(columns)].map(row => row.map(csvCell).join(',')).join('\n') + '\n'
}

/** JSON: nodes by id, the figures of the whole network, and the other tables as rows; an undefined value is null. */
export const measuredToJson = ({ ids }: Network, { nodes, metrics, tables = {} }: Measured): unknown => ({
  metrics,
  nodes: recordsOf({ id: ids, ...nodes }),
  tables: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, recordsOf(table)]))
})

const csvCell = (value: string | number | null): string => {
  const text = String(value ?? '')
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function rowsOf (table: Table): Array<Array<string | number | null>> {
  const columns = Object.values(table)
  return Array.from({ length: columns.length === 0 ? 0 : columns[0].length }, (_, i) => columns.map(values => Number.isNaN(values[i]) ? null : values[i]))
}

function recordsOf (table: Table): unknown[] {
  const names = Object.keys(table)
  return rowsOf(table).map(row => Object.fromEntries(row.map((value, k) => [names[k], value])))
}
