import type { Test } from 'tap'
import { StoreUnavailable } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'
import { gather, link, membership, network, organisation, organisationId } from './samples.ts'

/** A number of rows that no store sends in one statement. */
const MANY = 5000

/** All or nothing, one writer at a time, readers of one revision. */
export function transactionsContract (t: Test, provide: ProvideStore): void {
  t.test('every write raises the revision by one, and nothing else does', async t => {
    const store = await provide(t, () => new Date('2026-07-08T09:10:11.123Z'))
    const { dataset, ...first } = await store.revision()
    t.strictSame(first, { number: 0, committedAt: '2026-07-08T09:10:11.123Z' })
    t.strictSame(await store.write(async () => 'value'), { value: 'value', revision: 1 })
    t.equal((await store.write(writer => writer.upsertOrganisations([organisation('a')]))).revision, 2)
    await store.counts()
    await store.freeze(async reader => reader.counts())
    t.strictSame(await store.revision(), { number: 2, committedAt: '2026-07-08T09:10:11.123Z', dataset })
  })

  t.test('a write that throws half-way leaves nothing and passes the fault on', async t => {
    const store = await provide(t)
    await store.write(writer => writer.upsertOrganisations([organisation('a')]))
    const fault = new Error('half-way')
    const thrown = await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a', { name: 'Changed' }), ...Array.from({ length: 3000 }, (_, i) => organisation(i))])
      await writer.deleteOrganisation(organisationId('a'))
      throw fault
    }).catch((error: unknown) => error)
    t.equal(thrown, fault)
    t.strictSame(await store.counts(), { organisations: 1, links: 0, networks: 0, memberships: 0 })
    t.strictSame(await store.getOrganisation(organisationId('a')), organisation('a'))
    t.equal((await store.revision()).number, 1)
    t.equal((await store.write(writer => writer.upsertOrganisations([organisation('b')]))).revision, 2, 'and the next write works')
  })

  t.test('readers see the last committed revision while a write is open', async t => {
    const store = await provide(t)
    await store.write(writer => writer.upsertOrganisations([organisation('a')]))
    await store.write(async writer => {
      await writer.upsertOrganisations([organisation('a', { name: 'Changed' }), organisation('b')])
      t.equal((await store.getOrganisation(organisationId('a')))?.name, 'Organisation a')
      t.equal((await store.counts()).organisations, 1)
      t.equal((await store.revision()).number, 1)
      t.equal((await gather(store.streamOrganisations(10))).length, 1)
    })
    t.equal((await store.getOrganisation(organisationId('a')))?.name, 'Changed')
    t.equal((await store.counts()).organisations, 2)
  })

  t.test('writers take turns, and none is lost', async t => {
    const store = await provide(t)
    let inside = 0
    let most = 0
    const writes = await Promise.all(Array.from({ length: 20 }, (_, i) => store.write(async writer => {
      most = Math.max(most, ++inside)
      await writer.upsertOrganisations([organisation(i), organisation('shared', { name: `Writer ${i}` })])
      inside--
      if (i === 7) throw new Error('the eighth fails')
    }).then(({ revision }) => revision, () => null)))
    t.equal(most, 1)
    t.equal(writes[7], null)
    t.strictSame(writes.filter(revision => revision !== null).sort((a, b) => a - b), Array.from({ length: 19 }, (_, i) => i + 1))
    t.equal((await store.counts()).organisations, 20, '19 of their own and the shared one')
  })

  t.test(`${MANY} rows of each kind in one write`, async t => {
    const store = await provide(t)
    const keys = Array.from({ length: MANY }, (_, i) => i)
    const { value } = await store.write(async writer => [
      await writer.upsertOrganisations(keys.map(key => organisation(key))),
      await writer.upsertNetworks(keys.map(key => network(key))),
      await writer.upsertLinks(keys.map(key => link(key, (key + 1) % MANY))),
      await writer.upsertMemberships(keys.map(key => membership(key, (key * 7) % MANY)))
    ])
    t.strictSame(value, [MANY, MANY, { written: MANY, unknown: [] }, { written: MANY, unknown: [] }])
    t.strictSame(await store.counts(), { organisations: MANY, links: MANY, networks: MANY, memberships: MANY })
    const sizes: number[] = []
    const ids: string[] = []
    for await (const batch of store.streamOrganisations(1024)) {
      sizes.push(batch.length)
      ids.push(...batch.map(each => each.id))
    }
    t.strictSame(sizes, [1024, 1024, 1024, 1024, 904])
    t.strictSame(ids, keys.map(organisationId).sort())
    t.equal((await store.getOrganisations(ids)).length, MANY)
    t.equal((await store.findByIdentifiers(keys.map(key => `local:a:b:${key}`))).size, MANY)
    t.equal((await store.findNetworks(keys.map(key => `cordis:${key}`))).size, MANY)
  })

  t.test('a frozen revision does not change under its reader', async t => {
    const store = await provide(t)
    await store.write(writer => writer.upsertOrganisations(Array.from({ length: 30 }, (_, i) => organisation(i))))
    let meanwhile: Promise<unknown> = Promise.resolve()
    const seen = await store.freeze(async (reader, revision) => {
      meanwhile = store.write(async writer => {
        for (let i = 0; i < 30; i++) await writer.deleteOrganisation(organisationId(i))
        await writer.upsertOrganisations([organisation('new')])
      })
      const stream = await gather(reader.streamOrganisations(7))
      return { revision: revision.number, stream: stream.length, counts: await reader.counts(), again: (await gather(reader.streamOrganisations(100))).length }
    })
    await meanwhile
    t.strictSame(seen, { revision: 1, stream: 30, counts: { organisations: 30, links: 0, networks: 0, memberships: 0 }, again: 30 })
    t.strictSame(await store.freeze(async (reader, revision) => [revision.number, (await reader.counts()).organisations]), [2, 1])
  })

  t.test('a freeze that throws lets go', async t => {
    const store = await provide(t)
    await t.rejects(store.freeze(async () => {
      throw new Error('stop')
    }), { message: 'stop' })
    t.equal((await store.write(writer => writer.upsertOrganisations([organisation('a')]))).revision, 1)
  })

  t.test('a stream that is left early leaves nothing open', async t => {
    const store = await provide(t)
    await store.write(writer => writer.upsertOrganisations(Array.from({ length: 2500 }, (_, i) => organisation(i))))
    for (let i = 0; i < 5; i++) {
      const stream = store.streamOrganisations(100)[Symbol.asyncIterator]()
      t.equal((await stream.next()).value?.length, 100)
      await stream.return?.()
      t.strictSame(await stream.next(), { done: true, value: undefined })
    }
    t.equal((await store.write(writer => writer.upsertOrganisations([organisation('a')]))).revision, 2)
  })

  t.test('a closed store says so', async t => {
    const store = await provide(t)
    await store.write(writer => writer.upsertOrganisations(Array.from({ length: 2500 }, (_, i) => organisation(i))))
    await store.ping()
    const unfinished = store.streamOrganisations(100)[Symbol.asyncIterator]()
    await unfinished.next()
    const last = store.write(writer => writer.upsertOrganisations([organisation('last')]))
    await store.close()
    t.equal((await last).revision, 2, 'closing waits for writers')
    await store.close()
    const calls: Array<() => Promise<unknown>> = [() => store.ping(), () => store.counts(), () => store.write(async () => 1), () => store.freeze(async () => 1), () => gather(store.streamLinks(1)), () => store.getOrganisation('x')]
    for (const call of calls) await t.rejects(call() as Promise<void>, StoreUnavailable)
    await t.rejects((async () => {
      while (!(await unfinished.next()).done);
    })(), StoreUnavailable, 'a stream is cut, never silently short')
    await store.open()
    t.equal((await store.counts()).organisations, 2501, 'and can be opened again with all it had')
  })
}
