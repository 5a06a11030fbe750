import type { Test } from 'tap'
import type { RecordDraft, StoredRecord } from '../../services/store/graph-store.ts'
import type { RecordKind } from '../../services/contract/record.ts'
import { StoreConflict } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'
import { AT, gather, organisation, organisationId } from './samples.ts'

export const draft = (id: string, basedOn = 0, changes: Partial<RecordDraft> = {}): RecordDraft =>
  ({ kind: 'introduction', id, savedAt: AT, subjects: [organisationId('a'), 'PL63'], document: { note: `${id} after ${basedOn}` }, basedOn, ...changes })
const stored = ({ basedOn, ...rest }: RecordDraft): StoredRecord => ({ ...rest, version: basedOn + 1 })
const EVERYTHING = { limit: 100, after: null }

/** Records: every version is kept, none is overwritten. */
export function versionsContract (t: Test, provide: ProvideStore): void {
  t.test('each version of a record comes back as it was saved, and the newest is what it says now', async t => {
    const store = await provide(t)
    const versions = [
      draft('int-1', 0, { document: { text: 'Łódź \u0000 "x" \\u0000 🜁', numbers: [0, -0.1, 5e-324, 2 ** 53 - 1], none: null, nested: { empty: {}, list: [] } }, subjects: [] }),
      draft('int-1', 1, { savedAt: '2026-03-05T00:00:00.000Z', subjects: ['DE80', 'DE80', organisationId('"b"')], document: ['no object'] }),
      draft('int-1', 2, { savedAt: '2026-03-06T00:00:00.000Z', document: false })
    ]
    for (const each of versions) await store.saveRecords([each])
    t.strictSame(await store.getRecord('introduction', 'int-1'), stored(versions[2]))
    for (const each of versions) t.strictSame(await store.getRecord('introduction', 'int-1', each.basedOn + 1), stored(each))
    t.strictSame(await store.listRecordVersions('introduction', 'int-1'), versions.map(stored))
  })

  t.test('a record that is not there', async t => {
    const store = await provide(t)
    await store.saveRecords([])
    await store.saveRecords([draft('int-1')])
    t.equal(await store.getRecord('introduction', 'int-2'), null)
    t.equal(await store.getRecord('feedback', 'int-1'), null, 'an id belongs to its kind')
    t.equal(await store.getRecord('introduction', 'int-1', 0), null)
    t.equal(await store.getRecord('introduction', 'int-1', 2), null)
    t.strictSame(await store.listRecordVersions('feedback', 'int-1'), [])
    t.strictSame(await store.listRecords({ kind: 'feedback' }, EVERYTHING), { rows: [], total: 0, next: null })
    t.strictSame(await store.listRecords({ kind: 'introduction', subject: 'nobody' }, EVERYTHING), { rows: [], total: 0, next: null })
  })

  t.test('a deleted record is on no list, keeps its versions, and can be taken up again', async t => {
    const store = await provide(t)
    const versions = [draft('int-1'), draft('int-1', 1, { document: null }), draft('int-1', 2, { document: { note: 'again' } })]
    await store.saveRecords([versions[0]])
    await store.saveRecords([versions[1]])
    t.equal(await store.getRecord('introduction', 'int-1'), null)
    t.strictSame(await store.getRecord('introduction', 'int-1', 1), stored(versions[0]))
    t.strictSame(await store.getRecord('introduction', 'int-1', 2), stored(versions[1]))
    for (const subject of [undefined, 'PL63']) t.strictSame(await store.listRecords({ kind: 'introduction', subject }, EVERYTHING), { rows: [], total: 0, next: null })
    await t.rejects(store.saveRecords([draft('int-1')]), { name: 'StoreConflict', message: /^introduction int-1 was to be saved as a new record, but version 2 is the newest and says that it was deleted: read it again/ })
    await store.saveRecords([versions[2]])
    t.strictSame(await store.getRecord('introduction', 'int-1'), stored(versions[2]))
    t.strictSame(await store.listRecordVersions('introduction', 'int-1'), versions.map(stored))
    for (const subject of [undefined, 'PL63']) t.strictSame((await store.listRecords({ kind: 'introduction', subject }, EVERYTHING)).rows, [stored(versions[2])])
  })

  t.test('records about a subject are erased with every version, those of other kinds and subjects stay', async t => {
    const store = await provide(t)
    const about = (id: string, subject: string, basedOn = 0, changes: Partial<RecordDraft> = {}): RecordDraft => draft(id, basedOn, { kind: 'workspace-item', subjects: [subject], ...changes })
    await store.saveRecords([about('wsi-1', 'wsp-1'), about('wsi-1', 'wsp-1', 1), about('wsi-2', 'wsp-1'), about('wsi-2', 'wsp-1', 1, { document: null }), about('wsi-3', 'wsp-2'), draft('int-1', 0, { subjects: ['wsp-1'] })])
    const erased = { kinds: ['workspace', 'workspace-item'] as RecordKind[], subject: 'wsp-1' }
    await t.rejects(store.eraseRecords([about('wsi-1', 'wsp-1', 1)], erased), { name: 'StoreConflict' })
    t.equal((await store.listRecordVersions('workspace-item', 'wsi-1')).length, 2, 'nothing is erased where a draft is refused')
    await store.eraseRecords([about('wsi-1', 'wsp-1', 2), draft('del-1', 0, { subjects: [] })], erased)
    for (const id of ['wsi-1', 'wsi-2']) t.strictSame(await store.listRecordVersions('workspace-item', id), [], id)
    t.strictSame(await store.listRecords({ kind: 'workspace-item', subject: 'wsp-1' }, EVERYTHING), { rows: [], total: 0, next: null })
    t.strictSame((await store.listRecords({ kind: 'workspace-item' }, EVERYTHING)).rows.map(({ id }) => id), ['wsi-3'])
    t.strictSame((await store.listRecords({ kind: 'introduction', subject: 'wsp-1' }, EVERYTHING)).rows.map(({ id }) => id), ['int-1'])
    t.not(await store.getRecord('introduction', 'del-1'), null, 'what was saved with it is there')
    await store.eraseRecords([], { kinds: ['workspace-item'], subject: 'wsp-2' })
    t.equal((await store.listRecords({ kind: 'workspace-item' }, EVERYTHING)).total, 0)
    await store.saveRecords([about('wsi-1', 'wsp-1')])
    t.strictSame((await store.listRecords({ kind: 'workspace-item', subject: 'wsp-1' }, EVERYTHING)).rows, [stored(about('wsi-1', 'wsp-1'))], 'and may begin anew')
  })

  t.test('who has not read the newest version is refused, and nothing of the call stays', async t => {
    const store = await provide(t)
    await store.saveRecords([draft('int-1')])
    await store.saveRecords([draft('int-1', 1)])
    for (const [bad, says] of [
      [draft('int-1', 1), /^introduction int-1 was to be saved as based on version 1, but version 2 is the newest: read it again/],
      [draft('int-1', 0), /^introduction int-1 was to be saved as a new record, but version 2 is the newest: read it again/],
      [draft('int-1', 3), /based on version 3, but version 2 is the newest/],
      [draft('int-3', 1), /^introduction int-3 was to be saved as based on version 1, but there is none/]
    ] as const) await t.rejects(store.saveRecords([draft('int-2'), bad]), { name: 'StoreConflict', message: says })
    await t.rejects(store.saveRecords([draft('int-2'), draft('int-2')]), { name: 'StoreConflict', message: /^introduction int-2 was to be saved as a new record, but version 1 is the newest/ })
    t.equal(await store.getRecord('introduction', 'int-2'), null, 'and the first of the two is not there either')
    t.equal((await store.listRecordVersions('introduction', 'int-1')).length, 2)
    await store.saveRecords([draft('int-2'), draft('int-2', 0, { kind: 'feedback' })])
    t.strictSame([(await store.getRecord('introduction', 'int-2'))?.version, (await store.getRecord('feedback', 'int-2'))?.version], [1, 1], 'one id of two kinds is two records')
    await store.saveRecords([draft('int-4'), draft('int-5'), draft('int-4', 1)])
    t.strictSame((await store.listRecordVersions('introduction', 'int-4')).map(({ version }) => version), [1, 2], 'two versions in one call, in the order given')
  })

  t.test('of many who change one version exactly one succeeds', async t => {
    const store = await provide(t)
    for (const basedOn of [0, 1]) {
      const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => i % 2 === 0
        ? store.saveRecords([draft('int-1', basedOn, { document: i })])
        : store.write(writer => writer.saveRecords([draft('int-1', basedOn, { document: i })]))))
      t.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
      t.ok(outcomes.every(outcome => outcome.status === 'fulfilled' || outcome.reason instanceof StoreConflict))
      t.equal((await store.listRecordVersions('introduction', 'int-1')).length, basedOn + 1)
    }
  })

  t.test('records are saved with a write, or not at all, and alone do not raise the revision', async t => {
    const store = await provide(t)
    await store.saveRecords([draft('int-1')])
    t.equal((await store.revision()).number, 0)
    await t.rejects(store.write(async writer => {
      await writer.upsertOrganisations([organisation('a')])
      await writer.saveRecords([draft('int-1', 1), draft('int-2')])
      throw new Error('half-way')
    }), { message: 'half-way' })
    t.strictSame((await store.listRecords({ kind: 'introduction' }, EVERYTHING)).rows, [stored(draft('int-1'))])
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a')])
      await writer.saveRecords([draft('int-1', 1)])
      await writer.saveRecords([draft('int-1', 2)])
    })
    t.equal((await store.getRecord('introduction', 'int-1'))?.version, 3, 'a write sees what it has saved')
    t.equal((await gather(store.streamOrganisations(10))).length, 1)
  })

  t.test('a record outlives what it is about', async t => {
    const store = await provide(t)
    await store.saveRecords([draft('before')])
    await store.write(writer => writer.upsertOrganisations([organisation('a')]))
    await store.saveRecords([draft('while')])
    await store.write(writer => writer.deleteOrganisation(organisationId('a')))
    await store.saveRecords([draft('after')])
    for (const subject of [organisationId('a'), 'PL63']) {
      t.strictSame((await store.listRecords({ kind: 'introduction', subject }, EVERYTHING)).rows.map(each => each.id), ['after', 'before', 'while'])
    }
  })

  t.test('lists: newest versions, the last saved first, then by id, by what they are about', async t => {
    const store = await provide(t)
    const kinds: RecordKind[] = ['ranking', 'introduction']
    const drafts = Array.from({ length: 60 }, (_, i) => draft(`int-${i}`, 0, { kind: kinds[i % 2], savedAt: `2026-01-0${1 + i % 4}T00:00:00.000Z`, subjects: [`s${i % 3}`, `t${i % 5}`] }))
    await store.saveRecords(drafts)
    const again = drafts.filter((_, i) => i % 4 === 1).map((each, i) => ({ ...each, basedOn: 1, savedAt: '2026-01-02T12:00:00.000Z', subjects: [`s${i % 2}`], document: i % 5 === 0 ? null : 'changed' }))
    await store.saveRecords(again)
    const now = [...drafts.filter(({ id }) => !again.some(each => each.id === id)), ...again.filter(each => each.document !== null)].map(stored)
    for (const kind of kinds) {
      for (const subject of [undefined, 's0', 's1', 's2', 't4', 'nobody']) {
        const expected = now.filter(each => each.kind === kind && (subject === undefined || each.subjects.includes(subject)))
          .sort((a, b) => a.savedAt > b.savedAt || (a.savedAt === b.savedAt && a.id < b.id) ? -1 : 1)
        for (const limit of [1, 7, 100]) {
          const seen: StoredRecord[] = []
          let page = await store.listRecords({ kind, subject }, { limit, after: null })
          for (;;) {
            seen.push(...page.rows)
            t.equal(page.total, expected.length)
            if (page.next === null) break
            page = await store.listRecords({ kind, subject }, { limit, after: page.next })
          }
          t.strictSame(seen, expected, `${kind} about ${subject}, ${limit} at a time`)
        }
      }
    }
  })

  t.test('more records than one statement takes are saved whole or not at all', async t => {
    const store = await provide(t)
    const many = Array.from({ length: 2500 }, (_, i) => draft(`int-${i}`))
    await t.rejects(store.saveRecords([...many, draft('int-last', 4)]), StoreConflict)
    t.equal((await store.listRecords({ kind: 'introduction' }, EVERYTHING)).total, 0)
    await store.saveRecords(many)
    t.equal((await store.listRecords({ kind: 'introduction', subject: 'PL63' }, EVERYTHING)).total, 2500)
  })
}
