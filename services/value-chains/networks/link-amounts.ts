/**
 * What one node of a table gives to another: value added or sales, between country-sectors or, added up, between countries.
 *
 * Every kind of link is left_i M_ij right_j. Value added in exports: v, B, E (V B E of the literature; country by country it is the network of Amador and Cabral, with
 * double counting). Value added in final products: v, B and final demand of all countries for what j makes, so that j is where the chain ends, on either level.
 * Intermediate sales: 1, A, X, which is Z. Source gives to target.
 * Cells are worked out when they are asked for: a further matrix of n x n would be 96 MB for a table of 3,465 country-sectors.
 * Sources: Amador and Cabral (2017), World Economy 40(7); Cerina et al. (2015), PLoS ONE 10(7):e0134025 (on Z); Los, Timmer and de Vries (2015), Journal of Regional Science 55(1).
 */
import type { NetworkOptions } from '../../contract/value-added-network.ts'
import { overBlocks } from '../panels.ts'
import { finalOutput, overSectors } from '../sums.ts'
import type { System } from '../system.ts'

export interface LinkAmounts {
  /** Nodes: country-sectors, or countries, in the order of the table. */
  n: number
  /** Nodes of one country, which stand side by side. */
  nodesOfCountry: number
  /** From node i to node j, in the unit of the table. */
  amount: (i: number, j: number) => number
}

export function linkAmounts (system: System, { level, links }: Pick<NetworkOptions, 'level' | 'links'>): LinkAmounts {
  const { n, countryCount, sectorCount } = system
  const { left, matrix, right } = factors(system, links)
  if (level === 'countrySector') return { n, nodesOfCountry: sectorCount, amount: (i, j) => left[i] * matrix[i * n + j] * right[j] }
  const panel = overBlocks(system, matrix, () => right).map((value, at) => left[Math.floor(at / countryCount)] * value)
  const sums = overSectors(system, panel)
  return { n: countryCount, nodesOfCountry: 1, amount: (i, j) => sums[i * countryCount + j] }
}

function factors (system: System, links: NetworkOptions['links']): { left: Float64Array, matrix: Float64Array, right: Float64Array } {
  switch (links) {
    case 'valueAddedInExports': return { left: system.valueAddedShare, matrix: system.inverse(), right: system.exports }
    case 'valueAddedInFinalProducts': return { left: system.valueAddedShare, matrix: system.inverse(), right: finalOutput(system) }
    case 'intermediateSales': return { left: new Float64Array(system.n).fill(1), matrix: system.coefficients, right: system.output }
  }
}
