/** Records held back, so that many changes of a workspace are saved at once: whoever stops the service in between finds all of them or none. */
import type { RecordDraft, StoredRecord } from '../../store/graph-store.ts'
import type { WorkspaceStore } from '../workspace-records.ts'

/** For a workspace that is new; what it is asked for is found among what it was given. */
export function holdRecords (): WorkspaceStore & { drafts: RecordDraft[] } {
  const drafts: RecordDraft[] = []
  const versionsOf = (kind: string, id: string): StoredRecord[] => drafts.filter(draft => draft.kind === kind && draft.id === id).map(({ basedOn, ...record }) => ({ ...record, version: basedOn + 1 }))
  return {
    drafts,
    saveRecords: async given => { drafts.push(...given) },
    getRecord: async (kind, id, version) => versionsOf(kind, id).at(version === undefined ? -1 : version - 1) ?? null,
    listRecordVersions: async (kind, id) => versionsOf(kind, id),
    listRecords: async ({ kind, subject }) => {
      const ids = new Set(drafts.filter(draft => draft.kind === kind && (subject === undefined || draft.subjects.includes(subject))).map(({ id }) => id))
      return { rows: [...ids].map(id => versionsOf(kind, id).at(-1)!), total: ids.size, next: null }
    }
  }
}
