/** What a document on a workspace is made of, and the names that it calls things by. */
import type { DataSource } from '../../contract/network.ts'
import type { Run } from '../../contract/run.ts'
import type { ContentOf } from '../../contract/workspace-items.ts'
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Author, Stage } from '../../contract/workspace.ts'
import type { GroupPart } from '../choose-regions.ts'
import type { RunGone } from '../evidence/evidence-input.ts'
import type { Names } from '../exhibits/exhibit.ts'
import { runGoneText } from '../exhibits/run-gone-exhibit.ts'
import { itemsOf, settingsOf } from '../workspace-state.ts'
import type { Standing, WorkspaceState } from '../workspace-state.ts'
import type { Say } from '../words/say.ts'

export interface PaperInput {
  /** Whole, as the coordinator reads it: documents leave out names of people by themselves. */
  state: WorkspaceState
  parts: readonly GroupPart[]
  /** What each page of the workspace shows, in the language of `say`. */
  evidence: ReadonlyMap<Stage, readonly Exhibit[]>
  /** That the evidence is taken from; null: the service does not have it any more. */
  run: Run | null
  /** Why the evidence of that run cannot be computed; null: it can. */
  gone: RunGone | null
  sources: readonly DataSource[]
  say: Say
  names: Names
  /** Version of the software that makes the document. */
  software: string
}

export interface Paper extends PaperInput {
  settings: ContentOf<'settings'>
  priorities: Array<Standing<ContentOf<'priority'>>>
  decisions: Array<Standing<ContentOf<'decision'>>>
  regionName: (code: string) => string
  /** Of a priority; one that was removed is said to be. */
  priorityTitle: (id: string) => string
  /** Id of the section or table of each exhibit that stands in the document, by its key. */
  places: ReadonlyMap<string, string>
}

/** The furthest first. */
const STATES = ['assessed', 'final', 'refined', 'verified', 'initial', 'proposed', 'dropped'] as const

export function openPaper (input: PaperInput): Paper {
  const { state, parts, names, say } = input
  const priorities = itemsOf(state, 'priority').sort((a, b) => STATES.indexOf(a.content.state) - STATES.indexOf(b.content.state))
  const titles = new Map(priorities.map(({ id, content }) => [id, content.title]))
  return {
    ...input, places: new Map(), settings: settingsOf(state), priorities, decisions: itemsOf(state, 'decision'),
    regionName: code => {
      const part = parts.find(part => part.asked === code || part.code === code)
      return part !== undefined ? names.region(part) : code.length === 2 ? names.country(code) : code
    },
    priorityTitle: id => titles.get(id) ?? say.t('paper.removedItem')
  }
}

export const isFinal = ({ content }: Standing<ContentOf<'priority'>>): boolean => content.state === 'final' || content.state === 'assessed'

/** What a reader must know before anything else; null: nothing. */
export const missingEvidence = ({ gone, say }: Pick<PaperInput, 'gone' | 'say'>): string | null => gone === null ? null : `${runGoneText(gone, say)} ${say.t('paper.runGone')}`

/** By role and region: a document is public, so that nobody is named in it. */
export const whoIs = ({ say, regionName }: Paper, { role, helix, region }: Author): string =>
  [say.t(`role.${role}`), ...(helix === null ? [] : [say.t(`helix.${helix}`)]), ...(region === null ? [] : [regionName(region)])].join(', ')

/** The day of a time. */
export const dayOf = (say: Say, time: string): string => say.date(time.slice(0, 10))
