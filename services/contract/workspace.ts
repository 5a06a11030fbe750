/** A workspace: a group of regions on its way through Trans-S3, from common sets of priorities to a joint strategy. It complements the regions' own strategies and replaces none. */
import { z } from 'zod'
import { pageOf } from './page.ts'
import { RequiredText, textUpTo, Timestamp } from './scalars.ts'
import { NUTS_VINTAGES } from './vocabulary.ts'

/** Regions of one workspace: Trans-S3 had seven; more than a macro-region's members agree on nothing. */
export const WORKSPACE_REGIONS_MAX = 40
/** Workspaces of one service: a programme has dozens of groups. */
export const WORKSPACES_MAX = 500
/** Longest text somebody writes into one field: two pages. */
export const WORKSPACE_TEXT_MAX = 6000
/** Runs that a workspace stands on, one after the other: a new one each quarter for ten years. */
export const WORKSPACE_RUNS_MAX = 40
/** Versions of a workspace, in the store and in a file of it alike, so that what goes out can be read back: fifty changes a week for four years; each is saved again one after the other, and looks at those before it. */
export const WORKSPACE_CHANGES_MAX = 10_000
/** People whose answers come in one consultation form, a sheet each: a hall; more people bring a second file. */
export const FORM_PEOPLE_MAX = 60

/** The general component, the five steps and the strategy: one page each. Documents number the steps differently, so they go by name. */
export const STAGES = ['general', 'common-sets', 'profiling', 'trends', 'consultation', 'internationalisation', 'strategy'] as const
export const Stage = z.enum(STAGES)
export type Stage = typeof STAGES[number]
/** Each builds on those before it; the general component stands beside them. */
export const STAGES_IN_ORDER = STAGES.slice(1)
export const STAGE_STATES = ['open', 'in review', 'closed'] as const
/** What has been done with a priority: the state that each of the five steps gives. */
export const PRIORITY_STATES = ['initial', 'verified', 'refined', 'final', 'assessed'] as const
export type PriorityState = typeof PRIORITY_STATES[number]
export const STATE_GIVEN: Partial<Record<Stage, PriorityState>> = { 'common-sets': 'initial', profiling: 'verified', trends: 'refined', consultation: 'final', internationalisation: 'assessed' }
/** What is to be ticked on each page before it is closed; a line that does not apply is ticked with a note that says why. */
export const CHECKS = {
  general: ['governance', 'vision', 'action-plan', 'monitoring', 'participants'],
  'common-sets': ['declared', 'mapped', 'sets', 'combinations'],
  profiling: ['profiles', 'declared-and-revealed', 'complementarity', 'gaps'],
  trends: ['growth', 'programme-cycles', 'value-chains', 'sources'],
  consultation: ['invited', 'all-groups', 'disagreement', 'comments'],
  internationalisation: ['measures', 'weights', 'sensitivity'],
  strategy: ['objectives', 'actions', 'indicators', 'sme-strategies']
} as const satisfies Record<Stage, readonly string[]>
/** Of a joint action or SME strategy, as thematic partnerships of the S3 platform go. */
export const STATUS_LADDER = ['learn', 'connect', 'demonstrate', 'commercialise', 'scale up'] as const
/** Quadruple helix. */
export const HELIX_GROUPS = ['industry', 'science', 'administration', 'society'] as const
export type HelixGroup = typeof HELIX_GROUPS[number]
/** Of documents and of the words in evidence: the languages of the partner regions, and English. */
export const WORKSPACE_LANGUAGES = ['en', 'pl', 'lv', 'lt', 'et', 'da', 'fi', 'de'] as const
export const WorkspaceLanguage = z.enum(WORKSPACE_LANGUAGES)
export type WorkspaceLanguage = typeof WORKSPACE_LANGUAGES[number]

export const WorkspaceId = z.string().regex(/^wsp-[0-9a-hjkmnp-tv-z]{12}$/, 'expected the id of a workspace, such as wsp-7g2k9x0m4q8r')
export const ItemId = z.string().regex(/^(wsp|wsi)-[0-9a-hjkmnp-tv-z]{12}$/, 'expected an id made by this service, such as wsi-7g2k9x0m4q8r')
export const RegionCode = z.string().trim().toUpperCase().regex(/^[A-Z]{2}[0-9A-Z]{0,3}$/, 'expected a NUTS code such as PL84, or a country code')
export const LongText = textUpTo(WORKSPACE_TEXT_MAX)

/** NUTS codes are of one vintage; a two-letter code is a country. */
export const WorkspaceGroup = z.object({
  vintage: z.enum(NUTS_VINTAGES).describe('of the NUTS codes'),
  regions: z.array(RegionCode).min(2, 'a group has at least two regions or countries').max(WORKSPACE_REGIONS_MAX, `at most ${WORKSPACE_REGIONS_MAX} regions in a group`)
})
export type WorkspaceGroup = z.infer<typeof WorkspaceGroup>

export const WORKSPACE_ROLES = ['operator', 'coordinator', 'authority', 'stakeholder', 'reader'] as const
export type WorkspaceRole = typeof WORKSPACE_ROLES[number]
/** Who did something, as everybody may read it; `name` is told to participants alone. */
export const Author = z.object({ participant: z.string().nullable().describe('null: the operator of the service'), role: z.enum(WORKSPACE_ROLES), region: z.string().nullable(), helix: z.enum(HELIX_GROUPS).nullable(), name: z.string().nullable() })
export type Author = z.infer<typeof Author>

export const WorkspaceInput = z.object({
  title: RequiredText,
  group: WorkspaceGroup,
  from: z.iso.date().describe('when the group begins to work together; evidence covers the years that the data covers, whatever this says'), to: z.iso.date().describe('when the joint work ends'),
  run: z.string().default('latest').describe('completed run that evidence is taken from, or latest'),
  languages: z.array(WorkspaceLanguage).min(1).default(['en'])
})
export type WorkspaceInput = z.infer<typeof WorkspaceInput>

export const Opened = z.object({ at: Timestamp, copy: z.boolean().describe('a workspace of the id in the file was here already') }).nullable().describe('when it was opened from a file; null: it was begun here, or opened before this was kept')

export const WorkspaceSummary = z.object({
  id: z.string(), version: z.number().int().describe('raised by one with each change of anything in it'), title: z.string(), group: WorkspaceGroup, demonstration: z.boolean(),
  changedAt: Timestamp, opened: Opened,
  stages: z.array(z.object({ stage: Stage, state: z.enum(STAGE_STATES), toReview: z.boolean() }))
})
export type WorkspaceSummary = z.infer<typeof WorkspaceSummary>
export const WorkspacesPage = pageOf(WorkspaceSummary)

/** One change of the workspace: what its version with this number brought. */
export const WorkspaceChange = z.object({
  version: z.number().int(), at: Timestamp, by: Author, why: z.string().nullable(),
  items: z.array(z.object({ item: z.string(), type: z.string(), version: z.number().int(), change: z.enum(['made', 'changed', 'removed']) }))
})
export type WorkspaceChange = z.infer<typeof WorkspaceChange>

export const WORKSPACE_DOCUMENTS = ['policy-paper', 'summary'] as const
