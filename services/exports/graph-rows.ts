/** Rows of a view as nodes and edges with everything the graph formats write: label, position, size, colour and the measures. */
import type { ClusterNode, ViewEdge } from '../contract/graph-view.ts'
import { clusterColour } from '../contract/palette.ts'
import { MEASURES } from '../contract/run.ts'
import type { NetworkNode } from '../views/network-view.ts'
import type { AboutLine, ExportContext } from './about.ts'
import { aboutText, cautionOf } from './about.ts'

/** An organisation of a view, or of the whole network, where some have no place and all may have a region and coordinates. */
export type OrganisationRow = Omit<NetworkNode, 'region' | 'latitude' | 'longitude'> & Partial<Pick<NetworkNode, 'region' | 'latitude' | 'longitude'>>
export type NodeRow = ClusterNode | OrganisationRow

type Attributes = Record<string, string | number | boolean>
export interface FileNode { id: string, attributes: Attributes }
export interface FileEdge { source: string, target: string, directed: boolean, attributes: Attributes }
/** An attribute that nodes or edges may have. */
export interface Key { name: string, type: 'string' | 'double' | 'boolean' }
export interface Bounds { left: number, right: number, bottom: number, top: number }

/** What must be known of all rows before the first is written. */
export interface GraphSubject {
  level: string
  about: AboutLine[]
  bounds: Bounds
  strengthMax: number
}

export interface GraphRows {
  /** creator, description, keywords, lastModifiedDate */
  head: Record<string, string>
  /** Beside label, x, y, size, color of nodes and weight, thickness, color of edges. What has no value is left out of a row. */
  nodeKeys: Key[]
  edgeKeys: Key[]
  node: (row: NodeRow) => FileNode
  edge: (row: ViewEdge) => FileEdge
}

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

const texts = (...names: string[]): Key[] => names.map(name => ({ name, type: 'string' }))
const numbers = (...names: string[]): Key[] => names.map(name => ({ name, type: 'double' }))
const CLUSTER_KEYS: Key[] = [...numbers('organisations', 'organisationsTotal'), ...texts('countries'), ...numbers('crossBorderShare', 'crossBorderShareExpected', 'stability'), ...texts('verdict')]
const ORGANISATION_KEYS: Key[] = [{ name: 'named', type: 'boolean' }, ...texts('kind', 'country', 'region', 'city', 'cluster', 'clusterName', 'domains'), ...numbers('depth', 'latitude', 'longitude', ...MEASURES)]
const EDGE_KEYS: Key[] = [...numbers('links', 'crossBorderShare', 'sharedNetworks'), ...texts('layers')]

export function graphRows ({ level, about, bounds, strengthMax }: GraphSubject, context: ExportContext): GraphRows {
  const { run } = context
  const place = placeInDrawing(bounds)
  return {
    head: {
      creator: `Amber Road ${run.softwareVersion}`,
      description: aboutText(about),
      keywords: `${level}, ${run.id}, ${cautionOf(run)}`,
      ...(run.finishedAt !== null && { lastModifiedDate: run.finishedAt.slice(0, 10) })
    },
    nodeKeys: level === 'clusters' ? CLUSTER_KEYS : ORGANISATION_KEYS,
    edgeKeys: EDGE_KEYS,
    node: row => ({ id: row.id, attributes: withoutNull({ ...('sizeTotal' in row ? clusterAttributes(row, context) : organisationAttributes(row, context, strengthMax)), ...place(row) }) }),
    edge: ({ source, target, directed, weight, links, crossBorderShare, sharedNetworks, layers }) => ({
      source,
      target,
      directed,
      attributes: {
        weight, links, crossBorderShare, sharedNetworks, layers: layers.join(' '),
        thickness: drawn(Math.max(THICKNESS_MIN, THICKNESS * Math.sqrt(weight))), color: crossBorderShare > 0.5 ? EDGE_ACROSS : EDGE_HOME
      }
    })
  }
}

function clusterAttributes ({ id, size, sizeTotal, countries, crossBorderShare, crossBorderShareExpected, stability, verdict }: ClusterNode, { clusterLabel }: ExportContext) {
  return {
    label: `${id} ${clusterLabel(id)}`, size: drawn(Math.max(RADIUS_MIN, CLUSTER_RADIUS * Math.sqrt(size))), color: clusterColour(id).fill,
    organisations: size, organisationsTotal: sizeTotal, countries: countriesText(countries),
    crossBorderShare, crossBorderShareExpected, stability, verdict
  }
}

function organisationAttributes ({ name, named, kind, country, region = null, city, cluster, domains, depth, latitude = null, longitude = null, scores }: OrganisationRow, { clusterLabel }: ExportContext, strengthMax: number) {
  const share = strengthMax > 0 ? (scores.strength ?? 0) / strengthMax : 0
  return {
    label: name, size: drawn(RADIUS_MIN + (RADIUS_MAX - RADIUS_MIN) * Math.sqrt(share)), color: clusterColour(cluster).fill,
    named, kind, country, region, city, cluster, clusterName: cluster === null ? null : clusterLabel(cluster), domains: domains.join(' '), depth, latitude, longitude, ...scores
  }
}

/** "DE 196; DK 74": the text form of counts in files without lists. */
export const countriesText = (countries: Array<{ value: string, count: number }>): string => countries.map(({ value, count }) => `${value} ${count}`).join('; ')

/** The least box that holds all places. */
export function boundsOf (places: Iterable<{ x: number | null, y: number | null }>): Bounds {
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  for (const { x, y } of places) {
    if (x === null || y === null) continue
    bounds.left = Math.min(bounds.left, x)
    bounds.right = Math.max(bounds.right, x)
    bounds.bottom = Math.min(bounds.bottom, y)
    bounds.top = Math.max(bounds.top, y)
  }
  return bounds
}

/** Positions moved about 0, 0 and stretched alike in both directions to DRAWING_WIDTH; what has no place keeps none. */
function placeInDrawing ({ left, right, bottom, top }: Bounds): (node: { x: number | null, y: number | null }) => { x: number | null, y: number | null } {
  const width = Math.max(right - left, top - bottom)
  const scale = width > 0 ? DRAWING_WIDTH / width : 1
  return ({ x, y }) => x === null || y === null ? { x: null, y: null } : { x: drawn((x - (left + right) / 2) * scale), y: drawn((y - (bottom + top) / 2) * scale) }
}

/** Positions and sizes to a thousandth of the drawing's unit; figures are never rounded. */
const drawn = (value: number): number => Math.round(value * 1000) / 1000 + 0

const withoutNull = (attributes: Record<string, string | number | boolean | null>): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string | number | boolean] => entry[1] !== null && entry[1] !== ''))
