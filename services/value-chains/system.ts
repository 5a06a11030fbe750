/**
 * A table made ready to be measured: coefficients, exports, and what follows from the inverse, each worked out when it is first asked for and kept.
 *
 * Notation of the literature: A = Z diag(X)^-1 input coefficients, B = (I - A)^-1 global (Leontief) inverse, L_s = (I - A_ss)^-1 local inverse of country s,
 * v = value added / output, E_sr exports of s to r (intermediate and final). G countries, N sectors, n = G N; all matrices by rows.
 * Which way something is worked out follows from the table alone, never from what has been asked before, so that the same question has the same answer to the last bit.
 * A sector without output has a column of zeros in A, and v = 0, as decompr, icio, exvatools and pymrio have it.
 * Rows of published tables miss output by what statisticians could not reconcile: X = A X + Y 1 + delta. Decompositions leave delta out and say what that makes (decompositions/row-imbalance.ts).
 */
import type { Context } from '../analysis/context.ts'
import { timesLocal } from './block-products.ts'
import { factorise, factoriseFilled } from './linear-algebra/factorise.ts'
import { SingularMatrix } from './linear-algebra/factors.ts'
import type { Factors } from './linear-algebra/factors.ts'
import { residualOf, solveIteratively } from './linear-algebra/solve-iteratively.ts'
import type { Solution } from './linear-algebra/solve-iteratively.ts'
import { spectralBound } from './linear-algebra/spectral-bound.ts'
import { overPartners } from './sums.ts'
import { nodeLabel } from './table.ts'
import type { InputOutputTable, TableAbout, TableLabels } from './table.ts'

/** `stated`: the table's own value added, so that taxes less subsidies on inputs are a part of their own; `residual`: output less inputs, taxes included. */
export type ValueAddedFrom = 'stated' | 'residual'

export interface System {
  hash: string
  about: TableAbout
  labels: TableLabels
  countryCount: number
  sectorCount: number
  n: number
  /** A, n x n. */
  coefficients: Float64Array
  /** X, n. */
  output: Float64Array
  /** Y, n x G. */
  finalDemand: Float64Array
  /** n. */
  valueAdded: Float64Array
  /** v, n. */
  valueAddedShare: Float64Array
  /** 1 - v - column sum of A where there is output, n: taxes less subsidies on inputs, as a share of output. 0 with residual value added. */
  taxShare: Float64Array
  /** delta = X - A X - Y 1, n: output that nobody is told to take, below 0 where more is taken than is made. 0 where it is the rounding of a sum. */
  imbalance: Float64Array
  /** Inputs sold to sectors abroad that have no output, which A does not hold, n x G. */
  exportsToIdle: Float64Array
  inventoryChange: Float64Array | null
  /** E_sr, n x G, 0 at home. */
  exportsTo: Float64Array
  /** E, n. */
  exports: Float64Array
  /** L_s of one country, N x N. */
  localInverse: (country: number) => Float64Array
  factors: () => Factors
  /** B r, or B' r where `transposed`, for one r: with the factors where they are quickly made, else by iteration; where that does not converge, or no inverse is sure without factors, with them after all. */
  solveOnce: (right: Float64Array, transposed: boolean) => Solution
  /** B, n x n. */
  inverse: () => Float64Array
  /** v_c B_c., G x n: value added of country c in one unit of each country-sector's final output. */
  valueAddedByOrigin: () => Float64Array
  /** B Y, n x G: output of each country-sector for the final demand of each country. */
  outputByDemand: () => Float64Array
  /** B delta, n: output of each country-sector that no final demand accounts for. */
  outputOfImbalance: () => Float64Array
  /** v_s L_s, n: value added that a unit of output takes from home without leaving it. */
  localValueAdded: () => Float64Array
}

/** Country-sectors from which one right-hand side is solved by iteration: below, factors take less time. */
export const ITERATED_ROWS_MIN = 500
/** Output for a unit of final demand above which float64 has no digit left of what is solved: I - A is singular but for rounding. */
const MULTIPLIER_MAX = 1e12
/** The spectral radius of A that goes with it. */
const RADIUS_MAX = 1 - 1 / MULTIPLIER_MAX
/** A gap of a row up to this share of what is summed is rounding of float64, which for thousands of cells stays below 1e-13. */
const ROUNDING = 1e-12

