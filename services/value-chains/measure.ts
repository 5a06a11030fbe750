/** What the registry holds of a value-chain measure: what it says, what it gives, and how it is computed. */
import type { z } from 'zod'
import type { Context } from '../analysis/context.ts'
import type { System } from './system.ts'

/**
 * What the rows of a result are. The order of rows follows from it, so that results hold numbers alone:
 * world 1 row; country G; sector n country-sectors; pair G x G by exporter, then partner; sectorPair n x G by exporting country-sector, then partner country;
 * matrix n x n by source, then target. `list`: rows of its own, with columns of text.
 */
export type Level = 'world' | 'country' | 'sector' | 'pair' | 'sectorPair' | 'matrix' | 'list'

/** Values by column. NaN: not defined, such as exports to oneself. */
export interface ResultTable { level: Level, columns: Record<string, Float64Array>, texts?: Record<string, readonly string[]> }

/** Two numbers that are equal by definition, and how far they came apart: the greatest difference, by the size of what is compared. */
export interface Identity {
  /** In the notation of the literature, such as "DC + FC + taxes = E". */
  says: string
  /** |left - right| / max(|left|, |right|, scale) at its greatest. */
  residual: number
  /** Above it the result is not to be trusted. */
  tolerance: number
  /** Label of the row where it is greatest. */
  at: string
}

/** `tables` by name; a measure's main table has the name of its level. */
export interface ValueChainResult { tables: Record<string, ResultTable>, identities: Identity[] }

/** A column of a result: what it says in one sentence, its formula, and whether it is an amount in the table's unit, a share, or a pure number. */
export interface ColumnMeaning { says: string, formula: string, unit: 'amount' | 'share' | 'number' | 'steps' }

export interface ValueChainMeasure {
  name: string
  /** One plain sentence: what question it answers. */
  says: string
  /** Author, year, where. */
  source: string
  /** Greatest thing it needs: local inverses and exports alone; factors of I - A and some solves; the whole inverse. */
  needs: 'coefficients' | 'solves' | 'inverse'
  options: z.ZodObject
  /** By table, then by column. */
  gives: Record<string, { level: Level, columns: Record<string, ColumnMeaning> }>
  compute: (system: System, options: never, context: Context) => ValueChainResult
}

/** Ties the options to what computes with them. */
export const measure = <Options extends z.ZodObject>(entry: Omit<ValueChainMeasure, 'options' | 'compute'> & { options: Options, compute: (system: System, options: z.infer<Options>, context: Context) => ValueChainResult }): ValueChainMeasure => entry as ValueChainMeasure
