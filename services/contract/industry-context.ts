/** Where the organisations of a cluster, region or country stand in an input-output table, and how their links compare with its flows. */
import { z } from 'zod'
import { ViewFacetsQuery } from './graph-view.ts'
import { IdentityCheck, PROFILE_FILE_FORMATS, TableSummary, VALUE_ADDED_FROM, ValueAddedFrom } from './value-chains.ts'

export const ContextQuery = ViewFacetsQuery.extend({ valueAdded: ValueAddedFrom })
export type ContextQuery = z.infer<typeof ContextQuery>

export const CONTEXT_TABLES = ['figures', 'industries', 'partners', 'links'] as const
export const ContextFileQuery = ContextQuery.extend({ part: z.enum(CONTEXT_TABLES).describe('figures: means and the same industries worldwide; the others as the answer has them'), format: z.enum(PROFILE_FILE_FORMATS).default('csv') })
export type ContextFileQuery = z.infer<typeof ContextFileQuery>

/** Industries told one by one; the others are counted, and in every mean. */
export const INDUSTRIES_TOLD_MAX = 200
/** Pairs of countries told one by one, those with most links first. */
export const COUNTRY_PAIRS_TOLD_MAX = 500
/** Codes of organisations told one by one. */
export const CODES_TOLD_MAX = 50

/** What a reader must know before the figures; words for each stand on the page. */
export const CONTEXT_CAUTIONS = ['noIndustryRead', 'approximateIndustries', 'codesMissing', 'codesMoved', 'fewSectors', 'countriesInGroups', 'countriesMissing', 'wholeEconomies', 'consortia', 'oldTable'] as const
/** Years between a table and the newest it could be, from which the page says that it is old. */
export const TABLE_OLD_YEARS = 5

const Value = z.number().nullable().describe('null: not defined')
const TableCountry = z.object({ code: z.string().describe('as the table writes it'), name: z.string(), alpha2: z.string().nullable().describe('ISO 3166-1; null: a group of countries') })
const Place = z.object({
  upstreamness: Value.describe('steps of production to final use'), downstreamness: Value.describe('steps of production since primary inputs'),
  backward: Value.describe('VS / E: part of exports that was made abroad'), forward: Value.describe('VS1 / E: own value added in the exports of others, by own exports'), gvc: Value.describe('GVC / E: part of exports that crosses more than one border')
})
const Expectation = z.object({
  expected: z.number(), ratio: Value.describe('observed / expected; null: nothing flows'), lower: Value.describe('95 % Wilson interval'), upper: Value,
  q: z.number().describe('two-sided binomial test, Benjamini-Hochberg over all pairs'), verdict: z.enum(['over', 'under', 'as expected', 'too few']).describe('over, under: q below 0.05; too few: fewer than three links expected, and no surprise')
})

export const IndustryContext = z.object({
  table: TableSummary, valueAdded: z.enum(VALUE_ADDED_FROM), run: z.string(),
  basis: z.enum(['industries', 'countries']).describe('industries: where the sectors of the organisations stand; countries: fewer than a tenth have a sector that is found, so all stand for the whole economies of their countries, sectors by output'),
  scheme: z.enum(['codes', 'wiod-2013', 'none']).describe('codes: sectors of the table are codes of ISIC Rev. 4 or NACE Rev. 2; wiod-2013: c1 to c35 by NACE Rev. 1, approximately; none: they cannot be read'),
  organisations: z.number().int(), withSectors: z.number().int().describe('with a NACE code'), inIndustries: z.number().int().describe('with a country of the table and a code that an industry holds'),
  cautions: z.array(z.enum(CONTEXT_CAUTIONS)),
  codesMissing: z.array(z.object({ code: z.string(), organisations: z.number().int() })).describe('NACE codes that no industry holds'),
  codesMoved: z.array(z.object({ code: z.string(), industries: z.array(z.string()), why: z.string(), organisations: z.number().int() })).describe('NACE codes in an industry whose name says otherwise'),
  sectorsUnread: z.array(z.string()).describe('sectors of the table whose code says nothing'),
  countriesInGroups: z.array(z.object({ country: z.string(), group: z.string(), organisations: z.number().int() })).describe('countries that the table has inside a group only: figures are the group\'s'),
  countriesMissing: z.array(z.object({ country: z.string(), organisations: z.number().int() })),
  mean: z.object({ here: Place, world: Place.describe('the same industries over all countries') }).nullable().describe('industries of the organisations, each organisation one whole; shares of exports weighted by exports per unit of output too; null: none is placed'),
  industries: z.array(Place.extend({ country: TableCountry, sector: z.string(), sectorName: z.string(), organisations: z.number(), world: Place })), industriesTotal: z.number().int(),
  partners: z.array(z.object({
    country: TableCountry, supplied: z.number().describe('part of what the industries make that was added in this country'), absorbed: z.number().describe('part of their own value added that ends in final demand of this country')
  })).describe('countries abroad, supplied and absorbed together first'),
  links: z.object({
    among: z.enum(['members', 'abroad']).describe('members: links of the organisations with each other; abroad: of organisations in one country with anybody in another'),
    total: z.number().int().describe('links that cross a border between two countries of the table'), untold: z.number().int().describe('other links across a border: within a group of countries, or with one the table does not have'),
    pairs: z.array(Expectation.extend({ a: TableCountry, b: TableCountry, observed: z.number().int(), share: z.number().describe('of the flows of value added among the countries present'), givenTotals: Expectation.nullable().describe('with every country\'s own number of links kept; null: not defined') })), pairsTotal: z.number().int()
  }),
  identities: z.array(IdentityCheck)
})
export type IndustryContext = z.infer<typeof IndustryContext>
