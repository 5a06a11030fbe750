/**
 * Every export of a country-sector to a partner in sixteen terms, by who added the value, how it is used and where it ends up (Wang, Wei and Zhu).
 *
 * For exports of s to r, with a = v_s L_ss, b = v_s B_ss, m = v_r B_rs, o = sum over t != s, r of v_t B_ts and # by element: the formula of each term stands with its column below.
 * Amounts in the table's unit; goods flow from s to r. The terms, taxes and imbalance (of rows that miss output, see
 * row-imbalance.ts) add up to E_sr in every cell. Third-country terms are differences of panels n x G, so nothing n x n is made beside B;
 * what is 0 in a table of two countries comes out as rounding of 1e-16 of exports.
 *
 * Complexity: O(n^2 G) for B Y once B is known, some dozen passes over A and B for the rest. Tested against decompr 6.8, and by its sums against KWW.
 * Source: Wang, Wei and Zhu (2013, revised 2018), NBER Working Paper 19677.
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { localTimes } from '../block-products.ts'
import { identity } from '../identity.ts'
import type { ColumnMeaning } from '../measure.ts'
import { measure } from '../measure.ts'
import { exportCells, homeDemand, overBlocks, summed } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { finalOutput, overPartners } from '../sums.ts'
import type { System } from '../system.ts'
import { bilateralTables } from './bilateral-tables.ts'
import { kww } from './kww.ts'
import { imbalanceMeaning, imbalanceOfTerms } from './row-imbalance.ts'
import { unitContent } from './unit-content.ts'

const TERMS = ['DVA_FIN', 'DVA_INT', 'DVA_INTrexI1', 'DVA_INTrexF', 'DVA_INTrexI2', 'RDV_FIN', 'RDV_FIN2', 'RDV_INT', 'DDC_FIN', 'DDC_INT', 'MVA_FIN', 'MVA_INT', 'MDC', 'OVA_FIN', 'OVA_INT', 'ODC'] as const
type Terms = Record<typeof TERMS[number], Float64Array>

/** Which of the sixteen terms make up each of the nine. */
export const WWZ_OF_KWW: Record<string, ReadonlyArray<typeof TERMS[number]>> = {
  DVA_FIN: ['DVA_FIN'],
  DVA_INT: ['DVA_INT', 'DVA_INTrexI1'],
  DVA_INTrex: ['DVA_INTrexF', 'DVA_INTrexI2'],
  RDV_FIN: ['RDV_FIN', 'RDV_FIN2'],
  RDV_INT: ['RDV_INT'],
  DDC: ['DDC_FIN', 'DDC_INT'],
  FVA_FIN: ['MVA_FIN', 'OVA_FIN'],
  FVA_INT: ['MVA_INT', 'OVA_INT'],
  FDC: ['MDC', 'ODC']
}

function compute (system: System, _: object, context: Context) {
  const columns = { E: system.exportsTo, ...termsOf(system, context), taxes: taxesOf(system), imbalance: imbalanceOfTerms(system) }
  const tables = bilateralTables(system, columns)
  const nine = kww.compute(system, {} as never, context).tables.country.columns
  const names = Object.keys(WWZ_OF_KWW)
  const joined = (from: (name: string) => Float64Array): number[] => names.flatMap(name => [...from(name)])
  const ofCountry = rowLabel(system.labels, 'country')
  return {
    tables,
    identities: [
      identity('sixteen terms + taxes + imbalance = E', summed([...TERMS.map(term => columns[term]), columns.taxes, columns.imbalance]), columns.E, rowLabel(system.labels, 'sectorPair')),
      identity('sums of the sixteen terms = the nine of KWW', joined(name => summed(WWZ_OF_KWW[name].map(term => tables.country.columns[term]))), joined(name => nine[name]), row => `${names[Math.floor(row / system.countryCount)]} of ${ofCountry(row % system.countryCount)}`)
    ]
  }
}

const taxesOf = (system: System): Float64Array => {
  const { taxes } = unitContent(system)
  return exportCells(system, (i, at) => taxes[i] * system.exportsTo[at])
}

