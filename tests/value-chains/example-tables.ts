/** The published examples as tables, and the values that others found on them. */
import { readFileSync } from 'node:fs'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { openSystem } from '../../services/value-chains/system.ts'
import type { System } from '../../services/value-chains/system.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'

const FOLDER = new URL('../datasets/value-chains/', import.meta.url)

/** Cells of a plain CSV by row, the heading included. */
export const cells = (name: string): string[][] => readFileSync(new URL(name, FOLDER), 'utf8').trim().split(/\r?\n/).map(line => line.split(',').map(cell => cell.replaceAll('"', '')))
/** Numbers of a labelled matrix, its heading and first column left out. */
export const numbers = (name: string): number[][] => cells(name).slice(1).map(row => row.slice(1).map(Number))
/** Column of a CSV by its heading. */
export const column = (name: string, heading: string): number[] => {
  const [head, ...rows] = cells(name)
  const at = head.indexOf(heading)
  if (at < 0) throw new Error(`${name} has no column ${heading}`)
  return rows.map(row => Number(row[at]))
}

export function tableOf (countries: string[], sectors: string[], intermediate: number[][], finalDemand: number[][], output: number[], valueAdded?: number[]): InputOutputTable {
  const inputs = output.map((_, j) => intermediate.reduce((sum, row) => sum + row[j], 0))
  return {
    hash: 'example',
    about: { title: 'example', year: null, unit: 'units', source: 'example', format: 'example', notes: [] },
    labels: { countries, countryNames: countries, sectors, sectorNames: sectors },
    intermediate: Float64Array.from(intermediate.flat()),
    finalDemand: Float64Array.from(finalDemand.flat()),
    output: Float64Array.from(output),
    valueAdded: Float64Array.from(valueAdded ?? output.map((value, j) => value - inputs[j])),
    inventoryChange: null
  }
}

export const leather = (): InputOutputTable => tableOf(['Argentina', 'Turkey', 'Germany'], ['Agriculture', 'Textile_and_Leather', 'Transport_Equipment'], numbers('leather.Z.csv'), numbers('leather.Y.csv'), column('leather.X.csv', 'output'))
export const twoCountries = (): InputOutputTable => tableOf(['country1', 'country2'], ['all'], [[20, 10], [15, 30]], [[50, 20], [25, 80]], [100, 150])
export const systemOf = (table: InputOutputTable): System => openSystem(table, 'residual', UNWATCHED)

/** Greatest difference, by the greater of the two values and a thousandth of the greatest expected one. */
export function deviation (found: ArrayLike<number>, expected: readonly number[]): number {
  if (found.length !== expected.length) throw new Error(`${found.length} values, expected ${expected.length}`)
  const scale = Math.max(...expected.filter(value => !Number.isNaN(value)).map(Math.abs)) / 1000
  return Math.max(...expected.map((value, i) => {
    const difference = Math.abs(found[i] - value)
    return Number.isNaN(difference) ? (Number.isNaN(found[i]) && Number.isNaN(value) ? 0 : Infinity) : difference / Math.max(Math.abs(value), Math.abs(found[i]), scale, Number.MIN_VALUE)
  }))
}
