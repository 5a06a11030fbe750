/** Codes of an organisation, link or network against the reference data: unknown ones are refused with those most like them. */
import { ServiceError } from '../errors.ts'
import type { FieldError } from '../errors.ts'
import { VINTAGES_KNOWN } from '../reference/reference.ts'
import type { Reference } from '../reference/reference.ts'

interface Coded { country?: string, countries?: string[], region?: { code: string, vintage: string } | null, sectors?: string[], sector?: string | null, domains?: string[] }

/** `at`: path of the object in the body, with its dot. */
export function checkCodes (reference: Reference, { country, countries = [], region, sectors = [], sector = null, domains = [] }: Coded, at = ''): void {
  const errors: FieldError[] = []
  const near: string[] = []
  const refuse = (field: string, value: string, list: Parameters<Reference['didYouMean']>[0]): void => {
    const path = at + field
    const suggestions = reference.didYouMean(list, value)
    near.push(...suggestions)
    errors.push({ path, value, message: `is not in /api/v1/reference/${list}${suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : ''}` })
  }
  if (country !== undefined && reference.country(country) === undefined) refuse('country', country, 'countries')
  for (const [i, code] of countries.entries()) if (reference.country(code) === undefined) refuse(`countries.${i}`, code, 'countries')
  if (region !== undefined && region !== null) {
    const vintages = VINTAGES_KNOWN.filter(vintage => region.vintage === '2021' || vintage === region.vintage)
    if (!vintages.some(vintage => reference.region(region.code, vintage) !== undefined)) refuse('region.code', region.code, 'regions')
  }
  for (const [i, code] of sectors.entries()) if (reference.sector(code) === undefined) refuse(`sectors.${i}`, code, 'sectors')
  if (sector !== null && reference.sector(sector) === undefined) refuse('sector', sector, 'sectors')
  for (const [i, code] of domains.entries()) if (reference.domain(code) === undefined) refuse(`domains.${i}`, code, 'domains')
  if (errors.length > 0) throw new ServiceError('INVALID_INPUT', errors.map(({ path, value, message }) => `${path} "${value}" ${message}`).join('; '), { errors, didYouMean: near })
}
