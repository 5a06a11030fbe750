/** Two entries become one organisation: the merged one's links, memberships, identifiers and names go to the kept one, in one transaction that can be taken back. */
import { inTurn } from '../casework/in-turn.ts'
import { moveRecords } from '../casework/move-records.ts'
import type { MergeDocument, MergeInput } from '../contract/duplicate.ts'
import type { Link } from '../contract/link.ts'
import type { Membership } from '../contract/network.ts'
import type { Organisation } from '../contract/organisation.ts'
import { LIST_LENGTH_MAX } from '../contract/scalars.ts'
import { ServiceError } from '../errors.ts'
import { keyOf } from '../ingest/organisation-index.ts'
import { mergeOrganisations } from '../ingest/merge-organisations.ts'
import type { After, GraphStore, ListRequest, Rows } from '../store/graph-store.ts'
import { joinLinks, joinMemberships, linkMeaning, membershipMeaning, moveLink, moveMembership } from './join-entities.ts'

/** Rows read at once. */
const BATCH_SIZE = 500

/**
 * The kept one keeps its name, its place and everything it says; what it does not say the merged one says for it. The merged one's name becomes an alias, its id
 * leads on (ingest/read-redirects.ts). What people keep of it goes with it (casework/move-records.ts). Refuses one that is not there, and lists that would be longer than a
 * record may hold: nothing is cut off.
 */
export async function mergeInto (store: GraphStore, { kept, merged }: MergeInput, clock: () => Date): Promise<MergeDocument> {
  // In turn with what is counted before it is added: nothing is added to the merged one meanwhile.
  const { value } = await inTurn(store, () => store.write(async writer => {
    const at = clock().toISOString()
    const [keptBefore, mergedBefore] = [await need(store, kept), await need(store, merged)]
    const step = { kept, merged, at }
    const keptAfter = { ...mergeOrganisations(mergedBefore, keptBefore), id: kept, updatedAt: at }
    refuseOverflow(keptBefore, mergedBefore, keptAfter)
    const ownLinks = (await linksOf(store, kept)).filter(({ source, target }) => source !== merged && target !== merged)
    const links = join(ownLinks, await linksOf(store, merged), linkMeaning, link => moveLink(link, step), joinLinks)
    const memberships = join(await membershipsOf(store, kept), await membershipsOf(store, merged), membershipMeaning, membership => moveMembership(membership, step), joinMemberships)

    await writer.deleteOrganisation(merged)
    await writer.upsertOrganisations([keptAfter])
    await writer.upsertLinks(lastOf(links))
    await writer.upsertMemberships(lastOf(memberships))
    const drafts = await moveRecords(store, { kept: { id: kept, name: keptAfter.name, country: keptAfter.country }, merged, linkIds: new Map(links.map(({ before, after }) => [before.id, after.id])), at })
    const records = drafts.map(({ kind, id, basedOn }) => ({ kind, id, version: basedOn + 1 }))
    const document: MergeDocument = { kept, merged, mergedAt: at, revision: (await store.revision()).number + 1, keptBefore, mergedBefore, keptAfter, links, memberships, records }
    const version = (await store.listRecordVersions('merge', merged)).length
    await writer.saveRecords([...drafts, { kind: 'merge', id: merged, savedAt: at, subjects: [kept, merged], document, basedOn: version }])
    return document
  }))
  return value
}

interface Change<Entity> { before: Entity, joined: Entity | null, after: Entity }

/** Each of the merged one's in the order of ids; two of them may meet in one of the kept. */
function join<Entity extends { id: string }> (own: Entity[], moving: Entity[], meaning: (entity: Entity) => string, move: (entity: Entity) => Entity, joinTwo: (own: Entity, moved: Entity) => Entity): Array<Change<Entity>> {
  const present = new Map(own.map(entity => [meaning(entity), entity]))
  return moving.map(before => {
    const moved = move(before)
    const joined = present.get(meaning(moved)) ?? null
    const after = joined === null ? moved : joinTwo(joined, moved)
    present.set(meaning(after), after)
    return { before, joined, after }
  })
}

/** What each became in the end. */
export const lastOf = <Entity extends { id: string }>(changes: Array<Change<Entity>>): Entity[] => [...new Map(changes.map(({ after }) => [after.id, after])).values()]
/** What stood there before any of them came; null: nothing. */
export function firstOf<Entity extends { id: string }> (changes: Array<Change<Entity>>): Map<string, Entity | null> {
  const first = new Map<string, Entity | null>()
  for (const { joined, after } of changes) if (!first.has(after.id)) first.set(after.id, joined)
  return first
}

async function need (store: GraphStore, id: string): Promise<Organisation> {
  const organisation = await store.getOrganisation(id)
  if (organisation !== null) return organisation
  const merge = await store.getRecord('merge', id)
  if (merge === null) throw new ServiceError('NOT_FOUND', `Organisation "${id}" is not in the store; /api/v1/organisations lists what is.`)
  const { kept } = merge.document as MergeDocument
  throw new ServiceError('NOT_FOUND', `Organisation ${id} was merged into ${kept} already; name that one.`, { didYouMean: [kept] })
}

function refuseOverflow (kept: Organisation, merged: Organisation, after: Organisation): void {
  const wanted = {
    aliases: new Set([...kept.aliases, ...merged.aliases, kept.name, merged.name]).size - 1, identifiers: new Set([...kept.identifiers, ...merged.identifiers].map(keyOf)).size,
    sectors: new Set([...kept.sectors, ...merged.sectors]).size, domains: new Set([...kept.domains, ...merged.domains]).size
  }
  const full = Object.entries(wanted).find(([field, n]) => n > LIST_LENGTH_MAX && after[field as keyof typeof wanted].length === LIST_LENGTH_MAX)
  if (full !== undefined) throw new ServiceError('CONFLICT', `Together ${kept.id} and ${merged.id} have ${full[1]} ${full[0]}, and a record holds ${LIST_LENGTH_MAX}; take out those that are not needed, then merge.`)
}

const linksOf = (store: GraphStore, organisation: string): Promise<Link[]> => all(request => store.listLinks({ organisation }, request))
const membershipsOf = (store: GraphStore, organisation: string): Promise<Membership[]> => all(request => store.listMemberships({ organisation }, request))

async function all<Row> (list: (request: ListRequest) => Promise<Rows<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  let after: After | null = null
  do {
    const page: Rows<Row> = await list({ limit: BATCH_SIZE, after })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}
