/** One step, or one note, in an introduction that is under way. */
import type { IntroductionChange, IntroductionEntry, Outcome } from '../contract/introduction.ts'
import type { Link } from '../contract/link.ts'
import { ServiceError } from '../errors.ts'
import { linkId } from '../ids.ts'
import { mergedInto, presentId } from '../ingest/read-redirects.ts'
import type { GraphStore, RecordDraft } from '../store/graph-store.ts'
import { inTurn } from './in-turn.ts'
import { draftOf, endedOfPair, findEnds, findIntroduction, refusal, refuseThroughItself, unknownEndpoints } from './introduction-record.ts'
import type { IntroductionRecord, StoredIntroduction } from './introduction-record.ts'
import { checkOutcome, checkStep, hasEnded } from './introduction-states.ts'

/** Lines in the history of one: a call a week for four years. */
export const HISTORY_MAX = 200

/** What a link says of the introduction it came from. */
export const introducedBy = (introduction: string): string => `introduced: ${introduction}`

type ChangeStore = Pick<GraphStore, 'getOrganisations' | 'getRecord' | 'listRecords' | 'saveRecords' | 'getLink' | 'write'>

/**
 * One step or one note. Null if there is no such introduction; CONFLICT where it was changed since the version the caller saw, INVALID_INPUT
 * for a step that is not allowed. With `outcome.record` the link is put into the data in the same transaction, or neither is; with the
 * step back from there it is taken out again, unless it says something else by now. One that has ended is taken up again as if it began.
 */
export const changeIntroduction: typeof takeOn = (store, id, change, clock) => inTurn(store, () => takeOn(store, id, change, clock))

async function takeOn (store: ChangeStore, id: string, change: IntroductionChange, clock: () => Date): Promise<IntroductionRecord | null> {
  const before = await findIntroduction(store, id)
  if (before === null) return null
  if (before.version !== change.basedOn) throw await changedSince(store, before, change.basedOn)
  checkStep(before.state, change)
  const ends = [before.of.id, before.candidate.id]
  if (change.outcome !== undefined) checkOutcome(change.outcome, ends)
  if (before.history.length >= HISTORY_MAX) throw new ServiceError('CONFLICT', `The history of ${id} has ${HISTORY_MAX} lines, as many as are kept; close it, and start another.`)
  if (change.to === undefined && change.note === '' && change.through === undefined && change.nextStep === undefined && change.followUp === undefined) throw refusal('note', '', 'must not be empty where nothing else is changed')
  if (hasEnded(before.state) && !hasEnded(change.to ?? before.state)) await checkReopening(store, before)

  const through = change.through === undefined ? before.through : await findThrough(store, ends, change.through)
  const at = clock().toISOString()
  const state = change.to ?? before.state
  const left = hasEnded(state) ? { nextStep: null, followUp: null } : before
  const { nextStep = left.nextStep, followUp = left.followUp } = change
  const link = change.outcome?.record === true ? linkOf(id, ends, change.outcome, at) : null
  const entry: IntroductionEntry = { at, from: before.state, to: state, note: change.note, why: change.why, by: change.by, nextStep, followUp }
  const { id: _id, version, changedAt: _changedAt, ...stored } = before
  const document: StoredIntroduction = {
    ...stored, through, state, nextStep, followUp, history: [...before.history, entry],
    outcome: change.outcome !== undefined ? { at, linkKind: change.outcome.linkKind, link: link?.id ?? null } : state === before.state ? before.outcome : null
  }
  const draft = draftOf(id, version, document, at)
  const recorded = state === before.state ? null : before.outcome?.link ?? null
  if (link !== null) await saveWithLink(store, draft, link)
  else if (recorded !== null) await saveWithoutLink(store, draft, recorded)
  else await store.saveRecords([draft])
  return { ...document, id, version: version + 1, changedAt: at }
}

/** CONFLICT where the pair is being introduced by now, or one of the two has become part of the other. */
async function checkReopening (store: ChangeStore, { id, of, candidate }: IntroductionRecord): Promise<void> {
  for (const end of [of, candidate]) {
    const kept = await mergedInto(store, end.id)
    if (kept !== null) throw new ServiceError('CONFLICT', `${id} cannot be taken up again: ${end.name} (${end.id}) was merged into ${kept} since. Undo that merge first, or start an introduction of ${kept}.`)
  }
  await endedOfPair(store, of, candidate)
}

async function findThrough (store: Pick<GraphStore, 'getOrganisations' | 'getRecord'>, ends: string[], asked: string[]): Promise<StoredIntroduction['through']> {
  const through = await Promise.all(asked.map(id => presentId(store, id)))
  refuseThroughItself(ends, through)
  const known = await findEnds(store, through)
  return through.map(id => known.get(id)!)
}

function linkOf (introduction: string, ends: string[], { linkKind, seller }: Outcome, at: string): Link {
  const [source, target] = seller === null || seller === ends[0] ? ends : [ends[1], ends[0]]
  const what = { kind: linkKind!, source, target, product: null }
  return { ...what, id: linkId(what), weight: 1, sector: null, from: at.slice(0, 10), to: null, evidence: introducedBy(introduction), confidence: 1, dataSource: 'manual', updatedAt: at }
}

/** A link that is there for other reasons is left alone: what stands behind it would be lost. */
async function saveWithLink (store: Pick<GraphStore, 'getLink' | 'write'>, draft: RecordDraft, link: Link): Promise<void> {
  await store.write(async writer => {
    const known = await store.getLink(link.id)
    if (known !== null && known.evidence !== link.evidence) throw new ServiceError('CONFLICT', `The data has this link already (${link.id}); save the outcome without recording the link.`)
    const { unknown } = await writer.upsertLinks([link])
    if (unknown.length > 0) throw unknownEndpoints(unknown.flatMap(each => each.missing))
    await writer.saveRecords([draft])
  })
}

/** The outcome is taken back, and the link that stood for it; one that has got other evidence since is left alone. */
async function saveWithoutLink (store: Pick<GraphStore, 'getLink' | 'write'>, draft: RecordDraft, link: string): Promise<void> {
  await store.write(async writer => {
    if ((await store.getLink(link))?.evidence === introducedBy(draft.id)) await writer.deleteLink(link)
    await writer.saveRecords([draft])
  })
}

async function changedSince (store: Pick<GraphStore, 'getRecord'>, { id, version, history }: IntroductionRecord, basedOn: number): Promise<ServiceError> {
  const seen = (await store.getRecord('introduction', id, basedOn))?.document as StoredIntroduction | undefined
  if (seen?.history.length === history.length) return new ServiceError('CONFLICT', `${id} is at version ${version}, the change was made on version ${basedOn}: an organisation that it names was merged into another since, or parted again. Read it again, and make the change on what it says now.`)
  const last = history.at(-1)!
  const who = last.by === null ? '' : ` by ${last.by}`
  const what = last.from === last.to ? 'a note was added' : `it is now ${last.to}`
  return new ServiceError('CONFLICT', `${id} is at version ${version}, the change was made on version ${basedOn}: on ${last.at.slice(0, 10)}${who} ${what}. Read it again, and make the change on what it says now.`)
}
