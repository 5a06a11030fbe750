/**
 * How many steps of production lie between a country-sector and final use (upstreamness), and between it and primary inputs (downstreamness).
 *
 * U = (B X) / X, 1 where all is sold to final use; D = u B, 1 where nothing is bought in. Both are at least 1 where no flow is negative, and grow along longer chains.
 * F_over_X and VA_over_X are the crude forms: near 1 at the end, and at the beginning, of chains. With `netInventories`, output X_ and final use leave out the change in
 * inventories: U = (I - diag(X_)^-1 Z)^-1 1, so that what went into stock counts neither as sold nor as made; D and VA_over_X stay as they are.
 *
 * Edge: without output U and the shares are NaN, and D is 1. Complexity: two solves with the factors of I - A, no inverse; net of inventories one factorisation more.
 * Unit: steps. Tested against numpy, gvc's own formula on the whole matrix, and exact fractions.
 * Sources: Antras, Chor, Fally and Hillberry (2012), American Economic Review 102(3):412-416; Antras and Chor (2018), in World Trade Evolution; Fally (2012).
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { MeasureError } from '../../analysis/measure-error.ts'
import { atMost, identity } from '../identity.ts'
import { inverseTimes, timesInverse } from '../inverse-products.ts'
import { factorise } from '../linear-algebra/factorise.ts'
import { spectralBound } from '../linear-algebra/spectral-bound.ts'
import type { Identity } from '../measure.ts'
import { measure } from '../measure.ts'
import { rowLabel } from '../row-labels.ts'
import { finalOutput } from '../sums.ts'
import type { System } from '../system.ts'
import { nodeLabel } from '../table.ts'

const Options = z.object({
  netInventories: z.boolean().default(false).describe('Leave the change in inventories out of output and final use. Needs a table that tells it apart.')
})

function compute (system: System, { netInventories }: z.infer<typeof Options>, context: Context) {
  const { n, output, labels, valueAddedShare, coefficients } = system
  const used = netInventories ? outputUsed(system) : output
  const final = finalOutput(system)
  const U = netInventories ? netUpstreamness(system, used, context) : inverseTimes(system, output).map((value, i) => output[i] === 0 ? NaN : value / output[i])
  const D = timesInverse(new Float64Array(n).fill(1), system)
  const upstreamAgain = new Float64Array(n)
  const downstreamAgain = new Float64Array(n).fill(1)
  for (let i = 0; i < n; i++) {
    let sold = 0
    for (let j = 0; j < n; j++) {
      const coefficient = coefficients[i * n + j]
      if (coefficient === 0) continue
      sold += coefficient * output[j] * U[j]
      downstreamAgain[j] += coefficient * D[i]
    }
    upstreamAgain[i] = used[i] === 0 ? NaN : 1 + sold / used[i]
  }
  const columns = {
    U,
    D,
    F_over_X: final.map((value, i) => used[i] === 0 ? NaN : (value - (output[i] - used[i])) / used[i]),
    VA_over_X: output.map((value, i) => value === 0 ? NaN : valueAddedShare[i])
  }
  return {
    tables: { sector: { level: 'sector' as const, columns } },
    identities: [
      identity('U = 1 + sum_j (Z_ij / X_i) U_j', U, upstreamAgain, rowLabel(labels, 'sector')),
      identity('D = 1 + sum_i D_i A_ij', D, downstreamAgain, rowLabel(labels, 'sector')),
      ...coefficients.every(value => value >= 0) ? fromOne(system, netInventories ? D : U, D) : []
    ]
  }
}

/** Where no flow is below 0, chains have no part below 0; net of inventories U may be below 1 all the same. A radius of 1 is a chain without end, and beyond it D is below 0. */
function fromOne ({ n, coefficients, labels }: System, U: Float64Array, D: Float64Array): Identity[] {
  const ones = new Float64Array(n).fill(1)
  return [
    atMost('1 <= U', ones.map((one, i) => Number.isNaN(U[i]) ? NaN : one), U, rowLabel(labels, 'sector')),
    atMost('1 <= D', ones, D, rowLabel(labels, 'sector')),
    atMost('spectral radius of A <= 1', Float64Array.of(spectralBound(coefficients, D)), Float64Array.of(1), () => 'A')
  ]
}

/** X_: output less the change in inventories. */
function outputUsed ({ output, inventoryChange, labels }: System): Float64Array {
  if (inventoryChange === null) throw new MeasureError('netInventories: the table does not tell the change in inventories from the rest of final demand. Leave the option out, or use a table with categories of final demand.')
  return output.map((value, i) => {
    const used = value - inventoryChange[i]
    if (value !== 0 && used <= 0) throw new MeasureError(`netInventories: ${nodeLabel(labels, i)} put all of its output (${value}) into stock, so nothing of it was used. Leave the option out.`)
    return used
  })
}

/** Another matrix than I - A, so it is factorised for itself: (diag(X_) - Z) U = X_. A row without output is made 1 on the diagonal, to keep it apart. */
function netUpstreamness ({ n, output, coefficients }: System, used: Float64Array, context: Context): Float64Array {
  const matrix = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) matrix[i * n + j] = -coefficients[i * n + j] * output[j]
    matrix[i * n + i] += used[i] === 0 ? 1 : used[i]
  }
  return factorise(matrix, n, context).solve(used, 1).map((value, i) => used[i] === 0 ? NaN : value)
}

const COLUMNS = {
  U: { says: 'Steps to final use, by what is sold.', formula: 'U = (B X) / X', unit: 'steps' },
  D: { says: 'Steps from primary inputs, by what is bought.', formula: 'D = u B', unit: 'steps' },
  F_over_X: { says: 'Part of output that is sold to final use.', formula: 'F / X', unit: 'share' },
  VA_over_X: { says: 'Part of output that is own value added.', formula: 'VA / X', unit: 'share' }
} as const

export const upstreamness = measure({
  name: 'upstreamness',
  says: 'How many steps of production lie between a country-sector and final use, and between it and primary inputs.',
  source: 'Antras, Chor, Fally and Hillberry (2012), American Economic Review 102(3):412-416; Antras and Chor (2018), World Trade Evolution; Fally (2012)',
  needs: 'solves',
  options: Options,
  gives: { sector: { level: 'sector', columns: COLUMNS } },
  compute
})
