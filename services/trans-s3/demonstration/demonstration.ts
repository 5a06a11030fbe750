/**
 * The demonstration workspace: the seven partner regions of GoSmart BSR with what they had declared and the joint priorities that the project published. Facts with their sources; nobody takes part in it, and
 * nothing is voted on. The steps that need evidence alone are closed by rules (by-rule.ts), through the same functions as a group's own; it stops at the consultation.
 */
import { Charter, DeclaredItem, Decision, Note, PriorityItem, Settings, StageItem } from '../../contract/workspace-items.ts'
import type { ContentOf, ItemContent } from '../../contract/workspace-items.ts'
import { STAGES, WORKSPACE_LANGUAGES } from '../../contract/workspace.ts'
import { idFor } from '../../ids.ts'
import type { Reference } from '../../reference/reference.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { chooseRegions, isSameRegion, placeGroup } from '../choose-regions.ts'
import { deletionOf } from '../delete-workspace.ts'
import type { DatedNetworks } from '../evidence/dated-networks.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import { OPERATOR } from '../may.ts'
import { moveStage } from '../move-stage.ts'
import { takeIntoWorkspace } from '../suggest-mapping.ts'
import { beginRecords, loadWorkspace } from '../workspace-records.ts'
import type { WorkspaceStore } from '../workspace-records.ts'
import { itemsOf, settingsOf, stageOf } from '../workspace-state.ts'
import type { WorkspaceState } from '../workspace-state.ts'
import { saveItem } from '../write-items.ts'
import { declaredIn, findOrganisations, lookAtGrowth, shareCodes } from './by-rule.ts'
import type { Rule, Ruled } from './by-rule.ts'
import { readDemonstrationFiles } from './demonstration-files.ts'
import type { DemonstrationFiles, Published } from './demonstration-files.ts'
import { BY_RULE, CHARTER, describeCode, describeDomain, NOTES, TAKEN_OVER, TICKED } from './demonstration-texts.ts'
import { holdRecords } from './hold-records.ts'

const REGIONS = ['PL84', 'LV008', 'EE008', 'LT', 'FI1C4', 'DE6', 'DK03']
/** More than a pair: of seven regions nearly any two share something. */
const SHARED_BY = 3
export const DEMONSTRATION_ID = idFor('wsp', 'demonstration', 'gosmart-bsr')

/** `folder`: seeds/trans-s3. `loaded`: the run that evidence is taken from; `dated`: when its networks began. */
export interface Showing { folder: string, loaded: LoadedRun, dated: DatedNetworks, reference: Reference, clock: () => Date }

/** It is there, or somebody has deleted it. */
export const isDemonstrated = async (store: WorkspaceStore): Promise<boolean> => await store.getRecord('workspace', DEMONSTRATION_ID) !== null || await deletionOf(store, DEMONSTRATION_ID) !== null

/** All of it in one transaction. The same run, data and time give the same records. Does nothing where it has been made already; false then. */
export async function loadDemonstration (store: WorkspaceStore, { folder, loaded, dated, reference, clock }: Showing): Promise<boolean> {
  if (await isDemonstrated(store)) return false
  const now = clock()
  const at = (): Date => now
  const held = holdRecords()
  const files = await readDemonstrationFiles(folder, reference)
  await beginRecords(held, DEMONSTRATION_ID, firstItems(files, loaded.run.id, reference), OPERATOR, at)

  const evidence = async (): Promise<EvidenceInput> => {
    const state = await loadWorkspace(held, DEMONSTRATION_ID) as WorkspaceState
    const settings = settingsOf(state)
    return { state, settings, loaded, group: placeGroup(chooseRegions(settings.group, reference), loaded), reference }
  }
  const save = async (content: ItemContent, item: string | null = null, basedOn = 0): Promise<number> => (await saveItem({ store: held, workspace: DEMONSTRATION_ID, by: OPERATOR, reference, clock: at }, item, { basedOn, content, why: null })).version
  const close = async (stage: keyof typeof TICKED): Promise<void> => {
    const { id, version, content } = stageOf(await loadWorkspace(held, DEMONSTRATION_ID) as WorkspaceState, stage)
    const checks = Object.fromEntries(Object.entries<string>(TICKED[stage]).map(([line, note]) => [line, { done: true, note }]))
    await moveStage(held, DEMONSTRATION_ID, { stage, to: 'closed', reason: '', basedOn: await save({ ...content, checks }, id, version) }, OPERATOR, at)
  }

  await save(Decision.parse({ type: 'decision', stage: 'general', ...TAKEN_OVER.general }))
  await close('general')
  await save(begunWith(await evidence(), files))
  for (const decision of combined(await evidence(), files)) await save(decision)
  await close('common-sets')
  for (const decision of decisionsBy(findOrganisations(await evidence()), 'profiling', 'verified', 'initial')) await save(decision)
  await close('profiling')
  for (const decision of decisionsBy(lookAtGrowth(await evidence(), dated), 'trends', 'refined', 'verified')) await save(decision)
  await close('trends')
  await store.saveRecords(held.drafts)
  return true
}

