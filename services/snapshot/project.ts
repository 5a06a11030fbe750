/**
 * Layers -> the one undirected, weighted network that communities and shortest paths are computed on.
 *
 * Co-membership: a network of n members gives each pair 1 / (n - 1) (Newman 2001, Phys. Rev. E 64:016132), so that an
 * organisation's strength is the number of networks it shares with anyone. Networks above the size cap are not projected:
 * a 300-member association would be a 44,850-link clique that says little about any pair.
 *
 * Layers are combined as sum over layers of lambda * w / (total weight of the layer), rescaled by the sum of those totals
 * (measures of different units are never added raw). With links in one layer only, its own weights are kept, so that
 * weights read as shared work: summed project weights.
 */
import type { ProjectionOptions } from '../contract/run.ts'
import { buildCsr } from './build-csr.ts'
import { sharedInt32, sharedUint8 } from './shared-arrays.ts'
import { linksOfLength, listLinks } from './list-links.ts'
import type { Links } from './list-links.ts'
import { slotOf } from './slot-of.ts'
import type { Csr, Projection, Snapshot } from './snapshot.ts'

/** Weight of each layer when several have links: a shared network says less of a pair than a recorded link. Chosen, not from literature; stored with the run by version. */
const LAYER_WEIGHT = { supply: 1, collaboration: 1, 'co-membership': 0.5 } as const
const LAYER_BIT = { supply: 1, collaboration: 2, 'co-membership': 4 } as const
type Layer = keyof typeof LAYER_BIT

/** Where the links of a layer stand in the list of all. */
interface Part { layer: Layer, start: number, end: number }

/** `given`: scales of an earlier projection, so that what has not changed since has the same weight; a layer that it lacks keeps its own weights. */
export function project (snapshot: Snapshot, options: ProjectionOptions, given?: Projection['scales']): Projection {
  const n = snapshot.ids.length
  const { pairs, ...counts } = countPairsOfMembers(snapshot, options)
  const lengths: Record<Layer, number> = { supply: snapshot.supply.m, collaboration: snapshot.collaboration.m, 'co-membership': pairs }
  const parts: Part[] = []
  let length = 0
  for (const layer of new Set(options.layers)) if (lengths[layer] > 0) parts.push({ layer, start: length, end: length += lengths[layer] })

  const all = linksOfLength(length)
  for (const { layer, start } of parts) {
    if (layer === 'co-membership') listPairsOfMembers(snapshot, options, all, start)
    // A directed layer keeps both directions of a pair, which are summed below.
    else listLinks(snapshot[layer], all, start)
  }
  const scales = given === undefined ? scalesOf(all.weights, parts) : Object.fromEntries(parts.map(({ layer }) => [layer, given[layer] ?? 1]))
  for (const { layer, start, end } of parts) if (scales[layer] !== 1) for (let i = start; i < end; i++) all.weights[i] *= scales[layer]
  const { graph } = buildCsr(n, all, false)
  const sharedNetworks = sharedInt32(graph.targets.length)
  const layerBits = sharedUint8(graph.targets.length)
  const linksByLayer: Record<string, number> = {}
  for (const { layer, start, end } of parts) {
    for (let i = start; i < end; i++) {
      const [source, target] = [all.sources[i], all.targets[i]]
      for (const slot of [slotOf(graph, source, target), slotOf(graph, target, source)]) {
        layerBits[slot] |= LAYER_BIT[layer]
        if (layer === 'co-membership') sharedNetworks[slot]++
      }
    }
    linksByLayer[layer] = countPairs(graph, layerBits, LAYER_BIT[layer])
  }
  return { graph, sharedNetworks, layerBits, scales, report: { linksByLayer, networks: snapshot.incidence.networks.length, ...counts } }
}

/** A single layer keeps its own weights. */
function scalesOf (weights: Float64Array, parts: Part[]): Record<string, number> {
  if (parts.length === 1) return { [parts[0].layer]: 1 }
  const totals = parts.map(({ start, end }) => weights.subarray(start, end).reduce((sum, weight) => sum + weight, 0))
  const scaleTotal = totals.reduce((sum, total) => sum + total, 0)
  return Object.fromEntries(parts.map(({ layer }, k) => [layer, LAYER_WEIGHT[layer] * scaleTotal / totals[k]]))
}

/** Whether a network is turned into links. */
export const isProjected = (snapshot: Snapshot, k: number, options: ProjectionOptions): boolean => options.layers.includes('co-membership') && sizeOf(snapshot, k, options) <= options.networkSizeMax

/** How large a network counts as: n of its weight 1 / (n - 1). */
export function sizeOf ({ incidence }: Snapshot, k: number, { networkSizeBasis }: ProjectionOptions): number {
  const here = incidence.offsets[k + 1] - incidence.offsets[k]
  return networkSizeBasis === 'in-source' ? Math.max(here, incidence.membersTotal[k]) : here
}

function countPairsOfMembers (snapshot: Snapshot, options: ProjectionOptions): { pairs: number, networksProjected: number, networksAboveCap: number, networksWithOneMember: number } {
  const counts = { pairs: 0, networksProjected: 0, networksAboveCap: 0, networksWithOneMember: 0 }
  for (let k = 0; k < snapshot.incidence.networks.length; k++) {
    const here = snapshot.incidence.offsets[k + 1] - snapshot.incidence.offsets[k]
    if (here === 1) counts.networksWithOneMember++
    if (here < 2) continue
    if (sizeOf(snapshot, k, options) > options.networkSizeMax) counts.networksAboveCap++
    else {
      counts.networksProjected++
      counts.pairs += here * (here - 1) / 2
    }
  }
  return counts
}

function listPairsOfMembers (snapshot: Snapshot, options: ProjectionOptions, list: Links, start: number): void {
  const { offsets, members, networks } = snapshot.incidence
  let at = start
  for (let k = 0; k < networks.length; k++) {
    const size = sizeOf(snapshot, k, options)
    if (size > options.networkSizeMax) continue
    for (let i = offsets[k]; i < offsets[k + 1]; i++) {
      for (let j = i + 1; j < offsets[k + 1]; j++) {
        list.sources[at] = members[i]
        list.targets[at] = members[j]
        list.weights[at++] = 1 / (size - 1)
      }
    }
  }
}

function countPairs (graph: Csr, layerBits: Uint8Array, bit: number): number {
  let slots = 0
  for (const bits of layerBits) if ((bits & bit) !== 0) slots++
  return slots / (graph.directed ? 1 : 2)
}
