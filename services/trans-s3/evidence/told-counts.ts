/**
 * Organisations of each region by one word, such as their kind, and which of the numbers may be told: none from 1 to under `below`, nor what would tell one that is (services/reports/suppress.ts).
 *
 * How many organisations a region has is told elsewhere, or withheld there for reasons of its own, and so may not be what hides a small count here: where the table would need that,
 * nothing of it is told. Of a region whose number is withheld nothing is.
 */
import { suppressTable } from '../../reports/suppress.ts'
import type { Coded } from '../../snapshot/snapshot.ts'
import type { Group } from '../choose-regions.ts'

export interface CountTable {
  /** Columns; null: not stated. */
  words: Array<string | null>
  /** By region and word. */
  counts: number[][]
  told: boolean[][]
  /** Of the whole group, by word. */
  totals: number[]
  totalsTold: boolean[]
}

/** `sizeTold`: by region, and last of the whole group. */
export function countByWord ({ parts, partOf, members }: Group, { codes, values }: Coded, sizeTold: readonly boolean[], below: number): CountTable {
  const words = [...values.map((word, w) => ({ word, w })).filter(({ w }) => members.some(i => codes[i] === w)), ...(members.some(i => codes[i] < 0) ? [{ word: null, w: -1 }] : [])]
  const place = new Map(words.map(({ w }, k) => [w, k]))
  const counts = parts.map(() => words.map(() => 0))
  for (const i of members) counts[partOf[i]][place.get(codes[i])!]++
  const { cells, rowTotals, columnTotals } = suppressTable(counts, below)
  const nothing = !sizeTold[parts.length] || rowTotals.some((withheld, p) => withheld && sizeTold[p])
  return {
    words: words.map(({ word }) => word), counts, told: counts.map((row, p) => row.map((_, k) => !nothing && sizeTold[p] && !cells[p][k])),
    totals: words.map((_, k) => counts.reduce((sum, row) => sum + row[k], 0)), totalsTold: words.map((_, k) => !nothing && !columnTotals[k])
  }
}
