/** Everything one page shows of one organisation in one run. */
import { z } from 'zod'
import { Organisation } from './organisation.ts'
import { Network } from './network.ts'
import { ProjectionOptions } from './run.ts'

export const Ranked = z.object({ value: z.number().nullable(), rank: z.number().int().nullable(), of: z.number().int(), percentile: z.number().nullable().describe('(midrank - 1/2) / of, 0 to 1, ascending; null where the value is not defined or the organisation has no link') })
export type Ranked = z.infer<typeof Ranked>

export const OrganisationProfile = z.object({
  organisation: Organisation, run: z.string(), cluster: z.string().nullable(), isolate: z.boolean(),
  measures: z.record(z.string(), Ranked),
  partnersTotal: z.number().int(),
  partners: z.array(z.object({ id: z.string(), name: z.string(), country: z.string(), cluster: z.string().nullable(), weight: z.number(), sharedNetworks: z.number().int() })).describe('the strongest'),
  clusters: z.array(z.object({ cluster: z.string(), share: z.number() })).describe('where its links lead, by share of strength'),
  countries: z.array(z.object({ country: z.string(), share: z.number() })),
  networksTotal: z.number().int(), networks: z.array(Network.extend({ role: z.string() })).describe('the latest')
})
export type OrganisationProfile = z.infer<typeof OrganisationProfile>

const SharedNetwork = Network.extend({
  membersCounted: z.number().int().nullable().describe('n of its weight 1/(n - 1) in the run; null: the run made no link of it, or there is no run'),
  membersInStore: z.number().int().nullable().describe('members in the data that the run read; null: it is not in them')
})
/** A link opened: the networks and links behind it. */
export const LinkEvidence = z.object({
  source: z.string(), target: z.string(), weight: z.number().nullable(),
  networkSizeBasis: ProjectionOptions.shape.networkSizeBasis.unwrap().nullable().describe('which members the run counted; null: there is no run'),
  networks: z.array(SharedNetwork), links: z.array(z.object({ id: z.string(), kind: z.string(), weight: z.number(), product: z.string().nullable(), evidence: z.string().nullable(), confidence: z.number() }))
})
export type LinkEvidence = z.infer<typeof LinkEvidence>
