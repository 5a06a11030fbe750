/** How many organisations of a run each value of a filter would leave. */
import type { OrganisationFacets, OrganisationFilter } from '../contract/filter.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { Coded, MultiCoded } from '../snapshot/snapshot.ts'
import { clusterIndexes } from './find-in-run.ts'
import { keyMasks } from './select.ts'

const FACET_KEYS = ['country', 'kind', 'domain', 'sizeClass'] as const
type FacetKey = typeof FACET_KEYS[number]

/**
 * Counts for each value under the filter, each facet without its own key, so that an unticked value shows what ticking it would add.
 * Every value of the run is listed, also at 0; most frequent first. `cluster` narrows to clusters by code (NOT_FOUND if one is unknown).
 */
export function countRunFacets (loaded: LoadedRun, query: OrganisationFilter & { cluster?: string[] }): OrganisationFacets {
  const { snapshot, clusterOf } = loaded
  const masks = keyMasks(snapshot, query)
  const clusters = query.cluster === undefined ? null : new Set(clusterIndexes(loaded, query.cluster))
  const counts: Record<FacetKey, number[]> = {
    country: snapshot.country.values.map(() => 0),
    kind: snapshot.kind.values.map(() => 0),
    domain: snapshot.domains.values.map(() => 0),
    sizeClass: snapshot.sizeClass.values.map(() => 0)
  }
  let total = 0
  for (let i = 0; i < snapshot.ids.length; i++) {
    if (clusters !== null && !clusters.has(clusterOf[i])) continue
    const failed = masks.filter(({ mask }) => mask[i] === 0)
    if (failed.length === 0) total++
    if (failed.length > 1) continue
    for (const key of FACET_KEYS) {
      if (failed.length === 1 && failed[0].key !== key) continue
      if (key === 'domain') addAll(counts.domain, snapshot.domains, i)
      else addOne(counts[key], snapshot[key], i)
    }
  }
  return {
    total,
    country: listCounts(snapshot.country.values, counts.country),
    kind: listCounts(snapshot.kind.values, counts.kind),
    domain: listCounts(snapshot.domains.values, counts.domain),
    sizeClass: listCounts(snapshot.sizeClass.values, counts.sizeClass)
  }
}

function addOne (counts: number[], { codes }: Coded, i: number) {
  if (codes[i] >= 0) counts[codes[i]]++
}

function addAll (counts: number[], { offsets, codes }: MultiCoded, i: number) {
  for (let at = offsets[i]; at < offsets[i + 1]; at++) counts[codes[at]]++
}

/** Most frequent first, then alphabetical. */
export const listCounts = (values: string[], counts: ArrayLike<number>): Array<{ value: string, count: number }> =>
  values.map((value, i) => ({ value, count: counts[i] })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
