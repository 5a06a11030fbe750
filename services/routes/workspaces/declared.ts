/** What regions have declared, taken into a workspace: from what the service knows, or from a file. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { loadDeclared } from '../../casework/declared-priorities.ts'
import { PRIORITY_FILE_BYTES_MAX, readPriorities } from '../../casework/priorities-file.ts'
import { ImportOptions, RowError } from '../../contract/import.ts'
import { RegionCode, WORKSPACE_REGIONS_MAX } from '../../contract/workspace.ts'
import { Text } from '../../contract/scalars.ts'
import { ServiceError } from '../../errors.ts'
import { need } from '../../trans-s3/may.ts'
import { takeDeclared } from '../../trans-s3/take-declared.ts'
import type { Writing } from '../../trans-s3/write-items.ts'
import type { RoutePlugin } from '../parts.ts'
import { visit } from './who.ts'
import type { Visit } from './who.ts'
import { WorkspaceParams } from './workspaces.ts'
import type { OfWorkspace } from './workspaces.ts'

const Wanted = z.object({ regions: z.array(RegionCode).max(WORKSPACE_REGIONS_MAX).nullable().default(null).describe('of the group; without it all') })
const Taken = z.object({
  taken: z.array(z.string()).describe('regions that have a new version'), same: z.array(z.string()).describe('that say what they said before'), silent: z.array(z.string()).describe('of which nothing is known'),
  elsewhere: z.array(z.string()).describe('that are known, and are not in the group; of a file as it writes them'),
  gone: z.array(z.object({ region: z.string(), title: z.string() })).describe('declared before, and not in what was taken: in the history alone now')
})
const FromFile = z.object({ status: z.enum(['completed', 'refused']), rowsRead: z.number().int(), errorsTotal: z.number().int(), errors: z.array(RowError), problem: z.string().nullable(), ...Taken.shape })
const FileQuery = z.object({ name: Text.default('the file').describe('how the report names the file'), encoding: ImportOptions.shape.encoding })
const NOTHING_TAKEN = { taken: [], same: [], silent: [], elsewhere: [], gone: [] }

export const workspaceDeclaredRoutes: RoutePlugin = (app, parts) => {
  const { store, reference, clock } = parts
  const writing = ({ who, state }: Visit): Writing => ({ store, workspace: state.id, by: who, reference, clock })
  /** Of an authority its own region alone. */
  const ownOnly = ({ who }: Visit): string[] | null => who.role === 'authority' && who.region !== null ? [who.region] : null

  app.post<OfWorkspace & { Body: z.infer<typeof Wanted> }>('/workspaces/:id/declared', {
    config: { takesInvitations: true },
    schema: { tags: ['workspaces'], summary: 'Take what regions have declared into a workspace', description: 'From what the service knows (/declared-priorities). Priorities without codes get those that their words suggest, which count once somebody has confirmed them; what was confirmed before stays. A regional authority takes its own region.', params: WorkspaceParams, body: Wanted, response: { 200: Taken } }
  }, async request => {
    const visited = await visit(parts, request, request.params.id)
    need(visited.who, 'write declared')
    const known = new Map((await loadDeclared(store)).map(({ region, priorities }) => [region, priorities]))
    return await takeDeclared(writing(visited), known, request.body.regions ?? ownOnly(visited))
  })

  void app.register(async files => {
    files.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: PRIORITY_FILE_BYTES_MAX }, (_request, body, done) => done(null, body))
    files.post<OfWorkspace & { Querystring: z.infer<typeof FileQuery>, Body: unknown }>('/workspaces/:id/declared/file', {
      bodyLimit: PRIORITY_FILE_BYTES_MAX, config: { takesInvitations: true },
      schema: { tags: ['workspaces'], summary: 'Take declared priorities into a workspace from a file', description: 'The body is the file: separated values, one priority a row, with the columns region, title, and perhaps domains, sectors, document, website, note. Wholly in, or 422 with every row that is wrong.', consumes: ['text/csv'], params: WorkspaceParams, querystring: FileQuery, response: { 200: FromFile, 422: FromFile } }
    }, async (request, reply) => {
      const visited = await visit(parts, request, request.params.id)
      need(visited.who, 'write declared')
      const { body } = request
      if (!Buffer.isBuffer(body)) throw new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'Send the file itself as the body, with the header content-type: text/csv.')
      const { declared, written, report } = await readPriorities({ dryRun: false, encoding: request.query.encoding, file: { name: request.query.name, open: () => Readable.from([body]) } }, reference)
      if (report.errorsTotal > 0) return await reply.code(422).send({ status: 'refused', ...report, ...NOTHING_TAKEN })
      const taken = await takeDeclared(writing(visited), declared, ownOnly(visited))
      return { status: 'completed', ...report, ...taken, elsewhere: taken.elsewhere.map(region => written.get(region)!) }
    })
  })
}
