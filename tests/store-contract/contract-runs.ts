import type { Test } from 'tap'
import { StoreConflict } from '../../services/store/graph-store.ts'
import type { RunTable } from '../../services/store/graph-store.ts'
import type { ProvideStore } from './provide-store.ts'
import { cluster, completed, gather, id, importReport, link, membership, network, organisation, organisationId, result, run } from './samples.ts'

/** Runs are kept beside the data: never changed once completed, and outliving the organisations they speak of. */
export function runsContract (t: Test, provide: ProvideStore): void {
  t.test('a run is saved, followed and completed', async t => {
    const store = await provide(t)
    await store.write(writer => writer.upsertOrganisations([organisation('a'), organisation('b')]))
    await store.saveRun(run(1, { status: 'queued', startedAt: null }))
    await store.saveRun(run(1))
    t.strictSame(await store.getRun(id('run', 1)), run(1))
    const results = [result('a'), result('b', { cluster: null, x: null, y: null, scores: { degree: 0, bridgeScore: 1.5, pagerank: null } })]
    const clusters = [cluster(id('run', 1), 'C1', 10), cluster(id('run', 1), 'C2', 7), cluster(id('run', 1), 'C10', 5)]
    await store.completeRun(completed(1), results, clusters)
    t.strictSame(await store.getRun(id('run', 1)), completed(1))
    t.strictSame(await gather(store.streamResults(id('run', 1), 1)), [...results].sort((a, b) => a.organisation < b.organisation ? -1 : 1))
    t.strictSame(await store.listClusters(id('run', 1)), clusters)
    t.equal((await store.revision()).number, 1, 'runs do not raise the revision')
    t.strictSame(await gather(store.streamResults(id('run', 2), 10)), [])
    t.strictSame(await store.listClusters(id('run', 2)), [])
  })

  t.test('a run that measures keeps its figures and its tables', async t => {
    const store = await provide(t)
    const measured = { organisations: 1, links: 0, columns: ['degree'], metrics: { robustness: 1 / 3, assortativity: null }, tables: [{ name: 'pairs', columns: ['a', 'share'], rows: 2, rowsLeftOut: 7 }] }
    const tables: RunTable[] = [{ name: 'pairs', columns: { a: ['PL', 'Łódź "x"'], share: [0.1, null] } }, { name: 'empty', columns: {} }]
    await store.completeRun({ ...completed(1), metrics: null, measured }, [result('a')], [], tables)
    t.strictSame((await store.getRun(id('run', 1)))?.measured, measured)
    t.strictSame((await store.listRuns({ limit: 5, after: null })).rows[0].measured, measured)
    for (const table of tables) t.strictSame(await store.getRunTable(id('run', 1), table.name), table)
    t.equal(await store.getRunTable(id('run', 1), 'none'), null)
    t.equal(await store.getRunTable(id('run', 2), 'pairs'), null)
    for (const key of ['run', 'organisation', 'cluster', 'x', 'y']) await t.rejects(store.completeRun(completed(3), [result('a', { scores: { [key]: 1 } })], []), StoreConflict, `a measure called ${key} would hide a field`)
  })

  t.test('the size of the network, before it is read', async t => {
    const store = await provide(t)
    t.strictSame(await store.sizeNetwork(100), { organisations: 0, supply: 0, collaboration: 0, memberships: 0, coMembership: 0 })
    await store.write(async writer => {
      await writer.upsertOrganisations(['a', 'b', 'c', 'd'].map(key => organisation(key)))
      await writer.upsertNetworks([network('three'), network('four')])
      await writer.upsertLinks([link('a', 'b'), link('b', 'a'), link('c', 'd', { kind: 'COLLABORATES' }), link('c', 'a', { kind: 'OWNS' })])
      await writer.upsertMemberships([...['a', 'b', 'c'].map(key => membership(key, 'three')), membership('a', 'three', { role: 'coordinator' }), ...['a', 'b', 'c', 'd'].map(key => membership(key, 'four'))])
    })
    const layers = { organisations: 4, supply: 2, collaboration: 1, memberships: 8 }
    t.strictSame(await store.sizeNetwork(4), { ...layers, coMembership: 3 + 6 })
    t.strictSame(await store.sizeNetwork(3), { ...layers, coMembership: 3 }, 'networks above the cap are no links')
  })

  t.test('a completed run is never changed', async t => {
    const store = await provide(t)
    await store.completeRun(completed(1), [result('a')], [])
    for (const change of [run(1), completed(1), run(1, { status: 'failed' })]) await t.rejects(store.saveRun(change), StoreConflict)
    await t.rejects(store.completeRun(completed(1), [result('b')], []), StoreConflict)
    await t.rejects(store.completeRun(run(2), [], []), StoreConflict, 'and only a completed one has results')
    t.strictSame(await store.getRun(id('run', 1)), completed(1))
    t.equal((await gather(store.streamResults(id('run', 1), 10))).length, 1)
    t.equal(await store.getRun(id('run', 2)), null)
  })

  t.test('a run is completed whole or not at all', async t => {
    const store = await provide(t)
    await store.saveRun(run(1))
    await t.rejects(store.completeRun(completed(1), [...Array.from({ length: 2500 }, (_, i) => result(i)), result(1)], [cluster(id('run', 1), 'C1', 5)]))
    t.strictSame(await store.getRun(id('run', 1)), run(1))
    t.strictSame(await gather(store.streamResults(id('run', 1), 1000)), [])
    t.strictSame(await store.listClusters(id('run', 1)), [])
  })

  t.test('results outlive their organisations', async t => {
    const store = await provide(t)
    await store.write(writer => writer.upsertOrganisations([organisation('a'), organisation('b')]))
    const results = [result('a'), result('b'), result('never stored')]
    await store.completeRun(completed(1), results, [])
    await store.write(async writer => {
      await writer.deleteOrganisation(organisationId('a'))
      await writer.upsertOrganisations([organisation('b', { name: 'Renamed' })])
    })
    t.strictSame(await gather(store.streamResults(id('run', 1), 10)), [...results].sort((a, b) => a.organisation < b.organisation ? -1 : 1))
  })

  t.test('a score that is missing or no number is null', async t => {
    const store = await provide(t)
    await store.completeRun(completed(1), [result('a', { x: NaN, y: Infinity, scores: { degree: NaN } }), result('b', { scores: { pagerank: -Infinity, strength: 5e-324 } })], [])
    t.strictSame(Object.fromEntries((await gather(store.streamResults(id('run', 1), 10))).map(each => [each.organisation, [each.x, each.y, each.scores]])), {
      [organisationId('a')]: [null, null, { degree: null, pagerank: null, strength: null }],
      [organisationId('b')]: [0.25, -1 / 3, { degree: null, pagerank: null, strength: 5e-324 }]
    })
  })

  t.test('thousands of results keep their order and their bits', async t => {
    const store = await provide(t)
    const results = Array.from({ length: 5000 }, (_, i) => result(i, { x: Math.sin(i), y: Math.cos(i), scores: { degree: i, betweenness: Math.sqrt(i) / 7, cutOff: i % 3 === 0 ? null : i } }))
    await store.completeRun(completed(1), results, [])
    t.strictSame(await gather(store.streamResults(id('run', 1), 700)), results.sort((a, b) => a.organisation < b.organisation ? -1 : 1))
  })

  t.test('runs and imports are listed newest first', async t => {
    const store = await provide(t)
    const times = ['2026-01-01T00:00:00.000Z', '2026-01-03T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z']
    for (const [i, time] of times.entries()) await store.saveRun(run(i, { requestedAt: time }))
    await store.write(async writer => {
      for (const [i, time] of times.entries()) await writer.saveImport(importReport(i, { startedAt: time }))
    })
    const tied = (prefix: 'run' | 'imp') => [id(prefix, 1), id(prefix, 3)].sort()
    for (const [list, prefix] of [[store.listRuns, 'run'], [store.listImports, 'imp']] as const) {
      const expected = [...tied(prefix), id(prefix, 2), id(prefix, 0)]
      for (const limit of [1, 2, 3, 4, 5]) {
        const seen: string[] = []
        let page = await list({ limit, after: null })
        seen.push(...page.rows.map(each => each.id))
        while (page.next) {
          page = await list({ limit, after: page.next })
          seen.push(...page.rows.map(each => each.id))
        }
        t.strictSame([seen, page.total], [expected, 4], `${prefix}, ${limit} at a time`)
      }
    }
  })
}
