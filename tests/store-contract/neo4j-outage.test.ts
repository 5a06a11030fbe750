import t from 'tap'
import { setTimeout } from 'node:timers/promises'
import { StoreUnavailable } from '../../services/store/graph-store.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { isSupported } from '../../services/store/neo4j-store.ts'
import { openStore } from '../../services/store/open-store.ts'
import { provideOwnNeo4j } from '../support/neo4j.ts'
import { checkBatches, writeBatch } from './batches.ts'
import { killWriter } from './kill-writer.ts'
import { completed, gather, organisation, organisationId, run } from './samples.ts'

const provided = await provideOwnNeo4j()
if (!provided.available) {
  t.plan(0, provided.reason)
} else {
  const { server } = provided
  t.teardown(() => server.remove())
  const options = { kind: 'neo4j' as const, uri: server.uri, user: server.user, password: server.password, database: server.database }
  const many = Array.from({ length: 3000 }, (_, i) => organisation(i))

  const everyCall = (store: GraphStore): Array<() => Promise<unknown>> => [
    () => store.ping(), () => store.revision(), () => store.counts(), () => store.getOrganisation(organisationId(1)), () => store.listOrganisations({}, { limit: 10, after: null }),
    () => store.write(writer => writer.upsertOrganisations([organisation('lost')])), () => store.freeze(async reader => reader.counts()), () => gather(store.streamOrganisations(100)),
    () => store.saveRun(run(1)), () => store.completeRun(completed(1), [], [])
  ]
  const untilItAnswers = async (store: GraphStore) => {
    for (let tries = 0; ; tries++) {
      try {
        return await store.ping()
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || tries > 100) throw error
        await setTimeout(200)
      }
    }
  }
  const freshStore = async () => {
    await server.wipe()
    return openStore(options)
  }

  t.test('a server that cannot be used is refused at the start, with what to check', async t => {
    await t.rejects(openStore({ ...options, password: 'wrong' }), { name: 'StoreUnavailable', message: /NEO4J_USER and NEO4J_PASSWORD/ })
    await t.rejects(openStore({ ...options, database: 'nowhere' }), { name: 'StoreUnavailable', message: /NEO4J_DATABASE/ })
    await t.rejects(openStore({ ...options, uri: 'http://127.0.0.1:7474' }), { name: 'StoreUnavailable', message: /http:\/\/127\.0\.0\.1:7474 is not the address.*bolt:\/\/host:7687/ })
    await t.rejects(openStore({ ...options, uri: 'bolt://127.0.0.1:1' }), { name: 'StoreUnavailable', message: /bolt:\/\/127\.0\.0\.1:1 does not answer: check that it runs.*NEO4J_URI/ })
    for (const [agent, supported] of [['Neo4j/5.26.25', true], ['Neo4j/5.23.0', true], ['Neo4j/2025.01.0', true], ['Neo4j/5.9.0', false], ['Neo4j/4.4.30', false], ['Memgraph', false], ['', false]] as const) t.equal(isSupported(agent), supported, agent)
  })

  t.test('while the server is stopped every call says so; when it is back the same store goes on', async t => {
    const store = await freshStore()
    await store.write(writer => writer.upsertOrganisations(many))
    const stop = new AbortController()
    const outcomes = { right: 0, unavailable: 0, wrong: [] as unknown[] }
    const reader = (async () => {
      while (!stop.signal.aborted) {
        await store.getOrganisation(organisationId(7)).then(found => {
          if (found?.id === organisationId(7)) outcomes.right++
          else outcomes.wrong.push(found)
        }, error => {
          if (error instanceof StoreUnavailable) outcomes.unavailable++
          else outcomes.wrong.push(error)
        })
      }
    })()
    while (outcomes.right === 0) await setTimeout(10)
    await server.stop()
    await Promise.all(everyCall(store).map(call => t.rejects(call() as Promise<void>, { name: 'StoreUnavailable', message: new RegExp(options.uri) }, String(call))))
    const before = outcomes.right
    await server.start()
    await untilItAnswers(store)
    while (outcomes.right === before) await setTimeout(10)
    stop.abort()
    await reader
    t.strictSame(outcomes.wrong, [], `${outcomes.right} right answers, ${outcomes.unavailable} refusals, nothing else`)
    t.ok(outcomes.unavailable > 0)
    t.equal((await store.counts()).organisations, many.length)
    t.equal((await store.write(writer => writer.upsertOrganisations([organisation('after')]))).revision, 2)
    await store.close()
  })

  t.test('a server that goes in the middle of a write, a freeze or a stream leaves nothing half-done', async t => {
    const store = await freshStore()
    await store.write(writer => writer.upsertOrganisations(many))
    const stream = store.streamOrganisations(100)[Symbol.asyncIterator]()
    await stream.next()
    await t.rejects(store.write(async writer => {
      await writer.upsertOrganisations([organisation('half'), organisation(1, { name: 'Changed' })])
      await server.stop()
      await writer.upsertOrganisations([organisation('other half')])
    }), StoreUnavailable, 'the write')
    await t.rejects((async () => {
      let rows = 100
      for (let next = await stream.next(); !next.done; next = await stream.next()) rows += next.value.length
      if (rows === many.length) throw new StoreUnavailable('all rows had been fetched before the server went')
    })(), StoreUnavailable, 'the stream is whole or cut with a fault, never silently short')
    await server.start()
    await untilItAnswers(store)
    await t.rejects(store.freeze(async reader => {
      await reader.counts()
      await server.kill9()
      return gather(reader.streamOrganisations(100))
    }), StoreUnavailable, 'the freeze')
    await server.start()
    await untilItAnswers(store)
    t.strictSame(await store.getOrganisation(organisationId(1)), organisation(1))
    t.equal(await store.getOrganisation(organisationId('half')), null)
    t.equal((await store.revision()).number, 1)
    t.equal((await store.write(writer => writer.upsertOrganisations([organisation('after')]))).revision, 2)
    await store.close()
  })

  t.test('a server that hangs is not waited for without end', async t => {
    const store = await freshStore()
    server.freeze()
    const [onOpenConnection, onNewConnection] = await Promise.allSettled([store.ping(), store.counts()])
    t.match(onOpenConnection, { status: 'rejected', reason: { name: 'StoreUnavailable', message: /has not answered for 10 seconds/ } })
    t.match(onNewConnection, { status: 'rejected', reason: { name: 'StoreUnavailable' } })
    server.thaw()
    await untilItAnswers(store)
    t.equal((await store.counts()).organisations, 0)
    await store.close()
  })

  t.test('kill -9 of the server loses nothing that was acknowledged', async t => {
    const store = await freshStore()
    for (const delay of [50, 1500]) {
      const last = { acknowledged: 0 }
      const kill = (async () => {
        while (last.acknowledged === 0) await setTimeout(5)
        await setTimeout(delay)
        await server.kill9()
      })()
      await t.rejects((async () => {
        for (;;) last.acknowledged = await writeBatch(store)
      })(), StoreUnavailable)
      await kill
      await server.start()
      await untilItAnswers(store)
      await checkBatches(t, store, last.acknowledged)
    }
    await store.close()
  })

  t.test('kill -9 of the writing process leaves no half of a write', async t => {
    await (await freshStore()).close()
    for (const delay of [100, 1500]) {
      const acknowledged = await killWriter(options, delay)
      const store = await openStore(options)
      // The next write waits until the server has dropped what the dead process had open.
      t.ok(await writeBatch(store) > acknowledged)
      await checkBatches(t, store, acknowledged + 1)
      await store.close()
    }
  })
}
