import type { Test } from 'tap'
import fc from 'fast-check'
import type { MergeDocument } from '../../services/contract/duplicate.ts'
import type { Link } from '../../services/contract/link.ts'
import { membershipId, linkId } from '../../services/ids.ts'
import { mergeInto } from '../../services/quality/merge.ts'
import { checkUndo, undoMerge } from '../../services/quality/undo-merge.ts'
import { readRedirects } from '../../services/ingest/read-redirects.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'
import { recordsOfMerges } from './contract-merged-records.ts'
import { AT, gather, link, membership, network, organisation, organisationId } from './samples.ts'

const LATER = '2026-04-01T00:00:00.000Z'
const clock = (): Date => new Date(LATER)

/** Everything that a merge may touch, in one order. */
async function everything (store: GraphStore) {
  return { organisations: await gather(store.streamOrganisations(100)), links: await gather(store.streamLinks(100)), networks: await gather(store.streamNetworks(100)), memberships: await gather(store.streamMemberships(100)) }
}
const merge = (store: GraphStore, kept: string, merged: string): Promise<MergeDocument> => mergeInto(store, { kept: organisationId(kept), merged: organisationId(merged) }, clock)
const undo = (store: GraphStore, merged: string): Promise<MergeDocument> => undoMerge(store, organisationId(merged), clock)

/** A link and a membership with the ids that the service gives them. */
function between (source: string, target: string, changes: Partial<Link> = {}): Link {
  const made = link(source, target, changes)
  return { ...made, id: linkId(made) }
}
function belonging (key: string, networkKey: string, changes: Partial<ReturnType<typeof membership>> = {}): ReturnType<typeof membership> {
  const made = membership(key, networkKey, changes)
  return { ...made, id: membershipId(made) }
}

