/**
 * How many steps a push of costs or of demand takes on average from one country-sector to another.
 *
 * APL_ij = [B (B - I)]_ij / (B - I)_ij: the length of all chains from i to j, weighted by what each carries. At least 1 where no flow is negative; not symmetric.
 *
 * Edge: nothing of i reaches j: NaN. Complexity: one product of n x n matrices, O(n^3), and one matrix beside B: 0.7 GB in all with 3,465 country-sectors. Unit: steps. Rows are sources, columns targets.
 * Tested against numpy and exact fractions. Source: Dietzenbacher, Romero and Bosma (2005), Estudios de Economia Aplicada 23(2):291-309.
 */
import { z } from 'zod'
import { identity } from '../identity.ts'
import { whole } from '../linear-algebra/block.ts'
import { multiply } from '../linear-algebra/multiply.ts'
import { measure } from '../measure.ts'
import { rowLabel } from '../row-labels.ts'
import type { System } from '../system.ts'

function compute (system: System) {
  const { n, labels } = system
  const b = system.inverse()
  const beyond = (at: number): number => b[at] - Number(at % (n + 1) === 0)
  // B B - B in the place of B B: beside B, one matrix n x n is held and no more.
  const APL = multiply(whole(b, n), whole(b, n), n, n, n)
  for (let at = 0; at < n * n; at++) APL[at] = beyond(at) === 0 ? NaN : (APL[at] - b[at]) / beyond(at)
  // With the factors, as by iteration what is solved is exact in units of output, and these sums are of ones.
  const once = system.factors().solve(new Float64Array(n).fill(1), 1)
  const twice = system.factors().solve(once, 1)
  const ofRow = Float64Array.from({ length: n }, (_, i) => APL.subarray(i * n, (i + 1) * n).reduce((sum, value, j) => Number.isNaN(value) ? sum : sum + value * beyond(i * n + j), 0))
  return {
    tables: { matrix: { level: 'matrix' as const, columns: { APL } } },
    identities: [identity('sum_j APL_ij (B - I)_ij = (B B 1 - B 1)_i', ofRow, twice.map((value, i) => value - once[i]), rowLabel(labels, 'sector'))]
  }
}

export const averagePropagationLength = measure({
  name: 'averagePropagationLength',
  says: 'How many steps a push of costs or of demand takes on average from one country-sector to another.',
  source: 'Dietzenbacher, Romero and Bosma (2005), Estudios de Economia Aplicada 23(2):291-309',
  needs: 'inverse',
  options: z.object({}),
  gives: { matrix: { level: 'matrix', columns: { APL: { says: 'Average steps from source to target.', formula: '[B (B - I)]_ij / (B - I)_ij', unit: 'steps' } } } },
  compute
})
