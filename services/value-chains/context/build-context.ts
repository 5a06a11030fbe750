/**
 * Where the organisations of a cluster or region stand in value chains, and whether they are linked with other countries as value added flows.
 *
 * Everything is drawn together from registered measures. Means over country-sectors are weighted by the organisations placed there (place-members.ts), shares of exports by these times exports
 * per unit of output, since a share of next to no exports says nothing. They say what a member's industry is like, not what its members are: a table knows industries, never firms.
 * `world`: the same industries over all countries, by output, shares of exports by exports.
 * Partners, for a unit of what each industry makes: `supplied` the part of it that a country added from abroad, `absorbed` the part of the industry's own value added that ends in
 * that country's final demand; both leave out the country the industry is in. Flows that links are compared with are value added of each of two countries that the other uses in the
 * end, both ways, by industry; each industry counts as much as organisations are in it.
 */
import type { Identity, ValueChainResult } from '../measure.ts'
import type { IndustryScheme } from '../industries/industry-map.ts'
import { mapIndustries } from '../industries/industry-map.ts'
import { worstOf } from '../identity.ts'
import { weightedMean } from '../sums.ts'
import type { System } from '../system.ts'
import { compareLinks } from './compare-links.ts'
import type { ComparedPair } from './compare-links.ts'
import { placeMembers } from './place-members.ts'
import type { MemberGroup, PlacedMembers } from './place-members.ts'

/** Links between organisations in two countries of the table, by index. */
export interface CountryLinks { a: number, b: number, links: number }
/** `abroad`: countries of the table that members could have links with though none is there; empty where links among members are compared. */
export interface ContextQuestion { members: readonly MemberGroup[], links: readonly CountryLinks[], abroad: readonly number[] }

/** NaN: not defined. */
export interface Place { upstreamness: number, downstreamness: number, backward: number, forward: number, gvc: number }
export interface PlacedIndustry extends Place { country: number, sector: number, organisations: number, world: Place }
export interface PartnerShares { country: number, supplied: number, absorbed: number }

export interface IndustryContext extends Omit<PlacedMembers, 'weights'> {
  scheme: IndustryScheme
  /** Indices of sectors that cannot be read. */
  unread: number[]
  /** Most organisations first. Empty where they stand for whole economies. */
  industries: PlacedIndustry[]
  /** Of all that are placed; null where none is. */
  mean: { here: Place, world: Place } | null
  /** Every country that is a partner, by supplied and absorbed together. */
  partners: PartnerShares[]
  pairs: ComparedPair[]
  identities: Identity[]
}

export const CONTEXT_MEASURES = ['upstreamness', 'participation', 'bmSource', 'tiva'] as const
const PLACE_KEYS = ['upstreamness', 'downstreamness', 'backward', 'forward', 'gvc'] as const

export function buildContext (system: System, measured: (name: string) => ValueChainResult, { members, links, abroad }: ContextQuestion): IndustryContext {
  const map = mapIndustries(system.labels)
  const { weights, ...placed } = placeMembers(system, map, members)
  const [steps, shares, source, absorbed] = CONTEXT_MEASURES.map(measured)
  const { GVC, GEXP } = source.tables.sector.columns
  const columns: Record<keyof Place, Float64Array> = {
    upstreamness: steps.tables.sector.columns.U,
    downstreamness: steps.tables.sector.columns.D,
    backward: shares.tables.sector.columns.backward,
    forward: shares.tables.sector.columns.forward,
    gvc: GVC.map((value, i) => value / GEXP[i])
  }
  const placeOf = (value: (key: keyof Place) => number): Place => Object.fromEntries(PLACE_KEYS.map(key => [key, value(key)])) as unknown as Place
  const world = worldOf(system, columns)
  const nodes = Array.from(weights.keys()).filter(i => weights[i] > 0)
  const exported = system.exports.map((value, i) => value / system.output[i])
  const exportedWorldwide = overCountries(system, exported, system.output)
  const demanded = absorbed.tables.sectorPair.columns.FD_VA
  return {
    ...placed,
    scheme: map.scheme,
    unread: map.unread,
    industries: placed.basis === 'countries'
      ? []
      : nodes.map(i => ({ country: Math.floor(i / system.sectorCount), sector: i % system.sectorCount, organisations: weights[i], ...placeOf(key => columns[key][i]), world: placeOf(key => world[key][i % system.sectorCount]) }))
        .sort((a, b) => b.organisations - a.organisations || a.country - b.country || a.sector - b.sector),
    mean: nodes.length === 0
      ? null
      : {
          here: placeOf(key => weightedMean(nodes, i => weights[i] * (ofExports(key) ? exported[i] : 1), i => columns[key][i])),
          world: placeOf(key => weightedMean(nodes, i => weights[i] * (ofExports(key) ? exportedWorldwide[i % system.sectorCount] : 1), i => world[key][i % system.sectorCount]))
        },
    partners: partnersOf(system, demanded, nodes, weights),
    pairs: pairsOf(system, demanded, placed.basis === 'industries' ? weights : null, { members, links, abroad }),
    identities: worstOf([steps, shares, source, absorbed].flatMap(({ identities }) => identities))
  }
}

