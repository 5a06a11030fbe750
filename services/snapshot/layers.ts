/** Links and memberships in columns -> the layers of a snapshot. What stays out of them is counted. */
import { LINK_KINDS } from '../contract/vocabulary.ts'
import { buildCsr } from './build-csr.ts'
import type { LinkTable, MembershipTable, NetworkColumns } from './dataset.ts'
import { packWeights } from './packed-weights.ts'
import { sharedFloat64, sharedInt32 } from './shared-arrays.ts'
import { linksOfLength } from './list-links.ts'
import type { Links } from './list-links.ts'
import type { Incidence, Snapshot } from './snapshot.ts'

type Layers = Pick<Snapshot, 'supply' | 'collaboration' | 'internalVolume' | 'report'>

const SUPPLIES = LINK_KINDS.indexOf('SUPPLIES')
const COLLABORATES = LINK_KINDS.indexOf('COLLABORATES')

/** Sums of floats depend on their order: links are taken in the order of the table, by id. */
export function buildLayers (n: number, links: LinkTable): Layers {
  const internalVolume = sharedFloat64(n)
  const otherLinks: Record<string, number> = {}
  let selfLoops = 0
  let zeroWeightLinks = 0
  const listed = [0, 0]
  for (let i = 0; i < links.kinds.length; i++) {
    const kind = links.kinds[i]
    if (kind !== SUPPLIES && kind !== COLLABORATES) otherLinks[LINK_KINDS[kind]] = (otherLinks[LINK_KINDS[kind]] ?? 0) + 1
    else if (links.sources[i] === links.targets[i]) {
      selfLoops++
      internalVolume[links.sources[i]] += links.weights[i]
    } else if (links.weights[i] === 0) zeroWeightLinks++
    else listed[kind]++
  }
  const supply = buildCsr(n, listKind(links, SUPPLIES, listed[SUPPLIES]), true)
  const collaboration = buildCsr(n, listKind(links, COLLABORATES, listed[COLLABORATES]), false)
  return { supply: supply.graph, collaboration: packWeights(collaboration.graph), internalVolume, report: { selfLoops, zeroWeightLinks, parallelLinks: supply.parallelLinks + collaboration.parallelLinks, otherLinks } }
}

/** The `count` links of a kind that join two nodes with a weight. */
function listKind ({ kinds, sources, targets, weights }: LinkTable, kind: number, count: number): Links {
  const list = linksOfLength(count)
  for (let i = 0, at = 0; at < count; i++) {
    if (kinds[i] !== kind || sources[i] === targets[i] || weights[i] === 0) continue
    list.sources[at] = sources[i]
    list.targets[at] = targets[i]
    list.weights[at++] = weights[i]
  }
  return list
}

/** Memberships of one organisation in one network under several roles count once. */
export function buildIncidence ({ ids, membersTotal }: Pick<NetworkColumns, 'ids' | 'membersTotal'>, memberships: Pick<MembershipTable, 'organisations' | 'networks'>): Incidence {
  const ends = new Int32Array(ids.length + 1)
  for (const network of memberships.networks) ends[network + 1]++
  for (let k = 0; k < ids.length; k++) ends[k + 1] += ends[k]
  const all = new Int32Array(memberships.networks.length)
  const next = ends.slice(0, ids.length)
  memberships.networks.forEach((network, i) => { all[next[network]++] = memberships.organisations[i] })
  const offsets = sharedInt32(ids.length + 1)
  let kept = 0
  for (let k = 0; k < ids.length; k++) {
    const first = kept
    all.subarray(ends[k], ends[k + 1]).sort()
    for (let i = ends[k]; i < ends[k + 1]; i++) if (kept === first || all[kept - 1] !== all[i]) all[kept++] = all[i]
    offsets[k + 1] = kept
  }
  const members = sharedInt32(kept)
  members.set(all.subarray(0, kept))
  return { networks: ids, offsets, members, membersTotal }
}
