/** What an organisation offers and what it looks for: partner profiles, after the five kinds of the Enterprise Europe Network. */
import { z } from 'zod'
import { decimal } from './decimal.ts'
import { RowError } from './import.ts'
import { CountryCode, DomainCode, Id, LIST_LENGTH_MAX, NaceCode, RequiredText, textUpTo, Timestamp } from './scalars.ts'
import { ORGANISATION_KINDS } from './vocabulary.ts'

/** Who pays whom tells them apart: the one that would pay requests, the one that would be paid offers. */
export const PROFILE_TYPES = ['technology-offer', 'technology-request', 'business-offer', 'business-request', 'rd-request'] as const
export type ProfileType = typeof PROFILE_TYPES[number]
/** It says what the organisation has to give; every other says what it looks for. */
export const isOffer = (type: ProfileType): boolean => type === 'technology-offer' || type === 'business-offer'
/**
 * public: shown and matched, and stands in files. brokers: shown and matched only where the caller may write; never in exports, reports or briefs.
 * named-partners: as brokers, and matched only with the organisations it names.
 */
export const CONFIDENTIALITIES = ['public', 'brokers', 'named-partners'] as const
export const PROFILE_STATES = ['valid', 'not-yet-valid', 'expired'] as const

/** Profiles of one organisation that are kept, expired ones too: a firm has a handful at a time, and a broker reads them all. */
export const PROFILES_MAX = 50
/** Longest description: two pages, more than a partner reads. */
export const DESCRIPTION_LENGTH_MAX = 4000
/** Organisations that one profile may name: they are written to one by one. */
export const NAMED_PARTNERS_MAX = 50

const CalendarDate = z.iso.date('expected a date such as 2026-05-01')

const Fields = z.object({
  type: z.enum(PROFILE_TYPES),
  title: RequiredText,
  description: textUpTo(DESCRIPTION_LENGTH_MAX).default(''),
  domains: z.array(DomainCode).max(LIST_LENGTH_MAX).default([]),
  sectors: z.array(NaceCode).max(LIST_LENGTH_MAX).default([]),
  trl: z.number().int('expected a whole number from 1 to 9').min(1, 'expected a whole number from 1 to 9').max(9, 'expected a whole number from 1 to 9').nullable().default(null).describe('technology readiness level; null: not stated, or not a technology'),
  countries: z.array(CountryCode).max(LIST_LENGTH_MAX).default([]).describe('countries targeted; none: any'),
  partnerKinds: z.array(z.enum(ORGANISATION_KINDS)).max(ORGANISATION_KINDS.length).default([]).describe('kinds of partner sought; none: any'),
  validFrom: CalendarDate.nullable().default(null).describe('first day; null: since ever'),
  validUntil: CalendarDate.nullable().default(null).describe('last day; null: without end'),
  confidentiality: z.enum(CONFIDENTIALITIES).default('brokers'),
  namedPartners: z.array(Id).max(NAMED_PARTNERS_MAX).default([]).describe('organisations that may be told, where it is confidential to named partners')
})

/** What a caller may say; id, organisation and version are the service's. */
export const PartnerProfileInput = Fields
  .refine(({ validFrom, validUntil }) => validFrom === null || validUntil === null || validFrom <= validUntil, { path: ['validUntil'], error: 'must not be before the first day' })
  .refine(({ domains, sectors }) => domains.length + sectors.length > 0, { path: ['domains'], error: 'name at least one field or sector: what has none cannot be matched' })
  .refine(({ confidentiality, namedPartners }) => (confidentiality === 'named-partners') === (namedPartners.length > 0), { path: ['namedPartners'], error: 'are named where, and only where, the profile is for named partners' })
export type PartnerProfileInput = z.infer<typeof PartnerProfileInput>

export const BasedOn = z.object({ basedOn: decimal(z.number().int().min(1)).describe('the version that was read; CONFLICT where there is a newer one') })

export const PartnerProfile = Fields.extend({
  id: z.string(), organisation: Id, version: z.number().int().min(1), savedAt: Timestamp,
  state: z.enum(PROFILE_STATES).describe('today; only what is valid is matched')
})
export type PartnerProfile = z.infer<typeof PartnerProfile>

/** The body of a PUT: an answer of GET may come back as it was. `id`, if it is there, must be the one in the address; the rest of what the service adds changes nothing. */
export const PartnerProfileReplacement = PartnerProfileInput.safeExtend(PartnerProfile.pick({ id: true, organisation: true, version: true, savedAt: true, state: true }).partial().shape)
export type PartnerProfileReplacement = z.infer<typeof PartnerProfileReplacement>

export const ProfilesReport = z.object({
  status: z.enum(['completed', 'checked', 'refused']).describe('checked: a trial, nothing is written; refused: rows are wrong, nothing was written'),
  rowsRead: z.number().int(),
  profiles: z.array(z.object({ organisation: z.string(), title: z.string(), change: z.enum(['new', 'changed', 'same']), replaces: z.number().int().describe('the version that the row takes the place of, whoever saved it; 0: there was none') })).describe('what each row does, in their order, none where any is wrong; profiles that the file does not name stay as they are'),
  errorsTotal: z.number().int(),
  errors: z.array(RowError),
  problem: z.string().nullable()
})
export type ProfilesReport = z.infer<typeof ProfilesReport>
