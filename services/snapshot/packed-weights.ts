/** Weights in half the memory, where that changes no number: an undirected layer holds each of them twice, and is only listed. */
import { sharedFloat32 } from './shared-arrays.ts'
import type { Csr, PackedCsr } from './snapshot.ts'

/** Float32 if every weight is exactly one. */
export function packWeights (graph: Csr): PackedCsr {
  const { weights } = graph
  if (!weights.every(weight => Math.fround(weight) === weight)) return graph
  const packed = sharedFloat32(weights.length)
  packed.set(weights)
  return { ...graph, weights: packed }
}

/** The same numbers as Float64. */
export const unpackWeights = (graph: PackedCsr): Csr => ({ ...graph, weights: graph.weights instanceof Float64Array ? graph.weights : new Float64Array(graph.weights) })
