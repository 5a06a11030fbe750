/** Why an organisation is a bridge between two sides: numbers for one true sentence, what hangs on it, the evidence, and how sure all of it is. */
import { ROLES } from '../../analysis/brokerage/gould-fernandez.ts'
import { rolesOfOne } from '../../analysis/brokerage/roles-of-one.ts'
import { networksAcrossOf } from '../../brokerage/networks-across.ts'
import { pairsJoined } from '../../brokerage/pairs-joined.ts'
import { shortestRoute } from '../../brokerage/routes-without.ts'
import { across, BOTH, isMember } from '../../brokerage/sides.ts'
import { similarBridges } from '../../brokerage/similar-bridges.ts'
import { EVIDENCE_LISTED_MAX, ROLE_PAIRS_MIN, ROLE_Z_MIN, SIMILAR_LISTED_MAX } from '../../contract/bridge.ts'
import type { BridgeReasons } from '../../contract/bridge.ts'
import type { Link } from '../../contract/link.ts'
import type { Network } from '../../contract/network.ts'
import { ServiceError } from '../../errors.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { organisationIndex } from '../find-in-run.ts'
import { partnersOf } from '../link-shares.ts'
import type { Partner } from '../link-shares.ts'
import { rankOf } from '../ranks.ts'
import { describeNodes } from '../view-parts.ts'
import type { OrganisationLookup } from '../view-parts.ts'
import { bridgeRow, bridgesOf, hanging } from './list-bridges.ts'
import { describePair } from './pair-view.ts'
import type { ResolvedPair } from './resolve-pair.ts'

/** Where evidence is read: what the store holds now. */
export interface EvidenceLookup {
  organisations: OrganisationLookup
  network: (id: string) => Promise<Network | null>
  /** Links recorded between two organisations, either way. */
  linksBetween: (a: string, b: string) => Promise<Link[]>
}

/** Supply and collaboration in a projection's bits of layers: links that somebody recorded as such. */
const RECORDED_LAYERS = 1 | 2

/** INVALID_INPUT for an organisation that stands between the two in no way; NOT_FOUND for one the run does not have. */
export async function explainBridge (loaded: LoadedRun, pair: ResolvedPair, id: string, lookup: EvidenceLookup): Promise<BridgeReasons> {
  const one = bridgeIndex(loaded, pair, id)
  const { sides } = pair
  const member = isMember(sides.of[one])
  const circle = bridgesOf(pair, member ? 'members' : 'third-parties')
  const partners = partnersOf(loaded, one).filter(({ node }) => member ? sides.of[node] === across(sides.of[one]) : isMember(sides.of[node]))
  const similar = similarBridges(loaded.projection.graph, loaded.clusterOf, loaded.clusters.length, one, circle, SIMILAR_LISTED_MAX)
  const described = await describeNodes(loaded, [one, ...similar.map(({ node }) => node), ...partners.map(({ node }) => node)], lookup.organisations)
  const joins = pairsJoined(loaded.projection.graph, sides, one)
  const networks = networksAcrossOf(loaded.snapshot, sides, loaded.run.request.projection, one)
  const [organisation] = loaded.snapshot.names === undefined ? await lookup.organisations([id]) : []
  return {
    pair: describePair(loaded, pair),
    bridge: bridgeRow(loaded, one, described.get(one)!, pair),
    most: circle.every(node => node === one || hanging(pair, node).links < hanging(pair, one).links),
    joins,
    roles: { ...rolesByCountry(loaded, one), inPair: joins < ROLE_PAIRS_MIN ? null : member ? 'gatekeeper' : sides.of[one] === BOTH ? 'coordinator' : 'liaison' },
    ifItLeft: lossOf(loaded, pair, one),
    evidence: {
      networksTotal: networks.length,
      networks: (await Promise.all(networks.slice(0, EVIDENCE_LISTED_MAX).map(async ({ network, members, reached }) => {
        const found = await lookup.network(loaded.snapshot.incidence.networks[network])
        return found === null ? [] : [{ id: found.id, name: found.name, title: found.title, programme: found.programme, from: found.from, to: found.to, domains: found.domains, source: found.source, members, reached }]
      }))).flat(),
      ...await recordedLinks(loaded, one, partners, i => described.get(i)!.name, lookup)
    },
    similar: similar.map(({ node, likeness, sharedPartners, differs }) => {
      const { name, country, kind } = described.get(node)!
      const codeOf = (cluster: number): string | null => cluster < 0 ? null : loaded.clusters[cluster].code
      return { organisation: loaded.snapshot.ids[node], name, country, kind, cluster: codeOf(loaded.clusterOf[node]), likeness, sharedPartners, differs: differs === null ? null : { cluster: codeOf(differs.group), share: differs.share, shareOfOne: differs.shareOfOne } }
    }),
    measures: { crossBorderShare: rankOf(loaded, 'crossBorderShare', one).value, strength: rankOf(loaded, 'strength', one).value },
    confidence: {
      memberConfidence: rankOf(loaded, 'memberConfidence', one).value,
      named: described.get(one)!.named,
      place: organisation?.coordinates?.precision ?? organisation?.region?.precision ?? 'unknown',
      linksOnOneNetwork: partners.filter(({ slot, sharedNetworks }) => sharedNetworks === 1 && (loaded.projection.layerBits[slot] & RECORDED_LAYERS) === 0).length,
      largestNetwork: networks[0]?.reached ?? 0
    }
  }
}

