/** A record: a document of people's work, such as what a firm looks for, an introduction, or a decision on two entries. Every version of it is kept. */

export const RECORD_KINDS = ['partner-profile', 'feedback', 'introduction', 'ranking', 'declared-priorities', 'merge', 'duplicate-decision', 'workspace', 'workspace-item', 'workspace-deletion'] as const
export type RecordKind = typeof RECORD_KINDS[number]
