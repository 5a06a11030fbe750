/**
 * Constant Potts quality: weight inside communities above what a constant density gamma would put there.
 *
 * H = sum over communities c of [ L_c - gamma n_c (n_c - 1) / 2 ], L_c = weight inside (both directions of a directed pair). O(n + m).
 * In units of weight; gamma is weight a pair. Source: Traag, Van Dooren & Nesterov 2011, Phys. Rev. E 84:016114. Tested on a ring of cliques, counted by hand.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { modularity } from './modularity.ts'
import type { SearchOptions } from './search.ts'

export function constantPotts ({ directed, n, offsets, targets, weights }: Csr, labels: Int32Array, resolution: number): number {
  const sizes = new Float64Array(n)
  let inside = 0
  for (let v = 0; v < n; v++) {
    sizes[labels[v]]++
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (labels[targets[slot]] === labels[v]) inside += weights[slot]
  }
  return (directed ? inside : inside / 2) - resolution * sizes.reduce((sum, size) => sum + size * (size - 1) / 2, 0)
}

/** The modularity to state of communities found with these options: at their resolution, or at 1 where that was a density and not a resolution. */
export const statedModularity = (graph: Csr, labels: Int32Array, options: Partial<Pick<SearchOptions, 'quality' | 'resolution'>>): number | null =>
  modularity(graph, labels, options.quality === 'constantPotts' ? 1 : options.resolution)

/** What a search maximises; null for modularity without links. */
export const quality = (graph: Csr, labels: Int32Array, options: Pick<SearchOptions, 'quality' | 'resolution'>): number | null =>
  options.quality === 'modularity' ? modularity(graph, labels, options.resolution) : constantPotts(graph, labels, options.resolution)
