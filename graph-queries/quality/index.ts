/** What the data covers, and what it lacks: counts over the whole store. */
import { defineQuery } from '../query.ts'

export const countOrganisationGaps = defineQuery('quality/count-organisation-gaps', {}, {
  country: 'text', organisations: 'number', withoutRegion: 'number', estimatedRegion: 'number', withoutCity: 'number', withoutCoordinates: 'number', estimatedCoordinates: 'number',
  withoutSizeClass: 'number', withoutSectors: 'number', withoutDomains: 'number', withoutIdentifier: 'number', withoutName: 'number', isolated: 'number'
})
export const countNetworkGaps = defineQuery('quality/count-network-gaps', {}, {
  source: 'text', networks: 'number', withoutPeriod: 'number', withoutDomains: 'number', withoutTotal: 'number', incomplete: 'number', membersRecorded: 'number', membersTotal: 'number'
})
export const countYears = defineQuery('quality/count-years', {}, { subject: 'text', bound: 'text', year: 'text', n: 'number' })
export const countConnections = defineQuery('quality/count-connections', {}, { source: 'text', kind: 'text', n: 'number' })
