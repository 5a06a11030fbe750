/** Workspaces made by hand: one in which every step has left something, and one that has just begun. */
import type { ContentOf, ItemContent } from '../../services/contract/workspace-items.ts'
import { ItemContent as AnyContent } from '../../services/contract/workspace-items.ts'
import type { Exhibit } from '../../services/contract/workspace-evidence.ts'
import { CHECKS, STAGES } from '../../services/contract/workspace.ts'
import type { Author, Stage, WorkspaceLanguage } from '../../services/contract/workspace.ts'
import { FULL_WIDTH, picture, words } from '../../services/reports/charts/svg.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { chooseRegions } from '../../services/trans-s3/choose-regions.ts'
import type { PaperInput } from '../../services/trans-s3/documents/paper.ts'
import { namesIn } from '../../services/trans-s3/exhibits/exhibit.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import type { Standing, WorkspaceState } from '../../services/trans-s3/workspace-state.ts'
import { reportRun, SOURCES } from '../reports/made-run.ts'

export const REGIONS = ['PL84', 'LV008', 'EE008', 'LT', 'FI1C4', 'DE6', 'DK03']
/** Nobody's name may come into a document. */
export const PERSON = 'Żaneta Kowalska-Ozoliņa'
export const HOSTILE = '<script>alert(1)</script> #import "x" $x$ *b* _i_ [l](http://x) \\u{41} & "quoted" {n}'

const OPERATOR: Author = { participant: null, role: 'operator', region: null, helix: null, name: null }
export const COORDINATOR: Author = { participant: idOf(900), role: 'coordinator', region: 'PL84', helix: null, name: PERSON }
export const STAKEHOLDER: Author = { participant: idOf(901), role: 'stakeholder', region: 'LV008', helix: 'industry', name: PERSON }

export function idOf (n: number): string {
  return `wsi-${String(n).padStart(12, '0')}`
}

/** Content as people send it: what is left out gets its default. */
export type Given = Record<string, unknown> & { type: ItemContent['type'] }
export const item = (n: number, given: Given, more: Partial<Omit<Standing, 'content'>> = {}): Standing =>
  ({ id: idOf(n), version: 1, workspaceVersion: n, savedAt: '2026-03-02T09:30:00.000Z', by: OPERATOR, toReview: false, made: [n, 0], madeBy: OPERATOR, ...more, content: AnyContent.parse(given) })

const settings: Given = {
  type: 'settings', title: 'Joint specialisations of seven regions', group: { vintage: '2016', regions: REGIONS }, from: '2026-01-01', to: '2027-12-31', runs: ['run-000000000001'], languages: ['en', 'pl']
}
const stages = (changes: Partial<Record<Stage, Partial<ContentOf<'stage'>>>> = {}): Standing[] => STAGES.map((stage, i) => item(10 + i, { type: 'stage', stage, state: 'open', ...changes[stage] }))
const done = (stage: Stage): Record<string, { done: boolean, note: string }> => Object.fromEntries(CHECKS[stage].map(check => [check, { done: true, note: '' }]))

/** As the service makes one. */
export function emptyState (more: Record<string, unknown> = {}): WorkspaceState {
  return { id: 'wsp-000000000001', version: 1, past: null, opened: null, changedAt: '2026-03-01T08:00:00.000Z', items: [item(1, { ...settings, ...more }), ...stages(), item(20, { type: 'charter' })] }
}

const priority = (n: number, title: string, more: Record<string, unknown> = {}, standing: Partial<Omit<Standing, 'content'>> = {}): Standing => item(n, { type: 'priority', title, ...more }, standing)
const measurement = (month: number, value: number | null, lower: number | null = null, upper: number | null = null): Record<string, unknown> => ({ run: `run-00000000000${month}`, at: `2026-0${month}-15T10:00:00.000Z`, value, lower, upper })

