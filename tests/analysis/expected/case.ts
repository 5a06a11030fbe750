/** A file of tests/datasets/measures: a network, what goes in beside it, and the values that other tools computed. Networks are read and measured as a file of a user is. */
import { readdirSync, readFileSync } from 'node:fs'
import { UNWATCHED } from '../../../services/analysis/context.ts'
import type { Measured, Table } from '../../../services/analysis/algorithm.ts'
import { undirected } from '../../../services/analysis/undirected.ts'
import { measureNetwork } from '../../../services/measure/measure-network.ts'
import { groupsOf, readNetwork } from '../../../services/measure/read-network.ts'
import type { Network } from '../../../services/measure/read-network.ts'

export interface Edge { source: string, target: string, weight?: number }
export interface Expected { value: unknown, tol: number }
export interface Case { name: string, directed: boolean, nodes: Array<Record<string, unknown>>, edges: Edge[], inputs: Record<string, unknown>, expected: Record<string, Expected> }
interface CaseFile { graph: { directed: boolean, nodes: Case['nodes'], edges: Edge[] } | null, inputs: Case['inputs'], expected: Case['expected'] }

const FOLDER = 'tests/datasets/measures'
/** Computed for one measure each, and compared in its own test. */
const OF_ONE_MEASURE = ['04-davis-southern-women', '23-link-prediction', '32-lengths-and-starts', 'specialisation-by-matrix']
const TINY = '27-tiny-graphs'

function tinyGraph (graph: unknown): Pick<Case, 'directed' | 'nodes' | 'edges'> {
  const { nodes, edges } = graph as { nodes: number[], edges: Array<[number, number]> }
  return { directed: false, nodes: nodes.map(id => ({ id: String(id) })), edges: edges.map(([source, target]) => ({ source: String(source), target: String(target) })) }
}

const keysOf = ({ value, tol }: Expected): Case['expected'] => Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([key, each]) => [key, { value: each, tol }]))

/** By the digits before the first dash; the tiny graphs of one file are a case each, such as "27 path3". */
export const CASES: ReadonlyMap<string, Case> = new Map(readdirSync(FOLDER).filter(file => file.endsWith('.json')).map(file => file.replace('.json', '')).filter(name => !OF_ONE_MEASURE.includes(name)).flatMap(name => {
  const { graph, inputs, expected } = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as CaseFile
  const code = name.split('-')[0]
  if (name === TINY) return Object.keys(inputs).map((key): [string, Case] => [`${code} ${key}`, { name: `${name}: ${key}`, inputs: {}, ...tinyGraph(inputs[key]), expected: keysOf(expected[key]) }])
  return [[code, { name, directed: graph?.directed ?? false, nodes: graph?.nodes ?? [], edges: graph?.edges ?? [], inputs, expected }]] as Array<[string, Case]>
}))

/** How a network is read where not as it is: links without direction, turned round, without weights, or others than those of the file. */
export interface View { undirected?: boolean, reversed?: boolean, ones?: boolean, links?: Edge[], nodes?: Case['nodes'], directed?: boolean }

/** Partitions among the inputs are columns of the nodes too. */
export function networkOf (of: Case, view: View = {}): Network {
  const links = view.links ?? of.edges
  const listed = view.nodes ?? (view.links === undefined ? of.nodes : [])
  const columns = [...new Set(listed.flatMap(node => Object.keys(node).filter(key => key !== 'id')))]
  const partitions = Object.entries(of.inputs).filter(([key]) => key.startsWith('partition')) as Array<[string, Record<string, unknown>]>
  const nodes = [['id', ...columns, ...partitions.map(([key]) => key)], ...listed.map(node => [node.id, ...columns.map(column => node[column] ?? ''), ...partitions.map(([, labels]) => labels[String(node.id)] ?? '')])]
  const edges = links.map(({ source, target, weight = 1 }) => [...(view.reversed === true ? [target, source] : [source, target]), view.ones === true ? 1 : weight])
  const csv = (rows: unknown[][]): string => rows.map(row => row.join(',')).join('\n')
  return readNetwork(`${of.name}.csv`, csv([['source', 'target', 'weight'], ...edges]), (view.directed ?? of.directed) && view.undirected !== true, csv(nodes))
}

export interface Asked { options?: Record<string, unknown>, group?: string, view?: View }
export interface Answer extends Measured { ids: string[] }

export function measured (of: Case, name: string, { options = {}, group, view }: Asked = {}): Answer {
  const network = networkOf(of, view)
  return { ids: network.ids, ...measureNetwork(network, { name, options, group, terms: undefined, seed: 1 }, UNWATCHED) }
}

export const byId = (ids: readonly string[], column: ArrayLike<number>): Record<string, number> => Object.fromEntries(ids.map((id, v) => [id, column[v]]))

export const rowsOf = (table: Table): Array<Record<string, string | number>> => Array.from({ length: Object.values(table)[0]?.length ?? 0 }, (_, i) => Object.fromEntries(Object.entries(table).map(([key, column]) => [key, column[i]])))

/** A network with its labels, for what takes a partition and is no measure of its own. */
export function grouped (of: Case, column: string, view?: View): { graph: Network['graph'], labels: Int32Array, count: number } {
  const network = networkOf(of, view)
  const { groups, groupNames } = groupsOf(network, column)
  return { graph: view?.undirected === true ? undirected(network.graph) : network.graph, labels: groups, count: groupNames.length }
}
