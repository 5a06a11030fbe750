/** What a run may be asked for: a registered algorithm, its options and nothing else, and earlier runs that it can build on. Each refusal names its field. */
import { z } from 'zod'
import type { Algorithm } from '../analysis/algorithm.ts'
import { findAlgorithm, optionsOfRun } from '../analysis/registry.ts'
import { canUpdate, findsClusters, UPDATABLE_ALGORITHMS } from '../contract/run.ts'
import type { Run, RunRequest } from '../contract/run.ts'

/** Characters of an id that is not known, repeated to who sent it. */
const ID_SHOWN_MAX = 60

/** Runs by id, and the newest that found clusters. */
export interface EarlierRuns { get: (id: string) => Promise<Run | null>, latest: () => Promise<Run | null> }

/** What a request is checked against: which of some ids its network has, and how many there are. */
export interface PresentData { knownIds: (ids: string[]) => Promise<string[]>, size: { organisations: number } }

const refusal = (field: string, message: string): z.ZodError => new z.ZodError([{ code: 'custom', path: field.split('.'), message, input: undefined }])

/** Options with their defaults, and the runs that it builds on by their ids. Throws ZodError. */
export async function checkRequest (request: RunRequest, earlier: EarlierRuns, data: PresentData): Promise<RunRequest> {
  const entry = runnable(request.algorithm)
  const { options } = z.object({ options: optionsOfRun(entry) }).parse({ options: request.options })
  if (request.network !== undefined) refuseWhatTablesLack(entry, request)
  await checkOrganisations(entry, options, data)
  const refused = entry.refuses?.(data.size.organisations, options as never) ?? null
  if (refused !== null) throw refusal(refused.option === '' ? 'algorithm' : `options.${refused.option}`, refused.message)
  const groupsFrom = await chooseGroups(entry, request, earlier)
  const startFrom = await chooseStart({ ...request, options }, earlier)
  const alignTo = await chooseAlignment(request, earlier)
  if (request.trial === true && !findsClusters(entry.name)) throw refusal('trial', `goes with algorithms that find clusters; "latest" never names a run of ${entry.name}`)
  const settled = startFrom === undefined ? options : withoutRepeats(request, options)
  return { ...request, options: request.network !== undefined && findsClusters(entry.name) ? withoutShuffling(request, settled) : settled, ...(groupsFrom !== undefined && { groupsFrom }), ...(startFrom !== undefined && { startFrom }), ...(alignTo !== undefined && { alignTo }) }
}

/** Ids that the options name stand in the data as it is now. */
async function checkOrganisations ({ namesOrganisations = [] }: Algorithm, options: Record<string, unknown>, { knownIds }: PresentData): Promise<void> {
  for (const option of namesOrganisations) {
    const named = [options[option] as string | string[]].flat().filter(id => id !== '')
    const known = new Set(await knownIds([...new Set(named)]))
    const unknown = named.find(id => !known.has(id))
    if (unknown !== undefined) throw refusal(`options.${option}`, `no organisation has the id "${unknown.slice(0, ID_SHOWN_MAX)}"; /api/v1/organisations lists them`)
  }
}

/** A table's network has links with a direction, countries and sectors; no networks with members, no places, no fields. */
function refuseWhatTablesLack ({ name, needs }: Algorithm, { projection, group, terms }: RunRequest): void {
  const lacks = (field: string, what: string): z.ZodError => refusal(field, `the network of a table has no ${what}; ${name} cannot be run on it so`)
  if (needs.memberships) throw lacks('algorithm', 'networks with members')
  if (needs.coordinates) throw lacks('algorithm', 'places')
  if (needs.groups && (group === 'region' || group === 'kind')) throw lacks('group', `${group} of its nodes, but country, sector and cluster`)
  if (needs.terms && terms === 'domains') throw lacks('terms', 'domains, but sectors')
  if (!projection.layers.includes('supply')) throw lacks('projection.layers', 'layer but supply')
}

/** Nothing could pass the tests of specialisation by chance, so no network is shuffled; a stored run says so. */
function withoutShuffling (asked: RunRequest, options: RunRequest['options']): RunRequest['options'] {
  if (Number(asked.options.shuffledNetworks ?? 0) > 0) throw refusal('options.shuffledNetworks', 'country-sectors have no fields, so there is no specialisation to compare with chance; leave it out')
  return { ...options, shuffledNetworks: 0 }
}

