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
  const names = Object.keys(table.columns)
  const length = names.length === 0 ? Object.values(table.texts ?? {})[0]?.length ?? 0 : table.columns[names[0]].length
  const keyOf = keysOf(labels, table.level)
  const wanted = choose(filter)
  for (let row = 0; row < length; row++) {
    const keys = keyOf(row)
    if (!wanted(keys)) continue
    const values = names.map(name => Number.isFinite(table.columns[name][row]) ? table.columns[name][row] : null)
    if (KEY_COLUMNS[table.level].includes('partner') && values.every(value => value === null)) continue
    yield { ...keys, ...Object.fromEntries(Object.entries(table.texts ?? {}).map(([name, texts]) => [name, texts[row]])), ...Object.fromEntries(names.map((name, k) => [name, values[k]])) }
  }
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
