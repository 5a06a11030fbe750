/**
 * In which sectors a country's exports are stronger than those of the world: above 1, the sector weighs more in its exports than in all exports.
 *
 * RCA = (e_si / sum_i e_si) / (sum_s e_si / sum e), for four vectors e: gross = E; backward = (v_s L_ss) # E, domestic value added in the sector's exports;
 * forward = value added of the sector that is used abroad (VAX by origin), the "new RCA" of Wang, Wei and Zhu; dc = value added of the sector in all exports of its country,
 * double counting included, as gvc::nrca has it.
 *
 * Edge: a country that exports nothing, or a sector nobody exports: NaN. Complexity: one look at B. Pure number. Tested against numpy and gvc 6.4.0.
 * Sources: Balassa (1965), Manchester School 33; Koopman, Wang and Wei (2014); Wang, Wei and Zhu (2013), NBER 19677.
 */
import { z } from 'zod'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { exportCells, valueAddedInExports } from '../panels.ts'
import { byCountry, overPartners } from '../sums.ts'
import type { System } from '../system.ts'

function compute (system: System) {
  const { n, countryCount, sectorCount, exports, valueAddedShare, labels } = system
  const local = system.localValueAdded()
  const demanded = system.outputByDemand()
  const inExports = valueAddedInExports(system)
  const abroad = overPartners(system, exportCells(system, (i, at) => valueAddedShare[i] * demanded[at]))
  const content = Float64Array.from({ length: n }, (_, i) => inExports[i * countryCount + Math.floor(i / sectorCount)])
  const bases = { gross: exports, backward: exports.map((value, i) => local[i] * value), forward: abroad, dc: content }
  const columns = Object.fromEntries(Object.entries(bases).map(([name, values]) => [name, advantage(system, values)]))
  return {
    tables: { sector: { level: 'sector' as const, columns } },
    identities: Object.entries(bases).map(([name, values]) => identity(`${name}: sum_i RCA_si (world share of i) = 1`, weightedByWorld(system, values, columns[name]), byCountry(system, values).map(sum => sum === 0 ? NaN : 1), s => labels.countries[s]))
  }
}

/** N: the part of each sector in the world's sum. */
function worldShares ({ countryCount, sectorCount }: System, values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0)
  const shares = new Float64Array(sectorCount)
  for (let s = 0; s < countryCount; s++) for (let i = 0; i < sectorCount; i++) shares[i] += values[s * sectorCount + i] / total
  return shares
}

function advantage (system: System, values: Float64Array): Float64Array {
  const ofCountry = byCountry(system, values)
  const ofWorld = worldShares(system, values)
  return values.map((value, i) => value / ofCountry[Math.floor(i / system.sectorCount)] / ofWorld[i % system.sectorCount])
}

function weightedByWorld (system: System, values: Float64Array, found: Float64Array): Float64Array {
  const ofWorld = worldShares(system, values)
  return byCountry(system, found.map((value, i) => ofWorld[i % system.sectorCount] === 0 ? 0 : value * ofWorld[i % system.sectorCount]))
}

const COLUMNS = {
  gross: { says: 'Of gross exports.', formula: 'e = E', unit: 'number' },
  backward: { says: 'Of domestic value added in the exports of the sector.', formula: 'e = (v_s L_ss) # E', unit: 'number' },
  forward: { says: 'Of value added of the sector that is used abroad.', formula: 'e = sum_{r!=s} diag(v_s) (B Y)_sr', unit: 'number' },
  dc: { says: 'Of value added of the sector in all exports of its country, double counting included.', formula: 'e = diag(v_s) B_ss E_s', unit: 'number' }
} as const

export const revealedComparativeAdvantage = measure({
  name: 'revealedComparativeAdvantage',
  says: 'In which sectors a country exports more than its share, by gross exports and by value added.',
  source: 'Balassa (1965), Manchester School 33:99-123; Koopman, Wang and Wei (2014), American Economic Review 104:459-494; Wang, Wei and Zhu (2013), NBER Working Paper 19677',
  needs: 'inverse',
  options: z.object({}),
  gives: { sector: { level: 'sector', columns: COLUMNS } },
  compute
})
