/** API views -> scenes. */
import type { ClustersView, OrganisationsView, ViewEdge } from '../../services/contract/graph-view.ts'
import type { Cluster } from '../../services/contract/cluster.ts'
import { clusterInk } from './scene.ts'
import type { Scene, SceneEdge } from './scene.ts'

/** Links drawn on the map: each cluster's two strongest, then the strongest. */
const MAP_EDGES_MAX = 44
const OWN_EDGES = 2
/** A cluster returns often enough from this share on. */
const STEADY = 0.6

export const edgeId = (edge: Pick<ViewEdge, 'source' | 'target'>): string => `${edge.source}~${edge.target}`

/** `view.edges` come strongest first. */
export function strongestEdges (view: ClustersView): ViewEdge[] {
  const owned = new Map<string, number>()
  const own = view.edges.filter(edge => {
    const wanted = [edge.source, edge.target].some(end => (owned.get(end) ?? 0) < OWN_EDGES)
    for (const end of [edge.source, edge.target]) owned.set(end, (owned.get(end) ?? 0) + 1)
    return wanted
  })
  const rest = view.edges.filter(edge => !own.includes(edge))
  return [...own, ...rest.slice(0, Math.max(0, MAP_EDGES_MAX - own.length))]
}

export function clustersScene (view: ClustersView, edges: ViewEdge[], nameOf: (code: string) => string, noteOf: (count: number) => string): Scene {
  const extent = Math.max(...view.nodes.flatMap(node => [Math.abs(node.x) / 404, Math.abs(node.y) / 386]), 1)
  const heaviest = Math.max(...edges.map(edge => edge.weight), 1)
  return {
    halfWidth: 404 * extent,
    halfHeight: 386 * extent,
    edges: edges.map((edge): SceneEdge => ({ id: edgeId(edge), source: edge.source, target: edge.target, width: Math.max(1, Math.min(9, 0.42 * Math.sqrt(edge.weight), 9 * Math.sqrt(edge.weight / heaviest))), crossing: false })),
    nodes: view.nodes.filter(node => node.size > 0).map(node => {
      const colour = clusterInk(node.id)
      const steady = node.stability !== null && node.stability >= STEADY
      const total = node.countries.reduce((sum, { count }) => sum + count, 0)
      return {
        id: node.id, x: node.x, y: node.y, radius: Math.max(6, 1.5 * Math.sqrt(node.size)), fill: steady ? colour.fill : colour.tint, line: colour.line, dashed: !steady, ringed: false, faded: false,
        label: nameOf(node.id), note: noteOf(node.size), importance: node.size, code: node.id,
        slices: [...node.countries].sort((a, b) => b.count - a.count).map(({ count }) => count / total),
        arc: node.crossBorderShare === null ? null : { share: node.crossBorderShare, expected: node.crossBorderShareExpected }
      }
    })
  }
}

/** Hues for countries and kinds, in the order of the legend: the cluster palette again, for at most twelve words. */
export function wordColours (words: string[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  return new Map(ordered.map((word, i) => [word, `C${i + 1}`]))
}

export interface OrganisationLook { colour: 'cluster' | 'country' | 'kind', size: string, bridges: ReadonlySet<string>, ego: string | null }

export function organisationsScene (view: OrganisationsView, { colour, size, bridges, ego }: OrganisationLook): Scene {
  const hues = colour === 'cluster' ? null : wordColours(view.nodes.map(node => node[colour]))
  const greatest = Math.max(...view.nodes.map(node => node.scores[size] ?? 0), 1e-12)
  const half = Math.max(...view.nodes.flatMap(node => [Math.abs(node.x), Math.abs(node.y)]), 1) * 1.06
  const unit = half / 500
  const country = new Map(view.nodes.map(node => [node.id, node.country]))
  const heaviest = Math.max(...view.edges.map(edge => edge.weight), 1e-12)
  return {
    halfWidth: half,
    halfHeight: half,
    edges: view.edges.map((edge): SceneEdge => ({ id: edgeId(edge), source: edge.source, target: edge.target, width: unit * (0.8 + 2.4 * Math.sqrt(edge.weight / heaviest)), crossing: country.get(edge.source) !== country.get(edge.target) })),
    nodes: view.nodes.map(node => {
      const ink = clusterInk(hues === null ? node.cluster : hues.get(node[colour as 'country' | 'kind']) ?? null)
      const value = node.scores[size] ?? 0
      return {
        id: node.id, x: node.x, y: node.y, radius: unit * (node.id === ego ? 16 : 4 + 12 * Math.sqrt(value / greatest)), fill: ink.fill, line: ink.line, dashed: false, ringed: bridges.has(node.id), faded: false,
        label: node.named ? node.name : '', note: '', importance: (node.id === ego ? 10 : 0) + value / greatest, code: null, slices: [], arc: null
      }
    })
  }
}

export const bridgeIds = (cluster: Cluster | undefined): ReadonlySet<string> => new Set(cluster?.bridges.map(bridge => bridge.organisation) ?? [])
