/** What a reader has found, before it is checked and named. */
import { CELLS_TOLD } from '../check-table.ts'
import type { CheckedCell } from '../check-table.ts'
import type { Grid } from './grid.ts'

export interface Draft {
  format: string
  grid: Grid
  intermediate: Float64Array
  finalDemand: Float64Array
  /** Null: the files state none, and it is the sum of each row. */
  output: Float64Array | null
  valueAdded: Float64Array | null
  /** Taxes less subsidies on inputs, and adjustments beside them; zero where the files state none. */
  taxes: Float64Array
  inventoryChange: Float64Array | null
  missing: Missing
  notes: string[]
}

/** Empty cells: how many, and the first of them. */
export interface Missing { count: number, cells: CheckedCell[] }

export function addMissing (missing: Missing, row: string, column: string): void {
  missing.count++
  if (missing.cells.length < CELLS_TOLD) missing.cells.push({ row, column, value: null })
}

/** Codes of changes in inventories: OECD, FIGARO, WIOD. */
export const isInventory = (category: string): boolean => /^(INVNT|INV|P5M|INVEN|P52|F5)$/i.test(category)
