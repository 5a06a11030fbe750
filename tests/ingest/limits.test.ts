import t from 'tap'
import { gzipSync } from 'node:zlib'
import { openTestStore } from '../support/open-test-store.ts'
import { fileOf, importInto } from '../support/import-files.ts'
import { VALUE_SHOWN_MAX } from '../../services/ingest/file-problem.ts'
import { IMPORT_BYTES_MAX, IMPORT_COLUMNS_MAX, IMPORT_FIELD_LENGTH_MAX, IMPORT_LIMITS, IMPORT_ROWS_MAX } from '../../services/ingest/limits.ts'
import { LIST_LENGTH_MAX, TEXT_LENGTH_MAX } from '../../services/contract/scalars.ts'

const CSV = { format: 'organisations-csv', dryRun: true } as const

t.test('the limits are the named ones, and a caller cannot raise them', async t => {
  t.strictSame(IMPORT_LIMITS, { rows: IMPORT_ROWS_MAX, bytes: IMPORT_BYTES_MAX, columns: IMPORT_COLUMNS_MAX, fieldLength: IMPORT_FIELD_LENGTH_MAX })
  const store = await openTestStore(t)
  const header = ['name', 'country', ...Array.from({ length: IMPORT_COLUMNS_MAX - 1 }, (_, i) => `c${i}`)].join()
  t.match(await importInto(store, [fileOf('o.csv', `${header}\n`)], CSV, { limits: { columns: 1000 } }), { errors: [{ row: 1, value: `${IMPORT_COLUMNS_MAX + 1} columns` }] })
})

t.test('rows', async t => {
  const store = await openTestStore(t)
  const rows = (count: number): string => 'name,country\n' + 'A,LV\n'.repeat(count)
  t.equal((await importInto(store, [fileOf('o.csv', rows(5), 4096)], CSV, { limits: { rows: 5 } })).errorsTotal, 0)
  t.match(await importInto(store, [fileOf('o.csv', rows(6), 4096)], CSV, { limits: { rows: 5 } }), { errors: [{ row: 7, value: 'more than 5 rows', expected: /split/ }] })
})

t.test('bytes, counted after unpacking', async t => {
  const store = await openTestStore(t)
  const bomb = gzipSync('name,country\n' + 'A,LV\n'.repeat(50_000))
  t.ok(bomb.length < 10_000)
  t.match(await importInto(store, [fileOf('o.csv.gz', bomb, 4096)], CSV, { limits: { bytes: 100_000 } }), { errors: [{ value: 'more than 100000 bytes' }] })
})

t.test('columns', async t => {
  const store = await openTestStore(t)
  const wide = (columns: number): string => ['name', 'country', ...Array.from({ length: columns - 2 }, (_, i) => `c${i}`)].join() + '\n' + ['A', 'LV', ...Array(columns - 2).fill('')].join() + '\n'
  t.equal((await importInto(store, [fileOf('o.csv', wide(IMPORT_COLUMNS_MAX), 4096)], CSV)).errorsTotal, 0)
  t.match(await importInto(store, [fileOf('o.csv', wide(IMPORT_COLUMNS_MAX + 1), 4096)], CSV), { errors: [{ row: 1, expected: `at most ${IMPORT_COLUMNS_MAX} columns` }] })
})

t.test('length of a field, also where a quotation mark is never closed', async t => {
  const store = await openTestStore(t)
  const note = (length: number): string => `name,country,note\nA,LV,${'x'.repeat(length)}\n`
  t.equal((await importInto(store, [fileOf('o.csv', note(IMPORT_FIELD_LENGTH_MAX), 65_536)], CSV)).errorsTotal, 0)
  t.match(await importInto(store, [fileOf('o.csv', note(IMPORT_FIELD_LENGTH_MAX + 1), 65_536)], CSV), { errors: [{ row: 2, expected: /characters in a field/ }] })
  t.match(await importInto(store, [fileOf('o.csv', 'name,country\n"A,LV\n' + 'B,LV\n'.repeat(60_000), 65_536)], CSV), { errors: [{ expected: /not closed/ }] })
})

t.test('length of a text and of a list in the model', async t => {
  const store = await openTestStore(t)
  const name = (length: number): string => `name,country\n${'x'.repeat(length)},LV\n`
  t.equal((await importInto(store, [fileOf('o.csv', name(TEXT_LENGTH_MAX), 4096)], CSV)).errorsTotal, 0)
  t.match(await importInto(store, [fileOf('o.csv', name(TEXT_LENGTH_MAX + 1), 4096)], CSV), { errors: [{ row: 2, column: 'name', expected: `at most ${TEXT_LENGTH_MAX} characters` }] })
  const aliases = Array.from({ length: LIST_LENGTH_MAX + 1 }, (_, i) => `a${i}`).join(';')
  t.match(await importInto(store, [fileOf('o.csv', `name,country,aliases\nA,LV,${aliases}\n`, 4096)], CSV), { errors: [{ row: 2, column: 'aliases' }] })
})

t.test('a report repeats the beginning of a long value', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, [fileOf('o.csv', `name,country\nA,${'x'.repeat(VALUE_SHOWN_MAX + 1)}\n`, 4096)], CSV)
  t.equal(report.errors[0]?.value, 'x'.repeat(VALUE_SHOWN_MAX - 1) + '…')
})
