/** A run on the real seed without its repetitions: clusters of one search, betweenness from 64 sources, and what follows from them. */
import type { Test } from 'tap'
import { fileURLToPath } from 'node:url'
import { bridgeScore } from '../../services/analysis/brokerage/bridge-score.ts'
import { participation } from '../../services/analysis/brokerage/participation.ts'
import { betweenness } from '../../services/analysis/centrality/betweenness.ts'
import { degree, strength } from '../../services/analysis/centrality/degree.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { buildClusters, clusterMembers } from '../../services/clusters/build-clusters.ts'
import type { Measure } from '../../services/contract/run.ts'
import { MEASURES, RunRequest } from '../../services/contract/run.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { loadReference } from '../../services/reference/reference.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import { readSnapshot } from '../../services/snapshot/build-snapshot.ts'
import { project } from '../../services/snapshot/project.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { importContext } from './import-files.ts'
import { makeRun } from './loaded-run.ts'
import { openTestStore } from './open-test-store.ts'

export const seedRun = async (t: Test): Promise<LoadedRun> => (await openSeedRun(t)).loaded

/** With the store that it is of. */
export async function openSeedRun (t: Test): Promise<{ store: GraphStore, loaded: LoadedRun }> {
  const store = await openTestStore(t)
  await seedIfEmpty(store, fileURLToPath(new URL('../../seeds/', import.meta.url)), importContext())
  const snapshot = await readSnapshot(store)
  const request = RunRequest.parse({ options: { restarts: 1 } })
  const projection = project(snapshot, request.projection)
  const { graph } = projection
  const community = leiden(graph, LeidenOptions.parse({}), request.seed)
  const unmeasured = new Float64Array(graph.n).fill(NaN)
  const { clusterOf } = clusterMembers(community)
  const spread = participation(graph, snapshot.country.codes, snapshot.country.values.length)
  const found = betweenness(graph, snapshot.country.codes, { weighted: false, sources: 64 }, request.seed)
  const known: Partial<Record<Measure, Float64Array>> = {
    degree: degree(graph), strength: strength(graph), betweenness: found.plain, crossBorderBetweenness: found.acrossGroups, countryParticipation: spread, bridgeScore: bridgeScore(found.acrossGroups, spread), cutOff: new Float64Array(graph.n)
  }
  const scores = Object.fromEntries(MEASURES.map(measure => [measure, known[measure] ?? unmeasured])) as Record<Measure, Float64Array>
  const run = { ...makeRun({ organisations: [] }).loaded.run, request }
  const thematicDomains = new Set(loadReference().domains.filter(({ thematic }) => thematic).map(({ code }) => code))
  const clusters = buildClusters({ run: run.id, snapshot, projection, community, stability: unmeasured, stabilityWithLinksDropped: unmeasured, scores, projectionOptions: request.projection, thematicDomains })
  return { store, loaded: { run, snapshot, projection, clusters, community, clusterOf, scores, x: new Float32Array(graph.n), y: new Float32Array(graph.n) } }
}
