/** What a run will need, told before it starts: memory of its arrays, and the links it will look at. */
import { memoryDefault } from '../analysis/algorithm.ts'
import type { Algorithm, Size } from '../analysis/algorithm.ts'
import { findAlgorithm } from '../analysis/registry.ts'
import { workOfForces } from '../analysis/work.ts'
import { findsClusters } from '../contract/run.ts'
import type { ClusterRequest, RunEstimate, RunRequest } from '../contract/run.ts'
import type { NetworkSize } from '../store/graph-store.ts'
import { workOfBetweenness } from './execute-run.ts'
import { RunTooLarge } from './run-service.ts'

/** Links that weighted shortest paths, the slowest of them, look at in a second on one core of 2020. */
const STEPS_A_SECOND = 15e6
/** Bytes of an address in a kernel's memory: it ends at 4 GiB. */
export const RUN_MEMORY_MAX = 4 * 1024 ** 3
/** Iterations of the pictures of clusters of usual size; larger clusters get fewer. */
const PICTURE_ITERATIONS = 400

export interface RunLimits { memoryMax: number, timeLimitMs: number, threads: number }

/** `request` has been checked; `bytesBefore`: what making its network takes. Runs that find clusters are cut into pieces for all threads; others are one. */
export function estimateRun (request: RunRequest, stored: NetworkSize, { memoryMax, timeLimitMs, threads }: RunLimits, bytesBefore = 0): RunEstimate {
  const { memory = memoryDefault, work = ({ m }) => m, ...algorithm } = findAlgorithm(request.algorithm) as Algorithm
  const size = sizeFor(algorithm.needs, request, stored)
  const clusters = findsClusters(request.algorithm)
  const steps = work(size, request.options as never) + (clusters ? workOfBetweenness(request as ClusterRequest, size) + workOfForces(size, PICTURE_ITERATIONS, 1) : 0)
  return { organisations: size.n, links: size.m, bytes: Math.max(memory(size), bytesBefore), bytesMax: memoryMax, steps, stepsMax: timeLimitMs / 1000 * STEPS_A_SECOND * (clusters ? threads : 1) }
}

function sizeFor (needs: Algorithm['needs'], { projection }: RunRequest, { organisations: n, supply, collaboration, memberships, coMembership: pairs }: NetworkSize): Size {
  if (needs.coordinates) return { n, m: 0, recorded: 0, pairs }
  if (needs.memberships) return { n, m: memberships, recorded: 0, pairs }
  if (needs.direction === 'directed') return { n, m: supply, recorded: supply, pairs }
  const layers = { supply, collaboration, 'co-membership': pairs }
  const m = [...new Set(projection.layers)].reduce((sum, layer) => sum + layers[layer], 0)
  return { n, m, recorded: m - (projection.layers.includes('co-membership') ? pairs : 0), pairs }
}

/** Throws RunTooLarge with the numbers. */
export function refuseTooLarge (algorithm: string, { organisations, links, bytes, bytesMax, steps, stepsMax }: RunEstimate): void {
  const network = `${algorithm} on ${organisations} organisations and up to ${links} links`
  if (bytes > bytesMax) throw new RunTooLarge(`${network} needs about ${megabytes(bytes)} MB of memory and may have ${megabytes(bytesMax)} MB; choose fewer layers or a smaller projection.networkSizeMax.`)
  if (steps > stepsMax) throw new RunTooLarge(`${network} would look at about ${steps.toPrecision(2)} links, and ${stepsMax.toPrecision(2)} fit the time of a run; draw a sample with its options where it has them (sources, samples), let it repeat less often (repeats, restarts, shuffles, iterationsMax), or choose fewer layers.`)
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 ** 2)