/** Every kind of item in it; step two was opened again from step four. */
export function richState (): WorkspaceState {
  return {
    id: 'wsp-000000000002', version: 57, past: null, opened: null, changedAt: '2026-06-30T22:30:00.000Z',
    items: [
      item(1, settings),
      ...stages({
        general: { state: 'closed', checks: done('general') }, 'common-sets': { state: 'closed', checks: done('common-sets') },
        profiling: { state: 'open', checks: { profiles: { done: true, note: '' } } },
        trends: { state: 'in review', checks: done('trends'), toReview: { since: 50, because: 'profiling', reason: 'The consultation named firms that the profile lacks.' } },
        consultation: { state: 'open', toReview: { since: 50, because: 'profiling', reason: 'The consultation named firms that the profile lacks.' } }
      }),
      item(20, { type: 'charter', governance: 'The regions decide together.\n\nEach has one voice.', vision: `A sea that joins. ${HOSTILE}`, monitoring: 'Each new run is measured.' }),
      item(30, { type: 'declared', region: 'PL84', priorities: [{ title: 'Food and dairy', domains: ['s3:bioeconomy'], sectors: ['10'] }] }),
      priority(40, 'Circular bioeconomy of forest and food', { description: 'Residues of one become the material of another.\n\nNot: energy crops.', sectors: ['10', '16'], technologies: ['fermentation', 'membranes'], themes: ['s3:bioeconomy'], knowledge: ['h2020:SC2'], from: [{ region: 'PL84', title: 'Food and dairy' }, { region: 'LV008', title: 'Meža nozare' }], state: 'final', decidedBy: idOf(53) }, { toReview: true }),
      priority(41, `Smart health ${HOSTILE}`, { themes: ['s3:smart-health'], state: 'verified', decidedBy: idOf(51) }),
      priority(42, 'Space mining', { state: 'dropped', decidedBy: idOf(51) }),
      item(50, { type: 'decision', stage: 'common-sets', what: 'Three joint priorities are proposed.', why: 'At least three of seven regions declared each.', evidence: ['common-sets.matrix', 'round table of 23 October'], run: 'run-000000000001', verdicts: [{ priority: idOf(40), verdict: 'keep' }] }, { by: COORDINATOR }),
      item(51, { type: 'decision', stage: 'profiling', what: 'Space mining is dropped.', why: 'No organisation of the group works on it.', verdicts: [{ priority: idOf(42), verdict: 'drop' }, { priority: idOf(99), verdict: 'keep' }] }, { by: COORDINATOR, toReview: true }),
      item(53, { type: 'decision', stage: 'consultation', what: 'Circular bioeconomy is final.', why: `Industry and science rate it high.\n\n${HOSTILE}`, verdicts: [{ priority: idOf(40), verdict: 'keep' }], dissent: 'Society in Vidzeme fears for old forests.\n\nIt asks for a limit on felling.' }, { by: { ...STAKEHOLDER, role: 'authority', helix: null }, toReview: true }),
      item(60, { type: 'note', stage: 'trends', text: 'Demand for packaging without plastic grows.', source: { title: 'Market report', website: 'https://example.org/report', date: '2025-11' } }, { by: STAKEHOLDER }),
      item(61, { type: 'note', stage: 'trends', text: `Unsafe address. ${HOSTILE}`, source: { title: 'Old page', website: 'http://example.org/a' } }),
      item(70, { type: 'participant', name: PERSON, role: 'coordinator', region: 'PL84', expiresAt: '2027-01-01T00:00:00.000Z' }),
      item(71, { type: 'participant', name: PERSON, role: 'stakeholder', region: 'LV008', helix: 'industry', expiresAt: '2027-01-01T00:00:00.000Z' }),
      item(72, { type: 'participant', name: PERSON, role: 'stakeholder', region: 'DK03', helix: 'society', expiresAt: '2026-01-01T00:00:00.000Z' }),
      item(80, { type: 'rating', participant: idOf(71), priority: idOf(40), importance: 5, readiness: 3, commitment: 4, comment: 'Only for the group.' }, { by: STAKEHOLDER }),
      item(90, { type: 'objective', title: 'Residues are used across borders', description: 'From waste to material.', priorities: [idOf(40)] }),
      item(91, { type: 'action', objective: idOf(90), title: 'Pilot plant shared by three regions', description: 'One plant, three sites.', lead: 'PL84', partners: ['LV008', 'FI1C4'], from: '2026-09-01', until: '2027-06-30', means: 'Own staff; one joint application', status: 'connect' }),
      item(92, { type: 'indicator', objective: idOf(90), title: 'Links across borders in the bioeconomy', measure: 'crossBorderShare', domain: 's3:bioeconomy', target: 0.5, date: '2027-12-31', measurements: [measurement(1, 0.41, 0.38, 0.44), measurement(5, 0.452, 0.43, 0.475)] }),
      item(93, { type: 'indicator', objective: idOf(90), title: 'Organisations in it', measure: 'organisations', target: 120, date: '2027-12-31', measurements: [measurement(1, 100), measurement(5, 96)] }),
      item(94, { type: 'indicator', objective: idOf(90), title: 'Openness', measure: 'eiIndex', target: 0.1, date: '2027-12-31', measurements: [measurement(1, -0.4, -0.45, -0.35), measurement(5, -0.1, -0.2, 0)] }),
      item(95, { type: 'objective', title: 'Nothing under it yet', priorities: [idOf(99)] }),
      item(100, { type: 'sme-strategy', title: 'Packaging from residues', need: 'Packaging that can be composted.', priority: idOf(40), members: [{ organisation: 'org-000000000001', name: 'Dairy of Łomża', country: 'PL', role: 'user' }, { organisation: 'org-000000000002', name: 'SIA Ķīmija', country: 'LV', role: 'maker of material' }], missing: [{ role: 'certification', need: 'tests', candidate: 'org-000000000003' }, { role: 'machines' }], plan: [{ what: 'First samples', who: 'SIA Ķīmija', until: '2026-12-01' }], status: 'demonstrate' })
    ]
  }
}

