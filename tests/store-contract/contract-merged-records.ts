import type { Test } from 'tap'
import { changeIntroduction } from '../../services/casework/change-introduction.ts'
import { giveFeedback, readFeedback, takeBackFeedback } from '../../services/casework/feedback.ts'
import { findIntroduction, readIntroductions } from '../../services/casework/introduction-record.ts'
import { addProfile, changeProfile, findProfile, listProfiles, listProfileVersions, withdrawProfile } from '../../services/casework/partner-profiles.ts'
import { startIntroduction } from '../../services/casework/start-introduction.ts'
import { FeedbackInput } from '../../services/contract/feedback.ts'
import { IntroductionChange, IntroductionInput } from '../../services/contract/introduction.ts'
import { PartnerProfileInput, PROFILES_MAX } from '../../services/contract/partner-profile.ts'
import type { Link } from '../../services/contract/link.ts'
import { linkId } from '../../services/ids.ts'
import { mergeInto } from '../../services/quality/merge.ts'
import { checkUndo, undoMerge } from '../../services/quality/undo-merge.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'
import { link, organisation, organisationId } from './samples.ts'

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(organisationId)
const MERGED_AT = '2026-04-01T00:00:00.000Z'

/** A store of five organisations, and casework on it with a clock that goes on by a day each time. */
async function casework (store: GraphStore) {
  await store.write(writer => writer.upsertOrganisations(['a', 'b', 'c', 'd', 'e'].map(key => organisation(key))))
  let day = 0
  const clock = (): Date => new Date(Date.UTC(2026, 2, ++day))
  let key = 0
  const keeper = { store, clock, newKey: () => String(++key) }
  const profile = (title: string, more: object = {}): PartnerProfileInput => PartnerProfileInput.parse({ type: 'business-offer', title, domains: ['s3:bioeconomy'], ...more })
  return {
    keeper, profile,
    add: (of: string, title: string, more: object = {}) => addProfile(keeper, of, profile(title, more)),
    start: (of: string, candidate: string, more: object = {}) => startIntroduction(store, IntroductionInput.parse({ of, candidate, ...more }), clock),
    step: (id: string, basedOn: number, change: object) => changeIntroduction(store, id, IntroductionChange.parse({ basedOn, ...change }), clock),
    say: (of: string | null, candidate: string, more: object = {}) => giveFeedback(store, FeedbackInput.parse({ of, candidate, context: 'partners', verdict: 'not-relevant', ...more }), clock),
    merge: (kept: string, merged: string) => mergeInto(store, { kept, merged }, () => new Date(MERGED_AT)),
    undo: (merged: string) => undoMerge(store, merged, () => new Date(MERGED_AT))
  }
}
/** Everything people keep, as it is now, without the numbers of versions. */
async function kept (store: GraphStore): Promise<unknown[]> {
  const kinds = ['partner-profile', 'introduction', 'feedback'] as const
  const rows = await Promise.all(kinds.map(async kind => (await store.listRecords({ kind }, { limit: 1000, after: null })).rows))
  return rows.flat().map(({ version: _version, ...record }) => record)
}

