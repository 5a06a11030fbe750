/** The bridge shortlist: organisations that stand on the way between countries, or between two clusters. */
import type { OrganisationFilter } from '../contract/filter.ts'
import type { Bridge } from '../contract/organisation-profile.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { clusterIndex } from './find-in-run.ts'
import { clusterShares, countryShares, partnersOf } from './link-shares.ts'
import { rankOf } from './ranks.ts'
import { selectOrganisations, wordOf } from './select.ts'
import type { OrganisationLookup } from './view-parts.ts'
import { clusterCodeOf, describeNodes } from './view-parts.ts'

export interface BridgeQuery {
  /** Only members of this cluster. */
  cluster?: string
  /** Only members of one of the two that have a link to the other. */
  between?: readonly [string, string]
  filter?: OrganisationFilter
  offset: number
  limit: number
}

/**
 * Organisations by bridge score (100 x the root of the product of two percentiles: cross-border betweenness and country participation),
 * greatest first, equals by id. `rank` is the rank in the whole run, not in this list. Without `between` only scores above 0 are listed.
 * `outside`: other clusters its links lead to; `countriesReached`: countries of its partners but its own, both strongest first. NOT_FOUND for an unknown code.
 */
export async function listBridges (loaded: LoadedRun, { cluster, between, filter = {}, offset, limit }: BridgeQuery, lookup: OrganisationLookup): Promise<{ items: Bridge[], total: number }> {
  const { snapshot, clusterOf, scores } = loaded
  const passing = selectOrganisations(snapshot, filter)
  const inside = cluster === undefined ? null : clusterIndex(loaded, cluster)
  const pair = between === undefined ? null : [clusterIndex(loaded, between[0]), clusterIndex(loaded, between[1])] as const
  const found: number[] = []
  for (let i = 0; i < passing.length; i++) {
    const score = scores.bridgeScore[i]
    if (passing[i] === 0 || Number.isNaN(score)) continue
    if (inside !== null && clusterOf[i] !== inside) continue
    if (pair === null ? score > 0 : joins(loaded, i, pair)) found.push(i)
  }
  found.sort((a, b) => scores.bridgeScore[b] - scores.bridgeScore[a] || a - b)
  const shown = found.slice(offset, offset + limit)
  const described = await describeNodes(loaded, shown, lookup)
  return { total: found.length, items: shown.map(i => bridgeRow(loaded, i, described.get(i)!)) }
}

function joins ({ clusterOf, projection: { graph } }: LoadedRun, i: number, [a, b]: readonly [number, number]): boolean {
  const other = clusterOf[i] === a ? b : clusterOf[i] === b ? a : null
  if (other === null) return false
  for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) if (clusterOf[graph.targets[slot]] === other) return true
  return false
}

function bridgeRow (loaded: LoadedRun, i: number, { name, country, city, kind }: { name: string, country: string, city: string | null, kind: string }): Bridge {
  const partners = partnersOf(loaded, i)
  const own = clusterCodeOf(loaded, i)
  const home = wordOf(loaded.snapshot.country, i)
  return {
    organisation: loaded.snapshot.ids[i], name, country, city, kind, cluster: own,
    bridgeScore: loaded.scores.bridgeScore[i],
    rank: rankOf(loaded, 'bridgeScore', i).rank ?? 0,
    crossBorderBetweenness: rankOf(loaded, 'crossBorderBetweenness', i),
    countryParticipation: rankOf(loaded, 'countryParticipation', i),
    degree: loaded.scores.degree[i],
    cutOff: loaded.scores.cutOff[i],
    outside: clusterShares(loaded, partners).filter(({ cluster }) => cluster !== own),
    countriesReached: countryShares(loaded, partners).map(({ country }) => country).filter(code => code !== home)
  }
}
