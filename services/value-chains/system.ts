/**
 * A table made ready to be measured: coefficients, exports, and what follows from the inverse, each worked out when it is first asked for and kept.
 *
 * Notation of the literature: A = Z diag(X)^-1 input coefficients, B = (I - A)^-1 global (Leontief) inverse, L_s = (I - A_ss)^-1 local inverse of country s,
 * v = value added / output, E_sr exports of s to r (intermediate and final). G countries, N sectors, n = G N; all matrices by rows.
 * A sector without output has a column of zeros in A, and v = 0, as decompr, icio, exvatools and pymrio have it.
 */
import type { Context } from '../analysis/context.ts'
import { factorise } from './linear-algebra/factorise.ts'
import { SingularMatrix } from './linear-algebra/factors.ts'
import type { Factors } from './linear-algebra/factors.ts'
import { whole } from './linear-algebra/block.ts'
import { multiply } from './linear-algebra/multiply.ts'
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
  inventoryChange: Float64Array | null
  /** E_sr, n x G, 0 at home. */
  exportsTo: Float64Array
  /** E, n. */
  exports: Float64Array
  /** L_s of one country, N x N. */
  localInverse: (country: number) => Float64Array
  factors: () => Factors
  /** B, n x n. */
  inverse: () => Float64Array
  /** v_c B_c., G x n: value added of country c in one unit of each country-sector's final output. */
  valueAddedByOrigin: () => Float64Array
  /** B Y, n x G: output of each country-sector for the final demand of each country. */
  outputByDemand: () => Float64Array
  /** v_s L_s, n: value added that a unit of output takes from home without leaving it. */
  localValueAdded: () => Float64Array
}

/** Throws SingularSystem where I - A has no inverse. */
export function openSystem (table: InputOutputTable, from: ValueAddedFrom, context: Context): System {
  const { labels, output, finalDemand } = table
  const countryCount = labels.countries.length
  const sectorCount = labels.sectors.length
  const n = countryCount * sectorCount
  const coefficients = new Float64Array(n * n)
  const inputs = new Float64Array(n)
  const exportsTo = new Float64Array(n * countryCount)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const flow = table.intermediate[i * n + j]
      if (flow === 0) continue
      inputs[j] += flow
      exportsTo[i * countryCount + Math.floor(j / sectorCount)] += flow
      if (output[j] !== 0) coefficients[i * n + j] = flow / output[j]
    }
    const home = Math.floor(i / sectorCount)
    for (let r = 0; r < countryCount; r++) exportsTo[i * countryCount + r] = r === home ? 0 : exportsTo[i * countryCount + r] + finalDemand[i * countryCount + r]
  }
  const exports = Float64Array.from({ length: n }, (_, i) => exportsTo.subarray(i * countryCount, (i + 1) * countryCount).reduce((sum, value) => sum + value, 0))
  const valueAdded = from === 'stated' ? table.valueAdded : Float64Array.from(output, (value, i) => value - inputs[i])
  const valueAddedShare = Float64Array.from(output, (value, i) => value === 0 ? 0 : valueAdded[i] / value)
  const taxShare = Float64Array.from(output, (value, i) => value === 0 || from === 'residual' ? 0 : 1 - valueAddedShare[i] - inputs[i] / value)

  const localInverse = kept((country: number) => {
    const block = new Float64Array(sectorCount * sectorCount)
    for (let i = 0; i < sectorCount; i++) for (let j = 0; j < sectorCount; j++) block[i * sectorCount + j] = Number(i === j) - coefficients[(country * sectorCount + i) * n + country * sectorCount + j]
    return told(labels, country * sectorCount, () => factorise(block, sectorCount, context)).inverse()
  })
  const factors = kept(() => {
    const matrix = new Float64Array(n * n)
    for (let i = 0; i < n * n; i++) matrix[i] = -coefficients[i]
    for (let i = 0; i < n; i++) matrix[i * n + i] += 1
    return told(labels, 0, () => factorise(matrix, n, context))
  })
  const inverse = kept(() => factors().inverse())
  const valueAddedByOrigin = kept(() => {
    const b = inverse()
    const found = new Float64Array(countryCount * n)
    for (let i = 0; i < n; i++) for (let j = 0, at = Math.floor(i / sectorCount) * n; j < n; j++) found[at + j] += valueAddedShare[i] * b[i * n + j]
    return found
  })
  const outputByDemand = kept(() => multiply(whole(inverse(), n), whole(finalDemand, countryCount), n, n, countryCount))
  const localValueAdded = kept(() => {
    const found = new Float64Array(n)
    for (let s = 0; s < countryCount; s++) {
      const own = localInverse(s)
      for (let i = 0; i < sectorCount; i++) for (let j = 0; j < sectorCount; j++) found[s * sectorCount + j] += valueAddedShare[s * sectorCount + i] * own[i * sectorCount + j]
    }
    return found
  })
  return { hash: table.hash, about: table.about, labels, countryCount, sectorCount, n, coefficients, output, finalDemand, valueAdded, valueAddedShare, taxShare, inventoryChange: table.inventoryChange, exportsTo, exports, localInverse, factors, inverse, valueAddedByOrigin, outputByDemand, localValueAdded }
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
    const at = first + error.column
    const node = `${labels.countries[Math.floor(at / labels.sectors.length)]} ${labels.sectors[at % labels.sectors.length]}`
    throw new SingularSystem(`The table cannot be inverted: what ${node} buys is a sum of what other country-sectors buy, or it uses up its whole output. Look at its column in the file.`, { cause: error })
  }
}

/** Works out once for each argument, and keeps it. */
function kept<Value> (work: (key: number) => Value): (key?: number) => Value {
  const found = new Map<number, Value>()
  return (key = 0) => {
    if (!found.has(key)) found.set(key, work(key))
    return found.get(key) as Value
  }
}
