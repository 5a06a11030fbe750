/**
 * What the world would make less if country-sectors ceased, or a share of what they buy, sell or make.
 *
 * S: the country-sectors that are named, p: `share`. backward: they buy a share p less from everyone; forward: nobody buys a share p of inputs from them, final demand for them stays; total: they make a share p less,
 * final demand for them included, and all others what those then ask for. With K = (I + p (B_SS - I))^-1 (Woodbury): backward x' = x - p (B - I)_.S K x_S; forward x' = x - p B_.S K (A x)_S;
 * total x' = x - p B_.S B_SS^-1 x_S. dX = x - x', dVA = v # dX; of S itself too. No substitution: an upper bound in the short run.
 *
 * Complexity: one solve for each country-sector of S, and an inverse of its size; the table is not inverted again. Amounts. Tested against numpy, which inverts again.
 * Sources: Dietzenbacher, van der Linden and Steenge (1993), Economic Systems Research 5; Dietzenbacher and Lahr (2013), Economic Systems Research 25; Miller and Blair (2022), chapter 12.
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { identity } from '../identity.ts'
import { factorise } from '../linear-algebra/factorise.ts'
import { measure } from '../measure.ts'
import { rowsNamed } from '../named-rows.ts'
import { rowLabel } from '../row-labels.ts'
import { byCountry } from '../sums.ts'
import type { System } from '../system.ts'

/** As many as the largest tables have countries; the system to be solved is that large times the sectors. */
export const EXTRACTED_MAX = 100

const Options = z.object({
  extracted: z.array(z.object({ country: z.string().min(1).describe('Code of the country.'), sector: z.string().min(1).optional().describe('Code of the sector; left out: all of the country.') }))
    .min(1).max(EXTRACTED_MAX).describe('Country-sectors that cease together.'),
  share: z.number().gt(0).max(1).default(1).describe('Share that ceases; 1: all.')
})

function compute (system: System, { extracted, share }: z.infer<typeof Options>, context: Context) {
  const { n, output, labels, valueAddedShare } = system
  const rows = [...new Set(extracted.flatMap((named, at) => rowsNamed(labels, named, `extracted.${at}`)))].sort((a, b) => a - b)
  const m = rows.length
  const units = new Float64Array(n * m)
  for (const [c, row] of rows.entries()) units[row * m + c] = 1
  const columns = system.factors().solve(units, m)
  const within = (part: number): Float64Array => Float64Array.from({ length: m * m }, (_, at) => {
    const own = Number(Math.floor(at / m) === at % m)
    return own + part * (columns[rows[Math.floor(at / m)] * m + at % m] - own)
  })
  const solved = (part: number, right: Float64Array): Float64Array => factorise(within(part), m, context).solve(right, 1)
  const of = (values: Float64Array): Float64Array => Float64Array.from(rows, row => values[row])
  const loss = (weights: Float64Array): Float64Array => Float64Array.from({ length: n }, (_, i) => weights.reduce((sum, weight, c) => sum + share * weight * columns[i * m + c], 0))
  const total = loss(solved(1, of(output)))
  const backwardWeights = solved(share, of(output))
  const backward = loss(backwardWeights)
  for (const [c, row] of rows.entries()) backward[row] -= share * backwardWeights[c]
  const forward = loss(solved(share, Float64Array.from(rows, row => inputsSold(system, row))))
  const sector: Record<string, Float64Array> = {}
  for (const [name, dX] of Object.entries({ total, backward, forward })) {
    sector[`${name}_dX`] = dX
    sector[`${name}_dVA`] = dX.map((value, i) => value * valueAddedShare[i])
  }
  const country = Object.fromEntries(Object.entries(sector).map(([name, values]) => [name, byCountry(system, values)]))
  const world = Object.fromEntries(Object.entries(sector).map(([name, values]) => [name, Float64Array.of(values.reduce((sum, value) => sum + value, 0))]))
  return {
    tables: { world: { level: 'world' as const, columns: world }, country: { level: 'country' as const, columns: country }, sector: { level: 'sector' as const, columns: sector } },
    identities: [identity('total: the named make a share less', of(total), of(output).map(value => value * share), at => rowLabel(labels, 'sector')(rows[at]))]
  }
}

/** (A x)_i: what others, and it itself, make of it; output less final demand where the row adds up. */
function inputsSold ({ n, coefficients, output }: System, i: number): number {
  let sum = 0
  for (let j = 0; j < n; j++) sum += coefficients[i * n + j] * output[j]
  return sum
}

const COLUMNS = Object.fromEntries([
  ['total', 'if they made a share less', 'p B_.S B_SS^-1 x_S'],
  ['backward', 'if they bought a share less', 'p (B - I)_.S K x_S'],
  ['forward', 'if others bought a share less of inputs from them', 'p B_.S K (A x)_S']
].flatMap(([name, when, formula]) => [
  [`${name}_dX`, { says: `Output lost ${when}.`, formula, unit: 'amount' as const }],
  [`${name}_dVA`, { says: `Value added lost ${when}.`, formula: `v # (${formula})`, unit: 'amount' as const }]
]))

export const hypotheticalExtraction = measure({
  name: 'hypotheticalExtraction',
  says: 'What the world would make less if country-sectors ceased, or a share of what they buy, sell or make.',
  source: 'Dietzenbacher, van der Linden and Steenge (1993), Economic Systems Research 5:185-206; Dietzenbacher and Lahr (2013), Economic Systems Research 25:341-360',
  needs: 'solves',
  options: Options,
  gives: { world: { level: 'world', columns: COLUMNS }, country: { level: 'country', columns: COLUMNS }, sector: { level: 'sector', columns: COLUMNS } },
  compute
})
