/**
 * Value added in exports of one country-sector (to one partner), each part counted once in that flow alone: Borin and Mancini's self perspective.
 *
 * What of a flow comes back into itself is taken out: cell (s, i, r) divides by 1 + (A_sr B_rs)_ii, a sector by ((I - A_ss) B_ss)_ii. DVA = d # E_sr / divisor, FVA = f # E_sr / divisor,
 * VAX = d # (Y_sr + A_sr (X_r - (B Y)_rs)) / divisor. Amounts in the table's unit; goods flow from s to r. The sums over sectors and partners add up
 * cells, as the packages have them; `sectorItself` takes all exports of a country-sector as the one flow, and counts less, for what comes back from one partner into sales to another is out too. DVA is at least that of the exporter's perspective.
 *
 * Complexity: O(n^2) once B is known (O(n^2 G) for B Y). Tested against the printed numbers of R icio 1.0.0, own equations in numpy, and re-inversion.
 * Source: Borin and Mancini (2019), World Bank WP 8804; (2023), Economic Systems Research 35(1).
 */
import { z } from 'zod'
import { measure } from '../measure.ts'
import { columnOf, exportCells, overBlocks } from '../panels.ts'
import { overPartners } from '../sums.ts'
import type { System } from '../system.ts'
import { bilateralTables } from './bilateral-tables.ts'
import { BORIN_MANCINI, MEANINGS, ascending, closes, contentOfExports, less, outputNotComingHome } from './borin-mancini.ts'
import { unitContent } from './unit-content.ts'

function compute (system: System) {
  const { countryCount, coefficients, finalDemand, exports } = system
  const { home, abroad, local } = unitContent(system)
  const content = contentOfExports(system)
  const returning = ownInput(system)
  const staying = outputNotComingHome(system, system.outputByDemand())
  const boughtToStay = overBlocks(system, coefficients, s => columnOf(staying, countryCount, s))
  const toStay = exportCells(system, (_, at) => finalDemand[at] + boughtToStay[at])
  const once = (counted: Float64Array, flow: Float64Array): Float64Array => exportCells(system, (i, at) => counted[i] * flow[at] / (1 + returning[at]))
  const cells = withRest(content, once(home, content.GEXP), once(home, toStay), once(abroad, content.GEXP))

  const back = overPartners(system, returning)
  const onceInSector = (counted: Float64Array, flow: Float64Array): Float64Array => flow.map((value, i) => counted[i] * value / (1 + back[i]))
  const ofSectors = { GEXP: exports, DC: overPartners(system, content.DC), FC: overPartners(system, content.FC), taxes: overPartners(system, content.taxes) }
  const sectors = withRest(ofSectors, onceInSector(home, exports), onceInSector(home, overPartners(system, toStay)), onceInSector(abroad, exports))
  return {
    tables: {
      ...bilateralTables(system, cells),
      sectorItself: { level: 'sector' as const, columns: sectors }
    },
    identities: [
      closes(system, cells, content.idle, 'sectorPair'),
      ...ascending(system, { 'DVA of the exporter': content.GEXP.map((value, at) => local[Math.floor(at / countryCount)] * value), 'DVA of the cell': cells.DVA, DC: cells.DC }, 'sectorPair'),
      ...ascending(system, { 'DVA of the exporter': exports.map((value, i) => local[i] * value), 'DVA of the sector': sectors.DVA, DC: sectors.DC }, 'sector')
    ]
  }
}

const withRest = ({ GEXP, DC, FC, taxes }: Record<'GEXP' | 'DC' | 'FC' | 'taxes', Float64Array>, DVA: Float64Array, VAX: Float64Array, FVA: Float64Array) =>
  ({ GEXP, DC, DVA, VAX, REF: less(DVA, VAX), DDC: less(DC, DVA), FC, FVA, FDC: less(FC, FVA), taxes })

/** (A_sr B_rs)_ii, n x G; summed over r it is ((I - A_ss) B_ss - I)_ii. */
function ownInput (system: System): Float64Array {
  const { n, sectorCount, coefficients } = system
  const b = system.inverse()
  return exportCells(system, (i, _, r) => {
    let sum = 0
    for (let j = r * sectorCount; j < (r + 1) * sectorCount; j++) sum += coefficients[i * n + j] * b[j * n + i]
    return sum
  })
}

const COLUMNS = {
  ...MEANINGS,
  DVA: { ...MEANINGS.DVA, formula: 'd # E_sr / (1 + (A_sr B_rs)_ii)' },
  FVA: { ...MEANINGS.FVA, formula: 'f # E_sr / (1 + (A_sr B_rs)_ii)' },
  VAX: { ...MEANINGS.VAX, formula: 'd # (Y_sr + A_sr (X_r - (B Y)_rs)) / (1 + (A_sr B_rs)_ii)' }
} as const

export const bmSelf = measure({
  name: 'bmSelf',
  says: 'Value added in exports of one country-sector or one of its flows, each part counted once in that flow alone.',
  source: BORIN_MANCINI,
  needs: 'inverse',
  options: z.object({}),
  gives: { sectorPair: { level: 'sectorPair', columns: COLUMNS }, sector: { level: 'sector', columns: COLUMNS }, sectorItself: { level: 'sector', columns: COLUMNS }, pair: { level: 'pair', columns: COLUMNS }, country: { level: 'country', columns: COLUMNS } },
  compute
})
