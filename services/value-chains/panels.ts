/** Panels that measures share: n, or n x G by country-sector and then country, so that no measure holds a further n x n matrix. */
import type { System } from './system.ts'

/**
 * n x G: row i, column r is the sum over sectors j of r of M_ij w_j, for M of n x n; `weights` (n) may differ by the country of the row.
 * With M = A it is what r bought of i for w; with M = B, the output of i behind the deliveries w of r. One pass over M.
 */
export function overBlocks ({ n, countryCount, sectorCount }: System, matrix: Float64Array, weights: (countryOfRow: number) => Float64Array): Float64Array {
  const panel = new Float64Array(n * countryCount)
  for (let c = 0; c < countryCount; c++) {
    const by = weights(c)
    for (let i = c * sectorCount; i < (c + 1) * sectorCount; i++) {
      for (let r = 0; r < countryCount; r++) {
        let sum = 0
        for (let j = r * sectorCount; j < (r + 1) * sectorCount; j++) sum += matrix[i * n + j] * by[j]
        panel[i * countryCount + r] = sum
      }
    }
  }
  return panel
}

/** n: Y_rr of every country. */
export const homeDemand = ({ n, countryCount, sectorCount, finalDemand }: System): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => finalDemand[i * countryCount + Math.floor(i / sectorCount)])

/** One column of a panel, n. */
export const columnOf = (panel: Float64Array, width: number, column: number): Float64Array => Float64Array.from({ length: panel.length / width }, (_, i) => panel[i * width + column])

/** n x G: a value for each export of a country-sector to a partner, and 0 at home. */
export function exportCells ({ n, countryCount, sectorCount }: System, value: (i: number, at: number, partner: number, home: number) => number): Float64Array {
  const cells = new Float64Array(n * countryCount)
  for (let i = 0; i < n; i++) {
    const home = Math.floor(i / sectorCount)
    for (let r = 0; r < countryCount; r++) if (r !== home) cells[i * countryCount + r] = value(i, i * countryCount + r, r, home)
  }
  return cells
}

/** n x G: value added of each country-sector in the exports of each country, diag(v) B E. */
export function valueAddedInExports (system: System): Float64Array {
  const { countryCount, exports, valueAddedShare } = system
  return overBlocks(system, system.inverse(), () => exports).map((value, at) => valueAddedShare[Math.floor(at / countryCount)] * value)
}

/** The sum of values by row. */
export const summed = (terms: readonly Float64Array[]): Float64Array => terms[0].map((_, i) => terms.reduce((sum, term) => sum + term[i], 0))
