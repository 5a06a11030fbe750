/** Which organisations of a snapshot pass a filter, read off its typed arrays. Several values in one key mean "any of"; all keys must hold. */
import type { OrganisationFilter } from '../contract/filter.ts'
import { isInSector } from '../contract/nace-section.ts'
import { isInBsr } from '../contract/programme-area.ts'
import { isInRegion } from '../contract/region-codes.ts'
import type { Coded, MultiCoded, Snapshot } from '../snapshot/snapshot.ts'

/** One byte for each organisation: 1 passes. */
export type Mask = Uint8Array
export interface KeyMask { key: keyof OrganisationFilter, mask: Mask }

/** Organisations that pass every key of the filter. */
export function selectOrganisations (snapshot: Snapshot, filter: OrganisationFilter): Mask {
  const passing = new Uint8Array(snapshot.ids.length).fill(1)
  for (const { mask } of keyMasks(snapshot, filter)) for (let i = 0; i < passing.length; i++) passing[i] &= mask[i]
  return passing
}

/** The filter key by key; keys that are not set are left out. */
export function keyMasks (snapshot: Snapshot, filter: OrganisationFilter): KeyMask[] {
  const masks: KeyMask[] = []
  const { country, region, kind, sizeClass, domain, sector, network, programmeArea } = filter
  if (country !== undefined) masks.push({ key: 'country', mask: maskOf(snapshot.country, value => country.includes(value)) })
  if (region !== undefined) masks.push({ key: 'region', mask: maskOf(snapshot.region, value => region.some(code => isInRegion(value, code))) })
  if (kind !== undefined) masks.push({ key: 'kind', mask: maskOf(snapshot.kind, value => kind.some(word => word === value)) })
  if (sizeClass !== undefined) masks.push({ key: 'sizeClass', mask: maskOf(snapshot.sizeClass, value => sizeClass.some(word => word === value)) })
  if (domain !== undefined) masks.push({ key: 'domain', mask: maskOfAny(snapshot.domains, value => domain.includes(value)) })
  if (sector !== undefined) masks.push({ key: 'sector', mask: maskOfAny(snapshot.sectors, value => sector.some(code => isInSector(value, code))) })
  if (network !== undefined) masks.push({ key: 'network', mask: membersMask(snapshot, network) })
  if (programmeArea === 'bsr') masks.push({ key: 'programmeArea', mask: bsrMask(snapshot) })
  return masks
}

/** Number of bytes set. */
export function countMask (mask: Mask): number {
  let count = 0
  for (let i = 0; i < mask.length; i++) count += mask[i]
  return count
}

function maskOf ({ codes, values }: Coded, allows: (value: string) => boolean): Mask {
  const allowed = values.map(allows)
  const mask = new Uint8Array(codes.length)
  for (let i = 0; i < codes.length; i++) mask[i] = codes[i] >= 0 && allowed[codes[i]] ? 1 : 0
  return mask
}

function maskOfAny ({ offsets, codes, values }: MultiCoded, allows: (value: string) => boolean): Mask {
  const allowed = values.map(allows)
  const mask = new Uint8Array(offsets.length - 1)
  for (let i = 0; i < mask.length; i++) {
    for (let at = offsets[i]; at < offsets[i + 1]; at++) if (allowed[codes[at]]) mask[i] = 1
  }
  return mask
}

function membersMask ({ ids, incidence }: Snapshot, network: string): Mask {
  const mask = new Uint8Array(ids.length)
  const k = incidence.networks.indexOf(network)
  if (k >= 0) for (let at = incidence.offsets[k]; at < incidence.offsets[k + 1]; at++) mask[incidence.members[at]] = 1
  return mask
}

function bsrMask ({ ids, country, region }: Snapshot): Mask {
  const mask = new Uint8Array(ids.length)
  for (let i = 0; i < mask.length; i++) mask[i] = isInBsr(wordOf(country, i) ?? '', wordOf(region, i)) ? 1 : 0
  return mask
}

/** The word of node i, null if it has none. */
export const wordOf = ({ codes, values }: Coded, i: number): string | null => codes[i] < 0 ? null : values[codes[i]]

/** The words of node i. */
export const wordsOf = ({ offsets, codes, values }: MultiCoded, i: number): string[] =>
  Array.from(codes.subarray(offsets[i], offsets[i + 1]), code => values[code])
