/**
 * OECD Inter-Country Input-Output tables, editions of 2016, 2018, 2021 and 2023; how many countries and sectors there are is read from the labels.
 *
 *   country-sector   AUS_C01T05AGR, AUS_01T03, AUS_A01_02: parted at the first underscore
 *   final demand     AUS_HFCE; in 2016 HFCE_AUS
 *   value added      row VALU or VA;  output: row OUTPUT or OUT, column TOTAL or OUT;  taxes: row TLS, or rows AUS_TAXSUB by country
 *
 * Codes of final demand are those that pymrio 0.7.0 and MARIO 1.3.2 read (NPS, INV and FD in older editions).
 *
 * The extended tables part Mexico and China by kind of exporter (MX1, MX2, CN1, CN2). They are joined in MEX and CHN before anything is measured; measures of the
 * parted table, joined afterwards, are others.
 */
import type { Context } from '../../analysis/context.ts'
import type { CsvFile } from './csv-rows.ts'
import type { Draft, Missing } from './draft.ts'
import { nodeOf } from './grid.ts'
import { footOf } from './labelled-matrix.ts'
import { readMatrix } from './matrix-file.ts'
import { nodeMeaning, placeMatrix } from './place-matrix.ts'
import type { Meaning } from './place-matrix.ts'

const DEMAND = /^(HFCE|NPISH|NPS|GGFC|GFCF|INVNT|INV|DPABR|DIRP|NONRES|P33|FD)$/
const PARTS = new Map([['MX1', 'MEX'], ['MX2', 'MEX'], ['MX3', 'MEX'], ['CN1', 'CHN'], ['CN2', 'CHN'], ['CN3', 'CHN'], ['CN4', 'CHN']])

export const isOecd = ({ heading }: CsvFile): boolean => heading.some(label => /^[A-Z0-9]{3}_HFCE$|^HFCE_[A-Z0-9]{3}$/.test(label))

export async function readOecd (table: CsvFile, context: Context): Promise<Draft> {
  const missing: Missing = { count: 0, cells: [] }
  const matrix = await readMatrix(table, context)
  const parts = [...new Set(matrix.columns.map(label => label.split('_')[0]))].filter(country => PARTS.has(country))
  const notes = parts.length === 0 ? [] : [`${parts.join(', ')} were joined in MEX and CHN before anything was measured.`]
  const node = (label: string): Meaning | null => nodeMeaning(label, whole)
  return placeMatrix(matrix, {
    format: 'oecd-icio',
    notes,
    row: label => footOf(label) ?? (/_TAXSUB$/.test(label) ? { is: 'foot', what: 'taxes' } : node(label)),
    column: label => {
      if (label === 'DISC') return { is: 'none', why: 'The column DISC (statistical discrepancy) is of no country and was left out.' }
      const found = nodeOf(label)
      if (found !== null && DEMAND.test(found.sector)) return { is: 'final', country: whole(found.country), category: found.sector }
      if (found !== null && DEMAND.test(found.country)) return { is: 'final', country: whole(found.sector), category: found.country }
      return footOf(label) ?? node(label)
    }
  }, missing)
}

const whole = (country: string): string => PARTS.get(country) ?? country
