/**
 * Pairs of countries or regions as far as they may be told: links, and links against what the volumes of both predict.
 *
 * The number of links of the whole is told too, so a small one is never withheld alone (suppress.ts). A told ratio is links / expected, and expected holds the volumes of both sides,
 * in which the withheld links are counted: many ratios together can leave a small number one value only. So as many ratios are withheld as it takes for each small number to have
 * another value that gives the same told ones. That looks at moves of one link, not at all: it withholds more than it must. Work and shares of work are told: they are sums of
 * weights, and no weight of a single link is told.
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
  const ratios = withheldRatios(countryPairs.map(({ a, b, observed }) => ({ a, b, links: observed })), withheld, below, EXPECTED_LINKS_MIN)
  return { pairs: countryPairs.map((pair, k) => ({ ...pair, withheld: withheld[k], ratioWithheld: ratios[k] })), total }
}

/** Links expected from the volumes of both; `twice`: the sum of all volumes. */
export const expectedLinks = (a: Place, b: Place, volumes: ReadonlyMap<Place, number>, twice: number): number => volumes.get(a)! * volumes.get(b)! / (a === b ? 2 * twice : twice)

/** Links with each country or region; those at home count twice. */
export function volumesOf (pairs: readonly LinksOfPair[]): { volumes: Map<Place, number>, twice: number } {
  const volumes = new Map<Place, number>()
  for (const { a, b, links } of pairs) for (const place of [a, b]) volumes.set(place, (volumes.get(place) ?? 0) + links)
  return { volumes, twice: 2 * pairs.reduce((sum, { links }) => sum + links, 0) }
}

/**
 * Of told pairs, those whose ratio is withheld, so that each small number could be another with the ratios that are told: of the moves of one link between it and a second
 * withheld pair the one that changes fewest ratios, as they are written, and these are withheld. Where there is no second pair, all are. Pairs that expect fewer than
 * `expectedMin` links have no ratio, and say so in a word that is withheld with the ratios.
 */
export function withheldRatios (pairs: readonly LinksOfPair[], withheld: readonly boolean[], below: number, expectedMin: number): boolean[] {
  const { volumes, twice } = volumesOf(pairs)
  const written = ({ a, b, links }: LinksOfPair): string => {
    const expected = expectedLinks(a, b, volumes, twice)
    return expected < expectedMin ? 'few' : (links / expected).toFixed(1)
  }
  const before = pairs.map(written)
  const ratios = pairs.map(() => false)
  const hidden = [...pairs.keys()].filter(k => withheld[k])
  /** Ratios told so far that are written otherwise with one link more in the one and less in the other. */
  const changedBy = (more: number, less: number): number[] => {
    const places = [[pairs[more].a, 1], [pairs[more].b, 1], [pairs[less].a, -1], [pairs[less].b, -1]] as const
    for (const [place, step] of places) volumes.set(place, volumes.get(place)! + step)
    const changed = [...pairs.keys()].filter(k => !withheld[k] && !ratios[k] && places.some(([place]) => place === pairs[k].a || place === pairs[k].b) && written(pairs[k]) !== before[k])
    for (const [place, step] of places) volumes.set(place, volumes.get(place)! - step)
    return changed
  }
  for (const small of hidden.filter(k => pairs[k].links > 0 && pairs[k].links < below)) {
    const moves = hidden.filter(other => other !== small).flatMap(other => [...pairs[other].links > 0 ? [changedBy(small, other)] : [], changedBy(other, small)])
    if (moves.length === 0) return pairs.map((_, k) => !withheld[k])
    for (const k of moves.reduce((best, move) => move.length < best.length ? move : best)) ratios[k] = true
  }
  return ratios
}
