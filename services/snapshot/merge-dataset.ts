/** A dataset of an earlier revision and what has changed since -> the dataset of now, equal in every byte to one that was read as a whole. */
import type { BareLink, BareMembership, BareNetwork, BareOrganisation, Deletion } from '../store/graph-store.ts'
import { LINK_KINDS } from '../contract/vocabulary.ts'
import { GrowingNetworks, GrowingNodes, placesOf } from './dataset.ts'
import type { Dataset, LinkTable, MembershipTable, NetworkColumns, NodeColumns } from './dataset.ts'
import type { Coded, MultiCoded } from './snapshot.ts'
import { GrowingTexts, placeOf } from './texts.ts'
import type { Texts } from './texts.ts'

/** Rows written since, in ascending id order, and what was deleted. Rows that went with an organisation or a network are not named. */
export interface Changes { organisations: BareOrganisation[], links: BareLink[], networks: BareNetwork[], memberships: BareMembership[], deletions: Deletion[] }

export function mergeDataset (base: Dataset, changes: Changes): Dataset {
  const deleted = (kind: Deletion['kind']): Set<string> => new Set(changes.deletions.filter(each => each.kind === kind).map(each => each.id))
  const nodes = mergeList(base.nodes.ids, changes.organisations, deleted('organisation'))
  const networks = mergeList(base.networks.ids, changes.networks, deleted('network'))
  const merged = { nodes: mergeNodes(base.nodes, nodes.rows, changes.organisations), networks: mergeNetworks(base.networks, networks.rows, changes.networks) }
  const nodeOf = placesOf(merged.nodes.ids)
  return {
    ...merged,
    links: mergeLinks(base.links, changes.links, deleted('link'), nodes.moved, nodeOf),
    memberships: mergeMemberships(base.memberships, changes.memberships, deleted('membership'), nodes.moved, networks.moved, nodeOf, placesOf(merged.networks.ids))
  }
}

/** Where each row of the new table comes from: a row of the old one, or -1 - k for the k-th that was written since. */
type Rows = Int32Array

/** `moved`: the new place of each old row, -1 for one that was deleted, even if it was written again: what hung on it is gone. */
function mergeList (ids: string[], written: Array<{ id: string }>, deleted: Set<string>): { rows: Rows, moved: Int32Array } {
  const moved = new Int32Array(ids.length)
  const rows: number[] = []
  let k = 0
  for (let i = 0; i < ids.length; i++) {
    for (; k < written.length && written[k].id < ids[i]; k++) rows.push(-1 - k)
    const gone = deleted.has(ids[i])
    moved[i] = gone ? -1 : rows.length
    if (written[k]?.id === ids[i]) rows.push(-1 - k++)
    else if (!gone) rows.push(i)
  }
  for (; k < written.length; k++) rows.push(-1 - k)
  return { rows: Int32Array.from(rows), moved }
}

const word = ({ codes, values }: Coded, i: number): string | null => codes[i] < 0 ? null : values[codes[i]]
const list = ({ offsets, codes, values }: MultiCoded, i: number): string[] => Array.from(codes.subarray(offsets[i], offsets[i + 1]), code => values[code])

function mergeNodes (base: NodeColumns, rows: Rows, written: BareOrganisation[]): NodeColumns {
  const growing = new GrowingNodes(rows.length)
  const known = (number: number): number | null => Number.isNaN(number) ? null : number
  for (const i of rows) {
    growing.push(i < 0
      ? written[-1 - i]
      : {
          id: base.ids[i], country: word(base.country, i) as string, regionCode: word(base.region, i), kind: word(base.kind, i) as BareOrganisation['kind'], sizeClass: word(base.sizeClass, i) as BareOrganisation['sizeClass'],
          city: word(base.city, i), domains: list(base.domains, i), sectors: list(base.sectors, i), latitude: known(base.latitude[i]), longitude: known(base.longitude[i])
        })
  }
  return growing.finish()
}

