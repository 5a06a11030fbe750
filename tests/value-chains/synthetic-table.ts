/** A made-up table of any size, the same for the same seed: a sector buys most at home, and inputs are .3 to .65 of its output; outputs differ by some thousands of times. */
import { createRandom } from '../../services/analysis/random.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'

/** Rounds of demand that follow demand: what is left out after them is final demand too, so that the table is balanced whatever their number. */
const ROUNDS = 20
/** A buyer's inputs from its own country by those from one other, if there were two countries. */
const AT_HOME = 1.5

export function syntheticTable (countryCount: number, sectorCount: number, seed: number): InputOutputTable {
  const { next } = createRandom(seed)
  const n = countryCount * sectorCount
  const home = (i: number): number => Math.floor(i / sectorCount)
  const flows = new Float64Array(n * n)
  const sums = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      flows[i * n + j] = next() ** 4 * (home(i) === home(j) ? countryCount * AT_HOME : 1)
      sums[j] += flows[i * n + j]
    }
  }
  const share = Float64Array.from({ length: n }, () => 0.3 + 0.35 * next())
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) flows[i * n + j] *= share[j] / sums[j]
  const finalDemand = Float64Array.from({ length: n * countryCount }, (_, at) => 10 ** (3 * next()) * (home(Math.floor(at / countryCount)) === at % countryCount ? 10 : 0.1))
  const sold = Float64Array.from({ length: n }, (_, i) => finalDemand.subarray(i * countryCount, (i + 1) * countryCount).reduce((sum, value) => sum + value, 0))
  let output = sold
  const inputs = (amounts: Float64Array): Float64Array => Float64Array.from({ length: n }, (_, i) => {
    let sum = 0
    for (let j = 0; j < n; j++) sum += flows[i * n + j] * amounts[j]
    return sum
  })
  for (let round = 0; round < ROUNDS; round++) output = inputs(output).map((value, i) => value + sold[i])
  const taken = inputs(output)
  for (let i = 0; i < n; i++) {
    finalDemand[i * countryCount + home(i)] += output[i] - taken[i] - sold[i]
    for (let j = 0; j < n; j++) flows[i * n + j] *= output[j]
  }
  const countries = Array.from({ length: countryCount }, (_, c) => `C${c}`)
  const sectors = Array.from({ length: sectorCount }, (_, s) => `S${s}`)
  return {
    hash: `synthetic ${countryCount} ${sectorCount} ${seed}`,
    about: { title: 'synthetic', year: null, unit: 'units', source: 'made up', format: 'made up', notes: [] },
    labels: { countries, countryNames: countries, sectors, sectorNames: sectors },
    intermediate: flows,
    finalDemand,
    output,
    valueAdded: output.map((value, j) => value * (1 - share[j])),
    inventoryChange: null
  }
}
