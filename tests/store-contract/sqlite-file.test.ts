import t from 'tap'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { createTables, upgradeTables } from '../../graph-queries/schema/index.ts'
import { StoreUnavailable } from '../../services/store/graph-store.ts'
import { openStore } from '../../services/store/open-store.ts'
import { draft } from './contract-versions.ts'
import { completed, gather, link, organisation } from './samples.ts'

const open = (file: string) => openStore({ kind: 'sqlite', file })

t.test('the folder is made, and after closing the file alone is the whole store', async t => {
  const file = join(t.testdir(), 'new/folder/amber-road.db')
  const store = await open(file)
  await store.write(writer => writer.upsertOrganisations([organisation('a')]))
  t.ok(statSync(`${file}-wal`).size > 0, 'written ahead')
  await store.close()
  t.equal(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0, 0, 'folded back')
  const again = await open(file)
  t.strictSame(await again.getOrganisation(organisation('a').id), organisation('a'))
  t.equal((await again.revision()).number, 1)
  await again.close()
})

t.test('commits are written through to the disk', async t => {
  const file = join(t.testdir(), 'amber-road.db')
  await (await open(file)).close()
  const database = new DatabaseSync(file)
  t.equal(Object.values(database.prepare('PRAGMA journal_mode').get())[0], 'wal')
  t.equal(Object.values(database.prepare('PRAGMA integrity_check').get())[0], 'ok')
  t.strictSame(database.prepare('SELECT name FROM pragma_table_list WHERE schema = \'main\' AND type = \'table\' AND strict = 0 AND name NOT LIKE \'sqlite_%\'').all(), [], 'every table is STRICT')
  database.close()
})

