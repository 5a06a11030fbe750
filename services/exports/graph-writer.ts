/** A graph format as pieces of text, so that a view is written at once and the whole network as its rows arrive. */
import type { ViewEdge } from '../contract/graph-view.ts'
import type { NodeRow } from './graph-rows.ts'

export interface GraphWriter {
  head: string
  node: (row: NodeRow, i: number) => string
  between: string
  edge: (row: ViewEdge, i: number) => string
  tail: string
}

export const writeGraph = ({ head, node, between, edge, tail }: GraphWriter, nodes: readonly NodeRow[], edges: readonly ViewEdge[]): string =>
  head + nodes.map(node).join('') + between + edges.map(edge).join('') + tail

export async function * streamGraph ({ head, node, between, edge, tail }: GraphWriter, nodes: AsyncIterable<readonly NodeRow[]>, edges: Iterable<readonly ViewEdge[]>): AsyncGenerator<string> {
  yield head
  let i = 0
  for await (const rows of nodes) yield rows.map(row => node(row, i++)).join('')
  yield between
  let j = 0
  for (const rows of edges) yield rows.map(row => edge(row, j++)).join('')
  yield tail
}

/** JSON: what is said before the rows, then the rows as the view has them. */
export const jsonWriter = (said: object): GraphWriter => ({
  head: `${JSON.stringify(said).slice(0, -1)},"nodes":[`,
  node: (row, i) => (i === 0 ? '' : ',') + JSON.stringify(row),
  between: '],"edges":[',
  edge: (row, i) => (i === 0 ? '' : ',') + JSON.stringify(row),
  tail: ']}'
})

/** #RRGGBB as the three numbers r, g, b. */
export const colourParts = (colour: string): { r: number, g: number, b: number } =>
  ({ r: parseInt(colour.slice(1, 3), 16), g: parseInt(colour.slice(3, 5), 16), b: parseInt(colour.slice(5, 7), 16) })
