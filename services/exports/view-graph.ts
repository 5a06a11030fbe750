/** A view as a graphology graph with everything the graph formats write: label, position, size, colour and the measures. */
import Graph from 'graphology'
import type { ClusterNode, GraphView, OrganisationNode } from '../contract/graph-view.ts'
import { clusterColour } from '../contract/palette.ts'
import type { ExportContext } from './about.ts'
import { aboutExport, aboutText, CAUTION, contentOf } from './about.ts'

/** Width of the drawing: Gephi's own layouts are about this wide, and sizes below are in the same unit. */
const DRAWING_WIDTH = 1000
/** Radius of a cluster's disc: 1.5 x the root of its organisations, as on the map. */
const CLUSTER_RADIUS = 1.5
const RADIUS_MIN = 3
const RADIUS_MAX = 16
const THICKNESS_MIN = 1
/** Width of a link between clusters: 0.42 x the root of its weight, as on the map. */
const THICKNESS = 0.42
const EDGE_HOME = '#CDD2D8'
const EDGE_ACROSS = '#87919D'

/** Undirected but for links that are supply one way. Attributes without a value are left out. Graph attributes: title, description, creator, keywords, date. */
export function graphOfView (view: GraphView, context: ExportContext): Graph {
  const about = aboutExport(contentOf(view), context)
  const graph = new Graph({ type: view.edges.some(edge => edge.directed) ? 'mixed' : 'undirected' })
  graph.replaceAttributes({
    creator: `Amber Road ${context.run.softwareVersion}`,
    description: aboutText(about),
    keywords: `${view.level}, ${view.run}, ${CAUTION}`,
    ...(context.run.finishedAt !== null && { lastModifiedDate: context.run.finishedAt.slice(0, 10) })
  })
  const place = scaleToDrawing(view.nodes)
  if (view.level === 'clusters') {
    for (const node of view.nodes) graph.addNode(node.id, withoutNull({ ...clusterAttributes(node, context), ...place(node) }))
  } else {
    const strengthMax = Math.max(0, ...view.nodes.map(node => node.scores.strength ?? 0))
    for (const node of view.nodes) graph.addNode(node.id, withoutNull({ ...organisationAttributes(node, context, strengthMax), ...place(node) }))
  }
  for (const { source, target, directed, weight, links, crossBorderShare, sharedNetworks, layers } of view.edges) {
    const attributes = {
      weight, links, crossBorderShare, sharedNetworks, layers: layers.join(' '),
      thickness: drawn(Math.max(THICKNESS_MIN, THICKNESS * Math.sqrt(weight))), color: crossBorderShare > 0.5 ? EDGE_ACROSS : EDGE_HOME
    }
    if (directed) graph.addDirectedEdge(source, target, attributes)
    else graph.addUndirectedEdge(source, target, attributes)
  }
  return graph
}

function clusterAttributes ({ id, size, sizeTotal, countries, crossBorderShare, crossBorderShareExpected, stability, verdict }: ClusterNode, { clusterLabel }: ExportContext) {
  return {
    label: `${id} ${clusterLabel(id)}`, size: drawn(Math.max(RADIUS_MIN, CLUSTER_RADIUS * Math.sqrt(size))), color: clusterColour(id).fill,
    organisations: size, organisationsTotal: sizeTotal, countries: countriesText(countries),
    crossBorderShare, crossBorderShareExpected, stability, verdict
  }
}

function organisationAttributes ({ name, named, kind, country, city, cluster, domains, depth, scores }: OrganisationNode, { clusterLabel }: ExportContext, strengthMax: number) {
  const share = strengthMax > 0 ? (scores.strength ?? 0) / strengthMax : 0
  return {
    label: name, size: drawn(RADIUS_MIN + (RADIUS_MAX - RADIUS_MIN) * Math.sqrt(share)), color: clusterColour(cluster).fill,
    named, kind, country, city, cluster, clusterName: cluster === null ? null : clusterLabel(cluster), domains: domains.join(' '), depth, ...scores
  }
}

/** "DE 196; DK 74": the text form of counts in files without lists. */
export const countriesText = (countries: Array<{ value: string, count: number }>): string => countries.map(({ value, count }) => `${value} ${count}`).join('; ')

/** Positions moved about 0, 0 and stretched alike in both directions to DRAWING_WIDTH. */
function scaleToDrawing (nodes: Array<{ x: number, y: number }>): (node: { x: number, y: number }) => { x: number, y: number } {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of nodes) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  const width = Math.max(right - left, top - bottom)
  const scale = width > 0 ? DRAWING_WIDTH / width : 1
  return ({ x, y }) => ({ x: drawn((x - (left + right) / 2) * scale), y: drawn((y - (bottom + top) / 2) * scale) })
}

/** Positions and sizes to a thousandth of the drawing's unit; figures are never rounded. */
const drawn = (value: number): number => Math.round(value * 1000) / 1000 + 0

const withoutNull = (attributes: Record<string, unknown>) => Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null && value !== ''))
