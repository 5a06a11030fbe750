/** A view as GraphML. Colours are r, g, b and positions x, y, as Gephi reads them; what the file says of itself is in graph data. */
import type Graph from 'graphology'
import { escapeXml } from '../xml-text.ts'

type ElementKind = 'graph' | 'node' | 'edge'
interface Key { id: string, name: string, type: 'string' | 'double' | 'int' | 'boolean' }

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'

export function writeGraphml (graph: Graph): string {
  const graphData = graph.getAttributes()
  const nodes = graph.mapNodes((node, attributes) => ({ node, data: withColourParts(attributes) }))
  const edges = graph.mapEdges((edge, attributes, source, target, _sourceData, _targetData, undirected) => ({ edge, source, target, undirected, data: withColourParts(attributes) }))
  const keys = {
    graph: keysOf('graph', [graphData]), node: keysOf('node', nodes.map(({ data }) => data)), edge: keysOf('edge', edges.map(({ data }) => data))
  }
  const lines = [
    ...Object.entries(keys).flatMap(([kind, list]) => list.map(({ id, name, type }) => `  <key id="${id}" for="${kind}" attr.name="${escapeXml(name)}" attr.type="${type}"/>`)),
    `  <graph edgedefault="${graph.type === 'directed' ? 'directed' : 'undirected'}">`,
    ...dataLines(keys.graph, graphData),
    ...nodes.flatMap(({ node, data }) => [`    <node id="${escapeXml(node)}">`, ...dataLines(keys.node, data), '    </node>']),
    ...edges.flatMap(({ source, target, undirected, data }, i) =>
      [`    <edge id="e${i}" source="${escapeXml(source)}" target="${escapeXml(target)}" directed="${String(!undirected)}">`, ...dataLines(keys.edge, data), '    </edge>']),
    '  </graph>',
    '</graphml>'
  ]
  return HEAD + lines.join('\n') + '\n'
}

/** Every attribute that occurs, with a type that holds all its values. */
function keysOf (kind: ElementKind, elements: Array<Record<string, unknown>>): Key[] {
  const types = new Map<string, Key['type']>()
  for (const data of elements) {
    for (const [name, value] of Object.entries(data)) {
      const type = typeOf(value)
      const known = types.get(name) ?? type
      types.set(name, known === type ? type : [known, type].every(each => each === 'int' || each === 'double') ? 'double' : 'string')
    }
  }
  return [...types].map(([name, type], i) => ({ id: `${kind[0]}${i}`, name, type }))
}

function typeOf (value: unknown): Key['type'] {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value !== 'number') return 'string'
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'int' : 'double'
}

const dataLines = (keys: Key[], data: Record<string, unknown>): string[] => keys.flatMap(({ id, name }) =>
  data[name] === undefined ? [] : [`      <data key="${id}">${typeof data[name] === 'string' ? escapeXml(data[name]) : String(data[name])}</data>`])

/** color: "#RRGGBB" as the three numbers r, g, b. */
function withColourParts ({ color, ...data }: Record<string, unknown>): Record<string, unknown> {
  if (typeof color !== 'string') return data
  return { ...data, r: parseInt(color.slice(1, 3), 16), g: parseInt(color.slice(3, 5), 16), b: parseInt(color.slice(5, 7), 16) }
}
