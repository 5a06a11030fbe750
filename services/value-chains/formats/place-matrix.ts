/** Rows and columns of a matrix put where they belong, by what their labels mean in a format. */
import { addMissing, isInventory } from './draft.ts'
import type { Draft, Missing } from './draft.ts'
import { gridOf, nodeOf } from './grid.ts'
import type { Node } from './grid.ts'
import type { MatrixFile } from './matrix-file.ts'
import { TableFileError } from './table-file-error.ts'

/** `foot`: a row or column of sums beside the flows. `none`: left out, and why. Several labels may mean one country-sector: they are added up. */
export type Meaning =
  | { is: 'node', node: Node }
  | { is: 'final', country: string, category: string }
  | { is: 'foot', what: 'output' | 'valueAdded' | 'taxes' }
  | { is: 'none', why: string }

/** A country-sector by its label, null where it is none; `whole`: the country that a part of one belongs to. */
export function nodeMeaning (label: string, whole: (country: string) => string = country => country): Meaning | null {
  const node = nodeOf(label)
  return node === null ? null : { is: 'node', node: { country: whole(node.country), sector: node.sector } }
}

/** null: the format has no such label. */
export interface MatrixFormat { format: string, notes: string[], row: (label: string) => Meaning | null, column: (label: string) => Meaning | null }

export function placeMatrix (matrix: MatrixFile, { format, notes, row, column }: MatrixFormat, missing: Missing): Draft {
  const { name } = matrix
  const told = new Set(notes)
  const rowMeanings = [...matrix.rows].map(([label, { line }]) => meaning(row(label), name, { row: line, value: label }))
  const columnMeanings = matrix.columns.map(label => meaning(column(label), name, { row: 1, column: label }))
  for (const found of [...rowMeanings, ...columnMeanings]) if (found.is === 'none') told.add(found.why)
  const nodesOf = (meanings: Meaning[]): Node[] => meanings.flatMap(found => found.is === 'node' ? [found.node] : [])
  const grid = gridOf(nodesOf(rowMeanings), name)
  const bought = new Set(nodesOf(columnMeanings).map(grid.indexOf))
  for (const node of nodesOf(rowMeanings)) if (!bought.has(grid.indexOf(node))) throw new TableFileError(name, { row: 1 }, `a column for each row of flows, and there is none for ${node.country} ${node.sector}: the file is cut short, or has other labels in its columns`)
  const { n } = grid
  const G = grid.countries.length
  const sold = new Set(nodesOf(rowMeanings).map(grid.indexOf))
  const buyers = columnMeanings.map((found, at) => {
    if (found.is !== 'node') return -1
    const index = grid.indexOf(found.node)
    return known(sold.has(index) ? index : -1, name, matrix.columns[at])
  })
  const demanders = columnMeanings.map((found, at) => found.is === 'final' ? known(grid.countryOf(found.country), name, matrix.columns[at]) : -1)
  const inventories = columnMeanings.map(found => found.is === 'final' && isInventory(found.category))
  const outputColumn = columnMeanings.findIndex(found => found.is === 'foot' && found.what === 'output')

  const intermediate = new Float64Array(n * n)
  const finalDemand = new Float64Array(n * G)
  const inventoryChange = inventories.includes(true) ? new Float64Array(n) : null
  const foots: Record<'output' | 'valueAdded' | 'taxes', Float64Array | null> = { output: null, valueAdded: null, taxes: null }
  const outputOfRows = outputColumn < 0 ? null : new Float64Array(n)
  let at = 0
  for (const [label, { values }] of matrix.rows) {
    const found = rowMeanings[at++]
    matrix.rows.delete(label)
    for (let j = 0; j < values.length; j++) {
      if (!Number.isNaN(values[j])) continue
      // Totals have no column of their own totals.
      if (buyers[j] >= 0 || (found.is === 'node' && demanders[j] >= 0)) addMissing(missing, label, matrix.columns[j])
      values[j] = 0
    }
    if (found.is === 'foot') {
      foots[found.what] ??= new Float64Array(n)
      for (let j = 0; j < values.length; j++) if (buyers[j] >= 0) foots[found.what]![buyers[j]] += values[j]
    }
    if (found.is !== 'node') continue
    const i = grid.indexOf(found.node)
    for (let j = 0; j < values.length; j++) {
      if (buyers[j] >= 0) intermediate[i * n + buyers[j]] += values[j]
      else if (demanders[j] >= 0) finalDemand[i * G + demanders[j]] += values[j]
      if (inventoryChange !== null && inventories[j]) inventoryChange[i] += values[j]
    }
    if (outputOfRows !== null) outputOfRows[i] += values[outputColumn]
  }
  if (!demanders.some(country => country >= 0)) throw new TableFileError(name, { row: 1 }, 'columns of final demand, here or in a file of their own, and there are none')
  return { format, grid, intermediate, finalDemand, output: foots.output ?? outputOfRows, valueAdded: foots.valueAdded, taxes: foots.taxes ?? new Float64Array(n), inventoryChange, missing, notes: [...told] }
}

function meaning (found: Meaning | null, file: string, place: { row: number, column?: string, value?: string }): Meaning {
  if (found === null) throw new TableFileError(file, place, 'a label of this format: a country-sector, final demand of a country, or a total that is known')
  return found
}

function known (index: number, file: string, column: string): number {
  if (index < 0) throw new TableFileError(file, { row: 1, column }, 'a column of a country and sector that has a row too: the file is cut short, or has other labels in its rows')
  return index
}
