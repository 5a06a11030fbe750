/**
 * OECD's indicators of trade in value added: what is in gross exports, and whose value added final demand takes.
 *
 * EXGR = E, EXGR_DVA = d # E of it direct EXGR_DDC (v_i L_ii), through suppliers at home EXGR_IDC (rest of v_s L_ss), and re-imported EXGR_RIM (v_s (B_ss - L_ss)); EXGR_FVA = f # E;
 * FFD_DVA own value added in foreign final demand, DFD_FVA foreign value added in own final demand, BALVAFD = FFD_DVA - DFD_FVA; FD_VA by origin and by country of demand, home included.
 * Amounts in the table's unit. DEXFVAPSH and FEXDVAPSH are percentages of the country's gross exports, at sectors too (so that sectors add up); with double counting in both, their sum can pass 100.
 * Not defined where the country exports nothing. Where rows of the table miss output, that much value added is in nobody's final demand: imbalance = v # (B delta).
 *
 * Complexity: O(n^2 G) for B Y once B is known. Tested against own equations in numpy.
 * Source: OECD (2023), Guide to OECD's Trade in Value Added Indicators.
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { identity } from '../identity.ts'
import type { ColumnMeaning } from '../measure.ts'
import { measure } from '../measure.ts'
import { exportCells, summed } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { byCountry, byPartner, overPartners, overSectors } from '../sums.ts'
import type { System } from '../system.ts'
import { less } from './borin-mancini.ts'
import { imbalanceMeaning } from './row-imbalance.ts'
import { unitContent } from './unit-content.ts'
import { verticalSpecialisation } from './vertical-specialisation.ts'

function compute (system: System, _: object, context: Context) {
  const { n, countryCount: g, sectorCount, exports, valueAddedShare, valueAdded, labels } = system
  const { home, abroad, local, taxes, idle } = unitContent(system)
  const direct = Float64Array.from({ length: n }, (_, i) => valueAddedShare[i] * system.localInverse(Math.floor(i / sectorCount))[(i % sectorCount) * (sectorCount + 1)])
  const inExports = (content: Float64Array): Float64Array => content.map((value, i) => value * exports[i])
  const forDemand = system.outputByDemand()
  const FD_VA = forDemand.map((value, at) => valueAddedShare[Math.floor(at / g)] * value)
  const abroadOnly = exportCells(system, (_, at) => FD_VA[at])
  const sector = {
    EXGR: exports,
    EXGR_DVA: inExports(home),
    EXGR_DDC: inExports(direct),
    EXGR_IDC: inExports(less(local, direct)),
    EXGR_RIM: inExports(less(home, local)),
    EXGR_FVA: inExports(abroad),
    EXGR_taxes: inExports(taxes),
    FEXDVAP: verticalSpecialisation.compute(system, {} as never, context).tables.sector.columns.VS1,
    FFD_DVA: overPartners(system, abroadOnly),
    imbalance: system.outputOfImbalance().map((value, i) => valueAddedShare[i] * value)
  }
  const country = Object.fromEntries(Object.entries(sector).map(([name, values]) => [name, byCountry(system, values)]))
  const DFD_FVA = byPartner(system, abroadOnly)
  const percent = (values: Float64Array, countryOf: (i: number) => number): Float64Array => values.map((value, i) => country.EXGR[countryOf(i)] === 0 ? NaN : 100 * value / country.EXGR[countryOf(i)])
  const shares = (of: Record<string, Float64Array>, countryOf: (i: number) => number) => ({ DEXFVAPSH: percent(of.EXGR_FVA, countryOf), FEXDVAPSH: percent(of.FEXDVAP, countryOf) })
  const ofSector = rowLabel(labels, 'sector')
  return {
    tables: {
      sector: { level: 'sector' as const, columns: { ...sector, ...shares(sector, i => Math.floor(i / sectorCount)) } },
      country: { level: 'country' as const, columns: { ...country, DFD_FVA, BALVAFD: less(country.FFD_DVA, DFD_FVA), ...shares(country, i => i) } },
      sectorPair: { level: 'sectorPair' as const, columns: { FD_VA } },
      pair: { level: 'pair' as const, columns: { FD_VA: overSectors(system, FD_VA) } }
    },
    identities: [
      identity('EXGR_DDC + EXGR_IDC + EXGR_RIM + EXGR_FVA + taxes + of sectors without output = EXGR', summed([sector.EXGR_DDC, sector.EXGR_IDC, sector.EXGR_RIM, sector.EXGR_FVA, sector.EXGR_taxes, inExports(idle)]), exports, ofSector),
      identity('value added in all final demand + imbalance = value added', summed([overPartners(system, FD_VA), sector.imbalance]), valueAdded.map((value, i) => system.output[i] === 0 ? 0 : value), ofSector)
    ]
  }
}

const amount = (says: string, formula: string): ColumnMeaning => ({ says, formula, unit: 'amount' })
const COLUMNS = {
  EXGR: amount('Gross exports.', 'E'),
  EXGR_DVA: amount('Value added from home in exports.', 'v_s B_ss # E_s'),
  EXGR_DDC: amount('Of it that of the exporting sector itself.', 'v_i L_ii E_i'),
  EXGR_IDC: amount('Of it that of its suppliers at home.', '(v_s L_ss - v_i L_ii) # E_s'),
  EXGR_RIM: amount('Of it what had left and came back in imports.', 'v_s (B_ss - L_ss) # E_s'),
  EXGR_FVA: amount('Value added from abroad in exports.', 'sum_{t!=s} v_t B_ts # E_s'),
  EXGR_taxes: amount('Taxes less subsidies on the inputs that exports took, wherever they were levied.', '(u - v B) # E_s'),
  FEXDVAP: amount('Own value added in the exports of other countries.', 'sum_{r!=s} v_s B_sr E_r'),
  FFD_DVA: amount('Own value added in the final demand of other countries.', 'sum_{r!=s} v_s (B Y)_sr'),
  imbalance: { ...imbalanceMeaning('v # (B delta)'), says: 'Own value added in output that no final demand accounts for, as rows of the table do not add up to their output; 0 in a table whose rows do.' },
  DEXFVAPSH: { says: 'Value added from abroad in exports, in per cent of the country\'s gross exports: backward participation.', formula: '100 EXGR_FVA / EXGR of the country', unit: 'number' },
  FEXDVAPSH: { says: 'Own value added in the exports of others, in per cent of the country\'s gross exports: forward participation.', formula: '100 FEXDVAP / EXGR of the country', unit: 'number' }
} satisfies Record<string, ColumnMeaning>
const FD_VA = amount('Value added of the origin in the final demand of the country, home included.', 'v_s (B Y)_sr')

export const tiva = measure({
  name: 'tiva',
  says: 'What is in gross exports, and whose value added final demand takes: the indicators of OECD.',
  source: 'OECD (2023), Guide to OECD\'s Trade in Value Added Indicators',
  needs: 'inverse',
  options: z.object({}),
  gives: {
    sector: { level: 'sector', columns: COLUMNS },
    country: {
      level: 'country',
      columns: {
        ...COLUMNS,
        DFD_FVA: amount('Value added from abroad in own final demand.', 'sum_{t!=r} v_t (B Y)_tr'),
        BALVAFD: amount('Balance of trade in value added.', 'FFD_DVA - DFD_FVA')
      }
    },
    sectorPair: { level: 'sectorPair', columns: { FD_VA } },
    pair: { level: 'pair', columns: { FD_VA } }
  },
  compute
})
