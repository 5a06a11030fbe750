/** What a report is asked for, as the address holds it, and the addresses of its files. */
import type { DOCUMENT_LANGUAGES, REPORT_FORMATS } from '../../../services/contract/report.ts'
import { REPORT_TEMPLATES, SUPPRESS_BELOW_DEFAULT } from '../../../services/contract/report.ts'
import { shownRun } from '../../api/service.ts'
import { change, language, view } from '../../state/store.ts'

export type ReportFormat = typeof REPORT_FORMATS[number]

export interface ReportChoice {
  countries: string[]
  regions: string[]
  template: typeof REPORT_TEMPLATES[number]
  cluster: string | null
  language: typeof DOCUMENT_LANGUAGES[number]
  suppressBelow: number
  /** The earlier run that it is compared with. */
  since: string | null
}

const words = (text: string | undefined): string[] => (text ?? '').split(',').filter(word => word !== '')

/** Of the view in use. A report is in the language of the page unless another was chosen. */
export function reportChoice (): ReportChoice {
  const { reportCountries, reportRegions, reportTemplate, reportCluster, reportLanguage, reportSuppress, reportSince } = view.value.choices
  const suppressBelow = Number(reportSuppress ?? SUPPRESS_BELOW_DEFAULT)
  return {
    countries: words(reportCountries),
    regions: words(reportRegions),
    template: REPORT_TEMPLATES.find(template => template === reportTemplate) ?? 'full',
    cluster: reportCluster ?? null,
    language: reportLanguage === 'en' || reportLanguage === 'pl' ? reportLanguage : language.value,
    suppressBelow: Number.isInteger(suppressBelow) ? suppressBelow : SUPPRESS_BELOW_DEFAULT,
    since: reportSince ?? null
  }
}

/** What the patch leaves out stays. */
export function chooseReport (patch: Partial<ReportChoice>): void {
  const { countries, regions, template, cluster, language: chosen, suppressBelow, since } = { ...reportChoice(), ...patch }
  const { reportCountries, reportRegions, reportTemplate, reportCluster, reportLanguage, reportSuppress, reportSince, ...others } = view.value.choices
  change({
    choices: {
      ...others,
      ...(countries.length > 0 && { reportCountries: countries.join(',') }),
      ...(regions.length > 0 && { reportRegions: regions.join(',') }),
      ...(template !== 'full' && { reportTemplate: template }),
      ...(cluster !== null && { reportCluster: cluster }),
      ...(chosen !== language.value && { reportLanguage: chosen }),
      ...(suppressBelow !== SUPPRESS_BELOW_DEFAULT && { reportSuppress: String(suppressBelow) }),
      ...(since !== null && { reportSince: since })
    }
  })
}

/** Null while something that must be chosen is not: a group, and the cluster of a report on one. */
export function reportQuery (choice: ReportChoice): Record<string, string> | null {
  const { countries, regions, template, cluster, language: chosen, suppressBelow, since } = choice
  if (countries.length + regions.length === 0 || (template === 'cluster' && cluster === null)) return null
  return {
    ...(countries.length > 0 && { countries: countries.join(',') }),
    ...(regions.length > 0 && { regions: regions.join(',') }),
    run: shownRun.value,
    template,
    ...(template === 'cluster' && cluster !== null && { cluster }),
    ...(since !== null && { since }),
    language: chosen,
    suppressBelow: String(suppressBelow)
  }
}

/** `inline`: to be shown on the page. */
export const reportPath = (query: Record<string, string>, format: ReportFormat, inline = false): string =>
  `/api/v1/reports?${new URLSearchParams({ ...query, format, ...(inline && { inline: 'true' }) }).toString().replaceAll('%2C', ',')}`

/** The same report on a command line. */
export const reportCommand = ({ suppressBelow, ...query }: Record<string, string>, format: ReportFormat): string =>
  ['amber-road report', ...Object.entries(query).map(([key, value]) => `--${key} ${value}`), `--suppress-below ${suppressBelow}`, `--format ${format}`, `-o report.${format === 'csv' ? 'zip' : format}`].join(' ')
