import t from 'tap'
import { openTestStore } from '../support/open-test-store.ts'
import { errorLines, fileOf, importContext, importInto } from '../support/import-files.ts'
import { importFiles } from '../../services/ingest/import-files.ts'
import type { ImportFile } from '../../services/ingest/import-files.ts'
import { ImportOptions, ROW_ERRORS_LISTED_MAX } from '../../services/contract/import.ts'
import { BATCH_ROWS } from '../../services/ingest/check-rows.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'

const CSV = { format: 'organisations-csv' } as const
const ROWS = BATCH_ROWS * 2 + 10
const organisations = (count: number, lastRow = ''): string => 'key,name,country\n' + Array.from({ length: count }, (_, i) => `k${i},Firm ${i},LV\n`).join('') + lastRow

/** Everything a store holds, for before and after. */
async function contents (store: GraphStore): Promise<unknown> {
  return await store.freeze(async reader => ({ counts: await reader.counts(), imports: (await store.listImports({ limit: 10, after: null })).total, revision: await store.revision() }))
}

t.test('an error in the last row keeps the whole file out', async t => {
  const store = await openTestStore(t)
  const before = await contents(store)
  const report = await importInto(store, [fileOf('o.csv', organisations(ROWS, 'bad,Bad,XX\n'), 4096)], CSV)
  t.match(report, { status: 'refused', rowsRead: ROWS + 1, written: { organisations: 0 }, errorsTotal: 1, revision: null, problem: /onError=skip/ })
  t.strictSame(await contents(store), before)
})

t.test('skip leaves the bad rows out and lists them', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, [fileOf('o.csv', organisations(ROWS, 'bad,Bad,XX\nworse,,LV\n'), 4096)], { ...CSV, onError: 'skip' })
  t.match(report, { status: 'completed', rowsRead: ROWS + 2, rowsSkipped: 2, written: { organisations: ROWS }, revision: 1 })
  t.strictSame(errorLines(report), [`o.csv:${ROWS + 2} country: XX`, `o.csv:${ROWS + 3} name: `])
  t.equal((await store.freeze(reader => reader.counts())).organisations, ROWS)
})

t.test('a dry run checks everything and writes nothing', async t => {
  const store = await openTestStore(t)
  const before = await contents(store)
  t.match(await importInto(store, [fileOf('o.csv', organisations(10))], { ...CSV, dryRun: true }), { status: 'checked', rowsRead: 10, errorsTotal: 0, written: { organisations: 10 } })
  t.match(await importInto(store, [fileOf('o.csv', organisations(10, 'bad,Bad,XX\n'))], { ...CSV, dryRun: true }), { status: 'checked', errorsTotal: 1 })
  t.strictSame(await contents(store), before)
})

t.test('the report is stored with the rows', async t => {
  const store = await openTestStore(t)
  const report = await importInto(store, [fileOf('o.csv', organisations(3))], CSV)
  t.strictSame(await store.getImport(report.id), report)
  t.equal((await store.revision()).number, report.revision)
})

t.test('the same file twice changes nothing but the revision', async t => {
  const store = await openTestStore(t)
  const dump = async (): Promise<unknown> => await store.freeze(async reader => {
    const rows = []
    for await (const batch of reader.streamOrganisations(100)) rows.push(...batch)
    return rows
  })
  await importInto(store, [fileOf('o.csv', organisations(20))], CSV)
  const first = await dump()
  const again = await importInto(store, [fileOf('o.csv', organisations(20))], CSV)
  t.match(again.notes.join(), /20 organisations were in the store already/)
  t.strictSame(await dump(), first)
})

t.test('cancelling leaves nothing, in the check as in the writing', async t => {
  for (const message of ['Checking rows', 'Writing rows']) {
    const store = await openTestStore(t)
    const before = await contents(store)
    const controller = new AbortController()
    const report = await importInto(store, [fileOf('o.csv', organisations(ROWS), 4096)], CSV, { signal: controller.signal, progress: (_done, _total, doing) => { if (doing === message) controller.abort() } })
    t.match(report, { status: 'failed', problem: /cancelled/, written: { organisations: 0 } }, message)
    t.strictSame(await contents(store), before, message)
  }
})

t.test('a file that changes between the two readings leaves nothing', async t => {
  const store = await openTestStore(t)
  const before = await contents(store)
  let opened = 0
  const file: ImportFile = { name: 'o.csv', open: () => { opened++; return opened < 2 ? fileOf('o.csv', organisations(ROWS), 4096).open() : fileOf('o.csv', organisations(ROWS - 1, 'new,"never checked'), 4096).open() } }
  const report = await importFiles(store, [file], ImportOptions.parse(CSV), importContext())
  t.equal(report.status, 'refused')
  t.strictSame(await contents(store), before)
})

t.test('progress counts up, first without a total, then with it', async t => {
  const store = await openTestStore(t)
  const steps: Array<[number, number | null, string]> = []
  await importInto(store, [fileOf('o.csv', organisations(ROWS), 4096)], CSV, { progress: (...step) => steps.push(step) })
  t.strictSame(steps, [
    [BATCH_ROWS, null, 'Checking rows'], [2 * BATCH_ROWS, null, 'Checking rows'], [ROWS, null, 'Checking rows'],
    [BATCH_ROWS, ROWS, 'Writing rows'], [2 * BATCH_ROWS, ROWS, 'Writing rows'], [ROWS, ROWS, 'Writing rows']])
})

t.test('all errors are counted, the first are listed', async t => {
  const store = await openTestStore(t)
  const bad = ROW_ERRORS_LISTED_MAX + 5
  const report = await importInto(store, [fileOf('o.csv', 'name,country\n' + 'A,XX\n'.repeat(bad), 4096)], CSV)
  t.equal(report.errorsTotal, bad)
  t.equal(report.errors.length, ROW_ERRORS_LISTED_MAX)
})
