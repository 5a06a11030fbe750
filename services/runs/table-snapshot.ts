/** A table -> the snapshot of its network: what one node gives to another is the supply layer, in the unit of the table. There is nothing else in it. */
import type { Context } from '../analysis/context.ts'
import type { NetworkOptions } from '../contract/value-added-network.ts'
import { buildCsr } from '../snapshot/build-csr.ts'
import { GrowingMemberships, GrowingNetworks, GrowingNodes, placesOf } from '../snapshot/dataset.ts'
import { hashSnapshot } from '../snapshot/hash-snapshot.ts'
import { buildIncidence } from '../snapshot/layers.ts'
import { linksOfLength, listLinks } from '../snapshot/list-links.ts'
import { packWeights } from '../snapshot/packed-weights.ts'
import { sharedFloat64 } from '../snapshot/shared-arrays.ts'
import type { Csr, Snapshot } from '../snapshot/snapshot.ts'
import { valueAddedNetwork } from '../value-chains/networks/value-added-network.ts'
import { openSystem } from '../value-chains/system.ts'
import type { InputOutputTable } from '../value-chains/table.ts'
import { tableNodes } from './table-nodes.ts'
import type { Labelled } from './table-nodes.ts'
import type { MadeNetwork } from './task.ts'

/** `countries` of the table as the service knows them. Throws SingularSystem, MeasureError. */
export function tableSnapshot (table: InputOutputTable, options: NetworkOptions, countries: Labelled[], context: Context): MadeNetwork {
  const { links, own, report } = valueAddedNetwork(openSystem(table, options.valueAdded, context), options, context)
  const { title, year, unit, source } = table.about
  const sectors = table.labels.sectors.map((code, i) => ({ code, name: table.labels.sectorNames[i] }))
  const nodes = tableNodes({ countries, sectors }, options.level)
  // Nodes of a snapshot stand by id.
  const order = Array.from(nodes.keys()).sort((a, b) => nodes[a].id < nodes[b].id ? -1 : 1)
  const growing = new GrowingNodes(nodes.length)
  for (const i of order) {
    const { id, country, sector } = nodes[i]
    growing.push({ id, country, regionCode: null, kind: 'other', sizeClass: null, city: null, domains: [], sectors: sector === null ? [] : [sector], latitude: null, longitude: null })
  }
  const { ids, ...columns } = growing.finish()
  const internalVolume = sharedFloat64(nodes.length)
  order.forEach((i, place) => { internalVolume[place] = own[i] })
  const networks = new GrowingNetworks(0).finish()
  const snapshot: Snapshot = {
    revision: 0,
    hash: '',
    ids,
    names: order.map(i => nodes[i].name),
    ...columns,
    internalVolume,
    supply: inOrder(links, order),
    collaboration: packWeights(buildCsr(nodes.length, linksOfLength(0), false).graph),
    incidence: buildIncidence(networks, new GrowingMemberships(0, placesOf([]), placesOf([])).finish()),
    networkDomains: networks.domains,
    report: { selfLoops: own.reduce((count, value) => count + Number(value !== 0), 0), zeroWeightLinks: 0, parallelLinks: 0, otherLinks: {} }
  }
  return { snapshot: { ...snapshot, hash: hashSnapshot(snapshot) }, network: { title, year, unit, source, countries, sectors, report } }
}

/** The same links among nodes that stand in another order. */
function inOrder (links: Csr, order: readonly number[]): Csr {
  const place = new Int32Array(order.length)
  order.forEach((i, at) => { place[i] = at })
  const { sources, targets, weights } = listLinks(links)
  return buildCsr(links.n, { sources: sources.map(i => place[i]), targets: targets.map(i => place[i]), weights }, true).graph
}
