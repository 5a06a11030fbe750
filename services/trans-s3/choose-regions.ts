/** The regions of a workspace: codes of one vintage, none inside another, each known. */
import { newestRegionCode, regionCodes } from '../contract/region-codes.ts'
import { regionName } from '../contract/region-name.ts'
import type { WorkspaceGroup } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import type { FieldError } from '../errors.ts'
import { VINTAGES_KNOWN } from '../reference/reference.ts'
import type { Reference } from '../reference/reference.ts'
import { liesIn, placeIn } from '../reports/report-group.ts'
import type { Part } from '../reports/report-group.ts'
import type { LoadedRun } from '../runs/run-service.ts'

/** A region of the group. `asked`: the code as the group has it; `code` that of the newest vintage, under which organisations are found. */
export interface GroupPart extends Part { asked: string }

export interface Group {
  /** By the order of the group. */
  parts: GroupPart[]
  /** Place in `parts` of each organisation of the run, -1: not in the group. */
  partOf: Int32Array
  /** Organisations in the group, ascending. */
  members: number[]
}

type Known = typeof VINTAGES_KNOWN[number]

/** INVALID_INPUT, naming every region that is wrong and why: unknown, of another vintage, twice, inside another one; and for a group of fewer than two. */
export function chooseRegions ({ vintage, regions }: WorkspaceGroup, reference: Reference): GroupPart[] {
  if (!VINTAGES_KNOWN.includes(vintage as Known)) throw refusal([{ path: 'group.vintage', value: vintage, message: `is not among the tables of this service; it has NUTS ${VINTAGES_KNOWN.join(' and ')}. Codes of the seven-year period 2021 to 2023 are mostly those of 2024` }])
  const found = regions.map((code, i) => findPart(code, vintage as Known, reference) ?? unknown(code, i, vintage as Known, reference))
  const errors = found.filter((each): each is FieldError => 'message' in each)
  const parts = found.filter((each): each is GroupPart => 'asked' in each)
  errors.push(...parts.flatMap((part, i) => parts.flatMap((other, j): FieldError[] => {
    const path = `group.regions.${i}`
    if (j < i && part.code === other.code) return [{ path, value: part.asked, message: `is named twice${part.asked === other.asked ? '' : `, as ${other.asked} too`}; take one out` }]
    return j !== i && liesIn(part, other) ? [{ path, value: part.asked, message: `(${part.name}) lies in ${other.asked} (${other.name}), which the group has too: its organisations would count twice. Take one of the two out` }] : []
  })))
  if (errors.length > 0) throw refusal(errors)
  if (parts.length < 2) throw refusal([{ path: 'group.regions', message: 'has one region; a joint strategy needs at least two' }])
  return parts
}

/** The regions with the organisations that a run has in each. */
export function placeGroup (parts: GroupPart[], { snapshot }: Pick<LoadedRun, 'snapshot'>): Group {
  const partOf = placeIn(parts, snapshot)
  return { parts, partOf, members: Array.from(partOf.keys()).filter(i => partOf[i] >= 0) }
}

/** Whether two codes name one region, whatever vintage either is of; a country is under EL and GR, UK and GB too. */
export const isSameRegion = (a: string, b: string, reference: Reference): boolean => a === b || newestRegionCode(a) === newestRegionCode(b) || (a.length === 2 && b.length === 2 && reference.country(a) !== undefined && reference.country(a) === reference.country(b))

function findPart (asked: string, vintage: Known, reference: Reference): GroupPart | null {
  if (asked.length === 2) {
    const country = reference.country(asked)
    return country === undefined ? null : { asked, code: country.code, name: country.name, namePl: country.namePl, kind: 'country', country: country.code, latitude: country.latitude, longitude: country.longitude }
  }
  const region = reference.region(asked, vintage)
  if (region === undefined) return null
  const name = regionName(region.name)
  return { asked, code: newestRegionCode(asked), name, namePl: name, kind: 'region', country: reference.country(region.country)?.code ?? region.country, latitude: region.latitude, longitude: region.longitude }
}

function unknown (code: string, i: number, vintage: Known, reference: Reference): FieldError {
  const path = `group.regions.${i}`
  const other = VINTAGES_KNOWN.find(known => known !== vintage && reference.region(code, known) !== undefined)
  if (other !== undefined) {
    const same = regionCodes(code).find(known => reference.region(known, vintage) !== undefined)
    return { path, value: code, message: `is a code of NUTS ${other}, the group is of NUTS ${vintage}${same === undefined ? '; use regions of one vintage' : `, where the region is ${same}`}` }
  }
  const near = reference.didYouMean(code.length === 2 ? 'countries' : 'regions', code)
  return { path, value: code, message: `is neither a region of NUTS ${vintage} nor a country${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}` }
}

const refusal = (errors: FieldError[]): ServiceError => new ServiceError('INVALID_INPUT', `${errors.map(({ path, value, message }) => `${value === undefined ? path : `region "${value}"`} ${message}`).join('; ')}.`, { errors })
