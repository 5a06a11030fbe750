/**
 * A country's gross exports in nine terms, by who added the value and where it ends up (Koopman, Wang and Wei).
 *
 * With the sums over partners r != s and third countries t: DVA_FIN v_s B_ss Y_sr, DVA_INT v_s B_sr Y_rr, DVA_INTrex v_s B_sr Y_rt, RDV_FIN v_s B_sr Y_rs, RDV_INT v_s B_sr A_rs L_ss Y_ss,
 * DDC v_s B_sr A_rs L_ss E_s, FVA_FIN v_t B_ts Y_sr, FVA_INT v_t B_ts A_sr L_rr Y_rr, FDC v_t B_ts A_sr L_rr E_r. Amounts in the table's unit; goods flow from s to r.
 * By country alone: terms 2 to 6 look at all exports of a country at once, and have no meaning by partner; WWZ has. imbalance is what rows of the table that miss output
 * make (row-imbalance.ts); decompr counts it in FDC, which it takes for what the other eight terms leave. Foreign value added is understated, for FDC holds some that crosses a border once
 * (Borin and Mancini 2023), so world totals of foreign value added are better taken from bmWorld.
 *
 * Complexity: 2 G solves with the factors of I - A, the local inverses, and O(n^2). Tested against decompr 6.8 and exact fractions.
 * Source: Koopman, Wang and Wei (2014), American Economic Review 104:459-494.
 */
import { z } from 'zod'
import { localTimes } from '../block-products.ts'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { homeDemand, overBlocks, summed } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { byCountry, overPartners } from '../sums.ts'
import type { System } from '../system.ts'
import { imbalanceMeaning, imbalanceOfTerms } from './row-imbalance.ts'
import { unitContent } from './unit-content.ts'

const TERMS = ['DVA_FIN', 'DVA_INT', 'DVA_INTrex', 'RDV_FIN', 'RDV_INT', 'DDC', 'FVA_FIN', 'FVA_INT', 'FDC', 'taxes', 'imbalance'] as const

function compute (system: System) {
  const { n, countryCount, sectorCount, coefficients, exports, finalDemand } = system
  const { home, abroad, taxes } = unitContent(system)
  const byOrigin = system.valueAddedByOrigin()
  const localDemand = localTimes(system, homeDemand(system))
  const localExports = localTimes(system, exports)
  const boughtForDemand = overBlocks(system, coefficients, () => localDemand)
  const boughtForExports = overBlocks(system, coefficients, () => localExports)
  const of: Record<string, Float64Array> = Object.fromEntries(TERMS.map(term => [term, new Float64Array(countryCount)]))
  for (let i = 0; i < n; i++) {
    const from = Math.floor(i / sectorCount)
    of.taxes[from] += taxes[i] * exports[i]
    for (let r = 0; r < countryCount; r++) {
      if (r === from) continue
      const at = i * countryCount + r
      of.DVA_FIN[from] += home[i] * finalDemand[at]
      of.FVA_FIN[from] += abroad[i] * finalDemand[at]
      of.FVA_INT[from] += abroad[i] * boughtForDemand[at]
      of.FDC[from] += abroad[i] * boughtForExports[at]
      // The value added of r in what `from` produces, for demand in `from`, in r and elsewhere, and in what r buys of it.
      const content = byOrigin[r * n + i]
      for (let q = 0; q < countryCount; q++) of[q === from ? 'DVA_INT' : q === r ? 'RDV_FIN' : 'DVA_INTrex'][r] += content * finalDemand[i * countryCount + q]
      of.RDV_INT[r] += content * boughtForDemand[at]
      of.DDC[r] += content * boughtForExports[at]
    }
  }
  of.imbalance = byCountry(system, overPartners(system, imbalanceOfTerms(system)))
  const columns = { E: byCountry(system, exports), ...of }
  return {
    tables: { country: { level: 'country' as const, columns } },
    identities: [identity('nine terms + taxes + imbalance = E', summed(TERMS.map(term => of[term])), columns.E, rowLabel(system.labels, 'country'))]
  }
}

const COLUMNS = {
  E: { says: 'Gross exports.', formula: 'E', unit: 'amount' },
  DVA_FIN: { says: 'Own value added in exports of final goods.', formula: 'v_s B_ss Y_sr', unit: 'amount' },
  DVA_INT: { says: 'Own value added in exports of inputs that the partner makes its own final goods of.', formula: 'v_s B_sr Y_rr', unit: 'amount' },
  DVA_INTrex: { says: 'Own value added in exports of inputs that go on to third countries.', formula: 'v_s B_sr Y_rt', unit: 'amount' },
  RDV_FIN: { says: 'Own value added that comes home in final goods.', formula: 'v_s B_sr Y_rs', unit: 'amount' },
  RDV_INT: { says: 'Own value added that comes home in inputs and is used there.', formula: 'v_s B_sr A_rs L_ss Y_ss', unit: 'amount' },
  DDC: { says: 'Own value added counted more than once.', formula: 'v_s B_sr A_rs L_ss E_s', unit: 'amount' },
  FVA_FIN: { says: 'Value added from abroad in exports of final goods.', formula: 'v_t B_ts Y_sr', unit: 'amount' },
  FVA_INT: { says: 'Value added from abroad in exports of inputs that the partner uses for itself.', formula: 'v_t B_ts A_sr L_rr Y_rr', unit: 'amount' },
  FDC: { says: 'Value added from abroad counted more than once.', formula: 'v_t B_ts A_sr L_rr E_r', unit: 'amount' },
  taxes: { says: 'Taxes less subsidies on the inputs that exports took, wherever they were levied.', formula: '(u - v B) # E_s', unit: 'amount' },
  imbalance: imbalanceMeaning('sum_{r!=s} a A_sr (B delta)_r + f A_sr L_rr delta_r')
} as const

export const kww = measure({
  name: 'kww',
  says: 'Who added the value of a country\'s exports, and where it ends up, in nine terms.',
  source: 'Koopman, Wang and Wei (2014), American Economic Review 104:459-494',
  needs: 'solves',
  options: z.object({}),
  gives: { country: { level: 'country', columns: COLUMNS } },
  compute
})