/** What people keep of organisations that are merged, and parted again. */
export function recordsOfMerges (t: Test, provide: ProvideStore): void {
  t.test('profiles, introductions and feedback are found at the kept one, and come back', async t => {
    const store = await provide(t)
    const { add, start, step, say, merge, undo, keeper } = await casework(store)
    const need = await add(B, 'of b')
    const naming = await add(C, 'for a and b', { confidentiality: 'named-partners', namedPartners: [A, B] })
    const forOther = await add(A, 'for b alone', { confidentiality: 'named-partners', namedPartners: [B] })
    const untouched = await add(C, 'of c')
    const first = await start(B, C, { through: [D, A] })
    const through = await start(C, D, { through: [A, B] })
    const ended = await start(A, B)
    await step(ended.id, 1, { to: 'closed', why: 'one and the same, as it seems' })
    const [earlier, self] = [await say(B, C), await say(A, B)]
    const later = await say(A, C, { why: 'said later' })
    const asCandidate = await say(D, B)
    const before = await kept(store)

    const document = await merge(A, B)
    t.equal((await listProfiles(keeper, A, true)).length, 2)
    t.strictSame((await listProfiles(keeper, B, true)), [])
    t.match(await findProfile(keeper, A, need.id, true), { version: 2, title: 'of b', organisation: A, savedAt: need.savedAt })
    t.strictSame((await listProfileVersions(keeper, A, need.id, true)).map(each => each.organisation), [B, A], 'its earlier versions are told as they were')
    await t.rejects(listProfileVersions(keeper, B, need.id, true), { code: 'NOT_FOUND' })
    t.strictSame((await findProfile(keeper, C, naming.id, true)).namedPartners, [A])
    t.strictSame((await findProfile(keeper, A, forOther.id, true)).namedPartners, [B], 'open to nobody rather than to itself')
    t.equal((await findProfile(keeper, C, untouched.id, true)).version, 1)
    t.strictSame((await readIntroductions(store, A)).map(({ id, version }) => [id, version]).sort(), [[first.id, 2], [through.id, 2], [ended.id, 2]].sort())
    t.match(await findIntroduction(store, first.id), { of: { id: A, name: 'Organisation a' }, candidate: { id: C }, through: [{ id: D }], changedAt: first.changedAt })
    t.strictSame((await findIntroduction(store, through.id))?.through.map(({ id }) => id), [A], 'named once')
    t.match(await findIntroduction(store, ended.id), { of: { id: A }, candidate: { id: B } }, 'one between the two that has ended stays')
    t.strictSame((await readFeedback(store, A)).map(({ id, of, candidate }) => [id, of, candidate]).sort(), [[later.id, A, C], [asCandidate.id, D, A]].sort(), 'of two verdicts on one question the later holds, and none is on itself')
    t.strictSame((document.records ?? []).map(({ id }) => id).sort(), [need, naming, forOther, first, through, earlier, self, asCandidate].map(({ id }) => id).sort())

    await t.rejects(step(first.id, 1, { note: 'from a page that was open' }), { code: 'CONFLICT', message: /an organisation that it names was merged/ })
    await t.rejects(changeProfile(keeper, B, need.id, 1, need), { code: 'CONFLICT', message: new RegExp(`was merged into ${A} meanwhile`) })
    await t.rejects(addProfile(keeper, B, need), { code: 'CONFLICT' })
    await t.rejects(changeProfile(keeper, A, need.id, 1, need), { code: 'CONFLICT', message: /version 2/ })
    await undo(B)
    t.strictSame(await kept(store), before)
  })

  t.test('a later verdict on the merged one takes the place of that on the kept one', async t => {
    const store = await provide(t)
    const { say, merge, undo } = await casework(store)
    const [own, moved] = [await say(A, C), await say(B, C, { verdict: 'introduced' })]
    await merge(A, B)
    t.match(await readFeedback(store, A), [{ id: moved.id, of: A, candidate: C, verdict: 'introduced', savedAt: moved.savedAt }])
    t.equal((await say(B, C)).id, moved.id, 'the old id leads to the same question')
    t.equal((await readFeedback(store, A)).length, 1)
    await undo(B)
    t.strictSame((await readFeedback(store, C)).map(({ id, of, verdict }) => [id, of, verdict]).sort(), [[own.id, A, 'not-relevant'], [moved.id, B, 'not-relevant']].sort(), 'what was said since goes back with it')
    await merge(A, B)
    await takeBackFeedback(store, moved.id, () => new Date(MERGED_AT))
    await undo(B)
    t.strictSame((await readFeedback(store, C)).map(({ id }) => id), [own.id], 'what was taken back stays so')
  })

  t.test('what was written since goes back with what it was written in', async t => {
    const store = await provide(t)
    const { add, profile, start, step, merge, undo, keeper } = await casework(store)
    const [need, gone] = [await add(B, 'of b'), await add(B, 'withdrawn later')]
    const naming = await add(C, 'for b', { confidentiality: 'named-partners', namedPartners: [B] })
    const first = await start(B, C, { through: [D] })
    await merge(A, B)
    await changeProfile(keeper, A, need.id, 2, profile('changed'))
    await withdrawProfile(keeper, A, gone.id, 2)
    await changeProfile(keeper, C, naming.id, 2, profile('changed', { confidentiality: 'named-partners', namedPartners: [D, A] }))
    await step(first.id, 2, { note: 'called', through: [] })
    const again = await start(A, D)
    await undo(B)
    t.match(await findProfile(keeper, B, need.id, true), { title: 'changed', organisation: B })
    await t.rejects(findProfile(keeper, B, gone.id, true), { code: 'NOT_FOUND' })
    t.strictSame((await findProfile(keeper, C, naming.id, true)).namedPartners, [D, B])
    t.match(await findIntroduction(store, first.id), { of: { id: B }, through: [], history: [{}, { note: 'called' }] })
    t.match(await findIntroduction(store, again.id), { of: { id: A } }, 'what began since stays')
  })

  t.test('a profile that another organisation has by now stays there', async t => {
    const store = await provide(t)
    const { add, merge, undo, keeper } = await casework(store)
    const { id } = await add(B, 'of b')
    await merge(A, B)
    const moved = await store.getRecord('partner-profile', id)
    await store.saveRecords([{ kind: 'partner-profile', id, savedAt: MERGED_AT, subjects: [C], document: moved?.document, basedOn: 2 }])
    await undo(B)
    t.match(await findProfile(keeper, C, id, true), { title: 'of b', organisation: C })
  })

  t.test('an introduction that begins after a merge, or after its undoing, gets an id that is free', async t => {
    const store = await provide(t)
    const { start, step, merge, undo } = await casework(store)
    const moved = await start(B, C)
    await step(moved.id, 1, { to: 'closed', why: 'no time' })
    await merge(A, B)
    await t.rejects(start(A, B), { code: 'INVALID_INPUT', message: /one organisation with .* since they were merged/ })
    const second = await start(B, C)
    t.match(second, { of: { id: A } }, 'the old id leads on')
    await t.rejects(start(A, C), { code: 'CONFLICT' })
    await step(second.id, 1, { to: 'closed', why: 'no time' })
    await undo(B)
    const third = await start(A, C)
    t.equal(new Set([moved.id, second.id, third.id]).size, 3)
  })

  t.test('what casework does not allow is refused, and changes nothing', async t => {
    const store = await provide(t)
    const { add, start, step, merge } = await casework(store)
    const refused = async (message: RegExp): Promise<void> => {
      const [before, revision] = [await kept(store), (await store.revision()).number]
      await t.rejects(merge(A, B), { code: 'CONFLICT', message })
      t.strictSame([await kept(store), (await store.revision()).number], [before, revision])
    }
    const between = await start(A, B)
    await refused(new RegExp(`are being introduced to each other: ${between.id}, identified. Close that`))
    await step(between.id, 1, { to: 'closed', why: 'one and the same' })
    const [one, other] = [await start(A, C), await start(C, B)]
    await refused(new RegExp(`both being introduced to ${C}: ${one.id} and ${other.id}. Close one`))
    await step(one.id, 1, { to: 'closed', why: 'begun twice' })
    for (let i = 0; i < PROFILES_MAX; i++) await add(A, `${i}`)
    const last = await add(B, 'one more')
    await refused(/have 51 partner profiles, and at most 50 are kept; withdraw/)
    await store.saveRecords([{ kind: 'partner-profile', id: last.id, savedAt: MERGED_AT, subjects: [B], document: null, basedOn: 1 }])
    await merge(A, B)
    t.equal((await findIntroduction(store, other.id))?.candidate.id, A)
  })

  t.test('the link of an outcome goes with its introduction; one recorded since stands in the way of undoing', async t => {
    const store = await provide(t)
    const { start, step, merge, undo } = await casework(store)
    const recorded = await start(B, C)
    const outcome = { linkKind: 'COLLABORATES', record: true }
    const ended = await step(recorded.id, 1, { to: 'outcome', outcome })
    const open = await start(B, D)
    const document = await merge(A, B)
    const moved = await findIntroduction(store, recorded.id)
    t.not(moved?.outcome?.link, ended?.outcome?.link)
    t.match(await store.getLink(moved?.outcome?.link ?? ''), { evidence: `introduced: ${recorded.id}` })
    const since = await step(open.id, 2, { to: 'outcome', outcome })
    t.match((await checkUndo(store, document, true)).obstacle, new RegExp(`the outcome of ${open.id} was put into the data since`))
    await t.rejects(undo(B), { code: 'CONFLICT', message: /take that outcome back first/ })
    await step(open.id, since?.version ?? 0, { to: 'meeting', why: 'recorded too early' })
    await undo(B)
    t.strictSame((await findIntroduction(store, recorded.id))?.outcome, ended?.outcome)
    t.match(await findIntroduction(store, open.id), { of: { id: B }, state: 'meeting' })
  })

  t.test('a link joined with that of an outcome stays when the outcome is taken back', async t => {
    const store = await provide(t)
    const { start, step, merge } = await casework(store)
    const among = (a: string, b: string, evidence: string | null): Link => ({ ...link(a, b, { kind: 'COLLABORATES', product: null, weight: 7, evidence }), id: linkId({ kind: 'COLLABORATES', source: organisationId(a), target: organisationId(b), product: null }) })
    const imported = among('b', 'd', null)
    await store.write(writer => writer.upsertLinks([imported, among('b', 'c', 'contract 7')]))
    const outcome = { linkKind: 'COLLABORATES', record: true }
    const [first, second] = [await start(A, D), await start(A, C)]
    const ended = await step(first.id, 1, { to: 'outcome', outcome })
    await step(second.id, 1, { to: 'outcome', outcome })
    await merge(B, A)
    t.match(await store.getLink(imported.id), { weight: 8, evidence: null })
    t.strictSame((await store.listLinks({ organisation: C }, { limit: 9, after: null })).rows.map(({ evidence }) => evidence), ['contract 7'], 'other evidence holds')
    await step(first.id, (ended?.version ?? 0) + 1, { to: 'meeting', why: 'recorded by mistake' })
    t.match(await store.getLink(imported.id), { weight: 8 })
    t.equal((await findIntroduction(store, first.id))?.outcome, null)
  })

  t.test('records go along a chain of merges, and back along it', async t => {
    const store = await provide(t)
    const { add, start, say, merge, undo } = await casework(store)
    await add(B, 'of b')
    await start(B, C)
    await say(B, C)
    await say(A, C)
    const before = await kept(store)
    await merge(A, B)
    await merge(D, A)
    await merge(organisationId('e'), C)
    t.equal((await readIntroductions(store, D)).length, 1)
    await undo(C)
    await undo(A)
    await undo(B)
    t.strictSame(await kept(store), before)
  })

  t.test('a neighbour that was merged since stays so in a record that goes back', async t => {
    const store = await provide(t)
    const { start, merge, undo } = await casework(store)
    const { id } = await start(B, C)
    await merge(A, B)
    await merge(D, C)
    await undo(B)
    t.match(await findIntroduction(store, id), { of: { id: B }, candidate: { id: D } })
    await undo(C)
    t.match(await findIntroduction(store, id), { of: { id: B }, candidate: { id: C } })
  })
}
