/** Input-output tables: what the page asks of them, and what changes which are kept. */
import { signal } from '@preact/signals'
import type { Page } from '../../services/contract/page.ts'
import { PAGE_LIMIT_MAX } from '../../services/contract/page.ts'
import type { MeasurePage, MeasureRow, PROFILE_FILE_FORMATS, PROFILE_TABLES, TableDetail, TableOptions, TableSummary } from '../../services/contract/value-chains.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'
import { useResource } from './resource.ts'
import type { Resource } from './resource.ts'

/** Raised by every change made here, so that what is shown is asked for anew. */
const changes = signal(0)

const TABLES = '/api/v1/value-chains/tables'
const CREATED = 201
/** Its description. */
export const tablePath = (table: string): string => `${TABLES}/${encodeURIComponent(table)}`
const query = (values: Record<string, string | null>): string => new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null)).toString()

/** Where somebody else has removed one. */
export const reloadTables = (): void => { changes.value++ }

/** Newest first. */
export const useTables = (): Resource<Page<TableSummary>> => useResource(`${TABLES}?limit=${PAGE_LIMIT_MAX}#${changes.value}`)
export const useTable = (table: string | null): Resource<TableDetail> => useResource(table === null ? null : tablePath(table))

/** A country of a table, or one of its sectors. */
export interface Economy { table: string, country: string, sector: string | null }

export const profilePath = ({ table, country, sector }: Economy): string => `${tablePath(table)}/profiles/${encodeURIComponent(country)}?${query({ sector })}`
export const profileFile = ({ table, country, sector }: Economy, part: typeof PROFILE_TABLES[number], format: typeof PROFILE_FILE_FORMATS[number]): string =>
  `${tablePath(table)}/profiles/${encodeURIComponent(country)}/file?${query({ part, format, sector })}`

export interface MeasureAsked { table: string, measure: string, result: string }

export const measureFile = ({ table, measure, result }: MeasureAsked, format: 'csv' | 'xlsx'): string => `${tablePath(table)}/measures/${measure}/file?${query({ result, format })}`
export const measurePath = ({ table, measure, result }: MeasureAsked): string => `${tablePath(table)}/measures/${measure}?${query({ result, limit: String(PAGE_LIMIT_MAX) })}`

/** Every row of a result, page after page. */
export async function everyRow (path: string): Promise<MeasureRow[]> {
  const rows: MeasureRow[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: MeasurePage = await fetchJson<MeasurePage>(cursor === '' ? path : `${path}&${query({ cursor })}`)
    rows.push(...page.items)
    cursor = page.nextCursor
  }
  return rows
}

/** `already`: the same content was kept before, under the title that it has there. */
export async function sendTable (files: ReadonlyArray<readonly [role: string, file: File]>, options: Partial<TableOptions>): Promise<{ table: TableDetail, kept: boolean, already: boolean }> {
  const body = new FormData()
  // The service reads the options before the files.
  body.set('options', JSON.stringify(options))
  for (const [role, file] of files) body.append(role, file)
  const { status, body: table } = await fetchAnswer<TableDetail>(TABLES, { method: 'POST', body })
  const kept = options.dryRun !== true
  if (kept) changes.value++
  return { table, kept, already: kept && status !== CREATED }
}

export async function removeTable (hash: string): Promise<void> {
  await fetchJson(tablePath(hash), { method: 'DELETE' })
  changes.value++
}
