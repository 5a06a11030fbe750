/** The policy paper and the two-page summary of a workspace, at any version of it, in any of its languages. */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decimal } from '../../contract/decimal.ts'
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { STAGES, WORKSPACE_DOCUMENTS, WorkspaceLanguage } from '../../contract/workspace.ts'
import type { Stage } from '../../contract/workspace.ts'
import { writeDocument } from '../../documents/write-document.ts'
import type { Document } from '../../documents/document.ts'
import { REPORT_TIMEOUT_MS } from '../../http/limits.ts'
import { checkDocumentPass, DOCUMENT_PASS_MS, INVITATION_LENGTH_MAX, signDocumentPass } from '../../trans-s3/invitations.ts'
import { chooseRegions } from '../../trans-s3/choose-regions.ts'
import { buildPolicyPaper } from '../../trans-s3/documents/policy-paper.ts'
import { buildSummary } from '../../trans-s3/documents/summary.ts'
import type { RunGone } from '../../trans-s3/evidence/evidence-input.ts'
import { namesIn } from '../../trans-s3/exhibits/exhibit.ts'
import { sayIn } from '../../trans-s3/words/say.ts'
import { loadWorkspace } from '../../trans-s3/workspace-records.ts'
import { settingsOf } from '../../trans-s3/workspace-state.ts'
import type { WorkspaceState } from '../../trans-s3/workspace-state.ts'
import { keepFiles } from '../reports/keep-files.ts'
import { refuseInline, sendFile } from '../reports/send-file.ts'
import { findSources } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { evidenceGatherer } from './gather-evidence.ts'
import { atVersion, visit, visitVersion } from './who.ts'
import { WorkspaceParams } from './workspaces.ts'
import type { OfWorkspace } from './workspaces.ts'

const DocumentQuery = z.object({
  format: z.enum(['html', 'pdf', 'docx', 'xlsx', 'csv', 'json']).default('html').describe('xlsx and csv hold the tables alone'), language: WorkspaceLanguage.default('en'),
  version: decimal(z.number().int().min(1)).optional().describe('of the workspace; without it the newest'), inline: z.stringbool().default(false).describe('html: to be shown at once, not saved'), pass: z.string().max(INVITATION_LENGTH_MAX).optional().describe('with inline: in place of an invitation, from /workspaces/{id}/document-pass')
})
type OfDocument = { Params: { id: string, document: typeof WORKSPACE_DOCUMENTS[number] }, Querystring: z.infer<typeof DocumentQuery> }
const BUILDERS = { 'policy-paper': buildPolicyPaper, summary: buildSummary }

export const workspaceDocumentRoutes: RoutePlugin = (app, parts) => {
  const { store, reference, version: software } = parts
  const fileFor = keepFiles()
  const gather = evidenceGatherer(parts)
  /** Without their run, which may come back without a change of anything that the key tells. */
  const passing = new WeakSet<Document>()

  app.get<OfDocument>('/workspaces/:id/documents/:document', {
    handlerTimeout: REPORT_TIMEOUT_MS,
    schema: {
      tags: ['reports'], summary: 'Make the policy paper or the summary of a workspace', description: 'Public documents: people are named by role and region alone, and answers of groups with too few people are withheld. The same version, language and data give the same bytes.',
      params: WorkspaceParams.extend({ document: z.enum(WORKSPACE_DOCUMENTS) }), querystring: DocumentQuery, response: { 200: z.string().describe('the file') }
    }
  }, async (request, reply) => {
    const { params: { document }, query: { format, language, inline } } = request
    refuseInline(request.query)
    const at = await readable(request)
    const [sources, { dataset, number }, table] = await Promise.all([findSources(parts), store.revision(), parts.tables.find('latest')])
    const key = createHash('sha256').update(JSON.stringify([at.id, at.past, at.version, document, language, dataset, number, table?.hash, sources])).digest('base64url')
    const file = await fileFor(key, format, { document: () => build(at, document, language, sources), file: made => writeDocument(made, format), keeps: made => !passing.has(made) })
    return await sendFile(request, reply, file, inline)
  })

  app.get<OfWorkspace>('/workspaces/:id/document-pass', {
    schema: { tags: ['reports'], summary: 'Make a pass for reading documents', description: `A browser opens an address without the invitation: with inline=true and this pass it shows the documents of the workspace for ${DOCUMENT_PASS_MS / 60_000} minutes, or until the invitation it was made with is renewed or revoked.`, params: WorkspaceParams, response: { 200: z.object({ pass: z.string() }) } }
  }, async (request, reply) => {
    const { state, who } = await visit(parts, request, request.params.id)
    return await reply.header('cache-control', 'no-store').send({ pass: signDocumentPass(parts.invitationKey(), state, who, parts.clock) })
  })

  async function readable (request: FastifyRequest<OfDocument>): Promise<WorkspaceState> {
    const { params: { id }, query: { version, inline, pass } } = request
    const state = pass === undefined || !inline ? null : await loadWorkspace(store, id)
    if (state === null) return (await visitVersion(parts, request, id, version)).at
    checkDocumentPass(parts.invitationKey(), state, pass!, parts.clock)
    return await atVersion(parts, state, version)
  }

  async function build (state: WorkspaceState, document: keyof typeof BUILDERS, language: WorkspaceLanguage, sources: Awaited<ReturnType<typeof findSources>>): Promise<Document> {
    const say = sayIn(language)
    const { group, runs } = settingsOf(state)
    const evidence = new Map<Stage, Exhibit[]>()
    let gone: RunGone | null = null
    for (const stage of STAGES) {
      const gathered = await gather(state, stage, language, null)
      evidence.set(stage, gathered.exhibits)
      gone ??= gathered.gone
    }
    const made = BUILDERS[document]({ state, parts: chooseRegions(group, reference), evidence, run: await parts.runs.get(runs.at(-1)!), gone, sources, say, names: namesIn(say, reference), software })
    if (gone !== null) passing.add(made)
    return made
  }
}
