/** What the perspectives of Borin and Mancini share: names and meanings of columns, differences, and what must hold. */
import { atMost, identity } from '../identity.ts'
import type { ColumnMeaning, Identity, Level } from '../measure.ts'
import { exportCells } from '../panels.ts'
import { rowLabel } from '../row-labels.ts'
import type { System } from '../system.ts'
import { unitContent } from './unit-content.ts'

export const BORIN_MANCINI = 'Borin and Mancini (2023), Economic Systems Research 35(1):19-50; World Bank Policy Research Working Paper 8804 (2019)'

/** Exports by where their value was added, n x G. */
export interface Content { GEXP: Float64Array, DC: Float64Array, FC: Float64Array, taxes: Float64Array, idle: Float64Array }

export function contentOfExports (system: System): Content {
  const { home, abroad, taxes, idle } = unitContent(system)
  const times = (content: Float64Array): Float64Array => exportCells(system, (i, at) => content[i] * system.exportsTo[at])
  return { GEXP: system.exportsTo, DC: times(home), FC: times(abroad), taxes: times(taxes), idle: times(idle) }
}

/** A - B by row. */
export const less = (from: Float64Array, take: Float64Array): Float64Array => from.map((value, i) => value - take[i])

/** n x G: output of the countries of row i for final demand abroad that the partner r does not send back to s: X_r - (B Y)_rs, row j, column s. */
export const outputNotComingHome = ({ countryCount, output }: Pick<System, 'countryCount' | 'output'>, outputByDemand: Float64Array): Float64Array =>
  outputByDemand.map((value, at) => output[Math.floor(at / countryCount)] - value)

/** Below zero, flows, final demand and value added (inventories run down, losses) and rows that sell more than they make turn inequalities around without being errors, so those are asserted of tables without. */
export const isNonNegative = ({ coefficients, finalDemand, valueAddedShare, taxShare, imbalance }: System): boolean => [coefficients, finalDemand, valueAddedShare, taxShare, imbalance].every(values => values.every(value => value >= 0))

/** DC + FC + taxes = E, which decides on every variant. `idle`: in exports, of sectors without output, in no column. */
export const closes = (system: System, { DC, FC, taxes, GEXP }: Record<'DC' | 'FC' | 'taxes' | 'GEXP', Float64Array>, idle: Float64Array, level: Level): Identity =>
  identity('DC + FC + taxes + of sectors without output = E', DC.map((value, i) => value + FC[i] + taxes[i] + idle[i]), GEXP, rowLabel(system.labels, level))

/** Each column at most the next, where that follows from the signs of the table. */
export const ascending = (system: System, columns: Record<string, Float64Array>, level: Level): Identity[] => {
  const names = Object.keys(columns)
  return isNonNegative(system) ? names.slice(1).map((name, k) => atMost(`${names[k]} <= ${name}`, columns[names[k]], columns[name], rowLabel(system.labels, level))) : []
}

const amount = (says: string, formula: string): ColumnMeaning => ({ says, formula, unit: 'amount' })

/** Columns of every perspective; DVA, FVA and VAX differ by it. */
export const MEANINGS = {
  GEXP: amount('Gross exports.', 'E'),
  DC: amount('Value added from home in exports, double counting included.', 'd # E'),
  DVA: amount('Value added from home in exports, each part counted once.', 'of the perspective'),
  VAX: amount('The part of DVA that is used abroad in the end.', 'DVA - REF'),
  REF: amount('The part of DVA that is used at home in the end (reflection).', 'DVA - VAX'),
  DDC: amount('Value added from home counted more than once.', 'DC - DVA'),
  FC: amount('Value added from abroad in exports, double counting included.', 'f # E'),
  FVA: amount('Value added from abroad in exports, each part counted once.', 'of the perspective'),
  FDC: amount('Value added from abroad counted more than once.', 'FC - FVA'),
  taxes: amount('Taxes less subsidies on the inputs that exports took, wherever they were levied.', '(u - v B) # E')
}
