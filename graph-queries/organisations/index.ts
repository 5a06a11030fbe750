/** Organisations, their identifiers and neighbours. */
import { defineQuery } from '../query.ts'

const ORGANISATION = {
  id: 'text', name: 'text', aliases: 'texts', kind: 'text', sizeClass: 'text?', country: 'text',
  regionCode: 'text?', regionVintage: 'text?', regionPrecision: 'text?', city: 'text?',
  latitude: 'number?', longitude: 'number?', coordinatesPrecision: 'text?',
  sectors: 'texts', domains: 'texts', identifiers: 'texts', website: 'text?', source: 'text', updatedAt: 'text'
} as const
/** Each null: not asked for. Several values mean any of them; regions, sectors and areaRegions include what their codes begin. */
const FILTER = {
  countries: 'texts?', regions: 'texts?', kinds: 'texts?', sizeClasses: 'texts?', domains: 'texts?', sectors: 'texts?', network: 'text?',
  areaCountries: 'texts?', areaRegions: 'texts?'
} as const
/** What a snapshot keeps. */
const BARE = {
  id: 'text', country: 'text', regionCode: 'text?', kind: 'text', sizeClass: 'text?', city: 'text?', latitude: 'number?', longitude: 'number?', sectors: 'texts', domains: 'texts'
} as const

export const upsertOrganisations = defineQuery('organisations/upsert-organisations', { rows: 'rows', revision: 'integer' }, { n: 'number' })
export const detachIdentifiers = defineQuery('organisations/detach-identifiers', { rows: 'rows' }, { n: 'number' })
export const upsertIdentifiers = defineQuery('organisations/upsert-identifiers', { rows: 'rows' }, { n: 'number' })
export const deleteOrganisation = defineQuery('organisations/delete-organisation', { id: 'text' }, { n: 'number' })
export const getOrganisations = defineQuery('organisations/get-organisations', { ids: 'texts' }, ORGANISATION)
export const findOrganisations = defineQuery('organisations/find-organisations', { ids: 'texts' }, { id: 'text' })
export const findIdentifiers = defineQuery('organisations/find-identifiers', { keys: 'texts' }, { key: 'text', id: 'text' })
export const listOrganisations = defineQuery('organisations/list-organisations', { ...FILTER, afterKey: 'text', afterId: 'text', limit: 'integer' }, { ...ORGANISATION, nameKey: 'text' })
export const countOrganisations = defineQuery('organisations/count-organisations', FILTER, { n: 'number' })
export const countFacet = defineQuery('organisations/count-facet', { ...FILTER, facet: 'text' }, { value: 'text', count: 'number' })
export const streamOrganisations = defineQuery('organisations/stream-organisations', {}, ORGANISATION)
export const listNeighbours = defineQuery('organisations/list-neighbours', { ids: 'texts', known: 'texts', networkSizeMax: 'integer', limit: 'integer' },
  { id: 'text', name: 'text', kind: 'text', country: 'text', city: 'text?', nameKey: 'text' })
export const streamBareOrganisations = defineQuery('organisations/stream-bare-organisations', {}, BARE)
export const streamChangedOrganisations = defineQuery('organisations/stream-changed-organisations', { since: 'integer' }, BARE)
