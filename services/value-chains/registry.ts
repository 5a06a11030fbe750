/** The one list of measures of input-output tables. */
import { kww } from './decompositions/kww.ts'
import { verticalSpecialisation } from './decompositions/vertical-specialisation.ts'
import type { ValueChainMeasure } from './measure.ts'

export const VALUE_CHAIN_MEASURES: ReadonlyMap<string, ValueChainMeasure> = new Map([
  kww,
  verticalSpecialisation
].map(entry => [entry.name, entry]))
