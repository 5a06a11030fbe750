/** A merge taken back: both organisations, their links and memberships are again what they were, under the ids they had. */
import { isDeepStrictEqual } from 'node:util'
import { inTurn } from '../casework/in-turn.ts'
import { putRecordsBack, recordedSince } from '../casework/put-records-back.ts'
import type { MergeDocument } from '../contract/duplicate.ts'
import { ServiceError } from '../errors.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { firstOf, lastOf } from './merge.ts'

/** Links, memberships or introductions that a refusal names; the rest is counted. */
const NAMED_MAX = 3
/** Merges of one organisation looked at, the newest first, when one is to be named that stands in the way. */
const LATER_LOOKED_AT = 100

/**
 * Links and memberships that the kept organisation got since stay with it. Refused (CONFLICT) where what the merge made has changed since, so that undoing it would
 * lose that change: merges into the same organisation are undone the last one first, and one between other organisations is no hindrance. A link or membership
 * that went with the organisation or network at its other end is lost, and no hindrance either. Profiles, introductions and feedback go back with what was written in them
 * since; only an introduction whose outcome was put into the data since stands in the way: its link would stay with the kept one.
 */
export async function undoMerge (store: GraphStore, merged: string, clock: () => Date): Promise<MergeDocument> {
  const { value } = await inTurn(store, () => store.write(async writer => {
    const record = await store.getRecord('merge', merged)
    if (record === null) throw new ServiceError('NOT_FOUND', `Organisation "${merged}" is not merged into another; /api/v1/merges lists those that are.`)
    const document = record.document as MergeDocument
    const { obstacle, lost } = await checkUndo(store, document, true)
    if (obstacle !== null) throw new ServiceError('CONFLICT', `The merge of ${merged} into ${document.kept} cannot be undone: ${obstacle}`)

    const { keptBefore, mergedBefore } = document
    const movedLinks = document.links.filter(({ after }) => !lost.includes(after.id))
    const movedMemberships = document.memberships.filter(({ after }) => !lost.includes(after.id))
    const links = firstOf(movedLinks)
    const memberships = firstOf(movedMemberships)
    for (const [id, before] of links) if (before === null) await writer.deleteLink(id)
    for (const [id, before] of memberships) if (before === null) await writer.deleteMembership(id)
    await writer.upsertOrganisations([keptBefore, mergedBefore])
    await writer.upsertLinks([...present(links), ...movedLinks.map(({ before }) => before)])
    await writer.upsertMemberships([...present(memberships), ...movedMemberships.map(({ before }) => before)])
    const records = await putRecordsBack(store, document.records ?? [], document)
    await writer.saveRecords([...records, { kind: 'merge', id: merged, savedAt: clock().toISOString(), subjects: record.subjects, document: null, basedOn: record.version }])
    return document
  }))
  return value
}

const present = <Entity>(first: Map<string, Entity | null>): Entity[] => [...first.values()].filter(entity => entity !== null)

/**
 * `obstacle`: why a merge cannot be undone now, and what to do; null: it can. `lost`: links and memberships of the merge that went with what they led to.
 * Introductions are named to whoever sees what is confidential alone.
 */
export async function checkUndo (store: GraphStore, document: MergeDocument, confidential: boolean): Promise<{ obstacle: string | null, lost: string[] }> {
  const obstacle = await findObstacleInEnds(store, document)
  if (obstacle !== null) return { obstacle, lost: [] }
  const recorded = await recordedSince(store, document.records ?? [])
  if (recorded.length > 0 && !confidential) return { obstacle: 'something that is shown to brokers alone stands in the way.', lost: [] }
  if (recorded.length > 0) return { obstacle: `the outcome of ${nameSome(recorded)} was put into the data since, with ${document.kept} at one end; take that outcome back first, and record it again afterwards.`, lost: [] }
  const links = await changed(lastOf(document.links), id => store.getLink(id), ({ source, target }) => isGone(store, source === document.kept ? target : source))
  const memberships = await changed(lastOf(document.memberships), id => store.getMembership(id), async ({ network }) => await store.getNetwork(network) === null)
  const lost = [...links.lost, ...memberships.lost]
  const named = [...links.changed, ...memberships.changed]
  if (named.length === 0) return { obstacle: null, lost }
  return { obstacle: `${nameSome(named)} changed or went since.${await whatToDo(store, document)}`, lost }
}

const nameSome = (names: string[]): string => `${names.slice(0, NAMED_MAX).join(', ')}${names.length > NAMED_MAX ? ` and ${names.length - NAMED_MAX} more` : ''}`

async function findObstacleInEnds (store: GraphStore, document: MergeDocument): Promise<string | null> {
  const { kept, merged, keptAfter } = document
  const now = await store.getOrganisation(kept)
  if (now === null) {
    const further = await store.getRecord('merge', kept)
    return further === null ? `${kept} was deleted since.` : `${kept} was itself merged into ${(further.document as MergeDocument).kept} since; undo that merge first.`
  }
  if (await store.getOrganisation(merged) !== null) return `an organisation with the id ${merged} was added since; delete that one first.`
  if (same(now, keptAfter)) return null
  const fields = (Object.keys(keptAfter) as Array<keyof typeof keptAfter>).filter(field => field !== 'updatedAt' && !isDeepStrictEqual(now[field], keptAfter[field]))
  return `${kept} has changed since (${fields.join(', ')}).${await whatToDo(store, document)}`
}

/** Deleted, or merged into one that was: no merge that could be undone brings it back. */
async function isGone (store: GraphStore, organisation: string): Promise<boolean> {
  if (await store.getOrganisation(organisation) !== null) return false
  const merge = await store.getRecord('merge', organisation)
  return merge === null || await isGone(store, (merge.document as MergeDocument).kept)
}

/** Names the latest of the merges since that touched one of the organisations this one touched. */
async function whatToDo (store: GraphStore, { kept, merged, revision, links }: MergeDocument): Promise<string> {
  const touched = [kept, ...new Set(links.flatMap(({ after }) => [after.source, after.target]).filter(end => end !== kept))]
  let latest: MergeDocument | null = null
  for (const subject of touched) {
    for (const { document } of (await store.listRecords({ kind: 'merge', subject }, { limit: LATER_LOOKED_AT, after: null })).rows) {
      const other = document as MergeDocument
      if (other.merged !== merged && other.revision > revision && (latest === null || other.revision > latest.revision)) latest = other
    }
  }
  return latest === null ? '' : ` Undo the merge of ${latest.merged} first.`
}

async function changed<Entity extends { id: string, updatedAt: string }> (expected: Entity[], find: (id: string) => Promise<Entity | null>, endIsGone: (entity: Entity) => Promise<boolean>): Promise<{ changed: string[], lost: string[] }> {
  const names: { changed: string[], lost: string[] } = { changed: [], lost: [] }
  for (const entity of expected) {
    const now = await find(entity.id)
    if (now === null && await endIsGone(entity)) names.lost.push(entity.id)
    else if (now === null || !same(now, entity)) names.changed.push(entity.id)
  }
  return names
}

/** The same but for the time of writing: an import of the same file again changes nothing else. */
const same = <Entity extends { updatedAt: string }>(a: Entity, b: Entity): boolean => isDeepStrictEqual({ ...a, updatedAt: '' }, { ...b, updatedAt: '' })
