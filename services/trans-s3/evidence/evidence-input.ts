/** What evidence is computed from: the workspace at one version, the run it stands on, and where organisations of the run are. */
import type { ContentOf } from '../../contract/workspace-items.ts'
import type { Reference } from '../../reference/reference.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { Group } from '../choose-regions.ts'
import type { WorkspaceState } from '../workspace-state.ts'

export interface EvidenceInput {
  state: WorkspaceState
  settings: ContentOf<'settings'>
  loaded: LoadedRun
  group: Group
  reference: Reference
}
