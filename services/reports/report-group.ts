/** The group of countries and regions that a report is about, and who of the run is in it. */
import { isInRegion, newestRegionCode } from '../contract/region-codes.ts'
import type { ReportQuery } from '../contract/report.ts'
import { REPORT_REGIONS_MAX } from '../contract/report.ts'
import { ServiceError } from '../errors.ts'
import type { FieldError } from '../errors.ts'
import { distanceKm } from '../contract/distance.ts'
import { VINTAGES_KNOWN } from '../reference/reference.ts'
import type { Reference } from '../reference/reference.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { wordOf } from '../views/select.ts'

/** A country or region of the group; parts do not overlap. */
export interface Part {
  /** ISO 3166-1 alpha-2, or NUTS. */
  code: string
  name: string
  namePl: string
  kind: 'country' | 'region'
  /** ISO 3166-1 alpha-2. */
  country: string
  latitude: number
  longitude: number
}

export interface ReportGroup {
  /** Countries, then regions, each by code. */
  parts: Part[]
  /** Place in `parts` of each organisation, -1: not in the group. */
  partOf: Int32Array
  /** Organisations in the group, ascending. */
  members: number[]
  /** Codes asked for that lie in another one asked for, and are counted there. */
  absorbed: string[]
  /** Codes of an older vintage that were asked for, and what the same region is called now. */
  renamed: Array<{ asked: string, code: string }>
}

/** Codes named in a refusal, and unknown ones for which others like them are looked for: enough to see what a code should look like. */
const SUGGESTED_MAX = 8

const NEWEST = VINTAGES_KNOWN[0]
/** Regions named in the place of one that is gone. */
const NEAR_MAX = 3

/** Refuses no code at all, too many, unknown codes (with those most like them), regions that are gone and hold nobody, and a group in which the run has nobody or fewer than may be told apart. */
export function chooseGroup ({ snapshot, run }: Pick<LoadedRun, 'snapshot' | 'run'>, { countries = [], regions = [], suppressBelow }: ReportQuery, reference: Reference): ReportGroup {
  const asked = [...new Set([...countries, ...regions])]
  if (asked.length === 0) throw new ServiceError('INVALID_INPUT', `A report is about a group of countries or regions: name them, such as countries=PL,SE or regions=PL63,LT011. This run has organisations in ${presentCountries(snapshot)}.`)
  if (asked.length > REPORT_REGIONS_MAX) throw new ServiceError('INVALID_INPUT', `${asked.length} countries and regions are named, above ${REPORT_REGIONS_MAX}; name wider regions, or countries.`)
  const named = [...findCountries(countries, reference), ...findRegions(regions, reference)]
  refuseUnknown(named, reference)
  const parts = [...new Map(named.map(({ part }) => [part!.code, part!])).values()].sort((a, b) => a.kind === b.kind ? (a.code < b.code ? -1 : 1) : a.kind === 'country' ? -1 : 1)
  const outer = parts.filter(part => !parts.some(other => other !== part && liesIn(part, other)))
  const partOf = placeIn(outer, snapshot)
  const members = Array.from(partOf.keys()).filter(i => partOf[i] >= 0)
  refuseNobody(outer, partOf, snapshot, reference)
  refuseEmpty(members.length, asked, suppressBelow, snapshot, run.id)
  return { parts: outer, partOf, members, absorbed: parts.filter(part => !outer.includes(part)).map(({ code }) => code), renamed: renamedOf(named) }
}

interface Named { key: 'countries' | 'regions', code: string, part: Part | null }

const findCountries = (codes: readonly string[], reference: Reference): Named[] => codes.map(code => {
  const country = reference.country(code)
  return { key: 'countries', code, part: country === undefined ? null : countryPart(country) }
})

/** A NUTS code of level 0 is its country, with those of its organisations whose region is not known. */
const findRegions = (codes: readonly string[], reference: Reference): Named[] => codes.map(asked => {
  const code = newestRegionCode(asked)
  const region = VINTAGES_KNOWN.map(vintage => reference.region(code, vintage)).find(known => known !== undefined)
  if (region === undefined) return { key: 'regions', code: asked, part: null }
  const country = reference.country(region.country)
  if (region.level === 0 && country !== undefined) return { key: 'regions', code: asked, part: countryPart(country) }
  return { key: 'regions', code: asked, part: { code, name: region.name, namePl: region.name, kind: 'region', country: country?.code ?? region.country, latitude: region.latitude, longitude: region.longitude } }
})

const renamedOf = (named: readonly Named[]): ReportGroup['renamed'] => named.flatMap(({ key, code, part }) => key === 'regions' && part?.kind === 'region' && part.code !== code ? [{ asked: code, code: part.code }] : [])

