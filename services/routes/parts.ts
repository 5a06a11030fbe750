/** What routes are given, and the few steps most of them share. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { MergeDocument } from '../contract/duplicate.ts'
import type { DataSource } from '../contract/network.ts'
import type { Organisation } from '../contract/organisation.ts'
import { findsClusters } from '../contract/run.ts'
import type { Run } from '../contract/run.ts'
import { ServiceError } from '../errors.ts'
import { nearestCodes } from '../reference/nearest-codes.ts'
import type { Reference } from '../reference/reference.ts'
import type { LoadedRun, RunService, RunValues } from '../runs/run-service.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { TableService } from '../kept-tables/table-service.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { isOfTable } from '../views/table-nodes.ts'

export interface Parts {
  store: GraphStore
  runs: RunService
  tables: TableService
  reference: Reference
  /** Search over the present data and the latest run; made anew in the background when either has changed. */
  search: () => Promise<SearchIndex>
  version: string
  writable: boolean
  /** Whether the request may be shown what is confidential. */
  seesConfidential: (request: FastifyRequest) => boolean
  /** That invitations to workspaces are signed with. */
  invitationKey: () => Buffer
  /** Folder for uploads while they are read. */
  uploadFolder: string
  clock: () => Date
  /** Text for the id of something that has no key of its own. */
  newKey: () => string
  /** Null when ready; otherwise what is still going on. */
  notReady: () => string | null
}
export type RoutePlugin = (app: FastifyInstance, parts: Parts) => void

/** Ids near a wrong one are looked for among this many: a spelling mistake, not a search. */
const NEAR_IDS_LOOKED_AT = 5000

export async function findRun ({ runs, store }: Parts, id: string): Promise<Run> {
  const run = id === 'latest' ? await runs.latest() : await runs.get(id)
  if (run !== null) return run
  if (id === 'latest') throw new ServiceError('NO_RUN', 'No analysis has been completed yet; start one with POST /api/v1/runs, or follow the one that is under way at /api/v1/runs.')
  const known = (await store.listRuns({ limit: 500, after: null })).rows.map(each => each.id)
  throw new ServiceError('NOT_FOUND', `Run "${id.slice(0, 60)}" is not in the store; /api/v1/runs lists all of them.`, { didYouMean: nearestCodes(id, [...known, 'latest']) })
}

/** RUN_NOT_COMPLETED where it has no results to read. */
async function findCompletedRun (parts: Parts, id: string): Promise<Run> {
  const run = await findRun(parts, id)
  if (run.status !== 'completed') throw new ServiceError('RUN_NOT_COMPLETED', `Run ${run.id} is ${run.status}; results exist only for completed runs.`)
  return run
}

/** RUN_OF_ANOTHER_KIND where it is completed, but has no clusters to look at. */
export async function findClusterRun (parts: Parts, id: string): Promise<Run> {
  const run = await findCompletedRun(parts, id)
  if (!findsClusters(run.request.algorithm)) throw new ServiceError('RUN_OF_ANOTHER_KIND', `Run ${run.id} measured ${run.request.algorithm} and has no clusters; its values are at /api/v1/runs/${run.id}/results. Name a run that found clusters, or latest.`)
  return run
}

export async function loadRun (parts: Parts, id: string): Promise<LoadedRun> {
  const run = await findRun(parts, id)
  return await parts.runs.load(run.id) as LoadedRun
}

/** Of organisations: reports, introductions and lists of the store's organisations are of nothing else. */
export async function loadOrganisationRun (parts: Parts, id: string): Promise<LoadedRun> {
  const run = await findRun(parts, id)
  if (isOfTable(run)) throw new ServiceError('RUN_OF_ANOTHER_KIND', `Run ${run.id} is on the network of an input-output table, whose country-sectors are no organisations. Name a run that found clusters of organisations, or latest.`)
  return await parts.runs.load(run.id) as LoadedRun
}

/** What a run of any kind says of organisations. */
export async function loadValues (parts: Parts, id: string): Promise<RunValues> {
  const run = await findRun(parts, id)
  return await parts.runs.loadValues(run.id) as RunValues
}

/** Body of a 307. */
export const LeadsOn = z.null().describe('merged into the organisation that the header location names')

/** As GraphStore.getOrganisations, with merged ones as they were before: a run made then still holds them. */
export const organisationsOfRun = (store: Pick<GraphStore, 'getOrganisations' | 'getRecord'>) => async (ids: string[]): Promise<Organisation[]> => {
  const known = new Map((await store.getOrganisations(ids)).map(organisation => [organisation.id, organisation]))
  const merges = await Promise.all([...new Set(ids)].filter(id => !known.has(id)).map(id => store.getRecord('merge', id)))
  for (const merge of merges) if (merge !== null) known.set(merge.id, (merge.document as MergeDocument).mergedBefore)
  return ids.flatMap(id => known.get(id) ?? [])
}

export const findSources = ({ store }: Parts): Promise<DataSource[]> => store.listSources()

/** Aborted when the connection ends, whether or not the answer had been sent: work for nobody stops. */
export function goneFrom (reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort(new Error('the caller went away')))
  return gone.signal
}

/** NOT_FOUND for one thing by its id; `ids` gives those it may have been meant to be. */
export async function notFound (what: string, id: string, list: string, batches?: AsyncIterable<Array<{ id: string }>>): Promise<ServiceError> {
  const near: string[] = []
  if (batches !== undefined) {
    let seen = 0
    for await (const batch of batches) {
      near.push(...nearestCodes(id, batch.map(row => row.id)))
      seen += batch.length
      if (seen >= NEAR_IDS_LOOKED_AT) break
    }
  }
  return new ServiceError('NOT_FOUND', `${what} "${id.slice(0, 60)}" is not in the store; ${list} lists what is.`, { didYouMean: nearestCodes(id, near) })
}
