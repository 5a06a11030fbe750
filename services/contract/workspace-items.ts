/** What stands in a workspace: items, each kept in every version and changed on its own, so that two people get into each other's way only on the same one. */
import { z } from 'zod'
import { DeclaredPriority, PRIORITIES_MAX } from './declared-priorities.ts'
import { DomainCode, Id, LIST_LENGTH_MAX, NaceCode, RequiredText, Text, Timestamp, Website } from './scalars.ts'
import { Author, HELIX_GROUPS, ItemId, LongText, Opened, PRIORITY_STATES, RegionCode, Stage, STAGE_STATES, STATUS_LADDER, WorkspaceGroup, WORKSPACE_REGIONS_MAX, WORKSPACE_RUNS_MAX, WorkspaceLanguage } from './workspace.ts'

/** Items of one workspace: a hundred participants who rate twenty priorities make two thousand. */
export const ITEMS_MAX = 6000
/** Items that a workspace ever had, those taken out too: its file holds as many. */
export const ITEMS_EVER_MAX = 2 * ITEMS_MAX
/** Priorities that a group works with: more than forty is a list of everything. */
export const JOINT_PRIORITIES_MAX = 60
/** Members, missing roles, lines of a plan of one SME strategy. */
export const SME_LINES_MAX = 40
/** Measurements of one indicator: each quarter for ten years. */
export const MEASUREMENTS_MAX = 40
/** Participants with fewer answers than this in a group: its result is not shown. Three as in cluster reports (SUPPRESS_BELOW_DEFAULT). */
export const GROUP_MIN_LEAST = 3
/** Above this hardly any group of a region would be shown. */
export const GROUP_MIN_MOST = 20

const GROUP_MINS = `expected ${GROUP_MIN_LEAST} to ${GROUP_MIN_MOST} answers`

export const SCALE_LEAST = 1
export const SCALE_MOST = 5
const Rate = z.number().int().min(SCALE_LEAST).max(SCALE_MOST)
const Ids = z.array(ItemId).max(LIST_LENGTH_MAX)

/** What a composite of internationalisation potential is summed from; each is brought to 0..1 among the domains compared. */
export const POTENTIAL_MEASURES = ['crossBorderRatio', 'partnerDiversity', 'eiIndex', 'steadiness', 'valueChainPosition'] as const
export type PotentialMeasure = typeof POTENTIAL_MEASURES[number]
/** Weights count by their shares, so nothing larger says more. */
export const WEIGHT_MOST = 100
const WEIGHTS = `expected a weight from 0 to ${WEIGHT_MOST}`
/** Value-chain position counts nothing unless a group wants it: it is of countries, nearly the same for all, and bringing it to 0..1 would make much of little. */
export const PotentialWeights = z.object(Object.fromEntries(POTENTIAL_MEASURES.map(measure => [measure, z.number().min(0, WEIGHTS).max(WEIGHT_MOST, WEIGHTS).default(measure === 'valueChainPosition' ? 0 : 1)])) as Record<PotentialMeasure, z.ZodDefault<z.ZodNumber>>)
export type PotentialWeights = z.infer<typeof PotentialWeights>