t.test('one data folder serves one process', async t => {
  const file = join(t.testdir(), 'amber-road.db')
  const store = await open(file)
  await t.rejects(open(file), { name: 'StoreUnavailable', message: /amber-road\.db is in use by another Amber Road/ }, 'within this process')
  const other = spawn(process.execPath, ['--import', 'tsx', 'tests/store-contract/write-until-killed.ts', JSON.stringify({ kind: 'sqlite', file })], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  other.stderr.on('data', chunk => {
    said += chunk
  })
  const [code] = await once(other, 'close')
  t.equal(code, 1)
  t.match(said, /StoreUnavailable: The store .*amber-road\.db is in use by another Amber Road/, 'from another process')
  t.equal((await store.write(writer => writer.upsertOrganisations([organisation('a')]))).revision, 1, 'the first goes on undisturbed')
  await store.close()
  await (await open(file)).close()
})

t.test('a file that is not ours is left alone', async t => {
  const folder = t.testdir({ 'text.db': 'This is no database, but it is long enough to look at. '.repeat(20) })
  await t.rejects(open(join(folder, 'text.db')), { name: 'StoreUnavailable', message: /text\.db is not an SQLite database/ })

  const foreign = new DatabaseSync(join(folder, 'foreign.db'))
  foreign.exec('CREATE TABLE song (title TEXT)')
  foreign.close()
  await t.rejects(open(join(folder, 'foreign.db')), { name: 'StoreUnavailable', message: /foreign\.db is a database of another program/ })

  await (await open(join(folder, 'newer.db'))).close()
  const newer = new DatabaseSync(join(folder, 'newer.db'))
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  await t.rejects(open(join(folder, 'newer.db')), { name: 'StoreUnavailable', message: /newer\.db was written by a newer Amber Road \(schema 99, this one knows 4\)/ })
  await t.rejects(open(join(folder, 'newer.db')), StoreUnavailable, 'and the refusal leaves no lock behind')
})

t.test('a folder that cannot be used is named', async t => {
  const folder = t.testdir({ file: '' })
  await t.rejects(open(join(folder, 'file/amber-road.db')), { name: 'StoreUnavailable', message: /The folder .*file cannot be made/ })
  mkdirSync(join(folder, 'amber-road.db'))
  await t.rejects(open(join(folder, 'amber-road.db')), { name: 'StoreUnavailable', message: /amber-road\.db cannot be opened/ })
})

t.test('a damaged file is named when the damage is met', async t => {
  const file = join(t.testdir(), 'amber-road.db')
  const store = await open(file)
  await store.write(writer => writer.upsertOrganisations(Array.from({ length: 500 }, (_, i) => organisation(i))))
  await store.close()
  const size = statSync(file).size
  writeFileSync(file, Buffer.alloc(size - 8192, 0xA5), { flag: 'r+', flush: true })
  await t.rejects(open(file), { name: 'StoreUnavailable', message: /amber-road\.db (is not an SQLite database|is damaged)/ })
})

t.test('other work gets its turn during a long write and a long stream', async t => {
  const store = await open(join(t.testdir(), 'amber-road.db'))
  let turns = 0
  let stop = false
  const tick = () => {
    turns++
    if (!stop) setImmediate(tick)
  }
  setImmediate(tick)
  await store.write(async writer => {
    await writer.upsertOrganisations(Array.from({ length: 10_000 }, (_, i) => organisation(i)))
    await writer.upsertLinks(Array.from({ length: 10_000 }, (_, i) => link(i, (i * 7) % 10_000)))
  })
  t.ok(turns >= 20, `${turns} turns for 20 pieces of 1000 rows`)
  turns = 0
  for await (const batch of store.streamOrganisations(10_000)) t.equal(batch.length, 10_000)
  t.ok(turns >= 9, `${turns} turns in a stream of 10 pieces`)
  stop = true
  await store.close()
})

for (const version of [1, 2, 3]) {
  t.test(`a file of schema ${version} is raised, with all it holds`, async t => {
    const file = join(t.testdir(), 'amber-road.db')
    const old = new DatabaseSync(file)
    old.exec(`PRAGMA journal_mode = WAL; ${readFileSync('tests/store-contract/schema-1.sql', 'utf8')}; PRAGMA application_id = ${0x416D6252}; PRAGMA user_version = 1`)
    old.exec(`INSERT INTO dataset VALUES ('dataset', 4, '2026-01-02T03:04:05.678Z', 1);
      INSERT INTO organisation (id, name, nameKey, aliases, kind, country, sectors, domains, identifiers, source, updatedAt) VALUES ('org-a', 'A', 'a', '[]', 'company', 'PL', '[]', '[]', '[]', 'manual', '2026')`)
    upgradeTables.slice(0, version - 1).forEach((upgrade, i) => old.exec(`${upgrade}; UPDATE dataset SET schemaVersion = ${i + 2}; PRAGMA user_version = ${i + 2}`))
    old.close()
    for (const round of ['raised', 'as it is from then on']) {
      const store = await open(file)
      t.match(await store.revision(), { number: 4, committedAt: '2026-01-02T03:04:05.678Z', dataset: /./ }, round)
      t.match(await store.getOrganisation('org-a'), { name: 'A' })
      t.strictSame(await gather(store.streamBareOrganisations(9, 4)), [])
      await store.close()
    }
    const store = await open(file)
    await store.write(writer => writer.upsertOrganisations([organisation('b')]))
    t.strictSame((await gather(store.streamBareOrganisations(9, 4))).map(each => each.id), [organisation('b').id])
    await store.completeRun(completed(2), [], [], [{ name: 'pairs', columns: { share: [0.5] } }])
    t.strictSame([await store.getRun(completed(2).id), await store.getRunTable(completed(2).id, 'pairs')], [completed(2), { name: 'pairs', columns: { share: [0.5] } }])
    t.ok(await store.saveTable({ hash: 'a1', importedAt: '2026', document: {} }))
    await store.saveRecords([draft('int-1')])
    t.equal((await store.listRecords({ kind: 'introduction', subject: 'PL63' }, { limit: 9, after: null })).total, 1)
    await store.close()
    const [raised, made] = [new DatabaseSync(file), new DatabaseSync(':memory:')]
    made.exec(createTables)
    const schemaOf = (database: InstanceType<typeof DatabaseSync>): unknown => database.prepare('SELECT m.name AS "table", c.name, c.type, c."notnull" FROM sqlite_master m JOIN pragma_table_info(m.name) c UNION ALL SELECT name, NULL, NULL, NULL FROM sqlite_master WHERE type = \'index\' ORDER BY 1, 2').all()
    t.strictSame(schemaOf(raised), schemaOf(made), 'nothing is missing against a new file')
    t.equal(Object.values(raised.prepare('SELECT schemaVersion FROM dataset').get())[0], 4)
    raised.close()
    made.close()
  })
}
