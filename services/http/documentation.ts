/** OpenAPI 3.1 from the routes' own schemas, at /openapi.json, and as pages at /documentation. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { INVITATION_HEADER } from '../contract/workspace-access.ts'
import { transformSchema } from './zod-bridge.ts'

const TAGS = [
  ['organisations', 'Companies, institutes and other bodies'],
  ['links', 'Supply, collaboration, ownership and licences between organisations'],
  ['networks', 'Projects, clusters, consortia, associations, value chains'],
  ['memberships', 'Who belongs to which network'],
  ['partners', 'What organisations offer and look for, who would fit, and who could introduce them'],
  ['introductions', 'What brokers keep: feedback, introductions and their effect, the lists that were shown'],
  ['runs', 'Analyses: start, follow, stop, read results'],
  ['clusters', 'Clusters of a run, with evidence and uncertainty'],
  ['bridges', 'Who stands between two sides, and what hangs on it'],
  ['graphs', 'Views as the visualizer draws them'],
  ['exports', 'Views and lists as files'],
  ['imports', 'Files in, a report out'],
  ['reports', 'Reports on the clusters of countries and regions, as files'],
  ['declared-priorities', 'What regions have declared as their specialisation'],
  ['workspaces', 'Groups of regions on their way through Trans-S3: items in every version, the five steps, invitations, documents'],
  ['value-chains', 'Input-output tables and what is measured on them'],
  ['quality', 'What the data covers and lacks; entries that may be one organisation'],
  ['reference', 'Countries, regions, sectors, domains, data sources'],
  ['service', 'State of the service']
] as const

export async function installDocumentation (app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Amber Road', version,
        description: 'Global value chains and network membership: organisations and their links, clusters that cross borders, bridge organisations. Figures are computed on recorded links only; absence of a link is not evidence of absence. Errors are RFC 9457 problem details.'
      },
      tags: TAGS.map(([name, description]) => ({ name, description })),
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'needed for writes where the service was started with ACCESS_TOKEN' }, invitation: { type: 'apiKey', in: 'header', name: INVITATION_HEADER, description: 'of a participant of a workspace, in place of the token' } } }
    },
    transform: transformSchema as never
  })
  await app.register(swaggerUi, { routePrefix: '/documentation', staticCSP: true, transformStaticCSP: header => header.replace("default-src 'self'", "default-src 'self'; style-src 'self' 'unsafe-inline'"), uiConfig: { docExpansion: 'list', deepLinking: true } })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
