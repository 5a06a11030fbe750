/** A workspace on planted value chains, and its participants. */
import type { Test } from 'tap'
import { CHECKS } from '../../services/contract/workspace.ts'
import type { ItemContent, WorkspaceItem } from '../../services/contract/workspace-items.ts'
import { buildAnalysedService } from '../support/build-service.ts'
import type { Answer, BuiltService, Given } from '../support/build-service.ts'

export const REGIONS = ['PL84', 'LV008', 'EE008', 'LT', 'FI1C4', 'DE6', 'DK03']
export const INPUT = { title: 'Baltic group', group: { vintage: '2016', regions: REGIONS }, from: '2026-01-01', to: '2027-12-31', languages: ['en', 'pl'] }
export const EXPIRES = '2026-12-31T00:00:00.000Z'

export interface OpenWorkspace extends BuiltService {
  id: string
  path: string
  run: string
  /** As the operator, or with an invitation. */
  ask: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, invitation?: string) => Promise<Answer>
  add: (content: object, invitation?: string) => Promise<Answer>
  put: (item: Pick<WorkspaceItem, 'id' | 'version' | 'content'>, patch: object, invitation?: string) => Promise<Answer>
  invite: (participant: object) => Promise<{ id: string, invitation: string }>
  items: <Type extends ItemContent['type']>(type: Type, invitation?: string) => Promise<Array<WorkspaceItem & { content: Extract<ItemContent, { type: Type }> }>>
  /** Ticks the checklist of a page and closes it. */
  close: (stage: string) => Promise<Answer>
}

export async function openWorkspace (t: Test, given: Given = {}): Promise<OpenWorkspace> {
  const { run, ...service } = await buildAnalysedService(t, given)
  const begun = await service.call('POST', '/api/v1/workspaces', INPUT)
  if (begun.status !== 201) throw new Error(begun.text)
  return { ...service, ...workspaceOf(service, begun.body.id), run: run.id }
}

export function workspaceOf (service: BuiltService, id: string): Omit<OpenWorkspace, keyof BuiltService | 'run'> {
  const path = `/api/v1/workspaces/${id}`
  const ask: OpenWorkspace['ask'] = async (method, rest, body, invitation) => await service.call(method, path + rest, body, invitation === undefined ? {} : { 'x-workspace-invitation': invitation })
  const add: OpenWorkspace['add'] = async (content, invitation) => await ask('POST', '/items', { content }, invitation)
  const put: OpenWorkspace['put'] = async ({ id, version, content }, patch, invitation) => await ask('PUT', `/items/${id}`, { basedOn: version, content: { ...content, ...patch } }, invitation)
  const items: OpenWorkspace['items'] = async (type, invitation) => (await ask('GET', '', undefined, invitation)).body.items.filter((item: WorkspaceItem) => item.content?.type === type)
  return {
    id, path, ask, add, put, items,
    invite: async participant => {
      const made = await add({ type: 'participant', name: 'Somebody', expiresAt: EXPIRES, ...participant })
      if (made.status !== 201) throw new Error(made.text)
      return { id: made.body.id, invitation: (await ask('POST', `/participants/${made.body.id}/link`, {})).body.invitation }
    },
    close: async stage => {
      const item = (await items('stage')).find(each => each.content.stage === stage)!
      const checks = Object.fromEntries(CHECKS[stage as keyof typeof CHECKS].map(check => [check, { done: true, note: '' }]))
      const ticked = await put(item, { checks })
      if (ticked.status !== 200) throw new Error(ticked.text)
      return await ask('POST', `/stages/${stage}`, { basedOn: ticked.body.version, to: 'closed' })
    }
  }
}