function firstItems (files: DemonstrationFiles, run: string, reference: Reference): ItemContent[] {
  const declaredBy = (region: string): ContentOf<'declared'>['priorities'] => ([...files.declared].find(([code]) => isSameRegion(code, region, reference))?.[1] ?? []).map(priority => takeIntoWorkspace(priority, reference))
  return [
    Settings.parse({ type: 'settings', title: 'Demonstration: the seven partner regions of GoSmart BSR', group: { vintage: '2016', regions: REGIONS }, from: '2017-10-01', to: '2021-12-31', runs: [run], languages: [...WORKSPACE_LANGUAGES], demonstration: true, sharedBy: SHARED_BY }),
    ...STAGES.map(stage => StageItem.parse({ type: 'stage', stage, state: 'open' })),
    Charter.parse({ type: 'charter', ...CHARTER }),
    ...REGIONS.map(region => DeclaredItem.parse({ type: 'declared', region, priorities: declaredBy(region) })),
    ...NOTES.map(note => Note.parse({ type: 'note', ...note })),
    ...files.domains.map(({ published, ...domain }) => PriorityItem.parse({ type: 'priority', ...domain, description: describeDomain(files.published.filter(({ code }) => published.includes(code))) })),
    ...files.published.map(each => PriorityItem.parse({ type: 'priority', title: each.title, description: describeCode(each), ...(each.code.startsWith(NACE) ? { sectors: [each.code.slice(NACE.length)] } : { themes: [each.code] }) }))
  ]
}

const NACE = 'nace:'

type Verdict = ContentOf<'decision'>['verdicts'][number]
const keep = ({ id }: { id: string }): Verdict => ({ priority: id, verdict: 'keep' })
/** As it stands in the workspace. */
const itemOf = ({ state }: Pick<EvidenceInput, 'state'>, { title }: Published): Ruled['priority'] => itemsOf(state, 'priority').find(({ content }) => content.from.length === 0 && content.title === title)!

const begunWith = (input: EvidenceInput, { published }: DemonstrationFiles): ContentOf<'decision'> =>
  Decision.parse({ type: 'decision', stage: 'common-sets', evidence: ['declared-matrix'], verdicts: published.map(each => keep(itemOf(input, each))), ...TAKEN_OVER.published })

/** Of step 1: published codes go into the combinations that stand; the others stay what they are. */
function combined (input: EvidenceInput, { published, domains }: DemonstrationFiles): Array<ContentOf<'decision'>> {
  const rule = shareCodes(input)
  const [standing, left] = parted(rule)
  const joinedIn = (ruled: Ruled[]): Published[] => published.filter(({ code }) => domains.some(domain => domain.published.includes(code) && ruled.some(({ priority }) => priority.content.title === domain.title)))
  const gone = joinedIn(standing)
  const alone = published.filter(each => !joinedIn(rule.ruled).includes(each)).map(each => ({ title: each.title, by: declaredIn(input, itemOf(input, each).content) }))
  const verdicts: Verdict[] = [...standing.map(({ priority }) => keep(priority)), ...gone.map(each => ({ priority: itemOf(input, each).id, verdict: 'drop' as const }))]
  return [
    ...(standing.length === 0 ? [] : [ruledDecision('common-sets', rule, `Joined into combinations: ${titles(standing)}.`, [...standing.map(sentence), 'A published code that stands in one of these is dropped as a priority of its own: it goes on as a part of the combination.'], verdicts)]),
    ...(left.length + alone.length === 0
      ? []
      : [ruledDecision('common-sets', rule, `Not joined: ${[...left.map(({ priority }) => priority.content.title), ...alone.map(({ title }) => title)].join('; ')}.`, [
          ...left.map(each => `${sentence(each)} It stays proposed, and the published codes that it alone would join stay initial.`),
          ...alone.map(({ title, by }) => `${title}. No combination joins this published code; of ${input.group.parts.length} regions, ${by} declared anything in it. It stays initial.`)
        ])])
  ]
}

/** Of a later step: those for which the rule holds get its state, the others stay in the one before. */
function decisionsBy (rule: Rule, stage: 'profiling' | 'trends', given: 'verified' | 'refined', before: 'initial' | 'verified'): Array<ContentOf<'decision'>> {
  const [standing, left] = parted(rule)
  return [
    ...(standing.length === 0 ? [] : [ruledDecision(stage, rule, `${given === 'verified' ? 'Verified' : 'Refined'}: ${titles(standing)}.`, standing.map(sentence), standing.map(({ priority }) => keep(priority)))]),
    ...(left.length === 0 ? [] : [ruledDecision(stage, rule, `Not ${given}: ${titles(left)}.`, left.map(each => `${sentence(each)} It stays ${before}.`))])
  ]
}

const parted = ({ ruled }: Rule): [holding: Ruled[], others: Ruled[]] => [ruled.filter(({ holds }) => holds), ruled.filter(({ holds }) => !holds)]
const titles = (ruled: Ruled[]): string => ruled.map(({ priority }) => priority.content.title).join('; ')
const sentence = ({ priority, says }: Ruled): string => `${priority.content.title}. ${says}`

const ruledDecision = (stage: 'common-sets' | 'profiling' | 'trends', { says, evidence }: Rule, what: string, reasons: string[], verdicts: Verdict[] = []): ContentOf<'decision'> =>
  Decision.parse({ type: 'decision', stage, what, why: [BY_RULE, says, ...reasons].join('\n\n'), evidence, verdicts })
