import type { Test } from 'tap'
import { StoreConflict } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'

/** Input-output tables: noted once by what they hold, with what was measured on them, beside the data. */
export function tablesContract (t: Test, provide: ProvideStore): void {
  const table = (hash: string, importedAt: string) => ({ hash, importedAt, document: { title: `Łódź "${hash}"`, countries: ['LV', 'PL'] } })

  t.test('a table is noted once, listed, and taken out with its results', async t => {
    const store = await provide(t)
    t.strictSame(await store.listTables(), [])
    const [older, newer] = [table('a1', '2026-01-01T00:00:00.000Z'), table('b2', '2026-02-01T00:00:00.000Z')]
    t.ok(await store.saveTable(older))
    t.ok(await store.saveTable(newer))
    t.notOk(await store.saveTable({ ...older, importedAt: '2026-03-01T00:00:00.000Z', document: {} }), 'the same content again changes nothing')
    t.strictSame(await store.getTable('a1'), older)
    t.equal(await store.getTable('c3'), null)
    t.strictSame(await store.listTables(), [newer, older])

    const values = { country: { VS: [0.1 + 0.2, null, 1e-17], E: [1e12, -0.5, 0] } }
    await store.saveTableResult('a1', 'verticalSpecialisation', { old: true })
    await store.saveTableResult('a1', 'verticalSpecialisation', values)
    await store.saveTableResult('b2', 'verticalSpecialisation', { other: true })
    t.strictSame(await store.getTableResult('a1', 'verticalSpecialisation'), values, 'every number to its last bit')
    t.equal(await store.getTableResult('a1', 'kww'), null)
    t.equal((await store.revision()).number, 0, 'tables do not raise the revision')

    t.ok(await store.deleteTable('a1'))
    t.notOk(await store.deleteTable('a1'))
    t.equal(await store.getTableResult('a1', 'verticalSpecialisation'), null)
    t.strictSame(await store.listTables(), [newer])
    t.strictSame(await store.getTableResult('b2', 'verticalSpecialisation'), { other: true })
    await t.rejects(store.saveTableResult('a1', 'kww', {}), StoreConflict, 'nothing is kept of a table that is gone')
  })
}
