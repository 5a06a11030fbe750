/** Regions by name and NUTS code. */
import { useMemo } from 'preact/hooks'
import { newestRegionCode } from '../../services/contract/region-codes.ts'
import type { NutsRegion } from '../../services/contract/reference.ts'
import { useResource } from './resource.ts'

/** Regions of the newest vintage, then those that only the older one has, where no newer code stands for them. Undefined while they are on their way, or not needed. */
export function useRegions (needed = true): NutsRegion[] | undefined {
  const { value: newest } = useResource<{ items: NutsRegion[] }>(needed ? '/api/v1/reference/regions?vintage=2024' : null)
  const { value: older } = useResource<{ items: NutsRegion[] }>(needed ? '/api/v1/reference/regions?vintage=2016' : null)
  return useMemo(() => {
    if (newest === undefined || older === undefined) return undefined
    const known = new Set(newest.items.map(({ code }) => code))
    return [...newest.items, ...older.items.filter(({ code }) => !known.has(newestRegionCode(code)))]
  }, [newest, older])
}

/** Countries and regions under the codes of one vintage. */
export const useRegionsOf = (vintage: string | null): NutsRegion[] | undefined => useResource<{ items: NutsRegion[] }>(vintage === null ? null : `/api/v1/reference/regions?vintage=${vintage}`).value?.items
