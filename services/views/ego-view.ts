/** One organisation and those around it: its partners on an inner ring, their partners on an outer one. */
import type { EgoViewQuery, OrganisationsView } from '../contract/graph-view.ts'
import { VIEW_NODES_MAX } from '../contract/graph-view.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { countIsolates } from './clusters-view.ts'
import { placeRings } from './ego-layout.ts'
import { organisationIndex } from './find-in-run.ts'
import type { Mask } from './select.ts'
import { selectOrganisations } from './select.ts'
import type { SnapshotLink } from './view-edges.ts'
import { byStrength, edgeRow, linksAmong } from './view-edges.ts'
import type { ViewContext } from './view-parts.ts'
import { clusterCodeOf, nodeRows, runHeader } from './view-parts.ts'

/** A node reached from the ego. */
export interface Reached {
  node: number
  /** 0 the ego, 1 its partners, 2 theirs. */
  depth: number
  /** Summed weight of its links to the ring before it. */
  pull: number
  /** The node of the ring before it that it is linked to most strongly; -1 for the ego. */
  parent: number
}

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

/** Breadth first from the ego through the nodes of the mask; ring by ring, in each ring by pull, then id. */
export function reach (graph: Csr, ego: number, depthMax: number, mask: Mask, weightMin: number): Reached[] {
  const depthOf = new Int32Array(graph.n).fill(-1)
  depthOf[ego] = 0
  const reached: Reached[] = [{ node: ego, depth: 0, pull: 0, parent: -1 }]
  let ring = reached
  for (let depth = 1; depth <= depthMax; depth++) {
    const next = new Map<number, Reached & { strongest: number }>()
    for (const { node } of ring) {
      for (let slot = graph.offsets[node]; slot < graph.offsets[node + 1]; slot++) {
        const target = graph.targets[slot]
        const weight = graph.weights[slot]
        if (mask[target] === 0 || weight < weightMin || (depthOf[target] >= 0 && depthOf[target] < depth)) continue
        depthOf[target] = depth
        const found = next.get(target) ?? { node: target, depth, pull: 0, parent: -1, strongest: 0 }
        found.pull += weight
        if (weight > found.strongest || (weight === found.strongest && node < found.parent)) {
          found.strongest = weight
          found.parent = node
        }
        next.set(target, found)
      }
    }
    ring = [...next.values()].sort((a, b) => b.pull - a.pull || a.node - b.node).map(({ node, depth, pull, parent }) => ({ node, depth, pull, parent }))
    reached.push(...ring)
  }
  return reached
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
