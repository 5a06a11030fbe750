/** A made-up table of any countries and sectors as a file of OECD's layout. */
import { syntheticTable } from '../value-chains/synthetic-table.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'

export interface OecdCsv { table: InputOutputTable, csv: string }

export function oecdCsv (countries: string[], sectors: string[], seed: number): OecdCsv {
  const table = syntheticTable(countries.length, sectors.length, seed)
  const n = table.output.length
  const nodes = countries.flatMap(country => sectors.map(sector => `${country}_${sector}`))
  const row = (values: ArrayLike<number>, size: number, at: number): number[] => Array.from({ length: size }, (_, k) => values[at * size + k])
  const lines = [
    ['V1', ...nodes, ...countries.map(country => `${country}_HFCE`), 'OUT'],
    ...nodes.map((label, i) => [label, ...row(table.intermediate, n, i), ...row(table.finalDemand, countries.length, i), table.output[i]]),
    ['VA', ...table.valueAdded, ...countries.map(() => 0), 0],
    ['OUT', ...table.output, ...countries.map(() => 0), 0]
  ]
  return { table, csv: lines.map(line => line.join(',') + '\n').join('') }
}
