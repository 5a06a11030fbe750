/** What a run will need, told before it starts: memory of its arrays, and the links it will look at. */
import { memoryDefault } from '../analysis/algorithm.ts'
import type { Algorithm } from '../analysis/algorithm.ts'
import { findAlgorithm } from '../analysis/registry.ts'
import type { RunEstimate, RunRequest } from '../contract/run.ts'
import type { NetworkSize } from '../store/graph-store.ts'
import { RunTooLarge } from './run-service.ts'

/** Links that weighted shortest paths, the slowest of them, look at in a second on one core of 2020. */
const STEPS_A_SECOND = 15e6
/** Bytes of an address in a kernel's memory: it ends at 4 GiB. */
export const RUN_MEMORY_MAX = 4 * 1024 ** 3

export interface RunLimits { memoryMax: number, timeLimitMs: number }

/** `request` has been checked. */
export function estimateRun ({ algorithm, options, projection }: RunRequest, size: NetworkSize, { memoryMax, timeLimitMs }: RunLimits): RunEstimate {
  const { needs, memory = memoryDefault, work = ({ m }) => m } = findAlgorithm(algorithm) as Algorithm
  const layers = { supply: size.supply, collaboration: size.collaboration, 'co-membership': size.coMembership }
  const links = needs.coordinates ? 0 : needs.memberships ? size.memberships : needs.direction === 'directed' ? size.supply : [...new Set(projection.layers)].reduce((sum, layer) => sum + layers[layer], 0)
  const network = { n: size.organisations, m: links }
  return {
    organisations: size.organisations, links, bytes: memory(network), bytesMax: memoryMax, steps: work(network, options as never), stepsMax: timeLimitMs / 1000 * STEPS_A_SECOND
  }
}

/** Throws RunTooLarge with the numbers. */
export function refuseTooLarge (algorithm: string, { organisations, links, bytes, bytesMax, steps, stepsMax }: RunEstimate): void {
  const network = `${algorithm} on ${organisations} organisations and up to ${links} links`
  if (bytes > bytesMax) throw new RunTooLarge(`${network} needs about ${megabytes(bytes)} MB of memory and may have ${megabytes(bytesMax)} MB; choose fewer layers or a smaller projection.networkSizeMax.`)
  if (steps > stepsMax) throw new RunTooLarge(`${network} would look at about ${steps.toPrecision(2)} links, and ${stepsMax.toPrecision(2)} fit the time of a run; draw a sample with its options where it has them (sources), or choose fewer layers.`)
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 ** 2)
