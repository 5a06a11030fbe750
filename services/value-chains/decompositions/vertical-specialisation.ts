/**
 * How much of a country's exports was made abroad, and how much of its value added stands in the exports of others.
 *
 * VS_s = (sum over t != s of v_t B_ts) # E_s: foreign value added in exports, the backward side. VS1_s = row sums over r != s of diag(v_s) B_sr diag(E_r): own value added in
 * others' exports, the forward side. Double counting is in both, so VS + VS1 can pass 100 % of exports; Borin-Mancini's shares cannot.
 *
 * Complexity: one look at B. Tested against gvc 6.4.0 (i2e, e2r) and exact fractions.
 * Sources: Hummels, Ishii and Yi (2001), Journal of International Economics 54; Koopman, Wang and Wei (2014), American Economic Review 104.
 */
import { z } from 'zod'
import { identity } from '../identity.ts'
import { measure } from '../measure.ts'
import { exportCells, valueAddedInExports } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { byCountry, overPartners } from '../sums.ts'
import type { System } from '../system.ts'
import { unitContent } from './unit-content.ts'

function compute (system: System) {
  const { labels, exports } = system
  const { home, abroad, taxes: taxContent, idle } = unitContent(system)
  const inExports = valueAddedInExports(system)
  const VS = Float64Array.from(exports, (value, i) => abroad[i] * value)
  const DC = Float64Array.from(exports, (value, i) => home[i] * value)
  const VS1 = overPartners(system, exportCells(system, (_, at) => inExports[at]))
  const taxes = Float64Array.from(exports, (value, i) => taxContent[i] * value)
  const amounts = { E: exports, DC, VS, VS1, taxes }
  const ofCountries = Object.fromEntries(Object.entries(amounts).map(([name, values]) => [name, byCountry(system, values)]))
  return {
    tables: {
      country: { level: 'country' as const, columns: withShares(ofCountries) },
      sector: { level: 'sector' as const, columns: withShares(amounts) }
    },
    identities: [identity('DC + VS + taxes + of sectors without output = E', DC.map((value, i) => value + VS[i] + taxes[i] + idle[i] * exports[i]), exports, rowLabel(labels, 'sector'))]
  }
}

/** NaN where nothing is exported. */
const withShares = (amounts: Record<string, Float64Array>): Record<string, Float64Array> => ({
  ...amounts,
  VS_share: amounts.VS.map((value, i) => value / amounts.E[i]),
  VS1_share: amounts.VS1.map((value, i) => value / amounts.E[i])
})

const COLUMNS = {
  E: { says: 'Gross exports.', formula: 'E', unit: 'amount' },
  DC: { says: 'Value added from home in exports, double counting included.', formula: 'v_s B_ss # E_s', unit: 'amount' },
  VS: { says: 'Value added from abroad in exports, double counting included.', formula: 'sum_{t!=s} v_t B_ts # E_s', unit: 'amount' },
  VS1: { says: 'Own value added in the exports of other countries.', formula: 'sum_{r!=s} v_s B_sr E_r', unit: 'amount' },
  taxes: { says: 'Taxes less subsidies on the inputs that exports took, wherever they were levied.', formula: '(u - v B) # E_s', unit: 'amount' },
  VS_share: { says: 'VS as a share of gross exports: backward participation.', formula: 'VS / E', unit: 'share' },
  VS1_share: { says: 'VS1 as a share of gross exports: forward participation.', formula: 'VS1 / E', unit: 'share' }
} as const

export const verticalSpecialisation = measure({
  name: 'verticalSpecialisation',
  says: 'How much of exports was made abroad, and how much own value added stands in the exports of others.',
  source: 'Hummels, Ishii and Yi (2001), Journal of International Economics 54:75-96; Koopman, Wang and Wei (2014), American Economic Review 104:459-494',
  needs: 'inverse',
  options: z.object({}),
  gives: { country: { level: 'country', columns: COLUMNS }, sector: { level: 'sector', columns: COLUMNS } },
  compute
})
