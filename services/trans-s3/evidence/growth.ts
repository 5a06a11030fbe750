/**
 * How the work of a group has grown, by domain and year: networks that began with members in the group, organisations of the group in them, and pairs of organisations of different
 * countries that met in one, at least one of them in the group.
 *
 * A network is of the year in which it began, and of the domains it states with what follows from them. Pairs count once for each domain and year; networks above the size cap of the
 * run give none, as in its links. Growth is fitted through complete years alone (log-linear-growth.ts): programmes begin and end, and their first and last years hold fewer
 * networks whatever the group does. A domain is emerging where the lower end of its growth of networks is above the growth of all domains together: with forty domains chance alone makes one of them look so.
 * O(memberships + pairs of members). The rule for complete years is this project's own.
 */
import type { FollowingDomains } from '../../clusters/domain-sources.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { DatedNetworks } from './dated-networks.ts'
import type { EvidenceInput } from './evidence-input.ts'
import { growthRate } from './log-linear-growth.ts'
import type { Rate } from './log-linear-growth.ts'

export const GROWTH_COUNTS = ['projects', 'organisations', 'crossBorderLinks'] as const
export type GrowthCount = typeof GROWTH_COUNTS[number]

export interface DomainGrowth {
  /** null: all networks, with a domain or without. */
  domain: string | null
  /** By year. */
  counts: Record<GrowthCount, number[]>
  rates: Record<GrowthCount, Rate | null>
  /** null: too little to say. */
  emerging: boolean | null
}

/** Of everything in the run, not of the group alone. `from` and `until` are its first and last year; complete years lie between `firstComplete` and `lastComplete`, null where there is none. */
export interface ProgrammeYears { programme: string | null, networks: number, from: number, until: number, firstComplete: number | null, lastComplete: number | null }

export interface Growth {
  /** One after the other, from the first in which a network with members in the group began to the last. */
  years: number[]
  /** By year: first or last ones of a programme, left out of growth. */
  incomplete: boolean[]
  programmes: ProgrammeYears[]
  all: DomainGrowth
  /** Most networks first. */
  domains: DomainGrowth[]
  /** Networks with members in the group that state no year. */
  undated: number
  /** Networks above the size cap, whose pairs are not counted. */
  aboveCap: number
}

export interface GrowthInput {
  snapshot: Pick<Snapshot, 'ids' | 'country' | 'incidence' | 'networkDomains'>
  dated: Pick<DatedNetworks, 'years' | 'programme' | 'programmes'>
  /** Place in the group's parts of each organisation, -1: in none. */
  partOf: Int32Array
  following: FollowingDomains
  networkSizeMax: number
}

/** A year at either end of a programme is incomplete while it has less than this part of what its middle year has. The very first and last always are: nobody knows whether they are whole. */
const COMPLETE_SHARE = 0.5

/** Networks of complete years under which growth is said to rest on few: of thirty that do not grow, five years would tell anything from −34 to +51 per cent a year. */
export const FEW_NETWORKS = 30

/** Networks that growth is fitted to. */
export const networksFitted = ({ counts }: DomainGrowth, incomplete: readonly boolean[]): number => counts.projects.reduce((sum, count, y) => incomplete[y] ? sum : sum + count, 0)

/** Of a workspace's group on its run, with the themes that parts of programmes serve. */
export const growthOfGroup = ({ loaded: { snapshot, run }, group: { partOf }, reference }: EvidenceInput, dated: GrowthInput['dated']): Growth =>
  countGrowth({ snapshot, dated, partOf, following: Object.fromEntries(reference.domains.map(({ code, s3 }) => [code, s3])), networkSizeMax: run.request.projection.networkSizeMax })

class Counted {
  projects = 0
  readonly organisations = new Set<number>()
  readonly pairs = new Set<number>()
}

