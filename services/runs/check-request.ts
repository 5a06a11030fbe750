/** What a run may be asked for: a registered algorithm, its options and nothing else, and earlier runs that it can build on. Each refusal names its field. */
import { z } from 'zod'
import type { Algorithm } from '../analysis/algorithm.ts'
import { findAlgorithm, optionsOfRun } from '../analysis/registry.ts'
import { findsClusters } from '../contract/run.ts'
import type { Run, RunRequest } from '../contract/run.ts'

/** Runs by id, and the newest that found clusters. */
export interface EarlierRuns { get: (id: string) => Promise<Run | null>, latest: () => Promise<Run | null> }

const refusal = (field: string, message: string): z.ZodError => new z.ZodError([{ code: 'custom', path: field.split('.'), message, input: undefined }])

/** Options with their defaults, and the run that groups come from by its id. Throws ZodError. */
export async function checkRequest (request: RunRequest, earlier: EarlierRuns): Promise<RunRequest> {
  const entry = runnable(request.algorithm)
  const { options } = z.object({ options: optionsOfRun(entry) }).parse({ options: request.options })
  const groupsFrom = await chooseGroups(entry, request, earlier)
  return { ...request, options, ...(groupsFrom !== undefined && { groupsFrom }) }
}

function runnable (name: string): Algorithm {
  const entry = findAlgorithm(name)
  if (entry === undefined) throw refusal('algorithm', `"${name}" is not an algorithm; /api/v1/algorithms lists them`)
  if (entry.compute === undefined) throw refusal('algorithm', `${name} is a column of runs that find clusters, not a run of its own; start leiden`)
  return entry
}

async function chooseGroups ({ needs }: Algorithm, { group, groupsFrom }: RunRequest, earlier: EarlierRuns): Promise<string | undefined> {
  if (group !== 'cluster') {
    if (groupsFrom !== undefined) throw refusal('groupsFrom', 'goes with the group "cluster" alone')
    return undefined
  }
  if (!needs.groups) return groupsFrom
  const run = groupsFrom === undefined || groupsFrom === 'latest' ? await earlier.latest() : await earlier.get(groupsFrom)
  if (run === null) throw refusal('groupsFrom', groupsFrom === undefined || groupsFrom === 'latest' ? 'no run has found clusters yet; start one of leiden' : `"${groupsFrom}" is not a run; /api/v1/runs lists them`)
  if (run.status !== 'completed' || !findsClusters(run.request.algorithm)) throw refusal('groupsFrom', `${run.id} has no clusters; name a completed run of leiden or another algorithm that finds them`)
  return run.id
}
