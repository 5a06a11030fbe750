/** The only place that wires: parts in, a Fastify application out. It does not listen. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { installAccess, isWritable, seesConfidential } from './http/access.ts'
import { installDocumentation } from './http/documentation.ts'
import { installEntityTags } from './http/entity-tag.ts'
import { BODY_BYTES_MAX, HANDLER_TIMEOUT_MS, REQUEST_TIMEOUT_MS, UPLOAD_BYTES_MAX, UPLOAD_FILES_MAX, URL_LENGTH_MAX, WRITES_PER_MINUTE_MAX } from './http/limits.ts'
import { frameworkErrors, installProblems } from './http/problems.ts'
import { installSecurity } from './http/security.ts'
import { serializerCompiler, validatorCompiler } from './http/zod-bridge.ts'
import { loadReference } from './reference/reference.ts'
import { declaredPriorityRoutes } from './routes/casework/declared-priorities.ts'
import { bridgeRoutes } from './routes/bridges.ts'
import { graphRoutes } from './routes/graphs.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/imports/imports.ts'
import { linkRoutes } from './routes/links.ts'
import { listExportRoutes } from './routes/list-exports.ts'
import { networkExportRoutes } from './routes/network-exports.ts'
import { membershipRoutes } from './routes/memberships.ts'
import { networkRoutes } from './routes/networks.ts'
import { organisationRoutes } from './routes/organisations.ts'
import type { Parts } from './routes/parts.ts'
import { brokerEffectRoutes } from './routes/casework/broker-effect.ts'
import { feedbackRoutes } from './routes/casework/feedback.ts'
import { introductionBriefRoutes } from './routes/casework/introduction-brief.ts'
import { introductionRoutes } from './routes/casework/introductions.ts'
import { rankingRoutes } from './routes/casework/rankings.ts'
import { partnerExportRoutes } from './routes/casework/partner-exports.ts'
import { partnerProfileRoutes } from './routes/casework/partner-profiles.ts'
import { partnerRoutes } from './routes/casework/partners.ts'
import { qualityRoutes } from './routes/quality.ts'
import { referenceRoutes } from './routes/reference.ts'
import { reportRoutes } from './routes/reports/reports.ts'
import { runRoutes } from './routes/runs.ts'
import { serviceRoutes } from './routes/service.ts'
import { contextRoutes } from './routes/value-chains/context.ts'
import { tableMeasureRoutes } from './routes/value-chains/measures.ts'
import { tableProfileFileRoutes } from './routes/value-chains/profile-files.ts'
import { tableRoutes } from './routes/value-chains/tables.ts'
import { candidateRoutes } from './routes/workspaces/candidates.ts'
import { consultationRoutes } from './routes/workspaces/consultation.ts'
import { workspaceDeclaredRoutes } from './routes/workspaces/declared.ts'
import { workspaceDocumentRoutes } from './routes/workspaces/documents.ts'
import { workspaceEvidenceRoutes } from './routes/workspaces/evidence.ts'
import { workspaceItemRoutes } from './routes/workspaces/items.ts'
import { participantRoutes } from './routes/workspaces/participants.ts'
import { workspaceRoutes } from './routes/workspaces/workspaces.ts'
import type { RunService } from './runs/run-service.ts'
import { createSearchIndex } from './search/search-index.ts'
import type { SearchIndex } from './search/search-index.ts'
import { createTableService, TABLES_FOLDER } from './kept-tables/keep-tables.ts'
import { keepSearchIndex } from './search/keep-search-index.ts'
import type { GraphStore } from './store/graph-store.ts'
import { invitationKey } from './trans-s3/invitation-key.ts'
import { findOrganisation, standingOf } from './views/find-in-run.ts'

const PAGE_FOLDER = fileURLToPath(new URL('../visualizer/dist', import.meta.url))
/** Rows read at once while the search index is made. */
const BATCH_SIZE = 1000
const ROUTES = [
  serviceRoutes,
  organisationRoutes,
  linkRoutes,
  networkRoutes,
  membershipRoutes,
  partnerProfileRoutes,
  partnerRoutes,
  partnerExportRoutes,
  runRoutes,
  bridgeRoutes,
  graphRoutes,
  listExportRoutes,
  networkExportRoutes,
  importRoutes,
  feedbackRoutes,
  introductionRoutes,
  brokerEffectRoutes,
  introductionBriefRoutes,
  rankingRoutes,
  qualityRoutes,
  referenceRoutes,
  reportRoutes,
  declaredPriorityRoutes,
  tableRoutes,
  tableMeasureRoutes,
  contextRoutes,
  tableProfileFileRoutes,
  workspaceRoutes,
  workspaceItemRoutes,
  participantRoutes,
  workspaceDeclaredRoutes,
  consultationRoutes,
  workspaceEvidenceRoutes,
  workspaceDocumentRoutes,
  candidateRoutes
]