/** Throws SingularSystem where I - A has no inverse. */
export function openSystem (table: InputOutputTable, from: ValueAddedFrom, context: Context): System {
  const { labels, output, finalDemand } = table
  const countryCount = labels.countries.length
  const sectorCount = labels.sectors.length
  const n = countryCount * sectorCount
  const coefficients = new Float64Array(n * n)
  const inputs = new Float64Array(n)
  const exportsTo = new Float64Array(n * countryCount)
  const exportsToIdle = new Float64Array(n * countryCount)
  const imbalance = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const home = Math.floor(i / sectorCount)
    let taken = 0
    let size = Math.abs(output[i])
    const take = (amount: number): void => {
      taken += amount
      size += Math.abs(amount)
    }
    for (let j = 0; j < n; j++) {
      const flow = table.intermediate[i * n + j]
      if (flow === 0) continue
      const buyer = Math.floor(j / sectorCount)
      inputs[j] += flow
      exportsTo[i * countryCount + buyer] += flow
      if (output[j] !== 0) {
        coefficients[i * n + j] = flow / output[j]
        take(flow)
      } else if (buyer !== home) exportsToIdle[i * countryCount + buyer] += flow
    }
    for (let r = 0; r < countryCount; r++) take(finalDemand[i * countryCount + r])
    imbalance[i] = Math.abs(output[i] - taken) <= ROUNDING * size ? 0 : output[i] - taken
    for (let r = 0; r < countryCount; r++) exportsTo[i * countryCount + r] = r === home ? 0 : exportsTo[i * countryCount + r] + finalDemand[i * countryCount + r]
  }
  const exports = overPartners({ n, countryCount }, exportsTo)
  const valueAdded = from === 'stated' ? table.valueAdded : Float64Array.from(output, (value, i) => value - inputs[i])
  const valueAddedShare = Float64Array.from(output, (value, i) => value === 0 ? 0 : valueAdded[i] / value)
  const taxShare = Float64Array.from(output, (value, i) => value === 0 || from === 'residual' ? 0 : 1 - valueAddedShare[i] - inputs[i] / value)

  const localInverse = kept((country: number) => {
    const block = new Float64Array(sectorCount * sectorCount)
    for (let i = 0; i < sectorCount; i++) for (let j = 0; j < sectorCount; j++) block[i * sectorCount + j] = Number(i === j) - coefficients[(country * sectorCount + i) * n + country * sectorCount + j]
    return told(labels, country * sectorCount, () => factorise(block, sectorCount, context)).inverse()
  })
  const ones = new Float64Array(n).fill(1)
  const factors = kept(() => {
    const found = told(labels, 0, () => factoriseFilled(n, matrix => {
      for (let at = 0; at < n * n; at++) matrix[at] = Number(at % (n + 1) === 0) - coefficients[at]
    }, context))
    const beyond = found.solveTransposed(ones, 1).findIndex(value => !(Math.abs(value) <= MULTIPLIER_MAX))
    if (beyond >= 0) throw singular(labels, beyond)
    return found
  })
  /** Iteration answers for a singular table too, if what is asked for can be made in some way: it is left to tables of which an inverse is sure. */
  const invertible = kept(() => {
    if (spectralBound(coefficients, ones) <= RADIUS_MAX) return true
    const multipliers = solveIteratively({ coefficients, n, transposed: true, scale: ones }, ones, context)
    return multipliers !== null && spectralBound(coefficients, multipliers.x) <= RADIUS_MAX
  })
  const unitOfOutput = output.map(value => value === 0 ? 1 : value)
  const solveOnce = (right: Float64Array, transposed: boolean): Solution => {
    const equations = { coefficients, n, transposed, scale: transposed ? ones : unitOfOutput }
    const iterated = n < ITERATED_ROWS_MIN || !invertible() ? null : solveIteratively(equations, right, context)
    if (iterated !== null) return iterated
    const x = transposed ? factors().solveTransposed(right, 1) : factors().solve(right, 1)
    return { x, residual: residualOf(equations, x, right) }
  }
  const inverse = kept(() => factors().inverse())
  const valueAddedByOrigin = kept(() => {
    const shares = new Float64Array(n * countryCount)
    for (let i = 0; i < n; i++) shares[i * countryCount + Math.floor(i / sectorCount)] = valueAddedShare[i]
    const turned = factors().solveTransposed(shares, countryCount)
    const found = new Float64Array(countryCount * n)
    for (let c = 0; c < countryCount; c++) for (let j = 0; j < n; j++) found[c * n + j] = turned[j * countryCount + c]
    return found
  })
  const outputByDemand = kept(() => factors().solve(finalDemand, countryCount))
  const outputOfImbalance = kept(() => solveOnce(imbalance, false).x)
  const localValueAdded = kept(() => timesLocal(valueAddedShare, { n, sectorCount, localInverse }))
  return { hash: table.hash, about: table.about, labels, countryCount, sectorCount, n, coefficients, output, finalDemand, valueAdded, valueAddedShare, taxShare, imbalance, exportsToIdle, inventoryChange: table.inventoryChange, exportsTo, exports, localInverse, factors, solveOnce, inverse, valueAddedByOrigin, outputByDemand, outputOfImbalance, localValueAdded }
}

/** The production of the table needs more of itself than it makes: I - A has no inverse. */
export class SingularSystem extends Error {
  override name = 'SingularSystem'
}

function told (labels: TableLabels, first: number, work: () => Factors): Factors {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SingularMatrix)) throw error
    throw singular(labels, first + error.column, error)
  }
}

const singular = (labels: TableLabels, at: number, cause?: Error): SingularSystem =>
  new SingularSystem(`The table cannot be inverted: what ${nodeLabel(labels, at)} buys is a sum of what other country-sectors buy, or it uses up its whole output. Look at its column in the file.`, { cause })

/** Works out once for each argument, and keeps it. */
function kept<Value> (work: (key: number) => Value): (key?: number) => Value {
  const found = new Map<number, Value>()
  return (key = 0) => {
    if (!found.has(key)) found.set(key, work(key))
    return found.get(key) as Value
  }
}
