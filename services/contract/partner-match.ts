/** Partners for an organisation: candidates with their reasons, routes of introduction, and what one link more would change. */
import { z } from 'zod'
import { decimal } from './decimal.ts'
import { OrganisationFilter } from './filter.ts'
import { OrganisationSummary } from './organisation.ts'
import { commaList, PageQuery } from './page.ts'
import { PROFILE_TYPES } from './partner-profile.ts'
import { DomainCode, NaceCode, WEIGHT_MAX, WEIGHT_MIN } from './scalars.ts'

export const MATCH_PARTS = ['fit', 'complementarity', 'reach', 'capability'] as const
/** What speaks against a candidate, or for caution. */
export const AGAINST = [
  'no-terms', 'no-links', 'few-links', 'out-of-reach', 'same-cluster', 'name-unknown', 'country-not-targeted', 'own-country-not-targeted', 'kind-not-sought', 'own-kind-not-sought'
] as const
/** What is lacking, so that parts of the score are not known: of the one who asks terms, links or a wish; sectors: in the whole of the data. */
export const MATCH_GAPS = ['terms', 'links', 'wanted', 'sectors'] as const
/** Fewer recorded partners than this say little about whom an organisation works with. */
export const FEW_LINKS = 3
/** Numbers behind a part that are shown: the strongest. */
export const REASONS_SHOWN = 5
/** Links a candidate may be away: beyond them everybody is, in any network looked at. */
export const STEPS_MAX = 6
/** Routes of introduction asked for at once: a broker tries one after the other. */
export const ROUTES_MAX = 10
/** Links of a route: the more hands, the less an introduction is worth, and the more routes there are to search. */
export const ROUTE_LINKS_MAX = 5
/** Three organisations between the two: introductions over more hands seldom happen (judgement, not measured). */
export const ROUTE_LINKS_DEFAULT = 4
/** Networks named behind each link of a route. */
export const NETWORKS_SHOWN = 3

/** The context of feedback on a match list: not relevant for the organisation at all, or for one of its needs. */
export const partnersContext = (profile: string | undefined): string => profile === undefined ? 'partners' : `partners ${profile}`

/** "s3:bioeconomy" or a NACE code. */
const Term = z.union([DomainCode, NaceCode])

export const PartnerChoice = OrganisationFilter.extend({
  profile: z.string().max(40).optional().describe('id of one of its profiles: its fields and sectors are what a partner should have, and profiles of others that answer it are named; without it all its valid profiles are answered'),
  wanted: commaList(Term).optional().describe('fields and sectors that a partner should have, such as s3:bioeconomy,10.1'),
  abroad: z.stringbool().default(false).describe('other countries only'),
  otherClusters: z.stringbool().default(false).describe('organisations of another cluster only'),
  targeted: z.stringbool().default(false).describe('only countries that the chosen profile targets; without one, those of any of its valid profiles. A profile that states none targets all'),
  answering: z.stringbool().default(false).describe('only organisations with a profile that answers'),
  stepsMax: decimal(z.number().int().min(2).max(STEPS_MAX)).optional().describe('at most this many links away'),
  partnersMax: decimal(z.number().int().min(1)).optional().describe('with at most this many recorded partners: organisations of the own size, or smaller'),
  trlMin: decimal(z.number().int().min(1).max(9)).optional().describe('with an answering profile of at least this technology readiness level'),
  trlMax: decimal(z.number().int().min(1).max(9)).optional()
})
export type PartnerChoice = z.infer<typeof PartnerChoice>
export const PartnerQuery = PartnerChoice.extend({ ...PageQuery.shape, publicOnly: z.stringbool().default(false).describe('match public profiles alone, as a file does') })
export type PartnerQuery = z.infer<typeof PartnerQuery>

const NamedOrganisation = OrganisationSummary.extend({ named: z.boolean().describe('false: the source gives no name, only a number') })
export type NamedOrganisation = z.infer<typeof NamedOrganisation>

export const ProfileAnswer = z.object({
  profile: z.string(), type: z.enum(PROFILE_TYPES), title: z.string(), trl: z.number().nullable(),
  answers: z.string().describe('id of the profile of the one who asks'), answersTitle: z.string(),
  shared: z.array(z.string()).describe('fields and sectors both name'),
  trlDistance: z.number().int().nullable().describe('levels between the two; null where one does not state it'),
  targetsUs: z.boolean().describe('its targeted countries include the country of the one who asks, or are not stated'),
  targeted: z.boolean().describe('the other way round'),
  seeksUs: z.boolean().describe('the kinds of partner it seeks include that of the one who asks, or are not stated'),
  sought: z.boolean().describe('the other way round')
})
export type ProfileAnswer = z.infer<typeof ProfileAnswer>

