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
import { buildCsr, emptyLinkList } from './build-csr.ts'
import type { GrowingLinkList } from './build-csr.ts'
import { sharedInt32, sharedUint8 } from './shared-arrays.ts'
import type { Csr, Projection, Snapshot } from './snapshot.ts'

/** Weight of each layer when several have links: a shared network says less of a pair than a recorded link. Chosen, not from literature; stored with the run by version. */
const LAYER_WEIGHT = { supply: 1, collaboration: 1, 'co-membership': 0.5 } as const
const LAYER_BIT = { supply: 1, collaboration: 2, 'co-membership': 4 } as const
type Layer = keyof typeof LAYER_BIT

interface CoMembership { links: GrowingLinkList, networksProjected: number, networksAboveCap: number, networksWithOneMember: number }

export function project (snapshot: Snapshot, options: ProjectionOptions): Projection {
  const n = snapshot.ids.length
  const coMembership = projectMemberships(snapshot, options)
  const lists: Record<Layer, GrowingLinkList> = {
    supply: listLinks(snapshot.supply),
    collaboration: listLinks(snapshot.collaboration),
    'co-membership': coMembership.links
  }
  const chosen = options.layers.filter((layer, i) => options.layers.indexOf(layer) === i && lists[layer].sources.length > 0)
  const totals = new Map(chosen.map(layer => [layer, lists[layer].weights.reduce((sum, weight) => sum + weight, 0)]))
  const scaleTotal = [...totals.values()].reduce((sum, total) => sum + total, 0)

  const all = emptyLinkList()
  const linksByLayer: Record<string, number> = {}
  for (const layer of chosen) {
    const list = lists[layer]
    const scale = chosen.length === 1 ? 1 : LAYER_WEIGHT[layer] * scaleTotal / (totals.get(layer) as number)
    for (let i = 0; i < list.sources.length; i++) {
      all.sources.push(list.sources[i])
      all.targets.push(list.targets[i])
      all.weights.push(list.weights[i] * scale)
    }
  }
  const { graph } = buildCsr(n, all, false)
  const sharedNetworks = sharedInt32(graph.targets.length)
  const layerBits = sharedUint8(graph.targets.length)
  for (const layer of chosen) {
    const list = lists[layer]
    for (let i = 0; i < list.sources.length; i++) {
      for (const slot of [slotOf(graph, list.sources[i], list.targets[i]), slotOf(graph, list.targets[i], list.sources[i])]) {
        layerBits[slot] |= LAYER_BIT[layer]
        if (layer === 'co-membership') sharedNetworks[slot]++
      }
    }
    linksByLayer[layer] = countPairs(graph, layerBits, LAYER_BIT[layer])
  }
  const { links: _links, ...counts } = coMembership
  return { graph, sharedNetworks, layerBits, report: { linksByLayer, networks: snapshot.incidence.networks.length, ...counts } }
}

function projectMemberships ({ incidence }: Snapshot, { networkSizeMax, networkSizeBasis }: ProjectionOptions): CoMembership {
  const links = emptyLinkList()
  let networksProjected = 0
  let networksAboveCap = 0
  let networksWithOneMember = 0
  for (let k = 0; k < incidence.networks.length; k++) {
    const start = incidence.offsets[k]
    const end = incidence.offsets[k + 1]
    const here = end - start
    const size = networkSizeBasis === 'in-source' ? Math.max(here, incidence.membersTotal[k]) : here
    if (here < 2) {
      if (here === 1) networksWithOneMember++
    } else if (size > networkSizeMax) networksAboveCap++
    else {
      networksProjected++
      for (let i = start; i < end; i++) {
        for (let j = i + 1; j < end; j++) {
          links.sources.push(incidence.members[i])
          links.targets.push(incidence.members[j])
          links.weights.push(1 / (size - 1))
        }
      }
    }
  }
  return { links, networksProjected, networksAboveCap, networksWithOneMember }
}

/** Links of a layer as a list; a directed layer keeps both directions of a pair, which the projection sums. */
function listLinks (graph: Csr): GrowingLinkList {
  const links = emptyLinkList()
  for (let i = 0; i < graph.n; i++) {
    for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) {
      if (!graph.directed && graph.targets[slot] < i) continue
      links.sources.push(i)
      links.targets.push(graph.targets[slot])
      links.weights.push(graph.weights[slot])
    }
  }
  return links
}

/** Place of j in the row of i, by bisection. */
function slotOf ({ offsets, targets }: Csr, i: number, j: number): number {
  let low = offsets[i]
  let high = offsets[i + 1] - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (targets[middle] < j) low = middle + 1
    else high = middle
  }
  return low
}

function countPairs (graph: Csr, layerBits: Uint8Array, bit: number): number {
  let slots = 0
  for (const bits of layerBits) if ((bits & bit) !== 0) slots++
  return slots / (graph.directed ? 1 : 2)
}