function termsOf (system: System, context: Context): Terms {
  const { n, countryCount: g, sectorCount, coefficients, exports, exportsTo, finalDemand } = system
  const { home: b, abroad: f, local: a } = unitContent(system)
  const byOrigin = system.valueAddedByOrigin()
  const inverse = system.inverse()
  const atHome = homeDemand(system)
  const shipped = finalOutput(system).map((value, i) => value - atHome[i])

  // Row j, column t: B_jt Y_tt; B_jt sum over q != t of Y_tq; B_rr Y_rt, r the country of j; sum over t != q of B_jt Y_tq by column q.
  const forHome = overBlocks(system, inverse, () => atHome)
  const forShipped = overBlocks(system, inverse, () => shipped)
  const ownForDemand = withOwnBlock(system, inverse)
  const forShippedTo = system.outputByDemand().map((value, at) => value - forHome[at])
  context.check()
  const [allForHome, allForShipped, allOwn] = [forHome, forShipped, ownForDemand].map(panel => overPartners(system, panel))
  /** A_sr w, w told by the row j of r, the country r and the exporter s. */
  const bought = (w: (j: number, r: number, s: number) => number): Float64Array => {
    context.check()
    return overBlocks(system, coefficients, s => Float64Array.from({ length: n }, (_, j) => w(j, Math.floor(j / sectorCount), s)))
  }
  const localDemand = localTimes(system, atHome)
  const localExports = localTimes(system, exports)
  const boughtForDemand = bought(j => localDemand[j])
  const boughtForExports = bought(j => localExports[j])

  const times = (content: Float64Array, panel: Float64Array): Float64Array => exportCells(system, (i, at) => content[i] * panel[at])
  const ofPartner = (panel: Float64Array): Float64Array => exportCells(system, (i, at, r) => byOrigin[r * n + i] * panel[at])
  const ofThird = (panel: Float64Array): Float64Array => exportCells(system, (i, at, r) => (f[i] - byOrigin[r * n + i]) * panel[at])
  return {
    DVA_FIN: times(b, finalDemand),
    DVA_INT: times(a, bought((j, r) => forHome[j * g + r])),
    DVA_INTrexI1: times(a, bought((j, r, s) => allForHome[j] - forHome[j * g + r] - forHome[j * g + s])),
    DVA_INTrexF: times(a, bought((j, r, s) => allOwn[j] - ownForDemand[j * g + r] - ownForDemand[j * g + s])),
    DVA_INTrexI2: times(a, bought((j, r, s) => allForShipped[j] - forShipped[j * g + r] - forShipped[j * g + s] - (forShippedTo[j * g + s] - ownForDemand[j * g + s]))),
    RDV_FIN: times(a, bought((j, _, s) => ownForDemand[j * g + s])),
    RDV_FIN2: times(a, bought((j, _, s) => forShippedTo[j * g + s] - ownForDemand[j * g + s])),
    RDV_INT: times(a, bought((j, _, s) => forHome[j * g + s])),
    DDC_FIN: times(a, bought((j, _, s) => forShipped[j * g + s])),
    DDC_INT: times(b.map((value, i) => value - a[i]), exportsTo.map((value, at) => value - finalDemand[at])),
    MVA_FIN: ofPartner(finalDemand),
    MVA_INT: ofPartner(boughtForDemand),
    MDC: ofPartner(boughtForExports),
    OVA_FIN: ofThird(finalDemand),
    OVA_INT: ofThird(boughtForDemand),
    ODC: ofThird(boughtForExports)
  }
}

/** n x G: B_rr Y_rt by row j of r and column t. */
function withOwnBlock (system: System, inverse: Float64Array): Float64Array {
  const { n, countryCount: g, sectorCount, finalDemand } = system
  const panel = new Float64Array(n * g)
  for (let i = 0; i < n; i++) {
    const first = i - i % sectorCount
    for (let j = first; j < first + sectorCount; j++) for (let t = 0; t < g; t++) panel[i * g + t] += inverse[i * n + j] * finalDemand[j * g + t]
  }
  return panel
}

const amount = (says: string, formula: string): ColumnMeaning => ({ says, formula, unit: 'amount' })
const COLUMNS = {
  E: amount('Gross exports.', 'E_sr'),
  DVA_FIN: amount('Own value added in final goods.', 'b # Y_sr'),
  DVA_INT: amount('Own value added in inputs that the partner makes final goods of for itself.', 'a # A_sr B_rr Y_rr'),
  DVA_INTrexI1: amount('Own value added in inputs that go on in inputs to third countries, which use them for themselves.', 'a # A_sr sum_{t!=s,r} B_rt Y_tt'),
  DVA_INTrexF: amount('Own value added in inputs that go on in final goods to third countries.', 'a # A_sr B_rr sum_{t!=s,r} Y_rt'),
  DVA_INTrexI2: amount('Own value added in inputs that go on in inputs to third countries, whose final goods go elsewhere.', 'a # A_sr sum_{t!=s,r} B_rt sum_{q!=s,t} Y_tq'),
  RDV_FIN: amount('Own value added that comes home in final goods of the partner.', 'a # A_sr B_rr Y_rs'),
  RDV_FIN2: amount('Own value added that comes home in final goods of third countries.', 'a # A_sr sum_{t!=s,r} B_rt Y_ts'),
  RDV_INT: amount('Own value added that comes home in inputs and is used there.', 'a # A_sr B_rs Y_ss'),
  DDC_FIN: amount('Own value added counted more than once: in final goods that are made at home of what came back.', 'a # A_sr B_rs sum_{t!=s} Y_st'),
  DDC_INT: amount('Own value added counted more than once: in inputs.', '(b - a) # A_sr X_r'),
  MVA_FIN: amount('Value added of the partner in final goods.', 'm # Y_sr'),
  MVA_INT: amount('Value added of the partner in inputs that it uses for itself.', 'm # A_sr L_rr Y_rr'),
  MDC: amount('Value added of the partner counted more than once.', 'm # A_sr L_rr E_r'),
  OVA_FIN: amount('Value added of third countries in final goods.', 'o # Y_sr'),
  OVA_INT: amount('Value added of third countries in inputs that the partner uses for itself.', 'o # A_sr L_rr Y_rr'),
  ODC: amount('Value added of third countries counted more than once.', 'o # A_sr L_rr E_r'),
  taxes: amount('Taxes less subsidies on the inputs that exports took, wherever they were levied.', '(u - v B) # E_sr'),
  imbalance: imbalanceMeaning('a # A_sr (B delta)_r + f # A_sr L_rr delta_r')
}

export const wwz = measure({
  name: 'wwz',
  says: 'Who added the value of every export of a country-sector to a partner, how it is used and where it ends up, in sixteen terms.',
  source: 'Wang, Wei and Zhu (2013, revised 2018), NBER Working Paper 19677',
  needs: 'inverse',
  options: z.object({}),
  gives: { sectorPair: { level: 'sectorPair', columns: COLUMNS }, sector: { level: 'sector', columns: COLUMNS }, pair: { level: 'pair', columns: COLUMNS }, country: { level: 'country', columns: COLUMNS } },
  compute
})
