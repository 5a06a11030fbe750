/**
 * A composite as a weighted sum that can be seen through, and how far the ranks that it gives depend on the weights.
 *
 * Each measure is brought to 0..1 among what is compared, least to greatest (min-max); one that is the same for all is 0 for all. Composite = sum of weight times scaled measure, by the sum of
 * weights. A measure that nobody has is left out for all; who lacks one that others have is not ranked: a mean of other measures would not be comparable. Ranks count from 1, those equal share the better one.
 * Ranks are drawn again DRAWS times with weights around the given ones (random-weights.ts), and once without each measure. O(draws x rows x (measures + log rows)).
 * On min-max and on testing weights: OECD & JRC 2008, Handbook on Constructing Composite Indicators, steps 5 and 7.
 */
import type { Random } from '../../analysis/random.ts'
import { drawWeights } from './random-weights.ts'

export const DRAWS = 1000
/** Ends of the interval of ranks. */
const LOWER = 0.05
const UPPER = 0.95
export const TOP = 3

export interface Ranked<Measure extends string> {
  /** null: the measure is left out, or the row lacks it. */
  scaled: Record<Measure, number | null>
  /** null: not ranked. */
  composite: number | null
  rank: number | null
  /** Rank in 5 and 95 % of the draws. */
  ranks: { lower: number, upper: number } | null
  /** Part of the draws in which it is among the first three. */
  topShare: number | null
  /** Rank without each measure that counts. */
  without: Partial<Record<Measure, number>>
}

export interface Composite<Measure extends string> {
  /** That count: with a weight above 0, and known of somebody. */
  counted: Measure[]
  /** Left out for want of values. */
  missing: Measure[]
  /** In the order of the rows given. */
  rows: Array<Ranked<Measure>>
}

export function rankComposite<Measure extends string> (rows: ReadonlyArray<Record<Measure, number | null>>, weights: Readonly<Record<Measure, number>>, random: Random): Composite<Measure> {
  const measures = Object.keys(weights) as Measure[]
  const missing = measures.filter(measure => rows.every(row => row[measure] === null))
  const counted = measures.filter(measure => weights[measure] > 0 && !missing.includes(measure))
  const ranked = [...rows.keys()].filter(i => counted.every(measure => rows[i][measure] !== null))
  const scaled = Object.fromEntries(measures.map(measure => [measure, scale(rows.map(row => row[measure]), ranked)])) as Record<Measure, Array<number | null>>
  const values = ranked.map(i => counted.map(measure => scaled[measure][i]!))
  const given = counted.map(measure => weights[measure])
  const sums = counted.length === 0 ? null : sumsWith(values, given)
  const ranks = sums === null ? null : ranksOf(sums)
  const drawn = sums === null ? [] : Array.from({ length: DRAWS }, () => ranksOf(sumsWith(values, drawWeights(given, random))))
  const without = counted.length < 2 ? [] : counted.map((measure, m) => ({ measure, ranks: ranksOf(sumsWith(values, given.map((weight, k) => k === m ? 0 : weight))) }))
  return {
    counted, missing,
    rows: rows.map((_, i) => {
      const place = ranked.indexOf(i)
      const own = Object.fromEntries(measures.map(measure => [measure, scaled[measure][i]])) as Ranked<Measure>['scaled']
      if (place < 0 || sums === null || ranks === null) return { scaled: own, composite: null, rank: null, ranks: null, topShare: null, without: {} }
      const mine = drawn.map(each => each[place]).sort((a, b) => a - b)
      return {
        scaled: own, composite: sums[place], rank: ranks[place],
        ranks: { lower: mine[Math.floor(LOWER * (DRAWS - 1))], upper: mine[Math.ceil(UPPER * (DRAWS - 1))] },
        topShare: mine.filter(rank => rank <= TOP).length / DRAWS,
        without: Object.fromEntries(without.map(each => [each.measure, each.ranks[place]])) as Partial<Record<Measure, number>>
      }
    })
  }
}

/** By what is ranked; of others too, where they lie within. */
function scale (values: ReadonlyArray<number | null>, ranked: readonly number[]): Array<number | null> {
  const known = ranked.flatMap(i => values[i] ?? [])
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return values.map((value, i) => value === null || !ranked.includes(i) ? null : most === least ? 0 : (value - least) / (most - least))
}

const sumsWith = (values: readonly number[][], weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return values.map(row => row.reduce((sum, value, m) => sum + value * weights[m], 0) / total)
}

/** What differs by rounding alone is equal. */
const NEAR = 1e-12
function ranksOf (sums: readonly number[]): number[] {
  const sorted = [...sums].sort((a, b) => b - a)
  return sums.map(sum => sorted.findIndex(other => other <= sum + NEAR) + 1)
}
