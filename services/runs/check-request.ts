/** What a run may be asked for: a registered algorithm, its options and nothing else, and earlier runs that it can build on. Each refusal names its field. */
import { z } from 'zod'
import type { Algorithm } from '../analysis/algorithm.ts'
import { findAlgorithm, optionsOfRun } from '../analysis/registry.ts'
import { canUpdate, findsClusters, UPDATABLE_ALGORITHMS } from '../contract/run.ts'
import type { Run, RunRequest } from '../contract/run.ts'
import type { GraphStore } from '../store/graph-store.ts'

/** Characters of an id that is not known, repeated to who sent it. */
const ID_SHOWN_MAX = 60

/** Runs by id, and the newest that found clusters. */
export interface EarlierRuns { get: (id: string) => Promise<Run | null>, latest: () => Promise<Run | null> }

/** What a request is checked against: organisations by id, and how many there are. */
export interface PresentData { getOrganisations: GraphStore['getOrganisations'], size: { organisations: number } }

const refusal = (field: string, message: string): z.ZodError => new z.ZodError([{ code: 'custom', path: field.split('.'), message, input: undefined }])

/** Options with their defaults, and the runs that it builds on by their ids. Throws ZodError. */
export async function checkRequest (request: RunRequest, earlier: EarlierRuns, data: PresentData): Promise<RunRequest> {
  const entry = runnable(request.algorithm)
  const { options } = z.object({ options: optionsOfRun(entry) }).parse({ options: request.options })
  await checkOrganisations(entry, options, data)
  const refused = entry.refuses?.(data.size.organisations, options as never) ?? null
  if (refused !== null) throw refusal(refused.option === '' ? 'algorithm' : `options.${refused.option}`, refused.message)
  const groupsFrom = await chooseGroups(entry, request, earlier)
  const startFrom = await chooseStart({ ...request, options }, earlier)
  const alignTo = await chooseAlignment(request, earlier)
  if (request.trial === true && !findsClusters(entry.name)) throw refusal('trial', `goes with algorithms that find clusters; "latest" never names a run of ${entry.name}`)
  return { ...request, options: startFrom === undefined ? options : withoutRepeats(request, options), ...(groupsFrom !== undefined && { groupsFrom }), ...(startFrom !== undefined && { startFrom }), ...(alignTo !== undefined && { alignTo }) }
}

/** Ids that the options name stand in the data as it is now. */
async function checkOrganisations ({ namesOrganisations = [] }: Algorithm, options: Record<string, unknown>, { getOrganisations }: PresentData): Promise<void> {
  for (const option of namesOrganisations) {
    const named = [options[option] as string | string[]].flat().filter(id => id !== '')
    const known = new Set((await getOrganisations([...new Set(named)])).map(({ id }) => id))
    const unknown = named.find(id => !known.has(id))
    if (unknown !== undefined) throw refusal(`options.${option}`, `no organisation has the id "${unknown.slice(0, ID_SHOWN_MAX)}"; /api/v1/organisations lists them`)
  }
}

function runnable (name: string): Algorithm {
  const entry = findAlgorithm(name)
  if (entry === undefined) throw refusal('algorithm', `"${name}" is not an algorithm; /api/v1/algorithms lists them`)
  if (entry.compute === undefined) throw refusal('algorithm', `${name} is a column of runs that find clusters, not a run of its own; start leiden`)
  return entry
}

async function chooseGroups ({ name, needs }: Algorithm, { group, groupsFrom }: RunRequest, earlier: EarlierRuns): Promise<string | undefined> {
  if (group !== 'cluster') {
    if (groupsFrom !== undefined) throw refusal('groupsFrom', 'goes with the group "cluster" alone')
    return undefined
  }
  if (!needs.groups) {
    if (groupsFrom !== undefined) throw refusal('groupsFrom', `goes with measures that need groups; ${name} needs none`)
    return undefined
  }
  return (await clusterRun('groupsFrom', groupsFrom ?? 'latest', earlier)).id
}

/** A completed run that found clusters, by its id or as the latest. */
async function clusterRun (field: string, id: string, earlier: EarlierRuns): Promise<Run> {
  const run = id === 'latest' ? await earlier.latest() : await earlier.get(id)
  if (run === null) throw refusal(field, id === 'latest' ? 'no run has found clusters yet; start one of leiden' : `"${id}" is not a run; /api/v1/runs lists them`)
  if (run.status !== 'completed' || !findsClusters(run.request.algorithm)) throw refusal(field, `${run.id} has no clusters; name a completed run of leiden or another algorithm that finds them`)
  return run
}

/** What an update shares with the run it starts from: otherwise its clusters would answer another question. */
async function chooseStart (request: RunRequest, earlier: EarlierRuns): Promise<string | undefined> {
  if (request.startFrom === undefined) return undefined
  if (!canUpdate(request.algorithm)) throw refusal('startFrom', `goes with ${UPDATABLE_ALGORITHMS.join(' and ')} alone, not with ${request.algorithm}`)
  const run = await clusterRun('startFrom', request.startFrom, earlier)
  const differs = Object.entries(questionOf(run.request)).filter(([name, value]) => value !== questionOf(request)[name]).map(([name]) => name)
  if (differs.length > 0) throw refusal('startFrom', `${run.id} has another ${differs.join(' and ')}; ask for what it was made with, ${JSON.stringify(questionOf(run.request))}, or start without it`)
  return run.id
}

async function chooseAlignment ({ algorithm, alignTo }: RunRequest, earlier: EarlierRuns): Promise<string | undefined> {
  if (alignTo === undefined) return undefined
  if (!findsClusters(algorithm)) throw refusal('alignTo', `goes with algorithms that find clusters; ${algorithm} makes no picture of them`)
  return (await clusterRun('alignTo', alignTo, earlier)).id
}

const questionOf = ({ algorithm, options, projection }: RunRequest): Record<string, unknown> => ({
  algorithm, quality: options.quality, resolution: options.resolution, layers: [...new Set(projection.layers)].sort().join(), networkSizeMax: projection.networkSizeMax, networkSizeBasis: projection.networkSizeBasis
})

/** An update is made once, and compared with chance only if that is asked for; a stored run says so. */
function withoutRepeats (asked: RunRequest, options: RunRequest['options']): RunRequest['options'] {
  if (Number(asked.options.repeats ?? 0) > 0) throw refusal('options.repeats', 'an update of an earlier run is not repeated; leave it out, or start without startFrom')
  return { ...options, repeats: 0, shuffledNetworks: asked.options.shuffledNetworks ?? 0 }
}
