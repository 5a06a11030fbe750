/** One cluster opened: its organisations at the positions the run stored, and the links among them. */
import type { GraphViewQuery, OrganisationsView } from '../contract/graph-view.ts'
import { VIEW_NODES_MAX } from '../contract/graph-view.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { clusterIndex } from './find-in-run.ts'
import { countIsolates } from './clusters-view.ts'
import type { Mask } from './select.ts'
import { countMask, selectOrganisations } from './select.ts'
import { byStrength, edgeRow, linksAmong } from './view-edges.ts'
import type { ViewContext } from './view-parts.ts'
import { nodeRows, runHeader } from './view-parts.ts'

/**
 * Members of a cluster that pass the filter; above VIEW_NODES_MAX those with the greatest strength. Edges: links among them, strongest
 * first, up to `edgesMax`; edgesTotal counts the links among all members that pass. NOT_FOUND for an unknown code.
 */
export async function buildClusterView (loaded: LoadedRun, code: string, query: GraphViewQuery, { organisations, sources }: ViewContext): Promise<OrganisationsView> {
  const index = clusterIndex(loaded, code)
  const passing = selectOrganisations(loaded.snapshot, query)
  for (let i = 0; i < passing.length; i++) if (loaded.clusterOf[i] !== index) passing[i] = 0
  const organisationsPassing = countMask(passing)
  const shown = strongestNodes(loaded, passing)
  const links = linksAmong(loaded.projection.graph, passing, query.weightMin ?? 0)
  const drawn = links.filter(({ source, target }) => shown[source] === 1 && shown[target] === 1).sort(byStrength).slice(0, query.edgesMax)
  const nodes = await nodeRows(loaded, nodesOf(shown), organisations, i => ({ x: loaded.x[i], y: loaded.y[i], depth: 0 }))
  return {
    ...runHeader(loaded, sources),
    level: 'cluster',
    focus: code,
    counts: {
      organisationsShown: nodes.length,
      organisationsPassing,
      organisationsTotal: loaded.clusters[index].size,
      isolates: countIsolates(loaded, passing),
      clusters: nodes.length > 0 ? 1 : 0,
      smallerGroups: 0,
      edgesShown: drawn.length,
      edgesTotal: links.length
    },
    nodes,
    edges: drawn.map(link => edgeRow(loaded, link))
  }
}

/** The mask itself, or its VIEW_NODES_MAX strongest nodes; equal strengths by id. */
function strongestNodes ({ scores: { strength } }: LoadedRun, mask: Mask): Mask {
  const nodes = nodesOf(mask)
  if (nodes.length <= VIEW_NODES_MAX) return mask
  const kept = new Uint8Array(mask.length)
  for (const i of nodes.sort((a, b) => strength[b] - strength[a] || a - b).slice(0, VIEW_NODES_MAX)) kept[i] = 1
  return kept
}

function nodesOf (mask: Mask): number[] {
  const nodes: number[] = []
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) nodes.push(i)
  return nodes
}
