/** A revision of the store -> a snapshot. What the layers leave out is counted in the report, never lost unseen. */
import type { Link } from '../contract/link.ts'
import type { Membership, Network } from '../contract/network.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { buildCsr, emptyLinkList } from './build-csr.ts'
import type { GrowingLinkList } from './build-csr.ts'
import { encode, encodeMany } from './encode.ts'
import { hashSnapshot } from './hash-snapshot.ts'
import { sharedFloat64, sharedInt32 } from './shared-arrays.ts'
import type { Incidence, Snapshot } from './snapshot.ts'

/** Rows a store hands over at once: about 1 MB of organisations, small enough that a read never holds the event loop for long. */
const BATCH_SIZE = 2000

/** Everything a snapshot is made of, in memory. Ids ascending within each list. */
export interface SnapshotRows { organisations: Organisation[], links: Link[], networks: Network[], memberships: Membership[] }

export async function readSnapshot (store: Pick<GraphStore, 'freeze'>): Promise<Snapshot> {
  return await store.freeze(async (reader, revision) => buildSnapshot(revision.number, {
    organisations: await collect(reader.streamOrganisations(BATCH_SIZE)),
    links: await collect(reader.streamLinks(BATCH_SIZE)),
    networks: await collect(reader.streamNetworks(BATCH_SIZE)),
    memberships: await collect(reader.streamMemberships(BATCH_SIZE))
  }))
}

async function collect<Row> (batches: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of batches) rows.push(...batch)
  return rows
}

/** The pure part: rows in, snapshot out. Rows may come in any order; nodes are sorted by id. */
export function buildSnapshot (revision: number, rows: SnapshotRows): Snapshot {
  const organisations = [...rows.organisations].sort((a, b) => a.id < b.id ? -1 : 1)
  const n = organisations.length
  const index = new Map(organisations.map((organisation, i) => [organisation.id, i]))
  const layers = separateLayers(rows.links, index)
  const supply = buildCsr(n, layers.supply, true)
  const collaboration = buildCsr(n, layers.collaboration, false)
  const latitude = sharedFloat64(n)
  const longitude = sharedFloat64(n)
  organisations.forEach(({ coordinates }, i) => {
    latitude[i] = coordinates?.latitude ?? NaN
    longitude[i] = coordinates?.longitude ?? NaN
  })
  const snapshot: Snapshot = {
    revision,
    hash: '',
    ids: organisations.map(organisation => organisation.id),
    country: encode(organisations.map(organisation => organisation.country)),
    region: encode(organisations.map(organisation => organisation.region?.code ?? null)),
    kind: encode(organisations.map(organisation => organisation.kind)),
    sizeClass: encode(organisations.map(organisation => organisation.sizeClass)),
    city: encode(organisations.map(organisation => organisation.city)),
    domains: encodeMany(organisations.map(organisation => organisation.domains)),
    sectors: encodeMany(organisations.map(organisation => organisation.sectors)),
    latitude,
    longitude,
    internalVolume: layers.internalVolume,
    supply: supply.graph,
    collaboration: collaboration.graph,
    incidence: buildIncidence(rows.networks, rows.memberships, index),
    report: { selfLoops: layers.selfLoops, zeroWeightLinks: layers.zeroWeightLinks, parallelLinks: supply.parallelLinks + collaboration.parallelLinks, otherLinks: layers.otherLinks }
  }
  return { ...snapshot, hash: hashSnapshot(snapshot) }
}

interface Layers { supply: GrowingLinkList, collaboration: GrowingLinkList, internalVolume: Float64Array, selfLoops: number, zeroWeightLinks: number, otherLinks: Record<string, number> }

function separateLayers (links: Link[], index: Map<string, number>): Layers {
  const layers: Layers = { supply: emptyLinkList(), collaboration: emptyLinkList(), internalVolume: sharedFloat64(index.size), selfLoops: 0, zeroWeightLinks: 0, otherLinks: {} }
  // Sums of floats depend on their order: links are taken by id, whatever order they come in.
  for (const link of [...links].sort((a, b) => a.id < b.id ? -1 : 1)) {
    const source = index.get(link.source)
    const target = index.get(link.target)
    if (source === undefined || target === undefined) throw new Error(`link ${link.id} has an end outside the snapshot`)
    if (link.kind !== 'SUPPLIES' && link.kind !== 'COLLABORATES') {
      layers.otherLinks[link.kind] = (layers.otherLinks[link.kind] ?? 0) + 1
    } else if (source === target) {
      layers.selfLoops++
      layers.internalVolume[source] += link.weight
    } else if (link.weight === 0) {
      layers.zeroWeightLinks++
    } else {
      const list = link.kind === 'SUPPLIES' ? layers.supply : layers.collaboration
      list.sources.push(source)
      list.targets.push(target)
      list.weights.push(link.weight)
    }
  }
  return layers
}

/** Memberships of one organisation in one network under several roles count once. */
function buildIncidence (networks: Network[], memberships: Membership[], index: Map<string, number>): Incidence {
  const sorted = [...networks].sort((a, b) => a.id < b.id ? -1 : 1)
  const place = new Map(sorted.map((network, k) => [network.id, k]))
  const membersOf: number[][] = sorted.map(() => [])
  for (const membership of memberships) {
    const k = place.get(membership.network)
    const i = index.get(membership.organisation)
    if (k === undefined || i === undefined) throw new Error(`membership ${membership.id} has an end outside the snapshot`)
    membersOf[k].push(i)
  }
  const distinct = membersOf.map(members => [...new Set(members)].sort((a, b) => a - b))
  const offsets = sharedInt32(sorted.length + 1)
  distinct.forEach((members, k) => { offsets[k + 1] = offsets[k] + members.length })
  const members = sharedInt32(offsets[sorted.length])
  distinct.forEach((list, k) => members.set(list, offsets[k]))
  const membersTotal = sharedInt32(sorted.length)
  sorted.forEach((network, k) => { membersTotal[k] = network.membersTotal ?? -1 })
  return { networks: sorted.map(network => network.id), offsets, members, membersTotal }
}