export const PartnerMatch = z.object({
  rank: z.number().int().describe('among those that pass the filters'),
  organisation: NamedOrganisation, cluster: z.string().nullable(), partners: z.number().int(),
  score: z.number().describe('0 to 1: the parts that are known by their weights, scaled to 1'),
  weightKnown: z.number().describe('sum of the weights of the known parts; below 1 the score says less'),
  parts: z.array(z.object({
    part: z.enum(MATCH_PARTS), value: z.number().nullable().describe('0 to 1; null: not known'), weight: z.number(),
    percentile: z.number().nullable().describe('place among all candidates before any filter, 0 to 1')
  })),
  reasons: z.object({
    fit: z.array(z.object({ own: z.string(), theirs: z.string(), proximity: z.number() })).describe('its fields with the nearest of the candidate; 1: the same'),
    complementarity: z.array(z.object({ term: z.string(), adds: z.number() })).describe('fields the candidate would add, with their share of the part'),
    reach: z.object({ steps: z.number().int().nullable().describe('links between them; null: out of reach'), via: NamedOrganisation.nullable().describe('the partner through whom the shortest way goes') }),
    capability: z.array(z.string()).describe('wanted fields the candidate has'),
    targeted: z.boolean().nullable().describe('whether its country is among those that the chosen profile targets; null: it targets none in particular, or none is chosen'),
    answers: z.array(ProfileAnswer)
  }),
  against: z.array(z.enum(AGAINST))
})
export type PartnerMatch = z.infer<typeof PartnerMatch>

export const PartnerMatches = z.object({
  run: z.string(), organisation: NamedOrganisation, cluster: z.string().nullable(),
  wanted: z.array(z.string()).describe('fields and sectors that candidates are rated by'), unrated: z.array(z.string()).describe('wanted sectors that nobody is rated by, since no organisation in the data has a sector'),
  gaps: z.array(z.enum(MATCH_GAPS)).describe('what is lacking, so that parts of the score are not known'),
  rated: z.number().int().describe('candidates before any filter'), linked: z.number().int().describe('partners already, left out'),
  notRelevant: z.number().int().nullable().describe('left out because brokers marked them as not relevant; null: told to brokers alone, and nobody was left out'),
  items: z.array(PartnerMatch), total: z.number().int(), nextCursor: z.string().nullable()
})
export type PartnerMatches = z.infer<typeof PartnerMatches>

export const RoutesQuery = z.object({
  from: z.string().describe('organisation that looks for a partner'),
  to: z.string().describe('organisation to be met'),
  routes: decimal(z.number().int().min(1).max(ROUTES_MAX)).default(3),
  linksMax: decimal(z.number().int().min(1).max(ROUTE_LINKS_MAX)).default(ROUTE_LINKS_DEFAULT).describe('links of a route')
})

export const RouteLink = z.object({
  source: z.string(), target: z.string(), weight: z.number(), sharedNetworks: z.number().int(),
  networks: z.array(z.object({ id: z.string(), name: z.string(), to: z.string().nullable() })).describe('some of the networks both belong to')
})
export const IntroductionRoutes = z.object({
  run: z.string(), from: NamedOrganisation, to: NamedOrganisation, linked: z.boolean(),
  routes: z.array(z.object({
    length: z.number().describe('sum of 1 / weight: of routes with as many links the least is first'),
    organisations: z.array(NamedOrganisation), links: z.array(RouteLink),
    introducer: NamedOrganisation.nullable().describe('the first on the way: who could introduce; null where the two are linked'),
    weakest: z.number().describe('weight of its weakest link')
  })).describe('fewest links first, then the strongest; none: not joined within that many links')
})
export type IntroductionRoutes = z.infer<typeof IntroductionRoutes>

export const LinkWhatIfQuery = z.object({
  source: z.string(), target: z.string(),
  weight: decimal(z.number().min(WEIGHT_MIN).max(WEIGHT_MAX)).default(1).describe('strength of the link, as the run weighs links: 1 is what two organisations alone in one project have')
})
const change = (what: string) => z.object({ before: z.number().nullable(), after: z.number().nullable() }).describe(what)
export const LinkEffect = z.object({
  run: z.string(), weight: z.number(),
  steps: change('links between the two; null: no way'),
  crossBorderShare: change('of all work'), modularity: change('of the communities as they are'), components: change('connected parts, those of one included'),
  sides: z.array(z.object({
    organisation: NamedOrganisation, circle: z.number().int().describe('members of the cluster of the other, or the other and its partners where it is in none; itself left out'),
    reached: change('of them it can reach'), meanSteps: change('mean number of links to those it can reach'), withinTwo: change('organisations within two links'), crossBorderShare: change('of its work'),
    cluster: z.object({ code: z.string(), crossBorderShare: change('of the work inside'), internalDensity: change('links inside, of all possible'), conductance: change('0 closed, 1 all work outside') }).nullable()
  })).length(2)
})
export type LinkEffect = z.infer<typeof LinkEffect>
