/** Results as rows that name what they are of: for files, for the API, for the page. */
import type { Level, ResultTable } from './measure.ts'
import type { TableLabels } from './table.ts'

export type Row = Record<string, string | number | null>

/** Codes of what to keep; empty: everything. */
export interface RowFilter { countries?: readonly string[], sectors?: readonly string[], partners?: readonly string[] }

/** Columns that name the row, before its values. */
export const KEY_COLUMNS: Readonly<Record<Level, readonly string[]>> = {
  world: [],
  country: ['country'],
  sector: ['country', 'sector'],
  pair: ['country', 'partner'],
  sectorPair: ['country', 'sector', 'partner'],
  matrix: ['country', 'sector', 'partner', 'partnerSector'],
  list: []
}

/** In the order of the table. Rows in which nothing is defined, such as exports to oneself, are left out; a value that is not defined is null. */
export function * resultRows (labels: TableLabels, table: ResultTable, filter: RowFilter = {}): Generator<Row> {
  const rowAt = rowsOf(labels, table)
  for (const row of placesKept(labels, table, filter)) yield rowAt(row)
}

/** Some of the rows that resultRows gives, and how many it gives in all. */
export function pageOfRows (labels: TableLabels, table: ResultTable, filter: RowFilter, { offset, limit }: { offset: number, limit: number }): { items: Row[], total: number } {
  const rowAt = rowsOf(labels, table)
  const items: Row[] = []
  let total = 0
  for (const row of placesKept(labels, table, filter)) {
    if (total >= offset && items.length < limit) items.push(rowAt(row))
    total++
  }
  return { items, total }
}

function * placesKept (labels: TableLabels, { level, columns, texts = {} }: ResultTable, filter: RowFilter): Generator<number> {
  const values = Object.values(columns)
  const length = values[0]?.length ?? Object.values(texts)[0]?.length ?? 0
  const keyOf = keysOf(labels, level)
  const wanted = choose(filter)
  const needsValue = KEY_COLUMNS[level].includes('partner')
  for (let row = 0; row < length; row++) {
    if (needsValue && !values.some(column => Number.isFinite(column[row]))) continue
    if (wanted(keyOf(row))) yield row
  }
}

function rowsOf (labels: TableLabels, { level, columns, texts = {} }: ResultTable): (row: number) => Row {
  const keyOf = keysOf(labels, level)
  const words = Object.entries(texts)
  const values = Object.entries(columns)
  return row => ({
    ...keyOf(row),
    ...Object.fromEntries(words.map(([name, column]) => [name, column[row]])),
    ...Object.fromEntries(values.map(([name, column]) => [name, Number.isFinite(column[row]) ? column[row] : null]))
  })
}

export const columnsOf = ({ level, texts = {}, columns }: ResultTable): string[] => [...KEY_COLUMNS[level], ...Object.keys(texts), ...Object.keys(columns)]

function keysOf ({ countries, sectors }: TableLabels, level: Level): (row: number) => Record<string, string> {
  const g = countries.length
  const n = g * sectors.length
  const node = (i: number): Record<string, string> => ({ country: countries[Math.floor(i / sectors.length)], sector: sectors[i % sectors.length] })
  switch (level) {
    case 'world': case 'list': return () => ({})
    case 'country': return row => ({ country: countries[row] })
    case 'sector': return node
    case 'pair': return row => ({ country: countries[Math.floor(row / g)], partner: countries[row % g] })
    case 'sectorPair': return row => ({ ...node(Math.floor(row / g)), partner: countries[row % g] })
    case 'matrix': return row => {
      const { country: partner, sector: partnerSector } = node(row % n)
      return { ...node(Math.floor(row / n)), partner, partnerSector }
    }
  }
}

/** A row is kept unless it names something that is not asked for. */
function choose ({ countries = [], sectors = [], partners = [] }: RowFilter): (keys: Record<string, string>) => boolean {
  const asked = Object.entries({ country: countries, sector: sectors, partner: partners }).filter(([, codes]) => codes.length > 0).map(([key, codes]) => [key, new Set(codes)] as const)
  return keys => asked.every(([key, codes]) => keys[key] === undefined || codes.has(keys[key]))
}
