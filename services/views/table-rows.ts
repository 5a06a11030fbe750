/** A stored table of a run in the order a reader asks for, and the names of what its cells hold by id. */
import type { SortOrder } from '../contract/page.ts'
import { ServiceError } from '../errors.ts'
import type { GraphStore, RunTable } from '../store/graph-store.ts'

export interface TableOrder { sort?: string | undefined, order: SortOrder, limit?: number | undefined }

/** Rows whose names are looked up: as many as a page shows. */
export const NAMED_ROWS_MAX = 500

type Cells = RunTable['columns'][string]

/** The rows as stored, or sorted by a column with what is not defined last, equals as they stood; then the first `limit`. INVALID_INPUT for an unknown column. */
export function orderTable (columns: RunTable['columns'], { sort, order, limit }: TableOrder): RunTable['columns'] {
  const rows = Array.from({ length: Object.values(columns)[0]?.length ?? 0 }, (_, i) => i)
  if (sort !== undefined) {
    if (!Object.hasOwn(columns, sort)) throw refused('sort', `"${sort.slice(0, 60)}" is not a column of this table; it has ${Object.keys(columns).join(', ')}`)
    const by = columns[sort]
    const sign = order === 'ascending' ? 1 : -1
    rows.sort((a, b) => Number(by[a] === null) - Number(by[b] === null) || sign * compare(by[a], by[b]) || a - b)
  }
  const chosen = rows.slice(0, limit)
  return Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, chosen.map(i => cells[i])]))
}

function compare (a: Cells[number], b: Cells[number]): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}

/** Names of the organisations (or nodes of a table) and networks in the first rows, by id; what is no longer known is absent. */
export async function namesInTable (columns: RunTable['columns'], namesOf: (ids: string[]) => Promise<Map<string, string>>, store: Pick<GraphStore, 'getNetwork'>): Promise<Record<string, string>> {
  const ids = [...new Set(Object.values(columns).flatMap(cells => cells.slice(0, NAMED_ROWS_MAX)))].filter((cell): cell is string => typeof cell === 'string')
  const nodes = await namesOf(ids.filter(id => id.startsWith('org-') || id.startsWith('vcn-')))
  const networks = await Promise.all(ids.filter(id => id.startsWith('net-')).map(id => store.getNetwork(id)))
  return Object.fromEntries([...nodes, ...networks.flatMap(found => found === null ? [] : [[found.id, found.name]])])
}

const refused = (path: string, message: string): ServiceError => new ServiceError('INVALID_INPUT', `${path}: ${message}.`, { errors: [{ path, message }] })