const countryPart = ({ code, name, namePl, latitude, longitude }: NonNullable<ReturnType<Reference['country']>>): Part => ({ code, name, namePl, kind: 'country', country: code, latitude, longitude })

/** Codes like them are looked for up to SUGGESTED_MAX: a list that is wrong altogether should not take seconds. */
function refuseUnknown (named: Named[], reference: Reference): void {
  const unknown = named.filter(({ part }) => part === null)
  if (unknown.length === 0) return
  const near = unknown.map(({ key, code }, i) => i < SUGGESTED_MAX ? reference.didYouMean(key, code) : [])
  const errors: FieldError[] = unknown.map(({ key, code }, i) => ({ path: key, value: code, message: `is not in /api/v1/reference/${key}${near[i].length > 0 ? `; did you mean ${near[i].join(' or ')}?` : ''}` }))
  throw new ServiceError('INVALID_INPUT', errors.map(({ path, value, message }) => `${path} "${value}" ${message}`).join('; '), { errors, didYouMean: near.flat() })
}

export const liesIn = (inner: Part, outer: Part): boolean => inner.kind === 'region' && (outer.kind === 'country' ? inner.country === outer.code : isInRegion(inner.code, outer.code) && inner.code !== outer.code)

/** Place in `parts` of each organisation of a snapshot, -1: in none. */
export function placeIn (parts: Part[], { country, region, ids }: LoadedRun['snapshot']): Int32Array {
  const ofCountry = country.values.map(code => parts.findIndex(part => part.kind === 'country' && part.code === code))
  const ofRegion = region.values.map(code => parts.findIndex(part => part.kind === 'region' && isInRegion(code, part.code)))
  return Int32Array.from(ids, (_, i) => {
    const whole = country.codes[i] < 0 ? -1 : ofCountry[country.codes[i]]
    return whole >= 0 || region.codes[i] < 0 ? whole : ofRegion[region.codes[i]]
  })
}

function refuseEmpty (members: number, asked: string[], suppressBelow: number, snapshot: LoadedRun['snapshot'], run: string): void {
  if (members === 0) throw new ServiceError('INVALID_INPUT', `${run} has no organisation in ${asked.slice(0, SUGGESTED_MAX).join(', ')}; it has organisations in ${presentCountries(snapshot)}. Name one of these, or import data on the others and start a run.`)
  if (members < suppressBelow) throw new ServiceError('INVALID_INPUT', `${run} has fewer than ${suppressBelow} organisations in ${asked.slice(0, SUGGESTED_MAX).join(', ')}: the report would be about single organisations. Name more countries or regions, or set suppressBelow to 0 if the data may be published.`)
}

/** A region that NUTS no longer has, and that nobody in the run is in, would read as empty though its organisations are there under other codes. */
function refuseNobody (parts: Part[], partOf: Int32Array, { region }: LoadedRun['snapshot'], reference: Reference): void {
  const gone = parts.filter((part, p) => part.kind === 'region' && reference.region(part.code, NEWEST) === undefined && !partOf.includes(p))
  if (gone.length === 0) return
  const near = gone.map(part => {
    const level = part.code.length
    return reference.regions.filter(({ code, vintage, country }) => vintage === NEWEST && code.length === level && country === part.country && region.values.some(value => isInRegion(value, code)))
      .map(({ code, name, latitude, longitude }) => ({ code, text: `${code} (${name})`, km: distanceKm(part, { latitude, longitude }) })).sort((a, b) => a.km - b.km).slice(0, NEAR_MAX)
  })
  const errors: FieldError[] = gone.map(({ code, name }, i) =>
    ({ path: 'regions', value: code, message: `(${name}) is a region of NUTS 2016 that NUTS ${NEWEST} divides otherwise, and this run has nobody under it${near[i].length === 0 ? '' : `; nearest are ${near[i].map(({ text }) => text).join(', ')}`}` }))
  throw new ServiceError('INVALID_INPUT', `${errors.map(({ path, value, message }) => `${path} "${value}" ${message}`).join('; ')}.`, { errors, didYouMean: near.flat().map(({ code }) => code) })
}

/** "DE (4,057), SE (812), ...": most first. */
function presentCountries (snapshot: LoadedRun['snapshot']): string {
  const counts = new Map<string, number>()
  for (let i = 0; i < snapshot.ids.length; i++) {
    const code = wordOf(snapshot.country, i)
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const listed = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (listed.length === 0) return 'no country'
  return listed.slice(0, SUGGESTED_MAX).map(([code, count]) => `${code} (${count})`).join(', ') + (listed.length > SUGGESTED_MAX ? ` and ${listed.length - SUGGESTED_MAX} other countries` : '')
}
