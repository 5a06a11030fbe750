/**
 * A revision of the store in columns, entities in ascending id order: what a snapshot is made of. Beside the snapshot it keeps every link and membership by its id,
 * so that what has changed since can be put in its place (merge-dataset.ts) without reading the rest again. Ids are ASCII.
 */
import { LINK_KINDS } from '../contract/vocabulary.ts'
import type { BareLink, BareMembership, BareNetwork, BareOrganisation } from '../store/graph-store.ts'
import { GrowingWordLists, GrowingWords } from './encode.ts'
import { sharedFloat64, sharedInt32 } from './shared-arrays.ts'
import type { MultiCoded, Snapshot } from './snapshot.ts'
import { GrowingTexts } from './texts.ts'
import type { Texts } from './texts.ts'

/** The organisations, as a snapshot has them. */
export type NodeColumns = Pick<Snapshot, 'ids' | 'country' | 'region' | 'kind' | 'sizeClass' | 'city' | 'domains' | 'sectors' | 'latitude' | 'longitude'>
export interface NetworkColumns { ids: string[], membersTotal: Int32Array, domains: MultiCoded }
/** Kinds are places in LINK_KINDS, ends are nodes. */
export interface LinkTable { ids: Texts, kinds: Uint8Array, sources: Int32Array, targets: Int32Array, weights: Float64Array }
/** Organisations are nodes, networks are places in the list of networks. */
export interface MembershipTable { ids: Texts, organisations: Int32Array, networks: Int32Array }
export interface Dataset { nodes: NodeColumns, networks: NetworkColumns, links: LinkTable, memberships: MembershipTable }

/** Each of these takes `count` rows, one after the other in ascending id order. */
export class GrowingNodes {
  private readonly ids: string[] = []
  private readonly words: Record<'country' | 'region' | 'kind' | 'sizeClass' | 'city', GrowingWords>
  private readonly lists: Record<'domains' | 'sectors', GrowingWordLists>
  private readonly latitude: Float64Array
  private readonly longitude: Float64Array

  constructor (count: number) {
    const words = (): GrowingWords => new GrowingWords(count)
    this.words = { country: words(), region: words(), kind: words(), sizeClass: words(), city: words() }
    this.lists = { domains: new GrowingWordLists(count), sectors: new GrowingWordLists(count) }
    this.latitude = sharedFloat64(count)
    this.longitude = sharedFloat64(count)
  }

  push (row: BareOrganisation): void {
    const i = this.ids.push(row.id) - 1
    this.words.country.push(row.country)
    this.words.region.push(row.regionCode)
    this.words.kind.push(row.kind)
    this.words.sizeClass.push(row.sizeClass)
    this.words.city.push(row.city)
    this.lists.domains.push(row.domains)
    this.lists.sectors.push(row.sectors)
    this.latitude[i] = row.latitude ?? NaN
    this.longitude[i] = row.longitude ?? NaN
  }

  finish (): NodeColumns {
    const { country, region, kind, sizeClass, city } = this.words
    return {
      ids: this.ids, country: country.finish(), region: region.finish(), kind: kind.finish(), sizeClass: sizeClass.finish(), city: city.finish(),
      domains: this.lists.domains.finish(), sectors: this.lists.sectors.finish(), latitude: this.latitude, longitude: this.longitude
    }
  }
}

export class GrowingNetworks {
  private readonly ids: string[] = []
  private readonly membersTotal: Int32Array
  private readonly domains: GrowingWordLists

  constructor (count: number) {
    this.membersTotal = sharedInt32(count)
    this.domains = new GrowingWordLists(count)
  }

  push ({ id, membersTotal, domains }: BareNetwork): void {
    this.membersTotal[this.ids.push(id) - 1] = membersTotal ?? -1
    this.domains.push(domains)
  }

  finish (): NetworkColumns {
    return { ids: this.ids, membersTotal: this.membersTotal, domains: this.domains.finish() }
  }
}

/** Place of each id in a list of them. */
export const placesOf = (ids: string[]): Map<string, number> => new Map(ids.map((id, i) => [id, i]))

export class GrowingLinks {
  private readonly table: Omit<LinkTable, 'ids'>
  private readonly ids: GrowingTexts
  private readonly nodes: Map<string, number>
  private count = 0

  constructor (count: number, nodes: Map<string, number>) {
    this.ids = new GrowingTexts(count)
    this.nodes = nodes
    this.table = { kinds: new Uint8Array(count), sources: new Int32Array(count), targets: new Int32Array(count), weights: new Float64Array(count) }
  }

  push ({ id, kind, source, target, weight }: BareLink): void {
    const { kinds, sources, targets, weights } = this.table
    const [from, to] = [this.nodes.get(source), this.nodes.get(target)]
    if (from === undefined || to === undefined) throw new Error(`link ${id} has an end outside the snapshot`)
    this.ids.push(id)
    kinds[this.count] = LINK_KINDS.indexOf(kind)
    sources[this.count] = from
    targets[this.count] = to
    weights[this.count++] = weight
  }

  finish (): LinkTable {
    return { ids: this.ids.finish(), ...this.table }
  }
}

export class GrowingMemberships {
  private readonly table: Omit<MembershipTable, 'ids'>
  private readonly ids: GrowingTexts
  private readonly nodes: Map<string, number>
  private readonly networks: Map<string, number>
  private count = 0

  constructor (count: number, nodes: Map<string, number>, networks: Map<string, number>) {
    this.ids = new GrowingTexts(count)
    this.nodes = nodes
    this.networks = networks
    this.table = { organisations: new Int32Array(count), networks: new Int32Array(count) }
  }

  push ({ id, organisation, network }: BareMembership): void {
    const [node, place] = [this.nodes.get(organisation), this.networks.get(network)]
    if (node === undefined || place === undefined) throw new Error(`membership ${id} has an end outside the snapshot`)
    this.ids.push(id)
    this.table.organisations[this.count] = node
    this.table.networks[this.count++] = place
  }

  finish (): MembershipTable {
    return { ids: this.ids.finish(), ...this.table }
  }
}
