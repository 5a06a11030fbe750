/** What the registry holds of an algorithm: how it is described, what it needs, and how it is computed. */
import type { z } from 'zod'
import type { AlgorithmDescription } from '../contract/run.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import type { Context } from './context.ts'

/** A network to measure, with the group of each node where a measure needs groups (-1: none). */
export interface MeasureInput { graph: Csr, groups: Int32Array, groupCount: number, seed: number }
/** A value for each node, by column; figures of the network as a whole. NaN and null: not defined. */
export interface Measured { nodes: Record<string, ArrayLike<number>>, metrics: Record<string, number | null> }

export interface Algorithm extends Omit<AlgorithmDescription, 'optionsSchema'> {
  options: z.ZodObject
  /** Absent: it is made of a run, not of a network alone. */
  compute?: (input: MeasureInput, options: never, context: Context) => Measured
}

/** Ties the options to what computes with them. */
export const algorithm = <Options extends z.ZodObject>(entry: Omit<Algorithm, 'options' | 'compute'> & { options: Options, compute?: (input: MeasureInput, options: z.infer<Options>, context: Context) => Measured }): Algorithm => entry as Algorithm

export const ofNodes = (nodes: Measured['nodes']): Measured => ({ nodes, metrics: {} })
export const NETWORK = { groups: false, direction: 'either' } as const
export const UNDIRECTED = { groups: false, direction: 'undirected' } as const
export const DIRECTED = { groups: false, direction: 'directed' } as const
export const GROUPS = { groups: true, direction: 'either' } as const
export const GROUPS_UNDIRECTED = { groups: true, direction: 'undirected' } as const
