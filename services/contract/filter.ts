/** Which organisations count: the one filter that lists, views and exports share. Several values in one key mean "any of". */
import { z } from 'zod'
import { commaList, PageQuery } from './page.ts'
import { DomainCode, FilteredCountry, Id, NaceCode, NutsCode, Text } from './scalars.ts'
import { ORGANISATION_KINDS, SIZE_CLASSES } from './vocabulary.ts'

export const OrganisationFilter = z.object({
  country: commaList(FilteredCountry).optional(),
  region: commaList(NutsCode).optional().describe('NUTS codes at any level; a code includes what lies in it, and stands for the other code of a region that has one in NUTS 2016 and another in NUTS 2024'),
  kind: commaList(z.enum(ORGANISATION_KINDS)).optional(),
  sizeClass: commaList(z.enum(SIZE_CLASSES)).optional(),
  domain: commaList(DomainCode).optional(),
  sector: commaList(NaceCode).optional(),
  network: Id.optional(),
  programmeArea: z.enum(['bsr']).optional().describe('bsr: the Interreg Baltic Sea Region programme area; of Germany only DE3 DE4 DE5 DE6 DE8 DE93 DEF, and only organisations whose place is known')
})
export type OrganisationFilter = z.infer<typeof OrganisationFilter>

export const OrganisationListQuery = OrganisationFilter.extend({ ...PageQuery.shape, q: Text.optional().describe('name, alias, city or identifier; forgiving of spelling and diacritics'), sort: z.enum(['name', 'relevance']).optional().describe('name is the default without q, relevance with it') })

export const FacetCount = z.object({ value: z.string(), count: z.number().int() })
export const OrganisationFacets = z.object({
  total: z.number().int(), country: z.array(FacetCount), kind: z.array(FacetCount), domain: z.array(FacetCount), sizeClass: z.array(FacetCount)
})
export type OrganisationFacets = z.infer<typeof OrganisationFacets>
