/** From the text of two sides to who stands on them in a run, and what lies between: refused in words where there is nothing to stand between. */
import { linksAcross } from '../../brokerage/links-across.ts'
import type { LinksAcross } from '../../brokerage/links-across.ts'
import { takeSides } from '../../brokerage/sides.ts'
import type { Sides } from '../../brokerage/sides.ts'
import { thirdParties } from '../../brokerage/third-parties.ts'
import type { ThirdParties } from '../../brokerage/third-parties.ts'
import type { Side } from '../../contract/side.ts'
import { sideText } from '../../contract/side.ts'
import { ServiceError } from '../../errors.ts'
import { nearestCodes } from '../../reference/nearest-codes.ts'
import { VINTAGES_KNOWN } from '../../reference/reference.ts'
import type { Reference } from '../../reference/reference.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { clusterIndexes } from '../find-in-run.ts'
import type { Mask } from '../select.ts'
import { countMask, selectOrganisations } from '../select.ts'

export interface ResolvedPair { a: string, b: string, sides: Sides, across: LinksAcross, third: ThirdParties }

/** Pairs of a run kept: a reader pages through one, and compares it with a few. */
export const PAIRS_KEPT_MAX = 8
const kept = new WeakMap<LoadedRun, Map<string, ResolvedPair>>()

/** INVALID_INPUT for a side that holds nobody, and for two that leave nobody to stand on one of them. */
export function resolvePair (loaded: LoadedRun, reference: Reference, { a, b }: { a: Side, b: Side }): ResolvedPair {
  const key = `${sideText(a)}|${sideText(b)}`
  const pairs = kept.get(loaded) ?? new Map<string, ResolvedPair>()
  kept.set(loaded, pairs)
  const pair = pairs.get(key) ?? makePair(loaded, reference, a, b)
  pairs.delete(key)
  pairs.set(key, pair)
  for (const oldest of pairs.keys()) if (pairs.size > PAIRS_KEPT_MAX) pairs.delete(oldest)
  return pair
}

function makePair (loaded: LoadedRun, reference: Reference, a: Side, b: Side): ResolvedPair {
  const sides = takeSides(sideMask(loaded, reference, a, 'a'), sideMask(loaded, reference, b, 'b'))
  if (sides.a === 0 && sides.b === 0) throw refused('b', sideText(b), `Sides a (${sideText(a)}) and b (${sideText(b)}) hold the same ${sides.both} organisations, so nobody can stand between them. Choose two sides that differ.`)
  for (const [path, side, other, count] of [['a', a, 'b', sides.a], ['b', b, 'a', sides.b]] as const) {
    if (count === 0) throw refused(path, sideText(side), `Side ${path} (${sideText(side)}) lies wholly within side ${other}: all of its ${sides.both} organisations are in both, and who is in both stands on neither. Take a condition of side ${path} away, or narrow side ${other}.`)
  }
  const links = linksAcross(loaded.projection.graph, sides)
  return { a: sideText(a), b: sideText(b), sides, across: links, third: thirdParties(loaded.projection.graph, sides, links) }
}

/** Organisations of one side. NOT_FOUND for a cluster the run does not have, INVALID_INPUT for a code nobody has heard of and for a side without organisations. */
export function sideMask (loaded: LoadedRun, reference: Reference, side: Side, path: 'a' | 'b'): Mask {
  const { cluster, ...filter } = side
  refuseUnknownCodes(loaded, reference, side, path)
  const mask = selectOrganisations(loaded.snapshot, filter)
  if (cluster !== undefined) {
    const inside = new Set(clusterIndexes(loaded, cluster))
    for (let v = 0; v < mask.length; v++) if (!inside.has(loaded.clusterOf[v])) mask[v] = 0
  }
  if (countMask(mask) === 0) throw refused(path, sideText(side), `Side ${path} (${sideText(side)}) holds no organisation of ${loaded.run.id}. Take a condition away, or name a larger place.`)
  return mask
}

function refuseUnknownCodes ({ snapshot }: LoadedRun, reference: Reference, { country = [], region = [], domain = [], sector = [] }: Side, path: string): void {
  const refuse = (what: string, code: string, list: Parameters<Reference['didYouMean']>[0]): never => {
    const didYouMean = list === 'regions' ? nearestCodes(code, [...snapshot.region.values, ...reference.regions.map(known => known.code)]) : reference.didYouMean(list, code)
    throw refused(path, code, `Side ${path}: ${what} "${code}" is not known; /api/v1/reference/${list} lists those that are.`, [...new Set(didYouMean)])
  }
  const isRegion = (code: string): boolean => VINTAGES_KNOWN.some(vintage => reference.region(code, vintage) !== undefined) || snapshot.region.values.some(value => value.startsWith(code))
  for (const code of country) if (reference.country(code) === undefined && !snapshot.country.values.includes(code)) refuse('country', code, 'countries')
  for (const code of region) if (!isRegion(code)) refuse('region', code, 'regions')
  for (const code of domain) if (reference.domain(code) === undefined) refuse('domain', code, 'domains')
  for (const code of sector) if (reference.sector(code) === undefined) refuse('sector', code, 'sectors')
}

const refused = (path: string, value: string, detail: string, didYouMean?: string[]): ServiceError =>
  new ServiceError('INVALID_INPUT', detail, { errors: [{ path, value: value.slice(0, 60), message: detail }], ...(didYouMean !== undefined && { didYouMean }) })
