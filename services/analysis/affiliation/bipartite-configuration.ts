/**
 * The bipartite configuration model: how likely each organisation is in each network, if all that counts is how many networks it joins and how many
 * members each network has.
 *
 * p_ij = x_i y_j / (1 + x_i y_j), with x and y such that expected memberships are the recorded ones on both sides: the distribution of greatest entropy.
 * Organisations of one degree have one x, networks of one size one y, so that only classes are solved. Who is in every network, or a network that
 * everybody is in, has p = 1, is taken out, and so on with what is left. Found by turns: x from y, y from x, until no expectation is off by more than
 * DEVIATION_MAX; where memberships leave no freedom (nested ones) that may not be reached, and `deviation` says what was. O(classes x classes) a turn.
 *
 * Source: Saracco et al. 2015, Sci. Rep. 5:10595. Tested against probabilities found by least squares with scipy.
 */
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'

export interface BipartiteConfiguration {
  /** Class of each organisation. */
  classOf: Int32Array
  /** By class of organisations, then class of networks. */
  probabilities: Float64Array[]
  /** Networks in each class. */
  networkCounts: Int32Array
  /** Largest difference between an expected and a recorded number of memberships. */
  deviation: number
}

const DEVIATION_MAX = 1e-10
/** Turns that a sparse network needs are a few dozen; a nested one never gets there. */
const TURNS_MAX = 20_000

/** Those with equal degree; `free`: degree within what is not decided; `decided`: when the class was, Infinity if never, and with what probability. */
interface Class { degree: number, count: number, free: number, decided: number, probability: number, fitness: number }

export function bipartiteConfiguration (memberships: Int32Array, sizes: Int32Array, context: Context = UNWATCHED): BipartiteConfiguration {
  const organisations = classesOf(memberships)
  const networks = classesOf(sizes)
  decide(organisations, networks)
  const [rows, columns] = [organisations, networks].map(classes => classes.filter(({ decided }) => decided === Infinity))
  const deviation = rows.length === 0 ? 0 : solve(rows, columns, context)
  const place = new Map(organisations.map(({ degree }, at) => [degree, at]))
  return {
    classOf: Int32Array.from(memberships, degree => place.get(degree) as number),
    probabilities: organisations.map(row => Float64Array.from(networks, column => probabilityOf(row, column))),
    networkCounts: Int32Array.from(networks, ({ count }) => count),
    deviation
  }
}

function classesOf (degrees: Int32Array): Class[] {
  const counts = new Map<number, number>()
  for (const degree of degrees) counts.set(degree, (counts.get(degree) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b).map(([degree, count]) => ({ degree, count, free: degree, decided: Infinity, probability: 0, fitness: 0 }))
}

/** Takes out, one class after the other, whoever is in none or in all of what is left. */
function decide (organisations: Class[], networks: Class[]): void {
  const sides = [[organisations, networks], [networks, organisations]]
  for (let step = 0; ; step++) {
    const decidable = sides.flatMap(([classes, others]) => {
      const left = others.reduce((sum, { decided, count }) => sum + (decided === Infinity ? count : 0), 0)
      const found = classes.find(({ decided, free }) => decided === Infinity && (free === 0 || free === left))
      return found === undefined ? [] : [{ found, others, left }]
    })
    if (decidable.length === 0) return
    const [{ found, others, left }] = decidable
    found.decided = step
    found.probability = found.free === 0 ? 0 : 1
    if (found.free === left) for (const other of others) if (other.decided === Infinity) other.free -= found.count
  }
}

function probabilityOf (row: Class, column: Class): number {
  if (row.decided === Infinity && column.decided === Infinity) return row.fitness * column.fitness / (1 + row.fitness * column.fitness)
  return row.decided < column.decided ? row.probability : column.probability
}

function solve (rows: Class[], columns: Class[], context: Context): number {
  const total = rows.reduce((sum, { free, count }) => sum + free * count, 0)
  for (const each of [...rows, ...columns]) each.fitness = each.free / Math.sqrt(total)
  let deviation = Infinity
  for (let turn = 0; turn < TURNS_MAX && deviation > DEVIATION_MAX; turn++) {
    if ((turn & 0x3f) === 0) context.check()
    deviation = Math.max(improve(rows, columns), improve(columns, rows))
  }
  return deviation
}

/** One side's turn; returns how far its expectations were off before it. */
function improve (classes: Class[], others: Class[]): number {
  let deviation = 0
  for (const each of classes) {
    let sum = 0
    for (const { fitness, count } of others) sum += count * fitness / (1 + each.fitness * fitness)
    deviation = Math.max(deviation, Math.abs(each.fitness * sum - each.free))
    each.fitness = each.free / sum
  }
  return deviation
}
