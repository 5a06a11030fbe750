import t from 'tap'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTestStore } from '../support/open-test-store.ts'
import { fileOf, importContext, importInto } from '../support/import-files.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import type { Organisation } from '../../services/contract/organisation.ts'

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url))

t.test('an empty store gets the Horizon 2020 seed', async t => {
  const store = await openTestStore(t)
  const steps: string[] = []
  const reports = await seedIfEmpty(store, SEEDS, importContext({ progress: (_done, _total, doing) => steps.push(doing) }))
  t.match(reports, [{ status: 'completed', errorsTotal: 0, written: { organisations: 7754, networks: 12559, memberships: 31932, links: 0 }, revision: 1 }])
  t.strictSame(await store.freeze(reader => reader.counts()), { organisations: 7754, networks: 12559, memberships: 31932, links: 0 })
  t.strictSame([...new Set(steps)], ['Checking rows', 'Writing rows'])
  t.match(reports?.[0]?.notes.join('\n'), /^3,834 organisations without a name kept under their PIC/m)

  const organisations: Organisation[] = []
  await store.freeze(async reader => {
    for await (const batch of reader.streamOrganisations(1000)) organisations.push(...batch)
  })
  t.equal(organisations.filter(({ name }) => /^PIC \d{9}$/.test(name)).length, 3834)
  t.equal(organisations.filter(({ identifiers }) => identifiers.some(({ scheme }) => scheme === 'ror')).length, 76, 'completed from ROR')
  t.equal(organisations.filter(({ city }) => city !== null).length, 3737)
  t.equal(organisations.filter(({ region }) => region !== null).length, 3522)
  t.strictSame([...new Set(organisations.map(({ country }) => country))].sort(), ['DE', 'DK', 'EE', 'FI', 'LT', 'LV', 'PL', 'SE'])
  t.ok(organisations.every(({ region, country }) => region === null || region.code.startsWith(country)))
  t.equal(organisations.filter(({ name, city, aliases }) => /[√≈\uFFFD]/.test([name, city, ...aliases].join())).length, 0, 'no broken encoding is left')
  t.match(await store.listSources(), [{ key: 'horizon2020', attribution: '© European Union, CORDIS', licence: 'CC BY 4.0', synthetic: false }])

  t.test('a second start changes nothing', async t => {
    const before = await store.revision()
    t.equal(await seedIfEmpty(store, SEEDS, importContext()), null)
    t.strictSame(await store.revision(), before)
  })
})

t.test('a store that holds anything is left alone', async t => {
  const store = await openTestStore(t)
  await importInto(store, [fileOf('o.csv', 'name,country\nMine,LV\n')], { format: 'organisations-csv' })
  t.equal(await seedIfEmpty(store, SEEDS, importContext()), null)
  t.equal((await store.freeze(reader => reader.counts())).organisations, 1)
})

t.test('a missing seed is named', async t => {
  const store = await openTestStore(t)
  await t.rejects(seedIfEmpty(store, join(SEEDS, 'nowhere'), importContext()), { code: 'INTERNAL', message: /organisations\.csv\.gz is missing.*SEED=none/ })
})

t.test('a cancelled seed leaves the store empty', async t => {
  const store = await openTestStore(t)
  const controller = new AbortController()
  await t.rejects(seedIfEmpty(store, SEEDS, importContext({ signal: controller.signal, progress: () => controller.abort() })), { message: /cancelled/ })
  t.equal((await store.freeze(reader => reader.counts())).organisations, 0)
})
