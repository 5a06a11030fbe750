/**
 * Value added in a country's exports, foreign value added counted once in all the world's exports: Borin and Mancini's world perspective, by country.
 *
 * The domestic side is that of the exporter (l # E, source). Foreign value added at its first export by another country (`source`): FVA_s = sum over t != s of v_t L_tt A_ts L_ss E_s; or at its last (`sink`):
 * FVA_s = sum over r != s of f (Y_sr + A_sr L_rr Y_rr) + v_r B_rs A_sr L_rr (sum over j != r of Y_rj + A_rj L_jj Y_jj). World totals of the two are equal. Amounts in the table's unit.
 * Where rows of the table miss output, exports of inputs for that are last exported to nobody: imbalance is the sink's FVA with A_sr L_rr delta_r for what the partner uses; `sink` counts it in FDC, `source` in FVA.
 *
 * Complexity: O(n^2) once B is known (O(n^2 G) for B Y, which VAX needs). Tested against the printed numbers of R icio 1.0.0 (sink) and own equations in numpy.
 * Source: Borin and Mancini (2019), World Bank WP 8804; (2023), Economic Systems Research 35(1).
 */
import { z } from 'zod'
import { localTimes } from '../block-products.ts'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { columnOf, exportCells, homeDemand, overBlocks, summed } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { byCountry, byPartner, overPartners } from '../sums.ts'
import type { System } from '../system.ts'
import { BORIN_MANCINI, MEANINGS, closes, contentOfExports, less, outputNotComingHome } from './borin-mancini.ts'
import { exportsForImbalance, imbalanceMeaning } from './row-imbalance.ts'
import { unitContent } from './unit-content.ts'

const options = z.object({ foreign: z.enum(['source', 'sink']).default('source').describe('source: foreign value added is counted where a country first exports it again; sink: where one last does') })

function compute (system: System, { foreign }: z.infer<typeof options>) {
  const { countryCount, coefficients, finalDemand, labels } = system
  const { local } = unitContent(system)
  const content = contentOfExports(system)
  const total = (cells: Float64Array): Float64Array => byCountry(system, overPartners(system, cells))
  const staying = outputNotComingHome(system, system.outputByDemand())
  const boughtToStay = overBlocks(system, coefficients, s => columnOf(staying, countryCount, s))
  const [GEXP, DC, FC, taxes, idle] = [content.GEXP, content.DC, content.FC, content.taxes, content.idle].map(total)
  const DVA = total(exportCells(system, (i, at) => local[i] * system.exportsTo[at]))
  const VAX = total(exportCells(system, (i, at) => local[i] * (finalDemand[at] + boughtToStay[at])))
  const first = atFirstExport(system, local)
  const last = atLastExport(system, usedByPartner(system))
  const imbalance = atLastExport(system, exportsForImbalance(system))
  const FVA = foreign === 'source' ? first : last
  const columns = { GEXP, DC, DVA, VAX, REF: less(DVA, VAX), DDC: less(DC, DVA), FC, FVA, FDC: less(FC, FVA), taxes, imbalance }
  const world = (values: Float64Array): number[] => [values.reduce((sum, value) => sum + value, 0)]
  return {
    tables: { country: { level: 'country' as const, columns } },
    identities: [
      closes(system, columns, idle, 'country'),
      identity('world FVA, source = sink + imbalance', world(first), world(summed([last, imbalance])), rowLabel(labels, 'world'))
    ]
  }
}

function atFirstExport (system: System, local: Float64Array): Float64Array {
  const { coefficients, exports } = system
  const localExports = localTimes(system, exports)
  const bought = overBlocks(system, coefficients, () => localExports)
  return byPartner(system, exportCells(system, (i, at) => local[i] * bought[at]))
}

/** Y_sr + A_sr L_rr Y_rr, n x G: exports that the partner does not export on. */
function usedByPartner (system: System): Float64Array {
  const localDemand = localTimes(system, homeDemand(system))
  const boughtForDemand = overBlocks(system, system.coefficients, () => localDemand)
  return exportCells(system, (_, at) => system.finalDemand[at] + boughtForDemand[at])
}

/** Of exports that go no further, n x G. */
function atLastExport (system: System, staying: Float64Array): Float64Array {
  const { n, coefficients } = system
  const { abroad } = unitContent(system)
  const byOrigin = system.valueAddedByOrigin()
  const passedOn = localTimes(system, overPartners(system, staying))
  const boughtToPassOn = overBlocks(system, coefficients, () => passedOn)
  return byCountry(system, overPartners(system, exportCells(system, (i, at, r) => abroad[i] * staying[at] + byOrigin[r * n + i] * boughtToPassOn[at])))
}

const COLUMNS = {
  GEXP: MEANINGS.GEXP,
  DC: MEANINGS.DC,
  DVA: { ...MEANINGS.DVA, formula: 'l # E' },
  VAX: MEANINGS.VAX,
  REF: MEANINGS.REF,
  DDC: MEANINGS.DDC,
  FC: MEANINGS.FC,
  FVA: { ...MEANINGS.FVA, says: 'Value added from abroad, each part counted once in all exports of the world.', formula: 'sum_{t!=s} v_t L_tt A_ts L_ss E_s (source)' },
  FDC: MEANINGS.FDC,
  taxes: MEANINGS.taxes,
  imbalance: { ...imbalanceMeaning('the FVA of sink, with A_sr L_rr delta_r for what the partner uses'), says: 'Value added from abroad that is last exported to no final demand, as rows of the table do not add up to their output: in FVA (source) or FDC (sink); 0 in a table whose rows do.' }
} as const

export const bmWorld = measure({
  name: 'bmWorld',
  says: 'Value added in the exports of a country, foreign value added counted once in all the world\'s exports.',
  source: BORIN_MANCINI,
  needs: 'inverse',
  options,
  gives: { country: { level: 'country', columns: COLUMNS } },
  compute
})
