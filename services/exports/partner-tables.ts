/** Match lists and public partner profiles as CSV. */
import type { PartnerMatch } from '../contract/partner-match.ts'
import { MATCH_PARTS } from '../contract/partner-match.ts'
import type { PartnerProfile } from '../contract/partner-profile.ts'
import type { Column } from './csv.ts'
import { csvText } from './csv.ts'
import type { ExportedFile } from './export-view.ts'

const joined = (words: readonly string[]): string => words.join(' ')
const listed = (words: readonly string[]): string => words.join('; ')
const three = (value: number): string => value.toFixed(3)

export const PARTNER_COLUMNS: Array<Column<PartnerMatch>> = [
  { header: 'rank', value: row => row.rank },
  { header: 'id', value: row => row.organisation.id },
  { header: 'name', value: row => row.organisation.name },
  { header: 'kind', value: row => row.organisation.kind },
  { header: 'country', value: row => row.organisation.country },
  { header: 'city', value: row => row.organisation.city },
  { header: 'cluster', value: row => row.cluster },
  { header: 'partners', value: row => row.partners },
  { header: 'score', value: row => row.score },
  { header: 'weightKnown', value: row => row.weightKnown },
  ...MATCH_PARTS.flatMap((part, i): Array<Column<PartnerMatch>> => [
    { header: part, value: row => row.parts[i].value },
    { header: `${part}Percentile`, value: row => row.parts[i].percentile }
  ]),
  { header: 'steps', value: row => row.reasons.reach.steps },
  { header: 'via', value: row => row.reasons.reach.via?.name ?? null },
  { header: 'nearestFields', value: row => row.reasons.fit.map(({ own, theirs, proximity }) => `${own} ${theirs} ${three(proximity)}`).join('; ') },
  { header: 'adds', value: row => row.reasons.complementarity.map(({ term, adds }) => `${term} ${three(adds)}`).join('; ') },
  { header: 'hasWanted', value: row => joined(row.reasons.capability) },
  { header: 'inTargetedCountry', value: row => row.reasons.targeted },
  { header: 'answeringProfiles', value: row => row.reasons.answers.map(({ title }) => title).join(' | ') },
  { header: 'against', value: row => joined(row.against) }
]

/** Those that the import reads, and what the service adds, which it passes over. */
const PROFILE_COLUMNS: Array<Column<PartnerProfile>> = [
  { header: 'id', value: row => row.id },
  { header: 'organisation', value: row => row.organisation },
  { header: 'type', value: row => row.type },
  { header: 'title', value: row => row.title },
  { header: 'description', value: row => row.description },
  { header: 'domains', value: row => listed(row.domains) },
  { header: 'sectors', value: row => listed(row.sectors) },
  { header: 'trl', value: row => row.trl },
  { header: 'countries', value: row => listed(row.countries) },
  { header: 'partnerKinds', value: row => listed(row.partnerKinds) },
  { header: 'validFrom', value: row => row.validFrom },
  { header: 'validUntil', value: row => row.validUntil },
  { header: 'confidentiality', value: row => row.confidentiality },
  { header: 'namedPartners', value: row => listed(row.namedPartners) },
  { header: 'state', value: row => row.state },
  { header: 'version', value: row => row.version },
  { header: 'savedAt', value: row => row.savedAt }
]

/** Profiles that are public; the caller leaves out the rest. */
export const exportProfiles = (profiles: readonly PartnerProfile[], { softwareVersion, byteOrderMark }: { softwareVersion: string, byteOrderMark: boolean }): ExportedFile => ({
  contentType: 'text/csv; charset=utf-8; header=present',
  fileName: 'amber-road-partner-profiles.csv',
  body: csvText(profiles, {
    columns: PROFILE_COLUMNS, byteOrderMark,
    about: [
      { key: 'content', value: 'Public partner profiles, expired ones too; what is confidential is left out' },
      { key: 'software', value: `Amber Road ${softwareVersion}` }
    ]
  })
})
