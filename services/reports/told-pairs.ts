/**
 * Pairs of countries or regions as far as they may be told: links, and links against what the volumes of both predict.
 *
 * The number of links of the whole is told too, so a small one is never withheld alone (suppress.ts). A told ratio is links / expected, and expected holds the volumes of both sides,
 * in which the withheld links are counted: many ratios together can leave a small number one value only. So ratios are told where each small number could be another: one link
 * moved between it and a second withheld pair gives the same ratios, as they are written. Else no ratio is told. That looks at one move, not at all: where it finds one the number
 * cannot be worked out; where it finds none it withholds more than it must. Work and shares of work are told: they are sums of weights, and no weight of a single link is told.
 */
import { EXPECTED_LINKS_MIN } from '../contract/cluster.ts'
import type { Cluster } from '../contract/cluster.ts'
import { suppressList } from './suppress.ts'

type Place = string | number
export interface LinksOfPair { a: Place, b: Place, links: number }

/** `withheld`: its number of links is small, would tell one that is, or was too small to be judged beside such ones. `ratioWithheld`: of a pair that is told. */
export type ToldPair = Cluster['countryPairs'][number] & { withheld: boolean, ratioWithheld: boolean }

/**
 * Pairs that are not judged are withheld with small ones: if these said so in words of their own, what is left would be the small one.
 * `total`: the number of links of the cluster would tell the only pair.
 */
export function toldPairs ({ countryPairs }: Pick<Cluster, 'countryPairs'>, below: number): { pairs: ToldPair[], total: boolean } {
  const { cells, total } = suppressList(countryPairs.map(({ observed }) => observed), below)
  const withheld = cells.map((cell, k) => cell || (cells.includes(true) && countryPairs[k].ratio === null))
  const safe = ratiosAreSafe(countryPairs.map(({ a, b, observed }) => ({ a, b, links: observed })), withheld, below, EXPECTED_LINKS_MIN)
  return { pairs: countryPairs.map((pair, k) => ({ ...pair, withheld: withheld[k], ratioWithheld: !safe })), total }
}

/** Links expected from the volumes of both; `twice`: the sum of all volumes. */
export const expectedLinks = (a: Place, b: Place, volumes: ReadonlyMap<Place, number>, twice: number): number => volumes.get(a)! * volumes.get(b)! / (a === b ? 2 * twice : twice)

/** Links with each country or region; those at home count twice. */
export function volumesOf (pairs: readonly LinksOfPair[]): { volumes: Map<Place, number>, twice: number } {
  const volumes = new Map<Place, number>()
  for (const { a, b, links } of pairs) for (const place of [a, b]) volumes.set(place, (volumes.get(place) ?? 0) + links)
  return { volumes, twice: 2 * pairs.reduce((sum, { links }) => sum + links, 0) }
}

/** Whether each withheld number under `below` could be another with the same ratios told; pairs that expect fewer than `expectedMin` links have none. */
export function ratiosAreSafe (pairs: readonly LinksOfPair[], withheld: readonly boolean[], below: number, expectedMin: number): boolean {
  const { volumes, twice } = volumesOf(pairs)
  const touching = new Map<Place, number[]>([...volumes.keys()].map(place => [place, []]))
  pairs.forEach(({ a, b }, k) => {
    if (withheld[k]) return
    touching.get(a)!.push(k)
    if (a !== b) touching.get(b)!.push(k)
  })
  const written = ({ a, b, links }: LinksOfPair): string => {
    const expected = expectedLinks(a, b, volumes, twice)
    return expected < expectedMin ? 'few' : (links / expected).toFixed(1)
  }
  const before = pairs.map(written)
  const hidden = [...pairs.keys()].filter(k => withheld[k])
  const looksTheSame = (more: number, less: number): boolean => {
    const places = [[pairs[more].a, 1], [pairs[more].b, 1], [pairs[less].a, -1], [pairs[less].b, -1]] as const
    for (const [place, step] of places) volumes.set(place, volumes.get(place)! + step)
    const same = places.every(([place]) => touching.get(place)!.every(k => written(pairs[k]) === before[k]))
    for (const [place, step] of places) volumes.set(place, volumes.get(place)! - step)
    return same
  }
  return hidden.filter(k => pairs[k].links > 0 && pairs[k].links < below)
    .every(small => hidden.some(other => other !== small && ((pairs[other].links > 0 && looksTheSame(small, other)) || looksTheSame(other, small))))
}
