/** What the data covers and what it lacks. All are counts of what the store holds now; a share is left to the reader of both counts. */
import { z } from 'zod'
import { FacetCount } from './filter.ts'

const count = z.number().int()

/** Of the organisations of one country, how many lack what. */
export const OrganisationGaps = z.object({
  country: z.string(), organisations: count,
  withoutRegion: count, estimatedRegion: count.describe('region found from the name of the city, not stated by the source'),
  withoutCity: count, withoutCoordinates: count, estimatedCoordinates: count.describe('centre of the city or region, not the organisation itself'),
  withoutSizeClass: count, withoutSectors: count, withoutDomains: count, withoutIdentifier: count,
  withoutName: count.describe('the source gives only the participant code, and the name reads "PIC" and its nine digits'),
  isolated: count.describe('neither a link nor a membership')
})
export type OrganisationGaps = z.infer<typeof OrganisationGaps>

export const NetworkGaps = z.object({
  source: z.string(), networks: count,
  withoutPeriod: count.describe('neither a first nor a last day'), withoutDomains: count, withoutTotal: count.describe('the source does not say how many members there are'),
  incomplete: count.describe('fewer organisations recorded here than the source says belong to it'),
  membersRecorded: count.describe('organisations recorded in networks whose source gives a total'), membersTotal: count.describe('members of these according to the source')
})
export type NetworkGaps = z.infer<typeof NetworkGaps>

export const YearCount = z.object({
  subject: z.enum(['networks', 'links', 'memberships']), bound: z.enum(['from', 'to']), year: z.string(), n: count
})
export type YearCount = z.infer<typeof YearCount>

export const ConnectionCount = z.object({ source: z.string(), kind: z.string().describe('kind of link, or MEMBER_OF'), n: count })
export type ConnectionCount = z.infer<typeof ConnectionCount>

export const Coverage = z.object({
  organisations: count, by: z.object({ country: z.array(FacetCount), kind: z.array(FacetCount), sizeClass: z.array(FacetCount), domain: z.array(FacetCount), source: z.array(FacetCount) }),
  gaps: z.array(OrganisationGaps).describe('by country, the one with the most organisations first'), networks: z.array(NetworkGaps).describe('by source'),
  years: z.array(YearCount).describe('beginnings and ends by year'), connections: z.array(ConnectionCount).describe('links of each kind and memberships by source')
})
export type Coverage = z.infer<typeof Coverage>

export const CoverageAnswer = Coverage.extend({ revision: count, cautions: z.array(z.string()) })
export type CoverageAnswer = z.infer<typeof CoverageAnswer>
