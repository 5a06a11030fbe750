/**
 * What a unit of final demand for a country-sector sets going: output and value added, at home and abroad; and what a unit of its primary inputs does downstream (Ghosh).
 *
 * output = u B, domestic = u L_ss, valueAdded = v B, of it home v_s B_ss, foreign, and local v_s L_ss that never left home; ghosh = (I - diag(X)^-1 Z)^-1 u = (B X) / X, not defined without output.
 * Pure numbers per unit of final demand, of the country-sector in the row. Normalised: divided by the mean of all.
 *
 * Complexity: G + 2 solves and the local inverses. Tested against own equations in numpy (leather).
 * Source: Miller and Blair (2022), Input-Output Analysis, 3rd edition, chapters 6 and 12.
 */
import { z } from 'zod'
import { timesLocal } from '../block-products.ts'
import { identity } from '../identity.ts'
import { inverseTimes, timesInverse } from '../inverse-products.ts'
import { measure } from '../measure.ts'
import { rowLabel } from '../row-labels.ts'
import type { System } from '../system.ts'
import { unitContent } from './unit-content.ts'

function compute (system: System) {
  const { n, output: X, labels } = system
  const { home, abroad, local, taxes, idle } = unitContent(system)
  const ones = new Float64Array(n).fill(1)
  const output = timesInverse(ones, system)
  const domestic = timesLocal(ones, system)
  const ghosh = inverseTimes(system, X).map((value, i) => value / (X[i] === 0 ? NaN : X[i]))
  const mean = output.reduce((sum, value) => sum + value, 0) / n
  const valueAdded = home.map((value, j) => value + abroad[j])
  return {
    tables: { sector: { level: 'sector' as const, columns: { output, domestic, valueAdded, home, foreign: abroad, local, taxes, ghosh, backward: output.map(value => value / mean) } } },
    identities: [identity('value added + taxes + of sectors without output = 1', valueAdded.map((value, j) => value + taxes[j] + idle[j]), ones, rowLabel(labels, 'sector'))]
  }
}

const COLUMNS = {
  output: { says: 'Output of all country-sectors for a unit of final demand for this one.', formula: 'u B', unit: 'number' },
  domestic: { says: 'Of it what is made at home without goods coming back from abroad.', formula: 'u L_ss', unit: 'number' },
  valueAdded: { says: 'Value added anywhere for a unit of final demand.', formula: 'v B', unit: 'number' },
  home: { says: 'Of it at home.', formula: 'v_s B_ss', unit: 'number' },
  foreign: { says: 'Of it abroad.', formula: 'sum_{t!=s} v_t B_ts', unit: 'number' },
  local: { says: 'Of it at home and never abroad.', formula: 'v_s L_ss', unit: 'number' },
  taxes: { says: 'Taxes less subsidies on inputs for a unit of final demand, wherever levied.', formula: 'u - v B', unit: 'number' },
  ghosh: { says: 'Output of all country-sectors that a unit of primary inputs of this one takes part in.', formula: '(B X) / X', unit: 'number' },
  backward: { says: 'Output multiplier divided by the mean of all (Rasmussen\'s backward linkage).', formula: 'n u B / (u B u\')', unit: 'number' }
} as const

export const multipliers = measure({
  name: 'multipliers',
  says: 'What a unit of final demand for a country-sector sets going in output and value added, at home and abroad.',
  source: 'Miller and Blair (2022), Input-Output Analysis, 3rd edition, chapters 6 and 12',
  needs: 'solves',
  options: z.object({}),
  gives: { sector: { level: 'sector', columns: COLUMNS } },
  compute
})
