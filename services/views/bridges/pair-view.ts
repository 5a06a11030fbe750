/** What lies between two sides in numbers, and the picture of its links: two columns of names, or those on either side of one third party. */
import { countNetworksAcross } from '../../brokerage/networks-across.ts'
import { shortestRoute } from '../../brokerage/routes-without.ts'
import { A, B, isMember } from '../../brokerage/sides.ts'
import { PICTURE_ROWS_MAX, PICTURE_ROWS_MORE_MAX } from '../../contract/bridge.ts'
import type { Pair, PairPicture, PictureRow } from '../../contract/bridge.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { organisationIndex } from '../find-in-run.ts'
import { partnersOf } from '../link-shares.ts'
import { clusterCodeOf, describeNodes, runHeader } from '../view-parts.ts'
import type { ViewContext } from '../view-parts.ts'
import type { ResolvedPair } from './resolve-pair.ts'

export function describePair (loaded: LoadedRun, { a, b, sides, across, third }: ResolvedPair): Pair {
  const { links, strength, organisations, organisationsOfA, single } = across.total
  return {
    run: loaded.run.id,
    a: { text: a, organisations: sides.a, across: organisationsOfA },
    b: { text: b, organisations: sides.b, across: organisations - organisationsOfA },
    both: sides.both, links, strength, organisations, single,
    sharedNetworks: countNetworksAcross(loaded.snapshot, sides, loaded.run.request.projection),
    shortestRoute: shortestRoute(loaded.projection.graph, sides, -1),
    thirdParties: { organisations: third.total.organisations, ways: third.total.ways, reached: third.total.reached }
  }
}

/**
 * The members with the most links across, up to PICTURE_ROWS_MAX on each side, and every link among them; those of `through` come in beyond that, up to PICTURE_ROWS_MORE_MAX.
 * Through a third party: it in the middle, its strongest partners on each side, and its links to them. NOT_FOUND for an unknown organisation.
 */
export async function buildPairPicture (loaded: LoadedRun, pair: ResolvedPair, through: string | undefined, { organisations, sources }: ViewContext): Promise<PairPicture> {
  const { ids } = loaded.snapshot
  const { of } = pair.sides
  const one = through === undefined ? -1 : organisationIndex(loaded, through)
  const middle = one >= 0 && !isMember(of[one])
  const shown = middle ? aroundThirdParty(loaded, pair, one) : mostAcross(loaded, pair, one)
  const described = await describeNodes(loaded, shown, organisations)
  const rows = shown.map((i): PictureRow => {
    const { name, country } = described.get(i)!
    return { id: ids[i], name, country, cluster: clusterCodeOf(loaded, i), side: i === one && middle ? 'middle' : of[i] === A ? 'a' : 'b', links: pair.across.links[i], single: pair.across.links[i] === 1 }
  })
  const inPicture = new Set(shown)
  const drawn = (middle ? [one] : shown.filter(i => of[i] === A)).flatMap(i => partnersOf(loaded, i)
    .filter(({ node }) => inPicture.has(node) && (middle || of[node] === B))
    .map(({ node, weight, sharedNetworks }) => ({ source: ids[i], target: ids[node], weight, sharedNetworks })))
  return { ...describePair(loaded, pair), through: middle ? { id: ids[one], toA: pair.third.toA[one], toB: pair.third.toB[one] } : null, rows, drawn, attribution: runHeader(loaded, sources).attribution }
}

function mostAcross ({ projection: { graph } }: LoadedRun, { sides: { of }, across }: ResolvedPair, one: number): number[] {
  const byLinks = (x: number, y: number): number => across.links[y] - across.links[x] || across.strength[y] - across.strength[x] || x - y
  const shown = new Set([A, B].flatMap(side => Array.from(of.keys()).filter(i => of[i] === side && across.links[i] > 0).sort(byLinks).slice(0, PICTURE_ROWS_MAX)))
  if (one >= 0 && across.links[one] > 0) {
    shown.add(one)
    const partners = Array.from(graph.targets.subarray(graph.offsets[one], graph.offsets[one + 1])).filter(i => isMember(of[i]) && of[i] !== of[one] && !shown.has(i))
    for (const partner of partners.sort(byLinks).slice(0, PICTURE_ROWS_MORE_MAX)) shown.add(partner)
  }
  return [...shown].sort(byLinks)
}

function aroundThirdParty (loaded: LoadedRun, { sides: { of } }: ResolvedPair, one: number): number[] {
  const partners = partnersOf(loaded, one).map(({ node }) => node)
  return [one, ...[A, B].flatMap(side => partners.filter(i => of[i] === side).slice(0, PICTURE_ROWS_MAX))]
}
