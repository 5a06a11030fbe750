/** Rows as GEXF 1.2 with colours, sizes and positions: Gephi opens it looking like the screen. What the file says of itself is in meta/description. */
import { escapeXml } from '../xml-text.ts'
import type { FileEdge, FileNode, GraphRows, Key } from './graph-rows.ts'
import type { GraphWriter } from './graph-writer.ts'
import { colourParts } from './graph-writer.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<gexf version="1.2" xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz">\n'

export function gexfWriter ({ head: { creator, description, keywords, lastModifiedDate }, nodeKeys, edgeKeys, node, edge }: GraphRows): GraphWriter {
  const modified = lastModifiedDate === undefined ? '' : ` lastmodifieddate="${lastModifiedDate}"`
  return {
    head: HEAD +
      `  <meta${modified}><creator>${escapeXml(creator)}</creator><description>${escapeXml(description)}</description><keywords>${escapeXml(keywords)}</keywords></meta>\n` +
      `  <graph mode="static" defaultedgetype="undirected">\n${declared('node', nodeKeys)}${declared('edge', edgeKeys)}    <nodes>\n`,
    node: row => nodeElement(node(row), nodeKeys),
    between: '    </nodes>\n    <edges>\n',
    edge: (row, i) => edgeElement(edge(row), i, edgeKeys),
    tail: '    </edges>\n  </graph>\n</gexf>\n'
  }
}

const declared = (kind: 'node' | 'edge', keys: Key[]): string =>
  `    <attributes class="${kind}">${keys.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`).join('')}</attributes>\n`

function nodeElement ({ id, attributes }: FileNode, keys: Key[]): string {
  const { label, x, y, size } = attributes
  const position = x === undefined ? '' : `<viz:position x="${x}" y="${y}"/>`
  return `      <node id="${escapeXml(id)}" label="${escapeXml(String(label))}">${values(attributes, keys)}${colour(attributes)}<viz:size value="${size}"/>${position}</node>\n`
}

function edgeElement ({ source, target, directed, attributes }: FileEdge, i: number, keys: Key[]): string {
  const type = directed ? 'directed' : 'undirected'
  return `      <edge id="e${i}" source="${escapeXml(source)}" target="${escapeXml(target)}" type="${type}" weight="${attributes.weight}">${values(attributes, keys)}${colour(attributes)}<viz:thickness value="${attributes.thickness}"/></edge>\n`
}

const values = (attributes: FileNode['attributes'], keys: Key[]): string =>
  `<attvalues>${keys.map(({ name }) => attributes[name] === undefined ? '' : `<attvalue for="${name}" value="${escapeXml(String(attributes[name]))}"/>`).join('')}</attvalues>`

function colour ({ color }: FileNode['attributes']): string {
  const { r, g, b } = colourParts(String(color))
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`
}
