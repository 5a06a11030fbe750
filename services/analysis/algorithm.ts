/** What the registry holds of an algorithm: how it is described, what it needs, and how it is computed. */
import type { z } from 'zod'
import type { AlgorithmDescription } from '../contract/run.ts'
import type { Csr, Incidence, MultiCoded } from '../snapshot/snapshot.ts'
import type { Context } from './context.ts'

/** Of each node, degrees to the north and to the east; NaN: not known. */
export interface Coordinates { latitude: ArrayLike<number>, longitude: ArrayLike<number> }

/** What is measured. Everything by node is parallel to `ids`, which ascend. */
export interface MeasureInput {
  ids: readonly string[]
  graph: Csr
  /** Index into `groupNames`; -1: none. Without `needs.groups` every node has none. */
  groups: Int32Array
  groupNames: readonly string[]
  /** Words of each node, such as its domains; empty without `needs.terms`. */
  terms: MultiCoded
  /** Networks and their members; empty without `needs.memberships`, and then `graph` is what counts. */
  memberships: Incidence
  /** Only with `needs.coordinates`. */
  coordinates?: Coordinates
  seed: number
}

/** Rows that are not of nodes, such as pairs of countries, by column. Numbers that are not defined are NaN. */
export type Table = Record<string, ArrayLike<number> | readonly string[]>
/** A value for each node, by column; figures of the network as a whole; tables by name. NaN and null: not defined. */
export interface Measured { nodes: Record<string, ArrayLike<number>>, metrics: Record<string, number | null>, tables?: Record<string, Table> }

/** Nodes and links of the network that is measured. */
export interface Size {
  n: number
  m: number
  /** Of the links, those recorded as such; the others are pairs of members of a network. */
  recorded: number
  /** Pairs of members of each network below the size cap. */
  pairs: number
}

/** `message`: what is wrong with the option, for a network of this size, and what to do. */
export interface Refusal { option: string, message: string }

export interface Algorithm extends Omit<AlgorithmDescription, 'optionsSchema' | 'gives'> {
  options: z.ZodObject
  /** Bytes it needs beside the snapshot; absent: `memoryDefault`. */
  memory?: (size: Size) => number
  /** Links it looks at, in all. Absent: about as many as there are, a moderate number of times. */
  work?: (size: Size, options: never) => number
  /** Options that hold ids of organisations, one or several; '' names none. */
  namesOrganisations?: readonly string[]
  /** What it refuses already for the number of organisations, so that whoever asks is told at once; null: nothing. */
  refuses?: (organisations: number, options: never) => Refusal | null
  /** Absent: it is made of a run, not of a network alone. */
  compute?: (input: MeasureInput, options: never, context: Context) => Measured
}

/** Ties the options to what computes with them. */
export const algorithm = <Options extends z.ZodObject>(entry: Omit<Algorithm, 'options' | 'compute' | 'refuses'> & { options: Options, refuses?: (organisations: number, options: z.infer<Options>) => Refusal | null, compute?: (input: MeasureInput, options: z.infer<Options>, context: Context) => Measured }): Algorithm => entry as Algorithm

/** A handful of arrays by node, and the network's own three arrays twice: in the snapshot and in a kernel. */
const BYTES_A_NODE = 4 * 64
const BYTES_A_SLOT = 24
export const memoryDefault = ({ n, m }: Pick<Size, 'n' | 'm'>): number => BYTES_A_NODE * n + BYTES_A_SLOT * 2 * m

/** Work of what walks the whole network once from every node, or from as many `sources` as the options say; 0: all. */
export const workFromSources = ({ n, m }: Pick<Size, 'n' | 'm'>, { sources = 0 }: { sources?: number } = {}): number => (sources === 0 ? n : Math.min(n, sources)) * 2 * m

export const ofNodes = (nodes: Measured['nodes']): Measured => ({ nodes, metrics: {} })

type Needs = AlgorithmDescription['needs']
const needs = (direction: Needs['direction'], more: Partial<Needs> = {}): Needs => ({ direction, groups: false, terms: false, memberships: false, coordinates: false, ...more })
export const NETWORK = needs('either')
export const UNDIRECTED = needs('undirected')
export const DIRECTED = needs('directed')
export const GROUPS = needs('either', { groups: true })
export const GROUPS_UNDIRECTED = needs('undirected', { groups: true })
export const TERMS = needs('either', { terms: true })
export const TERMS_AND_GROUPS = needs('either', { terms: true, groups: true })
export const MEMBERSHIPS = needs('either', { memberships: true })
export const COORDINATES = needs('either', { coordinates: true })
export const MEMBERSHIPS_AND_GROUPS = needs('either', { memberships: true, groups: true })
