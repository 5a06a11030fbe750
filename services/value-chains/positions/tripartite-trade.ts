/**
 * Gross exports in four parts that add up: what crosses one border, and what takes part in value chains purely forward, purely backward, or on both sides.
 *
 * With c = v_s L_ss, m = sum over t != s of u A_ts L_ss, direct = Y_sr + A_sr L_rr Y_rr and onward = A_sr L_rr E_r:
 * DAVAX = c # direct; PF = c # onward (pure forward); PB = m # direct (pure backward); TS = m # onward (two-sided); GVC = PF + TS + PB.
 * forward_index = (PF - PB) / GVC, from -1 (all backward) to 1 (all forward), as forward_trade of the R package gvcAnalyzer 0.1.1 (R/bm_2025_trade.R); what is two-sided stands on neither side, so that it is not (PF - TS - PB) / GVC. E = DAVAX + PF + TS + PB + taxes + imbalance, as c + m + taxes are all that a unit of output takes;
 * taxes less subsidies on its inputs at home are a part of their own where value added is the stated one, and so is the imbalance of rows that miss output (decompositions/row-imbalance.ts).
 *
 * Edge: exports to oneself, and the index where GVC is 0: NaN. Complexity: local inverses alone, O(n^2). Amounts.
 * Tested against numpy and exact fractions. Source: Borin, Mancini and Taglioni (2025), World Bank Economic Review.
 */
import { z } from 'zod'
import { localTimes, timesImported, timesLocal } from '../block-products.ts'
import { bilateralTables } from '../decompositions/bilateral-tables.ts'
import { exportsForImbalance, imbalanceMeaning } from '../decompositions/row-imbalance.ts'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { exportCells, homeDemand, overBlocks, summed } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import type { System } from '../system.ts'

function compute (system: System) {
  const { n, coefficients, finalDemand, exports, exportsTo, localValueAdded, output, taxShare, labels } = system
  const home = localValueAdded()
  const abroad = timesLocal(timesImported(new Float64Array(n).fill(1), system), system)
  const levied = timesLocal(taxShare, system)
  const domestic = localTimes(system, homeDemand(system))
  const exporting = localTimes(system, exports)
  const used = overBlocks(system, coefficients, () => domestic)
  const onward = overBlocks(system, coefficients, () => exporting)
  const direct = used.map((value, at) => finalDemand[at] + value)
  const times = (content: Float64Array, flow: Float64Array): Float64Array => exportCells(system, (i, at) => content[i] * flow[at])
  const [DAVAX, PF, TS, PB] = [times(home, direct), times(home, onward), times(abroad, onward), times(abroad, direct)]
  const taxes = exportCells(system, (i, at) => levied[i] * (direct[at] + onward[at]))
  const idle = timesLocal(output.map(value => Number(value === 0)), system)
  const forImbalance = exportsForImbalance(system)
  const imbalance = exportCells(system, (i, at) => forImbalance[at] + idle[i] * (direct[at] + onward[at]))
  const { pair, country } = bilateralTables(system, { E: exportsTo, DAVAX, GVC: summed([PF, TS, PB]), PF, TS, PB, taxes, imbalance })
  return {
    tables: { country: { ...country, columns: withIndex(country.columns) }, pair: { ...pair, columns: withIndex(pair.columns) } },
    identities: [identity('DAVAX + PF + TS + PB + taxes + imbalance = E', summed([DAVAX, PF, TS, PB, taxes, imbalance]), exportsTo, rowLabel(labels, 'sectorPair'))]
  }
}

const withIndex = (parts: Record<string, Float64Array>): Record<string, Float64Array> => ({ ...parts, forward_index: parts.GVC.map((value, at) => (parts.PF[at] - parts.PB[at]) / value) })

const COLUMNS = {
  E: { says: 'Gross exports.', formula: 'E', unit: 'amount' },
  DAVAX: { says: 'Own value added that crosses one border, and is used where it arrives: traditional trade.', formula: 'v_s L_ss # (Y_sr + A_sr L_rr Y_rr)', unit: 'amount' },
  GVC: { says: 'Exports that cross more than one border on their way.', formula: 'PF + TS + PB', unit: 'amount' },
  PF: { says: 'Pure forward: own value added that the partner exports on.', formula: 'v_s L_ss # (A_sr L_rr E_r)', unit: 'amount' },
  TS: { says: 'Two-sided: inputs from abroad that the partner exports on.', formula: 'sum_{t!=s} u A_ts L_ss # (A_sr L_rr E_r)', unit: 'amount' },
  PB: { says: 'Pure backward: inputs from abroad that are used where they arrive.', formula: 'sum_{t!=s} u A_ts L_ss # (Y_sr + A_sr L_rr Y_rr)', unit: 'amount' },
  taxes: { says: 'Taxes less subsidies on the inputs that exports took at home.', formula: 'tax_s L_ss # E_sr', unit: 'amount' },
  imbalance: imbalanceMeaning('A_sr L_rr delta_r'),
  forward_index: { says: 'From -1, all backward, to 1, all forward.', formula: '(PF - PB) / GVC', unit: 'number' }
} as const

export const tripartiteTrade = measure({
  name: 'tripartiteTrade',
  says: 'How much of exports stands in value chains purely forward, purely backward, or on both sides.',
  source: 'Borin, Mancini and Taglioni (2025), World Bank Economic Review',
  needs: 'coefficients',
  options: z.object({}),
  gives: { country: { level: 'country', columns: COLUMNS }, pair: { level: 'pair', columns: COLUMNS } },
  compute
})
