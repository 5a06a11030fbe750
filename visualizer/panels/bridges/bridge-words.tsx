/** What the bridge screen says of sides and of organisations between them: names of sides, and sentences made of numbers. */
import { useMemo } from 'preact/hooks'
import type { Bridge, BridgeReasons, Pair } from '../../../services/contract/bridge.ts'
import { isPlaceholderName } from '../../../services/contract/placeholder-name.ts'
import type { NutsRegion } from '../../../services/contract/reference.ts'
import { regionCodes } from '../../../services/contract/region-codes.ts'
import { bridgesContext, SIDE_KEYS, SideText } from '../../../services/contract/side.ts'
import type { Side } from '../../../services/contract/side.ts'
import { clusterName, countryName, domainName } from '../../api/service.ts'
import { useRegions } from '../../api/regions.ts'
import { ofTable } from '../../state/store.ts'
import type { View } from '../../state/view.ts'
import { t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'

/** Choices of the screen as the API takes them. */
export function bridgeChoices ({ a, b, who, order, hidden }: View['choices']): Record<string, string> {
  const asked = { a, ...(a !== undefined && b !== undefined && { b, who, order }), without: hidden }
  return Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

export const readSide = (text: string | undefined): Side | null => text === undefined ? null : SideText.safeParse(text).data ?? null

/** The question that feedback is given on; null where a side is missing or cannot be read, as when an address was typed by hand. */
export function feedbackContext ({ a, b }: View['choices']): string | null {
  const [one, other] = [readSide(a), readSide(b)]
  return one === null || other === null ? null : bridgesContext(one, other)
}

/** Regions by code: none while they are on their way, or where no side names one. */
export function useRegionsByCode (needed: boolean): ReadonlyMap<string, NutsRegion> {
  const regions = useRegions(needed)
  return useMemo(() => new Map(regions?.flatMap(region => regionCodes(region.code).map(code => [code, region]))), [regions])
}

/** A side in words; its text where it cannot be read. */
export function sideName (text: string, regions: ReadonlyMap<string, NutsRegion>): string {
  const side = readSide(text)
  if (side === null) return text
  const words = {
    cluster: clusterName, country: countryName, region: (code: string) => regions.get(code) === undefined ? code : `${regions.get(code)!.name} (${code})`,
    kind: (kind: string) => t(`kinds.${kind}` as Key), sizeClass: (size: string) => t(`size.${size}` as Key), domain: domainName, sector: (code: string) => code
  }
  return SIDE_KEYS.flatMap(key => side[key] === undefined ? [] : [(side[key] as string[]).map(words[key]).join(', ')]).join('; ')
}

/** The cluster a side is, null where it is anything else: what its colour is taken from. */
export const clusterOfSide = (text: string | undefined): string | null => {
  const side = readSide(text)
  return side?.cluster?.length === 1 ? side.cluster[0] : null
}

/** One line of the list: what hangs on it. */
export function bridgeLine ({ standing }: Bridge, pair: Pair | undefined): string {
  if (standing === null) return ''
  const only = standing.onlyFor === 0 ? '' : `, ${t('bridges.onlyFor', { n: standing.onlyFor })}`
  if (standing.joins !== null) return `${t('bridges.linkToBoth', { toA: standing.toA, toB: standing.toB })}${only}`
  return `${t('bridges.linksOf', { n: standing.links, of: pair?.links ?? standing.links })}${only}`
}

/** One true sentence. */
export function bridgeSentence ({ bridge: { standing }, pair, most }: BridgeReasons, a: string, b: string): string {
  if (standing === null) return ''
  const only = standing.onlyFor === 0 ? '' : ` ${t(standing.joins === null ? 'bridges.sentenceOnly' : 'bridges.sentenceOnlyThird', { n: standing.onlyFor })}`
  if (standing.joins !== null) return `${t('bridges.sentenceThird', { a, b, toA: standing.toA, toB: standing.toB })} ${t('bridges.sentenceJoins', { n: standing.joins })}${only}`
  const [own, other] = standing.side === 'a' ? [a, b] : [b, a]
  return `${t('bridges.sentence', { a: own, b: other, n: standing.links, of: pair.links })}${most ? ` ${t('bridges.sentenceMost')}` : ''}${only}`
}

/** Place and kind, which nodes of a table have not; where the name is no name, what it is. */
export const placeOf = ({ name, city, country, kind }: Pick<Bridge, 'name' | 'city' | 'country' | 'kind'>): string =>
  [[city, countryName(country)].filter(part => part !== null).join(', '), ...(ofTable.value ? [] : [t(`kind.${kind}`)]), ...(isPlaceholderName(name) ? [t('bridges.onlyCode')] : [])].join(' · ')
