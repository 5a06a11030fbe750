/** What became of the clusters of one run in another. */
import { z } from 'zod'
import { Cluster } from './cluster.ts'
import { Id } from './scalars.ts'

export const CLUSTER_CHANGES = ['merged', 'split', 'born', 'died', 'continued'] as const

/** Organisations named for each change: enough to see who it is about; whole lists are exports of the two runs. */
export const MOVED_LISTED_MAX = 10

const ClusterOfRun = Cluster.pick({ code: true, name: true, size: true })
const Moved = z.object({
  organisation: Id, name: z.string().nullable().describe('null: deleted since'),
  from: z.string().nullable().describe('code in the earlier run; null: in no cluster'), to: z.string().nullable().describe('code in the later run; null: in no cluster'),
  data: z.enum(['in both', 'new', 'gone']).describe('new: the earlier run did not hold it; gone: the later one does not')
})

export const ClusterChange = z.object({
  change: z.enum(CLUSTER_CHANGES),
  before: z.array(ClusterOfRun), after: z.array(ClusterOfRun),
  identity: z.object({ before: z.string(), after: z.string() }).nullable().describe('codes of the one cluster that is the same in both runs'),
  growth: z.number().int().describe('members after less members before'),
  shared: z.number().int().describe('organisations in the clusters of both sides'), joined: z.number().int(), left: z.number().int(),
  joinedNew: z.number().int().describe('of those that joined: not in the data of the earlier run'), leftGone: z.number().int().describe('of those that left: not in the data of the later run'),
  moved: z.array(Moved).describe(`at most ${MOVED_LISTED_MAX} of those that joined or left, of the greatest strength`)
})
export type ClusterChange = z.infer<typeof ClusterChange>

const Side = z.object({ run: Id, revision: z.number().int(), organisations: z.number().int(), clusters: z.number().int() })
export const ClusterChanges = z.object({ since: Side, now: Side, changes: z.array(ClusterChange) })
export type ClusterChanges = z.infer<typeof ClusterChanges>
