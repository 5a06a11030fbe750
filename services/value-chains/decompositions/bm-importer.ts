/**
 * Whose value added a country imports, each part counted once when it enters: Borin and Mancini's importer perspective.
 *
 * With d^r the exports of all to r (n), w = (B d^r)_r and z = B_rr^-1 w: VA_j = v_j ((B d^r)_j - B_jr z) and DC_j = v_j B_jr z for j abroad; VA_j = v_j (L_rr z)_j, DC_j = v_j (w - L_rr z)_j for j of r
 * itself, whose value added comes home. That is v (B~ d^r) and v (B~ h) of the paper, with B~ of a world where r buys no inputs abroad, by Woodbury. VA + DC + taxes = imports.
 * Rows by origin of value added, then importer: not by who sold the goods. The home pair is defined: own value added in own imports. Amounts in the table's unit.
 *
 * Complexity: O(n^2 G) and G factorisations of N x N once B is known. Tested against the printed numbers of R icio 1.0.0, own equations in numpy, and re-inversion.
 * Source: Borin and Mancini (2019), World Bank WP 8804.
 */
import { z } from 'zod'
import type { Context } from '../../analysis/context.ts'
import { localTimes } from '../block-products.ts'
import { identity } from '../identity.ts'
import { whole } from '../linear-algebra/block.ts'
import { multiply } from '../linear-algebra/multiply.ts'
import { measure } from '../measure.ts'
import { overBlocks } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import { byPartner, overSectors } from '../sums.ts'
import type { System } from '../system.ts'
import { BORIN_MANCINI } from './borin-mancini.ts'
import { ownBlock } from './extraction.ts'
import { unitContent } from './unit-content.ts'

function compute (system: System, _: object, context: Context) {
  const { n, countryCount: g, sectorCount, exportsTo, exports, valueAddedShare, labels } = system
  const made = multiply(whole(system.inverse(), n), whole(exportsTo, g), n, n, g)
  const before = new Float64Array(n)
  for (let r = 0; r < g; r++) {
    context.check()
    const first = r * sectorCount
    before.set(ownBlock(system, r, context).solve(Float64Array.from({ length: sectorCount }, (_, k) => made[(first + k) * g + r]), 1), first)
  }
  const again = overBlocks(system, system.inverse(), () => before)
  const once = localTimes(system, before)
  const VA = new Float64Array(n * g)
  const DC = new Float64Array(n * g)
  for (let j = 0; j < n; j++) {
    for (let r = 0, home = Math.floor(j / sectorCount); r < g; r++) {
      const at = j * g + r
      const counted = r === home ? once[j] : made[at] - again[at]
      VA[at] = valueAddedShare[j] * counted
      DC[at] = valueAddedShare[j] * (made[at] - counted)
    }
  }
  const { taxes, idle } = unitContent(system)
  const imported = (content: Float64Array): Float64Array => byPartner(system, exportsTo.map((value, at) => value * content[Math.floor(at / g)]))
  const ofIdle = imported(idle)
  const country = { GIMP: byPartner(system, exportsTo), VA: byPartner(system, VA), DC: byPartner(system, DC), taxes: imported(taxes) }
  return {
    tables: {
      sectorPair: { level: 'sectorPair' as const, columns: { VA, DC } },
      pair: { level: 'pair' as const, columns: { VA: overSectors(system, VA), DC: overSectors(system, DC) } },
      country: { level: 'country' as const, columns: country }
    },
    identities: [
      identity('VA + DC + taxes + of sectors without output = imports', country.VA.map((value, r) => value + country.DC[r] + country.taxes[r] + ofIdle[r]), country.GIMP, rowLabel(labels, 'country')),
      identity('world imports = world exports', [country.GIMP.reduce((sum, value) => sum + value, 0)], [exports.reduce((sum, value) => sum + value, 0)], rowLabel(labels, 'world'))
    ]
  }
}

const COLUMNS = {
  VA: { says: 'Value added of the origin in the importer\'s imports, each part counted once.', formula: 'v_j (B~ d^r)_j', unit: 'amount' },
  DC: { says: 'Value added of the origin that entered the importer before, and is counted again.', formula: 'v_j (B~ h)_j', unit: 'amount' }
} as const

export const bmImporter = measure({
  name: 'bmImporter',
  says: 'Whose value added a country imports, each part counted once when it enters.',
  source: BORIN_MANCINI,
  needs: 'inverse',
  options: z.object({}),
  gives: {
    sectorPair: { level: 'sectorPair', columns: COLUMNS },
    pair: { level: 'pair', columns: COLUMNS },
    country: {
      level: 'country',
      columns: {
        GIMP: { says: 'Gross imports.', formula: 'sum_s E_sr', unit: 'amount' },
        ...COLUMNS,
        taxes: { says: 'Taxes less subsidies on the inputs that imports took, wherever they were levied.', formula: '(u - v B) d^r', unit: 'amount' }
      }
    }
  },
  compute
})
