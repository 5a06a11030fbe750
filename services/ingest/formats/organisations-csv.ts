/**
 * Organisations, one a row. Columns: name and country; where known key (or id), kind, aliases, sizeClass, region (NUTS), city, latitude,
 * longitude, sectors, domains, identifiers (scheme:value), pic, ror, lei, vat, wikidata, national, website. Lists are divided by semicolons.
 */
import type { z } from 'zod'
import { Coordinates, Identifier, OrganisationInput } from '../../contract/organisation.ts'
import { CountryCode, DomainCode, NaceCode } from '../../contract/scalars.ts'
import { IDENTIFIER_SCHEMES } from '../../contract/vocabulary.ts'
import type { FormatContext, FormatReader, OrganisationDraft, RowDrafts } from '../drafts.ts'
import type { Notes } from '../notes.ts'
import { localIdentifier, ORGANISATION_ID } from '../organisation-index.ts'
import { resolvePlace } from '../place.ts'
import type { ResolvedPlace } from '../place.ts'
import { readRows } from '../read-rows.ts'
import type { Row } from '../row.ts'
import { describeSource, onlyFile } from './own-tables.ts'

const OWN_COLUMNS = IDENTIFIER_SCHEMES.filter(scheme => scheme !== 'local')

export async function openOrganisationsCsv (context: FormatContext): Promise<FormatReader> {
  const file = onlyFile(context.files)
  const { options, reference } = context

  async function * read (notes: Notes): AsyncGenerator<RowDrafts> {
    for await (const row of readRows(file, ['name', 'country'], context.read)) {
      const draft = readOrganisation(row, notes)
      yield { row, drafts: draft === null ? [] : [draft] }
    }
  }

  function readOrganisation (row: Row, notes: Notes): OrganisationDraft | null {
    const country = CountryCode.safeParse(row.text('country'))
    if (country.success && reference.country(country.data) === undefined) row.refuse('country', `a country code of ISO 3166-1${suggest(reference.didYouMean('countries', country.data))}`)
    if (row.text('kind') === '') notes.add('organisations without a kind recorded as other')
    const place = country.success ? readPlace(row, country.data, notes) : { region: null, coordinates: null }
    const organisation = row.accept(OrganisationInput, {
      name: row.text('name'),
      aliases: row.list('aliases'),
      kind: row.text('kind') || 'other',
      sizeClass: row.textOrNull('sizeClass'),
      country: row.text('country'),
      ...place,
      city: row.textOrNull('city'),
      sectors: readCodes(row, 'sectors', NaceCode, code => reference.sector(code) === undefined ? reference.didYouMean('sectors', code) : null),
      domains: readCodes(row, 'domains', DomainCode, code => reference.domain(code) === undefined ? reference.didYouMean('domains', code) : null),
      identifiers: readIdentifiers(row),
      website: row.textOrNull('website'),
      source: options.source
    })
    return organisation === null ? null : { type: 'organisation', organisation, id: serviceId(row), sharedVat: false }
  }

  function readPlace (row: Row, country: string, notes: Notes): Pick<ResolvedPlace, 'region' | 'coordinates'> {
    const [latitude, longitude] = [row.number('latitude', options.decimalComma), row.number('longitude', options.decimalComma)]
    if ((latitude === null) !== (longitude === null) && row.problems.length === 0) row.refuse(latitude === null ? 'latitude' : 'longitude', 'both latitude and longitude, or neither')
    const coordinates = latitude === null || longitude === null ? null : row.accept(Coordinates, { latitude, longitude, precision: 'exact' })
    const nutsCode = row.text('region')
    const { rejected, ...place } = resolvePlace({ country, nutsCode, nutsVintage: options.nutsVintage, city: row.textOrNull('city'), coordinates }, reference)
    if (rejected === 'unknown') row.refuse('region', `a NUTS code of 2024 or 2016${suggest(reference.didYouMean('regions', nutsCode))}`)
    if (rejected === 'other-country') row.refuse('region', `a NUTS code of ${country}, the country of the row`)
    if (rejected === 'far-from-city') notes.add('NUTS codes far from the city named beside them left out, the city taken', `${nutsCode} beside ${row.text('city')}`)
    return place
  }

  function readIdentifiers (row: Row): Array<z.output<typeof Identifier>> {
    const stated = OWN_COLUMNS.flatMap(scheme => row.text(scheme) === '' ? [] : [{ field: scheme as string, scheme: scheme as string, value: row.text(scheme) }])
    for (const text of row.list('identifiers')) {
      const colon = text.indexOf(':')
      stated.push({ field: 'identifiers', scheme: text.slice(0, Math.max(0, colon)), value: text.slice(colon + 1) })
    }
    const identifiers = stated.flatMap(({ field, scheme, value }) => {
      const identifier = Identifier.safeParse({ scheme, value })
      if (identifier.success) return [identifier.data]
      row.refuse(field, (OWN_COLUMNS as readonly string[]).includes(scheme) ? `${scheme.toUpperCase()}: ${identifier.error.issues[0].message}` : `scheme:value with a scheme of ${OWN_COLUMNS.join(', ')}`)
      return []
    })
    const key = row.text('key') || (serviceId(row) === null ? row.text('id') : '')
    return key === '' ? identifiers : [...identifiers, localIdentifier(options.source, key)]
  }

  return { dataSource: describeSource(options.source), read }
}

const serviceId = (row: Row): string | null => ORGANISATION_ID.test(row.text('id')) ? row.text('id') : null

/** Codes of a list, each of the right form and known; `unknown` gives suggestions for one that is not. */
function readCodes (row: Row, field: string, schema: z.ZodType<string, string>, unknown: (code: string) => string[] | null): string[] {
  return row.list(field).flatMap(text => {
    const code = schema.safeParse(text)
    const suggestions = code.success ? unknown(code.data) : []
    if (code.success && suggestions === null) return [code.data]
    row.refuse(field, code.success ? `a known code${suggest(suggestions ?? [])}` : code.error.issues[0].message, text)
    return []
  })
}

const suggest = (codes: string[]): string => codes.length === 0 ? '' : `; did you mean ${codes.join(', ')}?`
