/**
 * Value added of a country-sector that other countries use in the end (Johnson and Noguera), and its ratio to gross exports.
 *
 * VAX_sr = diag(v_s) (B Y)_sr for r != s, by the sector that added the value (not by the one that exports it, as in bmSource). Amounts in the table's unit, from s, whose value it is, to r, where it is used.
 * VAX_ratio = VAX / E can pass 1 for a sector that sells through others; it is not defined where nothing is exported. LTV_DVA = GDP less the GDP that would be left if s exported nothing
 * (Los, Timmer and de Vries 2016): v_s (X_s - L_ss Y_ss), equal to Borin and Mancini's DVA and, where rows of the table miss output, imbalance.
 *
 * Complexity: O(n^2 G) for B Y once B is known. Tested against gvc 6.4 (ffddva) and own equations in numpy.
 * Sources: Johnson and Noguera (2012), Journal of International Economics 86:224-236; Los, Timmer and de Vries (2016), American Economic Review 106:1958-1966.
 */
import { z } from 'zod'
import { localTimes } from '../block-products.ts'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { exportCells, homeDemand, summed } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { byCountry } from '../sums.ts'
import type { System } from '../system.ts'
import { bilateralTables } from './bilateral-tables.ts'
import { imbalanceAtHome, imbalanceMeaning } from './row-imbalance.ts'

function compute (system: System) {
  const { output, valueAddedShare, exports, exportsTo, labels } = system
  const forDemand = system.outputByDemand()
  const VAX = exportCells(system, (i, at) => valueAddedShare[i] * forDemand[at])
  const { sectorPair, sector, pair, country } = bilateralTables(system, { E: exportsTo, VAX })
  const withRatio = ({ E, VAX }: Record<string, Float64Array>): Record<string, Float64Array> => ({ E, VAX, VAX_ratio: VAX.map((value, i) => value / (E[i] === 0 ? NaN : E[i])) })
  const withoutExports = localTimes(system, homeDemand(system))
  const LTV_DVA = byCountry(system, output.map((value, i) => valueAddedShare[i] * (value - withoutExports[i])))
  const local = system.localValueAdded()
  const ofLocal = (values: Float64Array): Float64Array => byCountry(system, values.map((value, i) => local[i] * value))
  const imbalance = ofLocal(imbalanceAtHome(system))
  return {
    tables: {
      sectorPair: { level: 'sectorPair' as const, columns: { VAX: sectorPair.columns.VAX } },
      sector: { level: 'sector' as const, columns: withRatio(sector.columns) },
      pair: { level: 'pair' as const, columns: withRatio(pair.columns) },
      country: { level: 'country' as const, columns: { ...withRatio(country.columns), LTV_DVA, imbalance } }
    },
    identities: [identity('GDP lost without exports = DVA + imbalance', LTV_DVA, summed([ofLocal(exports), imbalance]), rowLabel(labels, 'country'))]
  }
}

const VAX = { says: 'Own value added that other countries use in the end, by the sector that added it.', formula: 'v_s (B Y)_sr', unit: 'amount' } as const
const COLUMNS = {
  E: { says: 'Gross exports.', formula: 'E', unit: 'amount' },
  VAX,
  VAX_ratio: { says: 'VAX as a share of gross exports.', formula: 'VAX / E', unit: 'share' }
} as const

export const vax = measure({
  name: 'vax',
  says: 'How much value added of a country other countries use in the end, whatever way it takes.',
  source: 'Johnson and Noguera (2012), Journal of International Economics 86:224-236; Los, Timmer and de Vries (2016), American Economic Review 106:1958-1966',
  needs: 'inverse',
  options: z.object({}),
  gives: {
    sectorPair: { level: 'sectorPair', columns: { VAX } },
    sector: { level: 'sector', columns: COLUMNS },
    pair: { level: 'pair', columns: COLUMNS },
    country: {
      level: 'country',
      columns: {
        ...COLUMNS,
        LTV_DVA: { says: 'GDP that would be lost if the country exported nothing.', formula: 'v_s (X_s - L_ss Y_ss)', unit: 'amount' },
        imbalance: { ...imbalanceMeaning('v_s L_ss delta_s'), says: 'The part of LTV_DVA that exports do not account for, as rows of the table do not add up to their output; 0 in a table whose rows do.' }
      }
    }
  },
  compute
})
