import type { Test } from 'tap'
import neo4j from 'neo4j-driver'
import type { Plan } from 'neo4j-driver'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { allQueries, READS_ALL } from '../graph-queries/all-queries.ts'
import type { Neo4jServer } from '../support/neo4j.ts'
import type { ProvideStore } from './provide-store.ts'
import { draft } from './contract-versions.ts'
import { link, membership, network, organisation } from './samples.ts'

const PLACEHOLDERS = { text: 'x', 'text?': null, integer: neo4j.int(1), texts: ['x'], 'texts?': null, rows: [] }
const stepsOf = (plan: Plan): string[] => [plan.operatorType.replace('@neo4j', ''), ...plan.children.flatMap(stepsOf)]

/** Statements about certain organisations, networks, runs or records must find them by index, whatever Neo4j thinks the counts are when it plans them. */
export function plansContract (t: Test, provide: ProvideStore, server: Neo4jServer): void {
  const scansOf = async (t: Test) => {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), { disableLosslessIntegers: true })
    t.teardown(() => driver.close())
    await driver.executeQuery('CALL db.clearQueryCaches()', {}, { database: server.database })
    const found: string[] = []
    for (const { name, cypher, parameters } of await allQueries()) {
      const { summary } = await driver.executeQuery(`EXPLAIN ${cypher}`, Object.fromEntries(Object.entries(parameters).map(([key, kind]) => [key, PLACEHOLDERS[kind]])), { database: server.database })
      const scans = stepsOf(summary.plan as Plan).filter(step => /Scan/.test(step))
      if (scans.length > 0 && !READS_ALL.has(name)) found.push(`${name}: ${scans.join(', ')}`)
    }
    return found
  }
  const fill = (store: GraphStore, keys: number[]) => store.write(async writer => {
    await writer.upsertOrganisations(keys.map(key => organisation(key)))
    await writer.upsertNetworks(keys.map(key => network(key)))
    await writer.upsertLinks(keys.map(key => link(key, key + 1)))
    await writer.upsertMemberships(keys.map(key => membership(key, key)))
  })

  t.test('statements with an anchor start from an index in an empty database', async t => {
    await provide(t)
    t.strictSame(await scansOf(t), [])
  })
  t.test('and in a full one, also when it was filled after they were planned', async t => {
    const store = await provide(t)
    const keys = Array.from({ length: 3000 }, (_, i) => i)
    await fill(store, keys)
    await fill(store, keys)
    await store.saveRecords(keys.map(key => draft(`int-${key}`, 0, { subjects: [organisation(key).id] })))
    t.strictSame(await scansOf(t), [])
  })
}
