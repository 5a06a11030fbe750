/** Links of a view: those among its organisations, the strongest first. */
import type { ViewEdge } from '../contract/graph-view.ts'
import { LAYERS } from '../contract/vocabulary.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import type { Mask } from './select.ts'

/** A link of the projection: source < target, `slot` its place in graph.targets. */
export interface SnapshotLink { source: number, target: number, slot: number, weight: number }

/** Links whose two ends are in the mask, at least `weightMin` strong, each once, ascending by their ends. */
export function * eachLink (graph: Csr, mask: Mask, weightMin: number): Generator<SnapshotLink> {
  for (let source = 0; source < graph.n; source++) {
    if (mask[source] === 0) continue
    for (let slot = graph.offsets[source]; slot < graph.offsets[source + 1]; slot++) {
      const target = graph.targets[slot]
      const weight = graph.weights[slot]
      if (target > source && mask[target] === 1 && weight >= weightMin) yield { source, target, slot, weight }
    }
  }
}

export const linksAmong = (graph: Csr, mask: Mask, weightMin: number): SnapshotLink[] => [...eachLink(graph, mask, weightMin)]

/** Strongest first; equal weights by id, so that the same request always draws the same links. */
export const byStrength = (a: SnapshotLink, b: SnapshotLink): number => b.weight - a.weight || a.source - b.source || a.target - b.target

/** Row of a link between organisations. Drawn with a direction only if all it stands for is supply one way: then source sells to target. */
export function edgeRow ({ snapshot, projection }: LoadedRun, { source, target, slot, weight }: SnapshotLink): ViewEdge {
  const bits = projection.layerBits[slot]
  const sells = bits === 1 && hasLink(snapshot.supply, source, target)
  const buys = bits === 1 && hasLink(snapshot.supply, target, source)
  const [from, to] = buys && !sells ? [target, source] : [source, target]
  return {
    source: snapshot.ids[from], target: snapshot.ids[to], weight, links: 1,
    crossBorderShare: snapshot.country.codes[source] === snapshot.country.codes[target] ? 0 : 1,
    sharedNetworks: projection.sharedNetworks[slot], layers: layerNames(bits), directed: sells !== buys
  }
}

/** Words of a layer bit set: 1 supply, 2 collaboration, 4 co-membership. */
export const layerNames = (bits: number): string[] => LAYERS.filter((_, i) => (bits >> i & 1) === 1)

function hasLink ({ offsets, targets }: Csr, source: number, target: number): boolean {
  let low = offsets[source]
  let high = offsets[source + 1] - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (targets[middle] === target) return true
    if (targets[middle] < target) low = middle + 1
    else high = middle - 1
  }
  return false
}
