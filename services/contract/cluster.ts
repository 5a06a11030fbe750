/** A cluster: a community that has been profiled, named and tested. */
import { z } from 'zod'
import { ORGANISATION_KINDS } from './vocabulary.ts'
import { FacetCount } from './filter.ts'

/** Communities smaller than this get no profile: five tests on four organisations would be noise (measure definition, >= 5 organisations). */
export const CLUSTER_SIZE_MIN = 5
/** Cells that expect fewer links than this are not judged. */
export const EXPECTED_LINKS_MIN = 3

/** How common a term (domain or sector) is among members, against the whole network. */
export const Specialisation = z.object({
  code: z.string(), members: z.number().int().describe('k: members with the term'), size: z.number().int().describe('n: members'),
  networkMembers: z.number().int().describe('K: organisations with the term'), networkSize: z.number().int().describe('N: organisations'),
  locationQuotient: z.number().nullable(), lower: z.number().nullable().describe('95 % Wilson interval / (K/N)'), upper: z.number().nullable(),
  p: z.number().describe('hypergeometric P(X >= k)'), q: z.number().nullable().describe('Benjamini-Hochberg over all clusters and terms with K >= 3; null: not tested'),
  countries: z.number().int().describe('countries in the cluster with at least one member that has the term')
})
export type Specialisation = z.infer<typeof Specialisation>

/** Links between two countries against what their link volumes predict; ratio null where too few are expected to judge. */
export const CountryPair = z.object({ a: z.string(), b: z.string(), observed: z.number(), expected: z.number(), ratio: z.number().nullable() })

export const CLUSTER_TESTS = ['size', 'countries', 'stability', 'specialisation', 'specialisation-cross-border'] as const
export const ClusterTest = z.object({
  test: z.enum(CLUSTER_TESTS), value: z.number().nullable().describe('null: not measured yet'), threshold: z.number(), passed: z.boolean().nullable().describe('null: not measured yet'),
  domain: z.string().nullable().optional().describe('of the tests of specialisation: code of the field they are about, null where there is none; the value of "specialisation" is the lower end of the 95 % interval of its location quotient. Runs of earlier versions do not say')
})

export const ClusterBridge = z.object({
  organisation: z.string(), name: z.string().nullable(), country: z.string(), city: z.string().nullable(),
  bridgeScore: z.number().nullable(), rank: z.number().int(), crossBorderBetweennessRank: z.number().int(),
  outside: z.array(z.object({ cluster: z.string(), share: z.number() })).describe('clusters its links lead to, with the share of its strength'),
  cutOff: z.number().int().describe('organisations that lose their only connection without it')
})

export const Cluster = z.object({
  id: z.string().describe('run id and code; stable for as long as the run is kept'),
  run: z.string(), code: z.string().describe('C1, C2, ... by size'), community: z.number().int(),
  name: z.object({
    domain: z.string().nullable().describe('domain code the cluster is named after; null: no domain passes'),
    sector: z.string().nullable(),
    qualifier: z.string().nullable().describe('second domain code or place that tells clusters of one name apart'),
    qualifierKind: z.enum(['domain', 'place', 'member']).nullable().describe('member: of a run on a table, the qualifier being the name of its strongest member'),
    mixed: z.boolean().describe('true: nothing is surely more common here; domain holds the largest')
  }),
  size: z.number().int(), links: z.number().int(), weightInside: z.number(), weightOutside: z.number(),
  sharedNetworks: z.number().int().describe('networks with at least two members here'),
  singleNetwork: z.boolean().describe('one network alone joins nine tenths of the members: a consortium, not a specialisation'),
  countries: z.array(FacetCount), effectiveCountries: z.number(), regions: z.array(FacetCount), kinds: z.array(z.object({ value: z.enum(ORGANISATION_KINDS), count: z.number().int() })),
  domains: z.array(Specialisation), sectors: z.array(Specialisation),
  crossBorderShare: z.number().nullable(), crossBorderShareExpected: z.number().nullable(), crossBorderRatio: z.number().nullable(), eiIndex: z.number().nullable(),
  countryPairs: z.array(CountryPair),
  stability: z.number().nullable().describe('mean greatest Jaccard overlap with a community of each repetition with another seed; null: not measured yet'),
  stabilityWithLinksDropped: z.number().nullable().describe('the same over repetitions on nine tenths of the links: what incomplete data would do to it'),
  tests: z.array(ClusterTest),
  verdict: z.enum(['cross-border specialisation cluster', 'candidate, stability not measured yet', 'cluster']),
  bridges: z.array(ClusterBridge),
  neighbours: z.array(z.object({ cluster: z.string(), weight: z.number(), links: z.number().int(), sharedNetworks: z.number().int(), crossBorderShare: z.number() })),
  x: z.number(), y: z.number()
})
export type Cluster = z.infer<typeof Cluster>

/** Profile for the map's list: no long tables. */
export const ClusterSummary = Cluster.pick({ id: true, run: true, code: true, name: true, size: true, links: true, countries: true, effectiveCountries: true, crossBorderShare: true, crossBorderShareExpected: true, crossBorderRatio: true, stability: true, stabilityWithLinksDropped: true, verdict: true, singleNetwork: true, sharedNetworks: true })
export type ClusterSummary = z.infer<typeof ClusterSummary>
