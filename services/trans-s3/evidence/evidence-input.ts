/** What evidence is computed from: the workspace at one version, the run it stands on, and where organisations of the run are. */
import type { ContentOf } from '../../contract/workspace-items.ts'
import type { Reference } from '../../reference/reference.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { Group } from '../choose-regions.ts'
import type { WorkspaceState } from '../workspace-state.ts'

/** What is computed without a run. */
export interface WorkspaceInput {
  state: WorkspaceState
  settings: ContentOf<'settings'>
  group: Pick<Group, 'parts'>
  reference: Reference
}

export interface EvidenceInput extends WorkspaceInput {
  loaded: LoadedRun
  group: Group
}

/** unknown: the service has no such run; network: it has, but not the network it was computed on. */
export interface RunGone { run: string, why: 'unknown' | 'network' }
export interface GoneInput extends WorkspaceInput { loaded: null, gone: RunGone }
