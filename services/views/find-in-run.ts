/** From a code or an id to its place in a run, with the error that helps when there is none. */
import { ServiceError } from '../errors.ts'
import { nearestCodes } from '../reference/nearest-codes.ts'
import type { LoadedRun } from '../runs/run-service.ts'

/** Index of a cluster by its code; NOT_FOUND with the codes most like it. */
export function clusterIndex (loaded: LoadedRun, code: string): number {
  const index = loaded.clusters.findIndex(cluster => cluster.code === code)
  if (index >= 0) return index
  const codes = loaded.clusters.map(cluster => cluster.code)
  const known = codes.length === 0 ? 'it has no clusters' : codes.length === 1 ? `its only cluster is ${codes[0]}` : `it has ${codes[0]} to ${codes.at(-1)}`
  throw new ServiceError('NOT_FOUND', `Cluster "${code.slice(0, 60)}" is not in ${loaded.run.id}: ${known}.`, { didYouMean: nearestCodes(code, codes) })
}

export const clusterIndexes = (loaded: LoadedRun, codes: string[]): number[] => codes.map(code => clusterIndex(loaded, code))

/** Index of an organisation by its id, -1 if the run does not hold it. Ids are ascending. */
export function findOrganisation ({ snapshot: { ids } }: Pick<LoadedRun, 'snapshot'>, id: string): number {
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (ids[middle] === id) return middle
    if (ids[middle] < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Index of an organisation by its id; NOT_FOUND with the ids most like it. */
export function organisationIndex (loaded: LoadedRun, id: string): number {
  const index = findOrganisation(loaded, id)
  if (index >= 0) return index
  const { network } = loaded.run.request
  if (network !== undefined) throw new ServiceError('NOT_FOUND', `Node "${id.slice(0, 60)}" is not in ${loaded.run.id}, which analysed the network of table ${network.table}; /api/v1/runs/${loaded.run.id}/results lists its nodes.`, { didYouMean: nearestCodes(id, loaded.snapshot.ids) })
  throw new ServiceError('NOT_FOUND', `Organisation "${id.slice(0, 60)}" is not in ${loaded.run.id}, which analysed revision ${loaded.run.revision}. Search for it by name, or start a run on the present data if it is new.`, { didYouMean: nearestCodes(id, loaded.snapshot.ids) })
}

/** Strength and cluster of node i, for the order of search results; undefined if the run does not hold it. */
export const standingOf = ({ scores, clusters, clusterOf }: LoadedRun, i: number): { strength: number, cluster: string | null } | undefined =>
  i < 0 ? undefined : { strength: scores.strength[i], cluster: clusterOf[i] < 0 ? null : clusters[clusterOf[i]].code }
