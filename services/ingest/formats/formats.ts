/** The formats an import can have: one line each. */
import type { IMPORT_FORMATS } from '../../contract/vocabulary.ts'
import type { OpenFormat } from '../drafts.ts'
import { openHorizon2020 } from './horizon2020.ts'

export const FORMATS: Record<typeof IMPORT_FORMATS[number], OpenFormat> = {
  'organisations-csv': openHorizon2020,
  'links-csv': openHorizon2020,
  'memberships-csv': openHorizon2020,
  cordis: openHorizon2020,
  horizon2020: openHorizon2020
}
