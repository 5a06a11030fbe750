/** Node and edge tables of a view, with the headers Gephi and spreadsheets take (Id, Label; Source, Target, Type, Weight). */
import type { ClusterNode, ViewEdge } from '../contract/graph-view.ts'
import { clusterColour } from '../contract/palette.ts'
import { MEASURES } from '../contract/run.ts'
import type { NetworkNode } from '../views/network-view.ts'
import type { ExportContext } from './about.ts'
import type { Column } from './csv.ts'
import { countriesText } from './graph-rows.ts'
import type { OrganisationRow } from './graph-rows.ts'

export const clusterColumns = ({ clusterLabel }: ExportContext): Array<Column<ClusterNode>> => [
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

export const organisationColumns = ({ clusterLabel }: ExportContext): Array<Column<OrganisationRow>> => [
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
  ...MEASURES.map(measure => ({ header: measure, value: (node: OrganisationRow) => node.scores[measure] ?? null }))
]

/** What organisations of the whole network have beside. */
export const NETWORK_COLUMNS: Array<Column<NetworkNode>> = [
  { header: 'region', value: node => node.region },
  { header: 'latitude', value: node => node.latitude },
  { header: 'longitude', value: node => node.longitude }
]

export const EDGE_COLUMNS: Array<Column<ViewEdge>> = [
  { header: 'Source', value: edge => edge.source },
  { header: 'Target', value: edge => edge.target },
  { header: 'Type', value: edge => edge.directed ? 'Directed' : 'Undirected' },
  { header: 'Weight', value: edge => edge.weight },
  { header: 'links', value: edge => edge.links },
  { header: 'crossBorderShare', value: edge => edge.crossBorderShare },
  { header: 'sharedNetworks', value: edge => edge.sharedNetworks },
  { header: 'layers', value: edge => edge.layers.join(' ') }
]
