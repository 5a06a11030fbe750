/**
 * Value added in exports, each part told where it first leaves the exporter: Borin and Mancini's exporter perspective, source-based.
 *
 * For exports of s to r, with d = v_s B_ss, f = sum over t != s of v_t B_ts, l = v_s L_ss: DVA = l # E_sr, FVA = (f B_ss^-1 L_ss) # E_sr, VAX = l # (Y_sr + A_sr (X_r - (B Y)_rs)),
 * DAVAX = l # (Y_sr + A_sr L_rr Y_rr) crosses one border only, GVCB = FC + DDC, GVCF = DVA - DAVAX, GVC = E - taxes - DAVAX. Amounts in the table's unit; goods flow from s to r.
 * FVA is sum over t of v_t B^{/s}_ts with s exporting no inputs (B^{/s} = (I - A with A_sj = 0 for j != s)^-1): the closed form spares G inversions.
 * Where rows of the table miss output, VAX holds what they miss (imbalance), for it does not come home, and so is that much more than Johnson and Noguera's.
 * Columns add up from cells to sectors, pairs and countries. Taxes less subsidies on inputs belong to no country here: E = DAVAX + GVC + taxes.
 *
 * Complexity: O(n^2) and G factorisations of N x N once B is known. Tested against the printed numbers of R icio 1.0.0, own equations in numpy, exact fractions, and re-inversion.
 * Source: Borin and Mancini (2019), World Bank WP 8804; (2023), Economic Systems Research 35(1).
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { localTimes } from '../block-products.ts'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { columnOf, exportCells, homeDemand, overBlocks, summed } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { byCountry, overPartners } from '../sums.ts'
import type { System } from '../system.ts'
import { bilateralTables } from './bilateral-tables.ts'
import { BORIN_MANCINI, MEANINGS, ascending, closes, contentOfExports, less, outputNotComingHome } from './borin-mancini.ts'
import { foreignBeforeReturn } from './extraction.ts'
import { imbalanceMeaning } from './row-imbalance.ts'
import { unitContent } from './unit-content.ts'

function compute (system: System, _: object, context: Context) {
  const { countryCount, coefficients, finalDemand, valueAddedShare } = system
  const { local, abroad } = unitContent(system)
  const { GEXP, DC, FC, taxes, idle } = contentOfExports(system)
  const foreign = foreignBeforeReturn(system, abroad, context)
  const forDemand = system.outputByDemand()
  const staying = outputNotComingHome(system, forDemand)
  const localDemand = localTimes(system, homeDemand(system))
  const boughtToStay = overBlocks(system, coefficients, s => columnOf(staying, countryCount, s))
  const boughtForDemand = overBlocks(system, coefficients, () => localDemand)
  const DVA = exportCells(system, (i, at) => local[i] * GEXP[at])
  const FVA = exportCells(system, (i, at) => foreign[i] * GEXP[at])
  const VAX = exportCells(system, (i, at) => local[i] * (finalDemand[at] + boughtToStay[at]))
  const DAVAX = exportCells(system, (i, at) => local[i] * (finalDemand[at] + boughtForDemand[at]))
  const DDC = less(DC, DVA)
  const GVC = less(less(GEXP, taxes), DAVAX)
  const GVCB = FC.map((value, i) => value + DDC[i])
  const GVCF = less(DVA, DAVAX)
  const missed = system.outputOfImbalance()
  const boughtForImbalance = overBlocks(system, coefficients, () => missed)
  const imbalance = exportCells(system, (i, at) => local[i] * boughtForImbalance[at])
  const usedAbroad = exportCells(system, (i, at) => valueAddedShare[i] * forDemand[at])
  const columns = { GEXP, DC, DVA, VAX, DAVAX, REF: less(DVA, VAX), DDC, FC, FVA, FDC: less(FC, FVA), GVC, GVCB, GVCF, taxes, imbalance }
  const total = (cells: Float64Array): Float64Array => byCountry(system, overPartners(system, cells))
  return {
    tables: bilateralTables(system, columns),
    identities: [
      closes(system, columns, idle, 'sectorPair'),
      identity('GVC = GVCB + GVCF + of sectors without output', GVC, GVCB.map((value, i) => value + GVCF[i] + idle[i]), rowLabel(system.labels, 'sectorPair')),
      identity('VAX of a country = that of Johnson and Noguera + imbalance', total(VAX), total(summed([usedAbroad, imbalance])), rowLabel(system.labels, 'country')),
      ...ascending(system, { DAVAX, VAX, DVA, DC, GEXP }, 'sectorPair')
    ]
  }
}

const COLUMNS = {
  ...MEANINGS,
  DVA: { ...MEANINGS.DVA, formula: 'l # E_sr' },
  FVA: { ...MEANINGS.FVA, formula: '(f B_ss^-1 L_ss) # E_sr' },
  VAX: { ...MEANINGS.VAX, formula: 'l # (Y_sr + A_sr (X_r - (B Y)_rs))' },
  DAVAX: { says: 'Value added from home that the partner uses for itself: it crosses one border.', formula: 'l # (Y_sr + A_sr L_rr Y_rr)', unit: 'amount' },
  GVC: { says: 'Exports that cross more than one border: trade in global value chains.', formula: 'E - taxes - DAVAX', unit: 'amount' },
  GVCB: { says: 'The part of it that crossed a border before: backward participation.', formula: 'FC + DDC', unit: 'amount' },
  GVCF: { says: 'The part of it that is from home and crosses further borders: forward participation.', formula: 'DVA - DAVAX', unit: 'amount' },
  imbalance: { ...imbalanceMeaning('a # A_sr (B delta)_r'), says: 'The part of VAX whose use abroad no final demand tells, as rows of the table do not add up to their output; 0 in a table whose rows do.' }
} as const

export const bmSource = measure({
  name: 'bmSource',
  says: 'Value added in exports, each part told where it first leaves the exporter, and participation in global value chains.',
  source: BORIN_MANCINI,
  needs: 'inverse',
  options: z.object({}),
  gives: { sectorPair: { level: 'sectorPair', columns: COLUMNS }, sector: { level: 'sector', columns: COLUMNS }, pair: { level: 'pair', columns: COLUMNS }, country: { level: 'country', columns: COLUMNS } },
  compute
})
