/** Bridges: organisations on the way between countries, or between two sides that the reader names. */
import { z } from 'zod'
import { Network } from './network.ts'
import { Link } from './link.ts'
import { Ranked } from './organisation-profile.ts'
import { commaList } from './page.ts'
import { Id } from './scalars.ts'
import { SideText } from './side.ts'
import { ORGANISATION_KINDS } from './vocabulary.ts'

/** members: of one side, with a link to the other. third-parties: of neither side, with links to both. */
export const BRIDGE_CIRCLES = ['members', 'third-parties'] as const
export type BridgeCircle = typeof BRIDGE_CIRCLES[number]
/** pair: pair score. score: bridge score. links: links across, or two-step ways of a third party. only: for how many it is the only one. */
export const BRIDGE_ORDERS = ['pair', 'score', 'links', 'only'] as const
export type BridgeOrder = typeof BRIDGE_ORDERS[number]

const SIDE = 'a filter such as cluster:C6, country:PL,LT or region:PL84;kind:company; keys cluster, country, region, kind, sizeClass, domain, sector are joined by semicolons'
/** Which bridges are listed, and in what order. */
export const BridgeChoice = z.object({
  a: SideText.optional().describe(`one side: ${SIDE}. Alone: its members by bridge score`),
  b: SideText.optional().describe('the other side, as `a`: who stands between the two. Whoever is in both filters stands on neither side and may be a third party'),
  who: z.enum(BRIDGE_CIRCLES).default('members').describe('members: of one side, with links to the other; third-parties: of neither side, with links to both'),
  order: z.enum(BRIDGE_ORDERS).optional().describe('pair: pair score; score: bridge score; links: links across, of third parties two-step ways; only: for how many it is the only one. Default pair with two sides, score otherwise'),
  without: commaList(Id).optional().describe('organisations left out of the list')
})
/** Two sides that a question is about. */
export const PairQuery = z.object({ a: SideText.describe(`one side: ${SIDE}`), b: SideText.describe('the other side, as `a`') })
export type PairQuery = z.infer<typeof PairQuery>

/** Where an organisation stands between two sides, and what hangs on it. */
export const Standing = z.object({
  side: z.enum(['a', 'b', 'both', 'neither']),
  links: z.number().int().describe('of a member: links to the other side; of a third party: links to either'),
  toA: z.number().int().describe('links to members of a'), toB: z.number().int().describe('links to members of b'),
  strength: z.number().describe('of a member: weight of its links across; of a third party: the lesser of its weights to the two sides'),
  joins: z.number().int().nullable().describe('of a third party: pairs of the two sides that deal with it and not with each other; null for members, in a list'),
  onlyFor: z.number().int().describe('organisations across whose only link across ends here; of a third party: members without a link across that no other third party brings there'),
  pairScore: z.number().describe('100 (0.5 links + 0.25 strength + 0.25 only), of the shares'),
  shares: z.object({ links: z.number(), strength: z.number(), only: z.number() }).describe('shares of what joins the two, 0 to 1; of a third party the first is of two-step ways'),
  rank: z.number().int().describe('by pair score, of all members with a link across, or of all third parties')
})
export type Standing = z.infer<typeof Standing>

/** One line of the shortlist. */
export const Bridge = z.object({
  organisation: z.string(), name: z.string(), named: z.boolean().describe('false: the source gives no name, name holds its identifier'), country: z.string(), city: z.string().nullable(), kind: z.enum(ORGANISATION_KINDS), cluster: z.string().nullable(),
  bridgeScore: z.number().nullable(), rank: z.number().int().nullable().describe('of the bridge score, in the whole run'), crossBorderBetweenness: Ranked, countryParticipation: Ranked, degree: z.number(), cutOff: z.number().int(),
  outside: z.array(z.object({ cluster: z.string(), share: z.number() })), countriesReached: z.array(z.string()),
  standing: Standing.nullable().describe('null where no two sides are asked about')
})
export type Bridge = z.infer<typeof Bridge>

const PairSide = z.object({ text: z.string().describe('the filter, in its one spelling'), organisations: z.number().int().describe('members, those of both filters left out'), across: z.number().int().describe('members with a link to the other side') })
/** What lies between two sides. */
export const Pair = z.object({
  run: z.string(), a: PairSide, b: PairSide,
  both: z.number().int().describe('organisations in both filters, which stand on neither side'),
  links: z.number().int(), strength: z.number(), organisations: z.number().int().describe('members of either side with a link across'), single: z.number().int().describe('of these, with one'),
  sharedNetworks: z.number().int().describe('networks with members of both sides that the run made links of'),
  shortestRoute: z.number().int().nullable().describe('links on the shortest route between the two; null: there is none'),
  thirdParties: z.object({ organisations: z.number().int(), ways: z.number().int(), reached: z.number().int().describe('members without a link across that a third party brings there') })
})
export type Pair = z.infer<typeof Pair>

/** Names drawn on each side of a picture: what a screen can hold and a reader can follow. */
export const PICTURE_ROWS_MAX = 48
/** Partners of the organisation asked about that are drawn beyond those. */
export const PICTURE_ROWS_MORE_MAX = 16
export const PairPictureQuery = PairQuery.extend({ through: Id.optional().describe('an organisation that must be in the picture; of a third party: its links to both sides are the picture') })
const PictureRow = z.object({ id: z.string(), name: z.string(), country: z.string(), cluster: z.string().nullable(), side: z.enum(['a', 'b', 'middle']), links: z.number().int().describe('links across, also those not drawn'), single: z.boolean().describe('it has one link across and no other') })
export const PairPicture = z.object({
  ...Pair.shape,
  through: z.object({ id: z.string(), toA: z.number().int(), toB: z.number().int() }).nullable().describe('the third party in the middle and its links to the two sides, also those not drawn; null: the links between the two are drawn'),
  rows: z.array(PictureRow), drawn: z.array(z.object({ source: z.string().describe('on side a, or in the middle'), target: z.string().describe('on side b, or a member of either'), weight: z.number(), sharedNetworks: z.number().int() })),
  attribution: z.array(z.string())
})
export type PairPicture = z.infer<typeof PairPicture>
export type PictureRow = z.infer<typeof PictureRow>

