/** The demonstration workspace: the seven partner regions of GoSmart BSR with what they had declared and the joint priorities that the project published. Facts with their sources; nobody takes part in it, and nothing is voted on. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { readPriorities } from '../casework/priorities-file.ts'
import { readWholeFile, reportOfFile } from '../casework/whole-file.ts'
import type { GivenFile } from '../casework/whole-file.ts'
import { Charter, DeclaredItem, Decision, Note, PriorityItem, Settings, StageItem } from '../contract/workspace-items.ts'
import type { ItemContent } from '../contract/workspace-items.ts'
import { STAGES, WORKSPACE_LANGUAGES } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import type { Reference } from '../reference/reference.ts'
import { isSameRegion } from './choose-regions.ts'
import { deletionOf } from './delete-workspace.ts'
import { OPERATOR } from './may.ts'
import { takeIntoWorkspace } from './suggest-mapping.ts'
import { beginRecords, newItemId } from './workspace-records.ts'
import type { WorkspaceStore } from './workspace-records.ts'

const REGIONS = ['PL84', 'LV008', 'EE008', 'LT', 'FI1C4', 'DE6', 'DK03']
export const DEMONSTRATION_ID = idFor('wsp', 'demonstration', 'gosmart-bsr')
const PROJECT = { title: 'GoSmart BSR, Interreg Baltic Sea Region 2014-2020', website: 'https://projects.interreg-baltic.eu/projects/gosmart-bsr-123.html', date: null }

/** `folder`: seeds/trans-s3. `run`: that evidence is taken from. Does nothing where the workspace is there already or somebody has deleted it; false then. */
export async function loadDemonstration (store: WorkspaceStore, { folder, run, reference, clock }: { folder: string, run: string, reference: Reference, clock: () => Date }): Promise<boolean> {
  if (await store.getRecord('workspace', DEMONSTRATION_ID) !== null || await deletionOf(store, DEMONSTRATION_ID) !== null) return false
  const { declared, report } = await readPriorities(given(folder, 'declared-priorities.csv'), reference)
  if (report.problem !== null) throw new ServiceError('INTERNAL', `seeds/trans-s3/declared-priorities.csv cannot be used: ${report.problem} ${JSON.stringify(report.errors[0])}`)
  const published = await readPublished(folder)
  const first: ItemContent[] = [
    Settings.parse({ type: 'settings', title: 'Demonstration: the seven partner regions of GoSmart BSR', group: { vintage: '2016', regions: REGIONS }, from: '2017-10-01', to: '2021-12-31', runs: [run], languages: [...WORKSPACE_LANGUAGES], demonstration: true }),
    ...STAGES.map(stage => StageItem.parse({ type: 'stage', stage, state: 'open' })),
    Charter.parse(CHARTER),
    ...REGIONS.map(region => DeclaredItem.parse({ type: 'declared', region, priorities: ([...declared].find(([code]) => isSameRegion(code, region, reference))?.[1] ?? []).map(priority => takeIntoWorkspace(priority, reference)) })),
    ...NOTES.map(note => Note.parse({ type: 'note', ...note }))
  ]
  const decision = newItemId(DEMONSTRATION_ID, 1, first.length + published.length)
  const priorities = published.map(({ code, title, source, website }) => PriorityItem.parse({
    type: 'priority', title, description: `Published in: ${source}, ${website}. Single codes, as published; a group joins them into combinations.`, state: 'initial', decidedBy: decision,
    ...(code.startsWith('nace:') ? { sectors: [code.slice(5)] } : { themes: [code] })
  }))
  await beginRecords(store, DEMONSTRATION_ID, [...first, ...priorities, Decision.parse({
    type: 'decision', stage: 'common-sets', run, what: 'The demonstration begins with the joint priorities that the project published in 2021: six fields of NACE and eight themes.',
    why: 'They are the published result of the project. Which evidence and which votes led to each was not published in a form that could be read here, so they begin as initial, and every later step is open.',
    evidence: ['declared-matrix'], verdicts: priorities.map((_, i) => ({ priority: newItemId(DEMONSTRATION_ID, 1, first.length + i), verdict: 'keep' }))
  })], OPERATOR, clock)
  return true
}

const CHARTER = {
  type: 'charter',
  governance: 'The project was led by Bialystok University of Technology. Partners: Podlaska Regional Development Foundation (Poland), Vidzeme Planning Region (Latvia), Valga Town Government (Estonia), Lithuanian Innovation Centre (Lithuania), Kouvola Innovation (Finland), Hamburg Institute of International Economics (Germany), Business Aabenraa (Denmark). Authorities of the regions took part as associated partners. This demonstration has no participants.',
  vision: 'Regions that want smart specialisation to work become competitive together: their small and medium-sized firms create global value chains and belong to them, with partners in other regions of the Baltic Sea. Joint priorities complement the strategies of the regions and replace none.',
  actionPlan: 'What the project did: joint priorities agreed in Hamburg in October 2018, round tables in Hamburg (December 2018) and Brussels (February 2019), a transnational brokerage system for small firms, an extension to the whole Baltic Sea Region from April to December 2021.',
  monitoring: 'No indicators of the project are taken over. On the page of the strategy a group defines its own, measured on runs of this service.'
}
const NOTES = [
  { stage: 'general', text: 'Facts of this demonstration are taken from public pages of the project and its partners; texts are this service’s own. Nothing in it was said or decided by the regions.', source: PROJECT },
  { stage: 'common-sets', text: 'Declared priorities are those of strategies of 2014 to 2020, since the data is of Horizon 2020. Where a region had none of its own, those of its country stand for it, and the note of each says so. Codes are a reading of the titles by Amber Road.', source: { title: 'seeds/trans-s3/declared-priorities.csv.source.md', website: null, date: null } },
  { stage: 'consultation', text: 'The project consulted business, research, administration and associations in every region; single answers were not published. This step is therefore empty here; the page shows a made-up example apart from it.', source: PROJECT }
] as const

const given = (folder: string, name: string): GivenFile => ({ dryRun: true, encoding: 'utf-8', file: { name, open: () => createReadStream(join(folder, name)) } })

interface Published { code: string, title: string, source: string, website: string }

async function readPublished (folder: string): Promise<Published[]> {
  const columns = ['code', 'title', 'source', 'website'] as const
  const published: Published[] = []
  const file = given(folder, 'joint-priorities.csv')
  const report = reportOfFile(file, await readWholeFile(file, { required: [...columns], known: [...columns], rowsMax: 100, bytesMax: 100_000, split: 'shorten it' }, row => { published.push(Object.fromEntries(columns.map(column => [column, row.text(column)])) as unknown as Published) }))
  if (report.problem !== null) throw new ServiceError('INTERNAL', `seeds/trans-s3/joint-priorities.csv cannot be used: ${report.problem} ${JSON.stringify(report.errors[0])}`)
  return published
}
