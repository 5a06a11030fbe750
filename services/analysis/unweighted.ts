/** The same links, each of weight 1. */
import type { Csr } from '../snapshot/snapshot.ts'

export const unweighted = (graph: Csr): Csr => ({ ...graph, weights: new Float64Array(graph.weights.length).fill(1) })
