/** The formats an import can have: one line each. */
import type { IMPORT_FORMATS } from '../../contract/vocabulary.ts'
import type { OpenFormat } from '../drafts.ts'
import { openCordis } from './cordis.ts'
import { openHorizon2020 } from './horizon2020.ts'
import { openLinksCsv } from './links-csv.ts'
import { openMembershipsCsv } from './memberships-csv.ts'
import { openOrganisationsCsv } from './organisations-csv.ts'

export const FORMATS: Record<typeof IMPORT_FORMATS[number], OpenFormat> = {
  'organisations-csv': openOrganisationsCsv,
  'links-csv': openLinksCsv,
  'memberships-csv': openMembershipsCsv,
  cordis: openCordis,
  horizon2020: openHorizon2020
}
