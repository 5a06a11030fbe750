/** The network of value added in an input-output table: what its links are, which of them are kept, and how much of it is left out. */
import { z } from 'zod'
import { ValueAddedFrom } from './value-chains.ts'

/** Nodes: the countries of a table, or each sector of each country. */
export const NETWORK_LEVELS = ['countrySector', 'country'] as const
export const NETWORK_LINKS = ['valueAddedInExports', 'valueAddedInFinalProducts', 'intermediateSales'] as const
/** A chance of a twentieth, as for other tests here. */
export const BACKBONE_ALPHA_DEFAULT = 0.05

export const NetworkBackbone = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('disparity'), alpha: z.number().gt(0).max(1).default(BACKBONE_ALPHA_DEFAULT) }).describe('links that carry an unusually large share of what their source gives or their target takes (Serrano, Boguna and Vespignani 2009)'),
  z.strictObject({ rule: z.literal('share'), share: z.number().gt(0).max(1) }).describe('the greatest links that together carry this share of the amount of all'),
  z.strictObject({ rule: z.literal('all') }).describe('every link; a table is dense, so this is for countries and small tables')
])
export type NetworkBackbone = z.infer<typeof NetworkBackbone>

export const NetworkOptions = z.strictObject({
  level: z.enum(NETWORK_LEVELS).default('countrySector').describe('nodes: countries, or sectors of countries'),
  links: z.enum(NETWORK_LINKS).default('valueAddedInExports').describe('from i to j, in the unit of the table: value added of i in the exports of j; value added of i in the final products that j completes; or what i sells to j as intermediate input'),
  valueAdded: ValueAddedFrom,
  domestic: z.boolean().default(false).describe('whether links between sectors of one country count. Without them communities are chains across borders; with them they are mostly countries'),
  backbone: NetworkBackbone.default({ rule: 'disparity', alpha: BACKBONE_ALPHA_DEFAULT })
})
export type NetworkOptions = z.infer<typeof NetworkOptions>

/** Of a run: the network of which table. */
export const RunNetwork = NetworkOptions.extend({
  table: z.string().min(1).max(64).describe('hash of a kept table, eight or more characters that it begins with, or latest; a stored run holds the whole hash')
})
export type RunNetwork = z.infer<typeof RunNetwork>

const amount = z.number()
const links = z.number().int()
/** What a network keeps of its table. Amounts in the unit of the table. */
export const NetworkReport = z.object({
  links: z.object({ found: links.describe('positive links between two different nodes that count'), kept: links.describe('of them, by the rule of the backbone') }),
  amount: z.object({ found: amount, kept: amount.describe('what the kept links carry') }),
  ownAmount: amount.describe('of nodes with themselves: kept out of the links'),
  domesticAmount: amount.describe('between sectors of one country, where these do not count; else 0'),
  negative: z.object({ links, amount }).describe('links below 0, as changes in inventories make them: left out'),
  nodesWithoutLink: z.number().int()
})
export type NetworkReport = z.infer<typeof NetworkReport>

const Named = z.object({ code: z.string(), name: z.string() })
/** Of a completed run on a table: what its nodes stand for, and what its links leave out. */
export const TableNetwork = z.object({
  title: z.string(), year: z.number().int().nullable(), unit: z.string().describe('of all weights'), source: z.string().describe('who published the table'),
  countries: z.array(Named).describe('in the order of the table; code: ISO 3166-1 alpha-2, or X- and what the table writes where that names a group of countries, or none that is known'),
  sectors: z.array(Named).describe('in the order and with the codes of the table'),
  report: NetworkReport
})
export type TableNetwork = z.infer<typeof TableNetwork>
