/**
 * The same network with weights near 1, for what compares sums of weights with a fixed threshold or adds 1 to them.
 *
 * Weights may lie anywhere from 1e-50 to 1e50 (contract/scalars.ts); with a threshold of 1e-12 nobody would gain anything in the lower half of that. All weights are
 * multiplied by one power of two, which rounds nothing, so that their mean is from 1 to 2; a mean from 2^-NEAR to 2^NEAR is near enough, and the network is then itself. O(m).
 * One factor cannot bring weights near each other: where one network has links of 1e-20 beside links of 1, nodes with only the tiny ones gain too little to move and stay alone.
 */
import type { Csr } from '../snapshot/snapshot.ts'

/** The weakest link of networks of at most a thousand members, 1/999, is above 2^-10: co-membership stays as it is. */
export const NEAR = 10

/** `factor`: what weights were multiplied by; whatever is stated in units of weight is to be multiplied too. */
export function nearOne (graph: Csr): { graph: Csr, factor: number } {
  const { weights } = graph
  if (weights.length === 0) return { graph, factor: 1 }
  let sum = 0
  for (let slot = 0; slot < weights.length; slot++) sum += weights[slot]
  const exponent = Math.floor(Math.log2(sum / weights.length))
  if (exponent >= -NEAR && exponent < NEAR) return { graph, factor: 1 }
  const factor = 2 ** -exponent
  return { graph: { ...graph, weights: weights.map(weight => weight * factor) }, factor }
}

/** With what a search for communities maximises: modularity knows no unit; the resolution of the constant Potts quality is a weight for each pair. Labels are those of the network as given. */
export function scaledForSearch<Options extends { quality: 'modularity' | 'constantPotts', resolution: number }> (given: Csr, options: Options): { graph: Csr, options: Options } {
  const { graph, factor } = nearOne(given)
  return { graph, options: options.quality === 'constantPotts' ? { ...options, resolution: options.resolution * factor } : options }
}
