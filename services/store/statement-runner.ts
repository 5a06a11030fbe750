/** How statements are run, whatever the store: the rest of a store is written once on top of this. */
import type { ColumnKinds, ParameterKinds, ParametersOf, Query, RowOf } from '../../graph-queries/query.ts'

export interface StatementRunner {
  /** Most rows handed to one statement. */
  readonly rowsMax: number
  run: <Parameters extends ParameterKinds, Columns extends ColumnKinds>(
    query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>
  ) => Promise<Array<RowOf<Columns>>>
  /** Rows as they come, in batches of at most `batchSize`, on one consistent read. */
  stream: <Parameters extends ParameterKinds, Columns extends ColumnKinds>(
    query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>, batchSize: number
  ) => AsyncIterable<Array<RowOf<Columns>>>
}

/** The only row of a query that has exactly one. */
export async function runOne<Parameters extends ParameterKinds, Columns extends ColumnKinds> (
  runner: StatementRunner, query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>
): Promise<RowOf<Columns>> {
  const rows = await runner.run(query, parameters)
  if (rows.length !== 1) throw new Error(`${query.name} gave ${rows.length} rows instead of one`)
  return rows[0]
}

/** The row of a query that has one or none. */
export async function runMaybe<Parameters extends ParameterKinds, Columns extends ColumnKinds> (
  runner: StatementRunner, query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>
): Promise<RowOf<Columns> | null> {
  const rows = await runner.run(query, parameters)
  if (rows.length > 1) throw new Error(`${query.name} gave ${rows.length} rows instead of one or none`)
  return rows[0] ?? null
}

/** Consecutive pieces of at most `size` items. */
export function * piecesOf<Item> (items: readonly Item[], size: number): Generator<Item[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size)
}
