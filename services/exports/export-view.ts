/** Any view as a file: GEXF, GraphML, CSV or JSON. VOSviewer's files, several in one, are in vosviewer.ts. */
import type { GraphView } from '../contract/graph-view.ts'
import type { EXPORT_FORMATS } from '../contract/vocabulary.ts'
import type { ExportContext } from './about.ts'
import { aboutExport, contentOf } from './about.ts'
import { writeGexf } from './gexf.ts'
import { writeGraphml } from './graphml.ts'
import { graphOfView } from './view-graph.ts'
import { edgesTable, nodesTable } from './view-tables.ts'

export type ExportFormat = Exclude<typeof EXPORT_FORMATS[number], 'vosviewer'>
export type ExportTable = 'nodes' | 'edges'

export interface ExportOptions {
  format: ExportFormat
  /** CSV holds one table. */
  table?: ExportTable
  /** CSV: put a byte order mark first, for Excel. */
  byteOrderMark?: boolean
  context: ExportContext
}

export interface ExportedFile { contentType: string, fileName: string, body: string }

/** Every file carries run, algorithm, seed, revision, filter, sources with licence, and the caution that links are the recorded ones only. */
export function exportView (view: GraphView, { format, table = 'nodes', byteOrderMark = false, context }: ExportOptions): ExportedFile {
  const name = fileBase(view)
  switch (format) {
    case 'gexf': return { contentType: 'application/gexf+xml; charset=utf-8', fileName: `${name}.gexf`, body: writeGexf(graphOfView(view, context)) }
    case 'graphml': return { contentType: 'application/graphml+xml; charset=utf-8', fileName: `${name}.graphml`, body: writeGraphml(graphOfView(view, context)) }
    case 'json': return { contentType: 'application/json; charset=utf-8', fileName: `${name}.json`, body: JSON.stringify({ about: aboutExport(contentOf(view), context), ...view }) }
    case 'csv': return {
      contentType: 'text/csv; charset=utf-8; header=present',
      fileName: `${name}-${table}.csv`,
      body: table === 'nodes' ? nodesTable(view, context, byteOrderMark) : edgesTable(view, context, byteOrderMark)
    }
  }
}

/** amber-road-cluster-C6-run-...; letters, digits and hyphens only, so that any header and any disk can hold it. */
export function fileBase (view: GraphView): string {
  const subject = view.level === 'clusters' ? 'clusters' : view.level === 'cluster' ? `cluster-${view.focus}` : view.level === 'pair' ? `pair-${view.focus}` : `organisation-${view.focus}`
  return `amber-road-${subject}-${view.run}`.replace(/[^A-Za-z0-9-]/g, '-')
}
