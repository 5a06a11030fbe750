/** The scalars that entities are made of. Each refuses what a store could not give back unchanged. */
import { z } from 'zod'
import { NUTS_VINTAGES } from './vocabulary.ts'

/** Longest name, title or free line accepted: the longest in the Horizon 2020 files has 246 characters. */
export const TEXT_LENGTH_MAX = 500
/** Longest list inside one record (aliases, sectors, domains, identifiers): more is a mapping mistake, not data. */
export const LIST_LENGTH_MAX = 100

const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/ // eslint-disable-line no-control-regex -- the characters this refuses
/** Half of a UTF-16 pair: no character, and no store could give it back. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** Text of at most so many characters: trimmed, NFC, without control characters (U+0000 would cut it in SQLite). */
export const textUpTo = (length: number) => z.string().max(length, `at most ${length} characters`)
  .refine(value => !CONTROL_CHARACTERS.test(value), 'control characters are not allowed')
  .refine(value => !LONE_SURROGATE.test(value), 'half of a UTF-16 pair is not a character')
  .transform(value => value.normalize('NFC').trim())
/** One line of text. */
export const Text = textUpTo(TEXT_LENGTH_MAX)
export const RequiredText = Text.pipe(z.string().min(1, 'must not be empty'))

/** A stable id made by the service: prefix, hyphen, Crockford base 32 (no i l o u). vcn: a country or country-sector of an input-output table, which no store keeps. */
export const Id = z.string().regex(/^(org|net|lnk|mem|run|imp|src|vcn)-[0-9a-hjkmnp-tv-z]{12}$/, 'expected an id made by this service, such as org-7g2k9x0m4q8r')

/** ISO 8601 calendar date, or only its year or year and month. */
export const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'expected a date such as 2019-05-01, 2019-05 or 2019')
export const Timestamp = z.iso.datetime()

const inIso = (code: string): string => code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code
/** ISO 3166-1 alpha-2. Eurostat's EL and UK are accepted and stored as GR and GB. */
export const CountryCode = z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'expected a two-letter country code such as PL').transform(inIso)
/** What stands for a country of an input-output table that is a group of countries, or that the service does not know: no country code looks like it. */
export const OWN_COUNTRY_CODE = /^X-[A-Z0-9-]{1,16}$/
/** Of a filter: nodes of a table may have such a code of our own. */
export const FilteredCountry = z.string().trim().toUpperCase().regex(new RegExp(`^[A-Z]{2}$|${OWN_COUNTRY_CODE.source}`), 'expected a two-letter country code such as PL').transform(inIso)

/** NUTS code at any level: country (Eurostat's spelling, EL and UK) plus up to three characters. */
export const NutsCode = z.string().trim().toUpperCase().regex(/^[A-Z]{2}[0-9A-Z]{0,3}$/, 'expected a NUTS code such as PL84 or LV008')
export const NutsVintage = z.enum(NUTS_VINTAGES)

/** NACE Rev. 2: section letter, division, group or class (C, 10, 10.1, 10.11); a section letter before the digits (M72) is dropped. */
export const NaceCode = z.string().trim().toUpperCase().regex(/^([A-U]|[A-U]?\d{2}(\.\d{1,2})?)$/, 'expected a NACE Rev. 2 code such as C, 10.1 or M72')
  .transform(code => /^[A-U]\d/.test(code) ? code.slice(1) : code)

/** Domain code: taxonomy, colon, code (s3:bioeconomy, h2020:SC2). */
export const DomainCode = z.string().trim().regex(/^(s3|h2020):[A-Za-z0-9+-]{1,40}$/, 'expected a domain code such as s3:bioeconomy or h2020:SC2')

/**
 * Weights other than 0 lie between these: doubles end near 1e-308 and 1e308, so products of two and quotients of two, their squares' sums over
 * ten million links and lengths 1 / weight stay numbers. Wider than any unit needs: the mass of an electron in kg is 1e-30, that of the Sun 2e30.
 */
export const WEIGHT_MIN = 1e-50
export const WEIGHT_MAX = 1e50
const WEIGHTS = `expected a weight of 0, or from ${WEIGHT_MIN} to ${WEIGHT_MAX}`
/** Link weight. Zero is kept in the data and left out of topology. */
export const Weight = z.number().min(0, WEIGHTS).max(WEIGHT_MAX, WEIGHTS).refine(weight => weight <= 0 || weight >= WEIGHT_MIN, WEIGHTS)
export const Share = z.number().min(0).max(1)
export const Website = z.url({ protocol: /^https?$/ }).max(TEXT_LENGTH_MAX)
