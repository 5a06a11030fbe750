/** One registered measure on a snapshot: what its values, figures and tables are, whatever its family. */
import { MEASURABLE } from '../analysis/registry.ts'
import type { Algorithm, Measured, Table } from '../analysis/algorithm.ts'
import type { Context } from '../analysis/context.ts'
import { encodeMany } from '../snapshot/encode.ts'
import { project } from '../snapshot/project.ts'
import { sharedFloat64, sharedInt32 } from '../snapshot/shared-arrays.ts'
import type { Csr, Incidence, Snapshot } from '../snapshot/snapshot.ts'
import type { RunTable } from '../store/graph-store.ts'
import type { MeasuredValues, Task } from './task.ts'

/** Rows of a table that are stored: every pair of 200 countries. What is beyond is counted. */
export const TABLE_ROWS_MAX = 20_000

export function measureSnapshot ({ snapshot, request, groups, groupNames }: Extract<Task, { kind: 'measure' }>, context: Context): MeasuredValues {
  const { needs, options, compute } = MEASURABLE.get(request.algorithm) as Required<Algorithm>
  const { ids } = snapshot
  const graph = networkFor(needs, snapshot, request)
  const memberships = needs.memberships ? snapshot.incidence : NO_MEMBERSHIPS
  const terms = needs.terms ? snapshot[request.terms] : encodeMany(ids.map(() => []))
  const measured = compute({ ids, graph, groups, groupNames, terms, memberships, ...(needs.coordinates && { coordinates: snapshot }), seed: request.seed }, options.strict().parse(request.options) as never, context)
  const tables = Object.entries(measured.tables ?? {}).map(([name, table]) => storedTable(name, table))
  return {
    links: needs.memberships ? memberships.members.length : graph.m,
    scores: Object.fromEntries(Object.entries(measured.nodes).map(([column, values]) => [column, definedValues(values)])),
    metrics: Object.fromEntries(Object.entries(measured.metrics).map(([name, value]) => [name, finite(value)])),
    tables: tables.map(({ table }) => table),
    rowsLeftOut: tables.map(({ rowsLeftOut }) => rowsLeftOut)
  }
}

const NO_MEMBERSHIPS: Incidence = { networks: [], offsets: new Int32Array(1), members: new Int32Array(0), membersTotal: new Int32Array(0) }

/** What is sold to whom where a measure needs directions, or takes them and the network is a table's, which has no other layer; otherwise the layers of the request, joined. */
function networkFor (needs: Algorithm['needs'], snapshot: Snapshot, request: { projection: Parameters<typeof project>[1] }): Csr {
  if (needs.direction === 'directed' || (needs.direction === 'either' && snapshot.names !== undefined && !needs.memberships && !needs.coordinates)) return snapshot.supply
  if (needs.memberships || needs.coordinates) return { directed: false, n: snapshot.ids.length, m: 0, offsets: sharedInt32(snapshot.ids.length + 1), targets: sharedInt32(0), weights: sharedFloat64(0) }
  return project(snapshot, request.projection).graph
}

/** On shared memory; what is not a finite number is not defined. */
function definedValues (values: Measured['nodes'][string]): Float64Array {
  const shared = sharedFloat64(values.length)
  for (let i = 0; i < values.length; i++) shared[i] = Number.isFinite(values[i]) ? values[i] : NaN
  return shared
}

/** Its first rows, and how many were beyond the limit. */
export function storedTable (name: string, table: Table): { table: RunTable, rowsLeftOut: number } {
  const rows = Object.values(table)[0]?.length ?? 0
  const columns = Object.entries(table).map(([column, values]) => [column, Array.from(values as ArrayLike<string | number>).slice(0, TABLE_ROWS_MAX).map(value => typeof value === 'string' ? value : finite(value))])
  return { table: { name, columns: Object.fromEntries(columns) }, rowsLeftOut: Math.max(0, rows - TABLE_ROWS_MAX) }
}

const finite = (value: number | null): number | null => Number.isFinite(value) ? value : null
