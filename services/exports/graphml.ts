/** Rows as GraphML. Colours are r, g, b and positions x, y, as Gephi reads them; what the file says of itself is in graph data. */
import { escapeXml } from '../xml-text.ts'
import type { GraphRows, Key } from './graph-rows.ts'
import type { GraphWriter } from './graph-writer.ts'
import { colourParts } from './graph-writer.ts'

type Kind = 'graph' | 'node' | 'edge'
interface GraphmlKey { id: string, name: string, type: Key['type'] | 'int' }
type Data = Record<string, string | number | boolean>

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
const COLOUR: Array<Omit<GraphmlKey, 'id'>> = ['r', 'g', 'b'].map(name => ({ name, type: 'int' }))

export function graphmlWriter ({ head, nodeKeys, edgeKeys, node, edge }: GraphRows): GraphWriter {
  const keys = {
    graph: numbered('graph', Object.keys(head).map(name => ({ name, type: 'string' }))),
    node: numbered('node', [{ name: 'label', type: 'string' }, ...numbers('x', 'y', 'size'), ...nodeKeys, ...COLOUR]),
    edge: numbered('edge', [...numbers('weight'), ...edgeKeys, ...numbers('thickness'), ...COLOUR])
  }
  return {
    head: HEAD + Object.entries(keys).flatMap(([kind, list]) => list.map(({ id, name, type }) => `  <key id="${id}" for="${kind}" attr.name="${name}" attr.type="${type}"/>\n`)).join('') +
      `  <graph edgedefault="undirected">\n${dataLines(keys.graph, head)}`,
    node: row => {
      const { id, attributes } = node(row)
      return `    <node id="${escapeXml(id)}">\n${dataLines(keys.node, withColourParts(attributes))}    </node>\n`
    },
    between: '',
    edge: (row, i) => {
      const { source, target, directed, attributes } = edge(row)
      return `    <edge id="e${i}" source="${escapeXml(source)}" target="${escapeXml(target)}" directed="${String(directed)}">\n${dataLines(keys.edge, withColourParts(attributes))}    </edge>\n`
    },
    tail: '  </graph>\n</graphml>\n'
  }
}

const numbers = (...names: string[]): Key[] => names.map(name => ({ name, type: 'double' }))
const numbered = (kind: Kind, keys: Array<Omit<GraphmlKey, 'id'>>): GraphmlKey[] => keys.map((key, i) => ({ id: `${kind[0]}${i}`, ...key }))

const dataLines = (keys: GraphmlKey[], data: Data): string => keys.map(({ id, name }) =>
  data[name] === undefined ? '' : `      <data key="${id}">${escapeXml(String(data[name]))}</data>\n`).join('')

const withColourParts = ({ color, ...data }: Data): Data => ({ ...data, ...colourParts(String(color)) })
