/**
 * FIGARO tables of Eurostat as a matrix, industry by industry or product by product: labels AT_A01, final demand AT_P3_S14, countries in the order of the file.
 * Six rows stand below the flows: D1, D29X39 and B2A3G add up to value added; D21X31 (taxes less subsidies on products) and the purchases of residents abroad and of
 * non-residents at home (OP_RES, OP_NRES) are kept apart as taxes. There is no row of output: it is what each row sells.
 */
import type { Context } from '../../analysis/context.ts'
import type { CsvFile } from './csv-rows.ts'
import type { Draft, Missing } from './draft.ts'
import { nodeOf } from './grid.ts'
import { readMatrix } from './matrix-file.ts'
import { nodeMeaning, placeMatrix } from './place-matrix.ts'

const DEMAND = /^(P3_S13|P3_S14|P3_S15|P51G|P5M)$/
const VALUE_ADDED = /^(W2_)?(D1|D29X39|B2A3G)$/
const TAXES = /^(W2_)?(D21X31|OP_RES|OP_NRES)$/

export const isFigaro = ({ heading }: CsvFile): boolean => heading.some(label => /^[A-Z0-9]+_P3_S14$/.test(label))

export async function readFigaro (table: CsvFile, context: Context): Promise<Draft> {
  const missing: Missing = { count: 0, cells: [] }
  return placeMatrix(await readMatrix(table, context), {
    format: 'figaro',
    notes: ['Value added is D1 + D29X39 + B2A3G; D21X31, OP_RES and OP_NRES are kept apart as taxes.'],
    row: label => VALUE_ADDED.test(label) ? { is: 'foot', what: 'valueAdded' } : TAXES.test(label) ? { is: 'foot', what: 'taxes' } : nodeMeaning(label),
    column: label => {
      const found = nodeOf(label)
      return found !== null && DEMAND.test(found.sector) ? { is: 'final', country: found.country, category: found.sector } : nodeMeaning(label)
    }
  }, missing)
}
