/**
 * Value added in exports, each part told where it last leaves the exporter: Borin and Mancini's exporter perspective, sink-based.
 *
 * phi_sr^q = [q = r] Y_sr + A_sr X_r^{/s,q} is what of E_sr ends in final demand of q without passing s again; X^{/s,q} is output for the demand of q if s exported nothing, (B Y)_.q - B_.s K_sq
 * (see extraction.ts; the sum over j of the paper is (I - A_rr) X_r^{/s}). DVA = d # phi, FVA = f # phi, REF = d # phi^s, VAXIM = d # phi^r is used by the partner itself.
 * Amounts in the table's unit; goods flow from s to r. Country totals of DVA and FVA are those of the source-based variant: what differs is where a part is counted. Where rows of the table miss
 * output, no final demand tells where that ends: phi* is phi with B delta for B Y, and imbalance = (d + f) # phi* is in DDC and FDC, and in DVA and FVA of the source-based variant.
 *
 * Complexity: O(n^2 G) for B Y, five passes and G factorisations of N x N once B is known. Tested against the printed numbers of R icio 1.0.0, own equations in numpy, and re-inversion.
 * Source: Borin and Mancini (2019), World Bank WP 8804; (2023), Economic Systems Research 35(1).
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { localTimes } from '../block-products.ts'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { columnOf, exportCells, homeDemand, overBlocks } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { byCountry, overPartners } from '../sums.ts'
import type { System } from '../system.ts'
import { bilateralTables } from './bilateral-tables.ts'
import { BORIN_MANCINI, MEANINGS, ascending, closes, contentOfExports, less } from './borin-mancini.ts'
import { imbalanceLostWithoutExports, lostWithoutExports } from './extraction.ts'
import { imbalanceMeaning } from './row-imbalance.ts'
import { unitContent } from './unit-content.ts'

function compute (system: System, _: object, context: Context) {
  const { n, countryCount: g, sectorCount, coefficients, finalDemand, exports, exportsToIdle } = system
  const { home, abroad, local } = unitContent(system)
  const { GEXP, DC, FC, taxes, idle } = contentOfExports(system)
  const localDemand = localTimes(system, homeDemand(system))
  const lost = lostWithoutExports(system, localDemand, context)
  const forDemand = system.outputByDemand()
  const inverse = system.inverse()
  const countryOf = (i: number): number => Math.floor(i / sectorCount)
  const ownLost = Float64Array.from({ length: n }, (_, i) => lost[i * g + countryOf(i)])
  const [allLost, allForDemand] = [overPartners(system, lost), overPartners(system, forDemand)]

  // Output of j, row, if s, column, exported nothing: for all demand, for that of s, and for that of j's own country.
  const lessLost = (panel: Float64Array, before: (at: number, j: number) => number): Float64Array => panel.map((value, at) => before(at, Math.floor(at / g)) - value)
  const forAll = lessLost(overBlocks(system, inverse, () => allLost), (_, j) => allForDemand[j])
  const forExporter = lessLost(overBlocks(system, inverse, () => ownLost), at => forDemand[at])
  const forPartner = lessLost(overBlocks(system, inverse, r => columnOf(lost, g, r)), (_, j) => forDemand[j * g + countryOf(j)])
  context.check()
  const bought = (panel: Float64Array): Float64Array => overBlocks(system, coefficients, s => columnOf(panel, g, s))
  const [boughtForAll, boughtForExporter, boughtForPartner] = [forAll, forExporter, forPartner].map(bought)
  const boughtForDemand = overBlocks(system, coefficients, () => localDemand)
  const missed = system.outputOfImbalance()
  const missedLost = imbalanceLostWithoutExports(system, context)
  const boughtForImbalance = bought(lessLost(overBlocks(system, inverse, () => missedLost), (_, j) => missed[j]))

  const DVA = exportCells(system, (i, at) => home[i] * (finalDemand[at] + boughtForAll[at]))
  const FVA = exportCells(system, (i, at) => abroad[i] * (finalDemand[at] + boughtForAll[at]))
  const REF = exportCells(system, (i, at) => home[i] * boughtForExporter[at])
  const VAXIM = exportCells(system, (i, at) => home[i] * (finalDemand[at] + boughtForPartner[at]))
  const DAVAX = exportCells(system, (i, at) => local[i] * (finalDemand[at] + boughtForDemand[at]))
  const VAX = less(DVA, REF)
  const untold = exportCells(system, (_, at) => boughtForImbalance[at] + exportsToIdle[at])
  const imbalance = exportCells(system, (i, at) => (home[i] + abroad[i]) * untold[at])
  const total = (cells: Float64Array): Float64Array => byCountry(system, overPartners(system, cells))
  const columns = { GEXP, DC, DVA, VAX, VAXIM, REF, DDC: less(DC, DVA), FC, FVA, FDC: less(FC, FVA), taxes, imbalance }
  return {
    tables: bilateralTables(system, columns),
    identities: [
      closes(system, columns, idle, 'sectorPair'),
      identity('DVA of a country, sink + imbalance = source', total(exportCells(system, (i, at) => DVA[at] + home[i] * untold[at])), byCountry(system, exports.map((value, i) => local[i] * value)), rowLabel(system.labels, 'country')),
      ...ascending(system, { DAVAX, VAXIM, VAX, DVA, DC, GEXP }, 'sectorPair')
    ]
  }
}

const COLUMNS = {
  ...MEANINGS,
  DVA: { ...MEANINGS.DVA, formula: 'd # phi_sr' },
  FVA: { ...MEANINGS.FVA, formula: 'f # phi_sr' },
  REF: { ...MEANINGS.REF, formula: 'd # phi_sr^s' },
  VAXIM: { says: 'The part of VAX that the partner itself uses in the end.', formula: 'd # phi_sr^r', unit: 'amount' },
  imbalance: { ...imbalanceMeaning('(d + f) # phi*_sr'), says: 'The part of DDC and FDC whose end no final demand tells, as rows of the table do not add up to their output; 0 in a table whose rows do.' }
} as const

export const bmSink = measure({
  name: 'bmSink',
  says: 'Value added in exports, each part told where it last leaves the exporter.',
  source: BORIN_MANCINI,
  needs: 'inverse',
  options: z.object({}),
  gives: { sectorPair: { level: 'sectorPair', columns: COLUMNS }, sector: { level: 'sector', columns: COLUMNS }, pair: { level: 'pair', columns: COLUMNS }, country: { level: 'country', columns: COLUMNS } },
  compute
})