function mergeNetworks (base: NetworkColumns, rows: Rows, written: BareNetwork[]): NetworkColumns {
  const growing = new GrowingNetworks(rows.length)
  for (const i of rows) growing.push(i < 0 ? written[-1 - i] : { id: base.ids[i], membersTotal: base.membersTotal[i] < 0 ? null : base.membersTotal[i], domains: list(base.domains, i) })
  return growing.finish()
}

/** The same as mergeList for a table, whose ids are not strings; `gone`: rows that went with one of their ends. */
function mergeTable (ids: Texts, written: Array<{ id: string }>, deleted: Set<string>, gone: (row: number) => boolean): Rows {
  const count = ids.ends.length
  const dropped = new Uint8Array(count)
  let kept = count
  const drop = (row: number): void => {
    kept -= 1 - dropped[row]
    dropped[row] = 1
  }
  for (let row = 0; row < count; row++) if (gone(row)) drop(row)
  const places = written.map(({ id }) => placeOf(ids, id))
  for (const { at, found } of [...places, ...Array.from(deleted, id => placeOf(ids, id))]) if (found) drop(at)
  const rows = new Int32Array(kept + written.length)
  let k = 0
  let length = 0
  for (let row = 0; row <= count; row++) {
    for (; k < written.length && places[k].at === row; k++) rows[length++] = -1 - k
    if (row < count && dropped[row] === 0) rows[length++] = row
  }
  return rows
}

function takeIds (ids: Texts, rows: Rows, written: Array<{ id: string }>): Texts {
  const taken = new GrowingTexts(rows.length)
  for (let i = 0; i < rows.length;) {
    if (rows[i] < 0) taken.push(written[-1 - rows[i++]].id)
    else {
      const start = rows[i]
      let end = start
      while (i < rows.length && rows[i] === end) {
        i++
        end++
      }
      taken.pushAll(ids, start, end)
    }
  }
  return taken.finish()
}

/** A column of the new table. */
function take<Column extends Int32Array | Float64Array | Uint8Array> (column: Column, rows: Rows, old: (row: number) => number, written: (k: number) => number): Column {
  for (let i = 0; i < rows.length; i++) column[i] = rows[i] < 0 ? written(-1 - rows[i]) : old(rows[i])
  return column
}

/** The place of an end, which must be there: a store has no link or membership without. */
function endIn (places: Map<string, number>, id: string): number {
  const place = places.get(id)
  if (place === undefined) throw new Error(`${id} is the end of a link or membership and outside the snapshot`)
  return place
}

function mergeLinks (base: LinkTable, written: BareLink[], deleted: Set<string>, moved: Int32Array, nodeOf: Map<string, number>): LinkTable {
  const { ids, kinds, sources, targets, weights } = base
  const rows = mergeTable(ids, written, deleted, row => moved[sources[row]] < 0 || moved[targets[row]] < 0)
  return {
    ids: takeIds(ids, rows, written),
    kinds: take(new Uint8Array(rows.length), rows, row => kinds[row], k => LINK_KINDS.indexOf(written[k].kind)),
    sources: take(new Int32Array(rows.length), rows, row => moved[sources[row]], k => endIn(nodeOf, written[k].source)),
    targets: take(new Int32Array(rows.length), rows, row => moved[targets[row]], k => endIn(nodeOf, written[k].target)),
    weights: take(new Float64Array(rows.length), rows, row => weights[row], k => written[k].weight)
  }
}

function mergeMemberships (base: MembershipTable, written: BareMembership[], deleted: Set<string>, movedNodes: Int32Array, movedNetworks: Int32Array, nodeOf: Map<string, number>, networkOf: Map<string, number>): MembershipTable {
  const { ids, organisations, networks } = base
  const rows = mergeTable(ids, written, deleted, row => movedNodes[organisations[row]] < 0 || movedNetworks[networks[row]] < 0)
  return {
    ids: takeIds(ids, rows, written),
    organisations: take(new Int32Array(rows.length), rows, row => movedNodes[organisations[row]], k => endIn(nodeOf, written[k].organisation)),
    networks: take(new Int32Array(rows.length), rows, row => movedNetworks[networks[row]], k => endIn(networkOf, written[k].network))
  }
}
