/** What the service holds now: the first thing the visualizer asks. */
import { z } from 'zod'
import { DataSource } from './network.ts'
import { Run } from './run.ts'

export const Status = z.object({
  version: z.string(), store: z.enum(['sqlite', 'neo4j']), revision: z.number().int(), committedAt: z.string(),
  counts: z.object({ organisations: z.number().int(), links: z.number().int(), networks: z.number().int(), memberships: z.number().int() }),
  writable: z.boolean(), sources: z.array(DataSource),
  latestRun: Run.nullable().describe('newest completed run that found clusters and was no trial'), outdated: z.boolean().describe('data changed since that run')
})
export type Status = z.infer<typeof Status>

export const Health = z.object({ status: z.enum(['live', 'ready', 'starting', 'unavailable']), detail: z.string() })
export type Health = z.infer<typeof Health>
