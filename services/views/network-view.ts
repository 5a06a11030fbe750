/** The whole network of a run: every organisation that passes the filter and every link among them, read piece by piece. No picture shows as much; files do. */
import { NETWORK_EDGES_MAX } from '../contract/graph-view.ts'
import type { NetworkQuery, OrganisationNode, ViewCounts, ViewEdge } from '../contract/graph-view.ts'
import { ServiceError } from '../errors.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { countIsolates, countSmallerGroups } from './clusters-view.ts'
import { clusterIndexes } from './find-in-run.ts'
import type { Mask } from './select.ts'
import { selectOrganisations, wordOf } from './select.ts'
import { eachLink, edgeRow } from './view-edges.ts'
import type { ViewContext } from './view-parts.ts'
import { nodeRows, orNull, runHeader } from './view-parts.ts'

interface Place { x: number | null, y: number | null }
/** An organisation of the whole network. Place: on the map, null in no cluster; region and coordinates: null where not known. */
export interface NetworkNode extends Omit<OrganisationNode, 'x' | 'y'>, Place { /** NUTS code. */ region: string | null, latitude: number | null, longitude: number | null }

/** All of it at once, as the files are that are not written piece by piece. */
export type HeldNetwork = NetworkView['header'] & { nodes: NetworkNode[], edges: ViewEdge[] }

export interface NetworkView {
  /** What all views say of their run. */
  header: ReturnType<typeof runHeader> & { level: 'network', counts: ViewCounts }
  /** The greatest strength of an organisation here. */
  strengthMax: number
  places: () => Iterable<Place>
  /** Ascending by id. */
  nodes: () => AsyncIterable<NetworkNode[]>
  /** Ascending by the ids of their ends. */
  edges: () => Iterable<ViewEdge[]>
}

/** Rows described and written at once. */
const BATCH_SIZE = 500
/** Half the side of the square that holds the picture of a cluster (services/clusters/layout/place-members.ts). */
const PICTURE_RADIUS = 500
/** A cluster's disc on the map has 1.5 x the root of its organisations as its radius. */
const DISC_RADIUS = 1.5

/**
 * Organisations that pass the filter, of the named clusters if there are such. The place of one is the place of its cluster on the map, with its place inside
 * the cluster drawn into the disc. NOT_FOUND for an unknown cluster, DOCUMENT_TOO_LARGE where there are more links than `edgesMax`.
 */
export function openNetwork (loaded: LoadedRun, { cluster, weightMin = 0, ...filter }: NetworkQuery, { organisations, sources }: ViewContext, edgesMax = NETWORK_EDGES_MAX): NetworkView {
  const passing = selectOrganisations(loaded.snapshot, filter)
  if (cluster !== undefined) keepClusters(passing, loaded, clusterIndexes(loaded, cluster))
  const { snapshot: { region, latitude, longitude }, clusterOf, scores: { strength }, projection: { graph } } = loaded
  const links = countLinks(loaded, passing, weightMin)
  if (links > edgesMax) throw new ServiceError('DOCUMENT_TOO_LARGE', `The network has ${links} links, and this file holds ${edgesMax} at most. Name a country, a kind, a field or clusters, or leave weaker links out with weightMin.`)

  const nodes = Array.from(passing.keys()).filter(i => passing[i] === 1)
  const places = nodes.map(i => placeOnMap(loaded, i))
  return {
    header: {
      ...runHeader(loaded, sources),
      level: 'network',
      counts: {
        organisationsShown: nodes.length,
        organisationsPassing: nodes.length,
        organisationsTotal: passing.length,
        isolates: countIsolates(loaded, passing),
        clusters: new Set(nodes.map(i => clusterOf[i]).filter(k => k >= 0)).size,
        smallerGroups: countSmallerGroups(loaded, passing),
        edgesShown: links,
        edgesTotal: links
      }
    },
    strengthMax: nodes.reduce((most, i) => strength[i] > most ? strength[i] : most, 0),
    places: () => places,
    nodes: async function * () {
      for (let at = 0; at < nodes.length; at += BATCH_SIZE) {
        const batch = nodes.slice(at, at + BATCH_SIZE)
        const rows = await nodeRows(loaded, batch, organisations, () => ({ x: 0, y: 0, depth: 0 }))
        yield rows.map((row, i) => ({ ...row, ...places[at + i], region: wordOf(region, batch[i]), latitude: orNull(latitude[batch[i]]), longitude: orNull(longitude[batch[i]]) }))
      }
    },
    edges: function * () {
      let batch: ViewEdge[] = []
      for (const link of eachLink(graph, passing, weightMin)) {
        batch.push(edgeRow(loaded, link))
        if (batch.length === BATCH_SIZE) {
          yield batch
          batch = []
        }
      }
      if (batch.length > 0) yield batch
    }
  }
}

export async function holdNetwork ({ header, nodes, edges }: NetworkView): Promise<HeldNetwork> {
  const held: HeldNetwork = { ...header, nodes: [], edges: [] }
  for await (const batch of nodes()) held.nodes.push(...batch)
  for (const batch of edges()) held.edges.push(...batch)
  return held
}

function keepClusters (mask: Mask, { clusterOf }: LoadedRun, clusters: number[]): void {
  for (let i = 0; i < mask.length; i++) if (!clusters.includes(clusterOf[i])) mask[i] = 0
}

function countLinks ({ projection: { graph } }: LoadedRun, mask: Mask, weightMin: number): number {
  const links = eachLink(graph, mask, weightMin)
  let count = 0
  while (links.next().done !== true) count++
  return count
}

function placeOnMap ({ clusters, clusterOf, x, y }: LoadedRun, i: number): Place {
  if (clusterOf[i] < 0) return { x: null, y: null }
  const cluster = clusters[clusterOf[i]]
  const scale = DISC_RADIUS * Math.sqrt(cluster.size) / PICTURE_RADIUS
  return { x: cluster.x + x[i] * scale, y: cluster.y + y[i] * scale }
}
