/** One organisation and those around it: its partners on an inner ring, their partners on an outer one. */
import type { EgoViewQuery, OrganisationsView } from '../contract/graph-view.ts'
import { VIEW_NODES_MAX } from '../contract/graph-view.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { countIsolates } from './clusters-view.ts'
import { placeRings } from './ego-layout.ts'
import type { Reached } from './ego-reach.ts'
import { reach } from './ego-reach.ts'
import { organisationIndex } from './find-in-run.ts'
import type { Mask } from './select.ts'
import { selectOrganisations } from './select.ts'
import type { SnapshotLink } from './view-edges.ts'
import { byStrength, edgeRow, linksAmong } from './view-edges.ts'
import type { ViewContext } from './view-parts.ts'
import { clusterCodeOf, nodeRows, runHeader } from './view-parts.ts'

/**
 * Organisations up to `depth` links away, over organisations that pass the filter and links of at least `weightMin`; the ego itself
 * is always there. Above VIEW_NODES_MAX the inner ring comes first, then who is tied most strongly to the ring before. Edges: the link
 * that holds each organisation to the ring before it first, then the strongest among those shown, up to `edgesMax`.
 * organisationsTotal counts everyone within `depth`, whatever the filter. NOT_FOUND for an unknown id.
 */
export async function buildEgoView (loaded: LoadedRun, id: string, query: EgoViewQuery, { organisations, sources }: ViewContext): Promise<OrganisationsView> {
  const ego = organisationIndex(loaded, id)
  const { graph } = loaded.projection
  const passing = selectOrganisations(loaded.snapshot, query)
  const weightMin = query.weightMin ?? 0
  const reached = reach(graph, ego, query.depth, passing, weightMin)
  const shown = reached.slice(0, VIEW_NODES_MAX)
  const all = maskOfReached(graph.n, reached)
  const drawnMask = maskOfReached(graph.n, shown)
  const links = linksAmong(graph, all, weightMin)
  const drawn = chooseLinks(links.filter(({ source, target }) => drawnMask[source] === 1 && drawnMask[target] === 1), shown, query.edgesMax)
  const places = placeRings(shown, node => loaded.clusterOf[node])
  const nodes = await nodeRows(loaded, shown.map(({ node }) => node), organisations, node => places.get(node)!)
  return {
    ...runHeader(loaded, sources),
    level: 'ego',
    focus: id,
    counts: {
      organisationsShown: nodes.length,
      organisationsPassing: reached.length,
      organisationsTotal: reach(graph, ego, query.depth, new Uint8Array(graph.n).fill(1), 0).length,
      isolates: countIsolates(loaded, drawnMask),
      clusters: new Set(shown.map(({ node }) => clusterCodeOf(loaded, node)).filter(code => code !== null)).size,
      smallerGroups: 0,
      edgesShown: drawn.length,
      edgesTotal: links.length
    },
    nodes,
    edges: drawn.map(link => edgeRow(loaded, link))
  }
}

function chooseLinks (links: SnapshotLink[], shown: Reached[], edgesMax: number): SnapshotLink[] {
  const parentOf = new Map(shown.map(({ node, parent }) => [node, parent]))
  const holds = ({ source, target }: SnapshotLink) => parentOf.get(source) === target || parentOf.get(target) === source
  return links.sort((a, b) => Number(holds(b)) - Number(holds(a)) || byStrength(a, b)).slice(0, edgesMax).sort(byStrength)
}

function maskOfReached (n: number, reached: Reached[]): Mask {
  const mask = new Uint8Array(n)
  for (const { node } of reached) mask[node] = 1
  return mask
}
