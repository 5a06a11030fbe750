/**
 * How much of exports takes part in value chains, and on which side of them a country stands.
 *
 * backward = VS / E, forward = VS1 / E (Hummels, Ishii and Yi), participation = backward + forward, position = ln(1 + IV / E) - ln(1 + VS / E): above 0 a country gives more to
 * others' exports than it takes. Papers differ on IV, so both are given by name: position_VS1 takes IV = VS1; position_KWW3, of countries alone, takes the third term of
 * Koopman, Wang and Wei, own value added that partners pass on to third countries. Participation counts some value twice and can pass 1. Borin and Mancini's shares count it once:
 * GVC_share = GVC / E = GVCB_share + GVCF_share, exports that cross more than one border, of them those that crossed one before, and those from home that cross more (bm-source.ts).
 *
 * Edge: nothing exported: NaN. Complexity: those of VS, of KWW and of Borin and Mancini. Shares and logarithms of shares.
 * Tested against numpy on the leather table, term 3 against decompr, and exact fractions.
 * Sources: Hummels, Ishii and Yi (2001); Koopman, Powers, Wang and Wei (2010), NBER 16426; Koopman, Wang and Wei (2014); Borin and Mancini (2023), Economic Systems Research 35(1).
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { bmSource } from '../decompositions/bm-source.ts'
import { kww } from '../decompositions/kww.ts'
import { verticalSpecialisation } from '../decompositions/vertical-specialisation.ts'
import { measure } from '../measure.ts'
import type { System } from '../system.ts'

function compute (system: System, _options: object, context: Context) {
  const { tables: { country, sector }, identities } = verticalSpecialisation.compute(system, {} as never, context)
  const passedOn = kww.compute(system, {} as never, context).tables.country.columns.DVA_INTrex
  const { E, VS } = country.columns
  const once = bmSource.compute(system, {} as never, context)
  return {
    tables: {
      country: {
        level: 'country' as const,
        columns: { ...sides(country.columns), ...sharesOnce(once.tables.country.columns), IV_KWW3: passedOn, position_KWW3: passedOn.map((value, s) => Math.log1p(value / E[s]) - Math.log1p(VS[s] / E[s])) }
      },
      sector: { level: 'sector' as const, columns: { ...sides(sector.columns), ...sharesOnce(once.tables.sector.columns) } }
    },
    identities: [...identities, ...once.identities]
  }
}

function sides ({ VS_share: backward, VS1_share: forward }: Record<string, Float64Array>): Record<string, Float64Array> {
  return { backward, forward, participation: backward.map((value, i) => value + forward[i]), position_VS1: backward.map((value, i) => Math.log1p(forward[i]) - Math.log1p(value)) }
}

/** NaN where nothing is exported. */
const sharesOnce = ({ GEXP, GVC, GVCB, GVCF }: Record<string, Float64Array>): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries({ GVC_share: GVC, GVCB_share: GVCB, GVCF_share: GVCF }).map(([name, part]) => [name, part.map((value, i) => value / (GEXP[i] === 0 ? NaN : GEXP[i]))]))

const SIDES = {
  backward: { says: 'Value added from abroad as a share of exports.', formula: 'VS / E', unit: 'share' },
  forward: { says: 'Own value added in the exports of others, as a share of exports.', formula: 'VS1 / E', unit: 'share' },
  participation: { says: 'Both sides together; can pass 1, as some value is counted twice.', formula: '(VS + VS1) / E', unit: 'share' },
  position_VS1: { says: 'Above 0: gives more to the exports of others than it takes for its own; intermediate exports measured as VS1.', formula: 'ln(1 + VS1/E) - ln(1 + VS/E)', unit: 'number' },
  GVC_share: { says: 'Exports that cross more than one border, as a share of exports: never above 1.', formula: 'GVC / E', unit: 'share' },
  GVCB_share: { says: 'Of it what crossed a border before: backward participation, counted once.', formula: 'GVCB / E', unit: 'share' },
  GVCF_share: { says: 'Of it what is from home and crosses further borders: forward participation, counted once.', formula: 'GVCF / E', unit: 'share' }
} as const

export const participation = measure({
  name: 'participation',
  says: 'How much of exports takes part in value chains, and whether a country stands before or behind its partners in them.',
  source: 'Hummels, Ishii and Yi (2001), Journal of International Economics 54:75-96; Koopman, Powers, Wang and Wei (2010), NBER Working Paper 16426; Borin and Mancini (2023), Economic Systems Research 35(1):19-50',
  needs: 'inverse',
  options: z.object({}),
  gives: {
    country: {
      level: 'country',
      columns: {
        ...SIDES,
        IV_KWW3: { says: 'Own value added in intermediate exports that partners pass on to third countries.', formula: 'sum_{r!=s} v_s B_sr sum_{t!=s,r} Y_rt', unit: 'amount' },
        position_KWW3: { says: 'Position with intermediate exports measured as KWW term 3.', formula: 'ln(1 + KWW3/E) - ln(1 + VS/E)', unit: 'number' }
      }
    },
    sector: { level: 'sector', columns: SIDES }
  },
  compute
})
