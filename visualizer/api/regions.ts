/** Regions by name and NUTS code. */
import { useMemo } from 'preact/hooks'
import { newestRegionCode } from '../../services/contract/region-codes.ts'
import { regionName } from '../../services/contract/region-name.ts'
import type { NutsRegion } from '../../services/contract/reference.ts'
import { useResource } from './resource.ts'
import { countryName } from './service.ts'

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

/** A country in the language of the page, whatever NUTS calls it; a region by its own name. */
export function placeName (code: string, regions: NutsRegion[] | undefined): string {
  const region = regions?.find(region => region.code === code)
  return code.length === 2 ? countryName(region?.country ?? code) : region?.name ?? code
}

/** Countries and regions under the codes of one vintage, named as people write them. */
export function useRegionsOf (vintage: string | null): NutsRegion[] | undefined {
  const { value } = useResource<{ items: NutsRegion[] }>(vintage === null ? null : `/api/v1/reference/regions?vintage=${vintage}`)
  return useMemo(() => value?.items.map(region => ({ ...region, name: regionName(region.name) })), [value])
}