export const Settings = z.object({
  type: z.literal('settings'), title: RequiredText, group: WorkspaceGroup, from: z.iso.date(), to: z.iso.date(),
  runs: z.array(z.string().max(60)).min(1, 'name at least one run').max(WORKSPACE_RUNS_MAX, `at most ${WORKSPACE_RUNS_MAX} runs; leave the oldest out`).describe('completed runs, oldest first: evidence is taken from the last'),
  languages: z.array(WorkspaceLanguage).min(1), demonstration: z.boolean().default(false).describe('made to show the method: everybody may read it, it has no participants'),
  sharedBy: z.number().int().min(1).max(WORKSPACE_REGIONS_MAX).default(2).describe('regions that must have declared a priority for it to count as common'),
  groupMin: z.number().int().min(GROUP_MIN_LEAST, GROUP_MINS).max(GROUP_MIN_MOST, GROUP_MINS).default(GROUP_MIN_LEAST).describe('answers that a helix group or region needs before its result is shown'),
  weights: PotentialWeights.prefault({})
})
export const StageItem = z.object({
  type: z.literal('stage'), stage: Stage, state: z.enum(STAGE_STATES),
  checks: z.record(z.string().max(60), z.object({ done: z.boolean(), note: Text.default('') })).default({}),
  toReview: z.object({ since: z.number().int().describe('version of the workspace that re-opened a stage before it'), because: Stage, reason: z.string() }).nullable().default(null),
  shownSince: z.number().int().nullable().default(null).describe('of consultation: version of the workspace from which on its results have been shown; null: never yet')
})
/** The general component. */
export const Charter = z.object({ type: z.literal('charter'), governance: LongText.default(''), vision: LongText.default(''), actionPlan: LongText.default(''), monitoring: LongText.default('') })
export const MAPPINGS = ['declared', 'suggested', 'confirmed'] as const
/** What a region has declared, as it was taken into the workspace; later changes elsewhere do not reach in. */
export const DeclaredItem = z.object({
  type: z.literal('declared'), region: RegionCode,
  priorities: z.array(DeclaredPriority.extend({ mapping: z.enum(MAPPINGS).default('declared').describe('declared: its codes came with it; suggested: found in its words, waits for somebody to confirm; confirmed: somebody did') })).max(PRIORITIES_MAX)
})
/** A joint priority: a combination of sector, technology, theme and knowledge, not one code. */
export const PriorityItem = z.object({
  type: z.literal('priority'), title: RequiredText, description: LongText.default(''),
  sectors: z.array(NaceCode).max(LIST_LENGTH_MAX).default([]), technologies: z.array(RequiredText).max(20).default([]),
  themes: z.array(DomainCode).max(LIST_LENGTH_MAX).default([]).describe('S3 themes'), knowledge: z.array(DomainCode).max(LIST_LENGTH_MAX).default([]).describe('fields of research and parts of programmes'),
  from: z.array(z.object({ region: RegionCode, title: Text })).max(LIST_LENGTH_MAX).default([]).describe('declared priorities it was made of'),
  state: z.enum([...PRIORITY_STATES, 'proposed', 'dropped']).default('proposed').describe('given by decisions alone'),
  decidedBy: ItemId.nullable().default(null).describe('decision that gave the state')
})
export const VERDICTS = ['keep', 'drop'] as const
export const Decision = z.object({
  type: z.literal('decision'), stage: Stage, what: LongText.pipe(z.string().min(1, 'must not be empty')), why: LongText.pipe(z.string().min(1, 'must not be empty: say on what grounds')),
  evidence: z.array(RequiredText).max(LIST_LENGTH_MAX).default([]).describe('keys of exhibits, or what else it stands on'), run: z.string().max(60).nullable().default(null),
  verdicts: z.array(z.object({ priority: ItemId, verdict: z.enum(VERDICTS).describe('keep: it gets the state that this step gives') })).max(JOINT_PRIORITIES_MAX, `at most ${JOINT_PRIORITIES_MAX} priorities in one decision; decide on the others in a second one`).default([]),
  dissent: LongText.default('').describe('who disagrees, and why')
})
export const Note = z.object({ type: z.literal('note'), stage: Stage, text: LongText.pipe(z.string().min(1, 'must not be empty')), source: z.object({ title: RequiredText, website: Website.nullable().default(null), date: z.string().max(10).nullable().default(null) }).nullable().default(null) })
export const Participant = z.object({
  type: z.literal('participant'), name: RequiredText, role: z.enum(['coordinator', 'authority', 'stakeholder', 'reader']), region: RegionCode.nullable().default(null), helix: z.enum(HELIX_GROUPS).nullable().default(null),
  expiresAt: Timestamp, issue: z.number().int().min(1).default(1).describe('raised when a new link is made: earlier ones stop working'), revoked: z.boolean().default(false),
  form: z.string().max(64).nullable().default(null).describe('SHA-256 of the filled-in form that the answers came from; null: comes by link')
})
export const Rating = z.object({
  type: z.literal('rating'), participant: ItemId, priority: ItemId, importance: Rate, readiness: Rate, commitment: Rate.describe('own'), comment: LongText.default('')
})
export const Objective = z.object({ type: z.literal('objective'), title: RequiredText, description: LongText.default(''), priorities: Ids.min(1, 'name the final priorities it serves') })
export const JointAction = z.object({
  type: z.literal('action'), objective: ItemId, title: RequiredText, description: LongText.default(''), lead: RegionCode, partners: z.array(RegionCode).max(WORKSPACE_REGIONS_MAX).default([]),
  from: z.iso.date().nullable().default(null), until: z.iso.date().nullable().default(null), means: LongText.default(''), status: z.enum(STATUS_LADDER).default('learn')
})
/** What an indicator can measure on a run, in the group or its organisations with one domain. */
export const INDICATOR_MEASURES = ['organisations', 'crossBorderLinks', 'regionLinks', 'crossBorderShare', 'partnerCountries', 'eiIndex', 'clusters'] as const
export const Measurement = z.object({ run: z.string(), at: Timestamp, value: z.number().nullable(), lower: z.number().nullable(), upper: z.number().nullable() })
export const Indicator = z.object({
  type: z.literal('indicator'), objective: ItemId, title: RequiredText, measure: z.enum(INDICATOR_MEASURES), domain: DomainCode.nullable().default(null).describe('organisations with it alone; null: all of the group'),
  target: z.number(), date: z.iso.date(), measurements: z.array(Measurement).max(MEASUREMENTS_MAX, `at most ${MEASUREMENTS_MAX} measurements; go on with another indicator`).default([]).describe('by run, the baseline first; the service measures them')
})
/** Whether the baseline has what is aimed at: every measure counts upwards, shares and the E-I index too. */
export const isReachedFromTheStart = ({ target, measurements: [baseline] }: Pick<z.infer<typeof Indicator>, 'target' | 'measurements'>): boolean => baseline !== undefined && baseline.value !== null && target <= baseline.value
const smeLines = (what: string): string => `at most ${SME_LINES_MAX} ${what} in one strategy; divide it into two`
export const SmeStrategy = z.object({
  type: z.literal('sme-strategy'), title: RequiredText, need: LongText.pipe(z.string().min(1, 'must not be empty: what do they need together?')), priority: ItemId.nullable().default(null),
  members: z.array(z.object({ organisation: Id, name: Text.default(''), country: z.string().max(2).default(''), role: RequiredText.describe('along the value chain') })).max(SME_LINES_MAX, smeLines('members')),
  missing: z.array(z.object({ role: RequiredText, need: Text.default(''), candidate: Id.nullable().default(null), introduction: z.string().max(40).nullable().default(null) })).max(SME_LINES_MAX, smeLines('missing roles')).default([]),
  plan: z.array(z.object({ what: RequiredText, who: Text.default(''), until: z.iso.date().nullable().default(null) })).max(SME_LINES_MAX, smeLines('lines in its plan')).default([]),
  status: z.enum(STATUS_LADDER).default('learn')
})