const beforeAfter = <Value extends z.ZodType>(value: Value) => z.object({ before: value, after: value })
export const BROKER_ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const
const RoleCount = z.object({
  role: z.enum(BROKER_ROLES), pairs: z.number().describe('pairs of its partners that do not deal with each other, by their countries'), expected: z.number().describe('if the countries of all others were dealt out anew'),
  z: z.number().nullable(), clear: z.boolean().describe('three pairs or more, and 1.96 deviations or more from what is expected')
})
/** Counts under this say nothing about a role, and neither does what lies within this many deviations of chance: measure definitions of this project. */
export const ROLE_PAIRS_MIN = 3
export const ROLE_Z_MIN = 1.96

/** Networks and links listed as evidence; the counts beside them are of all. */
export const EVIDENCE_LISTED_MAX = 50
export const SIMILAR_LISTED_MAX = 5
const EvidenceNetwork = Network.pick({ id: true, name: true, title: true, programme: true, from: true, to: true, domains: true, source: true }).extend({ members: z.number().int(), reached: z.number().int().describe('members across that it meets there') })
const EvidenceLink = Link.pick({ id: true, kind: true, source: true, target: true, weight: true, product: true, from: true, to: true, evidence: true, confidence: true, dataSource: true }).extend({ partner: z.string(), partnerName: z.string() })

/** Why an organisation is a bridge between two sides. Everything is a count or a share of recorded links. */
export const BridgeReasons = z.object({
  pair: Pair, bridge: Bridge,
  most: z.boolean().describe('nobody else has as many links across, or joins as many pairs'),
  joins: z.number().int().describe('pairs of the two sides that deal with it and not with each other'),
  roles: z.object({
    direction: z.enum(['supply', 'either']).describe('supply: pairs run from seller to buyer; either: links have no direction, and a gatekeeper is a representative as well'),
    inPair: z.enum(['gatekeeper', 'liaison', 'coordinator']).nullable().describe('between these two sides: gatekeeper of its own side, liaison of neither, coordinator in both; null: it joins fewer than three pairs'),
    byCountry: z.array(RoleCount)
  }),
  ifItLeft: z.object({ links: beforeAfter(z.number().int()), organisations: beforeAfter(z.number().int()), strength: beforeAfter(z.number()), shortestRoute: beforeAfter(z.number().int().nullable()), cutOff: z.number().int().describe('organisations that would lose their only connection to the network') }),
  evidence: z.object({ networksTotal: z.number().int(), networks: z.array(EvidenceNetwork), recordedTotal: z.number().int().describe('partners across with a recorded supply or collaboration link'), links: z.array(EvidenceLink) }),
  similar: z.array(z.object({
    organisation: z.string(), name: z.string(), country: z.string(), kind: z.enum(ORGANISATION_KINDS), cluster: z.string().nullable(), likeness: z.number().describe('cosine of the shares of strength by cluster, 0 to 1'), sharedPartners: z.number().int(),
    differs: z.object({ cluster: z.string().nullable().describe('null: work with organisations in no cluster'), share: z.number(), shareOfOne: z.number() }).nullable()
  })),
  measures: z.object({ crossBorderShare: z.number().nullable(), strength: z.number().nullable() }),
  confidence: z.object({
    memberConfidence: z.number().nullable().describe('share of the repetitions in which it was in its cluster; null: not measured, or in no cluster'),
    named: z.boolean(), place: z.enum(['exact', 'estimated', 'unknown']),
    linksOnOneNetwork: z.number().int().describe('of its links across: those that rest on one shared network alone'),
    largestNetwork: z.number().int().describe('members across that it meets in a single network: how much one project makes of it')
  })
})
export type BridgeReasons = z.infer<typeof BridgeReasons>

const Lengths = z.array(z.object({ length: z.number().int(), before: z.number().int(), after: z.number().int() }))
const PartCounts = z.object({ parts: z.number().int().describe('groups of organisations without a link to another, single ones included'), largest: z.number().int() })
/** What would change if an organisation left the network. */
export const BridgeRemoval = z.object({
  organisation: z.string(), run: z.string(),
  pairs: z.number().int().describe('one organisation of each side, the one that leaves left out'),
  sources: z.number().int().describe('organisations of the lesser side that routes were followed from'), sourcesTotal: z.number().int().describe('equal to sources: all pairs were counted; otherwise these are an even sample'),
  lengths: Lengths.describe('pairs by links on their shortest route'), apart: beforeAfter(z.number().int()).describe('pairs without any route'),
  lengthened: z.number().int().describe('pairs further apart without it, those cut off included'), meanLength: beforeAfter(z.number().nullable()).describe('of pairs with a route'),
  strength: beforeAfter(z.number()).describe('weight of all links of the network'), strengthAcross: beforeAfter(z.number()),
  parts: beforeAfter(PartCounts).describe('of all others')
})
export type BridgeRemoval = z.infer<typeof BridgeRemoval>
