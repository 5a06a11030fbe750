/** The whole network of a run as a file, for Gephi and other tools: no view draws as much. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { EXPORT_EDGES_MAX, NETWORK_EDGES_MAX, NetworkQuery } from '../contract/graph-view.ts'
import { exportNetwork } from '../exports/export-view.ts'
import { exportVosviewer } from '../exports/vosviewer.ts'
import { holdNetwork, openNetwork } from '../views/network-view.ts'
import { FileQuery, labelsOf } from './graphs.ts'
import type { FileOptions } from './graphs.ts'
import { findSources, loadRun } from './parts.ts'
import type { RoutePlugin } from './parts.ts'

const NetworkFileQuery = NetworkQuery.extend(FileQuery.shape)

export const networkExportRoutes: RoutePlugin = (app, parts) => {
  app.get<{ Querystring: NetworkQuery & FileOptions }>('/exports/organisations-network', {
    schema: {
      tags: ['exports'],
      summary: 'Download the whole network of organisations',
      description: `Every organisation that passes the filter, with cluster, colour, measures and place, and every link among them: up to ${NETWORK_EDGES_MAX} links, as VOSviewer's files up to ${EXPORT_EDGES_MAX}. Nothing is left out without a word: more is refused with DOCUMENT_TOO_LARGE. Carries run, filter, sources with licence, and the caution that links are the recorded ones only.`,
      querystring: NetworkFileQuery,
      response: { 200: z.string().describe('the file') }
    }
  }, async ({ query: { format, table, byteOrderMark, ...query } }, reply) => {
    const loaded = await loadRun(parts, query.run)
    const sources = await findSources(parts)
    // Refused before the first byte is sent: an error cannot follow half a file.
    const network = openNetwork(loaded, query, { organisations: ids => parts.store.getOrganisations(ids), sources }, format === 'vosviewer' ? EXPORT_EDGES_MAX : NETWORK_EDGES_MAX)
    const context = { run: loaded.run, sources, filter: query, clusterLabel: labelsOf(parts, loaded) }
    const file = format === 'vosviewer' ? exportVosviewer(await holdNetwork(network), context) : exportNetwork(network, { format, table, byteOrderMark, context })
    void reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`)
    return await reply.send(Buffer.isBuffer(file.body) ? file.body : Readable.from(file.body, { objectMode: false }))
  })
}