export function bridgeIndex (loaded: LoadedRun, pair: ResolvedPair, id: string): number {
  const one = organisationIndex(loaded, id)
  if (pair.across.links[one] > 0 || pair.third.toA[one] > 0) return one
  throw new ServiceError('INVALID_INPUT', `Organisation ${id} is no bridge between ${pair.a} and ${pair.b}: ${isMember(pair.sides.of[one]) ? 'it is a member of one side and has no link to the other' : 'it is a member of neither, and does not deal with both'}. /api/v1/runs/${loaded.run.id}/bridges lists those that are.`, { errors: [{ path: 'organisation', value: id, message: 'is no bridge between the two sides' }] })
}

/** With a direction where it both buys and sells on record; otherwise on the network of the run. */
function rolesByCountry ({ snapshot, projection: { graph } }: LoadedRun, one: number): Pick<BridgeReasons['roles'], 'direction' | 'byCountry'> {
  const { supply, country } = snapshot
  const directed = supply.offsets[one] < supply.offsets[one + 1] && supply.targets.includes(one)
  const roles = rolesOfOne(directed ? supply : graph, country.codes, country.values.length, one)
  return {
    direction: directed ? 'supply' : 'either',
    byCountry: ROLES.filter(role => directed || role !== 'representative').map(role => {
      // Without a direction each pair was counted both ways; of its two ways one is a gatekeeper's and one a representative's.
      const ways = directed || role === 'gatekeeper' ? 1 : 2
      const { count, expected, z } = roles[role]
      return { role, pairs: count / ways, expected: expected / ways, z: Number.isNaN(z) ? null : z, clear: count / ways >= ROLE_PAIRS_MIN && Math.abs(z) >= ROLE_Z_MIN }
    })
  }
}

/** Links across lie between members: a third party takes none of them along. */
function lossOf ({ projection: { graph }, scores }: LoadedRun, { sides, across: { links, strength, onlyFor, total } }: ResolvedPair, one: number): BridgeReasons['ifItLeft'] {
  return {
    links: { before: total.links, after: total.links - links[one] },
    organisations: { before: total.organisations, after: total.organisations - onlyFor[one] - (links[one] > 0 ? 1 : 0) },
    strength: { before: total.strength, after: links[one] === total.links ? 0 : total.strength - strength[one] },
    shortestRoute: { before: shortestRoute(graph, sides, -1), after: shortestRoute(graph, sides, one) },
    cutOff: scores.cutOff[one]
  }
}

/** The strongest partners' first. */
async function recordedLinks ({ snapshot: { ids }, projection: { layerBits } }: LoadedRun, one: number, partners: Partner[], nameOf: (i: number) => string, { linksBetween }: EvidenceLookup): Promise<Pick<BridgeReasons['evidence'], 'recordedTotal' | 'links'>> {
  const recorded = partners.filter(({ slot }) => (layerBits[slot] & RECORDED_LAYERS) !== 0)
  const links = await Promise.all(recorded.slice(0, EVIDENCE_LISTED_MAX).map(async ({ node }) => (await linksBetween(ids[one], ids[node]))
    .map(({ id, kind, source, target, weight, product, from, to, evidence, confidence, dataSource }) => ({ id, kind, source, target, weight, product, from, to, evidence, confidence, dataSource, partner: ids[node], partnerName: nameOf(node) }))))
  return { recordedTotal: recorded.length, links: links.flat().slice(0, EVIDENCE_LISTED_MAX) }
}
