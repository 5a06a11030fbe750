/**
 * Where organisations stand in a table: each is one whole, shared equally among its NACE codes, and within a code among the industries that hold it by what its country makes of each.
 *
 * A code that no industry holds counts for nothing and is told; what is left of an organisation is shared among its other codes. Where few have a code that is found
 * (PLACED_SHARE_MIN), all stand for the whole economy of their countries instead, sectors by output, since a few would speak for many.
 */
import type { IndustryMap } from '../industries/industry-map.ts'
import type { System } from '../system.ts'

/** Organisations of one country with the same NACE codes. `country`: index in the table, null where it does not have it. */
export interface MemberGroup { country: number | null, sectors: readonly string[], organisations: number }

/** Below this part of the organisations whose industry is known, those say little of the others. */
export const PLACED_SHARE_MIN = 0.1

export interface PlacedMembers {
  /** `industries`: where their sectors stand; `countries`: all sectors of their countries, as too few have a sector that is found. */
  basis: 'industries' | 'countries'
  /** Organisations by country-sector of the table, n; adds up to those that are placed. */
  weights: Float64Array
  organisations: number
  withSectors: number
  /** With a country of the table and a code that one of its industries holds. */
  inIndustries: number
  /** NACE codes that no industry of the table holds, and organisations that have them, most first. */
  missing: Array<{ code: string, organisations: number }>
  /** NACE codes that stand in an industry whose name says otherwise, most first. */
  moved: Array<{ code: string, industries: number[], why: string, organisations: number }>
}

type Size = Pick<System, 'n' | 'sectorCount' | 'output'>

export function placeMembers (system: Size, { industriesOf }: IndustryMap, groups: readonly MemberGroup[]): PlacedMembers {
  const found = new Map<string, ReturnType<IndustryMap['industriesOf']>>()
  const look = (code: string) => found.get(code) ?? found.set(code, industriesOf(code)).get(code)!
  const weights = new Float64Array(system.n)
  const having = new Map<string, number>()
  let [organisations, withSectors, inIndustries] = [0, 0, 0]
  for (const { country, sectors, organisations: count } of groups) {
    organisations += count
    if (sectors.length > 0) withSectors += count
    for (const code of sectors) having.set(code, (having.get(code) ?? 0) + count)
    if (country === null) continue
    const shares = sectors.map(code => sharesOf(system, country, look(code).sectors)).filter(share => share.length > 0)
    if (shares.length === 0) continue
    inIndustries += count
    for (const { node, share } of shares.flat()) weights[node] += count * share / shares.length
  }
  const basis = inIndustries > 0 && inIndustries >= PLACED_SHARE_MIN * organisations ? 'industries' : 'countries'
  const codes = [...having].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return {
    basis,
    weights: basis === 'industries' ? weights : wholeEconomies(system, groups),
    organisations,
    withSectors,
    inIndustries,
    missing: codes.filter(([code]) => look(code).sectors.length === 0).map(([code, count]) => ({ code, organisations: count })),
    moved: codes.filter(([code]) => look(code).moved !== '').map(([code, count]) => ({ code, industries: look(code).sectors, why: look(code).moved, organisations: count }))
  }
}

/** Shares of one whole by output; where the country makes nothing of any, there is none. */
function sharesOf ({ sectorCount, output }: Size, country: number, sectors: readonly number[]): Array<{ node: number, share: number }> {
  const nodes = sectors.map(sector => country * sectorCount + sector).filter(node => output[node] > 0)
  const total = nodes.reduce((sum, node) => sum + output[node], 0)
  return nodes.map(node => ({ node, share: output[node] / total }))
}

function wholeEconomies (system: Size, groups: readonly MemberGroup[]): Float64Array {
  const weights = new Float64Array(system.n)
  const everySector = Array.from({ length: system.sectorCount }, (_, k) => k)
  for (const { country, organisations } of groups) if (country !== null) for (const { node, share } of sharesOf(system, country, everySector)) weights[node] += organisations * share
  return weights
}
