/** What the service computes for the pages of a workspace, and indicators measured on a run. */
import { z } from 'zod'
import { WorkspaceItem } from '../../contract/workspace-items.ts'
import { Evidence, EvidenceQuery } from '../../contract/workspace-evidence.ts'
import { Stage } from '../../contract/workspace.ts'
import { told } from '../../trans-s3/may.ts'
import { addMeasurement } from '../../trans-s3/measure-indicators.ts'
import { loadOrganisationRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { evidenceGatherer } from './gather-evidence.ts'
import { visit, visitVersion } from './who.ts'
import { WorkspaceParams } from './workspaces.ts'

const TAGS = ['workspaces']
const MeasureRequest = z.object({ run: z.string().default('latest').describe('completed run that found clusters, or latest') })

export const workspaceEvidenceRoutes: RoutePlugin = (app, parts) => {
  const { store, reference, clock } = parts
  const gather = evidenceGatherer(parts)

  app.get<{ Params: { id: string, stage: Stage }, Querystring: z.infer<typeof EvidenceQuery> }>('/workspaces/:id/evidence/:stage', {
    schema: { tags: TAGS, summary: 'Get the evidence of a page', description: 'Computed on the last run of the workspace and on what it holds, at any version of it; in words of the language asked for, with every figure as a value too. Where the run is gone, one exhibit says so in place of those that need it.', params: WorkspaceParams.extend({ stage: Stage }), querystring: EvidenceQuery, response: { 200: Evidence } }
  }, async request => {
    const { params: { id, stage }, query: { language, version } } = request
    const { at, who } = await visitVersion(parts, request, id, version)
    const { run, gone, exhibits, example } = await gather(at, stage, language, who)
    return { workspace: at.id, version: at.version, stage, run, language, runGone: gone !== null, exhibits, example }
  })

  app.post<{ Params: { id: string, item: string }, Body: z.infer<typeof MeasureRequest> }>('/workspaces/:id/indicators/:item/measure', {
    config: { takesInvitations: true },
    schema: { tags: TAGS, summary: 'Measure an indicator', description: 'On a run, in the group. The first measurement is the baseline; none is ever changed. CONFLICT where it was measured on that run already, or the run was made with other settings than that of the baseline: layers, networkSizeMax or networkSizeBasis, and for clusters algorithm or options.', params: WorkspaceParams.extend({ item: z.string() }), body: MeasureRequest, response: { 200: WorkspaceItem } }
  }, async request => {
    const { who, state } = await visit(parts, request, request.params.id)
    const loaded = await loadOrganisationRun(parts, request.body.run)
    return told(await addMeasurement({ store, workspace: state.id, by: who, reference, clock }, request.params.item, { loaded, runOf: async id => await store.getRun(id) }))
  })
}
