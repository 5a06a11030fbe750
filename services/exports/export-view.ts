/** A view, or the whole network, as a file: GEXF, GraphML, CSV or JSON. VOSviewer's files, several in one, are in vosviewer.ts. */
import type { GraphView } from '../contract/graph-view.ts'
import type { EXPORT_FORMATS } from '../contract/vocabulary.ts'
import type { NetworkView } from '../views/network-view.ts'
import type { ExportContext, ViewHeader } from './about.ts'
import { aboutExport, contentOf, nodesInWords } from './about.ts'
import { csvStream, csvText } from './csv.ts'
import type { StreamedFile } from './export-list.ts'
import { gexfWriter } from './gexf.ts'
import { boundsOf, graphRows } from './graph-rows.ts'
import type { GraphSubject } from './graph-rows.ts'
import type { GraphWriter } from './graph-writer.ts'
import { jsonWriter, streamGraph, writeGraph } from './graph-writer.ts'
import { graphmlWriter } from './graphml.ts'
import { clusterColumns, EDGE_COLUMNS, NETWORK_COLUMNS, organisationColumns } from './view-tables.ts'

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

const CONTENT_TYPES: Record<ExportFormat, string> = {
  gexf: 'application/gexf+xml; charset=utf-8', graphml: 'application/graphml+xml; charset=utf-8', json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present'
}

/** Every file carries run, algorithm, seed, revision, filter, sources with licence, and the caution that links are the recorded ones only. */
export function exportView (view: GraphView, { format, table = 'nodes', byteOrderMark = false, context }: ExportOptions): ExportedFile {
  const about = aboutExport(contentOf(view, nodesInWords(context.run)), context)
  const file = { contentType: CONTENT_TYPES[format], fileName: fileName(fileBase(view), format, table) }
  if (format === 'csv') {
    if (table === 'edges') return { ...file, body: csvText(view.edges, { columns: EDGE_COLUMNS, about, byteOrderMark }) }
    return { ...file, body: view.level === 'clusters' ? csvText(view.nodes, { columns: clusterColumns(context), about, byteOrderMark }) : csvText(view.nodes, { columns: organisationColumns(context), about, byteOrderMark }) }
  }
  const strengthMax = view.level === 'clusters' ? 0 : Math.max(0, ...view.nodes.map(({ scores }) => scores.strength ?? 0))
  const { nodes, edges, ...header } = view
  return { ...file, body: writeGraph(writerOf(format, header, { level: view.level, about, bounds: boundsOf(nodes), strengthMax }, context), nodes, edges) }
}

/** The same of every organisation and link of a run, written as its rows arrive. */
export function exportNetwork ({ header, strengthMax, places, nodes, edges }: NetworkView, { format, table = 'nodes', byteOrderMark = false, context }: ExportOptions): StreamedFile {
  const about = aboutExport(contentOf(header, nodesInWords(context.run)), context)
  const file = { contentType: CONTENT_TYPES[format], fileName: fileName(fileBase(header), format, table) }
  if (format === 'csv') {
    return { ...file, body: table === 'edges' ? csvStream(edges(), { columns: EDGE_COLUMNS, about, byteOrderMark }) : csvStream(nodes(), { columns: [...organisationColumns(context), ...NETWORK_COLUMNS], about, byteOrderMark }) }
  }
  return { ...file, body: streamGraph(writerOf(format, header, { level: header.level, about, bounds: boundsOf(places()), strengthMax }, context), nodes(), edges()) }
}

function writerOf (format: Exclude<ExportFormat, 'csv'>, header: ViewHeader, subject: GraphSubject, context: ExportContext): GraphWriter {
  switch (format) {
    case 'gexf': return gexfWriter(graphRows(subject, context))
    case 'graphml': return graphmlWriter(graphRows(subject, context))
    case 'json': return jsonWriter({ about: subject.about, ...header })
  }
}

const fileName = (base: string, format: ExportFormat, table: ExportTable): string => format === 'csv' ? `${base}-${table}.csv` : `${base}.${format}`

/** amber-road-cluster-C6-run-...; letters, digits and hyphens only, so that any header and any disk can hold it. */
export function fileBase (view: ViewHeader): string {
  const subject = view.level === 'clusters' ? 'clusters' : view.level === 'network' ? 'network' : `${view.level === 'ego' ? 'organisation' : view.level}-${view.focus}`
  return `amber-road-${subject}-${view.run}`.replace(/[^A-Za-z0-9-]/g, '-')
}