export const ItemContent = z.discriminatedUnion('type', [Settings, StageItem, Charter, DeclaredItem, PriorityItem, Decision, Note, Participant, Rating, Objective, JointAction, Indicator, SmeStrategy])
export type ItemContent = z.infer<typeof ItemContent>
export const ITEM_TYPES = ['settings', 'stage', 'charter', 'declared', 'priority', 'decision', 'note', 'participant', 'rating', 'objective', 'action', 'indicator', 'sme-strategy'] as const satisfies ReadonlyArray<ItemContent['type']>
export type ItemType = ItemContent['type']
export type ContentOf<Type extends ItemType> = Extract<ItemContent, { type: Type }>

const STAGES_OF: Partial<Record<ItemType, Stage>> = { charter: 'general', declared: 'common-sets', priority: 'common-sets', rating: 'consultation', objective: 'strategy', action: 'strategy', indicator: 'strategy', 'sme-strategy': 'strategy' }
/** The step that something stands in and is closed with; null: in none, as participants and settings, of which weights alone close with internationalisation. */
export const stageOfItem = (content: ItemContent): Stage | null => 'stage' in content ? content.stage : STAGES_OF[content.type] ?? null

/** One item as it stands, or as it stood. */
export const WorkspaceItem = z.object({
  id: z.string(), version: z.number().int(), workspaceVersion: z.number().int().describe('of the workspace, that this version of the item came with'), savedAt: Timestamp, by: Author,
  content: ItemContent.nullable().describe('null: removed'),
  toReview: z.boolean().default(false).describe('a decision older than the re-opening of a step before its own; a priority whose state came from one')
})
export type WorkspaceItem = z.infer<typeof WorkspaceItem>
/** `basedOn`: version of the item that the change was made on; 0 or left out: a new item. */
export const ItemChange = z.object({ basedOn: z.number().int().min(0).default(0), content: ItemContent, why: LongText.nullable().default(null) })
export type ItemChange = z.infer<typeof ItemChange>

export const Workspace = z.object({
  id: z.string(), version: z.number().int(), changedAt: Timestamp, opened: Opened,
  you: Author.describe('who the service takes you for'),
  items: z.array(WorkspaceItem).describe('by type, then in the order they were made; those alone that you may read')
})
export type Workspace = z.infer<typeof Workspace>
