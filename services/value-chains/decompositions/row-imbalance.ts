/**
 * What the imbalance of a table's rows makes in decompositions of exports, from its own formula and not as what is left over, so that their identities can still fail.
 *
 * With X = A X + Y 1 + delta, and epsilon = delta less inputs sold abroad to sectors without output (omega_sr): X = B (Y 1 + delta) and X_r = L_rr (Y_rr + E_r + epsilon_r). Decompositions
 * put B Y 1 for X, or L_rr (Y_rr + E_r) for X_r; the rest of exports is here. 0 where rows add up. Amounts, n x G by exporting country-sector and partner, 0 at home.
 *
 * Complexity: O(n^2) and one solve. Tested on tables made unbalanced, where identities break without it, by a country more that demands delta, and by hand.
 */
import { localTimes } from '../block-products.ts'
import type { ColumnMeaning } from '../measure.ts'
import { exportCells, overBlocks } from '../panels.ts'
import { overPartners } from '../sums.ts'
import type { System } from '../system.ts'
import { unitContent } from './unit-content.ts'

/** epsilon = X - A X - Y 1 - omega 1, n: output of which neither demand at home nor exports tell. */
export const imbalanceAtHome = (system: System): Float64Array => {
  const toIdle = overPartners(system, system.exportsToIdle)
  return system.imbalance.map((value, i) => value - toIdle[i])
}

/** A_sr L_rr epsilon_r + omega_sr: exports of inputs for output of the partner of which neither its demand nor its exports tell. */
export function exportsForImbalance (system: System): Float64Array {
  const unsold = localTimes(system, imbalanceAtHome(system))
  const bought = overBlocks(system, system.coefficients, () => unsold)
  return exportCells(system, (_, at) => bought[at] + system.exportsToIdle[at])
}

/** a # (A_sr (B delta)_r + omega_sr) + f # (A_sr L_rr epsilon_r + omega_sr) + idle # E_sr, with a = v_s L_ss and f = sum over t != s of v_t B_ts: what the terms of KWW and WWZ leave out. */
export function imbalanceOfTerms (system: System): Float64Array {
  const { local, abroad, idle } = unitContent(system)
  const missed = system.outputOfImbalance()
  const bought = overBlocks(system, system.coefficients, () => missed)
  const forImbalance = exportsForImbalance(system)
  return exportCells(system, (i, at) => local[i] * (bought[at] + system.exportsToIdle[at]) + abroad[i] * forImbalance[at] + idle[i] * system.exportsTo[at])
}

/** The column that every decomposition has which would not add up without it. */
export const imbalanceMeaning = (formula: string): ColumnMeaning => ({ says: 'In no term, as rows of the table do not add up to their output; 0 in a table whose rows do.', formula, unit: 'amount' })
