/** Second pass: the rows that were found good are written in batches, inside the caller's transaction. */
import { linkId, membershipId } from '../ids.ts'
import type { Link } from '../contract/link.ts'
import type { Membership, Network } from '../contract/network.ts'
import type { Organisation, OrganisationInput } from '../contract/organisation.ts'
import type { GraphStore, StoreWriter, Upserted } from '../store/graph-store.ts'
import { batches, rowKey } from './check-rows.ts'
import type { Checked } from './check-rows.ts'
import type { Draft, FormatReader, OrganisationDraft } from './drafts.ts'
import type { ImportContext } from './import-context.ts'
import { mergeOrganisations } from './merge-organisations.ts'
import { Notes } from './notes.ts'
import { keyOf } from './organisation-index.ts'

type Resolved = { id: string, organisation: OrganisationInput, merged: boolean }

export async function writeRows (store: Pick<GraphStore, 'getNetwork' | 'getOrganisations' | 'listSources'>, writer: StoreWriter, format: FormatReader, checked: Checked, updatedAt: string, context: ImportContext): Promise<void> {
  await writeSource(store, writer, format)
  /** What the rows so far say of organisations that further rows will speak of. */
  const open = new Map<string, { organisation: OrganisationInput, rowsLeft: number }>()
  let rowsDone = 0

  /** Latest state of every organisation of the batch, over what the store and earlier rows know. */
  async function mergeBatch (drafts: OrganisationDraft[]): Promise<Organisation[]> {
    const rows = drafts.map(draft => resolve(draft, checked))
    const stored = rows.map(({ id }) => id).filter(id => checked.organisations.isStored(id) && !open.has(id))
    const states = new Map<string, OrganisationInput>((stored.length === 0 ? [] : await store.getOrganisations([...new Set(stored)])).map(organisation => [organisation.id, organisation]))
    for (const { id, organisation, merged: partOfIt } of rows) {
      const older = open.get(id)?.organisation ?? states.get(id)
      // What is said of an entry that was merged into another only fills in what that one does not say.
      const merged = older === undefined ? organisation : partOfIt ? mergeOrganisations(organisation, older) : mergeOrganisations(older, organisation)
      states.set(id, merged)
      const rowsLeft = (open.get(id)?.rowsLeft ?? checked.repeated.get(id) ?? 1) - 1
      if (rowsLeft > 0) open.set(id, { organisation: merged, rowsLeft })
      else open.delete(id)
    }
    return [...states].map(([id, organisation]) => ({ ...organisation, id, updatedAt }))
  }

  /** A network of the store keeps what the file does not say. */
  async function mergeNetwork (network: Network): Promise<Network> {
    const older = checked.networks.isStored(network.id) ? await store.getNetwork(network.id) : null
    if (older === null) return network
    const { title, programme, from, to, membersTotal } = network
    return {
      ...network,
      title: title ?? older.title,
      programme: programme ?? older.programme,
      from: from ?? older.from,
      to: to ?? older.to,
      membersTotal: membersTotal ?? older.membersTotal,
      domains: network.domains.length === 0 ? older.domains : network.domains
    }
  }

  for await (const batch of batches(format.read(new Notes()))) {
    context.signal.throwIfAborted()
    const drafts = batch.filter(rowDrafts => !checked.faulty.has(rowKey(rowDrafts))).flatMap(({ drafts }) => drafts)
    const of = <Type extends Draft['type']>(type: Type) => drafts.filter((draft): draft is Extract<Draft, { type: Type }> => draft.type === type)
    const organisations = await mergeBatch(of('organisation'))
    if (organisations.length > 0) await writer.upsertOrganisations(organisations)
    const networks = await Promise.all(lastOf(of('network').map((draft): Network => ({ ...draft.network, id: checked.networks.resolve(draft), updatedAt }))).map(mergeNetwork))
    if (networks.length > 0) await writer.upsertNetworks(networks)
    const memberships = lastOf(of('membership').map((draft): Membership => {
      const ends = { organisation: known(checked.organisations.find(draft.organisation)), network: known(checked.networks.find(draft.network)) }
      return { ...draft.membership, ...ends, id: membershipId({ ...ends, role: draft.membership.role }), updatedAt }
    }))
    if (memberships.length > 0) refuseUnknown(await writer.upsertMemberships(memberships))
    const links = lastOf(of('link').map((draft): Link => {
      const ends = { source: known(checked.organisations.find(draft.source)), target: known(checked.organisations.find(draft.target)) }
      return { ...draft.link, ...ends, id: linkId({ ...draft.link, ...ends }), updatedAt }
    }))
    if (links.length > 0) refuseUnknown(await writer.upsertLinks(links))
    rowsDone += batch.length
    context.progress(rowsDone, checked.rowsRead, 'Writing rows')
  }
}

/** A source that is known keeps its description. */
async function writeSource (store: Pick<GraphStore, 'listSources'>, writer: StoreWriter, { dataSource }: FormatReader): Promise<void> {
  const known = await store.listSources()
  if (!known.some(source => source.key === dataSource.key)) await writer.upsertSources([dataSource])
}

function resolve (draft: OrganisationDraft, checked: Checked): Resolved {
  const resolved = checked.organisations.resolve(draft)
  if ('conflict' in resolved) throw new Error(`the rows changed between the two readings: ${resolved.conflict}`)
  const identifiers = draft.organisation.identifiers.filter(identifier => !resolved.leftOut.includes(keyOf(identifier)))
  return { id: resolved.id, organisation: { ...draft.organisation, identifiers }, merged: resolved.merged }
}

/** A collaboration is the same link from both ends, and a row may be repeated: the last one counts. */
const lastOf = <Entity extends { id: string }>(entities: Entity[]): Entity[] => [...new Map(entities.map(entity => [entity.id, entity])).values()]

function known (id: string | null): string {
  if (id === null) throw new Error('the rows changed between the two readings: an end that was known is not any more')
  return id
}

function refuseUnknown ({ unknown }: Upserted): void {
  if (unknown.length > 0) throw new Error(`${unknown[0].missing.join(', ')} was deleted while the import ran: import again`)
}
