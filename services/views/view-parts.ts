/** What all views share: whose names they show, what they say about their run, and the rows of nodes. */
import type { OrganisationNode } from '../contract/graph-view.ts'
import type { DataSource } from '../contract/network.ts'
import type { Organisation } from '../contract/organisation.ts'
import { isPlaceholderName } from '../contract/placeholder-name.ts'
import { MEASURES, tableNetworkOf } from '../contract/run.ts'
import type { CommunityAlgorithm, Run } from '../contract/run.ts'
import type { LoadedRun, RunValues } from '../runs/run-service.ts'
import { wordOf, wordsOf } from './select.ts'

/** Where names come from: GraphStore.getOrganisations. Ids it does not know are left out of its answer. */
export type OrganisationLookup = (ids: string[]) => Promise<Organisation[]>

/** What a view needs beside its run. */
export interface ViewContext { organisations: OrganisationLookup, sources: readonly DataSource[] }

type KnownOrganisation = Pick<OrganisationNode, 'name' | 'named' | 'kind' | 'country' | 'city'>

/** One line for each source, in the order of their keys: what must be said when its data is shown or passed on. */
const attributionLines = (sources: readonly DataSource[]): string[] =>
  [...sources].sort((a, b) => a.key < b.key ? -1 : 1)
    .map(({ title, attribution, licence, synthetic }) => `${title}${synthetic ? ' (synthetic data)' : ''}: ${attribution} Licence: ${licence}`)

/** Of a table who published it; organisations and their sources have no part in it. */
function attributionOf (run: Run, sources: readonly DataSource[]): string[] {
  const table = tableNetworkOf(run)
  return table === null ? attributionLines(sources) : [`${table.title}: ${table.source}`]
}

/** Run, revision, algorithm and seed, as the status line says them. */
export const runHeader = ({ run }: LoadedRun, sources: readonly DataSource[]) =>
  ({ run: run.id, revision: run.revision, algorithm: run.request.algorithm as CommunityAlgorithm, seed: run.request.seed, attribution: attributionOf(run, sources) })

/** What the store knows of these nodes now, place and kind as they were when the run was made. An organisation deleted since keeps its id as its name; nodes of a table have the names of their snapshot. */
export async function describeNodes ({ snapshot }: Pick<RunValues, 'snapshot'>, nodes: ArrayLike<number>, lookup: OrganisationLookup): Promise<Map<number, KnownOrganisation>> {
  const indexes = Array.from(nodes)
  const known = snapshot.names === undefined ? new Map((await lookup(indexes.map(i => snapshot.ids[i]))).map(({ id, name }) => [id, name])) : new Map(indexes.map(i => [snapshot.ids[i], snapshot.names?.[i]]))
  return new Map(indexes.map(i => {
    const name = known.get(snapshot.ids[i])
    return [i, {
      name: name ?? snapshot.ids[i],
      named: name !== undefined && !isPlaceholderName(name),
      kind: (wordOf(snapshot.kind, i) ?? 'other') as OrganisationNode['kind'],
      country: wordOf(snapshot.country, i) ?? '',
      city: wordOf(snapshot.city, i)
    }]
  }))
}

/** Code of a node's cluster, null if it is in none. */
export const clusterCodeOf = ({ clusters, clusterOf }: LoadedRun, i: number): string | null => clusterOf[i] < 0 ? null : clusters[clusterOf[i]].code

/** All measures of a node; null: not defined. */
const scoresOf = ({ scores }: LoadedRun, i: number): Record<string, number | null> =>
  Object.fromEntries(MEASURES.map(measure => [measure, orNull(scores[measure][i])]))

/** NaN inside is null outside. */
export const orNull = (value: number): number | null => Number.isNaN(value) ? null : value

/** Rows of the nodes, ascending by id; `place` says where each is drawn and how far from the ego. */
export async function nodeRows (loaded: LoadedRun, nodes: ArrayLike<number>, lookup: OrganisationLookup, place: (i: number) => { x: number, y: number, depth: number }): Promise<OrganisationNode[]> {
  const described = await describeNodes(loaded, nodes, lookup)
  return [...described].sort(([a], [b]) => a - b).map(([i, known]) => ({
    id: loaded.snapshot.ids[i], ...known, ...place(i), cluster: clusterCodeOf(loaded, i), domains: wordsOf(loaded.snapshot.domains, i), scores: scoresOf(loaded, i)
  }))
}
