/** Items of a workspace: added, changed, taken out, with every version. */
import { z } from 'zod'
import { decimal } from '../../contract/decimal.ts'
import { ItemChange, WorkspaceItem } from '../../contract/workspace-items.ts'
import type { ItemContent } from '../../contract/workspace-items.ts'
import { ServiceError } from '../../errors.ts'
import { need, readableFor, told } from '../../trans-s3/may.ts'
import { listItemVersions } from '../../trans-s3/workspace-records.ts'
import { settingsOf } from '../../trans-s3/workspace-state.ts'
import { removeItem, saveItem } from '../../trans-s3/write-items.ts'
import type { Writing } from '../../trans-s3/write-items.ts'
import { loadOrganisationRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { visit } from './who.ts'
import type { Visit } from './who.ts'
import { WorkspaceParams } from './workspaces.ts'
import type { OfWorkspace } from './workspaces.ts'

const TAGS = ['workspaces']
const ItemParams = WorkspaceParams.extend({ item: z.string() })
const BasedOnQuery = z.object({ basedOn: decimal(z.number().int().min(1)).describe('the version that is taken out: refused if there is a newer one') })
interface OfItem { Params: z.infer<typeof ItemParams> }

export const workspaceItemRoutes: RoutePlugin = (app, parts) => {
  const { store, reference, clock } = parts
  const writing = ({ who, state }: Visit): Writing => ({ store, workspace: state.id, by: who, reference, clock })

  app.post<OfWorkspace & { Body: ItemChange }>('/workspaces/:id/items', {
    config: { takesInvitations: true },
    schema: { tags: TAGS, summary: 'Add an item to a workspace', description: 'A priority, decision, note, rating, objective ...: the type says which. A decision gives the priorities it names the state of its step in the same change.', params: WorkspaceParams, body: ItemChange, response: { 201: WorkspaceItem } }
  }, async (request, reply) => {
    const visited = await visit(parts, request, request.params.id)
    const content = await completed(visited, request.body.content)
    const saved = await saveItem(writing(visited), null, { ...request.body, basedOn: 0, content })
    return await reply.status(201).send(told(readableFor(visited.who, [saved])[0]))
  })

  app.put<OfItem & { Body: ItemChange }>('/workspaces/:id/items/:item', {
    config: { takesInvitations: true },
    schema: { tags: TAGS, summary: 'Change an item of a workspace', description: 'Becomes its next version. CONFLICT where somebody saved a newer one than the one it is based on: read that, and choose between the two or join them.', params: ItemParams, body: ItemChange, response: { 200: WorkspaceItem } }
  }, async request => {
    const visited = await visit(parts, request, request.params.id)
    const content = await completed(visited, request.body.content)
    return told(readableFor(visited.who, [await saveItem(writing(visited), request.params.item, { ...request.body, content })])[0])
  })

  app.delete<OfItem & { Querystring: z.infer<typeof BasedOnQuery> }>('/workspaces/:id/items/:item', {
    config: { takesInvitations: true },
    schema: { tags: TAGS, summary: 'Take an item out of a workspace', description: 'Its versions can still be read. CONFLICT where something else stands on it.', params: ItemParams, querystring: BasedOnQuery, response: { 204: z.null() } }
  }, async (request, reply) => {
    await removeItem(writing(await visit(parts, request, request.params.id)), request.params.item, request.query.basedOn)
    return await reply.status(204).send(null)
  })

  app.get<OfItem>('/workspaces/:id/items/:item/versions', {
    schema: { tags: TAGS, summary: 'List every version of an item', description: 'Oldest first; content null: it was taken out.', params: ItemParams, response: { 200: z.object({ items: z.array(WorkspaceItem) }) } }
  }, async request => {
    const { who, state } = await visit(parts, request, request.params.id)
    const versions = await listItemVersions(store, state.id, request.params.item)
    const readable = readableFor(who, versions)
    if (readable.length < versions.length || versions.length === 0) throw new ServiceError('NOT_FOUND', `Workspace ${state.id} has no item "${request.params.item.slice(0, 60)}" that you may read.`)
    return { items: readable }
  })

  /** What only the data can tell: whether runs and organisations are there, and what organisations are called. */
  async function completed ({ who, state }: Visit, content: ItemContent): Promise<ItemContent> {
    need(who, `write ${content.type}`)
    if (content.type === 'settings') {
      // A run whose network is gone may stay: it says where earlier decisions came from.
      const known = settingsOf(state).runs
      return { ...content, runs: await Promise.all(content.runs.map(async run => known.includes(run) ? run : (await loadOrganisationRun(parts, run)).run.id)) }
    }
    if (content.type !== 'sme-strategy') return content
    const ids = [...content.members.map(({ organisation }) => organisation), ...content.missing.flatMap(({ candidate }) => candidate ?? [])]
    const known = new Map((await store.getOrganisations(ids)).map(organisation => [organisation.id, organisation]))
    const missing = ids.filter(id => !known.has(id))
    if (missing.length > 0) throw new ServiceError('UNKNOWN_ENDPOINT', `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not in the store.`, { errors: missing.map(value => ({ path: 'content.members', value, message: 'is not in the store' })) })
    for (const introduction of content.missing.flatMap(({ introduction }) => introduction ?? [])) {
      if (await store.getRecord('introduction', introduction) === null) throw new ServiceError('UNKNOWN_ENDPOINT', `Introduction ${introduction} is not here; /api/v1/introductions lists them.`, { errors: [{ path: 'content.missing', value: introduction, message: 'is not here' }] })
    }
    return { ...content, members: content.members.map(member => ({ ...member, name: known.get(member.organisation)!.name, country: known.get(member.organisation)!.country })) }
  }
}
