/** Node and edge tables of a view, with the headers Gephi and spreadsheets take (Id, Label; Source, Target, Type, Weight). */
import type { ClusterNode, GraphView, OrganisationNode, ViewEdge } from '../contract/graph-view.ts'
import { clusterColour } from '../contract/palette.ts'
import { MEASURES } from '../contract/run.ts'
import type { ExportContext } from './about.ts'
import { aboutExport, contentOf } from './about.ts'
import type { Column } from './csv.ts'
import { csvText } from './csv.ts'
import { countriesText } from './view-graph.ts'

export function nodesTable (view: GraphView, context: ExportContext, byteOrderMark: boolean): string {
  const about = aboutExport(contentOf(view), context)
  return view.level === 'clusters'
    ? csvText(view.nodes, { columns: clusterColumns(context), about, byteOrderMark })
    : csvText(view.nodes, { columns: organisationColumns(context), about, byteOrderMark })
}

export const edgesTable = (view: GraphView, context: ExportContext, byteOrderMark: boolean): string =>
  csvText(view.edges, { columns: EDGE_COLUMNS, about: aboutExport(contentOf(view), context), byteOrderMark })

const clusterColumns = ({ clusterLabel }: ExportContext): Array<Column<ClusterNode>> => [
  { header: 'Id', value: node => node.id },
  { header: 'Label', value: node => clusterLabel(node.id) },
  { header: 'organisations', value: node => node.size },
  { header: 'organisationsTotal', value: node => node.sizeTotal },
  { header: 'countries', value: node => countriesText(node.countries) },
  { header: 'crossBorderShare', value: node => node.crossBorderShare },
  { header: 'crossBorderShareExpected', value: node => node.crossBorderShareExpected },
  { header: 'stability', value: node => node.stability },
  { header: 'verdict', value: node => node.verdict },
  { header: 'x', value: node => node.x },
  { header: 'y', value: node => node.y },
  { header: 'colour', value: node => clusterColour(node.id).fill }
]

const organisationColumns = ({ clusterLabel }: ExportContext): Array<Column<OrganisationNode>> => [
  { header: 'Id', value: node => node.id },
  { header: 'Label', value: node => node.name },
  { header: 'named', value: node => node.named },
  { header: 'kind', value: node => node.kind },
  { header: 'country', value: node => node.country },
  { header: 'city', value: node => node.city },
  { header: 'cluster', value: node => node.cluster },
  { header: 'clusterName', value: node => node.cluster === null ? null : clusterLabel(node.cluster) },
  { header: 'domains', value: node => node.domains.join(' ') },
  { header: 'depth', value: node => node.depth },
  { header: 'x', value: node => node.x },
  { header: 'y', value: node => node.y },
  { header: 'colour', value: node => clusterColour(node.cluster).fill },
  ...MEASURES.map(measure => ({ header: measure, value: (node: OrganisationNode) => node.scores[measure] ?? null }))
]

const EDGE_COLUMNS: Array<Column<ViewEdge>> = [
  { header: 'Source', value: edge => edge.source },
  { header: 'Target', value: edge => edge.target },
  { header: 'Type', value: edge => edge.directed ? 'Directed' : 'Undirected' },
  { header: 'Weight', value: edge => edge.weight },
  { header: 'links', value: edge => edge.links },
  { header: 'crossBorderShare', value: edge => edge.crossBorderShare },
  { header: 'sharedNetworks', value: edge => edge.sharedNetworks },
  { header: 'layers', value: edge => edge.layers.join(' ') }
]
