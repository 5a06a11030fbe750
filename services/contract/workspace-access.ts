/** Who may do what in a workspace: the one table, which routes obey, the page reads and services/trans-s3/ACCESS.md repeats. */
import type { ItemType } from './workspace-items.ts'
import type { WorkspaceRole } from './workspace.ts'

/** What participants of a workspace send with every request. */
export const INVITATION_HEADER = 'x-workspace-invitation'

/**
 * all; own: a rating of one's own, what one's own region has declared, an action that one's own region leads, notes one has written; none.
 * settings stands for the group, runs, languages and weights; participant for invitations.
 */
export type Reach = 'all' | 'own' | 'none'
export type WorkspaceAction = `read ${ItemType}` | `write ${ItemType}` | 'read names' | 'export' | 'fill in forms' | 'delete'

const everybody = { operator: 'all', coordinator: 'all', authority: 'all', stakeholder: 'all', reader: 'all' } as const
const participants = { ...everybody, reader: 'none' } as const
const leaders = { operator: 'all', coordinator: 'all', authority: 'none', stakeholder: 'none', reader: 'none' } as const
const authorities = { ...leaders, authority: 'all' } as const
const ownRegion = { ...leaders, authority: 'own' } as const

export const WORKSPACE_ACCESS: Record<WorkspaceAction, Record<WorkspaceRole, Reach>> = {
  'read settings': everybody, 'write settings': leaders,
  'read stage': everybody, 'write stage': leaders,
  'read charter': everybody, 'write charter': leaders,
  'read declared': everybody, 'write declared': ownRegion,
  'read priority': everybody, 'write priority': authorities,
  'read decision': everybody, 'write decision': authorities,
  'read note': everybody, 'write note': { ...leaders, authority: 'own', stakeholder: 'own' },
  'read participant': leaders, 'write participant': leaders,
  'read rating': { ...leaders, authority: 'own', stakeholder: 'own' }, 'write rating': { operator: 'none', coordinator: 'none', authority: 'own', stakeholder: 'own', reader: 'none' },
  'read objective': everybody, 'write objective': leaders,
  'read action': everybody, 'write action': ownRegion,
  'read indicator': everybody, 'write indicator': leaders,
  'read sme-strategy': everybody, 'write sme-strategy': authorities,
  'read names': participants, export: leaders, 'fill in forms': leaders, delete: leaders
}

export const reachOf = (role: WorkspaceRole, action: WorkspaceAction): Reach => WORKSPACE_ACCESS[action][role]