/** Merging two organisations and taking it back, over the port. */
export function mergesContract (t: Test, provide: ProvideStore): void {
  t.test('a merge moves, joins and keeps everything, in one revision', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations([
        organisation('a', { name: 'Alfa', aliases: ['A'], sizeClass: null, city: null }), organisation('b', { name: 'Alpha', aliases: ['B'], domains: ['h2020:SC5'], city: 'Sopot' }), organisation('c')
      ])
      await writer.upsertNetworks([network('1'), network('2')])
      await writer.upsertLinks([
        between('a', 'c', { weight: 2, from: '2019', to: null, evidence: null }), between('b', 'c', { weight: 3, from: '2018-05', to: '2022', confidence: 1 }), between('c', 'b', { kind: 'OWNS' }),
        between('b', 'a', { kind: 'COLLABORATES', weight: 4 }), between('b', 'c', { product: null })
      ])
      await writer.upsertMemberships([belonging('a', '1', { contribution: 100 }), belonging('b', '1', { contribution: 50 }), belonging('b', '1', { role: 'coordinator', contribution: null }), belonging('b', '2')])
    })
    const before = await everything(store)
    const { number } = await store.revision()
    const document = await merge(store, 'a', 'b')
    t.equal((await store.revision()).number, number + 1)
    t.equal(document.revision, number + 1)

    const after = await everything(store)
    t.strictSame(after.organisations.map(each => each.id), before.organisations.map(each => each.id).filter(id => id !== organisationId('b')))
    t.match(after.organisations.find(each => each.id === organisationId('a')), {
      name: 'Alfa', aliases: ['B', 'A', 'Alpha'], sizeClass: 'sme', city: 'Sopot', domains: ['h2020:SC2', 'h2020:SC5', 's3:bioeconomy'], identifiers: [{ value: 'a:b:b' }, { value: 'a:b:a' }], updatedAt: LATER
    })
    t.equal((await store.findByIdentifiers(['local:a:b:b'])).get('local:a:b:b'), organisationId('a'))
    const links = (await gather(store.streamLinks(10))).map(({ kind, source, target, product, weight }) => `${kind} ${source} ${target} ${product} ${weight}`).sort()
    const [a, c] = [organisationId('a'), organisationId('c')]
    t.strictSame(links, [`COLLABORATES ${a} ${a} smoked fish 4`, `OWNS ${c} ${a} smoked fish ${0.1 + 0.2}`, `SUPPLIES ${a} ${c} null ${0.1 + 0.2}`, `SUPPLIES ${a} ${c} smoked fish 5`].sort(), 'a link between the two is one to itself')
    t.match(await store.getLink(between('a', 'c').id), { from: '2018-05', to: '2022', evidence: 'contract 12/7', confidence: 1 })
    t.strictSame((await gather(store.streamMemberships(10))).map(({ organisation: of, role, contribution }) => [of, role, contribution]).sort(), [[a, 'coordinator', null], [a, 'participant', 123456.78], [a, 'participant', 150]].sort())
    t.equal(document.links.filter(({ joined }) => joined !== null).length, 1)
    t.strictSame(await readRedirects(store), new Map([[organisationId('b'), a]]))

    await undo(store, 'b')
    t.strictSame(await everything(store), before)
    t.equal((await store.revision()).number, number + 2)
    t.equal((await store.findByIdentifiers(['local:a:b:b'])).get('local:a:b:b'), organisationId('b'))
    t.equal((await readRedirects(store)).size, 0)
    t.strictSame((await store.listRecordVersions('merge', organisationId('b'))).map(each => each.document === null), [false, true], 'the history of both')
  })

  t.test('refusals say why, and change nothing', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations([...['a', 'b', 'c', 'd'].map(key => organisation(key)), organisation('full', { aliases: Array.from({ length: 99 }, (_, i) => `Other ${i}`) })])
      await writer.upsertLinks([between('b', 'c')])
    })
    const before = await everything(store)
    await t.rejects(merge(store, 'a', 'nobody'), { code: 'NOT_FOUND', message: /is not in the store/ })
    await t.rejects(merge(store, 'full', 'a'), { code: 'CONFLICT', message: /have 102 aliases, and a record holds 100/ })
    await t.rejects(undo(store, 'b'), { code: 'NOT_FOUND', message: /is not merged into another/ })
    t.strictSame(await everything(store), before)

    await merge(store, 'a', 'b')
    await t.rejects(merge(store, 'c', 'b'), { code: 'NOT_FOUND', message: new RegExp(`was merged into ${organisationId('a')} already`) })
    await store.write(writer => writer.upsertOrganisations([organisation('a', { name: 'Other' })]))
    await t.rejects(undo(store, 'b'), { code: 'CONFLICT', message: /has changed since \(name, aliases, domains, identifiers\)/ })

    await merge(store, 'c', 'd')
    await store.write(writer => writer.upsertLinks([between('a', 'c', { weight: 9 })]))
    await undo(store, 'd')
    await store.write(writer => writer.deleteOrganisation(organisationId('a')))
    await t.rejects(undo(store, 'b'), { code: 'CONFLICT', message: /was deleted since/ })
  })

  t.test('what changed since is named, with the merge to undo first', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'b', 'c', 'd', 'x', 'y'].map(key => organisation(key)))
      await writer.upsertLinks([between('b', 'x')])
    })
    const before = await everything(store)
    await merge(store, 'a', 'b')
    await merge(store, 'c', 'a')
    await t.rejects(undo(store, 'b'), { message: new RegExp(`was itself merged into ${organisationId('c')} since; undo that merge first`) })
    t.strictSame(await readRedirects(store), new Map([['b', 'c'], ['a', 'c']].map(([from, to]) => [organisationId(from), organisationId(to)])), 'a chain leads to its end')
    await undo(store, 'a')
    await merge(store, 'a', 'd')
    await t.rejects(undo(store, 'b'), { message: new RegExp(`has changed since \\(aliases, identifiers\\). Undo the merge of ${organisationId('d')} first`) })
    await undo(store, 'd')
    await merge(store, 'y', 'x')
    await t.rejects(undo(store, 'b'), { message: new RegExp(`${between('a', 'x').id} changed or went since. Undo the merge of ${organisationId('x')} first`) })
    await undo(store, 'x')
    await store.write(writer => writer.upsertOrganisations([{ ...organisation('b'), identifiers: [] }]))
    await t.rejects(undo(store, 'b'), { message: /was added since; delete that one first/ })
    await store.write(writer => writer.deleteOrganisation(organisationId('b')))
    await store.write(writer => writer.upsertLinks([{ ...between('a', 'x'), updatedAt: '2027-01-01T00:00:00.000Z' }, between('c', 'd')]))
    await undo(store, 'b')
    t.strictSame({ ...await everything(store), links: [await store.getLink(between('b', 'x').id)] }, { ...before, links: [between('b', 'x')] }, 'written again as it was is no change; what is new stays')
    t.not(await store.getLink(between('c', 'd').id), null)
  })

  t.test('a neighbour or network that was deleted since takes its own with it, and nothing more', async t => {
    const store = await provide(t)
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'b', 'x', 'y', 'z', 'w'].map(key => organisation(key)))
      await writer.upsertNetworks([network('1'), network('2')])
      await writer.upsertLinks([between('a', 'x'), between('b', 'x'), between('b', 'y'), between('b', 'z')])
      await writer.upsertMemberships([belonging('b', '1'), belonging('b', '2')])
    })
    const document = await merge(store, 'a', 'b')
    await merge(store, 'w', 'z')
    await store.write(async writer => {
      for (const key of ['x', 'w']) await writer.deleteOrganisation(organisationId(key))
      await writer.deleteNetwork(network('1').id)
    })
    const { obstacle, lost } = await checkUndo(store, document, true)
    t.equal(obstacle, null)
    t.strictSame(lost.sort(), [between('a', 'x').id, between('a', 'z').id, belonging('a', '1').id].sort(), 'also where a neighbour was merged into one that was deleted')
    await undo(store, 'b')
    const after = await everything(store)
    t.strictSame(after.organisations.map(({ id }) => id), ['a', 'b', 'y'].map(organisationId).sort())
    t.strictSame(after.links, [between('b', 'y')])
    t.strictSame(after.memberships, [belonging('b', '2')])

    const again = await merge(store, 'a', 'b')
    await store.write(writer => writer.deleteLink(between('a', 'y').id))
    t.match((await checkUndo(store, again, true)).obstacle, /changed or went since/, 'a link deleted by itself is a change')
  })

  recordsOfMerges(t, provide)

  t.test('random merges, undone in any order that is possible, leave the store as it was', async t => {
    const store = await provide(t)
    const keys = ['a', 'b', 'c', 'd', 'e']
    const key = fc.constantFrom(...keys)
    const given = fc.record({
      links: fc.array(fc.tuple(key, key, fc.constantFrom('SUPPLIES' as const, 'COLLABORATES' as const, 'OWNS' as const), fc.constantFrom('fish', null), fc.integer({ min: 1, max: 9 })), { maxLength: 12 }),
      memberships: fc.array(fc.tuple(key, fc.constantFrom('1', '2'), fc.constantFrom('member' as const, 'coordinator' as const), fc.option(fc.integer({ min: 1, max: 9 }))), { maxLength: 8 }),
      steps: fc.array(fc.oneof(fc.record({ kept: key, merged: key }), fc.record({ undo: key })), { minLength: 1, maxLength: 8 }),
      order: fc.shuffledSubarray(keys, { minLength: keys.length })
    })
    await fc.assert(fc.asyncProperty(given, async ({ links, memberships, steps, order }) => {
      await store.write(async writer => {
        for (const { id } of await gather(store.streamOrganisations(100))) await writer.deleteOrganisation(id)
        await writer.upsertOrganisations(keys.map(each => organisation(each, { aliases: [], updatedAt: AT })))
        await writer.upsertNetworks([network('1'), network('2')])
        await writer.upsertLinks([...new Map(links.map(([from, to, kind, product, weight]) => between(from, to, { kind, product, weight })).map(each => [each.id, each])).values()])
        await writer.upsertMemberships([...new Map(memberships.map(([of, to, role, contribution]) => belonging(of, to, { role, contribution })).map(each => [each.id, each])).values()])
      })
      for (const { id, version, subjects } of (await store.listRecords({ kind: 'merge' }, { limit: 100, after: null })).rows) {
        await store.saveRecords([{ kind: 'merge', id, savedAt: LATER, subjects, document: null, basedOn: version }])
      }
      const initial = await everything(store)
      const sums = (state: typeof initial): number[] => [state.links.reduce((sum, { weight }) => sum + weight, 0), state.memberships.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)]
      const states: Array<{ merged: string, before: typeof initial }> = []
      const attempt = async (action: () => Promise<unknown>): Promise<boolean> => {
        const before = await everything(store)
        try {
          await action()
          return true
        } catch (error) {
          if (!/NOT_FOUND|CONFLICT/.test((error as { code: string }).code)) throw error
          t.strictSame(await everything(store), before, 'what is refused changes nothing')
          return false
        }
      }
      for (const step of steps) {
        if ('undo' in step) {
          if (!await attempt(() => undo(store, step.undo))) continue
          const last = states.at(-1)
          if (last?.merged === step.undo) t.strictSame(await everything(store), last.before, 'the last merge undone is the state before it')
          states.splice(states.findIndex(({ merged }) => merged === step.undo), 1)
        } else if (step.kept !== step.merged) {
          const before = await everything(store)
          if (await attempt(() => merge(store, step.kept, step.merged))) states.push({ merged: step.merged, before })
        }
        t.strictSame(sums(await everything(store)), sums(initial), 'nothing is lost or counted twice')
      }
      let open = order.filter(each => states.some(({ merged }) => merged === each))
      while (open.length > 0) {
        const left: string[] = []
        for (const each of open) if (!await attempt(() => undo(store, each))) left.push(each)
        t.ok(left.length < open.length, 'one of them can always be undone')
        if (left.length === open.length) break
        open = left
      }
      t.strictSame(await everything(store), initial)
    }), { numRuns: store.kind === 'sqlite' ? 100 : 15, seed: 20261129 })
  })
}
