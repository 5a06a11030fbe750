/**
 * Whose value added is in what: value added of each country-sector in the exports, output or final demand of each other.
 *
 * With B = (I - A)^-1: V B E = diag(v) B diag(E) (`exports`), V B X (`output`), V B (`unit`), n x n, and V B Y (`finalDemand`), n x G by country of demand. Amounts in the table's unit, but for V B, which is
 * per unit of output. Source row, target column: value added flows from source to target. `matrix: true` gives every pair of country-sectors (n^2 numbers); else targets are added up to countries.
 * Column sums and taxes are the exports, output, or final demand decomposed.
 *
 * Complexity: one look at B, and O(n^2 G) for B Y. Tested against decompr 6.8 (all four).
 * Source: Leontief (1936), Review of Economics and Statistics 18; Quast and Kummritz (2015), CTEI Working Paper 2015-01.
 */
import { z } from 'zod'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import type { ValueChainResult } from '../measure.ts'
import { overBlocks } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import type { System } from '../system.ts'
import { unitContent } from './unit-content.ts'

const options = z.object({
  of: z.enum(['exports', 'finalDemand', 'output', 'unit']).default('exports').describe('what is decomposed: exports, final demand, output, or one unit of output'),
  matrix: z.boolean().default(false).describe('each pair of country-sectors, not targets added up to countries; one unit always has it, final demand never')
})

function compute (system: System, { of, matrix }: z.infer<typeof options>): ValueChainResult {
  const { n, countryCount: g, output, exports, finalDemand, valueAddedShare, labels } = system
  const b = system.inverse()
  const { home, abroad, taxes, idle } = unitContent(system)
  if (of === 'finalDemand') {
    const VA = system.outputByDemand().map((value, at) => valueAddedShare[Math.floor(at / g)] * value)
    const target = Array.from({ length: g }, () => [0, 0, 0, 0])
    for (let i = 0; i < n; i++) {
      for (let r = 0; r < g; r++) {
        const at = i * g + r
        target[r][0] += VA[at]
        target[r][1] += taxes[i] * finalDemand[at]
        target[r][2] += finalDemand[at]
        target[r][3] += idle[i] * finalDemand[at]
      }
    }
    const [valueAdded, taxed, total, ofIdle] = [0, 1, 2, 3].map(k => Float64Array.from(target, row => row[k]))
    return {
      tables: { sectorPair: { level: 'sectorPair', columns: { VA } }, country: { level: 'country', columns: { valueAdded, taxes: taxed, total } } },
      identities: [identity('column sums of V B Y + taxes + of sectors without output = Y', valueAdded.map((value, r) => value + taxed[r] + ofIdle[r]), total, rowLabel(labels, 'country'))]
    }
  }
  const total = of === 'exports' ? exports : of === 'output' ? output : output.map(() => 1)
  const ofTarget = { valueAdded: total.map((value, j) => value * (home[j] + abroad[j])), taxes: total.map((value, j) => value * taxes[j]), total }
  const tables: ValueChainResult['tables'] = { sector: { level: 'sector', columns: ofTarget } }
  if (of !== 'unit') tables.sectorPair = { level: 'sectorPair', columns: { VA: overBlocks(system, b, () => total).map((value, at) => valueAddedShare[Math.floor(at / g)] * value) } }
  if (matrix || of === 'unit') {
    const VA = b.slice()
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) VA[i * n + j] *= valueAddedShare[i] * (of === 'unit' ? 1 : total[j])
    tables.matrix = { level: 'matrix', columns: { VA } }
  }
  return { tables, identities: [identity('column sums + taxes + of sectors without output = total', ofTarget.valueAdded.map((value, j) => value + ofTarget.taxes[j] + idle[j] * total[j]), total, rowLabel(labels, 'sector'))] }
}

const VA = { says: 'Value added of the source in what the target exports, makes or uses.', formula: 'diag(v) B diag(E), diag(v) B Y, diag(v) B diag(X) or diag(v) B', unit: 'amount' } as const
const OF_TARGET = {
  valueAdded: { says: 'Value added of all sources.', formula: 'column sums', unit: 'amount' },
  taxes: { says: 'Taxes less subsidies on inputs, wherever they were levied.', formula: '(u - v B) # total', unit: 'amount' },
  total: { says: 'What is decomposed.', formula: 'E, Y, X or u', unit: 'amount' }
} as const

export const leontiefDecomposition = measure({
  name: 'leontiefDecomposition',
  says: 'Whose value added is in the exports, output or final demand of each.',
  source: 'Leontief (1936), Review of Economics and Statistics 18:105-125; Quast and Kummritz (2015), CTEI Working Paper 2015-01',
  needs: 'inverse',
  options,
  gives: { sectorPair: { level: 'sectorPair', columns: { VA } }, matrix: { level: 'matrix', columns: { VA } }, sector: { level: 'sector', columns: OF_TARGET }, country: { level: 'country', columns: OF_TARGET } },
  compute
})
