/** Workspaces: begin one, read it at any version, compare versions, move its pages on, take it along as a file, delete it. */
import { z } from 'zod'
import { decimal } from '../../contract/decimal.ts'
import { pageOf, PageQuery } from '../../contract/page.ts'
import { ItemContent, Settings, Workspace } from '../../contract/workspace-items.ts'
import { LongText, Stage, STAGE_STATES, WorkspaceChange, WorkspaceInput, WorkspacesPage } from '../../contract/workspace.ts'
import type { Author } from '../../contract/workspace.ts'
import { beginWorkspace } from '../../trans-s3/begin-workspace.ts'
import { compareVersions } from '../../trans-s3/compare-versions.ts'
import { WORKSPACE_FILE_BYTES_MAX } from '../../trans-s3/file-size.ts'
import { changeFor, need, OPERATOR, readableFor, told } from '../../trans-s3/may.ts'
import { deleteWorkspace } from '../../trans-s3/delete-workspace.ts'
import { moveStage } from '../../trans-s3/move-stage.ts'
import { readWorkspaceFile } from '../../trans-s3/read-workspace-file.ts'
import { exportWorkspace, importWorkspace } from '../../trans-s3/workspace-file.ts'
import { listChanges, listWorkspaces } from '../../trans-s3/workspace-records.ts'
import type { WorkspaceState } from '../../trans-s3/workspace-state.ts'
import { loadOrganisationRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { pageOfItems, pageOfRows } from '../paged.ts'
import { atVersion, needOperator, visit, visitVersion } from './who.ts'

const TAGS = ['workspaces']
export const WorkspaceParams = z.object({ id: z.string() })
const Version = decimal(z.number().int().min(1))
const VersionQuery = z.object({ version: Version.optional().describe('as it stood then; without it as it stands') })
const DeleteQuery = z.object({ basedOn: Version.describe('the version that was seen: refused if there is a newer one') })
const CompareQuery = z.object({ from: Version, to: Version.optional().describe('without it the newest') })
const Comparison = z.object({
  from: z.number().int(), to: z.number().int(),
  items: z.array(z.object({ item: z.string(), type: z.string(), change: z.enum(['made', 'changed', 'removed']), before: ItemContent.nullable(), after: ItemContent.nullable(), fields: z.array(z.string()) }))
})
const Move = z.object({ basedOn: z.number().int().min(1).describe('version of the item of the page'), to: z.enum(STAGE_STATES), reason: LongText.default('').describe('needed to re-open a page that is closed') })
export interface OfWorkspace { Params: z.infer<typeof WorkspaceParams> }

export const workspaceRoutes: RoutePlugin = (app, parts) => {
  const { store, reference, clock, newKey, seesConfidential } = parts
  const shown = (state: WorkspaceState, you: Author): Workspace => ({ id: state.id, version: state.version, changedAt: state.changedAt, opened: state.opened, you, items: readableFor(you, state.items).map(told) })

  app.get<{ Querystring: PageQuery }>('/workspaces', {
    schema: { tags: TAGS, summary: 'List workspaces', description: 'The last changed first. The operator of the service sees all of them, everybody else demonstrations; a participant opens his own by its address.', querystring: PageQuery, response: { 200: WorkspacesPage } }
  }, async request => {
    if (seesConfidential(request)) return await pageOfRows('workspaces', request.query, wanted => listWorkspaces(store, wanted))
    return await pageOfItems('demonstrations', request.query, async (offset, size) => {
      const { rows } = await listWorkspaces(store, { limit: 500, after: null })
      const open = rows.filter(({ demonstration }) => demonstration)
      return { items: open.slice(offset, offset + size), total: open.length }
    })
  })

  app.post<{ Body: WorkspaceInput }>('/workspaces', {
    schema: { tags: TAGS, summary: 'Begin a workspace', description: 'For a group of regions or countries; all NUTS codes of one vintage, none inside another. The operator of the service begins it and then invites a coordinator.', body: WorkspaceInput, response: { 201: Workspace } }
  }, async (request, reply) => {
    needOperator(parts, request)
    const { run, ...rest } = request.body
    const loaded = await loadOrganisationRun(parts, run)
    const begun = await beginWorkspace({ store, reference, clock, newKey, by: OPERATOR }, Settings.parse({ type: 'settings', runs: [loaded.run.id], ...rest }))
    return await reply.status(201).header('location', `/api/v1/workspaces/${begun.id}`).send(shown(begun, OPERATOR))
  })

  app.get<OfWorkspace & { Querystring: z.infer<typeof VersionQuery> }>('/workspaces/:id', {
    schema: { tags: TAGS, summary: 'Get a workspace', description: 'With the items that you may read, by the order in which they were made. `you` says who the service takes you for.', params: WorkspaceParams, querystring: VersionQuery, response: { 200: Workspace } }
  }, async request => {
    const { who, at } = await visitVersion(parts, request, request.params.id, request.query.version)
    return shown(at, who)
  })

  app.delete<OfWorkspace & { Querystring: z.infer<typeof DeleteQuery> }>('/workspaces/:id', {
    config: { takesInvitations: true },
    schema: { tags: TAGS, summary: 'Delete a workspace', description: 'With every version of everything in it, the answers and links of its participants too, for good: save its file first (GET /workspaces/{id}/file), which POST /workspaces/file reads again. CONFLICT where it was changed since. Its links then answer GONE; introductions begun from it stay.', params: WorkspaceParams, querystring: DeleteQuery, response: { 204: z.null() } }
  }, async (request, reply) => {
    const { who, state } = await visit(parts, request, request.params.id)
    need(who, 'delete')
    await deleteWorkspace(store, state.id, request.query.basedOn, clock)
    return await reply.status(204).send(null)
  })

  app.get<OfWorkspace & { Querystring: PageQuery }>('/workspaces/:id/changes', {
    schema: { tags: TAGS, summary: 'List the changes of a workspace', description: 'Newest first; each is a version of the workspace. Changes of what you may not read are told without saying of what.', params: WorkspaceParams, querystring: PageQuery, response: { 200: pageOf(WorkspaceChange) } }
  }, async request => {
    const { who, state } = await visit(parts, request, request.params.id)
    return await pageOfItems(['changes', state.id], request.query, async (offset, size) => {
      const all = await listChanges(store, state.id)
      return { items: all.slice(offset, offset + size).map(change => changeFor(who, change)), total: all.length }
    })
  })

  app.get<OfWorkspace & { Querystring: z.infer<typeof CompareQuery> }>('/workspaces/:id/comparison', {
    schema: { tags: TAGS, summary: 'Compare two versions of a workspace', description: 'Items that were made, changed or removed in between, with the fields that differ.', params: WorkspaceParams, querystring: CompareQuery, response: { 200: Comparison } }
  }, async request => {
    const { who, state } = await visit(parts, request, request.params.id)
    const [from, to] = await Promise.all([atVersion(parts, state, request.query.from), atVersion(parts, state, request.query.to)])
    return { from: from.version, to: to.version, items: compareVersions({ ...from, items: readableFor(who, from.items) }, { ...to, items: readableFor(who, to.items) }) }
  })

  app.post<{ Params: { id: string, stage: Stage }, Body: z.infer<typeof Move> }>('/workspaces/:id/stages/:stage', {
    config: { takesInvitations: true },
    schema: { tags: TAGS, summary: 'Open, review or close a page of the method', description: 'Closing needs its checklist ticked, the steps before it closed and no decision left to review. Re-opening needs a reason and marks what was built on it as to be reviewed.', params: WorkspaceParams.extend({ stage: Stage }), body: Move, response: { 200: Workspace } }
  }, async request => {
    const { who, state } = await visit(parts, request, request.params.id)
    need(who, 'write stage')
    return shown(await moveStage(store, state.id, { stage: request.params.stage, ...request.body }, who, clock), who)
  })

  app.get<OfWorkspace>('/workspaces/:id/file', {
    schema: { tags: ['exports'], summary: 'Download a workspace', description: 'One JSON file with every version of everything in it, ratings and names of participants too: for whoever looks after the workspace. POST /workspaces/file reads it.', params: WorkspaceParams, response: { 200: z.string().describe('the file') } }
  }, async (request, reply) => {
    const { who, state } = await visit(parts, request, request.params.id)
    need(who, 'export')
    return await reply.type('application/json; charset=utf-8').header('content-disposition', `attachment; filename="workspace-${state.id}.json"`).send(`${JSON.stringify(await exportWorkspace(store, state.id), null, 1)}\n`)
  })

  void app.register(async files => {
    // Whatever is sent is read as a file, so that the refusal of any other can say what it is.
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: WORKSPACE_FILE_BYTES_MAX }, (_request, body, done) => done(null, body))
    files.post<{ Body: unknown }>('/workspaces/file', {
      bodyLimit: WORKSPACE_FILE_BYTES_MAX,
      schema: { tags: TAGS, summary: 'Read a workspace from its file', description: 'The body is the file of GET /workspaces/{id}/file. With its whole history. Where a workspace of its id is here already, it becomes a copy with an id of its own. Links that were revoked or replaced before it was deleted here stay so, by one change more.', consumes: ['application/json'], response: { 201: Workspace } }
    }, async (request, reply) => {
      needOperator(parts, request)
      const read = await importWorkspace({ store, reference, clock, newKey }, readWorkspaceFile(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)))
      return await reply.status(201).header('location', `/api/v1/workspaces/${read.id}`).send(shown(read, OPERATOR))
    })
  })
}