export interface AppParts {
  config: Pick<Config, 'accessToken' | 'readOnly' | 'loopback' | 'logLevel' | 'dataDir'>
  store: GraphStore
  runs: RunService
  version: string
  clock: () => Date
  newKey: () => string
  notReady: () => string | null
}

export async function buildApp ({ config, store, runs, version, clock, newKey, notReady }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel },
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_TIMEOUT_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    routerOptions: { maxParamLength: URL_LENGTH_MAX },
    forceCloseConnections: true,
    frameworkErrors
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  installProblems(app)
  await installSecurity(app)
  await app.register(rateLimit, { global: true, max: WRITES_PER_MINUTE_MAX, timeWindow: '1 minute', allowList: request => request.method === 'GET' || request.method === 'HEAD' })
  installAccess(app, config)
  installEntityTags(app)
  await app.register(multipart, { limits: { fileSize: UPLOAD_BYTES_MAX, files: UPLOAD_FILES_MAX, fields: 5, fieldSize: BODY_BYTES_MAX } })
  await installDocumentation(app, version)

  const tables = createTableService({ store, folder: join(config.dataDir, TABLES_FOLDER), softwareVersion: version, clock })
  app.addHook('onClose', async () => { await tables.close() })
  const parts: Parts = {
    store, runs, tables, version, clock, newKey, notReady, reference: loadReference(), search: searchOver(store, runs), writable: isWritable(config), seesConfidential: request => seesConfidential(config, request), uploadFolder: join(config.dataDir, 'uploads'),
    invitationKey: () => invitationKey(config.dataDir)
  }
  await app.register(async api => { for (const route of ROUTES) route(api, parts) }, { prefix: '/api/v1' })
  healthRoutes(app, parts)
  await installPage(app)
  return app
}

/** The index over the present revision and the latest run. While a new one is made the old one answers; only the first is waited for. */
function searchOver (store: GraphStore, runs: RunService): () => Promise<SearchIndex> {
  const keeper = keepSearchIndex()
  return async () => {
    const run = await runs.latest()
    const version = `${(await store.revision()).number} ${run?.id}`
    if (keeper.version() === version) return keeper
    const refreshed = keeper.refresh(version, async () => {
      const loaded = run === null ? null : await runs.load(run.id)
      return await createSearchIndex({
        organisations: store.streamOrganisations(BATCH_SIZE),
        clusters: loaded?.clusters ?? [],
        reference: loadReference(),
        standing: id => loaded === null ? undefined : standingOf(loaded, findOrganisation(loaded, id))
      })
    })
    if (keeper.version() === null) await refreshed
    else void refreshed.catch(() => {})
    return keeper
  }
}

/** The visualizer at /; without a build, a line that says how to make one. */
async function installPage (app: FastifyInstance): Promise<void> {
  if (!existsSync(join(PAGE_FOLDER, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, async (_request, reply) => await reply.type('text/plain; charset=utf-8').send('Amber Road answers, but its page is not built: run "npm run build". The API is at /documentation.\n'))
    return
  }
  await app.register(fastifyStatic, { root: PAGE_FOLDER, wildcard: true, cacheControl: false, setHeaders: (reply, path) => { void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache') } })
}
