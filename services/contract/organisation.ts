/** An organisation: company, institute, public body or other body that can be linked to others and belong to networks. */
import { z } from 'zod'
import { IDENTIFIER_SCHEMES, ORGANISATION_KINDS, PLACE_PRECISIONS, SIZE_CLASSES } from './vocabulary.ts'
import { CountryCode, DomainCode, Id, LIST_LENGTH_MAX, NaceCode, NutsCode, NutsVintage, RequiredText, Text, Timestamp, Website } from './scalars.ts'
import { hasValidCheck, normaliseIdentifier } from './identifiers.ts'

export const Identifier = z.object({
  scheme: z.enum(IDENTIFIER_SCHEMES),
  value: RequiredText
}).transform(identifier => normaliseIdentifier(identifier))
  .refine(identifier => hasValidCheck(identifier), { error: 'the check digits do not fit the identifier', path: ['value'] })
export type Identifier = z.infer<typeof Identifier>

export const Coordinates = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  precision: z.enum(PLACE_PRECISIONS).describe('estimated: centre of the city or region, not the organisation itself')
})

export const Region = z.object({
  code: NutsCode,
  vintage: NutsVintage.describe('NUTS version the code belongs to: codes change between versions'),
  precision: z.enum(PLACE_PRECISIONS).describe('estimated: found from the name of the city')
})

/** What a caller may say about an organisation; id and time stamps are the service's. */
export const OrganisationInput = z.object({
  name: RequiredText,
  aliases: z.array(RequiredText).max(LIST_LENGTH_MAX).default([]),
  kind: z.enum(ORGANISATION_KINDS),
  sizeClass: z.enum(SIZE_CLASSES).nullable().default(null).describe('sme: small or medium, class not known'),
  country: CountryCode,
  region: Region.nullable().default(null),
  city: Text.nullable().default(null),
  coordinates: Coordinates.nullable().default(null),
  sectors: z.array(NaceCode).max(LIST_LENGTH_MAX).default([]),
  domains: z.array(DomainCode).max(LIST_LENGTH_MAX).default([]),
  identifiers: z.array(Identifier).max(LIST_LENGTH_MAX).default([]),
  website: Website.nullable().default(null),
  source: RequiredText.default('manual').describe('key of the data source, see /api/v1/sources')
})
export type OrganisationInput = z.infer<typeof OrganisationInput>

export const Organisation = OrganisationInput.extend({ id: Id, updatedAt: Timestamp })
export type Organisation = z.infer<typeof Organisation>

/** An organisation as shown in a list of results: enough for a row and a label. */
export const OrganisationSummary = z.object({
  id: Id, name: z.string(), kind: z.enum(ORGANISATION_KINDS), country: z.string(), city: z.string().nullable()
})
export type OrganisationSummary = z.infer<typeof OrganisationSummary>
