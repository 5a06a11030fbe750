/**
 * What a change in final demand does to output and value added, and what a change in primary costs does to prices.
 *
 * demandShock: final demand of `country` (for what `sector` makes, wherever; for everything) changes by the share `change`: dX = B dY, dVA = v # dX (Leontief quantities, prices stay).
 * supplyShock: primary costs of a country-sector, or of a whole country, change by the share `change`, quantities stay: dp = (change # v) B, the change in price as a share (Leontief prices,
 * which Ghosh's supply-driven model gives as well: Dietzenbacher 1997); by country what its final demand then costs more, dp Y. Shocks that name the same thing add up.
 *
 * Both are linear and without substitution: of small changes, as first answers. Complexity: one solve. Tested against the inverse of decompr and exact fractions.
 * Sources: Leontief (1936), Review of Economics and Statistics 18; Ghosh (1958), Economica 25; Dietzenbacher (1997), Journal of Regional Science 37(4):629-651.
 */
import { z } from 'zod'
import { placeOf } from '../../analysis/place-of.ts'
import { identity } from '../identity.ts'
import { inverseTimes, timesInverse } from '../inverse-products.ts'
import { measure } from '../measure.ts'
import { rowsNamed } from '../named-rows.ts'
import { byCountry, byPartner } from '../sums.ts'
import type { System } from '../system.ts'

/** More than one for each country-sector of the largest tables says nothing new. */
export const SHOCKS_MAX = 5000

const shocks = (country: string, sector: string, change: string) => z.object({
  shocks: z.array(z.object({
    country: z.string().min(1).describe(country),
    sector: z.string().min(1).optional().describe(sector),
    change: z.number().min(-1).max(10).describe(change)
  })).min(1).max(SHOCKS_MAX).describe('Changes; those that name the same thing add up.')
})

const DemandOptions = shocks('Code of the country whose final demand changes.', 'Code of the sector whose products are demanded, wherever they are made; left out: all.', 'Change as a share: -0.1 is a tenth less.')
const SupplyOptions = shocks('Code of the country whose primary costs change.', 'Code of the sector; left out: all.', 'Change as a share of value added: 0.1 is a tenth more.')

function demand (system: System, options: z.infer<typeof DemandOptions>) {
  const { n, countryCount, sectorCount, labels, finalDemand, output, valueAddedShare, taxShare } = system
  const less = new Float64Array(n)
  for (const [at, { country, sector, change }] of options.shocks.entries()) {
    const market = placeOf(labels.countries, country, 'country', `shocks.${at}.country`)
    const product = sector === undefined ? null : placeOf(labels.sectors, sector, 'sector', `shocks.${at}.sector`)
    for (let i = 0; i < n; i++) if (product === null || i % sectorCount === product) less[i] += change * finalDemand[i * countryCount + market]
  }
  const dX = inverseTimes(system, less)
  const dVA = dX.map((value, i) => value * valueAddedShare[i])
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  return {
    tables: {
      sector: { level: 'sector' as const, columns: { dY: less, dX, dVA, dX_share: dX.map((value, i) => value / output[i]) } },
      country: { level: 'country' as const, columns: { dY: byCountry(system, less), dX: byCountry(system, dX), dVA: byCountry(system, dVA), dX_share: byCountry(system, dX).map((value, s) => value / byCountry(system, output)[s]) } }
    },
    identities: [identity('sum dVA + taxes + of sectors without output = sum dY', [sum(dVA) + sum(dX.map((value, i) => value * (taxShare[i] + Number(output[i] === 0))))], [sum(less)], () => '')]
  }
}

function supply (system: System, options: z.infer<typeof SupplyOptions>) {
  const { n, countryCount, labels, finalDemand, output, imbalance, valueAddedShare } = system
  const cost = new Float64Array(n)
  for (const [at, { country, sector, change }] of options.shocks.entries()) for (const i of rowsNamed(labels, { country, sector }, `shocks.${at}`)) cost[i] += change * valueAddedShare[i]
  const dp = timesInverse(cost, system)
  const dearer = byPartner(system, finalDemand.map((value, at) => dp[Math.floor(at / countryCount)] * value))
  const spent = byPartner(system, finalDemand)
  return {
    tables: {
      sector: { level: 'sector' as const, columns: { dp } },
      country: { level: 'country' as const, columns: { dearer, dearer_share: dearer.map((value, r) => value / spent[r]) } }
    },
    identities: [identity('dp (Y + imbalance of rows) = (change # v) X', [dearer.reduce((sum, value) => sum + value, 0) + imbalance.reduce((sum, value, i) => sum + dp[i] * value, 0)], [cost.reduce((sum, value, i) => sum + value * output[i], 0)], () => '')]
  }
}

const DEMAND_COLUMNS = {
  dY: { says: 'Change in final demand for what is made here.', formula: 'dY', unit: 'amount' },
  dX: { says: 'Change in output.', formula: 'B dY', unit: 'amount' },
  dVA: { says: 'Change in value added.', formula: 'v # dX', unit: 'amount' },
  dX_share: { says: 'Change in output as a share of output.', formula: 'dX / X', unit: 'share' }
} as const

export const demandShock = measure({
  name: 'demandShock',
  says: 'What a change in final demand does to output and value added everywhere.',
  source: 'Leontief (1936), Review of Economics and Statistics 18:105-125',
  needs: 'solves',
  options: DemandOptions,
  gives: { sector: { level: 'sector', columns: DEMAND_COLUMNS }, country: { level: 'country', columns: DEMAND_COLUMNS } },
  compute: demand
})

export const supplyShock = measure({
  name: 'supplyShock',
  says: 'What a change in primary costs does to prices everywhere, and what final demand then costs more.',
  source: 'Ghosh (1958), Economica 25:58-64; Dietzenbacher (1997), Journal of Regional Science 37:629-651',
  needs: 'solves',
  options: SupplyOptions,
  gives: {
    sector: { level: 'sector', columns: { dp: { says: 'Change in price as a share.', formula: '(change # v) B', unit: 'share' } } },
    country: {
      level: 'country',
      columns: {
        dearer: { says: 'What final demand of the country costs more.', formula: 'dp Y', unit: 'amount' },
        dearer_share: { says: 'The same as a share of final demand.', formula: 'dp Y / u Y', unit: 'share' }
      }
    }
  },
  compute: supply
})