export function countGrowth ({ snapshot, dated, partOf, following, networkSizeMax }: GrowthInput): Growth {
  const { ids, country: { codes: country }, incidence: { networks, offsets, members }, networkDomains } = snapshot
  const cells = new Map<string | null, Map<number, Counted>>([[null, new Map()]])
  let [undated, aboveCap] = [0, 0]
  for (let k = 0; k < networks.length; k++) {
    const here = members.subarray(offsets[k], offsets[k + 1])
    const ours = Array.from(here).filter(i => partOf[i] >= 0)
    if (ours.length === 0) continue
    if (dated.years[k] === 0) {
      undated++
      continue
    }
    if (here.length > networkSizeMax) aboveCap++
    const pairs = here.length > networkSizeMax ? [] : pairsAcross(here)
    for (const domain of [null, ...domainsOf(k)]) {
      const cell = cellOf(domain, dated.years[k])
      cell.projects++
      for (const i of ours) cell.organisations.add(i)
      for (const pair of pairs) cell.pairs.add(pair)
    }
  }
  const present = [...cells.get(null)!.keys()]
  const [first, last] = [Math.min(...present), Math.max(...present)]
  const years = present.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, y) => first + y)
  const programmes = programmeYears(dated, offsets)
  const incomplete = years.map(year => !isComplete(year, dated, programmes))
  const grown = [...cells].map(([domain, byYear]) => growthOf(domain, byYear, years, incomplete))
  const all = grown.find(({ domain }) => domain === null)!
  const total = ({ counts }: DomainGrowth): number => counts.projects.reduce((sum, count) => sum + count, 0)
  const domains = grown.filter(each => each !== all).sort((a, b) => total(b) - total(a) || (a.domain! < b.domain! ? -1 : 1))
  for (const each of domains) if (each.rates.projects !== null && all.rates.projects !== null) each.emerging = each.rates.projects.lower > all.rates.projects.rate
  return { years, incomplete, programmes, all, domains, undated, aboveCap }

  function cellOf (domain: string | null, year: number): Counted {
    if (!cells.has(domain)) cells.set(domain, new Map())
    const byYear = cells.get(domain)!
    if (!byYear.has(year)) byYear.set(year, new Counted())
    return byYear.get(year)!
  }

  function domainsOf (k: number): Set<string> {
    const stated = Array.from(networkDomains.codes.subarray(networkDomains.offsets[k], networkDomains.offsets[k + 1]), code => networkDomains.values[code])
    return new Set(stated.flatMap(domain => [domain, ...following[domain] ?? []]))
  }

  /** Members are ascending, so a pair has one number. */
  function pairsAcross (here: Int32Array): number[] {
    const pairs: number[] = []
    for (let a = 0; a < here.length; a++) {
      for (let b = a + 1; b < here.length; b++) {
        const [i, j] = [here[a], here[b]]
        if ((partOf[i] >= 0 || partOf[j] >= 0) && country[i] >= 0 && country[j] >= 0 && country[i] !== country[j]) pairs.push(i * ids.length + j)
      }
    }
    return pairs
  }
}

function growthOf (domain: string | null, byYear: Map<number, Counted>, years: number[], incomplete: boolean[]): DomainGrowth {
  const of = (count: (cell: Counted) => number): number[] => years.map(year => byYear.has(year) ? count(byYear.get(year)!) : 0)
  const counts = { projects: of(({ projects }) => projects), organisations: of(({ organisations }) => organisations.size), crossBorderLinks: of(({ pairs }) => pairs.size) }
  const complete = years.filter((_, y) => !incomplete[y])
  const rates = Object.fromEntries(GROWTH_COUNTS.map(count => [count, growthRate(complete, counts[count].filter((_, y) => !incomplete[y]))])) as DomainGrowth['rates']
  return { domain, counts, rates, emerging: null }
}

/** Of each programme, and of what states none, with at least one dated network; most networks first. */
function programmeYears ({ years, programme, programmes }: GrowthInput['dated'], offsets: Int32Array): ProgrammeYears[] {
  const counts = Array.from({ length: programmes.length + 1 }, () => new Map<number, number>())
  years.forEach((year, k) => { if (year > 0 && offsets[k + 1] > offsets[k]) counts[programme[k] + 1].set(year, (counts[programme[k] + 1].get(year) ?? 0) + 1) })
  return counts.flatMap((byYear, p): ProgrammeYears[] => {
    if (byYear.size === 0) return []
    const [from, until] = [Math.min(...byYear.keys()), Math.max(...byYear.keys())]
    const sizes = [...byYear.values()].sort((a, b) => a - b)
    const enough = COMPLETE_SHARE * sizes[Math.floor(sizes.length / 2)]
    const isWhole = (year: number): boolean => (byYear.get(year) ?? 0) >= enough
    let [first, last] = [from + 1, until - 1]
    while (first <= last && !isWhole(first)) first++
    while (first <= last && !isWhole(last)) last--
    const none = first > last
    return [{ programme: p === 0 ? null : programmes[p - 1], networks: sizes.reduce((sum, size) => sum + size, 0), from, until, firstComplete: none ? null : first, lastComplete: none ? null : last }]
  }).sort((a, b) => b.networks - a.networks || ((a.programme ?? '') < (b.programme ?? '') ? -1 : 1))
}

/** Where at least half of what began in the year is of programmes for which it is a complete one. */
function isComplete (year: number, { years, programme, programmes }: GrowthInput['dated'], spans: ProgrammeYears[]): boolean {
  const whole = new Set(spans.filter(({ firstComplete, lastComplete }) => firstComplete !== null && lastComplete !== null && year >= firstComplete && year <= lastComplete).map(each => each.programme))
  let [began, inside] = [0, 0]
  for (let k = 0; k < years.length; k++) {
    if (years[k] !== year) continue
    began++
    if (whole.has(programme[k] < 0 ? null : programmes[programme[k]])) inside++
  }
  return began > 0 && inside >= began / 2
}
