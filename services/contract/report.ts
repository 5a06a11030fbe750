/** A report on the clusters of a group of regions: what may be asked for. */
import { z } from 'zod'
import { decimal } from './decimal.ts'
import { commaList } from './page.ts'
import { CountryCode, NutsCode } from './scalars.ts'

export const REPORT_TEMPLATES = ['full', 'brief', 'cluster'] as const
export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const
export const DOCUMENT_LANGUAGES = ['en', 'pl'] as const
/** A count from 1 to this less 1 is withheld in reports: the smallest frequency that statistical offices commonly let out (Hundepool et al. 2012, Statistical Disclosure Control, ch. 5). */
export const SUPPRESS_BELOW_DEFAULT = 3
export const SUPPRESS_BELOW_MAX = 20
/** Regions and countries of one report: as many as a programme area has at NUTS 3, with room. */
export const REPORT_REGIONS_MAX = 400

const named = (example: string) => z.string().refine(list => /[^\s,]/.test(list), `names nothing: give codes between commas, such as ${example}, or leave it out`)

export const ReportQuery = z.object({
  countries: named('countries=PL,SE').pipe(commaList(CountryCode)).optional().describe('countries of the group, between commas'),
  regions: named('regions=PL63,LT011').pipe(commaList(NutsCode, REPORT_REGIONS_MAX)).optional().describe('NUTS codes at any level, between commas; a code includes what lies in it'),
  run: z.string().default('latest').describe('run id, or latest'),
  template: z.enum(REPORT_TEMPLATES).default('full').describe('full; brief: two pages; cluster: one cluster'),
  cluster: z.string().optional().describe('code of the cluster, for the template cluster'),
  since: z.string().optional().describe('an earlier run: what became of its clusters is a section of the report'),
  language: z.enum(DOCUMENT_LANGUAGES).default('en'),
  suppressBelow: decimal(z.number().int().min(0).max(SUPPRESS_BELOW_MAX)).default(SUPPRESS_BELOW_DEFAULT).describe('counts from 1 to this less 1 are withheld in tables by region or country; 0: none')
})
export type ReportQuery = z.infer<typeof ReportQuery>