function runnable (name: string): Algorithm {
  const entry = findAlgorithm(name)
  if (entry === undefined) throw refusal('algorithm', `"${name}" is not an algorithm; /api/v1/algorithms lists them`)
  if (entry.compute === undefined) throw refusal('algorithm', `${name} is a column of runs that find clusters, not a run of its own; start leiden`)
  return entry
}

async function chooseGroups ({ name, needs }: Algorithm, { group, groupsFrom, network }: RunRequest, earlier: EarlierRuns): Promise<string | undefined> {
  if (group !== 'cluster') {
    if (groupsFrom !== undefined) throw refusal('groupsFrom', 'goes with the group "cluster" alone')
    return undefined
  }
  if (!needs.groups) {
    if (groupsFrom !== undefined) throw refusal('groupsFrom', `goes with measures that need groups; ${name} needs none`)
    return undefined
  }
  return (await clusterRun('groupsFrom', groupsFrom ?? 'latest', network, earlier)).id
}

/** A completed run that found clusters of the same kind of nodes, by its id or as the latest. */
async function clusterRun (field: string, id: string, network: RunRequest['network'], earlier: EarlierRuns): Promise<Run> {
  const run = id === 'latest' ? await earlier.latest() : await earlier.get(id)
  if (run === null) throw refusal(field, id === 'latest' ? 'no run has found clusters yet; start one of leiden' : `"${id}" is not a run; /api/v1/runs lists them`)
  if (run.status !== 'completed' || !findsClusters(run.request.algorithm)) throw refusal(field, `${run.id} has no clusters; name a completed run of leiden or another algorithm that finds them`)
  if (run.request.network?.level !== network?.level) throw refusal(field, `${run.id} is of ${nodesInWords(run.request)}, and what is asked for of ${nodesInWords({ network })}`)
  return run
}

const nodesInWords = ({ network }: Pick<RunRequest, 'network'>): string => network === undefined ? 'organisations' : network.level === 'country' ? 'countries of a table' : 'country-sectors of a table'

/** What an update shares with the run it starts from: otherwise its clusters would answer another question. */
async function chooseStart (request: RunRequest, earlier: EarlierRuns): Promise<string | undefined> {
  if (request.startFrom === undefined) return undefined
  if (!canUpdate(request.algorithm)) throw refusal('startFrom', `goes with ${UPDATABLE_ALGORITHMS.join(' and ')} alone, not with ${request.algorithm}`)
  const run = await clusterRun('startFrom', request.startFrom, request.network, earlier)
  const differs = Object.entries(questionOf(run.request)).filter(([name, value]) => value !== questionOf(request)[name]).map(([name]) => name)
  if (differs.length > 0) throw refusal('startFrom', `${run.id} has another ${differs.join(' and ')}; ask for what it was made with, ${JSON.stringify(questionOf(run.request))}, or start without it`)
  return run.id
}

async function chooseAlignment ({ algorithm, alignTo, network }: RunRequest, earlier: EarlierRuns): Promise<string | undefined> {
  if (alignTo === undefined) return undefined
  if (!findsClusters(algorithm)) throw refusal('alignTo', `goes with algorithms that find clusters; ${algorithm} makes no picture of them`)
  return (await clusterRun('alignTo', alignTo, network, earlier)).id
}

/** The table is not part of it: clusters of one year can be carried over to the next. */
const questionOf = ({ algorithm, options, projection, network }: RunRequest): Record<string, unknown> => ({
  algorithm, quality: options.quality, resolution: options.resolution, layers: [...new Set(projection.layers)].sort().join(), networkSizeMax: projection.networkSizeMax, networkSizeBasis: projection.networkSizeBasis,
  network: network && JSON.stringify({ ...network, table: undefined })
})

/** An update is made once, and compared with chance only if that is asked for; a stored run says so. */
function withoutRepeats (asked: RunRequest, options: RunRequest['options']): RunRequest['options'] {
  if (Number(asked.options.repeats ?? 0) > 0) throw refusal('options.repeats', 'an update of an earlier run is not repeated; leave it out, or start without startFrom')
  return { ...options, repeats: 0, shuffledNetworks: asked.options.shuffledNetworks ?? 0 }
}