const LONG = 'Zrównoważona gospodarka odpadami i ściekami w regionach nadbałtyckich '.repeat(4).trim()
/** Titles as long as they may be, and more items of each kind than are told. */
export function crowdedState (): WorkspaceState {
  const { items, ...state } = richState()
  const many = (first: number, n: number, given: (i: number) => Given) => Array.from({ length: n }, (_, i) => item(first + i, given(i), { toReview: true }))
  return {
    ...state,
    items: [
      item(1, { ...items[0]!.content, title: LONG, demonstration: true, group: { vintage: '2016', regions: [...REGIONS, 'DE80', 'SE12', 'PL62'] } }), ...items.slice(1, 9),
      ...many(200, 30, () => ({ type: 'priority', title: LONG, state: 'final' })), ...many(300, 10, () => ({ type: 'decision', stage: 'strategy', what: LONG, why: 'w', dissent: LONG })),
      ...many(400, 9, () => ({ type: 'objective', title: LONG, priorities: [idOf(200)] })), ...many(500, 40, i => ({ type: 'action', objective: idOf(400 + i % 9), title: LONG, lead: 'DK03', status: 'commercialise' })),
      ...many(600, 12, () => ({ type: 'indicator', objective: idOf(400), title: LONG, measure: 'crossBorderShare', domain: 's3:bioeconomy', target: 1, date: '2027-12-31', measurements: [1, 2].map(i => ({ run: 'r', at: `2026-0${i}-01T00:00:00.000Z`, value: 0.5, lower: 0.4, upper: 0.6 })) })), ...items.slice(9)
    ]
  }
}

const exhibit = (key: string, title: string, rows: number, more: Partial<Exhibit> = {}): Exhibit => ({
  key, title, says: `What ${title} shows.`, columns: [{ key: 'region', head: 'Region', kind: 'text' }, { key: 'priority', head: 'Priority', kind: 'text' }, { key: 'share', head: 'Share', kind: 'share' }],
  rows: Array.from({ length: rows }, (_, i) => [{ value: REGIONS[i % 7]!, text: REGIONS[i % 7]! }, { value: `p${i}`, text: `Priority ${i}` }, { value: i / rows, text: `${Math.round(100 * i / rows)} %` }]), figure: null, cautions: [], empty: null, ...more
})
const figure = (alt: string): Exhibit['figure'] => ({ alt, svg: picture(FULL_WIDTH, 60, [words(10, 30, alt)]) })

export const evidenceMade = (): Map<Stage, Exhibit[]> => new Map<Stage, Exhibit[]>([
  ['common-sets', [exhibit('common-sets.matrix', 'Regions and priorities', 40, { figure: figure('Seven regions share two priorities.'), cautions: ['Only what was entered is compared.'] }), exhibit('common-sets.none', 'Sets', 0, { empty: 'No set is shared yet.', next: 'Confirm the mappings first.' })]],
  ['profiling', [exhibit('profiling.sizes', 'Sizes', 7, { figure: figure('Hamburg is the largest.') })]],
  ['consultation', [exhibit('consultation.results', 'Results by group', 5)]]
])

export function paperInput (state: WorkspaceState, language: WorkspaceLanguage = 'en', evidence: ReadonlyMap<Stage, Exhibit[]> = evidenceMade()): PaperInput {
  const reference = loadReference()
  const say = sayIn(language)
  const { run } = reportRun().loaded
  return { state, parts: chooseRegions((state.items[0]!.content as ContentOf<'settings'>).group, reference), evidence, run, gone: null, sources: SOURCES, say, names: namesIn(say, reference), software: '0.0.0' }
}
