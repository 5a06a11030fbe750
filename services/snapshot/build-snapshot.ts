/** A revision of the store -> a snapshot. What the layers leave out is counted in the report, never lost unseen. */
import type { Link } from '../contract/link.ts'
import type { Membership, Network } from '../contract/network.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { GraphStore, StoreReader } from '../store/graph-store.ts'
import { GrowingLinks, GrowingMemberships, GrowingNetworks, GrowingNodes, placesOf } from './dataset.ts'
import type { Dataset } from './dataset.ts'
import { hashSnapshot } from './hash-snapshot.ts'
import { buildIncidence, buildLayers } from './layers.ts'
import type { Snapshot } from './snapshot.ts'

/** Rows a store hands over at once: about 1 MB of organisations, small enough that a read never holds the event loop for long. */
export const BATCH_SIZE = 2000

/** Everything a snapshot is made of, in memory and in any order. */
export interface SnapshotRows { organisations: Organisation[], links: Link[], networks: Network[], memberships: Membership[] }

export async function readSnapshot (store: Pick<GraphStore, 'freeze'>): Promise<Snapshot> {
  return await store.freeze(async (reader, revision) => snapshotOf(revision.number, await readDataset(reader)))
}

/** All of a frozen revision. How much it is is asked first, so that each column is allocated once. */
export async function readDataset (reader: StoreReader): Promise<Dataset> {
  const counts = await reader.counts()
  const nodes = await pushAll(reader.streamBareOrganisations(BATCH_SIZE), new GrowingNodes(counts.organisations))
  const networks = await pushAll(reader.streamBareNetworks(BATCH_SIZE), new GrowingNetworks(counts.networks))
  const nodeOf = placesOf(nodes.ids)
  const links = await pushAll(reader.streamBareLinks(BATCH_SIZE), new GrowingLinks(counts.links, nodeOf))
  const memberships = await pushAll(reader.streamBareMemberships(BATCH_SIZE), new GrowingMemberships(counts.memberships, nodeOf, placesOf(networks.ids)))
  return { nodes, networks, links, memberships }
}

interface Growing<Row, Columns> { push: (row: Row) => void, finish: () => Columns }

async function pushAll<Row, Columns> (batches: AsyncIterable<Row[]>, growing: Growing<Row, Columns>): Promise<Columns> {
  for await (const batch of batches) for (const row of batch) growing.push(row)
  return growing.finish()
}

/** The pure part: rows in, snapshot out. */
export function buildSnapshot (revision: number, rows: SnapshotRows): Snapshot {
  const push = <Row extends { id: string }, Columns>(list: Row[], growing: Growing<Row, Columns>): Columns => {
    for (const row of [...list].sort((a, b) => a.id < b.id ? -1 : 1)) growing.push(row)
    return growing.finish()
  }
  const bare = rows.organisations.map(({ region, coordinates, ...organisation }) =>
    ({ ...organisation, regionCode: region?.code ?? null, latitude: coordinates?.latitude ?? null, longitude: coordinates?.longitude ?? null }))
  const nodes = push(bare, new GrowingNodes(bare.length))
  const networks = push(rows.networks, new GrowingNetworks(rows.networks.length))
  const nodeOf = placesOf(nodes.ids)
  return snapshotOf(revision, {
    nodes,
    networks,
    links: push(rows.links, new GrowingLinks(rows.links.length, nodeOf)),
    memberships: push(rows.memberships, new GrowingMemberships(rows.memberships.length, nodeOf, placesOf(networks.ids)))
  })
}

export function snapshotOf (revision: number, { nodes, networks, links, memberships }: Dataset): Snapshot {
  const snapshot: Snapshot = { revision, hash: '', ...nodes, ...buildLayers(nodes.ids.length, links), incidence: buildIncidence(networks, memberships), networkDomains: networks.domains }
  return { ...snapshot, hash: hashSnapshot(snapshot) }
}