const ofExports = (key: keyof Place): boolean => key !== 'upstreamness' && key !== 'downstreamness'

/** Of each sector over all countries: steps by output, shares of exports by exports. */
const worldOf = (system: System, columns: Record<keyof Place, Float64Array>): Record<keyof Place, Float64Array> =>
  Object.fromEntries(PLACE_KEYS.map(key => [key, overCountries(system, columns[key], ofExports(key) ? system.exports : system.output)])) as Record<keyof Place, Float64Array>

/** Of each sector, the mean of its values over all countries. */
const overCountries = ({ countryCount, sectorCount }: System, values: Float64Array, by: Float64Array): Float64Array => Float64Array.from({ length: sectorCount }, (_, k) =>
  weightedMean(Array.from({ length: countryCount }, (_, c) => c * sectorCount + k), i => by[i], i => values[i]))

function partnersOf (system: System, demanded: Float64Array, nodes: readonly number[], weights: Float64Array): PartnerShares[] {
  const { countryCount: g, sectorCount, n, valueAdded } = system
  const byOrigin = system.valueAddedByOrigin()
  const total = nodes.reduce((sum, i) => sum + weights[i], 0)
  /** What an industry in the country itself has of it is at home; what is not defined counts as nothing. */
  const part = (c: number, share: (i: number) => number): number => nodes.reduce((sum, i) => {
    const value = Math.floor(i / sectorCount) === c ? 0 : share(i)
    return Number.isFinite(value) ? sum + weights[i] * value : sum
  }, 0) / total
  return Array.from({ length: g }, (_, c) => ({ country: c, supplied: part(c, i => byOrigin[c * n + i]), absorbed: part(c, i => demanded[i * g + c] / valueAdded[i]) }))
    .filter(({ supplied, absorbed }) => supplied > 0 || absorbed > 0)
    .sort((a, b) => b.supplied + b.absorbed - a.supplied - a.absorbed || a.country - b.country)
}

/** Of the countries of members, with each other and with those abroad. `weights` null: all sectors as they are. */
function pairsOf ({ countryCount: g, sectorCount }: System, demanded: Float64Array, weights: Float64Array | null, { members, links, abroad }: ContextQuestion): ComparedPair[] {
  const homes = new Set(members.flatMap(({ country }) => country ?? []))
  const present = [...new Set([...homes, ...abroad])].sort((a, b) => a - b)
  const c = present.length
  const at = new Map(present.map((country, place) => [country, place]))
  const observed = new Float64Array(c * c)
  for (const { a, b, links: count } of links) {
    const [p, q] = [at.get(a), at.get(b)]
    if (p === undefined || q === undefined || p === q) continue
    observed[p * c + q] += count
    observed[q * c + p] += count
  }
  const flows = new Float64Array(c * c)
  for (let k = 0; k < sectorCount; k++) {
    const both = Float64Array.from({ length: c * c }, (_, pair) => {
      const [s, r] = [present[Math.floor(pair / c)], present[pair % c]]
      return s === r || !(homes.has(s) || homes.has(r)) ? 0 : demanded[(s * sectorCount + k) * g + r] + demanded[(r * sectorCount + k) * g + s]
    })
    const total = both.reduce((sum, value) => sum + value, 0)
    const here = weights === null ? total : present.reduce((sum, country) => sum + weights[country * sectorCount + k], 0)
    if (total > 0 && here > 0) for (let pair = 0; pair < c * c; pair++) flows[pair] += here * both[pair] / total
  }
  return compareLinks(observed, flows, c).map(pair => ({ ...pair, a: present[pair.a], b: present[pair.b] }))
}
