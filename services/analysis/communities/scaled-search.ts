/** A network and what is maximised on it, on the scale that search.ts compares gains on: weights near 1. Labels are those of the network as given. */
import type { Csr } from '../../snapshot/snapshot.ts'
import { nearOne } from '../near-one.ts'
import type { SearchOptions } from './search.ts'

/** Modularity knows no unit; the resolution of the constant Potts quality is a weight for each pair, and is scaled with the weights. */
export function scaledForSearch<Options extends Pick<SearchOptions, 'quality' | 'resolution'>> (given: Csr, options: Options): { graph: Csr, options: Options } {
  const { graph, factor } = nearOne(given)
  return { graph, options: options.quality === 'constantPotts' ? { ...options, resolution: options.resolution * factor } : options }
}
